"""Intervals over decimals: the meaning of every quantity, open or closed at each end."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

_NOTHING = Fraction(0)
Relation = Literal["equal", "inside", "overlap", "disjoint"]


class Interval(NamedTuple):
    """All numbers between two ends; an end that is None is unbounded."""

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True

    def scaled(self, factor: Fraction | Decimal, offset: Fraction | Decimal = _NOTHING) -> Interval:
        """Return the interval in another unit: each end times a positive factor, plus an offset.

        A fraction is multiplied before it divides, so that 24 hours are one day and no less.

        >>> Interval(Decimal(24), None).scaled(Fraction(1, 24)).low
        Decimal('1')
        """
        factor, offset = Fraction(factor), Fraction(offset)

        def moved(end: Decimal | None) -> Decimal | None:
            if end is None:
                return None
            product = end * factor.numerator / factor.denominator
            return product + Decimal(offset.numerator) / offset.denominator if offset else product

        return Interval(moved(self.low), moved(self.high), self.low_closed, self.high_closed)


def exactly(value: Decimal) -> Interval:
    """Return the interval that holds one number."""
    return Interval(value, value)


def _below(first: Interval, second: Interval) -> bool:
    """Return whether all of the first lies under all of the second."""
    if first.high is None or second.low is None:
        return False
    if first.high == second.low:
        return not (first.high_closed and second.low_closed)
    return first.high < second.low


def _within(inner: Interval, outer: Interval) -> bool:
    """Return whether every number of the first is in the second."""
    low = outer.low is None or (
        inner.low is not None
        and (inner.low > outer.low or (inner.low == outer.low and outer.low_closed >= inner.low_closed))
    )
    high = outer.high is None or (
        inner.high is not None
        and (inner.high < outer.high or (inner.high == outer.high and outer.high_closed >= inner.high_closed))
    )
    return low and high


def holds(interval: Interval, value: Decimal) -> bool:
    """Return whether a number lies in an interval, its ends taken in whether they are closed or not."""
    return (interval.low is None or value >= interval.low) and (interval.high is None or value <= interval.high)


def relate(left: Interval, right: Interval) -> Relation:
    """Return how two intervals in one unit lie to each other.

    "inside" means that one of them, either, holds all of the other. Closed ends that touch overlap.
    Source: Allen (1983), reduced to four relations.

    >>> relate(Interval(Decimal(30), None), exactly(Decimal(34)))
    'inside'
    >>> relate(Interval(Decimal("13.3"), Decimal(14), True, False), exactly(Decimal(14)))
    'disjoint'
    """
    if left == right:
        return "equal"
    if _below(left, right) or _below(right, left):
        return "disjoint"
    return "inside" if _within(left, right) or _within(right, left) else "overlap"
