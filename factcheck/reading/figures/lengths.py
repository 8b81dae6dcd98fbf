"""Lengths of time that no plain figure tells: "six straight days", "over a decade", "in years"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from ...lexicon import words
from ...models import Modifier, modifier
from ...text.tokens import KEPT, Token, Tokens
from ...values.units import TIME, Unit, surfaces
from ..numerals import Numeral
from ..phrases import phrase_until
from . import Figure

_WORDS = frozenset(("second", "seconds", "minute"))  # "a second day" and "a minute amount" are no lengths
_AFTERWARDS = frozenset(("after", "before"))


class Vague(NamedTuple):
    """A unit of time in the plural without a number, in half-open token places."""

    first: int
    last: int
    unit: Unit


def stretched(tokens: Sequence[Token], figure: Figure) -> Figure | None:
    """Return a figure with the unit of time behind an adjective: six straight days, five trading days."""
    if figure.unit is not None or not figure.numerals or figure.numerals[-1].ordinal:
        return None
    at = figure.last
    if at >= len(tokens) or tokens[at].lower not in words("time_adjectives"):
        return None
    unit = time_units().get(tokens[at + 1].lower) if at + 1 < len(tokens) else None
    return figure._replace(unit=unit, last=at + 2, closes=at + 2) if unit else None


def single(tokens: Tokens) -> Iterator[Figure]:
    """Yield the lengths of one unit: over a decade · for an hour · a day after · the past year · month-long."""
    for at, unit in _times(tokens):
        if not _is_single(tokens, at):
            continue
        approximator = phrase_until("approximators", tokens, at - 1)
        modifiers = () if approximator is None else (_modifier(approximator.row, tokens, approximator.first, at - 1),)
        opens = at - 1 if approximator is None else approximator.first
        if _long(tokens, at):
            yield Figure(at, at, at + 3, (Numeral(at, at + 1, Decimal(1), Decimal(1), written=True),), unit, ())
            continue
        one = Numeral(at - 1, at, Decimal(1), Decimal(1), written=True)
        yield Figure(opens, at - 1, at + 1, (one,), unit, modifiers)


def vague(tokens: Tokens) -> Iterator[Vague]:
    """Yield the units of time that stand for many: in years · decades-long · a few days · days or weeks."""
    for at, unit in _times(tokens):
        if not tokens[at].lower.endswith("s") or tokens[at].lower.endswith("'s"):
            continue
        before = tokens[at - 1].lower
        behind = tokens.lowers[at + 1 : at + 4]
        if behind[:2] == ("-", "long"):
            yield Vague(at, at + 3, unit)
        elif before in words("many_words") and behind[:1] not in (("ago",), ("earlier",), ("later",)):
            yield Vague(at - 1 - (at > 1 and tokens[at - 2].lower == "a"), at + 1, unit)
        elif behind[:1] in (("or",), ("and",)) and _larger(behind[1:2], unit):
            yield Vague(at, at + 3, unit)
        elif before == "in" or before in words("length_cues") or behind == ("in", "the", "making"):
            yield Vague(at, at + 1, unit)


def _larger(word: Sequence[str], unit: Unit) -> bool:
    """Return whether a word is a larger unit of time in the plural: days or weeks."""
    other = time_units().get(word[0]) if word else None
    return other is not None and other.factor > unit.factor and word[0].endswith("s")


@cache
def time_units() -> dict[str, Unit]:
    """Return the units of time by every word that spells them out."""
    known = surfaces().words.items()
    spelt = {word: unit for word, unit in known if unit.dimension == TIME and len(word) >= len("day")}
    return {word: unit for word, unit in spelt.items() if word not in _WORDS}


@lru_cache(maxsize=KEPT)
def _times(tokens: Tokens) -> tuple[tuple[int, Unit], ...]:
    """Return the units of time behind the first word of a sentence, with their places."""
    known = time_units()
    return tuple((at, known[tokens[at].lower]) for at in tokens.places(known) if at)


def _is_single(tokens: Tokens, at: int) -> bool:
    """Return whether the words around a singular unit of time make it a length of one, and not a rate."""
    before, behind = tokens[at - 1].lower, tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if tokens[at].lower.endswith("s"):
        return False
    if before == "past":
        return at > 1 and tokens[at - 2].lower == "the"
    if before not in ("a", "an") or behind in ("ago", "-", "earlier", "later"):
        return _long(tokens, at)
    if behind == "before" and at > 1 and tokens[at - 2].lower == "than":  # 4% fewer than a year before
        return False
    led = at > 1 and (tokens[at - 2].lower in words("length_cues") or phrase_until("approximators", tokens, at - 1))
    return bool(led) or (behind in _AFTERWARDS and not (at > 1 and tokens[at - 2].kind == "number"))


def _long(tokens: Tokens, at: int) -> bool:
    """Return whether "-long" stands behind a unit that no number leads: a decade-long war, the month-long fast."""
    joined = tokens.lowers[at + 1 : at + 3] == ("-", "long")
    return joined and tokens[at - 1].text != "-" and tokens[at - 1].kind != "number"


def _modifier(row: tuple[str, ...], tokens: Sequence[Token], first: int, last: int) -> Modifier:
    """Return the approximator of a table row, with the words as printed."""
    surface = " ".join([token.text for token in tokens[first:last]])
    return modifier("approximator", surface, row[1], row[2])
