"""The words in which two passages differ, which is what a reader looks for in them."""

from __future__ import annotations

import re

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
    places = [found.span() for found in _WORD.finditer(words)]
    steps = opcodes([_bare(words[start:end]) for start, end in places], [_bare(word) for word in other.split()])
    changed = [step for step in steps if step.tag == "replace"]
    if not changed:
        changed = [step for step in list(steps)[1:-1] if step.tag == "delete"]
    return [(places[step.src_start][0], places[step.src_end - 1][1]) for step in changed]


def _bare(word: str) -> str:
    """Return a word without the marks around it, whatever its case."""
    return _EDGES.sub("", word).casefold() or word
