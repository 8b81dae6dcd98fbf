"""Numerals that digits open: 1,204 · 2.4 million · £1.2bn · 10th · 2 1/2 · 1/3 · 12 500 · 6.2x10^3."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

from ...lexicon import mapping, table, words
from ...text.tokens import KEPT, Token, joins, touches
from ...values.precision import last_place
from ..clauses.subjects import is_plural, singular, subject_after
from .form import (
    LONGEST,
    MOST,
    SCALES,
    Numeral,
    fraction,
    lower_at,
    number_words,
    role_at,
    scaled_by,
)
from .fractions import and_share, share_scaled
from .powers import is_raised, powered
from .units import unit_after

_BASES = 3  # of a baseball field
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_POUNDS = frozenset(("lb", "lbs"))
_SHARES = frozenset(("2", "3", "4", "8", "16"))  # into how many parts of an inch, an hour or a mile is divided

# 12,34,567.89 · 1,3 · 1.234.567,89 · 1.111,11        digit groups of India, and of most of Europe
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$")
_COMMA = re.compile(r"\d{1,3},\d{1,2}$")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}$|\d{1,3}(?:\.\d{3}){2,}$")


@cache
def _letters() -> dict[str, tuple[Decimal, str]]:
    return {row[0]: (Decimal(row[1]), row[2]) for row in table("scale_letters")}


def from_digits(tokens: Sequence[Token], at: int, money: bool) -> Numeral | None:
    """Return the numeral that digits open at a place."""
    if not _goes_on(tokens, at):
        return Numeral(at, at + 1, *_value(tokens[at].text))
    if _is_ordinal(tokens, at):
        value = Decimal(tokens[at].text.replace(",", ""))
        return Numeral(at, at + 2, value, Decimal(1), ordinal=True)
    slashed = _slashed(tokens, at)
    if slashed:
        return share_scaled(tokens, slashed)
    value, last = _grouped(tokens, at)
    mixed = _mixed(tokens, last)
    if mixed:
        whole = Numeral(at, mixed.last, value + mixed.value, Decimal("0.01"), fraction=True)
        return share_scaled(tokens, whole)
    power = powered(tokens, last, value)
    if power:
        return _without_error(tokens, Numeral(at, power[1], power[0], last_place(power[0])))
    plain = Numeral(at, last, value, last_place(value))
    scaled = _scaled(tokens, plain, money)
    return and_share(tokens, _continued(tokens, _without_error(tokens, scaled)))


def _is_ordinal(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a suffix makes digits an ordinal: 21st, 12th; 12st and 21st 4lb are weights."""
    suffix = tokens[at + 1].lower if touches(tokens, at + 1) else ""
    if suffix != "st":
        return suffix in _SUFFIXES
    first = tokens[at].text[-1] == "1" and tokens[at].text[-2:] != "11"
    return first and lower_at(tokens, at + 3) not in _POUNDS


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Return whether more of a number can follow its digits; a comma or full stop goes on where digits touch it."""
    if at + 1 == len(tokens):
        return False
    following = tokens[at + 1]
    if following.text == "-":
        return (
            _hyphened(tokens, at + 1) is not None
            or lower_at(tokens, at + 2) in number_words()
            or lower_at(tokens, at + 2) == "and"
        )
    if following.text in (",", "."):
        return touches(tokens, at + 2) and tokens[at + 2].kind == "number"
    return following.kind == "number" or following.lower in _going_on() or is_raised(tokens, at + 1)


@cache
def _going_on() -> frozenset[str]:
    """Return the words and marks that can go on a number in digits: million, bn, th, x, and."""
    letters = map(str.lower, (*_letters(), *mapping("fraction_glyphs")))
    return frozenset((*number_words(), *letters, *_SUFFIXES, *"ex/^×*±+-−", "and"))


@lru_cache(maxsize=KEPT)
def _value(surface: str) -> tuple[Decimal, Decimal]:
    """Return the value of a number in digits, and the unit of its last digit."""
    value = Decimal(surface.replace(",", ""))
    return value, last_place(value)


def _without_error(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """Return a numeral up to behind its margin of error, which is read over: 2.45±0.01, 9.8 +/- 0.2."""
    at = numeral.last
    sign = tuple(token.text for token in tokens[at : at + 3])
    start = at + 1 if sign[:1] == ("±",) else at + 3 if sign == ("+", "/", "-") else 0
    if not start or start >= len(tokens) or tokens[start].kind != "number":
        return numeral
    power = powered(tokens, start + 1, Decimal(1))
    return numeral._replace(last=power[1] if power else start + 1)


def _grouped(tokens: Sequence[Token], at: int) -> tuple[Decimal, int]:
    """Return the number at a place and where it ends, its digits grouped in any usual way."""
    last = at + 1
    while (
        last < at + LONGEST
        and touches(tokens, last + 1)
        and touches(tokens, last)
        and tokens[last].text in (",", ".")
        and tokens[last + 1].kind == "number"
    ):
        last += 2
    surface = "".join(token.text for token in tokens[at:last])
    if last > at + 1 and _INDIAN.match(surface):
        return Decimal(surface.replace(",", "")), last
    if last > at + 1 and _EUROPEAN.match(surface):
        return Decimal(surface.replace(".", "").replace(",", ".")), last
    if last == at + 3 and _COMMA.match(surface) and _is_decimal(tokens, at, last):
        return Decimal(surface.replace(",", ".")), last
    return _spaced(tokens, at)


def _is_decimal(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Return whether a comma between digits is a decimal one: 1,3 million · 4,75%; not "chapters 1,3"."""
    behind = lower_at(tokens, last)
    measured = role_at(tokens, last) == "scale" or behind in ("%", "percent", "per", *_letters())
    return measured or mapping("verbs").get(lower_at(tokens, at - 1)) == "be"


