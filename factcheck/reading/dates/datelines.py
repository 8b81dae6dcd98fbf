"""The lines on which an article dates itself: one near the top, and the stamps of a live blog further down."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from functools import lru_cache

from ...lexicon import words
from ...text.tokens import Token, Tokens, tokenise
from ...values.dates import Expression
from ...values.resolve import resolve
from . import dates

_HEAD = 600  # characters in which a date line may stand
_LINES = 6
_DIGIT = re.compile(r"\d")  # of which a day and a year have some
_LONGEST = 150  # characters; what is longer is prose
# A short line with a digit: "Wednesday 3 March, 10.42am", "3 March 2022"
_STAMP = re.compile(r"\n[^\S\n]*(?=[^\n]*\d)[^\n]{4,60}$", re.MULTILINE)


def dateline(text: str) -> dt.date | None:
    """Return the day of a line near the top that holds a full date and nothing else, else None.

    >>> dateline("Two hurt in crash\\n\\nPublished: 9 February 2022\\n\\nA van left the road.")
    datetime.date(2022, 2, 9)
    >>> dateline("It was signed on 9 February 2022 in Leeds.")
    """
    return _dateline(text[:_HEAD])


def stamp_before(text: str, at: int, published: dt.date | None) -> dt.date | None:
    """Return the day of the last stamp of a live blog above a place: a line further down that holds a date alone.

    A stamp without a year is of the year that puts it nearest to the day of publication.

    >>> entries = "Storm: live. " * 60 + "\\n\\nThursday 3 March, 9.15am\\n\\nThe bridge was shut on Wednesday."
    >>> stamp_before(entries, len(entries), dt.date(2022, 3, 5))
    datetime.date(2022, 3, 3)
    """
    stamps = _stamps(text)
    above = bisect_left(stamps, at, key=lambda stamp: stamp[0]) if stamps else 0
    span = resolve(stamps[above - 1][1], published)[1] if above else None
    return span[0] if span else None


@lru_cache(maxsize=16)
def _stamps(text: str) -> tuple[tuple[int, Expression], ...]:
    """Return the stamps below the head of a text, with the offsets where they begin."""
    lines = ((hit.start() + 1, _alone(tokenise(hit.group()))) for hit in _STAMP.finditer(text, _HEAD - 1))
    return tuple((start, written) for start, written in lines if written and written.month)


@lru_cache(maxsize=512)
def _dateline(head: str) -> dt.date | None:
    for line in [line for line in head.splitlines() if line.strip()][:_LINES]:
        written = _alone(tokenise(line)) if len(line) <= _LONGEST and _DIGIT.search(line) else None
        span = resolve(written, None)[1] if written and written.year else None
        if span:
            return span[0]
    return None


def _alone(tokens: Tokens) -> Expression | None:
    """Return the first day of a line that holds dates alone, without its time; None where the line says more."""
    found = dates(tokens)
    days = [dated.written for dated in found if dated.written.day and dated.written.anchor == "writing"]
    used = {place for dated in found for place in range(dated.first, dated.last)}
    free = [token for place, token in enumerate(tokens) if place not in used]
    if not days or not all(token.lower in words("dateline_words") or _in_time(token) for token in free):
        return None
    full = next((written for written in days if written.year), days[0])
    return full._replace(clock=None)


def _in_time(token: Token) -> bool:
    """Return whether a token may be part of a time of day: 14, 03.31, 02:15."""
    hour, _, minute = token.text.partition(".")
    return hour.isdecimal() and len(hour) <= 2 and len(minute) in (0, 2)
