"""The unit printed before or behind a numeral."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from ...lexicon import mapping, words
from ...text.tokens import KEPT, Token, tokenise
from ...values.units import PERCENT, POINT, Unit, by_name, surfaces, unit_by

# percentage points · percentage-point · per cent · percent · pc · %
_PERCENT = {
    ("percentage", "points"): POINT,
    ("percentage", "point"): POINT,
    ("percentage", "-", "points"): POINT,
    ("percentage", "-", "point"): POINT,
    ("per", "cent"): PERCENT,
    ("percent",): PERCENT,
    ("pct",): PERCENT,
    ("pc",): PERCENT,
    ("%",): PERCENT,
}
_CODE_SCALES = {"M": Decimal(1000000), "k": Decimal(1000), "T": Decimal(1000)}
# symbols that after a space are more often words: 5 in hospital, 3 A levels, 4 K-pop bands
_WORDLIKE = frozenset(("in", "A", "K", "T", "p", "S", "cal", "gal", "gig", "gigs", "ms", "mi"))
_SPACED_LETTERS = frozenset("mlLgtVCF")  # 3901 N. Main St
_TIMES = frozenset("·⋅*")
_MARKS = {'"': "inch", "'": "foot"}
_EXTENTS = frozenset(("thick", "wide", "long", "high", "tall", "deep", "across"))


_FEET = frozenset(("'", "’", "′", "ft"))
_INCHES_IN_FOOT = 12
_HEIGHT_REACH = 9  # tokens before "pounds" in which a height is of the same body
_HEAVIEST = 3  # digits of a weight in pounds that somebody gains or loses


class Printed(NamedTuple):
    """A unit and the half-open token range that prints it."""

    unit: Unit
    first: int
    last: int


def unit_before(tokens: Sequence[Token], at: int) -> Printed | None:
    """Return the currency whose symbol or code stands right before a numeral: £ · US$ · $US · HK $ · GBP."""
    if not at or tokens[at - 1].text not in _prefix_ends():
        return _rand(tokens, at)
    for size in (3, 2, 1):
        first = at - size
        if first < 0 or not _unbroken(tokens, first, at):
            continue
        unit = _prefix("".join(token.text for token in tokens[first:at]))
        last = tokens[at - 1]
        if unit and (
            not last.text[-1].isalpha()
            or not last.text.islower()
            or last.end == tokens[at].start
            or len(last.text) >= 3  # usd, dlrs
        ):
            return Printed(unit, first, at)
    return None


@cache
def _prefix_ends() -> frozenset[str]:
    """Return the last word or mark of every prefix, as written: most words before a numeral are none."""
    return frozenset(tokenise(prefix)[-1].text for prefix in (*surfaces().prefixes, *words("lower_codes"), "$"))


def _rand(tokens: Sequence[Token], at: int) -> Printed | None:
    """Return the currency of a letter that is one only before a scaled amount: R26 million, R1.3bn; not R2-D2."""
    code = mapping("scaled_prefixes").get(tokens[at - 1].text) if at and at + 1 < len(tokens) else None
    if code is None or tokens[at - 1].end != tokens[at].start:
        return None
    behind = next((token for token in tokens[at + 1 : at + 4] if token.kind == "word"), None)
    scaled = behind is not None and (behind.lower in words("scale_words") or behind.text in words("scale_letters"))
    unit = by_name(code) if scaled else None
    return Printed(unit, at - 1, at) if unit else None


def _unbroken(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Return whether tokens touch, but for a space between a country's letters and the dollar: HK $3.

    "A $5 ticket" is an article.
    """
    for place in range(first, at - 1):
        if tokens[place].end != tokens[place + 1].start and (
            tokens[place + 1].text != "$" or tokens[place].lower == "a"
        ):
            return False
    return True


def _prefix(surface: str) -> Unit | None:
    """Return the currency of a prefix as written, or in capitals where no word is written so: usd, c$."""
    prefixes = surfaces().prefixes
    unit = prefixes.get(surface)
    if unit or not surface.islower():
        return unit
    code = surface.removesuffix("$")
    known = code in words("lower_codes")
    return (prefixes.get(surface.upper()) or prefixes.get(code.upper())) if known else None


