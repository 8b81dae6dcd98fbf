"""Ages: "girl, 10", "a 10-year-old", "aged 89", "44 years old", "John Smith (37)", "in his early 30s"."""

from __future__ import annotations

from collections.abc import Iterator

from ..lexicon import words
from ..reading.figures import Figure
from ..reading.persons import is_person, person_near
from ..values.quantity import QuantityMeasurements
from ..values.units import TIME
from .base import (
    Claim,
    QuantityClaimMeasurements,
    display_quantity,
    measure_quantities,
    measure_quantity,
    sign_quantity,
)
from .kind import Kind
from .passage import Passage

OLDEST = 120


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the ages of a passage; the subject is the person's name, or the noun for the person."""
    for figure in passage.free():
        if not figure.numerals or figure.numerals[0].ordinal or figure.numerals[0].fraction:
            continue
        last = _old(passage, figure) or _aged(passage, figure) or _bracketed(passage, figure)
        if last is None:
            continue
        first = figure.opens - 1 if figure.opens and passage.tokens[figure.opens - 1].lower == "aged" else figure.opens
        unit = figure.unit.name if figure.unit else "year"
        value = passage.quantity(figure, counted=True, unit=unit)
        person = _known(passage, person_near(passage.tokens, first, last))
        yield passage.claim("age", value, first, last, subject=person, predicate=(), modifiers=figure.modifiers)


def _known(passage: Passage, person: str | None) -> str | None:
    """Return the full name, in lower case, of a person whom the document names in full; others as they are."""
    name = passage.discourse.people.resolve(person) if person else None
    return name.lower() if name else person


def _old(passage: Passage, figure: Figure) -> int | None:
    """Return where "10-year-old", "44 years old" or "3 years of age" ends."""
    if figure.unit is None or figure.unit.dimension != TIME:
        return None
    rest = [token.lower for token in passage.tokens[figure.last : figure.last + 2]]
    if rest[:1] == ["old"]:
        return figure.last + 1
    return figure.last + 2 if rest in (["-", "old"], ["-", "olds"], ["of", "age"]) else None


def _aged(passage: Passage, figure: Figure) -> int | None:
    """Return where "aged 89" or "age of 89" ends."""
    before = [token.lower for token in passage.tokens[max(0, figure.opens - 2) : figure.opens]]
    told = any(token.lower == "age" for token in passage.tokens[figure.opens : figure.first])  # under the age of 5
    if figure.unit is None and (
        told or before[-1:] in (["aged"], ["age"], ["ages"]) or before in (["age", "of"], ["ages", "of"])
    ):
        return figure.last
    return None


def _bracketed(passage: Passage, figure: Figure) -> int | None:
    """Return where the figure of "girl, 10," or "John Smith (37)" ends: a person before, a mark behind."""
    tokens, first, last = passage.tokens, figure.first, figure.last
    if figure.unit is not None or first < 2 or figure.modifiers or tokens[first].kind != "number" or not figure.single:
        return None
    if not 0 < figure.numerals[0].value < OLDEST or "." in tokens[first].text:
        return None
    behind = tokens[last].text if last < len(tokens) else ","
    marks = (tokens[first - 1].text, behind)
    if marks != ("(", ")") and (
        marks[0] != "," or (behind not in ",.;" and tokens[last].lower not in ("was", "has", "who", "from"))
    ):
        return None
    shirt = marks[0] == "(" and any(token.lower in words("players") for token in tokens[max(0, first - 6) : first - 1])
    return last if is_person(tokens, first - 2) and not shirt else None


KIND = Kind("age", 20, extract, QuantityMeasurements, measure_quantities, display_quantity, sign_quantity,
            claim_measurements=QuantityClaimMeasurements, measure_claim=measure_quantity)  # fmt: skip
