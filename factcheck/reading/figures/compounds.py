"""Amounts in two parts: five feet 10 inches, 6ft 2, two hours and 15 minutes, 15 dollars 50."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ...text.tokens import Token, joins
from ...values.units import by_name
from ..numerals import Numeral, numeral_at
from ..numerals.form import lower_at
from ..numerals.units import Printed, unit_after, unit_named

INCHES = 12  # to the foot


def compound(tokens: Sequence[Token], numeral: Numeral, unit: Printed) -> tuple[Numeral, int]:
    """Return a numeral with a smaller unit behind it added in: five feet 10 inches, two hours and 15 minutes.

    What is smaller still may follow: 2hr 21min 12sec. A row of three or more with commas stays apart, and so does
    "two hundred pounds and 50p".
    """
    at = unit.last
    while lower_at(tokens, at) in ("and", ",") and at < unit.last + 2:
        at += 1
    hyphened = _is_hyphened(tokens, at)
    at += hyphened
    second = numeral_at(tokens, at) if at < len(tokens) else None
    if second and unit.unit.is_currency and unit.unit.factor == 1 and _ends_amount(tokens, second, at):
        return numeral._replace(value=numeral.value + second.value / 100, place=Decimal("0.01")), second.last
    smaller = _smaller(tokens, second, unit) if second and not second.ordinal else None
    near = at == unit.last + hyphened and unit.unit.name == "foot"
    if second and smaller is None and near and _inches(tokens, second, unit, hyphened=hyphened):
        return numeral._replace(value=numeral.value + second.value / INCHES, place=Decimal(1) / INCHES), second.last
    if second is None or smaller is None or smaller.unit.dimension != unit.unit.dimension:
        return numeral, unit.last
    if smaller.unit.is_rate or " per " in smaller.unit.name:
        return numeral, unit.last
    if (
        _in_row(tokens, numeral, unit)
        or _row_goes_on(tokens, smaller)
        or len(tokens[unit.first].text) > len(tokens[smaller.first].text) == 1
    ):
        return numeral, unit.last
    share = smaller.unit.factor / unit.unit.factor
    if not share < 1 or second.value * share.numerator >= share.denominator:
        return numeral, unit.last
    rest, last = compound(tokens, second, smaller)
    value = numeral.value + rest.value * share.numerator / share.denominator
    return numeral._replace(value=value, place=rest.place * share.numerator / share.denominator), last


def _is_hyphened(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a hyphen at a place joins feet to their inches: 6-foot-4, 5-foot-10-inch."""
    return lower_at(tokens, at) == "-" and lower_at(tokens, at - 1) in ("foot", "feet", "ft") and joins(tokens, at)


def _in_row(tokens: Sequence[Token], numeral: Numeral, unit: Printed) -> bool:
    """Return whether a unit of the kind stands right before, over a comma or "and"."""
    at = numeral.first - 1
    while lower_at(tokens, at) in ("and", ","):
        at -= 1
    before = unit_named(tokens[at]) if 0 <= at < numeral.first - 1 else None
    return before is not None and before.dimension == unit.unit.dimension


def _row_goes_on(tokens: Sequence[Token], unit: Printed) -> bool:
    """Return whether one more unit of the kind follows: 24 hours, 39 minutes, and 35 seconds."""
    at = unit.last
    while lower_at(tokens, at) in ("and", ","):
        at += 1
    third = numeral_at(tokens, at) if at > unit.last and at < len(tokens) else None
    following = unit_after(tokens, third.last) if third else None
    return following is not None and following.unit.dimension == unit.unit.dimension


def _ends_amount(tokens: Sequence[Token], cents: Numeral, at: int) -> bool:
    """Return whether a bare number right behind an amount is its hundredths: "15 dollars 50."."""
    bare = cents.last >= len(tokens) or tokens[cents.last].text in (".", "!", "?", ";")
    return (
        bare
        and lower_at(tokens, at - 1) != ","
        and 10 <= cents.value < 100
        and cents.value == int(cents.value)
        and not cents.ordinal
    )


def _inches(tokens: Sequence[Token], numeral: Numeral, unit: Printed, *, hyphened: bool) -> bool:
    """Return whether a bare number behind feet is inches: six foot one, 5 feet 11, a 6-foot-4 guard."""
    whole = numeral.value < INCHES and numeral.value == int(numeral.value) and not numeral.fraction
    following = tokens[numeral.last] if numeral.last < len(tokens) else None
    free = following is None or following.kind == "mark" or following.lower in ("and", "tall", "in", "or")
    return whole and (free or hyphened) and tokens[unit.last - 1].lower in ("foot", "feet", "ft")


def _smaller(tokens: Sequence[Token], second: Numeral, unit: Printed) -> Printed | None:
    """Return the unit of the second part; "in" behind "12 ft 2" is inches whatever follows."""
    found = unit_after(tokens, second.last)
    if found is None and lower_at(tokens, second.last) == "in" and lower_at(tokens, unit.last - 1) == "ft":
        inch = by_name("inch")
        return Printed(inch, second.last, second.last + 1) if inch else None
    return found
