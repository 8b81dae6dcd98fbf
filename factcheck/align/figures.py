"""How the values of two mentions lie to each other: the same, fitting, or at odds and how far."""

from __future__ import annotations

import datetime as dt
import math
import re
from decimal import Decimal

from ..claims.part import Part
from ..values.calendar import dates_at_odds
from ..values.clock import minutes_apart, relate_clocks
from ..values.dates import DAYS, HOURS, Date
from ..values.interval import Interval, relate
from ..values.precision import is_round
from ..values.quantity import Quantity, relate_quantities, rounded_on_conversion
from ..values.units import POINT, SHARE, by_name, other_money
from .mention import Mention

_NUMBERED = re.compile(r"\d")  # 21 August, and not Wednesday
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
WEEK = 7  # days
_CLOSE = ("none", "around", "below", "above")
NEAR_BY, FAR_OFF = math.log(1.5), math.log(3)  # ratios of two figures at odds
SLIP = 0.01  # in powers of ten: two figures of one spelling but for a nought or a scale
YEAR = 31_556_952  # seconds, the base unit in which ages are compared
YEARS = 4  # between two ages that may still be one person's
FAR = 14  # days, months or years


def at_odds(left: Mention, right: Mention) -> bool:
    """Return whether two mentions, if they speak of one fact, cannot both be right.

    Equal figures never are, whatever stands before them: that is for the rules to judge. Two ranges with other
    ends are, whatever they share.
    """
    one, other = left.claim.value, right.claim.value
    if isinstance(one, Date) and isinstance(other, Date):
        return dates_at_odds(one, other)
    if left.figure == right.figure:
        return two_moneys(left, right)
    if _is_range(left) and _is_range(right):
        return True
    if isinstance(one, Quantity) and isinstance(other, Quantity) and rounded_on_conversion(one, other):
        return False
    if left.meant and right.meant:
        return relate(left.meant, right.meant) == "disjoint"
    return True


def meet_in_margins(left: Mention, right: Mention) -> bool:
    """Return whether two estimates are not at odds, and yet two figures: "about 600" and "some 700"."""
    one, other = left.claim.value, right.claim.value
    if left.figure == right.figure or not (isinstance(one, Quantity) and isinstance(other, Quantity)):
        return False
    return relate_quantities(one, other) == "disjoint"


def two_moneys(left: Mention, right: Mention) -> bool:
    """Return whether two amounts of one figure, one that tells, are in two currencies: £340m, and €340m."""
    if not left.claim.kind == right.claim.kind == "money":
        return False
    return telling(left, right) and other_money(left.unit, right.unit)


def _is_range(mention: Mention) -> bool:
    """Return whether a value is told by its two ends."""
    return len(mention.stated) == 2


def agreement(left: Mention, right: Mention) -> str:
    """Return how much it says that two mentions agree: the rarer the figure, the more.

    "rare" (1,204), "plain" (14, or a round 300), "small" (two), "one", "vague" (dozens), "close" (60 m and 200 ft),
    "fits" ("at least 20" and 23); of dates "clock", "part", "dated", "day" and "longer", and "within" for a day of
    the month told.
    """
    one, other = left.claim.value, right.claim.value
    if isinstance(one, Date) and isinstance(other, Date):
        return _day_in_common(one, other)
    if left.figure != right.figure:
        return "close" if left.claim.approximation in _CLOSE and right.claim.approximation in _CLOSE else "fits"
    stated = one.part.stated if isinstance(one, Part) else left.stated
    if not stated:
        return "vague"
    if left.claim.kind == "age":
        return "plain"  # two years old or forty, one age is as seldom as another
    return _rarer(_rarity(Decimal(stated[0]))) if len(stated) > 1 else _rarity(Decimal(stated[0]))


def _day_in_common(one: Date, other: Date) -> str:
    """Return how closely two dates agree: on the hour, the part of a day, a day that both print by its number …"""
    hours = relate_clocks(one.timex, other.timex) == "same" and "part" not in (one.precision, other.precision)
    if one.told != other.told:
        return "clock" if hours else "within"
    if one.precision not in DAYS:
        return "longer"
    if one.timex == other.timex and one.precision in HOURS:
        return "clock"
    if "day" not in (one.precision, other.precision):
        return "part"
    return "dated" if all(_NUMBERED.search(date.literal) for date in (one, other)) else "day"


def telling(left: Mention, right: Mention) -> bool:
    """Return whether two mentions give one figure that is seldom a coincidence: 14, or 1,204, not two."""
    return left.figure == right.figure and agreement(left, right) in ("plain", "rare")


