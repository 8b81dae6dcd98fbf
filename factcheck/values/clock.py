"""Times of day in TIMEX3 values, and how two of them lie to each other."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Literal, NamedTuple

Clock = Literal["same", "fits", "differs", "zone-untold", "unstated"]
HOUR, DAY = 60, 1440  # minutes
ZONE_STEP = 30  # minutes: zones lie whole or half hours apart

# 2022-02-09T19:45+01:00 · T07 · 2022-02-09TMO
_CLOCK = re.compile(
    r"""
    T (?: (?P<hour>[0-9]{2}) (?: :(?P<minute>[0-9]{2}) )? (?P<zone> Z | [+-][0-9]{2}:[0-9]{2} )?
        | (?P<part>[A-Z]{2}) ) $
    """,
    re.VERBOSE,
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Minutes of the day that each part may hold; a night goes on after midnight, and an evening is part of it.
_PARTS = {
    "MO": ((0, 720),),
    "MI": ((660, 900),),
    "AF": ((720, 1140),),
    "EV": ((960, 1440),),
    "NI": ((1020, 1440), (0, 420)),
}
_APART = ({"MO", "NI"}, {"AF", "NI"})  # though 2 a.m. may be called either


class _Time(NamedTuple):
    """Minutes since midnight, and the offset of the zone in minutes, if one is printed."""

    minutes: int
    offset: int | None


def relate_clocks(left: str | None, right: str | None) -> Clock:
    """Return how the times of day of two TIMEX3 values lie; "fits" where a part of the day holds the other.

    Where one of two times prints a zone and they lie as far apart as two zones can, it is "zone-untold".

    >>> relate_clocks("T09:21", "TMO"), relate_clocks("2022-02-09T09:21", "TEV"), relate_clocks("T09:21", "T14:21Z")
    ('fits', 'differs', 'zone-untold')
    >>> relate_clocks("TMO", "TNI"), relate_clocks("TAF", "TEV")
    ('differs', 'fits')
    """
    one, other = _CLOCK.search(left or ""), _CLOCK.search(right or "")
    if one is None or other is None:
        return "unstated"
    if one["part"] or other["part"]:
        if one["part"] == other["part"]:
            return "same"
        if {one["part"], other["part"]} in _APART:
            return "differs"
        return "fits" if _overlap(_reach(one), _reach(other)) else "differs"
    apart = minutes_apart(left, right)
    if apart == 0:
        return "same"
    untold = (one["zone"] is None) != (other["zone"] is None)
    return "zone-untold" if untold and apart is not None and apart % ZONE_STEP == 0 else "differs"


def instant(timex: str | None) -> dt.datetime | None:
    """Return the instant of a TIMEX3 value that prints day, hour and zone, in UTC; else None.

    >>> instant("2022-02-09T23:30-05:00"), instant("2022-02-09T23:30")
    (datetime.datetime(2022, 2, 10, 4, 30), None)
    """
    time = _time(timex)
    day = (timex or "").partition("T")[0]
    if time is None or time.offset is None or not _DAY.fullmatch(day):
        return None
    return dt.datetime.fromisoformat(day) + dt.timedelta(minutes=time.minutes - time.offset)


def minutes_apart(left: str | None, right: str | None) -> Decimal | None:
    """Return the minutes between two times that print an hour, across zones where both print one.

    >>> minutes_apart("2022-02-09T19:45Z", "T20:15"), minutes_apart("T12:30-05:00", "T09:30-08:00")
    (Decimal('30'), Decimal('0'))
    """
    one, other = _time(left), _time(right)
    if one is None or other is None:
        return None
    zoned = one.offset is not None and other.offset is not None
    shift = (one.offset or 0) - (other.offset or 0) if zoned else 0
    apart = abs(one.minutes - other.minutes - shift) % DAY
    return Decimal(min(apart, DAY - apart))


def _time(timex: str | None) -> _Time | None:
    """Return the time that a TIMEX3 value prints, None for a part of the day and for none at all."""
    found = _CLOCK.search(timex or "")
    if found is None or found["part"]:
        return None
    zone = found["zone"]
    offset = None if zone is None else 0 if zone == "Z" else _offset(zone)
    return _Time(int(found["hour"]) * HOUR + int(found["minute"] or 0), offset)


def _offset(zone: str) -> int:
    hours, minutes = zone[1:].split(":")
    return (int(hours) * HOUR + int(minutes)) * (-1 if zone[0] == "-" else 1)


def _reach(found: re.Match[str]) -> tuple[tuple[int, int], ...]:
    """Return the minutes of the day that a time or a part of the day may mean."""
    if found["part"]:
        return _PARTS.get(found["part"], ((0, DAY),))
    at = (int(found["hour"]) * HOUR + int(found["minute"] or 0)) % DAY
    return ((at, at + 1),)


def _overlap(left: tuple[tuple[int, int], ...], right: tuple[tuple[int, int], ...]) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for one in left for other in right)
