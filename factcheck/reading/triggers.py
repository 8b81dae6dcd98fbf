"""A quick look whether a sentence can hold any claim at all, before its tokens are read."""

from __future__ import annotations

import re

from ..lexicon import table, words

_OTHERS = (
    "another",
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "last",
    "next",
    "this",
    "ago",
    "a",
    "spring",
    "summer",
    "autumn",
    "winter",
    "previous",
    "following",
    "earlier",
    "later",
    "recent",
    "recently",
    "soon",
    "past",
    "future",
    "noon",
    "midday",
    "midnight",
    "the day",
    "decades",
    "years",
    "the time being",
    "near term",
    "no",
    "none",
    "not one",
    "hours",
    "days",
    "weeks",
    "months",
    "centuries",
)


def _words() -> tuple[str, ...]:
    """Return every word that may open a figure or a date."""
    vague = (row[0].split()[-1] for row in table("vague"))
    found = {*words("numbers"), *words("months"), *words("weekdays"), *vague, *_OTHERS} - {"a"}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


# 14 · nine · Wednesday · dozens · ½
TRIGGER = re.compile(rf"[\d½⅓⅔¼¾]|\b(?:{'|'.join(map(re.escape, _words()))})\b", re.IGNORECASE)