@lru_cache(maxsize=KEPT)
def unit_after(tokens: Sequence[Token], at: int) -> Printed | None:
    """Return the unit right behind a numeral, over an optional hyphen: 40 km · 27-kilometre · 38C."""
    if at >= len(tokens):
        return None
    hyphen = tokens[at].text == "-" and at + 1 < len(tokens)
    if hyphen and tokens[at + 1].capital and tokens[at + 1].start > tokens[at].end:
        return None  # in the year 2015 — Buck left
    first = at + 1 if hyphen else at
    touching = not hyphen and tokens[at].start == tokens[at - 1].end
    product = _multiplied(tokens, at) or (_mark(tokens, at) if touching else None)
    if product:
        return product
    for size in _sizes(tokens, first):
        window = tokens[first : first + size]
        symbol = touching or (size == 1 and _rated(tokens, first))
        unit = _named(window, symbol) or (_spaced(tokens, first, first + size) if not touching else None)
        if unit:
            amount = surfaces().homographs.get(window[0].lower) if size == 1 and not hyphen else None
            return Printed(amount if amount and not _weighed(tokens, at, first + 1) else unit, first, first + size)
    return None


def _sizes(tokens: Sequence[Token], at: int) -> range:
    """Return how many tokens a unit that opens at a place may have, most first; none for most words."""
    longest = _longest().get(tokens[at].lower, 0) if at < len(tokens) else 0
    return range(min(longest, len(tokens) - at), 0, -1)


@cache
def _longest() -> dict[str, int]:
    """Return how many tokens the longest unit has that opens with a word or mark."""
    known, found = surfaces(), dict[str, int]()
    for surface in (*known.words, *known.attached, *map(" ".join, _PERCENT)):
        opening, *rest = tokenise(surface)
        found[opening.lower] = max(found.get(opening.lower, 0), 1 + len(rest) + surface.count(" "))
    return found


