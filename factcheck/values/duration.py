"""A length of time as it travels: as printed, as ISO 8601, and in days."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from .base import Value
from .interval import Interval

_ISO = {"second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "week": "{}W", "fortnight": "{}W",
        "month": "{}M", "year": "{}Y", "decade": "{}0Y", "century": "{}00Y"}  # fmt: skip

_YEARS = frozenset(("decade", "century"))  # ISO 8601 has no letter for them


class Duration(Value):
    """A duration; `low` and `high` are days as decimal strings, `stated` and `unit` as printed."""

    type: Literal["duration"] = "duration"
    timex: str
    stated: tuple[str, ...] = ()
    unit: str
    low: str | None = None
    high: str | None = None
    low_closed: bool = True
    high_closed: bool = True
    literal: str

    @property
    def interval(self) -> Interval:
        """Return the interval in days."""
        low = None if self.low is None else Decimal(self.low)
        high = None if self.high is None else Decimal(self.high)
        return Interval(low, high, self.low_closed, self.high_closed)


def timex(stated: tuple[str, ...], unit: str) -> str:
    """Return the TIMEX3 duration; X where no number is stated.

    >>> timex(("2",), "year"), timex((), "day"), timex(("36",), "hour")
    ('P2Y', 'PXD', 'PT36H')
    """
    number = stated[-1] if stated else "X"
    if number == "X" and unit in _YEARS:
        return "PXY"
    if unit == "fortnight" and number != "X":
        number = str(Decimal(number) * 2)
    return "P" + _ISO.get(unit, "{}X").format(number)
