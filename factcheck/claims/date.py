"""Dates: "until April 2024", "on Wednesday", "2 July", "last week", "in the 1950s"."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import Modifier
from ..reading.dates import Dated, dates
from ..reading.predicates import nearest_verb
from ..reading.tense import is_future
from ..values.calendar import DateMeasurements
from ..values.dates import Date, resolve
from .base import Claim, Kind, display_quantity, measure_dates, sign_date
from .passage import Passage

_BOUNDS = {"before": "before", "by": "before", "until": "before", "till": "before", "after": "after", "since": "after"}


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the dates of a passage that no period has used."""
    for dated in dates(passage.tokens):
        if passage.taken.isdisjoint(range(dated.first, dated.last)):
            predicate = nearest_verb(passage.tokens, dated.first, dated.last)
            yield passage.claim(
                "date", value(passage, dated), dated.first, dated.last, predicate=predicate, modifiers=_modifiers(passage, dated)
            )


def value(passage: Passage, dated: Dated) -> Date:
    """Return a date resolved from the day of publication, its edge ("early 2019") kept as a modifier."""
    written = dated.written
    future = is_future(passage.tokens, dated.first)
    timex, span = resolve(written, passage.document.published, future=future)
    surface = passage.text(dated.first, dated.last)
    return Date(
        timex=timex,
        low=span[0].isoformat() if span else None,
        high=span[1].isoformat() if span else None,
        precision=written.grain,
        literal=surface,
        written=" ".join(surface.lower().split()),
    )


def _modifiers(passage: Passage, dated: Dated) -> tuple[Modifier, ...]:
    """Return the edge of the date and the bound that a preposition sets."""
    found = []
    if dated.edge:
        surface = passage.tokens[dated.first].text
        found.append(Modifier(type="approximator", class_=dated.edge, surface=surface, canonical=dated.edge))  # type: ignore[arg-type]
    before = passage.tokens[dated.first - 1] if dated.first else None
    if before and before.lower in _BOUNDS:
        bound = _BOUNDS[before.lower]
        found.append(Modifier(type="approximator", class_=bound, surface=before.text, canonical=before.lower))  # type: ignore[arg-type]
    return tuple(found)


KIND = Kind("date", 15, extract, DateMeasurements, measure_dates, display_quantity, sign_date)
