"""Words, numbers and marks of a text, each with its offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

# 1,204,331 · 13.5 · .5 · 14        one number, separators inside
# people · don't · bn · St          one word, an apostrophe inside
# £ € $ % ½ - ( " …                 one mark
_TOKEN = re.compile(
    r"""
    (?P<number> \d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d) | \d+(?:\.\d+)? | (?<![\w.])\.\d+ )
  | (?P<word>   [^\W\d_]+(?:'[^\W\d_]+)* )
  | (?P<mark>   [^\s\w] | _ )
    """,
    re.VERBOSE,
)


KEPT = 512  # readings of one sort that are kept: those of the sentence at hand


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
    found = []
    for hit in _TOKEN.finditer(text, start, len(text) if end is None else end):
        surface = hit.group()
        found.append(Token(surface, surface.lower(), hit.lastgroup or "mark", *hit.span()))
    return Tokens(found)
