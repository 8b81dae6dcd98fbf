"""Figures of a sentence: a numeral or two, a unit, approximators and direction, as one interval."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ..models import Modifier
from ..text.tokens import Token
from ..values.interval import Interval
from ..values.precision import approximate, printed
from ..values.units import Unit, by_name, unit_per
from .approximation import modifiers_before, modifiers_behind
from .names import is_coded, is_name
from .numerals import Numeral, numeral_at, sign_before
from .numerals.form import lower_at, scaled_by
from .phrases import phrase_from
from .ranges import ends_of
from .units import Printed, rate_after, scaled_code, unit_after, unit_before, unit_named


INCHES = 12  # to the foot


class Figure(NamedTuple):
    """One quantity as printed, in token places (half-open).

    `first`–`last` is the figure with its unit, `opens` the first token of what modifies it.
    `numerals` holds one numeral, the two ends of a range, or none for a vague word (`vague`);
    `moved` tells that the two are the ends of a change: rose from 5% to 7%.
    """

    opens: int
    first: int
    last: int
    numerals: tuple[Numeral, ...]
    unit: Unit | None
    modifiers: tuple[Modifier, ...] = ()
    vague: Interval | None = None
    closes: int = 0  # past words behind the figure that modify it: "or more"
    moved: bool = False

    @property
    def approximation(self) -> str | None:
        """Return the class of the first approximator, None for a plain figure."""
        return next((m.class_ for m in self.modifiers if m.type == "approximator"), None)

    @property
    def single(self) -> Numeral | None:
        """Return the only numeral, None for a range or a vague word."""
        return self.numerals[0] if len(self.numerals) == 1 else None

    def interval(self, *, counted: bool) -> Interval:
        """Return what the figure means in its own unit, modifiers and precision applied."""
        if self.vague:
            return self.vague
        low = self.numerals[0]
        if len(self.numerals) == 2:
            ends = sorted(numeral.value for numeral in self.numerals)
            return Interval(ends[0], ends[1])
        exact = printed(low.value, counted=counted and not low.fraction, place=low.place)
        if self.approximation is None:
            return exact
        return approximate(low.value, self.approximation, exact, low.place)


def figures(tokens: Sequence[Token]) -> tuple[Figure, ...]:
    """Return the figures of a sentence from left to right; they do not overlap."""
    at, found = 0, []
    while at < len(tokens):
        figure = _vague(tokens, at) or _article_unit(tokens, at) or _height(tokens, at) or _figure(tokens, at)
        if figure is None:
            at = _behind_numeral(tokens, at)
            continue
        found.append(figure)
        at = max(figure.last, at + 1)
    return tuple(_bounded(tokens, [_lent(tokens, found, place) for place in range(len(found))]))


def _bounded(tokens: Sequence[Token], found: Sequence[Figure]) -> Iterator[Figure]:
    """Yield figures, a lower and an upper bound of one thing as a range: more than 10 but fewer than 20."""
    before: Figure | None = None
    for figure in found:
        joint = {token.lower for token in tokens[before.last : figure.opens]} if before else set()
        if before and joint and joint <= {"and", "but", ","} and _bounds(before, figure):
            numerals = (before.numerals[0], figure.numerals[0])
            figure = figure._replace(opens=before.opens, first=before.first, numerals=numerals, modifiers=())
            before = None
        if before:
            yield before
        before = figure
    if before:
        yield before


def _bounds(low: Figure, high: Figure) -> bool:
    """Return whether two figures bound one quantity from below and from above."""
    if low.approximation not in ("more-than", "at-least") or high.approximation not in ("less-than", "at-most"):
        return False
    return bool(low.single and high.single and low.single.value < high.single.value and low.unit in (None, high.unit))


def _behind_numeral(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind a token and, where a number in digits was left out, behind its scale: R26 million."""
    numeral = numeral_at(tokens, at) if tokens[at].kind == "number" else None
    return numeral.last if numeral and numeral.scaled else at + 1


def _height(tokens: Sequence[Token], at: int) -> Figure | None:
    """Return the figure of feet and inches by their marks: 5'10", 6'2"."""
    parts = tokens[at : at + 3]
    if len(parts) < 3 or parts[1].text not in ("'", "′") or parts[0].kind != "number" or parts[2].kind != "number":
        return None
    touching = parts[0].end == parts[1].start and parts[1].end == parts[2].start
    foot = unit_named(parts[0]._replace(text="feet", lower="feet", kind="word"))
    if not (touching and parts[0].text.isdigit() and parts[2].text.isdigit() and int(parts[2].text) < INCHES):
        return None
    value = Decimal(parts[0].text) + Decimal(parts[2].text) / INCHES
    last = at + 3 + (lower_at(tokens, at + 3) in ('"', "″"))
    opens, modifiers = modifiers_before(tokens, at, ranged=False)
    return Figure(opens, at, last, (Numeral(at, at + 3, value, Decimal(1) / INCHES),), foot, modifiers, None, last)


