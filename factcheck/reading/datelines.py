"""The date line that an article prints about itself, where nobody else says when it was published."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from ..text.tokens import Token, tokenise
from ..values.dates import resolve
from .dates import dates

_HEAD = 600  # characters in which a date line may stand
_LINES = 6
# What may stand beside the date on its line: "Published: Tuesday, 9 February 2022 at 10:15 GMT".
_BESIDE = frozenset(
    ("published", "updated", "posted", "last", "on", "at", ":", ",", "|", "-", "first", "date", ".")
)


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
        day = _alone(tokenise(line))
        if day:
            return day
    return None


def _alone(tokens: tuple[Token, ...]) -> dt.date | None:
    """Return the day of a line that is a date, None where it says more or lacks a part."""
    found = dates(tokens)
    days = [dated for dated in found if dated.written.day and dated.written.year]
    if len(days) != 1:
        return None
    used = {place for dated in found for place in range(dated.first, dated.last)}
    if any(token.lower not in _BESIDE for place, token in enumerate(tokens) if place not in used):
        return None
    span = resolve(days[0].written, None)[1]
    return span[0] if span else None
