"""Measures: "40 km", "8,849 metres", "35C": physical units of the lexicon, time apart."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.subjects import topic_before
from ..values.units import POINT, SHARE, TIME
from ..values.quantity import QuantityMeasurements
from .base import Claim, Kind, display_quantity, measure_quantities, sign_quantity
from .passage import Passage


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the measures of a passage."""
    for figure in passage.free():
        if figure.unit is None or figure.unit.is_currency or figure.unit.dimension in (TIME, SHARE, POINT.dimension):
            continue
        last = max(figure.last, figure.closes)
        yield passage.claim(
            "measure",
            passage.quantity(figure),
            figure.opens,
            last,
            subject=topic_before(passage.tokens, figure.opens),
            predicate=passage.predicate(figure.opens, last),
            modifiers=figure.modifiers,
        )


KIND = Kind("measure", 60, extract, QuantityMeasurements, measure_quantities, display_quantity, sign_quantity)
