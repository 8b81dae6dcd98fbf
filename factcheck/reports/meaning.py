"""What a value means, in words that a reader of a report understands."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from ..claims.part import Part
from ..values.base import Value
from ..values.dates import Date
from ..values.duration import Duration
from ..values.interval import Interval
from ..values.quantity import plain_decimal
from ..values.units import by_name
from .columns import printable

_PLAIN = frozenset(("year", "month", "day", "hour", "minute", "second"))
_PLACES = Decimal("0.001")  # to which the ends of a length of time are told


def meaning(value: Value) -> str:
    """Return what a value means in words: its literal, and what it stands for.

    >>> from ..values.quantity import Quantity
    >>> meaning(Quantity(literal="14", stated=("14",), low="13.3", high="14", high_closed=False, unit="officer"))
    '“14”, from 13.3 up to, but not including, 14; officer'
    """
    if isinstance(value, Part):
        return f"{meaning(value.part)} of {meaning(value.whole)}"
    literal = f"“{printable(getattr(value, 'literal', '') or getattr(value, 'words', ''))}”"
    return ", ".join(filter(None, (literal, sense(value))))


def sense(value: Value) -> str:
    """Return what a figure or date stands for, without its literal; nothing for words.

    A length of time is told in its own unit, which its ends are not kept in.

    >>> sense(Duration(timex="PT20M", stated=("20",), unit="minute", low="0.0125", high="0.0152778", literal="20"))
    'from 18 up to 22; minute'
    """
    if isinstance(value, Part):
        part = sense(value.part)
        if value.part.unit == value.whole.unit:
            part = interval_words(value.part.interval)
        return f"{part} of {sense(value.whole)}"
    if isinstance(value, Date):
        return _span(value)
    meant, unit = getattr(value, "interval", None), getattr(value, "unit", None)
    if not isinstance(meant, Interval):
        return ""
    if isinstance(value, Duration):
        meant, unit = _in_its_unit(meant, value.unit)
    return interval_words(meant) + (f"; {unit}" if unit else "")


def _span(date: Date) -> str:
    """Return a date as ISO 8601 and how well it is known; its first and last day where these do not tell them."""
    known = f"known to the {date.precision}"
    if date.timex and date.precision in _PLAIN:
        return f"{date.timex}, {known}"
    days = f"from {date.low} up to, but not including, {date.high}" if date.low and date.high else "no day known"
    return f"{date.timex or 'a period'}: {days}, {known}"


def _in_its_unit(days: Interval, name: str) -> tuple[Interval, str]:
    """Return a length of time in a unit, rounded; in days where the unit has no fixed length."""
    unit, day = by_name(name), by_name("day")
    if unit is None or day is None or unit.dimension != day.dimension:
        unit = day
    factor = day.factor / unit.factor if unit and day else Fraction(1)
    meant = days.scaled(factor)
    return meant._replace(low=_rounded(meant.low), high=_rounded(meant.high)), unit.name if unit else "day"


def _rounded(end: Decimal | None) -> Decimal | None:
    return None if end is None else Decimal(plain_decimal(end.quantize(_PLACES)))


def interval_words(meant: Interval) -> str:
    """Return an interval in words.

    >>> interval_words(Interval(Decimal(20000), None)), interval_words(Interval(Decimal(3), Decimal(3)))
    ('from 20,000', 'exactly 3')
    """
    low, high = (None if end is None else f"{end:,f}" for end in (meant.low, meant.high))
    if meant.low == meant.high is not None:
        return f"exactly {low}"
    begin = "" if low is None else f"from {low}" if meant.low_closed else f"more than {low}"
    end = "" if high is None else f"up to{'' if meant.high_closed else ', but not including,'} {high}"
    return " ".join(filter(None, (begin, end))) or "any number"