def _vague(tokens: Sequence[Token], at: int) -> Figure | None:
    """Return the figure of a vague word: dozens, tens of thousands, a handful."""
    found = phrase_from("vague", tokens, at)
    if found is None or (at and tokens[at - 1].lower in ("the", "his", "her", "their", "its")):
        return None
    vague = Interval(Decimal(found.row[1]), Decimal(found.row[2]), True, False)
    last, unit = _unit_behind(tokens, found.last)
    opens, modifiers = modifiers_before(tokens, at, ranged=False)
    return Figure(opens, at, last, (), unit, modifiers, vague, last)


def _unit_behind(tokens: Sequence[Token], at: int) -> tuple[int, Unit | None]:
    """Return where a unit behind a vague word ends, over "of": tens of millions of dollars."""
    over = at + 1 if lower_at(tokens, at) == "of" else at
    found = unit_after(tokens, over)
    return (found.last, found.unit) if found else (at, None)


def _figure(tokens: Sequence[Token], at: int) -> Figure | None:
    """Return the figure whose numeral begins at a token."""
    prefix = unit_before(tokens, at)
    numeral = numeral_at(tokens, at, money=prefix is not None)
    if numeral is None or is_name(tokens, numeral) or is_coded(tokens, numeral, prefix is not None):
        return None
    first = prefix.first if prefix else at
    sign = sign_before(tokens, first)
    if sign:
        numeral, first = numeral._replace(value=-numeral.value), first - sign
    ends = ends_of(tokens, numeral, prefix, first)
    last_numeral = ends.high if ends else numeral
    unit = prefix or _counted_unit(tokens, last_numeral)
    if unit is None and not ends and (coded := scaled_code(tokens, numeral.last)):
        numeral, unit = scaled_by(numeral, coded.scale, numeral.last), coded.printed
    last = max(last_numeral.last, unit.last if unit else 0)
    if unit and not ends and not prefix:
        numeral, last = _compound(tokens, numeral, unit)
    kind = unit.unit if unit else None
    while kind and (per := rate_after(tokens, last)):
        kind, last = unit_per(kind, per.unit), per.last
    opens, modifiers = modifiers_before(tokens, first, ranged=ends is not None)
    closes, after = modifiers_behind(tokens, last)
    numerals = (ends.low, ends.high) if ends else (numeral,)
    return Figure(opens, first, last, numerals, kind, (*modifiers, *after), None, closes, ends is not None and ends.moved)


def _article_unit(tokens: Sequence[Token], at: int) -> Figure | None:
    """Return the figure of "a mile and a half", "an hour and a quarter"."""
    if tokens[at].lower not in ("a", "an") or lower_at(tokens, at + 2) != "and" or lower_at(tokens, at + 3) != "a":
        return None
    unit = unit_named(tokens[at + 1])
    share = numeral_at(tokens, at + 3) if unit and not unit.is_currency else None
    if unit is None or share is None or not share.fraction or share.value >= 1:
        return None
    numeral = Numeral(at, share.last, 1 + share.value, share.place, fraction=True, written=True)
    opens, modifiers = modifiers_before(tokens, at, ranged=False)
    return Figure(opens, at, share.last, (numeral,), unit, modifiers, None, share.last)


def _counted_unit(tokens: Sequence[Token], numeral: Numeral) -> Printed | None:
    """Return the unit behind a numeral, over the article in "half an hour"; an ordinal has none."""
    if numeral.ordinal:
        return None
    found = unit_after(tokens, numeral.last)
    if found or not numeral.fraction or numeral.value >= 1:
        return found
    at = numeral.last + (lower_at(tokens, numeral.last) == "of")
    if lower_at(tokens, at) not in ("a", "an"):
        return None
    whole = unit_after(tokens, at + 1)
    return whole if whole and not whole.unit.is_currency and whole.first == at + 1 else None


