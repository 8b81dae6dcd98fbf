"""Where a date as written lies on the calendar: its TIMEX3 value, and the days that it covers."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from .dates import Expression, Placed, Span, Tense
from .feasts import feast_day
from .zones import offset_on

DECEMBER, THURSDAY, SATURDAY, SUNDAY = 12, 4, 6, 7
_DAYS = {"week": 7, "month": 30, "year": 365}
SOON = 2  # months ahead that a day without a year may lie behind a verb in the past: "a 3 June hearing was set"


@lru_cache(maxsize=1 << 10)
def resolve(written: Expression, reference: dt.date | None, *, tense: Tense | None = None) -> Placed:
    """Return the TIMEX3 value and the half-open span of days; None for what cannot be known.

    A year that is not printed is the one that `tense` asks for, else the one that puts the date nearest
    to `reference`; a bare weekday is the last one up to and including that day, or in the future the
    first from that day on. Without a reference the unknown digits are X, and nothing spans. A time of day
    without a day is put on the day of reference in the TIMEX3 value, and spans nothing: it is implied.

    >>> resolve(Expression("month", month=10), dt.date(2008, 11, 18), tense="past")[0]
    '2008-10'
    >>> resolve(Expression("week", nth=-1, within=Expression("month", 2009, 3)), None)[0]
    '2009-W13'
    """
    try:
        return _resolved(written, reference, tense)
    except OverflowError:  # the calendar ends with the year 9999
        return None, None


def _resolved(written: Expression, reference: dt.date | None, tense: Tense | None) -> Placed:
    """Return what `resolve` does, for expressions that stay inside the calendar."""
    if written.reference is not None:
        return written.reference, None
    if written.clock is None:
        return _resolve_days(written, reference, tense)
    if written.grain != "day":
        day = reference.isoformat() if reference else ""
        return f"{day}T{written.clock}{offset_on(written.zone, reference)}", None
    day_timex, span = _resolve_days(written, reference, tense)
    zone = offset_on(written.zone, span[0] if span else None)
    return (f"{day_timex}T{written.clock}{zone}" if day_timex else None), span


def _resolve_days(written: Expression, reference: dt.date | None, tense: Tense | None) -> Placed:
    """Return value and span of an expression, its time of day left out."""
    if written.feast is not None:
        return _feast(written, reference, tense)
    if written.within is not None:
        return _inside(written, resolve(written.within, reference, tense=tense)[1])
    if written.day is not None and written.month is None:
        return _day_of_month(written, reference, tense)
    if written.weekday is not None and written.day is None:
        return _weekday(written, None if written.anchor == "every" else reference, tense)
    if written.grain == "weekend" and written.shift is None:
        return _weekend(reference, tense)
    if written.year is None and reference is not None and (written.month or written.season):
        written = written._replace(year=_year_of(written, reference, tense), shift=None)
    if written.shift is not None and not (written.month or written.season):
        return _relative(written, reference)
    return _timex(written), _span(written)


def _year_of(written: Expression, reference: dt.date, tense: Tense | None) -> int:
    """Return the year of a day, month, quarter, half or season that prints none.

    "Last March" is the latest that is over, "next March" the first to come; the past tense never
    reaches beyond the month of writing, nor the future behind it. Else it is the nearest.
    """
    month = _first_month(written)
    ahead = month - reference.month
    if written.shift == 0:
        return reference.year
    if written.shift in (-1, 1):
        whole = _span(written._replace(year=reference.year))
        over = whole is not None and whole[1] <= reference
        begun = whole is not None and whole[0] <= reference
        return reference.year - (not over) if written.shift == -1 else reference.year + begun
    if written.grain in ("quarter", "half"):
        return reference.year + (ahead < -2) if tense == "future" else reference.year - (ahead >= 0)
    if tense == "future":
        return reference.year + (ahead < 0)
    if tense == "past" and not 0 < ahead <= (SOON if written.day else 0):
        return reference.year - (ahead > 0)
    return reference.year + (1 if ahead < -6 else -1 if ahead > 6 else 0)


def _first_month(written: Expression) -> int:
    """Return the month in which an expression of a known part of the year begins."""
    if written.grain == "quarter":
        return 3 * int(written.season or 1) - 2
    if written.grain == "half":
        return 6 * int(written.season or 1) - 5
    return written.month or 1


def _inside(written: Expression, whole: Span | None) -> Placed:
    """Return a part of a longer span: October of next year, the last week of March."""
    if whole is None:
        return None, None
    if written.shift is not None:
        return _relative(Expression("day", shift=written.shift * (7 if written.grain == "week" else 1)), whole[0])
    if written.grain in ("week", "weekend") and written.nth is None:
        return _week(whole[0], weekend=written.grain == "weekend")
    if written.grain in ("week", "day") and written.nth is not None:
        return _nth_inside(written, whole)
    part = written._replace(year=whole[0].year, within=None, nth=None)
    return _timex(part), _span(part)


def _nth_inside(written: Expression, whole: Span) -> Placed:
    """Return the nth day or week of a span: a week belongs where its Thursday lies."""
    nth = written.nth or 1
    if written.grain == "day" and written.weekday is None:
        day = whole[0] + dt.timedelta(days=nth - 1) if nth > 0 else whole[1] + dt.timedelta(days=nth)
        return _one_day(day)
    sought = written.weekday or 4
    if nth > 0:
        day = whole[0] + dt.timedelta(days=(sought - whole[0].isoweekday()) % 7 + 7 * (nth - 1))
    else:
        last = whole[1] - dt.timedelta(days=1)
        day = last - dt.timedelta(days=(last.isoweekday() - sought) % 7 + 7 * (-nth - 1))
    return _one_day(day) if written.weekday else _week(day, weekend=False)


def _timex(written: Expression) -> str | None:
    """Return the TIMEX3 value of parts that are printed, X for a year that is not known."""
    year = f"{written.year:04d}" if written.year is not None else "XXXX"
    if written.grain == "day":
        return f"{year}-{written.month or 0:02d}-{written.day or 0:02d}" if written.month and written.day else None
    if written.grain == "month":
        return f"{year}-{written.month:02d}"
    if written.grain in ("season", "quarter", "half"):
        letter = {"quarter": "Q", "half": "H"}.get(written.grain, "")
        return f"{year}-{letter}{written.season}"
    if written.grain in ("decade", "century"):
        return year[:3] if written.grain == "decade" else year[:2]
    return f"{written.season or ''}{year}"


def _span(written: Expression) -> Span | None:
    """Return the days of an expression whose parts are all known; None too for 31 June."""
    if written.year is None or written.season == "FY" or not 1 <= written.year <= 9989:  # dt.date ends with 9999
        return None
    try:
        start = dt.date(written.year, _first_month(written), written.day or 1)
    except ValueError:
        return None
    months = {
        "month": 1,
        "quarter": 3,
        "season": 3,
        "half": 6,
        "year": 12,
        "decade": 120,
        "century": 1200,
    }.get(written.grain)
    return (start, _months_on(start, months)) if months else (start, start + dt.timedelta(days=1))


def _months_on(day: dt.date, months: int) -> dt.date:
    """Return the first of the month that lies some months on.

    >>> _months_on(dt.date(2023, 12, 1), 1)
    datetime.date(2024, 1, 1)
    """
    count = day.year * DECEMBER + day.month - 1 + months
    return dt.date(min(max(count // DECEMBER, 1), 9999), count % DECEMBER + 1, 1)


def _relative(written: Expression, reference: dt.date | None) -> Placed:
    """Return what "last week" or "three days ago" means from the day of writing."""
    if reference is None or written.shift is None or abs(written.shift) > 900:
        return None, None
    if written.grain == "day":
        return _one_day(reference + dt.timedelta(days=written.shift))
    if written.grain in ("week", "weekend"):
        timex, week = _week(reference + dt.timedelta(weeks=written.shift), weekend=written.grain == "weekend")
        return timex, _loosened(week, written, reference)
    if written.grain in ("month", "quarter"):
        size = 3 if written.grain == "quarter" else 1
        first = _months_on(reference.replace(day=1), written.shift * size)
        moved = Expression(written.grain, first.year, first.month, season=str((first.month + 2) // 3))
        if written.grain == "month":
            return _timex(moved), _loosened(_span(moved), written, reference)
    else:
        years = {"decade": 10, "century": 100}.get(written.grain, 1)
        year = reference.year // years * years + written.shift * years
        if year < 1:
            return None, None
        moved = Expression(written.grain, year)
    return _timex(moved), _loosened(_span(moved), written, reference)


def _loosened(span: Span | None, written: Expression, reference: dt.date) -> Span | None:
    """Return the days that "two weeks ago" may mean: the week counted, and half a unit around the exact day.

    What is not counted, "last week", keeps its ends; but on a Sunday, with which many begin their week, that is also
    the week which ends, and "this week" the one to come.
    """
    if span and written.grain == "week" and written.shift in (-1, 0) and reference.isoweekday() == SUNDAY:
        return span[0], span[1] + dt.timedelta(days=7)
    unit = _DAYS.get(written.grain)
    if span is None or not written.counted or written.shift is None or unit is None:
        return span
    day, slack = reference + dt.timedelta(days=written.shift * unit), dt.timedelta(days=(unit + 1) // 2)
    return min(span[0], day - slack), max(span[1], day + slack)


def _week(day: dt.date, *, weekend: bool) -> tuple[str, Span]:
    """Return the ISO week around a day, Monday to Sunday, or its weekend."""
    monday = day - dt.timedelta(days=day.weekday())
    year, week, _ = monday.isocalendar()
    timex = f"{year:04d}-W{week:02d}"
    if weekend:
        return f"{timex}-WE", (monday + dt.timedelta(days=5), monday + dt.timedelta(days=7))
    return timex, (monday, monday + dt.timedelta(days=7))


def _weekday(written: Expression, reference: dt.date | None, tense: Tense | None) -> Placed:
    """Return the day of a bare weekday: the last one up to the reference, or the next."""
    weekday = written.weekday or 1
    if reference is None:
        return f"XXXX-WXX-{weekday}", None
    back = (reference.isoweekday() - weekday) % 7
    ahead = (weekday - reference.isoweekday()) % 7
    if written.shift == 1:
        return _one_day(reference + dt.timedelta(days=ahead or 7))
    if tense == "future" and written.shift is None:
        return _one_day(reference + dt.timedelta(days=ahead))
    if written.shift == -1 and back == 0:
        back = 7
    return _one_day(reference - dt.timedelta(days=back))


def _day_of_month(written: Expression, reference: dt.date | None, tense: Tense | None) -> Placed:
    """Return "Friday the 15th": the nearest such day, on the side that the tense asks for, within a year."""
    if reference is None:
        return None, None
    back, ahead = tense != "future", tense != "past"
    steps = (day for apart in range(366) for day in (*(-apart,) * back, *(apart,) * ahead))
    for day in (reference + dt.timedelta(days=step) for step in steps):
        if day.day == written.day and written.weekday in (None, day.isoweekday()):
            return _one_day(day)
    return None, None


def _weekend(reference: dt.date | None, tense: Tense | None) -> Placed:
    """Return "the weekend": the last that has begun, in the future the first that has not ended, else the nearest."""
    if reference is None:
        return None, None
    back = reference.isoweekday() < (SATURDAY if tense == "past" else THURSDAY if tense is None else 0)
    return _week(reference - dt.timedelta(days=7 * back), weekend=True)


def _feast(written: Expression, reference: dt.date | None, tense: Tense | None) -> Placed:
    """Return the day of a feast in its printed year, else the last or the next, or the nearest."""
    rule = written.feast or ""
    if written.year is None and reference is None:
        return (f"XXXX-{rule}" if "-" in rule and rule[0] != "E" else None), None
    if written.year is not None or reference is None:
        return _one_day(feast_day(rule, written.year or 1))
    days = [feast_day(rule, reference.year + step) for step in (-1, 0, 1)]
    if written.shift == 1 or (written.shift is None and tense == "future"):
        return _one_day(next(day for day in days if day >= reference))
    if written.shift == -1 or tense == "past":
        return _one_day(next(day for day in reversed(days) if day <= reference))
    return _one_day(min(days, key=lambda day: abs(day - reference)))


def _one_day(day: dt.date) -> tuple[str, Span]:
    return day.isoformat(), (day, day + dt.timedelta(days=1))


def year_moved(placed: Placed, years: int) -> Placed:
    """Return a date of a known year, moved by whole years: "the same period last year".

    >>> year_moved(("2010-02", None), -1)
    ('2009-02', None)
    """
    timex = placed[0]
    if timex is None or not timex[:4].isdecimal():
        return None, None
    moved = f"{int(timex[:4]) + years:04d}{timex[4:]}"
    return moved, None
