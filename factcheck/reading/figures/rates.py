"""What a rate is told by, behind a figure: a month, per 100 km, each year, per share."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import words
from ...text.tokens import Token
from ...values.units import PERCENT, Unit, by_name
from ..clauses.subjects import singular
from ..numerals.units import Printed, denominator


def rate_after(tokens: Sequence[Token], at: int) -> Printed | None:
    """Return what a rate is told by, behind a figure: a month · per 100 km · an hour · /hour · each year · per share.

    Anything may follow "per"; after an article only a unit or a word of the rate table, and no
    "£20 a week ago". The unit returned is the denominator.
    """
    at = _over_of(tokens, at)
    word = tokens[at].lower if at < len(tokens) else ""
    if word == "-" and at + 1 < len(tokens) and tokens[at + 1].lower in ("a", "an"):  # £24 a-year, 20-a-day
        at, word = at + 1, tokens[at + 1].lower
    if at + 1 >= len(tokens) or word not in ("per", "a", "an", "each", "every", "/", "annually"):
        return None
    start = at + 1 + (word in ("a", "an") and tokens[at + 1].text == "-")
    unit = denominator(tokens, start)
    if unit is None and word == "/" and tokens[start].text == "s":  # rad/s
        unit = Printed(by_name("second") or PERCENT, start, start + 1)
    if unit is None and (word == "per" or (word != "/" and tokens[start].lower in words("rate_nouns"))):
        token = tokens[start]
        if token.kind == "word" and not token.lower.startswith("cent"):
            unit = Printed(Unit(singular(token.lower), singular(token.lower)), start, start + 1)
    if unit is None or (word != "per" and word != "/" and _dated(tokens, unit.last)):
        return None
    return Printed(unit.unit, at, unit.last)


def _over_of(tokens: Sequence[Token], at: int) -> int:
    """Return the place of "per" behind what is measured: "80,000 barrels of oil per day"; else the place itself."""
    if at < len(tokens) and tokens[at].lower == "of":
        for place in range(at + 2, min(at + 4, len(tokens) - 1)):
            if tokens[place].lower in ("per", "a", "an") and denominator(tokens, place + 1):
                return place
    return at


def _dated(tokens: Sequence[Token], at: int) -> bool:
    """Return whether what looks like a rate dates something: a week ago, a year earlier, a day after."""
    word = tokens[at].lower if at < len(tokens) else ""
    return word in (
        "ago",
        "earlier",
        "later",
        "before",
        "after",
        "from",
        "away",
        "old",
        "early",
        "late",
        "or",
        "long",
        "-",
    )
