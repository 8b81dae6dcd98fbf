"""Words that count without a numeral: both officers, a pair of brothers, shot twice."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ...lexicon import mapping, table, words
from ...text.tokens import Tokens
from ..clauses.nouns import people
from ..clauses.subjects import Subject, is_plural, over_of, subject_after
from ..numerals import Numeral, number_words
from ..numerals.form import lower_at
from .approximation import modifiers_before
from .figure import Figure

_ARTICLES = frozenset(("a", "an", "the", "another"))
_TIMES = Subject("time", (), 0)


class Group(NamedTuple):
    """A counted group in half-open token places: its number as a figure, and what it counts."""

    figure: Figure
    subject: Subject
    last: int


def groups(tokens: Tokens) -> Iterator[Group]:
    """Yield the groups of people that words count, and how often a thing was done.

    Of things two are mostly told of as two because they come so: both sides, a pair of gloves.
    """
    uses = mapping("group_words")
    for place in tokens.places(uses):
        use = uses[tokens[place].lower]
        found = _times(tokens, place) if use == "times" else _things(tokens, place, use)
        if found:
            yield found


def _things(tokens: Tokens, place: int, use: str) -> Group | None:
    """Return the group of "both officers", "both of the boats", "a pair of brothers"."""
    if use == "of" and (lower_at(tokens, place + 1) != "of" or lower_at(tokens, place - 1) not in _ARTICLES):
        return None
    at = over_of(tokens, place + 1)
    counted = subject_after(tokens, at)
    if counted is None or not is_plural(tokens[counted.last - 1].lower) or counted.noun not in _people():
        return None
    joined = {"and", "or"} & {*tokens.lowers[at : counted.last + 1]}  # both men and women
    apposed = lower_at(tokens, place - 1) == "," and lower_at(tokens, counted.last) in ("", ".", ",")
    if joined or (use == "both" and (apposed or lower_at(tokens, place - 1) in words("before_both"))):
        return None
    return Group(_figure(tokens, place), counted, counted.last)


@cache
def _people() -> frozenset[str]:
    """Return the nouns that count people and do not come in twos, as parents do."""
    return people() - words("paired_nouns")


def _times(tokens: Tokens, place: int) -> Group | None:
    """Return how often something was done: shot twice; not "twice as many", "twice a week", "once or twice"."""
    behind, before = lower_at(tokens, place + 1), lower_at(tokens, place - 1)
    compares = behind in words("behind_twice") or behind in number_words()
    if compares or "or" in (behind, before) or mapping("verbs").get(before) == "think":
        return None
    return Group(_figure(tokens, place), _TIMES, place + 1)


def _figure(tokens: Tokens, place: int) -> Figure:
    """Return the number that a word stands for."""
    number = next(row[2] for row in table("group_words") if row[0] == tokens[place].lower)
    opens, modifiers = modifiers_before(tokens, place, ranged=False)
    numeral = Numeral(place, place + 1, Decimal(number), Decimal(1), written=True)
    return Figure(opens, place, place + 1, (numeral,), None, modifiers, None, place + 1)
