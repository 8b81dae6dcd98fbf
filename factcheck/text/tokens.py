"""Words, numbers and marks of a text, each with its offsets."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

# people · don't · bn · St          one word, an apostrophe inside: the most frequent first
# 1,204,331 · 13.5 · .5 · 14        one number, separators inside
# £ € $ % ½ - ( " …                 one mark
_TOKEN = re.compile(
    r"""
    (?P<word>   [^\W\d_]+(?:'[^\W\d_]+)* )
  | (?P<number> \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d) | \d+(?:\.\d+)? | (?<![\w.])\.\d+ )
  | (?P<mark>   [^\s\w] | _ )
    """,
    re.VERBOSE,
)


KEPT = 128  # readings of one sort that are kept: those of the sentence at hand


class Token(NamedTuple):
    """A token: its surface, its lower case, its kind (number, word, mark) and offsets."""

    text: str
    lower: str
    kind: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Return whether the token opens with a capital letter."""
        return self.text[:1].isupper()


_TOKEN_OF = partial(tuple.__new__, Token)  # of five fields at once: half the cost of naming them


class Tokens(tuple[Token, ...]):
    """The tokens of one stretch of text, told from others by identity, so that readings of it can be kept.

    Kinds and readers ask again and again what stands at a place: a function of tokens and place under
    `lru_cache` answers the second time at once.
    """

    __slots__ = ()
    __eq__ = object.__eq__
    __hash__ = object.__hash__


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Return the tokens between two offsets of a text that is already plain.

    >>> [token.text for token in tokenise("almost 1,204 girls aged 10-12")]
    ['almost', '1,204', 'girls', 'aged', '10', '-', '12']
    """
    hits = list(_TOKEN.finditer(text, start, len(text) if end is None else end))
    surfaces = [hit.group() for hit in hits]
    lower, kinds = map(str.lower, surfaces), [hit.lastgroup for hit in hits]
    starts, ends = [hit.start() for hit in hits], [hit.end() for hit in hits]
    return Tokens(map(_TOKEN_OF, zip(surfaces, lower, kinds, starts, ends, strict=True)))
