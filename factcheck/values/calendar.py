"""How two dates or periods lie to each other, at the precision in which each is told."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Literal

from ..lexicon import mapping
from .base import Measurements, Sides
from .clock import Clock, instant, minutes_apart, relate_clocks
from .dates import Date, Precision
from .quantity import Modified

_EDGES = {"start": (0, 2), "mid": (1, 3), "end": (2, 4)}  # quarters of a date


class DateMeasurements(Measurements):
    """What can be said of two dates.

    `relation` is of their days, and "unknown" where one cannot be placed on the calendar; then `written`
    tells whether both print the same expression, or weeks apart the same weekday, and `weekday` whether a
    bare weekday fits the other's day. `within-a-day` is true for two single days that are neighbours.
    `bound` tells whether the other date keeps to "by March" or "after 2016", and `edge` whether it lies where
    "early 2019" says. `gap` is what lies between two dates, as a share of the longer. `clock` compares the
    times of day; `minutes-apart` counts between two that print an hour.
    """

    relation: Literal["equal", "inside", "overlap", "disjoint", "unknown"]
    written: Literal["same", "different"]
    weekday: Literal["fits", "differs", "unstated"]
    precision: Sides[Precision]
    modifier: Sides[Modified]
    within_a_day: bool
    bound: Literal["kept", "broken", "unstated"]
    edge: Literal["fits", "differs", "unstated"]
    gap: Decimal | None
    clock: Clock
    minutes_apart: Decimal | None


_TELLS_YEAR = re.compile(r"\d{4}|\b(?:last|next|this|previous|following)\b")


def compare_dates(left: Date, right: Date, approximations: tuple[str, str]) -> DateMeasurements:
    """Return the measurements between two dates, days half-open."""
    return DateMeasurements(
        relation=_of_instants(left, right) or _relation(left, right),
        written="same" if left.written == right.written or _weeks_apart(left, right) else "different",
        weekday=_weekday(left, right),
        precision=Sides[Precision](left=left.precision, right=right.precision),
        modifier=Sides[Modified](left=approximations[0], right=approximations[1]),
        within_a_day=_neighbours(left, right),
        bound=_bound(left, right, approximations),
        edge=_edge(left, right, approximations),
        gap=_gap(left, right),
        clock=relate_clocks(left.timex, right.timex),
        minutes_apart=minutes_apart(left.timex, right.timex),
    )


def dates_at_odds(left: Date, right: Date) -> bool:
    """Return whether two dates, if of one event, cannot both be right, as far as their digits tell.

    Dates that cannot be placed are at odds unless both print the same, a weekday fits a day, or
    an hour is the same on a day that only one tells.
    """
    if left.told == right.told and left.written == right.written:
        return False
    if left.on_untold_day != right.on_untold_day and relate_clocks(left.timex, right.timex) == "same":
        return False
    if (instants := _of_instants(left, right)) not in (None, "disjoint"):
        return instants == "equal" and relate_clocks(left.timex, right.timex) == "differs"
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
        return _in_one_year(left, right) or "disjoint"
    inside = (first[0] >= second[0] and first[1] <= second[1]) or (second[0] >= first[0] and second[1] <= first[1])
    return "inside" if inside else "overlap"


def _in_one_year(left: Date, right: Date) -> Literal["equal", "inside"] | None:
    """Return how two dates lie that name a month and no year, where only the years differ in which they were put.

    Whether "late August" is the last or the next is read from the tense, which may mislead.
    """
    one, other = sorted(((date.timex or "")[5:10] for date in (left, right)), key=len)
    if not one or not other.startswith(one) or not all(map(_by_month_alone, (left, right))):
        return None
    return "equal" if one == other else "inside"


def _by_month_alone(date: Date) -> bool:
    """Return whether a date prints a month and no year, nor which one: "3 March", but "last March"."""
    told = date.written.replace(".", "").split()
    named = not mapping("months").keys().isdisjoint(told)
    return named and not _TELLS_YEAR.search(date.written)


def _of_instants(left: Date, right: Date) -> Literal["equal", "disjoint", "unknown"] | None:
    """Return how two dates with day, hour and zone lie, whatever the day is called in each zone.

    Where only one prints its zone, neighbouring days may be one: 11pm on Tuesday, 0400 GMT on Wednesday.
    """
    one, other = instant(left.timex), instant(right.timex)
    if one and other and (left.on_untold_day or right.on_untold_day):
        return "equal" if minutes_apart(left.timex, right.timex) == 0 else None
    if one and other:
        return "equal" if one.date() == other.date() else "disjoint"
    untold = relate_clocks(left.timex, right.timex) == "zone-untold"
    return "unknown" if untold and _neighbours(left, right) else None


def _bound(left: Date, right: Date, approximations: tuple[str, str]) -> Literal["kept", "broken", "unstated"]:
    """Return whether a plain date keeps to the bound that the other sets: before its end, after its start."""
    for bounded, plain, (mine, its) in ((left, right, approximations), (right, left, approximations[::-1])):
        if mine not in ("before", "after") or its in ("before", "after") or not (bounded.low and plain.low):
            continue
        if "T" in (bounded.timex or ""):
            continue  # "after 9pm on Saturday" bounds the hour, not the day
        first, second = _ends(bounded), _ends(plain)
        kept = second[0] < first[1] if mine == "before" else second[1] > first[0]
        return "kept" if kept else "broken"
    return "unstated"


def _edge(left: Date, right: Date, approximations: tuple[str, str]) -> Literal["fits", "differs", "unstated"]:
    """Return whether a date lies in the part of the other that an edge names: early, mid, late."""
    if {"start", "end"} == set(approximations) and _ends(left) == _ends(right) and left.low:
        return "differs"
    for coarse, fine, edge in ((left, right, approximations[0]), (right, left, approximations[1])):
        part = _part_of(coarse, edge)
        if part is None or _relation(coarse, fine) != "inside" or not (fine.low and fine.high):
            continue
        if _in_one_year(left, right):
            continue  # the part was put into a year that may be the wrong one
        return "fits" if fine.low[:10] < part[1].isoformat() and fine.high[:10] > part[0].isoformat() else "differs"
    return "unstated"


def _gap(left: Date, right: Date) -> Decimal | None:
    """Return the days between two dates over the length of the longer, two decimals; 0 where they touch."""
    ends = [end for date in (left, right) for end in (date.low, date.high)]
    if any(end is None or "T" in end for end in ends):
        return None
    first, last, other, until = (dt.date.fromisoformat(end or "") for end in ends)
    between = max(other - last, first - until, dt.timedelta())
    longer = max(last - first, until - other)
    return Decimal(between.days * 100 // max(longer.days, 1)) / 100


def _part_of(date: Date, edge: str) -> tuple[dt.date, dt.date] | None:
    """Return the days that early, mid or late leave of a date: half of it, mid from a quarter to three."""
    share = _EDGES.get(edge)
    if share is None or not date.low or not date.high or "T" in date.low:
        return None
    low, high = dt.date.fromisoformat(date.low), dt.date.fromisoformat(date.high)
    return low + share[0] * (high - low) / 4, low + share[1] * (high - low) / 4


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
