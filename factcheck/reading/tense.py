"""Whether a clause speaks of what is to come."""

from __future__ import annotations

from collections.abc import Sequence

from ..text.tokens import Token

# "will meet", "is due on", "to be held": the words of the future near a date.
_FUTURE = frozenset(("will", "due", "upcoming", "scheduled", "expected", "plans", "next", "shall", "set", "'ll"))
REACH = 10  # tokens


def is_future(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word of the future stands before a place in the same clause."""
    for token in reversed(tokens[max(0, at - REACH) : at]):
        if token.text in (";", ".", '"'):
            return False
        if token.lower in _FUTURE or token.lower.endswith("'ll"):
            return True
    return False
