"""Names as an article writes them: each word with a capital, and the name that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ..lexicon import words, words_of
from ..values.names import fold

# Reyes · O'Neill · Ki-moon      no part of another word, of an address or a tag, nor of Leeds-U.S. and Apollo-VI
_WORD = re.compile(r"(?<![\w'@#./-])[^\W\d_a-z][^\W\d_]+(?:['-](?!(?:[A-Z]\.|[IVX]+\b))[^\W\d_]+)*")
_GLUED = re.compile(r"[a-z]([A-Z][a-z]*)$")  # "Photo: Ana ReyesIn light of", where a break was lost
# Ana Reyes · Robert F. Bauer · Division of Corrections and Rehabilitation
_JOINT = re.compile(r" (?:[A-Z]\. |(?:of|and|&|for)(?: the)? )?")


class Neighbour(NamedTuple):
    """A word of a name next to another, folded and with what joins the two, and where it begins and ends."""

    word: str
    start: int
    end: int


class Written(NamedTuple):
    """A word of a name in lower case, with its half-open offsets and the words of the name before and behind it."""

    word: str
    start: int
    end: int
    before: Neighbour | None
    behind: Neighbour | None


def written(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Written]:
    """Yield the words with a capital in some half-open ranges of a plain text, but for acronyms and glued words.

    >>> [(name.word, name.behind.word) for name in written("He met Ana Reyes.", [(0, 17)]) if name.behind]
    [('ana', 'reyes')]
    """
    for start, end in spans:
        hits = list(_WORD.finditer(text, start, end))
        joints = [_joint(text, one, other) for one, other in pairwise(hits)]
        for place, hit in enumerate(hits):
            before = joints[place - 1] if place else None
            behind = joints[place] if place < len(joints) else None
            if hit.group().isupper() or _is_glued(hit.group()):
                continue
            yield Written(
                text[hit.start() : _end(hit)].lower(),
                hit.start(),
                _end(hit),
                None if before is None else _beside(hits[place - 1], before),
                None if behind is None else _beside(hits[place + 1], behind),
            )


def _is_glued(word: str) -> bool:
    """Return whether a word of grammar with a capital ends another word: ReyesIn, but not CrimeStoppers."""
    ended = _GLUED.search(word)
    return ended is not None and ended[1].lower() in words("function_words")


def _joint(text: str, one: re.Match[str], other: re.Match[str]) -> str | None:
    """Return what joins two words of one name, None where they belong to two."""
    between = _JOINT.fullmatch(text, one.end(), other.start())
    if between is None or one.group().endswith("'s"):
        return None
    return "" if "." in between.group() else between.group().strip()


def _beside(hit: re.Match[str], joint: str) -> Neighbour | None:
    """Return a word as one that tells a name, None for titles, days and the words of grammar."""
    word = fold(hit.group())
    if word in _telling_nothing():
        return None
    return Neighbour(f"{joint} {word}".lstrip(), hit.start(), _end(hit))


@cache
def _telling_nothing() -> frozenset[str]:
    return words_of("titles", "offices", "function_words", "months", "weekdays")


def _end(hit: re.Match[str]) -> int:
    return hit.end() - 2 * hit.group().endswith("'s")
