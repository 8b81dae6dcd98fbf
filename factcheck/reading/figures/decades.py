"""Ages told by their decade: "in his early 30s", "in her mid-forties", "in their 20s and 30s"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...lexicon import table, words
from ...text.tokens import Token, Tokens, touches
from ..dates.marks import number_at, word_at

_EDGES = {"early": (0, 4), "mid": (3, 7), "middle": (3, 7), "late": (6, 9)}  # years of a decade, both ends taken in
_JOINTS = frozenset(("and", "or", "to"))
_WHOLE = (0, 9)
_YOUNGEST, _OLDEST, _DECADE = 20, 110, 10

Span = tuple[int, int, int]  # the youngest and the oldest age, and the place behind


class Decade(NamedTuple):
    """A decade of somebody's life in half-open token places, with the youngest and oldest age it may mean."""

    first: int
    last: int
    youngest: int
    oldest: int


def decades_of_life(tokens: Tokens) -> Iterator[Decade]:
    """Yield the decades behind "in his", "in her", "in their"; of two the first to the last."""
    for place in tokens.places(words("owning_pronouns")):
        opened = _decade(tokens, place + 1) if place and tokens[place - 1].lower == "in" else None
        if opened is None:
            continue
        youngest, oldest, last = opened
        joined = _decade(tokens, last + 1) if word_at(tokens, last) in _JOINTS else None
        if joined and joined[1] > oldest:
            _, oldest, last = joined
        yield Decade(place + 1, last, youngest, oldest)


def _decade(tokens: Sequence[Token], at: int) -> Span | None:
    """Return the ages that "30s", "early thirties", "mid-40s" or "mid-to-late 50s" means, and the place behind."""
    edges = []
    while edge := _EDGES.get(word_at(tokens, at)):
        edges.append(edge)
        at += 1
        while word_at(tokens, at) in ("-", "to"):
            at += 1
    found = _plain(tokens, at)
    if found is None or not edges:
        return found
    youngest, oldest, last = found
    return youngest + edges[0][0], min(youngest + edges[-1][1], oldest), last


def _plain(tokens: Sequence[Token], at: int) -> Span | None:
    word = word_at(tokens, at)
    for name, youngest, oldest in table("age_decades"):
        if word == name:
            return int(youngest), int(oldest), at + 1
    number = number_at(tokens, at)
    plural = touches(tokens, at + 1) and tokens[at + 1].lower in ("s", "'s")
    if number is None or not plural or number % _DECADE or not _YOUNGEST <= number < _OLDEST:
        return None
    return number, number + _WHOLE[1], at + 2
