"""How two dates or periods lie to each other, at the precision in which each is told."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from .base import Measurements, Sides
from .dates import Date, Precision
from .quantity import Modified


class DateMeasurements(Measurements):
    """What can be said of two dates.

    `relation` is "unknown" where one cannot be placed on the calendar; then `written` tells whether
    both print the same expression, and `weekday` whether a bare weekday fits the other's day.
    `within-a-day` is true for two single days that are neighbours.
    """

    relation: Literal["equal", "inside", "overlap", "disjoint", "unknown"]
    written: Literal["same", "different"]
    weekday: Literal["fits", "differs", "unstated"]
    precision: Sides[Precision]
    modifier: Sides[Modified]
    within_a_day: bool


def compare_dates(left: Date, right: Date, approximations: tuple[str, str]) -> DateMeasurements:
    """Return the measurements between two dates, days half-open."""
    return DateMeasurements(
        relation=_relation(left, right),
        written="same" if left.written == right.written else "different",
        weekday=_weekday(left, right),
        precision=Sides[Precision](left=left.precision, right=right.precision),
        modifier=Sides[Modified](left=approximations[0], right=approximations[1]),  # type: ignore[arg-type]
        within_a_day=_neighbours(left, right),
    )


def _relation(left: Date, right: Date) -> Literal["equal", "inside", "overlap", "disjoint", "unknown"]:
    """Return how the days of two dates lie to each other, or the digits of two that lack a year."""
    if not (left.low or left.high) or not (right.low or right.high):
        return _by_digits(left, right)
    first, second = _ends(left), _ends(right)
    if first == second:
        return "equal"
    if first[1] <= second[0] or second[1] <= first[0]:
        return "disjoint"
    inside = first[0] >= second[0] and first[1] <= second[1] or second[0] >= first[0] and second[1] <= first[1]
    return "inside" if inside else "overlap"


def _ends(date: Date) -> tuple[str, str]:
    """Return both ends as ISO days, open ones beyond any date."""
    return date.low or "0000", date.high or "9999-99"


def _by_digits(left: Date, right: Date) -> Literal["equal", "inside", "disjoint", "unknown"]:
    """Return the relation of two TIMEX values whose unknown digits are X."""
    first, second = left.timex, right.timex
    if first is None or second is None or ("W" in first) != ("W" in second):
        return "unknown"
    if first == second:
        return "equal"
    pairs = zip(first.split("-"), second.split("-"), strict=False)
    known = [(one, other) for one, other in pairs if "X" not in one and "X" not in other]
    if any(one != other for one, other in known):
        return "disjoint"
    return "inside" if known else "unknown"


def _weekday(left: Date, right: Date) -> Literal["fits", "differs", "unstated"]:
    """Return whether a weekday that is not placed fits the other date's day."""
    for bare, placed in ((left, right), (right, left)):
        if (bare.timex or "").startswith("XXXX-WXX-") and placed.precision == "day" and placed.low:
            same = dt.date.fromisoformat(placed.low).isoweekday() == int((bare.timex or "0")[-1])
            return "fits" if same else "differs"
    return "unstated"


def _neighbours(left: Date, right: Date) -> bool:
    if left.precision != "day" or right.precision != "day" or not left.low or not right.low:
        return False
    return abs((dt.date.fromisoformat(left.low) - dt.date.fromisoformat(right.low)).days) == 1
