"""Time zones: the offset that letters such as "ET" or "UK time" stand for on a day."""

from __future__ import annotations

import datetime as dt
from functools import cache

from ..lexicon import table
from .feasts import nth_weekday

SUNDAY = 7
HOUR, DAY = 60, 1440  # minutes
# First and last month of summer time, and which Sunday of each: 1 the first, -1 the last.
_SUMMER = {"us": ((3, 2), (11, 1)), "eu": ((3, -1), (10, -1))}


@cache
def _zones() -> dict[str, tuple[str, ...]]:
    """Return the rows of the table of zones by their name."""
    return {row[0]: row for row in table("time_zones")}


def offset_on(zone: str, day: dt.date | None) -> str:
    """Return the ISO 8601 offset of a zone on a day; empty where that is not known.

    An offset is returned as it is. The change of the clocks is told by the day alone, after the rules
    in force since 2007.

    >>> offset_on("ET", dt.date(2024, 7, 4)), offset_on("ET", dt.date(2024, 12, 4)), offset_on("ET", None)
    ('-04:00', '-05:00', '')
    """
    row = _zones().get(zone)
    if row is None:
        return zone
    if len(row) == 2:
        return "" if row[1] == "-" else row[1]
    if day is None:
        return ""
    opened, closed = (nth_weekday(day.year, month, SUNDAY, nth) for month, nth in _SUMMER[row[3]])
    return row[2] if opened <= day < closed else row[1]


def local_offset(clock: str, other: str, zone: str) -> str:
    """Return the offset of a local time that is printed beside the same time in another zone, of a known offset.

    >>> local_offset("20:00", "19:00", "Z"), local_offset("02", "22:30", "Z")
    ('+01:00', '+03:30')
    """
    apart = _minutes(clock) - _minutes(other) + _minutes(zone[1:] or "00") * (-1 if zone[:1] == "-" else 1)
    apart = (apart + DAY // 2) % DAY - DAY // 2
    return f"{'-' if apart < 0 else '+'}{abs(apart) // HOUR:02d}:{abs(apart) % HOUR:02d}"


def _minutes(clock: str) -> int:
    """Return the minutes of "19:30" or "19"."""
    hours, _, minutes = clock.partition(":")
    return int(hours) * HOUR + int(minutes or 0)
