"""Figures of a sentence: a numeral or two, a unit, approximators and direction, as one interval."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ..lexicon import mapping
from ..models import Modifier
from ..text.tokens import Token
from ..values.interval import Interval
from ..values.precision import approximate, printed
from ..values.units import Unit
from .names import is_name
from .numerals import Numeral, numeral_at
from .phrases import phrase_from, phrase_until
from .units import Printed, unit_after, unit_before


class Figure(NamedTuple):
    """One quantity as printed, in token places (half-open).

    `first`–`last` is the figure with its unit, `opens` the first token of what modifies it.
    `numerals` holds one numeral, the two ends of a range, or none for a vague word (`vague`).
    """

    opens: int
    first: int
    last: int
    numerals: tuple[Numeral, ...]
    unit: Unit | None
    modifiers: tuple[Modifier, ...] = ()
    vague: Interval | None = None
    closes: int = 0  # past words behind the figure that modify it: "or more"

    @property
    def approximation(self) -> str | None:
        """Return the class of the first approximator, None for a plain figure."""
        return next((m.class_ for m in self.modifiers if m.type == "approximator"), None)

    def interval(self, *, counted: bool) -> Interval:
        """Return what the figure means in its own unit, modifiers and precision applied."""
        if self.vague:
            return self.vague
        low = self.numerals[0]
        if len(self.numerals) == 2:
            return Interval(low.value, self.numerals[1].value)
        exact = printed(low.value, counted=counted and not low.fraction, place=low.place)
        if self.approximation is None:
            return exact
        return approximate(low.value, self.approximation, exact, low.place)


def figures(tokens: Sequence[Token]) -> Iterator[Figure]:
    """Yield the figures of a sentence from left to right; they do not overlap."""
    at = 0
    while at < len(tokens):
        figure = _vague(tokens, at) or _figure(tokens, at)
        if figure is None:
            at += 1
            continue
        yield figure
        at = max(figure.last, at + 1)


def _vague(tokens: Sequence[Token], at: int) -> Figure | None:
    """Return the figure of a vague word: dozens, tens of thousands, a handful."""
    found = phrase_from("vague", tokens, at)
    if found is None or (at and tokens[at - 1].lower in ("the", "his", "her", "their", "its")):
        return None
    vague = Interval(Decimal(found.row[1]), Decimal(found.row[2]), True, False)
    last, unit = _unit_behind(tokens, found.last)
    return Figure(at, at, last, (), unit, (), vague, last)


def _unit_behind(tokens: Sequence[Token], at: int) -> tuple[int, Unit | None]:
    """Return where a unit behind a vague word ends, over "of": tens of millions of dollars."""
    over = at + 1 if at < len(tokens) and tokens[at].lower == "of" else at
    found = unit_after(tokens, over)
    return (found.last, found.unit) if found else (at, None)


def _figure(tokens: Sequence[Token], at: int) -> Figure | None:
    """Return the figure whose numeral begins at a token."""
    prefix = unit_before(tokens, at)
    numeral = numeral_at(tokens, at, money=prefix is not None)
    if numeral is None or is_name(tokens, numeral):
        return None
    second = _range_end(tokens, numeral, prefix)
    last_numeral = second or numeral
    if second:
        numeral = _lend_scale(numeral, second)
    unit = prefix or _counted_unit(tokens, last_numeral)
    first = prefix.first if prefix else at
    last = max(last_numeral.last, unit.last if unit else 0)
    if unit and not second and not prefix:
        numeral, last = _compound(tokens, numeral, unit)
    opens, modifiers = _modifiers(tokens, first, ranged=second is not None)
    closes, after = _modifiers_behind(tokens, last)
    numerals = (numeral, second) if second else (numeral,)
    return Figure(opens, first, last, numerals, unit.unit if unit else None, (*modifiers, *after), None, closes)


def _compound(tokens: Sequence[Token], numeral: Numeral, unit: Printed) -> tuple[Numeral, int]:
    """Return a numeral with a smaller unit behind it added in: five feet 10 inches, two hours and 15 minutes."""
    at = unit.last
    while at < len(tokens) and tokens[at].lower in ("and", ",") and at < unit.last + 2:
        at += 1
    second = numeral_at(tokens, at) if at < len(tokens) else None
    smaller = unit_after(tokens, second.last) if second and not second.ordinal else None
    if second is None or smaller is None or smaller.unit.dimension != unit.unit.dimension:
        return numeral, unit.last
    share = smaller.unit.factor / unit.unit.factor
    if not share < 1 or second.value * share.numerator >= share.denominator:
        return numeral, unit.last
    value = numeral.value + second.value * share.numerator / share.denominator
    return numeral._replace(value=value, place=Decimal(share.numerator) / share.denominator), smaller.last


def _counted_unit(tokens: Sequence[Token], numeral: Numeral) -> Printed | None:
    """Return the unit behind a numeral; an ordinal has none."""
    return None if numeral.ordinal else unit_after(tokens, numeral.last)


def _range_end(tokens: Sequence[Token], low: Numeral, prefix: Printed | None) -> Numeral | None:
    """Return the upper end of a range: 10-15 · 10 to 15 · between 10 and 15 · $3m to $5m."""
    if low.ordinal or low.fraction:
        return None
    at = low.last
    if prefix is None:
        unit = unit_after(tokens, at)
        if unit and unit.last < len(tokens) and tokens[unit.last].lower in ("to", "and", "-"):
            at = unit.last
    joint = tokens[at].lower if at < len(tokens) else ""
    if joint not in ("-", "to", "and") or not _spans(tokens, low, joint, prefix):
        return None
    start = at + 1
    skip = unit_before(tokens, start + len(_prefix_tokens(tokens, start)))
    start = skip.last if skip else start
    high = numeral_at(tokens, start, money=prefix is not None or skip is not None) if start < len(tokens) else None
    if high is None or high.ordinal or high.fraction or is_name(tokens, high):
        return None
    return high if _lend_scale(low, high).value < high.value else None


def _prefix_tokens(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """Return the tokens from a place up to the next number, three at most."""
    for size in range(4):
        if at + size < len(tokens) and tokens[at + size].kind == "number":
            return tuple(tokens[at : at + size])
    return ()


def _spans(tokens: Sequence[Token], low: Numeral, joint: str, prefix: Printed | None) -> bool:
    """Return whether the joint makes a range: "and" only after "between", "to" not after "rose from"."""
    first = prefix.first if prefix else low.first
    opening = tokens[first - 1].lower if first else ""
    if joint == "and":
        return opening == "between"
    if joint == "to" and opening == "from":
        return not any(token.lower in mapping("changes") for token in tokens[max(0, first - 6) : first - 1])
    return True


def _lend_scale(low: Numeral, high: Numeral) -> Numeral:
    """Return the lower end with the scale of the upper one: 10-15 million, $3-5bn."""
    if low.scaled or not high.scaled or low.written or low.value >= 1000:
        return low
    scale = Decimal(1)
    while low.value * scale * 1000 <= high.value and scale < 10**15:
        scale *= 1000
    return low._replace(value=low.value * scale, place=low.place * scale)


def _modifiers(tokens: Sequence[Token], first: int, *, ranged: bool) -> tuple[int, tuple[Modifier, ...]]:
    """Return where the words that modify a figure from the left open, and the modifiers."""
    opens, found = first, []
    if ranged and first and tokens[first - 1].lower in ("between", "from"):
        opens = first - 1
    for _ in range(3):
        at = opens - 1 if opens and tokens[opens - 1].lower in ("the", "a", "an", "just", "only") else opens
        phrase = phrase_until("approximators", tokens, opens) or phrase_until("approximators", tokens, at)
        if phrase is None or phrase.row[3] != "before" or _otherwise_used(tokens, phrase.first, phrase.row[0]):
            break
        found.append(_modifier(tokens, phrase.first, phrase.last, phrase.row))
        opens = phrase.first
    return opens, tuple(reversed(found))


def _otherwise_used(tokens: Sequence[Token], at: int, words: str) -> bool:
    """Return whether words that can approximate do not here: "talk about two", "adds up to 14", ">> 14"."""
    if not words[0].isalpha():
        return tokens[at].end != tokens[at + 1].start or (at > 0 and tokens[at - 1].end == tokens[at].start)
    before = tokens[at - 1].lower if at else ""
    if words == "up to":
        return before in ("add", "adds", "adding", "live", "step", "stand", "leading", "catch")
    return words in ("about", "over", "around") and before in ("talk", "talking", "talked", "asked", "hand")


def _modifiers_behind(tokens: Sequence[Token], last: int) -> tuple[int, tuple[Modifier, ...]]:
    """Return where the words that modify a figure from the right close, and the modifier."""
    if last < len(tokens) and tokens[last].text == "+" and tokens[last].start == tokens[last - 1].end:
        surface = Modifier(type="approximator", class_="at-least", surface="+", canonical="or more")
        return last + 1, (surface,)
    phrase = phrase_from("approximators", tokens, last)
    if phrase is None or phrase.row[3] != "after":
        return last, ()
    return phrase.last, (_modifier(tokens, phrase.first, phrase.last, phrase.row),)


def _modifier(tokens: Sequence[Token], first: int, last: int, row: tuple[str, ...]) -> Modifier:
    """Return the approximator of a table row, with the words as printed."""
    surface = " ".join(token.text for token in tokens[first:last])
    return Modifier(type="approximator", class_=row[2], surface=surface, canonical=row[1])  # type: ignore[arg-type]
