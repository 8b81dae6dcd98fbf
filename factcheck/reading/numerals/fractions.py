"""Fractions in words, and what may follow one: two-thirds · half a million · and a half."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from ...lexicon import mapping, words
from ...text.tokens import Token
from ..clauses.subjects import is_plural
from .form import SCALES, Numeral, Word, fraction, lower_at, number_words, role_at, scaled_by

# Behind these "a third" is a share, and not the third of a row.
_BEHIND_SHARE = frozenset(("of", "off", "more", "less", "fewer", "higher", "lower", "were"))
_BEFORE_SPANS = frozenset("final first last latest next past previous recent these those".split())
_LARGE = Decimal(1000)


def word_fraction(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return a fraction in words: half, a third, two-thirds, three quarters, half a million."""
    if lower_at(tokens, at) in ("half", "quarter"):
        return _bare(tokens, at)
    above, place = _above(tokens, at)
    if above is None:
        return None
    hyphen = lower_at(tokens, place) == "-"
    below, last = _below(tokens, place + hyphen)
    if below is None or (hyphen and lower_at(tokens, at) == "a") or _of_a_year(tokens, at, place, above):
        return None
    if below.role == "part":
        halves = below.value == 2 and above % 2 == 1 and above > 1  # three halves
        fits = (above > 1 and (above < below.value or below.value > 4 or halves)) or (
            above == 1 and below.value in (2, 4) and not lower_at(tokens, last - 1).endswith("s")
        )
    else:
        fits = below.role == "ordinal" and below.value > 2 and above == 1 and _is_share(tokens, at, last, hyphen)
    return share_scaled(tokens, fraction(at, last, Fraction(above, below.value), written=True)) if fits else None


def _of_a_year(tokens: Sequence[Token], at: int, place: int, above: int) -> bool:
    """Return whether quarters are those of a year, and no share: two quarters, the past three quarters."""
    return lower_at(tokens, place) == "quarters" and (above == 2 or lower_at(tokens, at - 1) in _BEFORE_SPANS)


def _below(tokens: Sequence[Token], at: int) -> tuple[Word | None, int]:
    """Return what stands below the line and where it ends: thirds, twenty-fifth."""
    word = number_words().get(lower_at(tokens, at))
    if word is None or word.role != "tens" or lower_at(tokens, at + 1) != "-":
        return word, at + 1
    last = lower_at(tokens, at + 2)
    one = number_words().get(last) or number_words().get(last.removesuffix("s"))  # thirty-seconds
    if one is None or one.role not in ("ordinal", "part") or not 0 < one.value < 10:
        return word, at + 1
    return Word(word.value + one.value, "part" if last.endswith("s") else one.role), at + 3


def _above(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """Return the number above the line, up to 99, and where it ends."""
    if lower_at(tokens, at) == "a":
        return 1, at + 1
    word = number_words().get(lower_at(tokens, at))
    if word is None or word.role not in ("unit", "teen", "tens"):
        return None, at
    hyphen = lower_at(tokens, at + 1) == "-"
    if word.role == "tens" and role_at(tokens, at + 1 + hyphen) == "unit":
        return word.value + number_words()[tokens[at + 1 + hyphen].lower].value, at + 2 + hyphen
    return word.value, at + 1


def _is_share(tokens: Sequence[Token], at: int, last: int, hyphen: bool) -> bool:
    """Return whether "a third", "one eighth" is a share here: "a third of", "one-eighth".

    "A third" before a noun, or at a clause's end, is the third of a row; "one third" is not.
    """
    following = lower_at(tokens, last)
    if following in _BEHIND_SHARE:
        return True
    ends = last >= len(tokens) or tokens[last].kind != "word" or following in words("function_words")
    if lower_at(tokens, at) == "a":
        return (
            ends
            and not hyphen
            and (lower_at(tokens, at - 1) in words("before_shares") or (at == 0 and last >= len(tokens)))
        )
    return ends or hyphen or following in mapping("verbs")


def _bare(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return half, or what half or a quarter makes of a scale: half a million, quarter of a million."""
    half = lower_at(tokens, at) == "half"
    share = fraction(at, at + 1, Fraction(1, 2 if half else 4), written=True)
    scaled = share_scaled(tokens, share)
    return scaled if half or scaled.scaled else None


def share_scaled(tokens: Sequence[Token], share: Numeral) -> Numeral:
    """Return a fraction times the scale behind it: half a million, three quarters of a million, ½ million."""
    at = share.last
    at += lower_at(tokens, at) == "of" and lower_at(tokens, at + 1) == "a"
    at += 3 if tuple(lower_at(tokens, at + step) for step in range(3)) == ("-", "a", "-") else 0  # half-a-dozen
    at += lower_at(tokens, at) in ("a", "-")
    if role_at(tokens, at) not in SCALES:
        return share
    scale = Decimal(number_words()[tokens[at].lower].value)
    scaled = scaled_by(share, scale, at + 1)
    return scaled._replace(place=scaled.value if share.value < 1 else scale * share.place)


def and_share(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """Return a numeral with the fraction that goes on it: two and a half, 3 million and a half.

    A scale behind the fraction is for both: two and a half million. "Between one and two thirds"
    joins nothing.
    """
    share = joined_share(tokens, numeral.last, numeral.first)
    if share is None or numeral.fraction:
        return numeral
    one = numeral.scale if numeral.scale >= _LARGE and not share.scaled else Decimal(1)
    value = numeral.value + share.value * one
    joined = numeral._replace(last=share.last, value=value, place=numeral.place / 10, fraction=True)
    if share.scaled and numeral.scale < _LARGE:
        scale = share.scale
        return joined._replace(
            value=numeral.value * scale + share.value,
            place=scale / 10,
            scaled=True,
            scale=scale,
            fraction=False,
        )
    return joined._replace(fraction=not numeral.scaled, place=one / 10)


def joined_share(tokens: Sequence[Token], at: int, first: int) -> Numeral | None:
    """Return the fraction below one behind "and" at a place: and a half, -and-a-half, and three quarters."""
    at += lower_at(tokens, at) == "-"
    if lower_at(tokens, at) != "and" or lower_at(tokens, first - 1) == "between":
        return None
    place = at + 1 + (lower_at(tokens, at + 1) == "-")
    if lower_at(tokens, place) == "a" and lower_at(tokens, place + 1) == "-":
        joined = number_words().get(lower_at(tokens, place + 2))
        if joined is None or joined.role != "part":
            return None
        return share_scaled(tokens, fraction(place, place + 3, Fraction(1, joined.value), written=True))
    share = word_fraction(tokens, place) or _small_share(tokens, place)
    if share is None or lower_at(tokens, place) in ("half", "quarter") or lower_at(tokens, share.last) == "of":
        return None
    return share if share.scaled or share.value < 1 else None


def _small_share(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return "a third", "a fifth" behind a whole number, before what is measured or a full stop.

    In "killed two and a third fled" the third is a person.
    """
    word = number_words().get(lower_at(tokens, at + 1)) if lower_at(tokens, at) == "a" else None
    if word is None or word.role != "ordinal" or word.value < 3:
        return None
    last = at + 2
    ends = last >= len(tokens) or tokens[last].text == "." or is_plural(tokens[last].lower)
    return fraction(at, last, Fraction(1, word.value), written=True) if ends else None
