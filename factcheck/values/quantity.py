"""A quantity as it travels: the number as printed, and the interval that it means."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from ..lexicon import table
from .base import Measurements, Sides, Value
from .interval import Interval, Relation, holds, relate
from .precision import is_round, printed
from .slips import Slip, slip_between
from .units import by_name, other_money, to_base

Modified = Literal[
    "none", "below", "above", "around", "at-least", "more-than", "at-most", "less-than",
    "before", "after", "start", "mid", "end",
]  # fmt: skip
_DECIMALS = re.compile(r"\d\.\d")
CONVERTED = Decimal("0.02")  # share of a figure by which one converted from another unit is rounded
Form = Literal["counted", "round", "vague", "range"]


class Quantity(Value):
    """A number with what it may mean; see the report contract for the fields.

    `stated` holds decimal strings: one, two for a range, none for a vague word. `start` and `end`
    are given only for the halves of a part, which stand in one claim.
    """

    type: Literal["quantity"] = "quantity"
    stated: tuple[str, ...] = ()
    low: str | None = None
    high: str | None = None
    low_closed: bool = True
    high_closed: bool = True
    literal: str
    unit: str | None = None
    direction: Literal["up", "down"] | None = None
    start: int | None = None
    end: int | None = None

    @property
    def interval(self) -> Interval:
        """Return the interval that the quantity means, in its own unit."""
        low = None if self.low is None else Decimal(self.low)
        high = None if self.high is None else Decimal(self.high)
        return Interval(low, high, self.low_closed, self.high_closed)

    @property
    def form(self) -> Form:
        """Return how the figure looks: counted (14), round (14,000, a dozen), a range, or a vague word."""
        if len(self.stated) != 1:
            return "range" if self.stated else "vague"
        grouped = not _groups().isdisjoint(self.literal.lower().split())
        return "round" if grouped or is_round(Decimal(self.stated[0])) else "counted"


@cache
def _groups() -> frozenset[str]:
    """Return the words that count by groups: dozen."""
    return frozenset(word for word, _, role in table("numbers") if role == "group")


class QuantityMeasurements(Measurements):
    """What can be said of two quantities.

    `literal` is equal where both print one figure. `relation` is that of what they mean, converted to one
    unit: "inside" where one leaves room for the other, "disjoint" where they exclude each other, "incomparable"
    where the units differ in dimension. A `form` is counted (14), round (14,000), a range or vague (dozens). `gap` is
    the distance of the stated figures as a share of the larger, from 0 to 1, and `growth` tells which is smaller. A
    `slip` is how one figure may have come from the other: two digits "transposed", a power of ten in "scale",
    digits "cut" off and not rounded, the same digits with another "unit", or with another "currency". A `tally` is
    counted as it happens: victims, arrests, cases; what `ebbs` counts people of whom fewer are left, the missing.
    """

    literal: Literal["equal", "different"]
    relation: Literal["equal", "inside", "overlap", "disjoint", "incomparable"]
    modifier: Sides[Modified]
    form: Sides[Form]
    unit: Literal["same", "converted", "different"]
    direction: Literal["same", "opposite", "unstated"]
    gap: Decimal | None
    growth: Literal["left-smaller", "right-smaller", "unknown"] = "unknown"
    slip: Slip = "none"
    tally: bool = False
    ebbs: bool = False


@lru_cache(maxsize=1 << 12)
def plain_decimal(number: Decimal) -> str:
    """Return a decimal in digits, no exponent and no needless zeros.

    >>> plain_decimal(Decimal("2.40E+6")), plain_decimal(Decimal("0.50"))
    ('2400000', '0.5')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def compare(
    left: Quantity, right: Quantity, approximations: tuple[str, str], *, counted: bool = False
) -> QuantityMeasurements:
    """Return the measurements between two quantities with their approximator classes.

    What is `counted` is named by a noun, which is no unit even where one is called so: shares, points.
    """
    unit = "same" if counted else _unit_relation(left.unit, right.unit)
    figures = stated_in_base(left), stated_in_base(right)
    return QuantityMeasurements(
        literal="equal" if unit != "different" and _same_figure(left, right) else "different",
        relation="incomparable" if unit == "different" else relate_quantities(left, right),
        modifier=Sides[Modified](left=approximations[0], right=approximations[1]),
        form=Sides[Form](left=left.form, right=right.form),
        unit=unit,
        direction=_direction(left, right),
        gap=_gap(figures[0], figures[1]) if unit != "different" else None,
        growth=_growth(figures[0], figures[1]),
        slip=_slip(left, right, unit),
    )


def _same_figure(left: Quantity, right: Quantity) -> bool:
    """Return whether two quantities give the same figure, or the same word where they give none: dozens."""
    figures = stated_in_base(left), stated_in_base(right)
    return figures[0] == figures[1] and (bool(figures[0]) or left.literal.lower() == right.literal.lower())


