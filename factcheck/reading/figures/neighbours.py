"""What figures of a sentence lend each other: a unit, modifiers, the other end of a range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...lexicon import words
from ...text.tokens import Token, Tokens
from ...values.units import Unit
from ..clauses.subjects import subject_after
from ..numerals.form import lower_at
from .figure import Figure

# What stands between two figures of one unit: seven or eight miles, 7- and 8-inch, 20 by 30 feet.
_ENDS = frozenset(".,;)")
REACH = 6  # tokens between an amount and another that is set against it
_JOINTS = (("or",), ("and",), ("-", "or"), ("-", "and"), ("-", "and", "a"), ("by",), ("-", "by"), ("-", "by", "-"))


def with_neighbours(tokens: Tokens, found: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figures of a sentence with what each takes from the next and the one before."""
    if len(found) < 2:
        return tuple(found)
    lent = list(found)
    for place in reversed(range(len(found))):
        lent[place] = _lent(tokens, found, lent, place)
    return tuple(_bounded(tokens, lent))


def _bounded(tokens: Sequence[Token], found: Sequence[Figure]) -> Iterator[Figure]:
    """Yield figures, a lower and an upper bound of one thing as a range: more than 10 but fewer than 20."""
    before: Figure | None = None
    for figure in found:
        if before and _bounds(before, figure) and _joined(tokens[before.last : figure.opens]):
            numerals = (before.numerals[0], figure.numerals[0])
            figure = figure._replace(opens=before.opens, first=before.first, numerals=numerals, modifiers=())
            before = None
        if before:
            yield before
        before = figure
    if before:
        yield before


def _joined(between: Sequence[Token]) -> bool:
    """Return whether nothing but a joint stands between two figures."""
    return bool(between) and {token.lower for token in between} <= {"and", "but", ","}


def _bounds(low: Figure, high: Figure) -> bool:
    """Return whether two figures bound one quantity from below and from above."""
    if low.approximation not in ("more-than", "at-least") or high.approximation not in (
        "less-than",
        "at-most",
    ):
        return False
    return bool(low.single and high.single and low.single.value < high.single.value and low.unit in (None, high.unit))


def _lent(tokens: Tokens, found: Sequence[Figure], lent: Sequence[Figure], place: int) -> Figure:
    """Return a figure with what its neighbours lend it.

    A bare one takes the unit behind "or" and "and" (eight or nine euros, 7- or 8-inch), in a list behind
    its commas too (14, 16 and 19 years), or behind "by" (20 by 30 feet). A bare price takes the currency
    before it (84.75 cents, while the lowest is 74.07). The same amount in brackets takes the modifiers
    before them (more than 100 km (60 miles)).
    """
    figure = found[place]
    if place + 1 < len(found) and figure.unit is None and figure.single and not figure.single.ordinal:
        following = lent[place + 1]
        if following.unit and following.single and following.opens == following.first:
            between = tokens.lowers[figure.last : following.first]
            listed = between in ((",",), (",", "or"), (",", "and")) and found[place + 1].unit is None
            figure = figure._replace(unit=following.unit) if listed or between in _JOINTS else figure
    if figure.unit is None and figure.single and (price := _price_before(tokens, found, place)):
        figure = figure._replace(unit=price)
    if place and not figure.modifiers and lower_at(tokens, figure.first - 1) == "(":
        before = found[place - 1]
        bracket = before.last == figure.first - 1 and before.unit is not None and figure.unit is not None
        if bracket and before.unit != figure.unit and (before.unit.dimension == figure.unit.dimension):  # type: ignore[union-attr]
            figure = figure._replace(modifiers=before.modifiers)
    return figure


def _price_before(tokens: Sequence[Token], found: Sequence[Figure], place: int) -> Unit | None:
    """Return the currency of the amount before, where a bare figure is printed alike and ends its clause."""
    figure = found[place]
    if _compared(tokens, found, place):
        return found[place - 1].unit
    decimals = len(tokens[figure.last - 1].text.partition(".")[2])
    before = found[place - 1] if place else None
    if not decimals or before is None or before.unit is None or not before.unit.is_currency or before.single is None:
        return None
    printed = next((token for token in tokens[before.first : before.last] if token.kind == "number"), None)
    alike = printed is not None and len(printed.text.partition(".")[2]) == decimals
    ends = figure.last >= len(tokens) or tokens[figure.last].text in _ENDS
    return before.unit if alike and ends and not before.numerals[0].scaled else None


def _compared(tokens: Sequence[Token], found: Sequence[Figure], place: int) -> bool:
    """Return whether a bare figure is set against an amount of its scale: to 340 mln euros from 386 mln a year ago."""
    figure, before = found[place], found[place - 1] if place else None
    if before is None or before.unit is None or not before.unit.is_currency or not (before.single and figure.single):
        return False
    scales = {before.single.scale, figure.single.scale}
    near = figure.opens - before.last <= REACH and lower_at(tokens, figure.opens - 1) in words("comparing_words")
    return near and len(scales) == 1 and min(scales) > 1 and subject_after(tokens, figure.last) is None
