"""Units and currencies by name and surface, with exact conversion inside one dimension."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ..errors import UnitMismatch
from ..lexicon import table, words
from .interval import Interval

CURRENCY, SHARE, TIME, TEMPERATURE = "currency", "share", "time", "temperature"


class Unit(NamedTuple):
    """A unit: canonical singular name, dimension, and how to reach the base of its dimension.

    base = value × factor + offset. Every currency is a dimension of its own, so that none converts.
    """

    name: str
    dimension: str
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)

    @property
    def is_currency(self) -> bool:
        """Return whether the unit is money."""
        return self.dimension.startswith(CURRENCY) and not self.is_rate

    @property
    def is_rate(self) -> bool:
        """Return whether the unit is one unit for each of another: dollars a month."""
        return " per " in self.dimension


class Surfaces(NamedTuple):
    """How units are printed: words, symbols right after digits, symbols before digits.

    `homographs` are words that name a measure and a currency: here the currency. `folded` holds in
    small letters each surface that means one unit however it is written (GHZ, Kwh, but not MW).
    """

    words: dict[str, Unit]
    attached: dict[str, Unit]
    prefixes: dict[str, Unit]
    homographs: dict[str, Unit]
    folded: dict[str, Unit]


PERCENT = Unit("%", SHARE, Fraction(1, 100))
FRACTION = Unit("share", SHARE)
POINT = Unit("pp", "percentage point")
_AMBIGUOUS = Unit("", "")


def _fraction(text: str) -> Fraction:
    return Fraction(text or "1")


@cache
def _measures() -> dict[str, tuple[Unit, str]]:
    """Return every measure of the unit table with its surfaces, by name."""
    rows = {}
    for name, dimension, factor, offset, surfaces in table("units"):
        rows[name] = (Unit(name, dimension, _fraction(factor), Fraction(offset or "0")), surfaces)
    return rows


def _spread(surfaces: Surfaces, unit: Unit, printed: str) -> None:
    """File each surface of a unit under words or attached symbols."""
    for surface in filter(None, (part.strip() for part in printed.split("|"))):
        place = surfaces.attached if surface.endswith("*") else surfaces.words
        place.setdefault(surface.rstrip("*"), unit)


def _currency(row: tuple[str, ...]) -> Unit:
    """Return the unit of a currency row; "pence" is a hundredth of GBP under its own name.

    A dollar of no stated country is taken for the American one.
    """
    code, name, factor = row[:3]
    dimension = f"{CURRENCY} {'USD' if code == 'dollar' else code}"
    return Unit(code if factor in ("", "1") else name, dimension, _fraction(factor))


@cache
def _currencies() -> dict[str, Unit]:
    """Return the unit of every currency row by its name; of two rows of one name, that of the first."""
    return {unit.name: unit for unit in map(_currency, reversed(table("currencies")))}


@cache
def surfaces() -> Surfaces:
    """Return all surfaces of units and currencies."""
    found = Surfaces({}, {}, {}, {}, {})
    for unit, printed in _measures().values():
        _spread(found, unit, printed)
    measures = set(found.words)
    for cells in table("currencies"):
        words, prefixes, suffixes = (*cells, "", "", "")[3:6]
        unit = _currency(cells)
        _spread(found, unit, words)
        found.homographs.update((word, unit) for word in words.split("|") if word in measures)
        _spread(found, unit, suffixes)
        for prefix in filter(None, (part.strip() for part in prefixes.split("|"))):
            found.prefixes.setdefault(prefix, unit)
    _fold(found)
    return found


def _fold(found: Surfaces) -> None:
    """File every surface in small letters, but for those that mean two units by their case."""
    for surface, unit in (*found.words.items(), *found.attached.items()):
        if unit.is_currency and surface.lower() not in words("lower_codes") and surface.isalpha() and surface.isupper():
            continue  # "one cop", "all"
        if surface in words("unfolded"):
            continue  # 33 HR are home runs
        known = found.folded.setdefault(surface.lower(), unit)
        if known != unit:
            found.folded[surface.lower()] = _AMBIGUOUS
    for surface in [surface for surface, unit in found.folded.items() if unit is _AMBIGUOUS]:
        del found.folded[surface]


@cache
def by_name(name: str) -> Unit | None:
    """Return the unit of a canonical name, None where the name is that of no unit."""
    share = next((unit for unit in (PERCENT, FRACTION, POINT) if unit.name == name), None)
    if share:
        return share
    known = _measures().get(name)
    if known:
        return known[0]
    return _currencies().get(name) or _rate(name)


def _rate(name: str) -> Unit | None:
    """Return the unit of so much for each of another: "USD per month", "dollar per share"."""
    above, per, below = name.rpartition(" per ")
    unit = by_name(above) if per else None
    return unit_per(unit, by_name(below) or Unit(below, below)) if unit else None


def other_money(left: str | None, right: str | None) -> bool:
    """Return whether two units are two currencies; a dollar that names no country may be any dollar.

    >>> other_money("GBP", "dollar"), other_money("AUD", "dollar"), other_money("AUD", "USD")
    (True, False, True)
    """
    names = [_currency_names().get(unit or "") for unit in (left, right)]
    if left == right or names[0] is None or names[1] is None:
        return False
    shared = names[0].split()[-1] == names[1].split()[-1]
    return not (shared and (left in names or right in names))  # a name that several share is its own code


@cache
def _currency_names() -> dict[str, str]:
    """Return the names of whole currencies by their code."""
    return {row[0]: row[1] for row in table("currencies") if row[2] == "1"}


def unit_per(unit: Unit, per: Unit) -> Unit:
    """Return the unit of so much of one unit for each of another.

    >>> unit_per(PERCENT, by_name("year")).name
    '% per year'
    """
    return Unit(f"{unit.name} per {per.name}", f"{unit.dimension} per {per.dimension}", unit.factor / per.factor)


def unit_by(unit: Unit, other: Unit) -> Unit:
    """Return the unit of one times another.

    >>> unit_by(by_name("newton"), by_name("metre")).name
    'newton metre'
    """
    name = f"{unit.name} {other.name}"
    return by_name(name) or Unit(name, f"{unit.dimension} {other.dimension}", unit.factor * other.factor)


def to_base(interval: Interval, unit: Unit) -> Interval:
    """Return an interval in the base unit of its dimension.

    "3,000 hectares" become 30,000,000 square metres.
    """
    return interval.scaled(unit.factor, unit.offset)


def convert(interval: Interval, unit: Unit, target: Unit) -> Interval:
    """Return an interval of one unit in another. Raises UnitMismatch across dimensions."""
    if unit.dimension != target.dimension:
        raise UnitMismatch(f"{unit.name} measures {unit.dimension}, {target.name} {target.dimension}")
    factor, offset = unit.factor / target.factor, (unit.offset - target.offset) / target.factor
    return interval.scaled(factor, offset)
