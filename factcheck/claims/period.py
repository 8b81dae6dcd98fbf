"""Periods: "between 2016 and 2018", "from May 2007 until January 2011", "2016-2018"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from ..reading.dates import Dated, dates
from ..reading.predicates import nearest_verb
from ..values.calendar import DateMeasurements
from ..values.dates import Date, resolve
from .base import Claim, Kind, display_quantity, measure_dates, sign_date
from .passage import Passage
from .placing import clause_tense, written_on

_OPENINGS = {"between": ("and",), "from": ("to", "until", "till", "through"), "": ("-",)}


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the periods of a passage: two dates joined. "Since 2017" is a date with a bound."""
    found = dates(passage.tokens)
    for dated, following in pairwise(found):
        before = passage.tokens[dated.first - 1].lower if dated.first else ""
        if _joined(passage, dated, following, before):
            first = dated.first - 1 if before in ("between", "from") else dated.first
            yield _claim(passage, first, dated, following)


def _joined(passage: Passage, dated: Dated, following: Dated, before: str) -> bool:
    """Return whether the words before and between two dates make them one period."""
    between = [token.lower for token in passage.tokens[dated.last : following.first]]
    joints = _OPENINGS.get(before, _OPENINGS[""])
    return (
        len(between) == 1
        and between[0] in joints
        and passage.taken.isdisjoint(range(dated.first, following.last))
    )


def _claim(passage: Passage, first: int, start: Dated, end: Dated) -> Claim:
    """Return the period from one date up to the end of another."""
    low, high = _ends(passage, start, end)
    value = Date(
        low=low.isoformat() if low else None,
        high=high.isoformat() if high else None,
        precision=start.written.grain,
        literal=passage.text(first, end.last),
        written=" ".join(passage.text(start.first, end.last).lower().split()),
    )
    predicate = nearest_verb(passage.tokens, first, end.last)
    return passage.claim("period", value, first, end.last, predicate=predicate)


def _ends(passage: Passage, start: Dated, end: Dated) -> tuple[dt.date | None, dt.date | None]:
    """Return both ends, the second open; a start without a year takes the last one before the end."""
    published = written_on(passage)
    span = resolve(end.written, published, tense=clause_tense(passage, end))[1]
    opening = resolve(start.written, published, tense=clause_tense(passage, start))[1]
    if span is None:
        return opening[0] if opening else None, None
    if start.written.month and start.written.year is None:
        opening = resolve(start.written._replace(year=span[0].year), None)[1]
        if opening and opening[0] > span[0]:
            opening = resolve(start.written._replace(year=span[0].year - 1), None)[1]
    return opening[0] if opening else None, span[1]


KIND = Kind("period", 10, extract, DateMeasurements, measure_dates, display_quantity, sign_date)
