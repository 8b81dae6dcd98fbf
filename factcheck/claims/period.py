"""Periods: "between 2016 and 2018", "from May 2007 until January 2011", "2016-2018"."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.dates import Dated
from ..reading.dates.ranges import Ranged, ranges
from ..reading.predicates import nearest_verb
from ..values.calendar import DateMeasurements
from ..values.dates import Date
from ..values.resolve import resolve
from .base import Claim, display_quantity, measure_dates, sign_date
from .kind import Kind
from .passage import Passage
from .placing import clause_tense, written_on

_NOON = 12


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the periods of a passage: two dates joined. "Since 2017" is a date with a bound."""
    for ranged in ranges(passage.tokens, passage.dates):
        if passage.taken.isdisjoint(range(ranged.first, ranged.last)):
            yield _claim(passage, ranged)


def _claim(passage: Passage, ranged: Ranged) -> Claim:
    """Return the period from one date up to the end of another."""
    timed = ranged.start.written.clock and ranged.end.written.clock
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
    start, end = ranged.start.written, ranged.end.written
    published = written_on(passage)
    span = resolve(end, published, tense=clause_tense(passage, ranged.end))[1]
    opening = resolve(start, published, tense=clause_tense(passage, ranged.start))[1]
    if span and start.month and start.year is None:
        opening = resolve(start._replace(year=span[0].year), None)[1]
        if opening and opening[0] > span[0]:
            opening = resolve(start._replace(year=span[0].year - 1), None)[1]
    return opening[0].isoformat() if opening else None, span[1].isoformat() if span else None


def _hours(passage: Passage, ranged: Ranged) -> tuple[str, str]:
    """Return both ends as times of day, on the day that either end tells; "2:30 to 3pm" is afternoon."""
    published = written_on(passage)
    told = next((dated for dated in (ranged.end, ranged.start) if dated.written.grain == "day"), None)
    span = resolve(told.written, published, tense=clause_tense(passage, told))[1] if told else None
    day = span[0].isoformat() if span else ""
    low, high = (_clock(dated) for dated in (ranged.start, ranged.end))
    later = f"{int(low[:2]) + _NOON:02d}{low[2:]}"
    if "m" not in passage.text(ranged.start.first, ranged.start.last).lower() and later <= high:
        low = later
    return f"{day}T{low}", f"{day}T{high}"


def _clock(dated: Dated) -> str:
    """Return hour and minute of a time of day."""
    clock = dated.written.clock or "00"
    return clock if ":" in clock else f"{clock}:00"


KIND = Kind("period", 10, extract, DateMeasurements, measure_dates, display_quantity, sign_date)
