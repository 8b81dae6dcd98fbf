"""Words of a clause that weaken or deny what is said of a figure: reportedly 14, none of them more than eight."""

from __future__ import annotations

from collections.abc import Sequence

from ..lexicon import words
from ..models import Modifier
from ..text.tokens import Token
from .phrases import phrase_from

REACH = 10  # tokens before a claim
_BOUNDARY = frozenset((",", ";", ":", '"', "(", ")", ".", "and", "but", "while", "who", "which", "that"))


def stance_before(tokens: Sequence[Token], first: int) -> tuple[Modifier, ...]:
    """Return the hedges and negations that stand before a place in its clause, in order."""
    opened = first
    while opened > max(0, first - REACH) and tokens[opened - 1].lower not in _BOUNDARY:
        opened -= 1
    found = []
    for place in range(opened, first):
        hedge = phrase_from("hedges", tokens, place)
        if hedge and hedge.last <= first:
            surface = " ".join(token.text for token in tokens[hedge.first : hedge.last])
            found.append(Modifier(type="hedge", surface=surface, canonical=hedge.row[1]))
        elif tokens[place].lower in words("negations"):
            found.append(Modifier(type="negation", surface=tokens[place].text, canonical="not"))
    return tuple(found)
