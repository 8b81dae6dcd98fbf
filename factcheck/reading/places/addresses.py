"""Numbers of houses and streets: 1600 Pennsylvania Avenue, at 22nd and Grand, at 7166 Winchester."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import words, words_of
from ...text.tokens import Token
from ..clauses.nouns import is_plural, singular
from ..clauses.subjects import subject_after
from ..numerals import Numeral
from ..numerals.form import lower_at

_HOUSE_DIGITS = (3, 4, 5)


def is_house(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Return whether the number opens a street address: 1600 Pennsylvania Avenue."""
    if numeral.ordinal:
        return _street_follows(tokens, numeral.last) or (not numeral.written and _corner(tokens, numeral))
    if tokens[numeral.first].kind != "number" or numeral.scaled:
        return False
    return _street_follows(tokens, numeral.last) or is_lone_house(tokens, numeral)


def is_lone_house(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Return whether a name alone follows a long number behind "at" or "near": at 7166 Winchester."""
    before, last = lower_at(tokens, numeral.first - 1), numeral.last
    text = tokens[numeral.first].text
    led = before in ("at", "near") or (before == "of" and lower_at(tokens, numeral.first - 2) == "front")
    if not text.isdecimal() or len(text) not in _HOUSE_DIGITS or last >= len(tokens):
        return False
    if tokens[last].text.isupper() and tokens[last].lower in words("compass"):
        return True  # 142 W. McKellar
    if not led:
        return False
    while last < len(tokens) and tokens[last].capital and not tokens[last].text.isupper():
        last += 1
    named = last > numeral.last and not _counted(tokens[last - 1].lower)
    return named and not is_plural(lower_at(tokens, last))


def _counted(word: str) -> bool:
    """Return whether a word is a plural that news counts; "at 731 Dawes" is no count of Dawes."""
    known = words_of("nouns", "nationals", "verbs")
    return is_plural(word) and singular(word) in known


def _corner(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Return whether an ordinal in digits is a street without the word: at 22nd and Grand, West 47th, NE 8th St."""
    before = tokens[numeral.first - 1] if numeral.first else None
    following = tokens[numeral.last : numeral.last + 2]
    if before and before.capital and before.lower in words("compass"):
        return True
    if following and following[0].capital and following[0].lower in words("streets"):
        return True
    if before and before.lower == "of" and numeral.first > 1 and tokens[numeral.first - 2].lower in words("compass"):
        return subject_after(tokens, numeral.last, one=True) is None  # south of 65th
    crossing = len(following) == 2 and following[0].lower == "and" and following[1].capital
    return crossing and before is not None and before.lower in ("at", "near", "of", "on", "to", "from")


def _street_follows(tokens: Sequence[Token], at: int) -> bool:
    """Return whether capitalised words lead from a place to a street word, four at most."""
    for place in range(at, min(at + 4, len(tokens))):
        token = tokens[place]
        if token.text == ".":
            continue
        if not token.capital:
            return False
        if token.lower in words("streets") and (place > at or token.lower in ("street", "avenue")):
            return True
    return False
