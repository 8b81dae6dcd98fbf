"""Quotations: the words inside quotation marks, and who says them where that is plain."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from ..lexicon import words
from ..models import Attribution
from ..reading.people.pronouns import pronoun_of
from ..reading.speakers import PRONOUNS, Speaker, opens_sentence, speaker_of, speaker_onward
from ..reading.speakers.antecedent import antecedent
from ..text.quotes import Quotation
from ..values.base import Measurements, Sides, Value
from ..values.cuts import Cut, cut_between
from ..values.names import parse, relate_names
from ..values.steps import shown
from ..values.wording import Change, heaviest_change, is_fragment, is_title, likeness, spoken
from .base import Claim
from .kind import Kind
from .passage import Passage

SCARE = 2  # words: so short a quotation marks a word rather than a speech
PHRASE = 6  # words that two persons do not say alike by chance
Sort = Literal["speech", "fragment", "scare"]
Named = tuple[str | None, bool]  # a speaker, and whether a name or noun tells who that is
Speakers = Literal["same", "different", "two-persons", "unknown"]


class Quote(Value):
    """Words inside quotation marks, with marks and paragraph breaks as printed."""

    type: Literal["quote"] = "quote"
    words: str
    speaker: str | None = None

    @property
    def sort(self) -> Sort:
        """Return whether the quotation is a speech, a fragment of one, or a word in marks; “No,” he said is speech."""
        count = len(spoken(self.words))
        if count <= SCARE and not (self.speaker and self.words.endswith((".", ",", "!", "?"))):
            return "scare"
        return "speech" if self.words[:1].isupper() or count > 12 else "fragment"


class QuoteMeasurements(Measurements):
    """What can be said of two quotations.

    `change` is the weightiest difference inside their overlap. `cut` is what the shorter leaves out of a sentence
    that it prints as if it were whole: a "not" before it, an "if" behind it. The speaker is "different" where the
    words beside the quotations are, and of "two-persons" where both are named in full and say more than a phrase.
    """

    words: Literal["identical", "fragment", "different"]
    change: Change
    cut: Cut
    likeness: Decimal | None
    speaker: Speakers
    sort: Sides[Sort]


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the quotations that open in a passage; the words are claimed without their marks."""
    for quotation in passage.quotations:
        text = passage.plain[quotation.start : quotation.end]
        trimmed = text.strip()
        if not trimmed:
            continue
        start = quotation.start + len(text) - len(text.lstrip())
        attribution = _attribution(passage, quotation)
        printed = passage.document.text[start : start + len(trimmed)]
        value = Quote(words=printed, speaker=_speaker(attribution))
        yield passage.claim_at("quote", value, start, start + len(trimmed), attribution=attribution)


def _speaker(attribution: Attribution | None) -> str | None:
    """Return the speaker by name; a pronoun that stands for nobody named is none."""
    return None if attribution is None or attribution.speaker.lower() in PRONOUNS else attribution.speaker


def _attribution(passage: Passage, quotation: Quotation) -> Attribution | None:
    """Return the speaker of a quotation: named beside it, or the last one where a pronoun or nobody is."""
    discourse = passage.discourse
    if is_title(passage.plain[quotation.start : quotation.end]):
        return None
    found = speaker_of(passage.plain, *(quotation.speech or (quotation.start, quotation.end)))
    if found is None and quotation.open_end:
        found = speaker_onward(passage.plain, quotation.end)
    if found is None:
        found_before = discourse.said if _goes_on(passage, quotation.start) else None
        discourse.said, discourse.said_until = found_before, quotation.end
        return found_before
    if found.pronoun:
        name = _meant(passage, found)
    else:
        name = discourse.people.whom(found.name) or found.name
        if name[:1].isupper():  # whom "she added" means; "a friend" is spoken of once
            known = discourse.people.resolve(name) or name
            discourse.speaker, discourse.speaks = name, pronoun_of(found.name) or pronoun_of(known)
            discourse.speaker_at = found.end
    discourse.said = Attribution(speaker=name, cue=found.cue, start=found.start, end=found.end)
    discourse.said_until = quotation.end
    return discourse.said