def _unit_relation(left: str | None, right: str | None) -> Literal["same", "converted", "different"]:
    """Return whether two units are one, convert, or measure different things.

    Nouns that are counted are no units here: which nouns may be one is for the linker to say.
    """
    if left == right:
        return "same"
    first, second = by_name(left or ""), by_name(right or "")
    if first is None and second is None:
        return "same"
    if first is None or second is None or first.dimension != second.dimension:
        return "different"
    return "same" if first.factor == second.factor else "converted"


def relate_quantities(left: Quantity, right: Quantity) -> Relation:
    """Return how two quantities of one dimension lie to each other.

    Two estimates that meet in their margins alone, neither figure inside the other's, are disjoint: "about 600" and
    "some 700" are two figures, "about 60 metres" and "200 feet" are one. Two ranges are equal whose ends are as one
    that is rounded: from 4.1 to 5.2, from 4 to 5.
    """
    if _same_ends(left, right):
        return "equal"
    meant = _in_base(left), _in_base(right)
    relation = relate(*meant)
    if relation in ("disjoint", "overlap") and rounded_on_conversion(left, right):
        return "overlap"
    figures = stated_in_base(left), stated_in_base(right)
    if relation != "overlap" or any(len(figure) != 1 for figure in figures):
        return relation
    inside = holds(meant[0], figures[1][0]) or holds(meant[1], figures[0][0])
    return relation if inside else "disjoint"


def _same_ends(left: Quantity, right: Quantity) -> bool:
    """Return whether two ranges in one unit have the same ends, told with decimals by one and rounded by the other."""
    if left.unit != right.unit or not len(left.stated) == len(right.stated) == len(("low", "high")):
        return False
    if len(_DECIMALS.findall(left.literal)) == len(_DECIMALS.findall(right.literal)):
        return False
    pairs = [(Decimal(one), Decimal(other)) for one, other in zip(left.stated, right.stated, strict=True)]
    return all(holds(_rounded(one), other) or holds(_rounded(other), one) for one, other in pairs)


def _rounded(figure: Decimal) -> Interval:
    """Return what would be told as a figure."""
    return printed(figure, counted=False)


def rounded_on_conversion(left: Quantity, right: Quantity) -> bool:
    """Return whether two figures in two units of one dimension are as near as a writer rounds who converts one.

    >>> one, other = (Quantity(stated=(n,), literal=n, unit=u) for n, u in (("1160", "kilometre"), ("725", "mile")))
    >>> rounded_on_conversion(one, other)
    True
    """
    if left.unit == right.unit or _unit_relation(left.unit, right.unit) != "converted":
        return False
    gap = _gap(stated_in_base(left), stated_in_base(right))
    return gap is not None and gap <= CONVERTED


def _in_base(quantity: Quantity) -> Interval:
    unit = by_name(quantity.unit or "")
    return to_base(quantity.interval, unit) if unit else quantity.interval


def stated_in_base(quantity: Quantity) -> tuple[Decimal, ...]:
    """Return the figures as printed, in the base unit."""
    unit = by_name(quantity.unit or "")
    stated = tuple(Decimal(number) for number in quantity.stated)
    if unit is None:
        return stated
    points = (to_base(Interval(number, number), unit).low for number in stated)
    return tuple(point.normalize() for point in points if point is not None)


def _gap(left: tuple[Decimal, ...], right: tuple[Decimal, ...]) -> Decimal | None:
    """Return the distance of two single figures as a share of the larger, None where there are none."""
    if len(left) != 1 or len(right) != 1:
        return None
    largest = max(abs(left[0]), abs(right[0]))
    return abs(left[0] - right[0]) / largest if largest else Decimal(0)


def _growth(
    left: tuple[Decimal, ...], right: tuple[Decimal, ...]
) -> Literal["left-smaller", "right-smaller", "unknown"]:
    """Return which of two single figures is the smaller."""
    if len(left) != 1 or len(right) != 1 or left == right:
        return "unknown"
    return "left-smaller" if left < right else "right-smaller"


def _slip(left: Quantity, right: Quantity, unit: Literal["same", "converted", "different"]) -> Slip:
    """Return the slip between two single figures as printed; across units, only one of scale or of the unit."""
    if len(left.stated) != 1 or len(right.stated) != 1:
        return "none"
    if unit == "same":
        return slip_between(Decimal(left.stated[0]), Decimal(right.stated[0]))
    if unit == "different":
        return "currency" if left.stated == right.stated and other_money(left.unit, right.unit) else "none"
    if left.stated == right.stated:
        return "unit"
    converted = slip_between(stated_in_base(left)[0], stated_in_base(right)[0])
    return converted if converted == "scale" else "none"


def _direction(left: Quantity, right: Quantity) -> Literal["same", "opposite", "unstated"]:
    if left.direction is None or right.direction is None:
        return "unstated"
    return "same" if left.direction == right.direction else "opposite"
