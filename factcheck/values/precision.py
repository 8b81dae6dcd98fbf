"""What a printed figure means: its precision, and how an approximator moves its ends."""

from __future__ import annotations

from decimal import Decimal, getcontext

from .interval import Interval

# Shares of the value: how far a rounded figure, "almost", and "about" may reach. A figure of three
# digits or more that ends in zeros may have been rounded; "14" or "20 officers" was counted.
ROUNDED = Decimal("0.05")
NEAR_LEAST, NEAR_MOST = Decimal("0.05"), Decimal("0.10")
ABOUT_LEAST, ABOUT_MOST = Decimal("0.05"), Decimal("0.10")
COUNTED_BELOW = 100


def last_place(value: Decimal) -> Decimal:
    """Return the unit of the last digit that carries information.

    >>> last_place(Decimal("1200")), last_place(Decimal("14")), last_place(Decimal("2.40"))
    (Decimal('1E+2'), Decimal('1'), Decimal('0.01'))
    """
    printed = f"{value:f}"
    decimals = len(printed.partition(".")[2])
    zeros = 0 if decimals or not value else len(printed) - len(printed.rstrip("0"))
    return Decimal(1).scaleb(zeros - decimals)


def is_round(value: Decimal) -> bool:
    """Return whether a figure looks rounded rather than counted: 300, 14,000, not 14 or 1,204.

    >>> is_round(Decimal(14)), is_round(Decimal(14000)), is_round(Decimal(20))
    (False, True, False)
    """
    return abs(value) >= COUNTED_BELOW and last_place(value) > 1


def printed(value: Decimal, *, counted: bool, place: Decimal | None = None) -> Interval:
    """Return the numbers that would be printed so: half a last place to either side.

    `place` is the unit of the last digit where a scale word set it ("2.4 million": 100,000). A
    counted number below 100, or with no trailing zero, is exact.

    >>> printed(Decimal(14), counted=True).high
    Decimal('14')
    """
    unit = place if place is not None else last_place(value)
    if counted and (abs(value) < COUNTED_BELOW or unit <= 1):
        return Interval(value, value)
    half = unit / 2
    if unit > 1:
        half = min(half, abs(value) * ROUNDED)
    return Interval(value - half, value + half, True, False)


def approximate(value: Decimal, approximation: str, exact: Interval, place: Decimal) -> Interval:
    """Return the interval of a figure under an approximator class.

    >>> approximate(Decimal(14), "below", Interval(Decimal(14), Decimal(14)), Decimal(1))
    Interval(low=Decimal('13.30'), high=Decimal('14'), low_closed=True, high_closed=False)
    """
    near = _reach(value, place / 2, NEAR_LEAST, NEAR_MOST)
    about = _reach(value, place, ABOUT_LEAST, ABOUT_MOST)  # about 15 may be 14
    return {
        "below": Interval(value - near, value, True, False),
        "above": Interval(value, value + near, False, True),
        "around": Interval(value - about, value + about),
        "at-least": Interval(exact.low, None),
        "more-than": Interval(value, None, False, True),
        "at-most": Interval(None, exact.high, True, exact.high_closed),
        "less-than": Interval(None, value, True, False),
    }.get(approximation, exact)


def _reach(value: Decimal, step: Decimal, least: Decimal, most: Decimal) -> Decimal:
    """Return a step, held between two shares of the value."""
    size = abs(value)
    return min(max(step, size * least), size * most)


def rounded(number: Decimal, places: int) -> Decimal:
    """Return a number rounded to so many places; one that is too large to have them comes back as it is.

    >>> rounded(Decimal("2.0000004"), 6), rounded(Decimal("1e30"), 6)
    (Decimal('2.000000'), Decimal('1E+30'))
    """
    return number if number.adjusted() + places >= getcontext().prec else round(number, places)