def _rated(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a slash and another unit touch a symbol, so that it is one behind a space too: 5 W/min."""
    slash = at + 2 < len(tokens) and tokens[at + 1].text == "/" and tokens[at].end == tokens[at + 1].start
    return slash and tokens[at].kind == "word" and (tokens[at + 2].text == "s" or bool(denominator(tokens, at + 2)))


def _mark(tokens: Sequence[Token], at: int) -> Printed | None:
    """Return feet or inches by a mark that neither opens nor closes a quotation: a 9" plate, at 30'."""
    mark = tokens[at].text
    if mark not in _MARKS or tokens[at - 1].kind != "number":
        return None
    if sum(token.text == mark for token in tokens) % 2 == 0 or sum(token.text == mark for token in tokens[:at]) % 2:
        return None
    follows = at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start and tokens[at + 1].kind == "word"
    unit = None if follows else by_name(_MARKS[mark])
    return Printed(unit, at, at + 1) if unit else None


def _multiplied(tokens: Sequence[Token], at: int) -> Printed | None:
    """Return the unit that a dot or star makes of two symbols: N·m, kW*h."""
    parts = tokens[at : at + 3]
    if (
        len(parts) < 3
        or parts[1].text not in _TIMES
        or parts[0].end != parts[1].start
        or parts[1].end != parts[2].start
    ):
        return None
    one, other = _named(parts[:1], True), _named(parts[2:], True)
    return Printed(unit_by(one, other), at, at + 3) if one and other and not one.is_currency else None


def unit_named(token: Token) -> Unit | None:
    """Return the unit that one word names, None for any other word."""
    return _named((token,), False)


class ScaledCode(NamedTuple):
    """A currency code with its scale in front: MUSD."""

    printed: Printed
    scale: Decimal


def scaled_code(tokens: Sequence[Token], at: int) -> ScaledCode | None:
    """Return the currency and scale of a code such as MUSD, MEUR, kSEK behind a numeral."""
    text = tokens[at].text if at < len(tokens) else ""
    unit = surfaces().prefixes.get(text[1:]) if len(text) == 4 and text[1:].isupper() else None
    if unit is None or text[0] not in _CODE_SCALES:
        return None
    return ScaledCode(Printed(unit, at, at + 1), _CODE_SCALES[text[0]])


_METRIC = frozenset(("kilogram", "kilograms", "kilogrammes", "kilos", "kg", "kgs", "tonnes", "grams"))


def _weighed(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Return whether pounds are a weight here: "weighing 40 pounds", "40 pounds of cocaine", "5'10", 160 pounds"."""
    near = [token.lower for token in tokens[max(0, at - 6) : at]]
    around = {token.lower for token in tokens[max(0, at - 9) : last + 6]}
    if around & words("body_words"):
        return True
    if [token.text for token in tokens[last : last + 1]] == ["("] and around & _METRIC:
        return True  # 18,000 pounds (8,100 kilograms)
    of = last < len(tokens) and tokens[last].lower in ("of", "lighter", "heavier", "overweight")
    scaled = any(word in ("million", "billion", "millions", "billions", "thousand") for word in near[-2:])
    small = tokens[at - 1].text.isdecimal() and len(tokens[at - 1].text) <= _HEAVIEST
    body = small and (_behind_height(tokens, at) or not words("weight_verbs").isdisjoint(near[-4:]))  # lost 30 pounds
    return (of and not scaled) or body or any(word.startswith("weigh") for word in near)


def _behind_height(tokens: Sequence[Token], at: int) -> bool:
    """Return whether somebody's height in feet and inches is told right before: "5’7” to 5’8”, 110 to 120 pounds"."""
    for place in range(max(1, at - _HEIGHT_REACH), at - 2):
        feet, sign, inches = tokens[place - 1 : place + 2]
        if sign.text in _FEET and feet.text.isdecimal() and inches.text.isdecimal() and len(feet.text) == 1:
            between = tokens[place + 2 : at]
            return int(inches.text) < _INCHES_IN_FOOT and not any(each.lower in mapping("verbs") for each in between)
    return False


def _named(window: Sequence[Token], touching: bool) -> Unit | None:
    """Return the unit that a window of tokens prints, None where it prints none."""
    share = _PERCENT.get(tuple(token.lower for token in window))
    if share:
        return share
    surface = _joined(window)
    known = surfaces()
    unit = known.words.get(surface) or known.words.get(surface.lower() if len(surface) > 2 else surface)
    if unit is None and len(window) == 3 and window[1].text == "-":  # a 5,000-square-foot barn
        unit = known.words.get(surface.lower().replace("-", " "))
    if unit is None and touching:
        unit = known.attached.get(surface)
    plural = surface[-1:] == "s" and surface[:-1].isupper()  # 11 MPs
    if unit is None and not plural and len(surface) > 1 and (touching or len(surface) > 2 or surface.isupper()):
        unit = known.folded.get(surface.lower())
    return unit


def _spaced(tokens: Sequence[Token], first: int, last: int) -> Unit | None:
    """Return the unit of a symbol that mostly touches its digits, behind a space: 784 HP, 12 ft, 4 L of wine."""
    surface = _joined(tokens[first:last])
    unit = surfaces().attached.get(surface)
    if unit is None or tokens[first - 1].kind != "number":
        return None
    following = tokens[last] if last < len(tokens) else None
    ends = following is None or (following.kind == "mark" and following.text not in "$£€-'")
    if surface in _WORDLIKE:
        return unit if surface == "in" and (ends or (following is not None and following.lower in _EXTENTS)) else None
    if not surface[0].isalpha():
        cents = last + 1 < len(tokens) and tokens[last + 1].lower in ("cent", "cents")  # 10 $ 30 cent
        return unit if following is None or following.kind != "number" or cents else None
    if len(surface) == 1 and surface not in _SPACED_LETTERS:
        return None
    goes_on = following is not None and (following.lower in words("function_words") or following.lower.endswith("ed"))
    return unit if len(surface) > 1 or ends or goes_on else None


def _joined(window: Sequence[Token]) -> str:
    """Return the surface of a window with one space wherever there is any."""
    parts = [window[0].text]
    for before, token in itertools.pairwise(window):
        parts += ["" if before.end == token.start else " ", token.text]
    return "".join(parts)


def denominator(tokens: Sequence[Token], at: int) -> Printed | None:
    """Return the unit at a place, printed without a number."""
    for size in _sizes(tokens, at):
        window = tokens[at : at + size]
        unit = _named(window, True)
        if unit and not unit.is_currency and unit is not PERCENT:
            return Printed(unit, at, at + size)
    return None
