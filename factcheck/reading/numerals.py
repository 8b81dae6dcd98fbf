"""Numerals in a run of tokens: digits, words, and both mixed, as exact decimals."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ..lexicon import mapping, table
from ..text.tokens import Token
from ..values.precision import last_place

SLASH_DENOMINATORS = (2, 3, 4, 5, 8, 10, 16)


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


class Word(NamedTuple):
    """The value and role of a number word."""

    value: int
    role: str


@cache
def number_words() -> dict[str, Word]:
    """Return every word that builds numbers."""
    return {row[0]: Word(int(row[1]), row[2]) for row in table("numbers")}


@cache
def _letters() -> dict[str, tuple[Decimal, str]]:
    return {row[0]: (Decimal(row[1]), row[2]) for row in table("scale_letters")}


def numeral_at(tokens: Sequence[Token], at: int, *, money: bool = False) -> Numeral | None:
    """Return the longest numeral that begins at a token, None where there is none.

    With `money` the letters m and b scale: "£5m" is five million, "5m" may be metres.
    """
    token = tokens[at]
    if token.kind == "number":
        return _from_digits(tokens, at, money)
    glyph = mapping("fraction_glyphs").get(token.text)
    if glyph:
        return _fraction(at, at + 1, Fraction(glyph))
    return _from_words(tokens, at) if token.lower in number_words() or token.lower == "a" else None


def _touching(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the token at a place follows the one before without a space."""
    return 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end


def _fraction(first: int, last: int, share: Fraction, *, written: bool = False) -> Numeral:
    value = Decimal(share.numerator) / Decimal(share.denominator)
    return Numeral(first, last, value, Decimal("0.01"), fraction=True, written=written)


def _from_digits(tokens: Sequence[Token], at: int, money: bool) -> Numeral | None:
    """Return the numeral that digits open: 1,204 · 2.4 million · £1.2bn · 10th · 2 1/2 · 1/3."""
    value = Decimal(tokens[at].text.replace(",", ""))
    place, last = last_place(value), at + 1
    if _touching(tokens, last) and tokens[last].lower in ("st", "nd", "rd", "th"):
        return Numeral(at, last + 1, value, Decimal(1), ordinal=True)
    slashed = _slashed(tokens, at)
    if slashed:
        return slashed
    mixed = _mixed(tokens, last)
    if mixed:
        return Numeral(at, mixed.last, value + mixed.value, Decimal("0.01"), fraction=True)
    scale, last = _scale_after(tokens, last, money)
    return Numeral(at, last, value * scale, place * scale, scaled=scale != 1)


