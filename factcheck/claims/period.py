"""Periods: "between 2016 and 2018", "since 2017", "from May 2007 until January 2011", "2016-2018"."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.dates import Dated, dates
from ..reading.predicates import nearest_verb
from ..values.calendar import DateMeasurements
from ..values.dates import Date, resolve
from .base import Claim, Kind, display_quantity, measure_dates, sign_date
from .passage import Passage

_OPENINGS = {"between": ("and",), "from": ("to", "until", "till", "through"), "": ("-",)}


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the periods of a passage: two dates joined, or "since" and one date."""
    found = dates(passage.tokens)
    for place, dated in enumerate(found):
        before = passage.tokens[dated.first - 1].lower if dated.first else ""
        following = found[place + 1] if place + 1 < len(found) else None
        if following and _joined(passage, dated, following, before):
            first = dated.first - 1 if before in ("between", "from") else dated.first
            yield _claim(passage, first, dated, following)
        elif before == "since" and passage.taken.isdisjoint(range(dated.first, dated.last)):
            yield _claim(passage, dated.first - 1, dated, None)


def _joined(passage: Passage, dated: Dated, following: Dated, before: str) -> bool:
    """Return whether the words before and between two dates make them one period."""
    between = [token.lower for token in passage.tokens[dated.last : following.first]]
    joints = _OPENINGS.get(before, _OPENINGS[""])
    return len(between) == 1 and between[0] in joints and passage.taken.isdisjoint(range(dated.first, following.last))


def _claim(passage: Passage, first: int, start: Dated, end: Dated | None) -> Claim:
    """Return the period from one date up to the end of another, or open."""
    published = passage.document.published
    low = resolve(start.written, published)[1]
    high = resolve(end.written, published)[1] if end else None
    last = end.last if end else start.last
    surface = passage.text(start.first, last)
    value = Date(
        low=low[0].isoformat() if low else None,
        high=high[1].isoformat() if high else None,
        precision=start.written.grain,
        literal=passage.text(first, last),
        written=" ".join(surface.lower().split()),
    )
    predicate = nearest_verb(passage.tokens, first, last)
    return passage.claim("period", value, first, last, predicate=predicate)


KIND = Kind("period", 10, extract, DateMeasurements, measure_dates, display_quantity, sign_date)
