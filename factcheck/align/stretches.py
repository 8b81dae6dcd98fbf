"""Whether a count is one of a stretch, a row of things or a part of a game, or leaves others of its kind to be told."""

from __future__ import annotations

import re

from ..lexicon import words

# seven hunting rifles, two other rifles · six nuns and two other women
_OTHERS_FOLLOW = re.compile(r"(?:,| and|, and) \w+ other \w", re.IGNORECASE)


def in_stretch(before: str, claim: str) -> bool:
    """Return whether a count is of a stretch, by its words and by what stands before it in its sentence.

    >>> in_stretch("She scored her first ", "eight points"), in_stretch("During a 15-2 run, she blocked ", "two shots")
    (True, True)
    """
    around = {*before.lower().split()[-1:], *claim.lower().split()[1:-1]}
    opening = before.lower().partition(",")[0].split()
    during = opening[:1] in (["during"], ["in"]) and opening[-1] in words("stretches")
    return during or not around.isdisjoint(words("stretch_words"))


def others_follow(behind: str) -> bool:
    """Return whether others are counted right behind a count, in one list.

    >>> others_follow(", two other rifles and a grenade"), others_follow(" and hurt two other men")
    (True, False)
    """
    return _OTHERS_FOLLOW.match(behind) is not None
