"""Numerals in a run of tokens: digits, words, and both mixed, as exact decimals."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from ...lexicon import mapping
from ...text.tokens import KEPT, Token
from .digits import from_digits
from .form import LONGEST, Numeral, fraction, lower_at, number_words
from .fractions import share_scaled
from .signs import sign_before
from .words import from_words

__all__ = ["Numeral", "number_words", "numeral_at", "sign_before"]


def numeral_at(tokens: Sequence[Token], at: int, *, money: bool = False) -> Numeral | None:
    """Return the longest numeral that begins at a token, None where there is none.

    With `money` the letters m and b scale: "£5m" is five million, "5m" may be metres. A sign before
    the numeral is left out: see `sign_before`.
    """
    return _numeral_at(tokens, at, money)


@lru_cache(maxsize=KEPT)
def _numeral_at(tokens: Sequence[Token], at: int, money: bool) -> Numeral | None:
    """Return what `numeral_at` does."""
    token = tokens[at]
    if token.lower in ("1", "one") and lower_at(tokens, at + 1) == "over":
        divided = _divided(tokens, at)
        if divided:
            return divided
    if token.kind == "number":
        return from_digits(tokens, at, money) if len(token.text) <= LONGEST else None
    glyph = mapping("fraction_glyphs").get(token.text)
    if glyph:
        return share_scaled(tokens, fraction(at, at + 1, Fraction(glyph)))
    return from_words(tokens, at) if token.lower in number_words() or token.lower == "a" else None


def _divided(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return "one over twenty" as the fraction, where the clause ends behind it and nothing is counted."""
    below = numeral_at(tokens, at + 2) if at + 2 < len(tokens) else None
    if below is None or below.ordinal or below.value <= 1 or below.value != int(below.value):
        return None
    ends = below.last >= len(tokens) or tokens[below.last].kind == "mark"
    return fraction(at, below.last, Fraction(1, int(below.value)), written=True) if ends else None
