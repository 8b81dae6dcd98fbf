"""Periods: "between 2016 and 2018", "from May 2007 until January 2011", "2016-2018"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Literal

from ..lexicon import words
from ..reading.clauses.predicates import nearest_verb
from ..reading.dates import Dated
from ..reading.dates.ranges import Ranged, ranges
from ..reading.numerals.form import lower_at
from ..values.calendar import DateMeasurements
from ..values.dates import Date, Expression, Span
from ..values.resolve import resolve
from .base import Claim, ClaimMeasurements, display_quantity, measure_dates, sign_date
from .kind import Kind
from .passage import Passage
from .placing import clause_tense, written_on

_NOON = 12
_YEAR = re.compile(r"\b\d{4}\b")
PAIR = 2  # years that a period prints: that of its beginning, that of its end


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the periods of a passage: two dates joined. "Since 2017" is a date with a bound."""
    for ranged in ranges(passage.tokens, passage.dates):
        if _every_week(ranged) or lower_at(passage.tokens, ranged.last) == "bc":
            passage.take(ranged.first, ranged.last)
        elif passage.taken.isdisjoint(range(ranged.first, ranged.last)):
            yield _claim(passage, ranged)


def _every_week(ranged: Ranged) -> bool:
    """Return whether hours stand before two days of a week, which are those of every week: 8 a.m. Monday-Friday."""
    start, end = ranged.start.written, ranged.end.written
    bare = ranged.first == ranged.start.first and not (start.day or end.day)
    return bare and bool(start.weekday and end.weekday) and _tells_hour(ranged.start) and not end.clock


def _claim(passage: Passage, ranged: Ranged) -> Claim:
    """Return the period from one date up to the end of another."""
    timed = all(_tells_hour(dated) for dated in (ranged.start, ranged.end))
    low, high = _hours(passage, ranged) if timed else _days(passage, ranged)
    value = Date(
        low=low,
        high=high,
        precision="minute" if timed else ranged.start.written.grain,
        literal=passage.text(ranged.first, ranged.last),
    )
    predicate = nearest_verb(passage.tokens, ranged.first, ranged.last)
    return passage.claim("period", value, ranged.first, ranged.last, predicate=predicate)


def _days(passage: Passage, ranged: Ranged) -> tuple[str | None, str | None]:
    """Return both ends as ISO days, the second open; a start without a year is the last before the end."""
    opening, closing = _placed(passage, ranged)
    return opening[0].isoformat() if opening else None, closing[1].isoformat() if closing else None


def _placed(passage: Passage, ranged: Ranged) -> tuple[Span | None, Span | None]:
    """Return the days of both dates: the end as its clause has it, the start as the last before the end.

    Two years or full dates that are printed the wrong way round change places.
    """
    start, end = (dated.written._replace(clock=None) for dated in (ranged.start, ranged.end))
    published = written_on(passage)
    opening = resolve(start, published, tense=clause_tense(passage, ranged.start))[1]
    closing = resolve(end, published, tense=clause_tense(passage, ranged.end))[1]
    if closing is None or start.shift is not None or start.within:
        return opening, closing
    if start.month and start.year is None:
        opening = _last_before(start, closing[0])
    elif start.weekday and not start.day:
        opening = resolve(start, closing[0], tense="past")[1]
    elif opening and opening[0] > closing[0] and end.year is not None and start.year is not None:
        return closing, opening
    return opening, closing


def _last_before(start: Expression, end: dt.date) -> Span | None:
    """Return the days of a date without a year in the year of the end, or in the one before."""
    found = resolve(start._replace(year=end.year), None)[1]
    return resolve(start._replace(year=end.year - 1), None)[1] if found and found[0] > end else found


def _hours(passage: Passage, ranged: Ranged) -> tuple[str, str]:
    """Return both ends as times of day, on the days that they tell; "2:30 to 3pm" is afternoon.

    A day that only one of them tells is also the other's, or the one beside it: "from 10pm to 6am on Friday".
    """
    low, high = (_clock(dated) for dated in (ranged.start, ranged.end))
    later = f"{int(low[:2]) + _NOON:02d}{low[2:]}"
    if "m" not in passage.text(ranged.start.first, ranged.start.last).lower() and later <= high:
        low = later
    days = [dated.written.grain == "day" for dated in (ranged.start, ranged.end)]
    if not any(days):
        return f"T{low}", f"T{high}"
    told = ranged.start if days[0] else ranged.end
    whole = ranged._replace(start=ranged.start if days[0] else told, end=ranged.end if days[1] else told)
    opening, closing = _placed(passage, whole)
    if opening is None or closing is None:
        return f"T{low}", f"T{high}"
    night = dt.timedelta(days=high <= low and opening == closing)
    first = opening[0] - (night if not days[0] else dt.timedelta())
    last = closing[0] + (night if days[0] else dt.timedelta())
    return f"{first.isoformat()}T{low}", f"{last.isoformat()}T{high}"


def _tells_hour(dated: Dated) -> bool:
    """Return whether a date has a time of day, not only a part of it: 3pm on Monday, but Monday morning."""
    return bool(dated.written.clock) and (dated.written.clock or "")[0].isdecimal()


def _clock(dated: Dated) -> str:
    """Return hour and minute of a time of day."""
    clock = dated.written.clock or "00"
    return clock if ":" in clock else f"{clock}:00"


class PeriodClaimMeasurements(ClaimMeasurements):
    """What is measured of one period: also whether its two years, where both are printed, are in order."""

    ends: Literal["in-order", "swapped", "unstated"]


def measure_claim(claim: Claim) -> PeriodClaimMeasurements:
    """Return the measurements of one period by itself."""
    years = [int(year) for year in _YEAR.findall(claim.text)]
    moved = not words("rescheduling_verbs").isdisjoint(claim.predicate)  # brought the vote forward from 2010 to 2008
    told = "unstated" if len(years) != PAIR or moved else "swapped" if years[0] > years[1] else "in-order"
    return PeriodClaimMeasurements.of(claim, ends=told)


KIND = Kind(
    "period",
    10,
    extract,
    DateMeasurements,
    measure_dates,
    display_quantity,
    sign_date,
    claim_measurements=PeriodClaimMeasurements,
    measure_claim=measure_claim,
    reads="dates",
)
