"""Which quotations are the same words: likeness of what is said, apart from who prints it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..claims.quote import Quote
from ..values.names import fold
from ..values.wording import content, is_title, likeness, spoken
from .mention import Mention
from .model import Evidence, Link

LEAST_WORDS = 3
FEW = 2  # words with content, of which a "not" tells nothing unless one speaker is known to have said both
SHORT = 6  # words up to which all content words must be the same
ALIKE = 0.78
ALIKE_SAME = 0.9  # inside one document, where two alike statements may both have been made
BESIDE = 60  # code points between two quotations of one speech
CONTENT = 0.6  # share of the content words that must be the same
SURE = 10.0  # the score of a certain link; likeness scales it


def quotation_keys(mention: Mention) -> tuple[str, ...]:
    """Return the blocking keys of a quotation: its words in twos; for a short one each content word too."""
    said = spoken(_words(mention))
    pairs = {f"{one} {other}" for one, other in pairwise(said)}
    return tuple(sorted(pairs | set(content(said) if len(said) <= SHORT else ())))


def link_quotations(left: Mention, right: Mention) -> Link:
    """Return the evidence that two quotations are the same words.

    A short one must keep every content word, a longer one four words in five; a word or two in
    marks are compared with a few words of the same speaker alone.
    """
    one, other = spoken(_words(left)), spoken(_words(right))
    short, long = sorted((one, other), key=len)
    if _is_word_of_one_speaker(left, right, short, long):
        return Link(SURE / 2, (Evidence(SURE / 2, f"both quote {_speaker(left)} with “{' '.join(short)}”"),))
    if len(short) < LEAST_WORDS or len(content(short)) < 2:
        return Link(0.0, (), "too few words to be known again")
    if len(short) <= SHORT and not set(content(short)) <= set(content(long)):
        return Link(0.0, (), "a short quotation with other words")
    if one != other and any(map(_is_title, (left, right))):
        return Link(0.0, (), "a title with other words is another title")
    if _denials(one) != _denials(other) and len(set(content(short))) <= FEW and not _by_one(left, right):
        return Link(0.0, (), "a few words that many say")
    if one != other and len(short) <= SHORT and _by_two(left, right):
        return Link(0.0, (), "two persons said it, in other words")
    if one != other and _goes_on(left, right):
        return Link(0.0, (), "one speech goes on in the other")
    alike = float(likeness(one, other))
    least = ALIKE_SAME if left.claim.document == right.claim.document else ALIKE
    shared = set(content(one)) & set(content(other))
    if len(short) > SHORT and (alike < least or len(shared) < CONTENT * len(set(content(short)))):
        return Link(0.0, (), f"only {alike:.0%} of the words are the same")
    if len(short) <= SHORT and alike < 0.6:
        return Link(0.0, (), "the words stand apart")
    return Link(round(SURE * alike, 3), (Evidence(SURE * alike, f"{alike:.0%} of the words are the same"),))


def _denials(said: Sequence[str]) -> set[str]:
    """Return the words by which a quotation denies something."""
    return {"not", "no", "never"} & set(said)


def _by_one(left: Mention, right: Mention) -> bool:
    """Return whether two quotations are of one person, as far as that is known: nobody is told, or the same name."""
    return _speaker(left) == _speaker(right)


def _by_two(left: Mention, right: Mention) -> bool:
    """Return whether two quotations are of two persons, whose last names differ."""
    one, other = _speaker(left), _speaker(right)
    return one is not None and other is not None and fold(one.split()[-1]) != fold(other.split()[-1])


def _is_title(mention: Mention) -> bool:
    """Return whether words in marks are a name: "The Problem", the "make love not spam" campaign."""
    return mention.scope == "title" or is_title(_words(mention))


def _is_word_of_one_speaker(left: Mention, right: Mention, short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether two sources quote one speaker with a word or two: "reckless", "reckless and irresponsible"."""
    if left.claim.document == right.claim.document or len(short) >= LEAST_WORDS or len(long) > SHORT:
        return False
    one, other = _speaker(left), _speaker(right)
    named = one is not None and other is not None and one.split()[-1:] == other.split()[-1:]
    return named and bool(content(short)) and set(content(short)) <= set(content(long))


def _goes_on(left: Mention, right: Mention) -> bool:
    """Return whether two quotations of one document stand side by side, or in a paragraph: “…”, he added, “…”."""
    first, second = sorted((left.claim, right.claim), key=lambda claim: claim.start)
    return first.document == second.document and (first.line == second.line or second.start - first.end <= BESIDE)


def _speaker(mention: Mention) -> str | None:
    """Return the speaker of a quotation where a name is known, in the claim's own words."""
    value = mention.claim.value
    speaker = value.speaker if isinstance(value, Quote) else None
    return speaker if speaker and speaker.split()[-1][:1].isupper() else None


def _words(mention: Mention) -> str:
    value = mention.claim.value
    return value.words if isinstance(value, Quote) else mention.claim.text
