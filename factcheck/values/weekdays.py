"""What a date says of itself: whether its day exists, and is the weekday that is printed with it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from ..lexicon import mapping
from .dates import Date

DIGITS_OF_YEAR = 4
DIGIT_GROUPS = 3  # of a single day: 2022-02-09
LEAP_YEAR = 2000  # stands for a year that is not known: it has every day

Weekday = Literal["fits", "differs", "other-year", "unstated"]
Year = Literal["printed", "inferred"]
Day = Literal["real", "none", "unstated"]


def weekday_told(date: Date) -> Weekday:
    """Return whether the weekday that a date prints is that of its day.

    Without a year in print the day may be one of the years beside: then it is "other-year".

    >>> weekday_told(Date(timex="2022-02-09", literal="Thursday, 9 February 2022", precision="day"))
    'differs'
    """
    number, day = _printed_weekday(date), _calendar_day(date)
    if number is None or day is None:
        return "unstated"
    if day.isoweekday() == number:
        return "fits"
    years = () if year_told(date) == "printed" else (day.year - 1, day.year + 1)
    near = [other for other in (_in_year(day, year) for year in years) if other]
    return "other-year" if any(other.isoweekday() == number for other in near) else "differs"


def year_told(date: Date) -> Year:
    """Return whether a date prints the year of its day, or leaves it to be inferred."""
    year = (date.timex or "")[:DIGITS_OF_YEAR]
    return "printed" if year.isdecimal() and year in date.literal else "inferred"


def day_told(date: Date) -> Day:
    """Return whether the day that a date prints is one of the calendar: 31 June is none."""
    digits = (date.timex or "").partition("T")[0].split("-")
    if len(digits) != DIGIT_GROUPS or not "".join(digits[1:]).isdecimal():
        return "unstated"
    year, month, day = (int(part) if part.isdecimal() else LEAP_YEAR for part in digits)
    try:
        dt.date(year or LEAP_YEAR, month, day)
    except ValueError:
        return "none"
    return "real"


def weekday_of(date: Date) -> str:
    """Return the name of the weekday that a single day is, nothing where the day is not known."""
    day = _calendar_day(date)
    names = {number: name for name, number in mapping("weekdays").items() if name.endswith("day")}
    return names[str(day.isoweekday())].capitalize() if day else ""


def _printed_weekday(date: Date) -> int | None:
    """Return the number of the one weekday that a date prints beside its day."""
    names = [name.strip(",.()").removesuffix("'s").removesuffix("’s") for name in date.literal.lower().split()]
    found = {mapping("weekdays")[name] for name in names if name in mapping("weekdays")}
    numbered = any(name.removesuffix(suffix).isdecimal() for name in names for suffix in ("", "st", "nd", "rd", "th"))
    return int(found.pop()) if len(found) == 1 and numbered else None


def _calendar_day(date: Date) -> dt.date | None:
    """Return the day of a date that tells one, whatever its time of day."""
    try:
        return dt.date.fromisoformat((date.timex or "").partition("T")[0])
    except ValueError:
        return None


def _in_year(day: dt.date, year: int) -> dt.date | None:
    """Return the same day of another year, None for 29 February."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None
