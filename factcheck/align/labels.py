"""The name of a fact as an editor reads it in a table: what is counted, and the words that go on from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import dropwhile, takewhile
from typing import NamedTuple

from ..claims.base import Claim
from ..lexicon import mapping, words
from ..models import Document
from ..reading.clauses.nouns import plural, singular
from ..text.clean import plain
from ..text.tokens import Token, tokenise
from .mention import COUNTED, Mention, noun_classes

LONGEST = 60  # code points
FOLLOWING = 4  # words behind a claim that a label takes in
AFTER_VERB = 2  # words behind a verb that has none before it
CHOICE = 8  # claims of a fact of which one gives the label
HYPHEN = "-"
PLACE = "…"  # where the figure stands
_JOINTS = ("and", "or", "but")
REACH = 160  # code points to either side of a claim in which its words are looked for


class _Label(NamedTuple):
    """A label, and whether it has words that go on from the claim."""

    text: str
    goes_on: bool


def label(mentions: tuple[Mention, ...], documents: Mapping[str, Document]) -> str:
    """Return a label of at most 60 code points: "officers were investigated", "age of Jane Roe".

    It is taken from the claim that names best what it tells; one whose sentence goes on from it before others.
    """
    ordered = sorted(
        mentions, key=lambda m: (not _names_its_noun(m.claim), -len(m.claim.predicate), m.claim.start, m.source)
    )
    told = (_label(mention.claim, documents[mention.claim.document].text) for mention in ordered[:CHOICE])
    first = next(told)
    return _cut((first if first.goes_on else next((other for other in told if other.goes_on), first)).text)


def _label(claim: Claim, text: str) -> _Label:
    """Return the label of one claim."""
    if fixed := _fixed(claim):
        return _Label(fixed, True)
    before, behind = _around(text, claim)
    if claim.kind in ("date", "period"):
        return _dated(claim, before, behind)
    following = _following(behind)
    noun = _noun(claim) if claim.kind in COUNTED else claim.subject
    if noun is None or claim.kind not in COUNTED:
        led = _clause(before)
        if not led and not following:
            return _Label(noun or claim.kind, False)
        return _Label(f"{led} {PLACE} {following}".strip(), bool(following))
    return _counted(claim, noun, before, behind, following)


def _fixed(claim: Claim) -> str | None:
    """Return the label of a kind of claim that is about somebody, or is its own words."""
    if claim.kind == "quote":
        return "“" + " ".join(claim.text.split()) + "”"
    if claim.kind == "age":
        return f"age of {_person(claim.subject)}"
    if claim.kind == "status":
        return f"what became of {_person(claim.subject) if ' ' in (claim.subject or '') else f'the {claim.subject}'}"
    if claim.kind == "address":
        return f"address in {(claim.subject or '').title()}"
    if claim.kind == "name":
        return f"the name of {(claim.subject or '').title()}"
    return f"who {_person(claim.subject)} is" if claim.kind == "role" else None


def _names_its_noun(claim: Claim) -> bool:
    """Return whether a claim prints what it counts: "14 officers", not "two"."""
    return claim.subject is not None and singular(claim.text.split()[-1].lower()) == claim.subject


def _counted(claim: Claim, noun: str, before: tuple[Token, ...], behind: tuple[Token, ...], following: str) -> _Label:
    """Return what is counted with what it did or suffered: "officers were investigated", "people killed"."""
    if following.lower().startswith(noun):
        return _Label(following, True)
    if behind and (
        behind[0].lower in mapping("verbs") or behind[0].lower in words("states") or behind[0].lower == "who"
    ):
        return _Label(f"{noun} {following}", True)
    governing = next((lemma for lemma in claim.predicate if lemma not in words("light_verbs")), None)
    done = _participles().get(governing or "")
    if done and not any(mapping("verbs").get(token.lower) == governing for token in behind):
        return _Label(f"{noun} {done} {following}".strip(), True)
    return _Label(f"{noun} {following}", True) if following else _Label(f"{_clause(before)} {noun}".strip(), False)


@cache
def _participles() -> dict[str, str]:
    """Return the form of each verb that tells what was done to somebody: killed, shot, taken."""
    found: dict[str, str] = {}
    for form, lemma in mapping("verbs").items():
        if form not in (lemma, lemma + "s", lemma + "es") and not form.endswith("ing"):
            found[lemma] = form if form.endswith(("ed", "en", "wn")) else found.get(lemma, form)
    return found


def _around(text: str, claim: Claim) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Return the tokens of the sentence shortly before and behind a claim."""
    opened = max(claim.sentence.start, claim.start - REACH)
    closed = min(claim.sentence.end, claim.end + REACH)
    return tokenise(plain(text[opened : claim.start])), tokenise(plain(text[claim.end : closed]))


