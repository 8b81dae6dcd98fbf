"""Whose a figure is: the proper name before it in its clause, and the person who did what it counts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from ..claims.base import Claim
from ..lexicon import mapping, words
from ..reading.clauses.subjects import singular
from ..reading.numerals.units import unit_named
from ..reading.people.persons import is_name
from ..text.tokens import Token

_END = attrgetter("end")
OWNER_REACH = 8  # tokens before a claim in which the one it belongs to may be named
DOER_REACH = 16  # tokens before a claim in which the one who did it may be named
ASIDE = 8  # tokens between two commas that explain a name: "Roe, a lawyer from Leeds, pleaded guilty"
_STOPS = frozenset((".", ";", ":", "(", ")", '"'))


def owner(tokens: Sequence[Token], start: int) -> str | None:
    """Return the proper name nearest before an offset in its clause: who scored, which city reported."""
    last = bisect_right(tokens, start, key=_END)
    for token in reversed(tokens[max(0, last - OWNER_REACH) : last]):
        if token.kind == "mark" and token.text not in ("-", "'", "$"):
            return None
        if is_name(token) and (token is not tokens[0] or opens_as_name(token)):
            return _bare(token)
    return None


def opens_as_name(token: Token) -> bool:
    """Return whether the first word of a sentence is a name, as far as no list knows it for another word."""
    known = any(token.lower in words(table) for table in ("owning_pronouns", "persons_pronouns", "numbers"))
    plain = known or token.lower in mapping("verbs") or singular(token.lower) in words("nouns")
    return not plain and token.lower not in words("adjectives") and not unit_named(token)


def persons(claims: Iterable[Claim]) -> dict[str, str]:
    """Return the full names that a document tells of, by each of their words; none by a word that two have."""
    found: dict[str, str] = {}
    for claim in claims:
        if claim.kind not in ("role", "age") or " " not in (claim.subject or ""):
            continue
        name = claim.subject or ""
        for word in name.split():
            found[word] = name if found.get(word, name) == name else ""
    return {word: name for word, name in found.items() if name}


def doer(tokens: Sequence[Token], start: int, known: Mapping[str, str]) -> str | None:
    """Return the full name of the person who did what a figure counts, as far as the subject of its verb tells.

    "Roe, 33, pleaded guilty to nine counts"; "Roe said that he had won 306 votes". Nobody where a noun is the subject.
    """
    last = bisect_right(tokens, start, key=_END)
    verb = _verb_before(tokens, last)
    place = verb - 1 if verb is not None else -1
    while place >= 0:
        token = tokens[place]
        if token.text == ",":
            return _named(tokens, place - 1, known) or _explained(tokens, place, known)
        if token.lower in ("he", "she"):
            return next((found for at in range(place - 1, -1, -1) if (found := _named(tokens, at, known))), None)
        if is_name(token):
            return known.get(_bare(token))
        if token.lower not in mapping("verbs") and not token.lower.endswith("ly"):
            return None
        place -= 1
    return None


def _verb_before(tokens: Sequence[Token], last: int) -> int | None:
    """Return the place of the verb nearest before a place, no name and no mark but a comma between."""
    for place in range(last - 1, max(-1, last - 1 - DOER_REACH), -1):
        token = tokens[place]
        if token.text in _STOPS or is_name(token):
            return None
        if token.lower in mapping("verbs"):
            return place
    return None


def _explained(tokens: Sequence[Token], closing: int, known: Mapping[str, str]) -> str | None:
    """Return the person whom what stands between two commas explains: "Roe, 33, pleaded"."""
    for place in range(closing - 1, max(-1, closing - 1 - ASIDE), -1):
        if tokens[place].text == ",":
            return _named(tokens, place - 1, known)
    return None


def _named(tokens: Sequence[Token], place: int, known: Mapping[str, str]) -> str | None:
    token = tokens[place] if place >= 0 else None
    return known.get(_bare(token)) if token and is_name(token) else None


def _bare(token: Token) -> str:
    return token.lower.removesuffix("'s")
