"""What figures of a sentence lend each other: a unit, modifiers, the other end of a range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..text.tokens import Token
from .figure import Figure
from .numerals.form import lower_at


def with_neighbours(tokens: Sequence[Token], found: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figures of a sentence with what each takes from the next and the one before."""
    return tuple(_bounded(tokens, [_lent(tokens, found, place) for place in range(len(found))]))


def _bounded(tokens: Sequence[Token], found: Sequence[Figure]) -> Iterator[Figure]:
    """Yield figures, a lower and an upper bound of one thing as a range: more than 10 but fewer than 20."""
    before: Figure | None = None
    for figure in found:
        joint = {token.lower for token in tokens[before.last : figure.opens]} if before else set()
        if before and joint and joint <= {"and", "but", ","} and _bounds(before, figure):
            numerals = (before.numerals[0], figure.numerals[0])
            figure = figure._replace(opens=before.opens, first=before.first, numerals=numerals, modifiers=())
            before = None
        if before:
            yield before
        before = figure
    if before:
        yield before


def _bounds(low: Figure, high: Figure) -> bool:
    """Return whether two figures bound one quantity from below and from above."""
    if low.approximation not in ("more-than", "at-least") or high.approximation not in (
        "less-than",
        "at-most",
    ):
        return False
    return bool(low.single and high.single and low.single.value < high.single.value and low.unit in (None, high.unit))


def _lent(tokens: Sequence[Token], found: Sequence[Figure], place: int) -> Figure:
    """Return a figure with what its neighbours lend it.

    A bare one takes the unit behind "or" and "and" (eight or nine euros, 7- or 8-inch); the same
    amount in brackets takes the modifiers before them (more than 100 km (60 miles)).
    """
    figure = found[place]
    if place + 1 < len(found) and figure.unit is None and figure.single and not figure.single.ordinal:
        following = found[place + 1]
        between = tuple(token.lower for token in tokens[figure.last : following.first])
        joined = between in (("or",), ("and",), ("-", "or"), ("-", "and"))
        if joined and following.unit and following.single and following.opens == following.first:
            figure = figure._replace(unit=following.unit)
    if place and not figure.modifiers and lower_at(tokens, figure.first - 1) == "(":
        before = found[place - 1]
        bracket = before.last == figure.first - 1 and before.unit is not None and figure.unit is not None
        if bracket and before.unit != figure.unit and (before.unit.dimension == figure.unit.dimension):  # type: ignore[union-attr]
            figure = figure._replace(modifiers=before.modifiers)
    return figure
