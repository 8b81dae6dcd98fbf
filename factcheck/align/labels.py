"""The name of a fact as an editor reads it in a table: what is counted, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping

from ..lexicon import mapping
from ..models import Document
from ..text.clean import plain
from ..text.tokens import Token, tokenise
from .context import Mention, noun_classes

LONGEST = 60  # code points


def label(mentions: tuple[Mention, ...], documents: Mapping[str, Document]) -> str:
    """Return a label of at most 60 code points: "officers investigated", "girl's age", "“days or weeks”"."""
    first = max(mentions, key=lambda m: (len(m.claim.predicate), -m.claim.start, m.claim.document))
    claim = first.claim
    if claim.kind == "quote":
        return _cut("“" + " ".join(claim.text.split()) + "”")
    if claim.kind == "age":
        return f"age of {_person(claim.subject)}"
    tokens = tokenise(plain(documents[claim.document].text), claim.sentence.start, claim.sentence.end)
    noun = _surface(tokens, claim.subject, claim.end) or claim.kind
    deed = _deed(tokens, claim.predicate)
    named = noun if claim.subject else claim.kind
    return _cut(f"{named} {deed}".strip() if deed else f"{named} ({_around(tokens, claim.start)})".replace(" ()", ""))


def _surface(tokens: tuple[Token, ...], subject: str | None, end: int) -> str | None:
    """Return the subject as the sentence prints it, nearest to the claim's end."""
    if subject is None:
        return None
    stem = subject[: max(3, len(subject) - 2)]
    near = [token for token in tokens if token.lower.startswith(stem)]
    return min(near, key=lambda token: abs(token.end - end)).lower if near else subject


def _deed(tokens: tuple[Token, ...], predicate: tuple[str, ...]) -> str:
    """Return the first verb of the predicate as the sentence prints it."""
    if not predicate:
        return ""
    verbs = mapping("verbs")
    return next((token.lower for token in tokens if verbs.get(token.lower) == predicate[0]), predicate[0])


def _around(tokens: tuple[Token, ...], start: int) -> str:
    """Return the last two words before a claim."""
    return " ".join(token.text for token in tokens if token.end <= start and token.kind == "word")[-24:].strip()


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _person(subject: str | None) -> str:
    """Return a name with capitals, a noun as it is."""
    if subject is None:
        return "a person"
    return subject if subject in noun_classes() else subject.title()
