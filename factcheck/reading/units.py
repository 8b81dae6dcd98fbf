"""The unit printed before or behind a numeral."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..text.tokens import Token
from ..values.units import PERCENT, POINT, Unit, surfaces

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
LONGEST = 4


class Printed(NamedTuple):
    """A unit and the half-open token range that prints it."""

    unit: Unit
    first: int
    last: int


def unit_before(tokens: Sequence[Token], at: int) -> Printed | None:
    """Return the currency whose symbol or code stands right before a numeral: £ · US$ · $US · GBP."""
    prefixes = surfaces().prefixes
    for size in (3, 2, 1):
        first = at - size
        if first < 0 or any(tokens[i].end != tokens[i + 1].start for i in range(first, at - 1)):
            continue
        surface = "".join(token.text for token in tokens[first:at])
        unit = prefixes.get(surface)
        if unit and (not surface[-1].isalpha() or tokens[at - 1].text.isupper() or tokens[at - 1].end == tokens[at].start):
            return Printed(unit, first, at)
    return None


def unit_after(tokens: Sequence[Token], at: int) -> Printed | None:
    """Return the unit right behind a numeral, over an optional hyphen: 40 km · 27-kilometre · 38C."""
    if at >= len(tokens):
        return None
    hyphen = tokens[at].text == "-" and at + 1 < len(tokens)
    first = at + 1 if hyphen else at
    touching = not hyphen and tokens[at].start == tokens[at - 1].end
    for size in range(min(LONGEST, len(tokens) - first), 0, -1):
        window = tokens[first : first + size]
        unit = _named(window, touching)
        if unit:
            amount = surfaces().homographs.get(window[0].lower) if size == 1 and not hyphen else None
            return Printed(amount if amount and not _weighed(tokens, at, first + 1) else unit, first, first + size)
    return None


def _weighed(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Return whether pounds are a weight here: "weighing 40 pounds", "40 pounds of cocaine"."""
    near = [token.lower for token in tokens[max(0, at - 6) : at]]
    of = last < len(tokens) and tokens[last].lower in ("of", "lighter", "heavier", "overweight")
    scaled = any(word in ("million", "billion", "millions", "billions", "thousand") for word in near[-2:])
    return (of and not scaled) or any(word.startswith("weigh") for word in near)


def _named(window: Sequence[Token], touching: bool) -> Unit | None:
    """Return the unit that a window of tokens prints, None where it prints none."""
    share = _PERCENT.get(tuple(token.lower for token in window))
    if share:
        return share
    surface = _joined(window)
    known = surfaces()
    unit = known.words.get(surface) or known.words.get(surface.lower() if len(surface) > 2 else surface)
    if unit is None and touching:
        unit = known.attached.get(surface)
    return unit


def _joined(window: Sequence[Token]) -> str:
    """Return the surface of a window with one space wherever there is any."""
    parts = [window[0].text]
    for before, token in zip(window, window[1:], strict=False):
        parts += ["" if before.end == token.start else " ", token.text]
    return "".join(parts)
