"""How a hand or a memory turns one figure into another: two digits change places, a nought or a unit is lost."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal
from typing import Literal

Slip = Literal["transposed", "scale", "cut", "unit", "currency", "none"]
PAIR = 2  # digits that change places


def slip_between(left: Decimal, right: Decimal) -> Slip:
    """Return by what slip one figure may have come from another.

    "transposed" where two neighbouring digits have changed places, "scale" where one is ten, a hundred, a
    thousand times the other, "cut" where the digits behind a place are left out and the last one kept is not rounded.

    >>> slip_between(Decimal("12431"), Decimal("12341")), slip_between(Decimal("2.4"), Decimal("4.2"))
    ('transposed', 'transposed')
    >>> slip_between(Decimal("3000"), Decimal("30000")), slip_between(Decimal("41"), Decimal("13"))
    ('scale', 'none')
    >>> slip_between(Decimal("13870"), Decimal("13000")), slip_between(Decimal("61.8"), Decimal("61"))
    ('cut', 'cut')
    """
    if left == right or not left or not right:
        return "none"
    if left.normalize().as_tuple()[:2] == right.normalize().as_tuple()[:2]:  # sign and digits
        return "scale"
    if _transposed(f"{left:f}", f"{right:f}"):
        return "transposed"
    return "cut" if _cut(*sorted((left, right), key=abs)) else "none"


def _cut(short: Decimal, long: Decimal) -> bool:
    """Return whether a figure of two digits and more is the beginning of another, with noughts for the rest."""
    kept, ends = short.normalize().as_tuple(), int(long.normalize().as_tuple().exponent)
    place = int(kept.exponent)
    if len(kept.digits) < PAIR or short * long <= 0 or ends >= place:
        return False  # nothing stands behind the last digit that was kept
    return long.quantize(Decimal(1).scaleb(place), ROUND_DOWN) == short


def _transposed(one: str, other: str) -> bool:
    """Return whether two strings are the same but for two neighbouring digits, a point between them or none."""
    if len(one) != len(other):
        return False
    apart = [place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(apart) != PAIR:
        return False
    first, last = apart
    return one[first + 1 : last] in ("", ".") and (one[first], one[last]) == (other[last], other[first])