def _meant(passage: Passage, found: Speaker) -> str:
    """Return for whom a pronoun stands: who was told of last, or spoke last; the pronoun where neither fits it."""
    discourse, known = passage.discourse, passage.discourse.speaker
    pronoun = found.name.lower()
    since = max(discourse.speaker_at, discourse.searched.get(pronoun, 0))
    told = antecedent(passage.plain, since, found.start, discourse.people, pronoun, known)
    discourse.searched[pronoun] = found.end
    if told and told != known:
        discourse.speaker, discourse.speaks, discourse.speaker_at = told, pronoun_of(told), found.end
    return discourse.speaker if discourse.speaker and _fits(found.name, discourse.speaks) else found.name


def _fits(pronoun: str, known: str | None) -> bool:
    """Return whether a pronoun can stand for a speaker of whom one is known, or none."""
    return known is None or pronoun.lower() in (known, "they")


def _goes_on(passage: Passage, start: int) -> bool:
    """Return whether a quotation goes on with the one before it: “…,” he said. “…”, or in the next paragraph."""
    between = passage.plain[max(0, passage.discourse.said_until) : start - 1]
    if "\n" in between:
        return not between.strip()  # no mark closed the paragraph before
    return opens_sentence(passage.plain, start)


def _quote(claim: Claim) -> Quote:
    if not isinstance(claim.value, Quote):
        raise TypeError(f"{claim.kind} carries no quotation")
    return claim.value


def measure(left: Claim, right: Claim) -> QuoteMeasurements:
    """Return the measurements between two quotations."""
    one, other = _quote(left), _quote(right)
    first, second = spoken(one.words), spoken(other.words)
    same, inside = first == second, is_fragment(first, second)
    shouted = one.words.isupper() or other.words.isupper()  # a heading
    return QuoteMeasurements(
        words="identical" if same else "fragment" if inside else "different",
        change="none" if same or inside else heaviest_change(first, second),
        cut="none" if same or not inside or shouted else cut_between(one.words, other.words),
        likeness=likeness(first, second),
        speaker=_speakers(_named(left), _named(right), shared=min(len(first), len(second))),
        sort=Sides[Sort](left=one.sort, right=other.sort),
    )


def _named(claim: Claim) -> Named:
    """Return the speaker of a quotation, and whether a name or noun stands beside it, and no "he"."""
    told, speaker = claim.attribution, _quote(claim).speaker
    if told is None or speaker is None or told.start is None or told.end is None:
        return speaker, False
    return speaker, told.end - told.start >= len(speaker.split()[-1])


def _speakers(one: Named, other: Named, *, shared: int) -> Speakers:
    """Return whether two speakers share their last name, and if not, whether both are persons named in full.

    A few words in marks may be those of two who agree; and for whom "he" stands may be mistaken.
    """
    (left, beside), (right, also) = one, other
    if not left or not right:
        return "unknown"
    if left.split()[-1].lower() == right.split()[-1].lower():
        return "same"
    if not (beside and also):
        return "unknown"
    persons = shared >= PHRASE and _in_full(left) and _in_full(right)
    return "two-persons" if persons and relate_names(left, right) == "different" else "different"


def _in_full(speaker: str) -> bool:
    """Return whether a speaker is named by a given name that is known and a last name."""
    given = parse(speaker).given
    return bool(given) and given[0] in words("given_names") and speaker[:1].isupper()


def display(claim: Claim) -> str:
    """Return the words as a table cell prints them."""
    return _quote(claim).words


def sign(claim: Claim) -> str:
    """Return the words as spoken, without case and marks."""
    return " ".join(spoken(_quote(claim).words))


def difference(left: Claim, right: Claim) -> str:
    """Return what the right one prints instead of words of the left one: days [and → or] weeks."""
    return shown(spoken(_quote(left).words), spoken(_quote(right).words))


KIND = Kind("quote", 100, extract, QuoteMeasurements, measure, display, sign, difference=difference, reads="quotations")
