"""The sign before a numeral: -5, minus 260, negative ten."""

from __future__ import annotations

from collections.abc import Sequence

from ...text.tokens import Token
from .form import lower_at, touching

_WORDS = frozenset(("minus", "negative"))
# marks that may touch a minus from the left: "(-3", "<-30", "$-99"
_OPENING = frozenset("([<>=:$£€/~")


def sign_before(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens right before a place make what follows negative, 0 for none.

    A hyphen counts where it touches the number and nothing touches it: "-5 yards", "CAC -1.7%", not
    "10-15" or "Covid-19".
    """
    hyphen = lower_at(tokens, at - 1) == "-" and touching(tokens, at)
    if lower_at(tokens, at - 1 - hyphen) in _WORDS and not (
        at > 1 + hyphen and tokens[at - 2 - hyphen].kind == "number"
    ):
        return 1 + hyphen
    if not hyphen:
        return 0
    free = not touching(tokens, at - 1) or tokens[at - 2].text in _OPENING
    range_dash = at > 1 and tokens[at - 2].kind == "number" and lower_at(tokens, at + 1) != "%"
    return 1 if free and not range_dash else 0
