"""Measures: "40 km", "8,849 metres", "35C", time apart; and rates: "$15 an hour", "22 burglaries a week"."""

from __future__ import annotations

from collections.abc import Iterator

from ..lexicon import words
from ..reading.clauses.subjects import Subject, subject_after
from ..reading.figures import Figure
from ..reading.figures.frequencies import frequencies
from ..reading.figures.rates import rate_after
from ..reading.figures.topics import measured_near
from ..values.quantity import plain_decimal
from ..values.units import POINT, SHARE, TIME
from .base import (
    Claim,
)
from .kind import quantity_kind
from .passage import Passage

LEAST_WHOLE = 10  # "per 100,000 people"; "one in five" is a share
_AMONG = (("per",), ("for", "every"), ("in", "every"), ("out", "of", "every"), ("for", "each"))


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the measures and rates of a passage."""
    for figure in passage.free():
        if figure.unit is None:
            yield from _counted_rate(passage, figure)
        elif not figure.unit.is_currency and figure.unit.dimension not in (TIME, SHARE, POINT.dimension):
            last = max(figure.last, figure.closes)
            yield _claim(passage, figure, None, last, measured_near(passage.tokens, figure.opens, last))
    if not passage.words.isdisjoint(words("frequencies")):
        for figure, rate in frequencies(passage.tokens):
            yield _claim(passage, figure, f"count per {rate.unit.name}", rate.last, "time")


def _counted_rate(passage: Passage, figure: Figure) -> Iterator[Claim]:
    """Yield the rate of a counted noun, or of the noun counted last: "20 per week"."""
    if figure.single is None or figure.single.ordinal:
        return
    at = max(figure.last, figure.closes)
    counted = subject_after(passage.tokens, at)
    among = _among(passage, figure, counted)
    if among:
        yield among
        return
    per = rate_after(passage.tokens, counted.last if counted else at)
    if per is None or (counted is None and passage.tokens[per.first].lower != "per"):
        return
    noun = counted.noun if counted else passage.carried()
    phrase = counted.phrase if counted else passage.discourse.phrase if noun else None
    unit = f"{phrase} per {per.unit.name}" if phrase else f"per {per.unit.name}"
    yield _claim(passage, figure, unit, per.last, noun)


def _among(passage: Passage, figure: Figure, counted: Subject | None) -> Claim | None:
    """Return the claim of so many among so many: 45 per 100,000 people, 12 deaths for every 1,000 births."""
    tokens, at = passage.tokens, counted.last if counted else max(figure.last, figure.closes)
    joint = next((len(each) for each in _AMONG if tokens.lowers[at : at + len(each)] == each), 0)
    whole = passage.starts.get(at + joint) if joint else None
    if whole is None or whole.unit is not None or whole.single is None or whole.single.value < LEAST_WHOLE:
        return None
    among = subject_after(tokens, whole.last)
    phrase = f"per {plain_decimal(whole.single.value)} {among.phrase if among else ''}".strip()
    unit = f"{counted.phrase} {phrase}" if counted else phrase
    return _claim(passage, figure, unit, among.last if among else whole.last, counted.noun if counted else None)


def _claim(passage: Passage, figure: Figure, unit: str | None, last: int, subject: str | None) -> Claim:
    """Return the claim of a figure up to a token place; `unit` replaces the printed one."""
    return passage.claim(
        "measure",
        passage.quantity(figure, counted=unit is not None, unit=unit),
        figure.opens,
        last,
        subject=subject,
        predicate=passage.predicate(figure.opens, last),
        modifiers=figure.modifiers,
    )


KIND = quantity_kind("measure", 60, extract, reads="passage")
