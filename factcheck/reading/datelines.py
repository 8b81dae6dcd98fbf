"""The date line that an article prints about itself, where nobody else says when it was published."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from ..lexicon import words
from ..text.tokens import Token, tokenise
from ..values.resolve import resolve
from .dates import dates

_HEAD = 600  # characters in which a date line may stand
_LINES = 6
_LONGEST = 150  # characters; what is longer is prose


def dateline(text: str) -> dt.date | None:
    """Return the day of a line near the top that holds a full date and nothing else, else None.

    >>> dateline("Two hurt in crash\\n\\nPublished: 9 February 2022\\n\\nA van left the road.")
    datetime.date(2022, 2, 9)
    >>> dateline("It was signed on 9 February 2022 in Leeds.")
    """
    return _dateline(text[:_HEAD])


@lru_cache(maxsize=512)
def _dateline(head: str) -> dt.date | None:
    for line in [line for line in head.splitlines() if line.strip()][:_LINES]:
        day = _alone(tokenise(line)) if len(line) <= _LONGEST else None
        if day:
            return day
    return None


def _alone(tokens: tuple[Token, ...]) -> dt.date | None:
    """Return the first day of a line that holds dates alone, None where it says more or lacks a part."""
    found = dates(tokens)
    days = [dated for dated in found if dated.written.day and dated.written.year and dated.written.anchor == "writing"]
    used = {place for dated in found for place in range(dated.first, dated.last)}
    free = [token for place, token in enumerate(tokens) if place not in used]
    if not days or not all(token.lower in words("dateline_words") or _in_time(token) for token in free):
        return None
    span = resolve(days[0].written._replace(clock=None), None)[1]
    return span[0] if span else None


def _in_time(token: Token) -> bool:
    """Return whether a token may be part of a time of day: 14, 03.31, 02:15."""
    hour, _, minute = token.text.partition(".")
    return hour.isdecimal() and len(hour) <= 2 and len(minute) in (0, 2)
