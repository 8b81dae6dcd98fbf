"""A quick look whether a sentence can hold any claim at all, before its tokens are read."""

from __future__ import annotations

import re
from functools import cache

from ..lexicon import table, words_of

_DIGIT = re.compile(r"[\d½⅓⅔¼¾]")
_WORD = re.compile(r"[a-z]+")  # plain letters alone, which is what all cues are made of


def may_claim(text: str, start: int, end: int) -> bool:
    """Return whether a stretch of text holds a digit, or a word that may open a figure or a date.

    >>> may_claim("Nine left.", 0, 10), may_claim("They left.", 0, 10)
    (True, False)
    """
    if _DIGIT.search(text, start, end):
        return True
    return not _cues().isdisjoint(_WORD.findall(text[start:end].lower()))


@cache
def _cues() -> frozenset[str]:
    """Return every word that may open a figure or a date."""
    vague = {row[0].split()[-1] for row in table("vague")}
    return words_of("numbers", "months", "weekdays", "claim_cues", "group_words") | vague