def _slashed(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return the fraction 1/3, where the slash stands between two small numbers."""
    parts = tokens[at : at + 3]
    if len(parts) < 3 or parts[1].text != "/" or parts[2].kind != "number":
        return None
    above, below = parts[0].text, parts[2].text
    if not (above.isdigit() and below.isdigit()) or int(below) not in SLASH_DENOMINATORS:
        return None
    if int(above) >= int(below) or (at + 3 < len(tokens) and tokens[at + 3].text == "/"):
        return None
    return _fraction(at, at + 3, Fraction(int(above), int(below)))


def _mixed(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return the fraction that goes on a whole number: 2½, 2 1/2."""
    if at >= len(tokens):
        return None
    glyph = mapping("fraction_glyphs").get(tokens[at].text)
    return _fraction(at, at + 1, Fraction(glyph)) if glyph else _slashed(tokens, at)


def _scale_after(tokens: Sequence[Token], at: int, money: bool) -> tuple[Decimal, int]:
    """Return the scale that words or letters after digits give, and the place behind them."""
    scale = Decimal(1)
    if at < len(tokens):
        letters = _letters().get(tokens[at].text)
        if letters and (money or (letters[1] == "any" and _touching(tokens, at))):
            return letters[0], at + 1
    skip = at + 1 if at + 1 < len(tokens) and tokens[at].text == "-" else at
    while skip < len(tokens):
        word = number_words().get(tokens[skip].lower)
        if word is None or word.role not in ("hundred", "scale", "group"):
            break
        scale, at = scale * word.value, skip + 1
        skip = at
    return scale, at


def _from_words(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return the numeral that words open: twenty-three, a dozen, half a million, two-thirds, third."""
    share = _word_fraction(tokens, at)
    if share:
        return share
    article = tokens[at].lower == "a"
    run = _Run()
    place = at + 1 if article else at
    if article:
        word = number_words().get(tokens[place].lower) if place < len(tokens) else None
        if word is None or word.role not in ("hundred", "scale", "group"):
            return None
        run.current = Decimal(1)
    last = place
    while place < len(tokens):
        step = _step(tokens, place, run)
        if not step:
            break
        place = last = place + step
        if run.ordinal:
            break
    if last == (at + 1 if article else at):
        return None
    value = run.total()
    return Numeral(at, last, value, last_place(value), ordinal=run.ordinal, written=True, scaled=run.scaled)


class _Run:
    """The state of a number in words: what is settled, what is still growing, the last role."""

    def __init__(self) -> None:
        self.settled = Decimal(0)
        self.current: Decimal | None = None
        self.role = ""
        self.ordinal = False
        self.scaled = False

    def total(self) -> Decimal:
        return self.settled + (self.current or 0)


# What may follow what inside one number: "twenty" then "three", never "three" then "four".
_FOLLOWS = {
    "unit": ("", "tens", "hundred", "scale", "and"),
    "teen": ("", "hundred", "scale", "and"),
    "tens": ("", "hundred", "scale", "and"),
    "ordinal": ("", "tens", "hundred", "scale", "and"),
}


def _step(tokens: Sequence[Token], at: int, run: _Run) -> int:
    """Take the token at a place into the run; return how many tokens were taken, 0 at the end."""
    token = tokens[at]
    word = number_words().get(token.lower)
    if word is None:
        return _joint(tokens, at, run)
    if word.role in _FOLLOWS:
        if run.role not in _FOLLOWS[word.role] or (run.role == "tens" and word.value > 9):
            return 0
        run.current = (run.current or 0) + word.value
        run.ordinal = word.role == "ordinal"
    elif word.role in ("hundred", "group"):
        run.current = (Decimal(1) if run.current is None else run.current) * word.value
        run.scaled = True
    elif word.role == "scale":
        if run.role == "scale":
            run.settled *= word.value
        else:
            run.settled += (Decimal(1) if run.current is None else run.current) * word.value
        run.current, run.scaled = None, True
    else:
        return 0
    run.role = "scale" if word.role == "group" else word.role
    return 1


def _joint(tokens: Sequence[Token], at: int, run: _Run) -> int:
    """Take "and", a hyphen, or "and a half" where a number goes on behind it."""
    following = number_words().get(tokens[at + 1].lower) if at + 1 < len(tokens) else None
    text = tokens[at].lower
    if text == "and" and [token.lower for token in tokens[at + 1 : at + 3]] == ["a", "half"] and run.role:
        run.current = (run.current or 0) + Decimal("0.5")
        run.role = "half"
        return 3
    if following is None:
        return 0
    if text == "-" and run.role in ("tens", "hundred", "unit", "half") and following.role != "part":
        return 1 + _step(tokens, at + 1, run) if _joins(run.role, following.role) else 0
    if text == "and" and run.role in ("hundred", "scale") and following.role in ("unit", "teen", "tens"):
        run.role = "and"
        return 1
    return 0


def _joins(before: str, after: str) -> bool:
    """Return whether a hyphen may stand between two roles: twenty-three, two-hundred."""
    return after in ("hundred", "scale", "group") or (before == "tens" and after in ("unit", "ordinal"))


def _word_fraction(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return a fraction in words: half, a third, two-thirds, three quarters, half a million."""
    words = number_words()
    lower = [token.lower for token in tokens[at : at + 4]]
    if lower[0] == "half":
        return _half_of(tokens, at)
    if lower[0] in ("a", "one") or (lower[0] in words and words[lower[0]].role in ("unit", "teen")):
        above = 1 if lower[0] == "a" else words[lower[0]].value
        skip = 2 if len(lower) > 1 and lower[1] == "-" else 1
        below = words.get(lower[skip]) if skip < len(lower) else None
        if below is None or lower[0] == "a" and skip == 2:
            return None
        singular = above == 1 and below.role == "ordinal" and below.value > 2
        if not singular and not (below.role == "part" and (above > 1 or below.value in (2, 4))):
            return None
        if singular and not _shares(tokens, at + skip + 1):
            return None
        return _fraction(at, at + skip + 1, Fraction(above, below.value), written=True)
    return None


def _shares(tokens: Sequence[Token], at: int) -> bool:
    """Return whether "a third" is a share here, "a third of …", and not the third of a row."""
    return at < len(tokens) and tokens[at].lower in ("of", "off", "more", "less", "fewer", "higher", "lower", "were")


def _half_of(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return half, or half a million, half a dozen."""
    rest = [token.lower for token in tokens[at + 1 : at + 3]]
    word = number_words().get(rest[1]) if len(rest) == 2 and rest[0] in ("a", "-") else None
    if word and word.role in ("hundred", "scale", "group"):
        value = Decimal(word.value) / 2
        return Numeral(at, at + 3, value, value, written=True, scaled=True)
    return _fraction(at, at + 1, Fraction(1, 2), written=True)
