"""A change beside its two ends: "from £40m to £50m, an increase of 25%", "by £3, from £10 to £12"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ..claims.base import Claim
from ..lexicon import words
from ..values.interval import Interval
from ..values.quantity import Quantity, plain_decimal
from ..values.units import POINT, SHARE, by_name
from .base import Article, Reckoned, Reckoning, figure, measured

HUNDRED = Decimal(100)
ZEROS = 3  # digits from which zeros at the end of a whole number may be rounding
_DIGITS = re.compile(r"[\d.,]*\d")
Ends = tuple[Interval, Interval]


def find(article: Article) -> Iterator[Reckoned]:
    """Yield the changes told as an amount or a share that stand beside their two ends."""
    for told in article.sentences("change", "money", "measure", "count", "percent"):
        for left, right in pairwise(told):
            ends, change = (left, right) if _has_ends(left) else (right, left)
            if _has_ends(ends) and not _has_ends(change) and _joined(article, left, right):
                yield from _reckoned(change, (ends,))
        for change, last, first in zip(told, told[1:], told[2:], strict=False):
            if change.kind == "change" and _led(article, change, last, first):
                yield from _reckoned(change, (first, last))


def _has_ends(claim: Claim) -> bool:
    """Return whether a claim is a change told by both its ends; "grew 4-7%" is one amount."""
    told = claim.kind == "change" and claim.text.lower().startswith("from ")
    return told and isinstance(claim.value, Quantity) and len(claim.value.stated) == 2


def _joined(article: Article, left: Claim, right: Claim) -> bool:
    """Return whether only words of change stand between two claims: ", an increase of", ", or", nothing."""
    between = article.between(left, right).replace(",", " ").replace("(", " ").split()
    return set(between) <= words("changes") | words("change_joints") and len(between) < 5


def _led(article: Article, change: Claim, last: Claim, first: Claim) -> bool:
    """Return whether a change leads to a level from another of one kind and unit: "3% to £50m from £40m"."""
    units = {claim.value.unit for claim in (last, first) if isinstance(claim.value, Quantity)}
    apart = article.between(change, last) == "to" and article.between(last, first).removeprefix(", ") == "from"
    return apart and last.kind == first.kind != "change" and len(units) == 1


def _reckoned(change: Claim, ends: tuple[Claim, ...]) -> Iterator[Reckoned]:
    """Yield a change beside each amount or share that its ends make, the nearest of them."""
    value, levels = change.value, _levels(ends)
    if not isinstance(value, Quantity) or len(value.stated) != 1 or levels is None:
        return
    unit = getattr(ends[0].value, "unit", None)
    ways = [(measured("ends", change, value.interval, meant), told) for meant, told in _ways(value, unit, levels)]
    if ways:
        nearest = min(ways, key=lambda way: way[0].difference or Decimal(0))
        yield Reckoned(change, ends, *nearest)


def _levels(ends: tuple[Claim, ...]) -> Ends | None:
    """Return both ends of a change as precisely as they are printed, the first first."""
    values = [claim.value for claim in ends if isinstance(claim.value, Quantity)]
    digits = [text.replace(",", "") for value in values for text in _DIGITS.findall(value.literal)]
    stated = [Decimal(number) for value in values for number in value.stated]
    if not len(digits) == len(stated) == 2 or not all(_is_number(text) for text in digits):
        return None
    return _printed(stated[0], digits[0]), _printed(stated[1], digits[1])


def _is_number(text: str) -> bool:
    return text.count(".") <= 1 and text.strip("0.") != ""


def _printed(stated: Decimal, digits: str) -> Interval:
    """Return the numbers that would be printed so: "£40m" to the million, 1,200 to the hundred."""
    whole, point, rest = digits.partition(".")
    zeros = 0 if point or len(whole) < ZEROS else len(whole) - len(whole.rstrip("0"))
    half = Decimal(1).scaleb(zeros - len(rest)) * stated / Decimal(digits) / 2
    return Interval(stated - half, stated + half)


def _ways(value: Quantity, of: str | None, levels: Ends) -> Iterator[tuple[Interval, str]]:
    """Yield each change that two ends make in the unit of a change: an amount, or a share of the first."""
    (low, high), (first, last) = (levels[0][:2], levels[1][:2]), (_middle(level) for level in levels)
    unit, level = by_name(value.unit or ""), by_name(of or "")
    if low[0] is None or low[1] is None or high[0] is None or high[1] is None or low[0] <= 0:
        return
    same = value.unit == of or (unit and unit.dimension == POINT.dimension)
    if same or (unit is None and level is None):
        yield _spread([one - other for one in high for other in low if one and other]), _amount(abs(last - first))
    if unit and unit.dimension == SHARE:
        shares = [(one - other) / other * HUNDRED for one in high for other in low if one and other]
        yield _spread(shares), f"{_amount(abs(last - first) / first * HUNDRED)}%"


def _spread(amounts: list[Decimal]) -> Interval:
    """Return the sizes of a change between its least and its greatest."""
    least, most = min(amounts), max(amounts)
    if least < 0 < most:
        return Interval(Decimal(0), max(-least, most))
    return Interval(min(abs(least), abs(most)), max(abs(least), abs(most)))


def _middle(level: Interval) -> Decimal:
    return ((level.low or Decimal(0)) + (level.high or Decimal(0))) / 2


def _amount(number: Decimal) -> str:
    return figure(Decimal(plain_decimal(number)))


RECKONING = Reckoning("ends", frozenset(("change", "money", "measure", "count", "percent")), find)