def _rarer(rarity: str) -> str:
    """Return how much it says that two figures are printed side by side twice: 3-1, 33-26, from 6 to 75."""
    return "rare" if rarity == "plain" else "plain"


def _rarity(figure: Decimal) -> str:
    """Return how much it says that a figure is printed twice."""
    if abs(figure) <= 10:
        return "one" if figure == 1 else "small"
    return "plain" if abs(figure) < 100 or is_round(figure) else "rare"


def distance(left: Mention, right: Mention) -> str:
    """Return how far two mentions at odds are from each other: "near", "slip", "some", "far".

    Two times of one day within an hour are "hour". Two of a row (the second child, the third child) are "row"; what
    has no number is "unknown".
    """
    one, other = left.claim.value, right.claim.value
    if isinstance(one, Date) and isinstance(other, Date):
        return _days_apart(one, other)
    if left.meant is None or right.meant is None:
        return "unknown"
    if left.claim.kind == "ordinal":
        return "row"
    if left.claim.kind == "age":
        return _years_apart(left.meant, right.meant)
    if _same_digits(left, right):
        return "slip"
    low, high = sorted(abs(middle(mention.meant)) for mention in (left, right) if mention.meant)
    if not low:
        return "far"
    ratio = math.log(high / low)
    if ratio <= NEAR_BY or _one_apart(one, other):
        return "near"
    if _is_power_of_ten(ratio):
        return "slip"
    return "some" if ratio <= FAR_OFF else "far"


def _years_apart(left: Interval, right: Interval) -> str:
    """Return how far two ages are apart: a year may be a birthday or a slip, ten are another person."""
    years = abs(middle(left) - middle(right)) / YEAR
    return "near" if years <= 1 else "some" if years <= YEARS else "far"


def _same_digits(left: Mention, right: Mention) -> bool:
    """Return whether one number is printed with two units: 200 feet and 200 metres."""
    return bool(left.stated) and left.stated == right.stated


def _one_apart(one: object, other: object) -> bool:
    """Return whether two figures of one unit are no more than one of it apart: one week and two."""
    one, other = (value.part if isinstance(value, Part) else value for value in (one, other))
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)) or one.unit != other.unit:
        return False
    return abs(middle(one.interval) - middle(other.interval)) <= 1


def _is_power_of_ten(ratio: float) -> bool:
    """Return whether the logarithm of a ratio is that of ten, a hundred …: a nought or a scale slipped."""
    powers = ratio / math.log(10)
    return abs(powers - round(powers)) < SLIP


def middle(interval: Interval) -> float:
    """Return the middle of an interval, of an unbounded one its end."""
    ends = [float(end) for end in (interval.low, interval.high) if end is not None]
    return sum(ends) / len(ends) if ends else 0.0


def _days_apart(one: Date, other: Date) -> str:
    """Return how far two days, months or years are apart, by the coarser of the two; of one day, how far two hours."""
    apart = hours_apart(one, other)
    if apart is not None:
        return "hour" if apart <= 1 else "unknown"
    if not (one.low and other.low) or one.low.startswith("T") or other.low.startswith("T"):
        return _weekdays_apart(one.told, other.told)
    days = abs((_day(one.low) - _day(other.low)).days)
    grain = (
        366 if "year" in (one.precision, other.precision) else 31 if "month" in (one.precision, other.precision) else 1
    )
    return "near" if days <= grain else "some" if days <= FAR * grain else "far"


def _weekdays_apart(one: str, other: str) -> str:
    """Return how far two weekdays are apart that no calendar places."""
    bare = _WEEKDAY.fullmatch(one), _WEEKDAY.fullmatch(other)
    if not (bare[0] and bare[1]):
        return "unknown"
    days = abs(int(bare[0][1]) - int(bare[1][1]))
    return "near" if days in (1, WEEK - 1) else "some"


def hours_apart(one: Date, other: Date) -> Decimal | None:
    """Return the hours between two times of one day, as far as both tell the day; None for any other two dates."""
    same_day = one.on_untold_day or other.on_untold_day or one.told == other.told
    minutes = minutes_apart(one.timex, other.timex) if same_day else None
    return None if minutes is None else minutes / 60


def _day(iso: str) -> dt.date:
    return dt.date.fromisoformat(iso[:10])


def dimension(mention: Mention) -> str:
    """Return the dimension of a value, empty for none; percent and points are for rules to tell apart."""
    if mention.meant is None:
        return ""
    unit = by_name(mention.unit or "")
    return "" if unit is None or unit.dimension in (SHARE, POINT.dimension) else unit.dimension
