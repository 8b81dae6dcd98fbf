"""A length of time beside the two dates that it lies between: "for ten days, from 3 July to 9 July"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ..claims.base import Claim
from ..values.dates import Date
from ..values.duration import Duration
from ..values.interval import Interval
from ..values.units import TIME, by_name
from .base import Article, Reckoned, Reckoning, measured

DAY = 86400
UNITS = {"day": 1, "week": 7, "month": 31, "year": 366}  # days that an end may be off for its precision
JOINED = frozenset(("", ",", "(", "–", "-", ":"))
NAMED = frozenset((", a term of", ", a period of", ", a total of", ", or", "– or"))


def find(article: Article) -> Iterator[Reckoned]:
    """Yield the lengths of time that stand beside their two dates, whichever comes first."""
    for told in article.sentences("duration", "period"):
        for left, right in pairwise(told):
            length, period = (left, right) if left.kind == "duration" else (right, left)
            joints = JOINED if length is left else NAMED
            if length.kind != period.kind == "period" and article.between(left, right) in joints:
                yield from _reckoned(length, period)


def _reckoned(length: Claim, period: Claim) -> Iterator[Reckoned]:
    """Yield a length of time beside the days that its two dates make."""
    meant, days = _meant(length), _days(period)
    if meant and days and days.low is not None and days.high is not None:
        unit = length.value.unit if isinstance(length.value, Duration) else "day"
        least, most = (_amount(end * DAY / _seconds(unit)) for end in (days.low, days.high))
        figure = f"{least} to {most} {unit}s" if days.low else f"at most {most} {unit}s"
        yield Reckoned(length, (period,), measured("dates", length, meant, days), figure)


def _amount(number: Decimal) -> str:
    """Return a number of units, to one decimal place where that matters."""
    return f"{number:.1f}".removesuffix(".0")


def _seconds(unit: str) -> Decimal:
    """Return the length of a unit of time."""
    known = by_name(unit)
    factor = known.factor if known and known.dimension == TIME else DAY
    return Decimal(int(factor))


def _meant(claim: Claim) -> Interval | None:
    """Return the days that a length may be, told to the nearest unit; None for hours, and where an end is open."""
    value = claim.value
    if not isinstance(value, Duration) or value.unit not in UNITS or value.low is None or value.high is None:
        return None
    half = _seconds(value.unit) / DAY / 2
    return Interval(Decimal(value.low) - half, Decimal(value.high) + half)


def _days(claim: Claim) -> Interval | None:
    """Return how many days a period may cover, its ends as coarse as they are told.

    Within "between 2001 and 2007" any shorter time may lie.
    """
    value = claim.value
    if not isinstance(value, Date) or value.precision not in UNITS or not (value.low and value.high):
        return None
    ends = [dt.date.fromisoformat(end) for end in (value.low, value.high)]
    longest, unit = Decimal((ends[1] - ends[0]).days), UNITS[value.precision]
    loose = unit if value.precision == "day" else 2 * unit
    shortest = 0 if claim.text.lower().startswith("between") else longest - loose
    return Interval(Decimal(max(shortest, 0)), longest)


RECKONING = Reckoning("dates", frozenset(("duration",)), find)
