"""Durations: "two years", "36-hour", "almost 14 days", "decades"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..lexicon import mapping
from ..reading.figures import Figure
from ..reading.figures.lengths import Vague, single, stretched, time_units, vague
from ..reading.figures.topics import lasting_near
from ..values.duration import Duration, timex
from ..values.interval import Interval
from ..values.precision import rounded
from ..values.quantity import Quantity, QuantityMeasurements, compare, plain_decimal
from ..values.units import TIME, by_name, to_base
from .base import Claim, display_quantity, sign_quantity
from .kind import Kind
from .passage import Passage

DAY = Decimal(86400)
MICRO = 6  # places of the ends of a length of time


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the durations of a passage: figures, "a day after", and "for years"."""
    for figure in passage.free():
        timed = figure if figure.unit else stretched(passage.tokens, figure)
        if timed and timed.unit and timed.unit.dimension == TIME and not _is_name(passage, timed):
            yield _claim(passage, timed)
    if time_units().keys().isdisjoint(passage.words):
        return
    for figure in single(passage.tokens):
        if passage.taken.isdisjoint(range(figure.opens, figure.last)):
            yield _claim(passage, figure)
    for many in vague(passage.tokens):
        if passage.taken.isdisjoint(range(many.first, many.last)):
            yield passage.claim("duration", _many(passage, many), many.first, many.last)


def _is_name(passage: Passage, figure: Figure) -> bool:
    """Return whether no length is told: an age that no kind has read, "their 15-year-old's school", or a zero day."""
    behind = [token.lower.removesuffix("'s") for token in passage.tokens[figure.last : figure.last + 2]]
    return behind == ["-", "old"] or (bool(figure.numerals) and figure.numerals[-1].value == 0)


def _claim(passage: Passage, figure: Figure) -> Claim:
    """Return the claim of a figure whose unit is one of time."""
    last = max(figure.last, figure.closes)
    predicate = passage.predicate(figure.opens, last)
    told = (mapping("lasting_deeds")[lemma] for lemma in predicate if lemma in mapping("lasting_deeds"))
    return passage.claim(
        "duration",
        _value(passage, figure),
        figure.opens,
        last,
        subject=lasting_near(passage.tokens, figure.opens, last) or next(told, None),
        predicate=predicate,
        modifiers=figure.modifiers,
    )


def _many(passage: Passage, many: Vague) -> Duration:
    """Return the duration of "years": of an unknown number, two at least."""
    days = Decimal(2) * many.unit.factor.numerator / many.unit.factor.denominator / DAY
    return Duration(
        timex=timex((), many.unit.name),
        unit=many.unit.name,
        low=plain_decimal(rounded(days, MICRO)),
        literal=passage.text(many.first, many.last),
    )


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
    low = None if seconds.low is None else seconds.low / DAY
    high = None if seconds.high is None else seconds.high / DAY
    return seconds._replace(low=low, high=high)


def _as_quantity(claim: Claim) -> Quantity:
    """Return a duration as the quantity that it was printed as."""
    value = claim.value
    if not isinstance(value, Duration):
        raise TypeError(f"{claim.kind} carries no duration")
    days = value.interval
    factor = (by_name(value.unit) or by_name("day")).factor  # type: ignore[union-attr]
    back = DAY * factor.denominator / factor.numerator
    meant = days.scaled(back)
    low = None if meant.low is None else plain_decimal(rounded(meant.low, MICRO))
    high = None if meant.high is None else plain_decimal(rounded(meant.high, MICRO))
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


def compared(claim: Claim) -> tuple[Claim, ...]:
    """Return the claim where it tells a number; "for years" makes no fact."""
    return (claim,) if isinstance(claim.value, Duration) and claim.value.stated else ()


KIND = Kind("duration", 70, extract, QuantityMeasurements, measure, display_quantity, sign, compared, in_turn=True)
