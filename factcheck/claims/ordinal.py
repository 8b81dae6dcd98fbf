"""Ordinals: "a 10th", "the third inquiry"; the first, second and third of a list of reasons are none."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.subjects import subject_after
from ..values.quantity import QuantityMeasurements
from .base import Claim, Kind, display_quantity, measure_quantities, sign_quantity
from .passage import Passage


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the ordinals of a passage: those in digits, and in words where a noun follows."""
    for figure in passage.free():
        if len(figure.numerals) != 1 or not figure.numerals[0].ordinal:
            continue
        noun = subject_after(passage.tokens, figure.last, one=True)
        if noun is None and figure.numerals[0].written and figure.numerals[0].value <= 3:
            continue
        last = noun.last if noun else figure.last
        yield passage.claim(
            "ordinal",
            passage.quantity(figure, counted=True, unit=noun.noun if noun else None),
            figure.first,
            figure.last,
            subject=noun.noun if noun else None,
            predicate=passage.predicate(figure.first, last),
            modifiers=figure.modifiers,
        )


KIND = Kind("ordinal", 80, extract, QuantityMeasurements, measure_quantities, display_quantity, sign_quantity)
