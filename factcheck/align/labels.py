"""The name of a fact as an editor reads it in a table: what is counted, and the words that go on from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..claims.base import Claim
from ..lexicon import mapping, words
from ..models import Document
from ..reading.nouns import plural, singular
from ..text.clean import plain
from ..text.tokens import Token, tokenise
from .context import COUNTED, Mention, noun_classes

LONGEST = 60  # code points
FOLLOWING = 4  # words behind a claim that a label takes in
_JOINTS = ("and", "or", "but")
REACH = 160  # code points to either side of a claim in which its words are looked for


def label(mentions: tuple[Mention, ...], documents: Mapping[str, Document]) -> str:
    """Return a label of at most 60 code points: "officers were investigated", "age of Jane Roe"."""
    first = max(mentions, key=lambda m: (_names_its_noun(m.claim), len(m.claim.predicate), -m.claim.start, m.source))
    claim = first.claim
    if claim.kind == "quote":
        return _cut("“" + " ".join(claim.text.split()) + "”")
    if claim.kind == "age":
        return f"age of {_person(claim.subject)}"
    if claim.kind == "status":
        return f"what became of {_person(claim.subject) if ' ' in (claim.subject or '') else f'the {claim.subject}'}"
    if claim.kind == "address":
        return _cut(f"address in {(claim.subject or '').title()}")
    if claim.kind == "role":
        return f"who {_person(claim.subject)} is"
    before, behind = _around(documents[claim.document].text, claim)
    if claim.kind in ("date", "period"):
        return _cut(f"when {_verb((*before, *behind), claim.predicate)}" if claim.predicate else _dated(claim, before))
    if claim.kind in COUNTED:
        return _cut(_counted(claim, before, behind))
    following = _following(behind)
    noun = claim.subject or claim.kind
    return _cut(f"{noun} {following or '(' + _before(before) + ')'}")


def _names_its_noun(claim: Claim) -> bool:
    """Return whether a claim prints what it counts: "14 officers", not "two"."""
    return claim.subject is not None and singular(claim.text.split()[-1].lower()) == claim.subject


def _counted(claim: Claim, before: tuple[Token, ...], behind: tuple[Token, ...]) -> str:
    """Return what is counted with what it did or suffered: "officers were investigated", "people killed"."""
    following = _following(behind)
    noun = _noun(claim)
    if noun is None:
        return following or f"{claim.kind} ({_before(before)})"
    if following.lower().startswith(noun):
        return following
    if behind and (
        behind[0].lower in mapping("verbs") or behind[0].lower in words("states") or behind[0].lower == "who"
    ):
        return f"{noun} {following}"
    governing = next((lemma for lemma in claim.predicate if lemma not in words("light_verbs")), None)
    done = _participles().get(governing or "")
    if done and not any(mapping("verbs").get(token.lower) == governing for token in behind):
        return f"{noun} {done} {following}".strip()
    return f"{noun} {following}" if following else f"{noun} ({_before(before)})"


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


def _verb(tokens: tuple[Token, ...], predicate: tuple[str, ...]) -> str:
    """Return the first verb of the predicate as the sentence prints it."""
    verbs = mapping("verbs")
    return next((token.lower for token in tokens if verbs.get(token.lower) == predicate[0]), predicate[0])


def _following(behind: tuple[Token, ...]) -> str:
    """Return the words that go on from a claim up to a mark or a joint, none that lead nowhere at their end."""
    ends = (place for place, token in enumerate(behind) if token.kind == "mark" or token.lower in _JOINTS)
    stop = next(ends, len(behind))
    taken = [token.text for token in behind[: min(stop, FOLLOWING)]]
    while taken and taken[-1].lower() in words("function_words"):
        taken.pop()
    return " ".join(taken)


def _before(before: tuple[Token, ...]) -> str:
    """Return the three words before a claim."""
    return " ".join([token.text for token in before if token.kind == "word"][-3:])


def _dated(claim: Claim, before: tuple[Token, ...]) -> str:
    """Return the name of a date that no verb governs."""
    led = _before(before)
    return f"{claim.kind} ({led})" if led else claim.kind


def _person(subject: str | None) -> str:
    """Return a name with capitals, a noun as it is."""
    if subject is None:
        return "a person"
    return subject if subject in noun_classes() else subject.title()


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
