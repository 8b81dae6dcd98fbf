"""What a numeral is, and the words that build one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ...lexicon import table
from ...text.tokens import Token

LONGEST = 30  # digits that are read; what is longer is no number of news
MOST = Decimal(10) ** LONGEST
SCALES = ("hundred", "scale", "group")


class Numeral(NamedTuple):
    """A number as printed: half-open token range, value, unit of its last digit, and its form."""

    first: int
    last: int
    value: Decimal
    place: Decimal
    ordinal: bool = False
    fraction: bool = False
    written: bool = False  # in words
    scaled: bool = False  # carries million, bn, dozen …
    scale: Decimal = Decimal(1)  # by which figure the last of those multiplied


class Word(NamedTuple):
    """The value and role of a number word."""

    value: int
    role: str


@cache
def number_words() -> dict[str, Word]:
    """Return every word that builds numbers."""
    return {row[0]: Word(int(row[1]), row[2]) for row in table("numbers")}


def role_at(tokens: Sequence[Token], at: int) -> str:
    """Return the role of the number word at a place, nothing where there is none."""
    word = number_words().get(tokens[at].lower) if 0 <= at < len(tokens) else None
    return word.role if word else ""


def lower_at(tokens: Sequence[Token], at: int) -> str:
    """Return the lower case of the token at a place, nothing outside the sentence."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def fraction(first: int, last: int, share: Fraction, *, written: bool = False) -> Numeral:
    """Return the numeral of a fraction; its last place is taken for a hundredth."""
    value = Decimal(share.numerator) / Decimal(share.denominator)
    return Numeral(first, last, value, Decimal("0.01"), fraction=True, written=written)


def scaled_by(numeral: Numeral, scale: Decimal, last: int) -> Numeral:
    """Return a numeral times a scale that is printed up to a token place."""
    return numeral._replace(
        last=last,
        value=numeral.value * scale,
        place=numeral.place * scale,
        scaled=True,
        scale=scale,
        fraction=False,
    )
