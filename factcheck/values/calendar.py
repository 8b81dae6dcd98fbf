"""How two dates or periods lie to each other, at the precision in which each is told."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Literal

from ..lexicon import mapping
from .base import Measurements, Sides
from .clock import Clock, minutes_apart, relate_clocks
from .dates import Date, Precision
from .quantity import Modified


class DateMeasurements(Measurements):
    """What can be said of two dates.

    `relation` is of their days, and "unknown" where one cannot be placed on the calendar; then `written`
    tells whether both print the same expression, or weeks apart the same weekday, and `weekday` whether a
    bare weekday fits the other's day. `within-a-day` is true for two single days that are neighbours.
    `clock` compares the times of day; `minutes-apart` counts between two that print an hour.
    """

    relation: Literal["equal", "inside", "overlap", "disjoint", "unknown"]
    written: Literal["same", "different"]
    weekday: Literal["fits", "differs", "unstated"]
    precision: Sides[Precision]
    modifier: Sides[Modified]
    within_a_day: bool
    clock: Clock
    minutes_apart: Decimal | None


def compare_dates(left: Date, right: Date, approximations: tuple[str, str]) -> DateMeasurements:
    """Return the measurements between two dates, days half-open."""
    return DateMeasurements(
        relation=_relation(left, right),
        written="same" if left.written == right.written or _weeks_apart(left, right) else "different",
        weekday=_weekday(left, right),
        precision=Sides[Precision](left=left.precision, right=right.precision),
        modifier=Sides[Modified](left=approximations[0], right=approximations[1]),
        within_a_day=_neighbours(left, right),
        clock=relate_clocks(left.timex, right.timex),
        minutes_apart=minutes_apart(left.timex, right.timex),
    )


def dates_at_odds(left: Date, right: Date) -> bool:
    """Return whether two dates, if of one event, cannot both be right, as far as their digits tell.

    Dates that cannot be placed are at odds unless both print the same, or a weekday fits a day.
    """
    if left.told == right.told and left.written == right.written:
        return False
    if relate_clocks(left.timex, right.timex) == "differs":
        return True
    relation = _relation(left, right)
    if relation == "unknown":
        return left.told != right.told and _weekday(left, right) != "fits"
    return relation == "disjoint"


def _relation(left: Date, right: Date) -> Literal["equal", "inside", "overlap", "disjoint", "unknown"]:
    """Return how the days of two dates lie to each other, or the digits of two that lack a year."""
    if not (left.low or left.high) or not (right.low or right.high):
        return _by_digits(left, right)
    if left.hours_alone != right.hours_alone:
        return "unknown"
    first, second = _ends(left), _ends(right)
    if first == second:
        return "equal"
    if first[1] <= second[0] or second[1] <= first[0]:
        return "disjoint"
    inside = (first[0] >= second[0] and first[1] <= second[1]) or (second[0] >= first[0] and second[1] <= first[1])
    return "inside" if inside else "overlap"


def _ends(date: Date) -> tuple[str, str]:
    """Return both ends as ISO days, open ones beyond any date."""
    return date.low or "0000", date.high or "9999-99"


def _by_digits(left: Date, right: Date) -> Literal["equal", "inside", "disjoint", "unknown"]:
    """Return the relation of two TIMEX values whose unknown digits are X."""
    first, second = _day_digits(left), _day_digits(right)
    if not first or not second or ("W" in first) != ("W" in second):
        return "unknown"
    if first == second:
        return "equal"
    pairs = zip(first.split("-"), second.split("-"), strict=False)
    known = [(one, other) for one, other in pairs if "X" not in one and "X" not in other]
    if any(one != other for one, other in known):
        return "disjoint"
    return "inside" if known else "unknown"


def _day_digits(date: Date) -> str:
    """Return the digits of a date that are printed, without a time of day; none where its day is implied."""
    day, mark, _ = (date.timex or "").partition("T")
    implied = mark or date.precision == "unknown"
    return "" if implied and date.low is None and "X" not in day else day


def _weekday(left: Date, right: Date) -> Literal["fits", "differs", "unstated"]:
    """Return whether a weekday that is not placed fits the other date's day."""
    for bare, placed in ((left, right), (right, left)):
        digits, day = _day_digits(bare), _single_day(placed)
        if digits.startswith("XXXX-WXX-") and day:
            return "fits" if day.isoweekday() == int(digits[-1]) else "differs"
    return "unstated"


def _single_day(date: Date) -> dt.date | None:
    """Return the day of a date that covers only one."""
    if not date.low or not date.high:
        return None
    if "T" in date.low:
        return None
    low, high = dt.date.fromisoformat(date.low), dt.date.fromisoformat(date.high)
    return low if high - low == dt.timedelta(days=1) else None


def _weeks_apart(left: Date, right: Date) -> bool:
    """Return whether two dates told by the same weekday alone were put into different weeks."""
    one, other = _single_day(left), _single_day(right)
    if one is None or other is None or one == other or (one - other).days % 7:
        return False
    return all(_by_weekday_alone(date) for date in (left, right))


def _by_weekday_alone(date: Date) -> bool:
    """Return whether a date prints a weekday and no month: "Saturday morning"."""
    names = {name.removesuffix("'s") for name in date.written.split()}
    return not names.isdisjoint(mapping("weekdays")) and names.isdisjoint(mapping("months"))


def _neighbours(left: Date, right: Date) -> bool:
    """Return whether two single days follow each other."""
    one, other = _single_day(left), _single_day(right)
    return one is not None and other is not None and abs((one - other).days) == 1
