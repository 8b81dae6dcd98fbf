"""Ranges: 10-15 · 10 to 15 · four or five · between 10 and 15 · $3m to $5m; and changes: rose from 5% to 7%."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ...lexicon import mapping
from ...text.tokens import Token
from ...values.units import SHARE, TIME, Unit
from ..numerals import Numeral, numeral_at, sign_before
from ..numerals.form import lower_at
from ..numerals.units import Printed, unit_after, unit_before
from .names import is_name
from .rates import rate_after

ASIDE = 8  # tokens of a bracket between the two ends
REACH = 6  # tokens before "from" in which a word of change may stand
WHOLE = 100  # percent
_HYPHENS = frozenset(("-", "~"))


class Ends(NamedTuple):
    """The two ends of a range as printed, the unit of the upper one, and whether they tell a change."""

    low: Numeral
    high: Numeral
    moved: bool


def ends_of(tokens: Sequence[Token], low: Numeral, prefix: Printed | None, opens: int) -> Ends | None:
    """Return the ends of the range that a numeral opens, None where it opens none.

    `opens` is where its symbol and sign begin.
    """
    if low.ordinal or (low.fraction and low.value < 1):
        return None
    own = None if prefix else unit_after(tokens, low.last)
    at = own.last if own and lower_at(tokens, own.last) in ("to", "and", "-") else low.last
    each = rate_after(tokens, at) if own or prefix else None
    at = each.last if each and lower_at(tokens, each.last) == "to" else at
    at = _past_aside(tokens, at) if own or prefix else at
    joint, start = _joint(tokens, at)
    opening = lower_at(tokens, opens - 1)
    if not joint or not _spans(tokens, opens, joint, opening) or _doubled(tokens, at, joint):
        return None
    skip = _prefix_at(tokens, start)
    start = skip.last if skip else start
    high = _high(tokens, start, money=prefix is not None or skip is not None)
    behind = unit_after(tokens, high.last) if high else None
    if high is None or not _one_unit(own if own and at >= own.last else None, prefix, skip, behind):
        return None
    if joint == "-" and own and behind and (own.unit.name, behind.unit.name) == ("foot", "inch"):
        return None  # a 5-foot-10-inch man
    if joint == "or" and (prefix or skip or not _leaves_open(tokens, low, high)):
        return None
    moved = opening == "from" and joint == "to" and _changing(tokens, opens - 1)
    low = lend_scale(low, high, tokens)
    if low.value == high.value or (low.value > high.value and not moved and not low.value < 0):
        return None
    return Ends(low, high, moved)


def _past_aside(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind a short bracket before "to": "$26 million (20 million euros) to $34 million"."""
    if lower_at(tokens, at) != "(":
        return at
    closing = next((place for place in range(at, min(at + ASIDE, len(tokens))) if tokens[place].text == ")"), None)
    return closing + 1 if closing is not None and lower_at(tokens, closing + 1) == "to" else at


def _leaves_open(tokens: Sequence[Token], low: Numeral, high: Numeral) -> bool:
    """Return whether "or" joins two ends of one count or time: four or five, 20 or 30 days; not 5 or 12."""
    whole = low.value > 0 and low.value == int(low.value) and not low.scaled
    value = high.value / high.scale if high.scaled else high.value
    unit = unit_after(tokens, high.last)
    near = value == low.value + 1 or low.value < value <= low.value * Decimal("1.5")
    return whole and near and value == int(value) and (unit is None or unit.unit.dimension == TIME)


