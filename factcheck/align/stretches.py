"""Whether a count is one of a stretch: a row of things, or a part of a game."""

from __future__ import annotations

from ..lexicon import words


def in_stretch(before: str, claim: str) -> bool:
    """Return whether a count is of a stretch, by its words and by what stands before it in its sentence.

    >>> in_stretch("She scored her first ", "eight points"), in_stretch("During a 15-2 run, she blocked ", "two shots")
    (True, True)
    """
    around = {*before.lower().split()[-1:], *claim.lower().split()[1:-1]}
    opening = before.lower().partition(",")[0].split()
    during = opening[:1] in (["during"], ["in"]) and opening[-1] in words("stretches")
    return during or not around.isdisjoint(words("stretch_words"))
