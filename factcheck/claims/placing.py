"""Dates of a passage put on the calendar: from the day of writing, the tense, and the dates told before."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from operator import itemgetter

from ..lexicon import words
from ..reading.clauses.tense import tense_near
from ..reading.dates import Dated
from ..reading.dates.datelines import dateline, stamp_before
from ..values.dates import Placed, Precision, Tense
from ..values.resolve import resolve, year_moved
from .passage import Passage

# Behind these a date of the near future may follow a verb in the past: "was put off until May".
_ONWARD = frozenset(("until", "till", "by", "to", "for", "after", "from", "before"))
_PUT_OFF = frozenset(("for", "until", "till"))
_LOOK_BACK = 800  # characters before "two days later" in which the day it counts from is sought


def placed(passage: Passage, dated: Dated) -> Placed:
    """Return value and span of a date, told from the day of writing or from the date before it."""
    written, published = dated.written, written_on(passage)
    if written.anchor == "same":
        before = _mentioned(passage, dated, ("month", "quarter", "week", "season", "half", "day"))
        return year_moved(before, written.shift or 0) if before else (None, None)
    if written.anchor == "mentioned":
        before = _mentioned(passage, dated, _finer(written.grain))
        return resolve(written, before[1][0] if before and before[1] else published)
    if written.clock and written.grain != "day":
        before = _mentioned(passage, dated, ("day",))
        return resolve(written, before[1][0] if before and before[1] else published)
    return resolve(written, published, tense=clause_tense(passage, dated) if published else None)


def written_on(passage: Passage) -> dt.date | None:
    """Return the day from which relative dates count: of a live blog's stamp, of publication, or the date line."""
    published = passage.document.published or dateline(passage.plain)
    return stamp_before(passage.plain, passage.start, published) or published


def clause_tense(passage: Passage, dated: Dated) -> Tense | None:
    """Return the tense of the clause around a date: future in "set for", None behind a word that points onward."""
    before = passage.tokens.lowers[max(0, dated.first - 2) : dated.first]
    if before[-1:] and before[-1] in _PUT_OFF and before[0] in words("put_off_words"):
        return "future"
    tense = tense_near(passage.tokens, dated.first, dated.last)
    return None if tense == "past" and before[-1:] and before[-1] in _ONWARD else tense


def _finer(grain: Precision) -> tuple[Precision, ...]:
    """Return the precisions from which a shift of some grain can count."""
    return ("day",) if grain in ("day", "week", "weekend") else ("day", "month", "quarter", "season", "half", "year")


def _mentioned(passage: Passage, dated: Dated, precisions: tuple[Precision, ...]) -> Placed | None:
    """Return the last date of some precisions before a place in the text, told from the day of writing."""
    end = passage.tokens[dated.first].start
    told = passage.discourse.dates
    first = bisect_left(told, end - _LOOK_BACK, key=itemgetter(0))
    for _, written in reversed(told[first : bisect_left(told, end, first, key=itemgetter(0))]):
        if written.anchor == "writing" and written.grain in precisions:
            placed = resolve(written, written_on(passage))
            if placed[1]:
                return placed
    return None
