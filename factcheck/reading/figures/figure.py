"""One quantity as printed: where it stands, its numerals, its unit and its modifiers."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ...models import Modifier
from ...values.interval import Interval
from ...values.precision import approximate, printed
from ...values.units import POINT, SHARE, Unit
from ..numerals import Numeral

DOZEN = Decimal(12)
_ONE = Decimal(1)
KEPT = 1 << 10  # meanings of numbers that are kept


class Figure(NamedTuple):
    """One quantity as printed, in token places (half-open).

    `first`–`last` is the figure with its unit, `opens` the first token of what modifies it.
    `numerals` holds one numeral, the two ends of a range, or none for a vague word (`vague`);
    `moved` tells that the two are the ends of a change: rose from 5% to 7%.
    """

    opens: int
    first: int
    last: int
    numerals: tuple[Numeral, ...]
    unit: Unit | None
    modifiers: tuple[Modifier, ...] = ()
    vague: Interval | None = None
    closes: int = 0  # past words behind the figure that modify it: "or more"
    moved: bool = False

    @property
    def approximation(self) -> str | None:
        """Return the class of the first approximator, None for a plain figure."""
        return next((m.class_ for m in self.modifiers if m.type == "approximator"), None)

    @property
    def single(self) -> Numeral | None:
        """Return the only numeral, None for a range or a vague word."""
        return self.numerals[0] if len(self.numerals) == 1 else None

    def interval(self, *, counted: bool) -> Interval:
        """Return what the figure means in its own unit, modifiers and precision applied."""
        if self.vague:
            return self.vague
        low = self.numerals[0]
        if len(self.numerals) == 2:
            ends = sorted(numeral.value for numeral in self.numerals)
            return Interval(ends[0], ends[1])
        if low.scale == DOZEN:
            return _by_eye(low.value, self.approximation)
        share = self.unit is not None and self.unit.dimension in (SHARE, POINT.dimension)
        return _meant(low.value, low.place, counted and not low.fraction, share, self.approximation)


@lru_cache(maxsize=KEPT)
def _meant(value: Decimal, place: Decimal, counted: bool, share: bool, approximation: str | None) -> Interval:
    """Return what a single number means; small ones come again and again. A bare 90% is rounded to no more than one."""
    exact = printed(value, counted=counted, place=min(place, _ONE) if share else place)
    return exact if approximation is None else approximate(value, approximation, exact, place)


def _by_eye(value: Decimal, approximation: str | None) -> Interval:
    """Return what is told in dozens: one more or less is a dozen too."""
    near = value / DOZEN
    exact = Interval(value - near, value + near)
    return exact if approximation is None else approximate(value, approximation, exact, 2 * near)
