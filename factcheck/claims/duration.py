"""Durations: "two years", "36-hour", "almost 14 days", "decades"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..lexicon import words
from ..reading.figures import Figure
from ..reading.subjects import singular, topic_before
from ..values.duration import Duration, timex
from ..values.interval import Interval
from ..values.quantity import Quantity, QuantityMeasurements, compare, plain_decimal
from ..values.units import TIME, by_name, to_base
from .base import Claim, Kind, display_quantity, sign_quantity
from .passage import Passage

DAY = Decimal(86400)
_PLURALS = frozenset(("hours", "days", "weeks", "months", "years", "decades", "centuries"))


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the durations of a passage."""
    yield from _bare(passage)
    for figure in passage.free():
        if figure.unit is None or figure.unit.dimension != TIME:
            continue
        last = max(figure.last, figure.closes)
        yield passage.claim(
            "duration",
            _value(passage, figure),
            figure.opens,
            last,
            subject=topic_before(passage.tokens, figure.opens),
            predicate=passage.predicate(figure.opens, last),
            modifiers=figure.modifiers,
        )


def _bare(passage: Passage) -> Iterator[Claim]:
    """Yield durations without a number, where a word says that time passes: "within weeks", "took years"."""
    tokens = passage.tokens
    for place in range(1, len(tokens)):
        if (
            tokens[place].lower in _PLURALS
            and tokens[place - 1].lower in words("before_durations")
            and place not in passage.taken
        ):
            unit = singular(tokens[place].lower)
            value = Duration(timex=timex((), unit), unit=unit, literal=tokens[place].text)
            predicate = passage.predicate(place, place + 1)
            yield passage.claim("duration", value, place, place + 1, predicate=predicate)


def _value(passage: Passage, figure: Figure) -> Duration:
    """Return the duration of a figure, its ends in days."""
    quantity = passage.quantity(figure, counted=True)
    unit = figure.unit.name if figure.unit else "day"
    days = _days(quantity)
    return Duration(
        timex=timex(quantity.stated, unit),
        stated=quantity.stated,
        unit=unit,
        low=None if days.low is None else plain_decimal(days.low),
        high=None if days.high is None else plain_decimal(days.high),
        low_closed=days.low_closed,
        high_closed=days.high_closed,
        literal=quantity.literal,
    )


def _days(quantity: Quantity) -> Interval:
    """Return a quantity of time as days."""
    unit = by_name(quantity.unit or "day")
    seconds = to_base(quantity.interval, unit) if unit else quantity.interval
    return seconds.scaled(1 / DAY)


def _as_quantity(claim: Claim) -> Quantity:
    """Return a duration as the quantity that it was printed as."""
    value = claim.value
    if not isinstance(value, Duration):
        raise TypeError(f"{claim.kind} carries no duration")
    days = value.interval
    factor = (by_name(value.unit) or by_name("day")).factor  # type: ignore[union-attr]
    back = DAY * factor.denominator / factor.numerator
    meant = days.scaled(back)
    low = None if meant.low is None else plain_decimal(meant.low.quantize(Decimal("1e-6")))
    high = None if meant.high is None else plain_decimal(meant.high.quantize(Decimal("1e-6")))
    return Quantity(
        stated=value.stated, low=low, high=high, low_closed=value.low_closed, high_closed=value.high_closed,
        literal=value.literal, unit=value.unit,
    )  # fmt: skip


def measure(left: Claim, right: Claim) -> QuantityMeasurements:
    """Return the measurements between two durations, converted to one unit."""
    return compare(_as_quantity(left), _as_quantity(right), (left.approximation, right.approximation))


def sign(claim: Claim) -> str:
    """Return the length and approximation of a duration."""
    return sign_quantity(claim.model_copy(update={"value": _as_quantity(claim)}))


KIND = Kind("duration", 70, extract, QuantityMeasurements, measure, display_quantity, sign)