def _spaced(tokens: Sequence[Token], at: int) -> tuple[Decimal, int]:
    """Return the number at a place with groups of three digits behind single spaces: 12 500."""
    digits, last = tokens[at].text.replace(",", ""), at + 1
    if digits.isdecimal() and len(digits) <= 3 and digits[0] != "0" and "," not in tokens[at].text:
        while last < min(len(tokens), at + LONGEST // 3) and _is_group(tokens, last) and digits.isdecimal():
            digits, last = digits + tokens[last].text, last + 1
    return Decimal(digits), last


def _is_group(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a token is a group of three digits, one space behind the one before."""
    token = tokens[at]
    whole = token.text.partition(".")[0]
    return (
        token.kind == "number" and len(whole) == 3 and "," not in token.text and token.start == tokens[at - 1].end + 1
    )


def _slashed(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return the fraction 1/3, where the slash stands between two small numbers."""
    parts = tokens[at : at + 3]
    if len(parts) < 3 or parts[1].text != "/" or parts[2].kind != "number":
        return None
    above, below = parts[0].text, parts[2].text
    if not (above.isdecimal() and below.isdecimal()) or len(below) > 3 or below[0] == "0":
        return None
    if int(above) >= int(below) or lower_at(tokens, at + 3) == "/" or not touches(tokens, at + 2):
        return None
    return fraction(at, at + 3, Fraction(int(above), int(below)))


def _mixed(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return the fraction that goes on a whole number: 2½, 2 1/2."""
    if at >= len(tokens):
        return None
    glyph = mapping("fraction_glyphs").get(tokens[at].text)
    if glyph:
        return fraction(at, at + 1, Fraction(glyph))
    return _slashed(tokens, at) or _spread(tokens, at) or _hyphened(tokens, at)


def _hyphened(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return the small fraction that a hyphen joins to a whole number: 1-1/4 inches, a 5-1/2-mile road."""
    share = _slashed(tokens, at + 1) if joins(tokens, at) and tokens[at].text == "-" else None
    return share if share and tokens[share.last - 1].text in _SHARES else None


def _spread(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return the small fraction that goes on a whole number with spaces about its slash: 4 1 / 2 hours."""
    parts = [token.text for token in tokens[at : at + 3]]
    small = len(parts) == 3 and parts[1] == "/" and parts[2] in _SHARES and parts[0] in ("1", "2", "3")
    if not small or int(parts[0]) >= int(parts[2]) or touches(tokens, at + 1) or touches(tokens, at + 2):
        return None
    return fraction(at, at + 3, Fraction(int(parts[0]), int(parts[2])))


def _scaled(tokens: Sequence[Token], numeral: Numeral, money: bool) -> Numeral:
    """Return a numeral times what letters or words behind it say: 5bn, 350k, 2.4 million."""
    at = numeral.last
    letters = _letters().get(tokens[at].text) if at < len(tokens) else None
    if letters and (money or _counting(tokens, numeral, letters[1])):
        return scaled_by(numeral, letters[0], at + 1)
    skip = at + 1 if lower_at(tokens, at) == "-" else at
    while role_at(tokens, skip) in (*SCALES, "scales") and numeral.value < MOST:
        numeral = scaled_by(numeral, Decimal(number_words()[tokens[skip].lower].value), skip + 1)
        skip = numeral.last
    return numeral


def _counting(tokens: Sequence[Token], numeral: Numeral, use: str) -> bool:
    """Return whether a letter behind digits is a scale where no currency says so: 350k, 2.5m accounts."""
    at = numeral.last
    exact = not {".", ","}.isdisjoint(tokens[numeral.first].text)
    if tokens[at].text == "K" and len(tokens[numeral.first].text.partition(".")[2]) > 1:
        return _plural_follows(tokens, at + 1)  # 573.15K is a temperature
    if tokens[at].text == "B" and numeral.value <= _BASES and not exact:
        return _plural_follows(tokens, at + 1)  # a 1B plays at first base
    if use == "any":
        ends = exact and (at + 1 >= len(tokens) or tokens[at + 1].kind == "mark")  # 1,204.5 M
        return ends or touches(tokens, at) or tokens[at].text.islower() or _plural_follows(tokens, at + 1)
    if use == "money":
        return False
    if tokens[at].text == "b" and touches(tokens, at) and "." in tokens[numeral.first].text:
        return lower_at(tokens, at + 1) != "/"  # 1.2b is no number of bits, 802.11b/g no billions
    if tokens[at].text in ("m", "b") and touches(tokens, at) and unit_after(tokens, at + 1):
        return not touches(tokens, at + 1)  # 10.7m b/d
    if not _plural_follows(tokens, at + 1) or not (touches(tokens, at) or tokens[at].text.isupper()):
        return False
    subject = subject_after(tokens, at + 1)
    counted = subject is not None and singular(tokens[subject.last - 1].lower) in words("nouns")
    return numeral.value not in _race_lengths() or counted


def _plural_follows(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a plural is counted behind a place: 2.5m accounts, 35m of its readers."""
    of = lower_at(tokens, at) == "of"
    subject = subject_after(tokens, at) or (subject_after(tokens, at + 2) if of else None)
    return subject is not None and is_plural(tokens[subject.last - 1].lower)


@cache
def _race_lengths() -> frozenset[Decimal]:
    """Return the lengths in metres that races are named after: "800m runners" are no 800 million."""
    return frozenset(Decimal(row[0]) for row in table("race_lengths"))


def _continued(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """Return a scaled numeral with the smaller parts behind it: 4 thousand 3 hundred and 21."""
    if not numeral.scaled or numeral.scale < 100:
        return numeral
    at = numeral.last + (lower_at(tokens, numeral.last) == "and")
    if at >= len(tokens) or tokens[at].kind != "number" or "." in tokens[at].text or touches(tokens, at + 1):
        return numeral
    value, last = _grouped(tokens, at)
    part = _scaled(tokens, Numeral(at, last, value, last_place(value)), money=False)
    if (
        part.value >= numeral.scale
        or (part.value >= 100 and not part.scaled)
        or (at > numeral.last and numeral.scale > 1000)
    ):
        return numeral
    if not part.scaled and numeral.scale > 1000:
        return numeral
    joined = numeral._replace(last=part.last, value=numeral.value + part.value, place=part.place, scale=part.scale)
    return _continued(tokens, joined) if part.scaled else joined
