"""Dates: "until April 2024", "on Wednesday", "2 July", "last week", "in the 1950s", "at 8.20am on Friday"."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import Modifier
from ..reading.dates import Dated, dates
from ..reading.predicates import nearest_verb
from ..values.calendar import DateMeasurements
from ..values.dates import Date, Expression, Precision
from .base import Claim, Kind, display_quantity, measure_dates, sign_date
from .passage import Passage
from .placing import placed

_BOUNDS = {
    "before": "before",
    "by": "before",
    "until": "before",
    "till": "before",
    "after": "after",
    "since": "after",
}


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the dates of a passage that no period has used."""
    for dated in dates(passage.tokens):
        if passage.taken.isdisjoint(range(dated.first, dated.last)):
            predicate = nearest_verb(passage.tokens, dated.first, dated.last)
            yield passage.claim(
                "date",
                value(passage, dated),
                dated.first,
                dated.last,
                predicate=predicate,
                modifiers=_modifiers(passage, dated),
            )


def value(passage: Passage, dated: Dated) -> Date:
    """Return a date resolved from the day of publication, its edge ("early 2019") kept as a modifier.

    What is told from a date mentioned before is only implied: such a date has a TIMEX3 value, but no
    ends, and its precision is "unknown".
    """
    timex, span = placed(passage, dated)
    written = dated.written
    implied = written.anchor != "writing" or written.reference is not None
    surface = passage.text(dated.first, dated.last)
    return Date(
        timex=timex,
        low=span[0].isoformat() if span and not implied else None,
        high=span[1].isoformat() if span and not implied else None,
        precision="unknown" if implied else _precision(written),
        literal=surface,
        written=" ".join(surface.lower().split()),
    )


def _precision(written: Expression) -> Precision:
    """Return how fine a date is told, its time of day taken in."""
    if written.clock is None:
        return written.grain
    return "part" if written.clock.isalpha() else "minute" if ":" in written.clock else "hour"


def _modifiers(passage: Passage, dated: Dated) -> tuple[Modifier, ...]:
    """Return the edge of the date and the bound that a preposition sets."""
    found = []
    if dated.edge:
        surface = passage.tokens[dated.first].text
        found.append(Modifier(type="approximator", class_=dated.edge, surface=surface, canonical=dated.edge))
    before = passage.tokens[dated.first - 1] if dated.first else None
    if before and before.lower in _BOUNDS:
        bound = _BOUNDS[before.lower]
        found.append(Modifier(type="approximator", class_=bound, surface=before.text, canonical=before.lower))
    return tuple(found)


def compared(claim: Claim) -> tuple[Claim, ...]:
    """Return the claim where its day is told, nothing where it is only implied: such dates make no fact."""
    value = claim.value
    implied = isinstance(value, Date) and (
        value.precision == "unknown" or (value.low is None and "T" in (value.timex or ""))
    )
    return () if implied else (claim,)


KIND = Kind("date", 15, extract, DateMeasurements, measure_dates, display_quantity, sign_date, compared)