def _joint(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Return the word or mark that joins two ends, and the place behind it: "8- to 16-metre", "two- or three-day"."""
    hung = lower_at(tokens, at + 1) if lower_at(tokens, at) == "-" else ""
    if hung in ("to", "or"):
        return hung, at + 2 + (hung == "to" and lower_at(tokens, at + 2) == "-")  # 0-to-60 too
    text = "to" if lower_at(tokens, at) == "through" else lower_at(tokens, at)  # aged 12 through 18
    return (text, at + 1) if text in ("to", "and", "or") or text in _HYPHENS else ("", at)


def _doubled(tokens: Sequence[Token], at: int, joint: str) -> bool:
    """Return whether a hyphen is a minus, or a dash between clauses: "fell to 5 -3 yesterday"."""
    if joint != "-":
        return False
    spaced = tokens[at].start > tokens[at - 1].end
    return (
        spaced and at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start and tokens[at + 1].kind != "number"
    )


def _prefix_at(tokens: Sequence[Token], at: int) -> Printed | None:
    """Return the currency symbol that opens the upper end."""
    for size in range(1, 4):
        if at + size < len(tokens) and tokens[at + size].kind == "number":
            prefix = unit_before(tokens, at + size)
            return prefix if prefix and prefix.first == at else None
    return None


def _high(tokens: Sequence[Token], at: int, *, money: bool) -> Numeral | None:
    """Return the numeral of the upper end, a minus before it applied."""
    signed = lower_at(tokens, at) == "-"
    place = at + signed
    if place >= len(tokens):
        return None
    high = numeral_at(tokens, place, money=money)
    if high is None or high.ordinal or (high.fraction and high.value < 1) or is_name(tokens, high):
        return None
    return high._replace(value=-high.value) if signed and sign_before(tokens, place) else None if signed else high


def _one_unit(own: Printed | None, prefix: Printed | None, skip: Printed | None, behind: Printed | None) -> bool:
    """Return whether both ends measure one thing: not "rose 5% to 164p", "0.7 per cent to 6,327"."""
    low: Unit | None = own.unit if own else prefix.unit if prefix else None
    high: Unit | None = skip.unit if skip else behind.unit if behind else None
    if own is not None and (high is None or low is None or low.dimension != high.dimension):
        return False
    return skip is None or low is None or low.dimension == skip.unit.dimension


def _spans(tokens: Sequence[Token], first: int, joint: str, opening: str) -> bool:
    """Return whether the joint makes a range: "and" only after "between"; never "cut by 200 to 1,400"."""
    if joint == "and":
        return opening == "between" or (opening in ("of", "age", "ages") and _between_ages(tokens, first))
    if joint == "to" and opening != "from":
        at = first - 1 - (opening in ("by", "another", "a", "an"))
        word = lower_at(tokens, at)
        return opening != "by" and not (word in mapping("changes") and word not in ("cost", "up"))
    return True


def _between_ages(tokens: Sequence[Token], first: int) -> bool:
    """Return whether "between the ages of" stands before a place, with or without "of"."""
    before = [token.lower for token in tokens[max(0, first - 4) : first]]
    return "between" in before and not {"age", "ages"}.isdisjoint(before)


def _changing(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a word of change leads to a place: "rose from", "a rise in sales from"."""
    return any(token.lower in mapping("changes") for token in tokens[max(0, first - REACH) : first])


def share_of(tokens: Sequence[Token], numeral: Numeral) -> Printed | None:
    """Return the percent that the larger of two shares has from the smaller behind it: beat Roe 52 to 41 percent."""
    if lower_at(tokens, numeral.last) != "to" or numeral.ordinal or lower_at(tokens, numeral.first - 1) == "from":
        return None
    other = numeral_at(tokens, numeral.last + 1)
    behind = unit_after(tokens, other.last) if other and other.value < numeral.value <= WHOLE - other.value else None
    if behind is None or behind.unit.dimension != SHARE or _changing(tokens, numeral.first):
        return None
    return Printed(behind.unit, numeral.first, numeral.last)


def lend_scale(low: Numeral, high: Numeral, tokens: Sequence[Token]) -> Numeral:
    """Return the lower end with the scale of the upper one: 10-15 million, $3-5bn, four to five thousand.

    "Five to a hundred" lends nothing.
    """
    if low.scaled or not high.scaled or low.value >= 1000 or tokens[high.first].lower == "a":
        return low
    if low.value * high.scale > high.value * Decimal("1.0001"):
        return low
    return low._replace(value=low.value * high.scale, place=low.place * high.scale, scaled=True, scale=high.scale)
