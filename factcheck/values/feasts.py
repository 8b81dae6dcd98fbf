"""Days that are called by a name: the day of a year on which a rule of the table of feasts falls."""

from __future__ import annotations

import datetime as dt
import re

# 12-25 · 11:4:4+1 (the day after the fourth Thursday of November) · E-2
_RULE = re.compile(
    r"""
    (?: (?P<month>\d\d)-(?P<day>\d\d)
      | (?P<of>\d\d):(?P<weekday>\d):(?P<nth>-?\d)
      | E )
    (?P<on>[+-]\d+)? $
    """,
    re.VERBOSE,
)
WEEK = 7


def feast_day(rule: str, year: int) -> dt.date:
    """Return the day of a feast in a year; a rule that is none raises ValueError.

    >>> feast_day("E-2", 2024), feast_day("11:4:4+1", 2023), feast_day("05:1:-1", 2022)
    (datetime.date(2024, 3, 29), datetime.date(2023, 11, 24), datetime.date(2022, 5, 30))
    """
    told = _RULE.match(rule)
    if told is None:
        raise ValueError(f"“{rule}” is no rule of a feast")
    if told["month"]:
        day = dt.date(year, int(told["month"]), int(told["day"]))
    elif told["of"]:
        day = nth_weekday(year, int(told["of"]), int(told["weekday"]), int(told["nth"]))
    else:
        day = easter(year)
    return day + dt.timedelta(days=int(told["on"] or 0))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """Return the nth weekday of a month, from its end where negative.

    >>> nth_weekday(2024, 3, 7, -1)
    datetime.date(2024, 3, 31)
    """
    if nth > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.isoweekday()) % WEEK + WEEK * (nth - 1))
    last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    return last - dt.timedelta(days=(last.isoweekday() - weekday) % WEEK + WEEK * (-nth - 1))


def easter(year: int) -> dt.date:
    """Return Easter Sunday of the Gregorian calendar.

    Source: the anonymous algorithm of Nature 13, 487 (1876).

    >>> easter(2018), easter(2025)
    (datetime.date(2018, 4, 1), datetime.date(2025, 4, 20))
    """
    moon, century, rest = year % 19, year // 100, year % 100
    skipped = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * moon + century - century // 4 - skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (moon + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
