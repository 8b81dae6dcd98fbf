"""Calendar expressions, certain and implied parts apart, and the days they cover."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

from .base import Value

Precision = Literal["day", "week", "weekend", "month", "quarter", "season", "year", "decade", "century", "unknown"]
Span = tuple[dt.date, dt.date]
DECEMBER = 12


class Expression(NamedTuple):
    """A date as written, before anything is inferred.

    Parts that are not printed are None. `shift` counts units of `grain` from the day of writing:
    "last week" is week, -1; "three days ago" is day, -3. A weekday may carry one: "last Friday".
    """

    grain: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    shift: int | None = None


class Date(Value):
    """A date of some precision, or a period of two dates (then without `timex`).

    `low` and `high` are ISO days, half-open; absent where an end is open or cannot be known.
    `written` is the expression in lower case without its preposition: how two dates compare that
    cannot be resolved.
    """

    type: Literal["date"] = "date"
    timex: str | None = None
    low: str | None = None
    high: str | None = None
    precision: Precision = "unknown"
    literal: str
    written: str


def resolve(written: Expression, reference: dt.date | None, *, future: bool = False) -> tuple[str | None, Span | None]:
    """Return the TIMEX3 value and the half-open span of days; None for what cannot be known.

    A year that is not printed is the one that puts the date nearest to `reference`; a bare weekday
    is the last one up to and including that day, or with `future` the next. Without a reference the
    unknown digits are X, and nothing spans.
    """
    if written.shift is not None and written.weekday is None:
        return _relative(written, reference)
    if written.weekday is not None and written.day is None:
        return _weekday(written, reference, future=future)
    if written.year is None and reference is not None:
        written = written._replace(year=_nearest_year(written, reference))
    return _timex(written), _span(written)


def _nearest_year(written: Expression, reference: dt.date) -> int:
    """Return the year that puts a month or day within half a year of the reference."""
    month = written.month or 1
    months = (month - reference.month) + 0
    return reference.year + (1 if months < -6 else -1 if months > 6 else 0)


def _timex(written: Expression) -> str | None:
    year = f"{written.year:04d}" if written.year is not None else "XXXX"
    if written.grain == "day":
        return f"{year}-{written.month:02d}-{written.day:02d}"
    if written.grain == "month":
        return f"{year}-{written.month:02d}"
    if written.grain == "season":
        return f"{year}-{written.season}"
    if written.grain == "quarter":
        return f"{year}-Q{written.season}"
    if written.grain in ("decade", "century"):
        return year[:3] if written.grain == "decade" else year[:2]
    return year


def _span(written: Expression) -> Span | None:
    """Return the days of an expression whose parts are all known; None too for 31 June."""
    if written.year is None or not 1 <= written.year <= 9989:  # dt.date ends with 9999
        return None
    try:
        start = dt.date(written.year, written.month or 1, written.day or 1)
    except ValueError:
        return None
    if written.grain == "quarter":
        first = dt.date(written.year, 3 * int(written.season or 1) - 2, 1)
        return first, _months_on(first, 3)
    if written.grain == "season":
        return start, _months_on(start, 3)
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(written.grain)
    return (start, _months_on(start, months)) if months else (start, start + dt.timedelta(days=1))


def _months_on(day: dt.date, months: int) -> dt.date:
    """Return the first of the month that lies some months on.

    >>> _months_on(dt.date(2023, 12, 1), 1)
    datetime.date(2024, 1, 1)
    """
    count = day.year * DECEMBER + day.month - 1 + months
    return dt.date(min(count // DECEMBER, 9999), count % DECEMBER + 1, 1)


def _relative(written: Expression, reference: dt.date | None) -> tuple[str | None, Span | None]:
    """Return what "last week" or "three days ago" means from the day of writing."""
    if reference is None or written.shift is None:
        return None, None
    if written.grain == "day":
        return _one_day(reference + dt.timedelta(days=written.shift))
    if written.grain in ("week", "weekend"):
        monday = reference - dt.timedelta(days=reference.weekday()) + dt.timedelta(weeks=written.shift)
        year, week, _ = monday.isocalendar()
        timex = f"{year:04d}-W{week:02d}"
        if written.grain == "week":
            return timex, (monday, monday + dt.timedelta(days=7))
        return f"{timex}-WE", (monday + dt.timedelta(days=5), monday + dt.timedelta(days=7))
    if written.grain == "month":
        first = _months_on(reference.replace(day=1), written.shift)
        moved = Expression("month", first.year, first.month)
    elif written.grain == "season":
        moved = written._replace(year=reference.year + written.shift)
    else:
        years = {"decade": 10, "century": 100}.get(written.grain, 1)
        year = reference.year // years * years + written.shift * years
        moved = Expression(written.grain, year)
    return _timex(moved), _span(moved)


def _weekday(written: Expression, reference: dt.date | None, *, future: bool) -> tuple[str | None, Span | None]:
    """Return the day of a bare weekday: the last one up to the reference, or the next."""
    weekday = written.weekday or 1
    if reference is None:
        return f"XXXX-WXX-{weekday}", None
    back = (reference.isoweekday() - weekday) % 7
    if written.shift == 1 or (future and written.shift is None):
        return _one_day(reference + dt.timedelta(days=(weekday - reference.isoweekday()) % 7 or 7))
    if written.shift == -1 and back == 0:
        back = 7
    return _one_day(reference - dt.timedelta(days=back))


def _one_day(day: dt.date) -> tuple[str, Span]:
    return day.isoformat(), (day, day + dt.timedelta(days=1))
