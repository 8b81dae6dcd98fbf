"""Phrases of a lexicon table found in a run of tokens, longest first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..lexicon import Row, table
from ..text.tokens import Token, tokenise


class Phrase(NamedTuple):
    """A table row that stands in the tokens, with its half-open token range."""

    row: Row
    first: int
    last: int


@cache
def _by_ends(
    name: str,
) -> tuple[dict[str, list[tuple[tuple[str, ...], Row]]], dict[str, list[tuple[tuple[str, ...], Row]]]]:
    """Return the rows of a table by the first and by the last word of their phrase, longest first."""
    opening: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    closing: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    for row in table(name):
        phrase = tuple(token.lower for token in tokenise(row[0]))
        opening.setdefault(phrase[0], []).append((phrase, row))
        closing.setdefault(phrase[-1], []).append((phrase, row))
    for place in (opening, closing):
        for entries in place.values():
            entries.sort(key=lambda entry: -len(entry[0]))
    return opening, closing


def phrase_from(name: str, tokens: Sequence[Token], first: int) -> Phrase | None:
    """Return the longest phrase of a table that begins at a token."""
    if first >= len(tokens):
        return None
    for phrase, row in _by_ends(name)[0].get(tokens[first].lower, ()):
        if _stands(phrase, tokens, first):
            return Phrase(row, first, first + len(phrase))
    return None


def phrase_until(name: str, tokens: Sequence[Token], last: int) -> Phrase | None:
    """Return the longest phrase of a table that ends right before a token place."""
    if last < 1:
        return None
    for phrase, row in _by_ends(name)[1].get(tokens[last - 1].lower, ()):
        first = last - len(phrase)
        if first >= 0 and _stands(phrase, tokens, first):
            return Phrase(row, first, last)
    return None


def _stands(phrase: tuple[str, ...], tokens: Sequence[Token], first: int) -> bool:
    """Return whether the words of a phrase stand from a token on."""
    if len(phrase) == 1:
        return True  # it was looked up by its only word
    return [token.lower for token in tokens[first : first + len(phrase)]] == list(phrase)


@cache
def changes() -> dict[str, Row]:
    """Return the words of change by form: (form, up or down, place)."""
    return {row[0]: row for row in table("changes")}
