"""The sign before a numeral: -5, minus 260, negative ten."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import mapping, words
from ...text.tokens import Token, touches
from ...values.units import POINT, SHARE, TEMPERATURE
from .form import SCALES, lower_at, role_at
from .units import unit_after

_WORDS = frozenset(("minus", "negative"))
# marks that may touch a minus from the left: "(-3", "<-30", "$-99"
_OPENING = frozenset("([<>=:$£€/~")
_BELOW_ZERO = frozenset((SHARE, POINT.dimension, TEMPERATURE))


def sign_before(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens right before a place make what follows negative, 0 for none.

    A hyphen counts where it touches the number, nothing touches it and the words around it leave room for
    a minus: "-5 yards", "CAC -1.7%", not "10-15", "Covid-19" or "the crash -14 people died- was".
    """
    hyphen = lower_at(tokens, at - 1) == "-" and touches(tokens, at)
    if lower_at(tokens, at - 2 - hyphen) == "or":
        return 0  # plus or minus three points
    if lower_at(tokens, at - 1 - hyphen) in _WORDS and not (
        at > 1 + hyphen and tokens[at - 2 - hyphen].kind == "number"
    ):
        return 1 + hyphen
    if not hyphen:
        return 0
    free = not touches(tokens, at - 1) or tokens[at - 2].text in _OPENING
    range_dash = at > 1 and tokens[at - 2].kind == "number" and lower_at(tokens, at + 1) != "%"
    return 1 if free and not range_dash and _may_be_minus(tokens, at) else 0


def _may_be_minus(tokens: Sequence[Token], at: int) -> bool:
    """Return whether words govern a number with a hyphen ("of -14,000"), or what is measured can be negative."""
    before = tokens[at - 2] if at > 1 else None
    if (before and before.lower in words("function_words")) or tokens[at].kind == "mark":  # of -14,000 · -£250
        return True
    last = at + 1
    while role_at(tokens, last) in SCALES:
        last += 1
    measured = unit_after(tokens, last)
    if before and before.kind == "word" and before.lower not in mapping("verbs"):
        return measured is not None and (measured.unit.is_currency or measured.unit.dimension in _BELOW_ZERO)
    return measured is not None or last >= len(tokens) or tokens[last].kind == "mark"
