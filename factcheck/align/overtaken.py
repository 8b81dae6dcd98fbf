"""Whether a figure is told as one that has been overtaken: "initial reports said 12", "up from an earlier 12"."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from ..claims.base import Claim
from ..lexicon import words

LONGEST_OPENING = 24  # code points right before a figure


def is_overtaken(text: str, claim: Claim) -> bool:
    """Return whether the sentence of a claim tells its figure as what was said at first.

    What follows "but" or "now" is no longer of the first reports: "at first nine were missing, but now 11 are".
    """
    sentence = claim.sentence
    cues = [cue.end() for cue in _before().finditer(text, sentence.start, claim.start)]
    if cues and not _turn().search(text, cues[-1], claim.start):
        return True
    opened = bool(_right_before().search(text, max(sentence.start, claim.start - LONGEST_OPENING), claim.start))
    return bool((_ends() if opened else _behind()).match(text, claim.end, sentence.end))


@cache
def _before() -> re.Pattern[str]:
    """Return the pattern of what says so before a figure: "in initial reports, two were killed"."""
    return re.compile(rf"\b(?:{_any_of(words('overtaken_cues'))})\b", re.IGNORECASE)


@cache
def _right_before() -> re.Pattern[str]:
    """Return the pattern of what says so right before a figure that ends its clause: "14 dead, up from 12."."""
    return re.compile(rf"\b(?:{_any_of(words('overtaken_openers'))})\s{{1,3}}\Z", re.IGNORECASE)


@cache
def _turn() -> re.Pattern[str]:
    """Return the pattern of what ends the reach of such words: "but later"."""
    return re.compile(rf"\b(?:{_any_of(words('overtaken_ends'))})\b|;", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    """Return the pattern of what says so right behind a figure and ends its clause: "up from nine earlier, …"."""
    return re.compile(rf"\s{{1,3}}(?:{_any_of(words('overtaken_closers'))})\s{{0,3}}(?:[.,;:)–—]|\Z)", re.IGNORECASE)


@cache
def _ends() -> re.Pattern[str]:
    """Return the pattern of the end of a clause, with or without what says so: "up from 12.", "up from 12 earlier."."""
    closers = _any_of(words("overtaken_closers"))
    return re.compile(rf"(?:\s{{1,3}}(?:{closers}))?\s{{0,3}}(?:[.,;:)–—]|\Z)", re.IGNORECASE)


def _any_of(phrases: Collection[str]) -> str:
    """Return the pattern of one of some phrases, the longest first."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