def _compound(tokens: Sequence[Token], numeral: Numeral, unit: Printed) -> tuple[Numeral, int]:
    """Return a numeral with a smaller unit behind it added in: five feet 10 inches, two hours and 15 minutes.

    A row of three or more stays apart, and so does "two hundred pounds and 50p".
    """
    at = unit.last
    while lower_at(tokens, at) in ("and", ",") and at < unit.last + 2:
        at += 1
    second = numeral_at(tokens, at) if at < len(tokens) else None
    if second and unit.unit.is_currency and unit.unit.factor == 1 and _ends_amount(tokens, second, at):
        return numeral._replace(value=numeral.value + second.value / 100, place=Decimal("0.01")), second.last
    smaller = _smaller(tokens, second, unit) if second and not second.ordinal else None
    if second and smaller is None and at == unit.last and unit.unit.name == "foot" and _inches(tokens, second, unit):
        return numeral._replace(value=numeral.value + second.value / INCHES, place=Decimal(1) / INCHES), second.last
    if second is None or smaller is None or smaller.unit.dimension != unit.unit.dimension:
        return numeral, unit.last
    if _in_row(tokens, numeral, unit) or _row_goes_on(tokens, smaller) or len(tokens[unit.first].text) > len(tokens[smaller.first].text) == 1:
        return numeral, unit.last
    share = smaller.unit.factor / unit.unit.factor
    if not share < 1 or second.value * share.numerator >= share.denominator:
        return numeral, unit.last
    value = numeral.value + second.value * share.numerator / share.denominator
    return numeral._replace(value=value, place=Decimal(share.numerator) / share.denominator), smaller.last


def _smaller(tokens: Sequence[Token], second: Numeral, unit: Printed) -> Printed | None:
    """Return the unit of the second part; "in" behind "12 ft 2" is inches whatever follows."""
    found = unit_after(tokens, second.last)
    if found is None and lower_at(tokens, second.last) == "in" and lower_at(tokens, unit.last - 1) == "ft":
        inch = by_name("inch")
        return Printed(inch, second.last, second.last + 1) if inch else None
    return found


def _inches(tokens: Sequence[Token], numeral: Numeral, unit: Printed) -> bool:
    """Return whether a bare number behind feet is inches: six foot one, 5 feet 11."""
    whole = numeral.value < INCHES and numeral.value == int(numeral.value) and not numeral.fraction
    following = tokens[numeral.last] if numeral.last < len(tokens) else None
    free = following is None or following.kind == "mark" or following.lower in ("and", "tall", "in", "or")
    return whole and free and tokens[unit.last - 1].lower in ("foot", "feet", "ft")


def _ends_amount(tokens: Sequence[Token], cents: Numeral, at: int) -> bool:
    """Return whether a bare number right behind an amount is its hundredths: "15 dollars 50."."""
    bare = cents.last >= len(tokens) or tokens[cents.last].text in (".", "!", "?", ";")
    return bare and lower_at(tokens, at - 1) != "," and 10 <= cents.value < 100 and cents.value == int(cents.value) and not cents.ordinal


def _in_row(tokens: Sequence[Token], numeral: Numeral, unit: Printed) -> bool:
    """Return whether a unit of the kind stands right before, over a comma or "and"."""
    at = numeral.first - 1
    while lower_at(tokens, at) in ("and", ","):
        at -= 1
    before = unit_named(tokens[at]) if 0 <= at < numeral.first - 1 else None
    return before is not None and before.dimension == unit.unit.dimension


def _row_goes_on(tokens: Sequence[Token], unit: Printed) -> bool:
    """Return whether one more unit of the kind follows: 24 hours, 39 minutes, and 35 seconds."""
    at = unit.last
    while lower_at(tokens, at) in ("and", ","):
        at += 1
    third = numeral_at(tokens, at) if at > unit.last and at < len(tokens) else None
    following = unit_after(tokens, third.last) if third else None
    return following is not None and following.unit.dimension == unit.unit.dimension


def _lent(tokens: Sequence[Token], found: Sequence[Figure], place: int) -> Figure:
    """Return a figure with what its neighbours lend it.

    A bare one takes the unit behind "or" and "and" (eight or nine euros, 7- or 8-inch); the same
    amount in brackets takes the modifiers before them (more than 100 km (60 miles)).
    """
    figure = found[place]
    if place + 1 < len(found) and figure.unit is None and figure.single and not figure.single.ordinal:
        following = found[place + 1]
        between = tuple(token.lower for token in tokens[figure.last : following.first])
        joined = between in (("or",), ("and",), ("-", "or"), ("-", "and"))
        if joined and following.unit and following.single and following.opens == following.first:
            figure = figure._replace(unit=following.unit)
    if place and not figure.modifiers and lower_at(tokens, figure.first - 1) == "(":
        before = found[place - 1]
        bracket = before.last == figure.first - 1 and before.unit is not None and figure.unit is not None
        if bracket and before.unit != figure.unit and (before.unit.dimension == figure.unit.dimension):  # type: ignore[union-attr]
            figure = figure._replace(modifiers=before.modifiers)
    return figure