def _noun(claim: Claim) -> str | None:
    """Return the subject as the claim prints it, or in its number where the claim leaves it out."""
    if claim.subject is None:
        return None
    last = claim.text.split()[-1].lower()
    if last[:3] == claim.subject[:3] or last == "others":
        return last
    one = claim.kind == "ordinal" or getattr(claim.value, "stated", ()) == ("1",)
    return claim.subject if one else plural(claim.subject)


def _dated(claim: Claim, before: tuple[Token, ...], behind: tuple[Token, ...]) -> _Label:
    """Return what happened then: "when report was published"; the words before the date where no verb governs it."""
    verbs = mapping("verbs")
    for tokens in (before, behind) if claim.predicate else ():
        places = [place for place, token in enumerate(tokens) if verbs.get(token.lower) == claim.predicate[0]]
        if places:
            place = places[-1] if tokens is before else places[0]
            led, verb = _clause(tokens[:place]), tokens[place].lower
            following = "" if led else _following(tokens[place + 1 : place + 1 + AFTER_VERB])
            return _Label(" ".join(filter(None, ("when", led, verb, following))), bool(led or following))
    if claim.predicate:
        return _Label(f"when {claim.predicate[0]}", False)
    return _Label(f"{_clause(before)} {PLACE}".strip() if before else claim.kind, False)


def _clause(before: tuple[Token, ...]) -> str:
    """Return the last words of some tokens that belong together, none that lead nowhere at their start."""
    spoken = _compounds(before)
    first = max((place + 1 for place, word in enumerate(spoken) if _parts(word)), default=0)
    taken = spoken[max(first, len(spoken) - FOLLOWING) :]
    return " ".join(dropwhile(lambda word: word.lower() in words("function_words"), taken))


def _following(behind: tuple[Token, ...]) -> str:
    """Return the words that go on from a claim up to a mark or a joint, none that lead nowhere at their end.

    Marks of what is left out (“...”) end nothing where they come first.
    """
    spoken = list(dropwhile(lambda word: not word.strip(".…"), _compounds(behind)))
    taken = list(takewhile(lambda word: not _parts(word), spoken))[:FOLLOWING]
    while taken and taken[-1].lower() in words("function_words"):
        taken.pop()
    return " ".join(taken)


def _compounds(tokens: tuple[Token, ...]) -> list[str]:
    """Return the words and marks of some tokens; words that hyphens join are one."""
    joined: list[str] = []
    for place, token in enumerate(tokens):
        last = tokens[place - 1]
        if place and last.end == token.start and HYPHEN in (token.text, last.text):
            joined[-1] += token.text
        else:
            joined.append(token.text)
    return joined


def _parts(word: str) -> bool:
    """Return whether a word or mark parts what belongs together."""
    return word.lower() in _JOINTS or not any(map(str.isalnum, word))


def _person(subject: str | None) -> str:
    """Return a name with capitals, a noun as it is."""
    if subject is None:
        return "a person"
    return subject if subject in noun_classes() else subject.title()


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
