"""Whether four plain digits are a year, which counts nothing."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import words
from ...text.tokens import Token, touches
from ..clauses.nouns import is_plural
from ..numerals import Numeral
from ..numerals.units import unit_after

FIRST, LAST, LAST_PLANNED = 1900, 2049, 2100
_ENDS = frozenset('.,;:!?)"')  # marks behind a year of which nothing is told: As Leeds greets 2021,
_OPENS = frozenset('("')
_DOTTED = 4  # tokens of "A.D."
_BEHIND = ("BC", "BCE", "CE", "AD")


def is_year(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Return whether four plain digits name a year: the 2007 convictions · in 2014 home invasions."""
    token = tokens[numeral.first]
    if numeral.last != numeral.first + 1 or not token.text.isdecimal():
        return False
    before = tokens[numeral.first - 1] if numeral.first else None
    planned = before is not None and before.lower in ("by", "until")  # zero by 2050
    if not FIRST <= int(token.text) <= (LAST_PLANNED if planned else LAST):
        return _of_an_era(tokens, numeral)
    after = tokens[numeral.last] if numeral.last < len(tokens) else None
    if before is not None and (before.text == "©" or before.lower in words("approximators")):
        return before.text == "©"
    if after is None or after.kind != "word":
        stands_alone = before is None or before.kind == "word" or before.text in _OPENS
        return stands_alone and (after is None or after.text in _ENDS) and not token.text.endswith("00")
    measure = unit_after(tokens, numeral.last)
    if measure and not measure.unit.is_currency and (is_plural(after.lower) or touches(tokens, numeral.last)):
        return before is not None and before.lower == "in"  # the road is 2000 miles long
    return before is None or before.kind in ("word", "number")


def _of_an_era(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Return whether a number counts years from the birth of Christ: A.D. 50, in 44 BC."""
    before, behind = tokens[max(0, numeral.first - _DOTTED) : numeral.first], tokens[numeral.last :][:_DOTTED]
    dotted = "".join(t.text for t in before) == "A.D." or "".join(t.text for t in behind) == "B.C."
    return dotted or (bool(before) and before[-1].text == "AD") or (bool(behind) and behind[0].text in _BEHIND)
