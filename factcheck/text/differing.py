"""The words in which two passages differ, which is what a reader looks for in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Opcodes
from rapidfuzz.distance.Levenshtein import opcodes

_WORD = re.compile(r"\S+")
_EDGES = re.compile(r"^\W+|\W+$")


def differing(words: str, other: str) -> list[tuple[int, int]]:
    """Return the stretches of a text that another does not have, in code points, in their order.

    Words that one text has before or behind all that they share are no difference: the other only begins later
    or ends sooner. Where nothing else differs, nothing is returned.

    >>> text = "days and weeks to go"
    >>> [text[start:end] for start, end in differing(text, "days or weeks")]
    ['and']
    """
    return _changed(*_aligned(words, other))


def around(words: str, other: str, most: int) -> str:
    """Return about so many code points of a text around where it first parts from another, “…” where it is cut.

    Where it lacks some words of the other, or the other begins or ends inside it, it is around that.

    >>> around("We asked them all to come within days and weeks, and they never did.", "days or weeks", 30)
    '…within days and weeks, and…'
    """
    if len(words) <= most:
        return words
    first, last = _parting(words, other)
    opens = max(0, min(first - (most - min(last - first, most)) // 2, len(words) - most))
    kept = [found for found in _WORD.finditer(words) if found.start() >= opens and found.end() <= opens + most]
    if not kept:
        return f"{words[:most]}…"
    start, end = kept[0].start(), kept[-1].end()
    return f"{'…' if start else ''}{words[start:end]}{'…' if end < len(words.rstrip()) else ''}"


def _changed(places: Sequence[tuple[int, int]], steps: Opcodes) -> list[tuple[int, int]]:
    """Return the stretches of a text in which words are replaced, else those that are left out in its midst."""
    changed = [step for step in steps if step.tag == "replace"]
    if not changed:
        changed = [step for step in list(steps)[1:-1] if step.tag == "delete"]
    return [(places[step.src_start][0], places[step.src_end - 1][1]) for step in changed]


def _parting(words: str, other: str) -> tuple[int, int]:
    """Return the stretch in which a text first differs from another, else where words of that one are missing."""
    places, steps = _aligned(words, other)
    differs = _changed(places, steps)
    if differs:
        return differs[0]
    shared = [step for step in steps if step.tag == "equal"]
    if not shared:
        return 0, 0
    missing = [places[step.src_start][0] for step in list(steps)[1:-1] if step.tag == "insert"]
    at = [*missing, places[shared[0].src_start][0] or places[shared[-1].src_end - 1][1]][0]
    return at, at


def _aligned(words: str, other: str) -> tuple[list[tuple[int, int]], Opcodes]:
    """Return the places of the words of a text, and the steps that lead from them to the words of another."""
    places = [found.span() for found in _WORD.finditer(words)]
    return places, opcodes([_bare(words[start:end]) for start, end in places], [_bare(word) for word in other.split()])


def _bare(word: str) -> str:
    """Return a word without the marks around it, whatever its case."""
    return _EDGES.sub("", word).casefold() or word
