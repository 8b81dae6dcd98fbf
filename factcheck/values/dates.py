"""Calendar expressions, certain and implied parts apart, and the days they cover."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

from ..lexicon import words
from .base import Value

Precision = Literal[
    "minute", "hour", "part", "day", "week", "weekend", "month", "quarter", "season", "half", "year",
    "decade", "century", "unknown",
]  # fmt: skip
Anchor = Literal["writing", "mentioned", "same", "guessed", "every"]
HOURS: tuple[Precision, ...] = ("hour", "minute")  # precisions that tell the hour
DAYS: tuple[Precision, ...] = ("day", "part", *HOURS)  # precisions that tell the day
Tense = Literal["past", "future"]
Span = tuple[dt.date, dt.date]
Placed = tuple[str | None, Span | None]  # the TIMEX3 value, and the days where they are known


class Expression(NamedTuple):
    """A date as written, before anything is inferred.

    Parts that are not printed are None. `shift` counts units of `grain` from the day of writing:
    "last week" is week, -1; "three days ago" is day, -3. A weekday, a month or a season may carry one:
    "last Friday". `counted` tells "a year ago" from "last year": it means about that day. `nth` counts
    inside `within`, from the end where negative: the last week of March. `season` is a season, the
    number of a quarter or half, or FY for a year of business; `feast` the rule of a day with a name.
    `clock` is an hour ("21"), a minute ("21:15") or a part of the day ("MO"), `zone` the letters or the
    offset behind it. `anchor` tells from which day `shift` counts: the day of writing, or the date
    mentioned before; "same" is the date mentioned before, moved by whole years; "guessed" is a date
    whose day and month may change places; "every" a weekday that comes round. `reference` is a TIMEX3
    word for what no calendar holds: PAST_REF for "recently".
    """

    grain: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    shift: int | None = None
    nth: int | None = None
    within: Expression | None = None
    clock: str | None = None
    zone: str = ""
    anchor: Anchor = "writing"
    reference: str | None = None
    counted: bool = False
    feast: str | None = None


class Date(Value):
    """A date of some precision, or a period of two dates (then without `timex`).

    `low` and `high` are ISO days, half-open; absent where an end is open or cannot be known. The ends
    of "between 4pm and 5pm" are times, on their day where it is told.
    """

    type: Literal["date"] = "date"
    timex: str | None = None
    low: str | None = None
    high: str | None = None
    precision: Precision = "unknown"
    literal: str

    @property
    def written(self) -> str:
        """Return the words in lower case without their preposition: how dates compare that cannot be resolved."""
        first, *rest = self.literal.lower().split()
        return " ".join(rest if rest and first in words("period_openers") else (first, *rest))

    @property
    def hours_alone(self) -> bool:
        """Return whether the ends are times of day on no known day."""
        return (self.low or "").startswith("T")

    @property
    def on_untold_day(self) -> bool:
        """Return whether the date is a time of day, and no word tells of which day."""
        day, mark, _ = (self.timex or "").partition("T")
        return bool(mark) and self.low is None and "X" not in day and self.precision in HOURS

    @property
    def told(self) -> str:
        """Return what tells the date from others: its day, else its time of day, else its words."""
        day, _, clock = (self.timex or "").partition("T")
        if self.low is None and clock and "X" not in day:
            return f"T{clock}"
        return day or self.written
