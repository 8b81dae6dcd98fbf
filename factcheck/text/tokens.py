"""Words, numbers and marks of a text, each with its offsets."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import compress, count
from sys import intern
from typing import NamedTuple

# people · don't · bn · St          one word, an apostrophe inside: the most frequent first, and of plain letters
# 1,204,331 · 13.5 · .5 · 14        one number, separators inside
# £ € $ % - ( " …                   one mark
_TOKEN = re.compile(
    r"""
    (?: [A-Za-z]++(?!['\x80-\U0010ffff]) | [^\W\d_]+(?:'[^\W\d_]+)*
      | \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d) | \d+(?:\.\d+)? | (?<![\w.])\.\d+
      | [^\s\w] | _
    )\s*  # each with the space behind it, so that nothing is left between two
    """,
    re.VERBOSE,
)
KEPT = 16  # readings of one sort that are kept: those of the sentence at hand
PIECES = 1 << 15  # forms of pieces of text that are kept


class Token(NamedTuple):
    """A token: its surface, its lower case, its kind (number, word, mark), whether it opens with a capital, offsets."""

    text: str
    lower: str
    kind: str
    capital: bool
    start: int
    end: int


_make = tuple.__new__  # of all fields at once: half the cost of naming them


class Tokens(tuple[Token, ...]):
    """The tokens of one stretch of text, told from others by identity, so that readings of it can be kept.

    Kinds and readers ask again and again what stands at a place: a function of tokens and place under
    `lru_cache` answers the second time at once. `lowers` holds the words, numbers and marks in lower case by
    their place, `words` each of them once: whether a search is worth while. `numbers` are places.
    """

    lowers: tuple[str, ...]
    words: frozenset[str]
    numbers: tuple[int, ...]

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def places(self, known: Container[str]) -> list[int]:
        """Return the places at which one of some words or marks in lower case stands."""
        return list(compress(count(), map(known.__contains__, self.lowers)))


class _Form(NamedTuple):
    """What a piece of text is as a token, its length, and that with the space behind it."""

    text: str
    lower: str
    kind: str
    capital: bool
    length: int
    whole: int


class _Forms(dict[str, _Form]):
    """The forms of pieces of text, which come again and again; begun anew where they are too many.

    A word is the one in memory that the tables of the lexicon hold: so a look-up in them ends at once.
    """

    def __missing__(self, piece: str) -> _Form:
        if len(self) >= PIECES:
            self.clear()
        surface = intern(piece.rstrip())
        lower = intern(surface.lower())
        mark = len(surface) == 1 and not surface.isalnum()
        kind = "mark" if mark else "number" if surface[-1].isdecimal() else "word"
        found = self[piece] = _Form(surface, lower, kind, surface[0].isupper(), len(surface), len(piece))
        return found


_forms = _Forms()


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Return the tokens between two offsets of a text that is already plain.

    >>> [token.text for token in tokenise("almost 1,204 girls aged 10-12")]
    ['almost', '1,204', 'girls', 'aged', '10', '-', '12']
    """
    end = len(text) if end is None else end
    found: list[Token] = []
    lowers: list[str] = []
    numbers: list[int] = []
    at = end - len(text[start:end].lstrip())
    for surface, lower, kind, capital, length, whole in map(_forms.__getitem__, _TOKEN.findall(text, at, end)):
        if kind == "number":
            numbers.append(len(found))
        lowers.append(lower)
        found.append(_make(Token, (surface, lower, kind, capital, at, at + length)))
        at += whole
    tokens = Tokens(found)
    tokens.lowers, tokens.words, tokens.numbers = tuple(lowers), frozenset(lowers), tuple(numbers)
    return tokens


def touches(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the token at a place follows the one before without a space."""
    return 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end


def joins(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the token at a place joins the ones around it without a space: the hyphen of 6-foot."""
    return touches(tokens, at) and touches(tokens, at + 1)
