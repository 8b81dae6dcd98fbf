"""Phrases of a lexicon table found in a run of tokens, longest first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..lexicon import Row, table
from ..text.tokens import Token, tokenise

# By a word at one end and its neighbour: the phrases, and the rows that hold them.
Index = dict[str, dict[str, list[tuple[tuple[str, ...], Row]]]]


class Phrase(NamedTuple):
    """A table row that stands in the tokens, with its half-open token range."""

    row: Row
    first: int
    last: int


@cache
def _opening(name: str) -> Index:
    """Return the rows of a table by the first word of their phrase and the one behind it."""
    return _indexed(name, 0, 1)


@cache
def _closing(name: str) -> Index:
    """Return the rows of a table by the last word of their phrase and the one before it."""
    return _indexed(name, -1, -2)


def _indexed(name: str, end: int, inner: int) -> Index:
    """Return the rows by the word at an end and its neighbour, "" where there is none, longest phrase first."""
    found: Index = {}
    for row in table(name):
        phrase = tuple(token.lower for token in tokenise(row[0]))
        neighbour = phrase[inner] if len(phrase) > 1 else ""
        found.setdefault(phrase[end], {}).setdefault(neighbour, []).append((phrase, row))
    for rows in found.values():
        for entries in rows.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    return found


def phrase_from(name: str, tokens: Sequence[Token], first: int) -> Phrase | None:
    """Return the longest phrase of a table that begins at a token."""
    rows = _opening(name).get(tokens[first].lower) if first < len(tokens) else None
    if rows is None:
        return None
    if first + 1 < len(tokens):
        for phrase, row in rows.get(tokens[first + 1].lower, ()):
            if _stands(phrase, tokens, first):
                return Phrase(row, first, first + len(phrase))
    alone = rows.get("")
    return Phrase(alone[0][1], first, first + 1) if alone else None


def phrase_until(name: str, tokens: Sequence[Token], last: int) -> Phrase | None:
    """Return the longest phrase of a table that ends right before a token place."""
    rows = _closing(name).get(tokens[last - 1].lower) if last > 0 else None
    if rows is None:
        return None
    if last > 1:
        for phrase, row in rows.get(tokens[last - 2].lower, ()):
            first = last - len(phrase)
            if first >= 0 and _stands(phrase, tokens, first):
                return Phrase(row, first, last)
    alone = rows.get("")
    return Phrase(alone[0][1], last - 1, last) if alone else None


def _stands(phrase: tuple[str, ...], tokens: Sequence[Token], first: int) -> bool:
    """Return whether the words of a phrase stand from a token on; two are looked up already."""
    return len(phrase) == 2 or [token.lower for token in tokens[first : first + len(phrase)]] == list(phrase)


@cache
def changes() -> dict[str, Row]:
    """Return the words of change by form: (form, up or down, place)."""
    return {row[0]: row for row in table("changes")}
