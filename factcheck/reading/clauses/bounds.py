"""Where a clause ends: the marks and words that bound it, and the way from a phrase to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...lexicon import words
from ...text.tokens import Token

ABBREVIATED = 4  # letters of a word that a full stop cuts short: Ave. · Gen.
REACH = 12  # tokens to either side in which a verb still belongs to the figure
BOUNDARY = frozenset((";", ":", '"', "(", ")", "."))
CLAUSE_OPENERS = frozenset(("before", "after", "when", "while", "who", "which", "that", "because", "until"))
OTHER_CLAUSE = frozenset(("before", "after", "when", "while", "because", "until", "whose", "where"))
JOINTS = frozenset(
    ("and", "but", "while", "as", "after", "before", "until", "when", "because", "with", "who", "which", "that")
)


def forwards(tokens: Sequence[Token], last: int) -> Iterator[int]:
    """Yield places from a token on to the end of its clause."""
    for place in range(last, min(last + REACH, len(tokens))):
        if tokens[place].lower in CLAUSE_OPENERS:
            return
        yield place


def backwards(tokens: Sequence[Token], first: int) -> Iterator[int]:
    """Yield places from right before a token back to the clause's start, over anything in brackets."""
    place, lowest = first - 1, max(-1, first - REACH)
    while place > lowest:
        if tokens[place].text == ")":
            while place > 0 and tokens[place].text != "(":
                place, lowest = place - 1, lowest - 1
        elif tokens[place].text in BOUNDARY and not _abbreviates(tokens, place):
            return
        yield place
        place -= 1


def counts_on(tokens: Sequence[Token], place: int) -> bool:
    """Return whether another counted group begins at a place: "one woman and four men were shot"."""
    if place >= len(tokens):
        return False
    token = tokens[place]
    return token.kind == "number" or token.lower in words("numbers") or token.lower in ("a", "an", "another")


def _abbreviates(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a full stop belongs to the word before it: Church Ave. and 55th St."""
    before = tokens[place - 1] if place else None
    short = before is not None and before.capital and len(before.text) <= ABBREVIATED
    return tokens[place].text == "." and short and place + 1 < len(tokens)
