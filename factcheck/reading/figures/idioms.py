"""Numbers in set phrases and inside adjectives, which count nothing: one of the, half-staff, fifty-fifty, six-speed."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import words
from ...text.tokens import Token, joins
from ..clauses.subjects import is_plural, singular, subject_after
from ..numerals import Numeral
from ..numerals.form import lower_at, role_at
from ..numerals.units import unit_after


def is_idiom(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Return whether a numeral belongs to a set phrase, or to an adjective that hyphens join."""
    return (
        _idiom(tokens, numeral)
        or _halved(tokens, numeral)
        or _doubled(tokens, numeral.first)
        or _compounded(tokens, numeral)
    )


def _idiom(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Return whether "one" or "zero" counts nothing: one of the, no one, one another; to zero in on, below zero."""
    if tokens[numeral.first].lower == "zero":
        if lower_at(tokens, numeral.first - 1) in ("above", "below"):
            return unit_after(tokens, numeral.last) is None  # five degrees below zero
        return lower_at(tokens, numeral.last) == "in" and lower_at(tokens, numeral.last + 1) == "on"
    if tokens[numeral.first].lower != "one" or numeral.last != numeral.first + 1:
        return False
    before = tokens[numeral.first - 1].lower if numeral.first else ""
    after = tokens[numeral.last].lower if numeral.last < len(tokens) else ""
    counts = after == "-" or subject_after(tokens, numeral.last, one=True) is not None
    stands_for = before in words("adjectives") or role_at(tokens, numeral.first - 1) == "ordinal"  # the fourth one
    among = tokens[numeral.last + 1] if after == "in" and numeral.last + 1 < len(tokens) else None
    if among and (among.kind == "number" or among.lower == "every" or among.lower in words("numbers")):
        return False  # he said that one in five left
    return before in words("before_pronoun_one") or after in words("behind_idiom_one") or (stands_for and not counts)


def _halved(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Return whether "half" is a stretch of time, or part of a word: the second half, half-staff."""
    if numeral.last != numeral.first + 1 or tokens[numeral.first].lower not in ("half", "quarter"):
        return False
    before = tokens[numeral.first - 1].lower if numeral.first else ""
    hyphen = numeral.last + 1 < len(tokens) and tokens[numeral.last].text == "-"
    play = (
        before in ("the", "a", "after", "at")
        and tokens[numeral.first].lower == "half"
        and numeral.last < len(tokens)
        and tokens[numeral.last].kind == "mark"
    )
    return before in words("half_openers") or play or (hyphen and unit_after(tokens, numeral.last) is None)


def _doubled(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a hyphen joins a number word to itself: fifty-fifty."""
    word = tokens[first].lower if tokens[first].kind == "word" else ""
    before, behind = first > 1 and joins(tokens, first - 1), joins(tokens, first + 1)
    return (before and lower_at(tokens, first - 1) == "-" and lower_at(tokens, first - 2) == word) or (
        behind and lower_at(tokens, first + 1) == "-" and lower_at(tokens, first + 2) == word
    )


def _compounded(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Return whether a hyphen makes the number part of an adjective: a six-speed gearbox, a three-bed flat.

    Units (27-kilometre), what news counts (a 12-member jury) and margins (a 24-point lead) stay figures.
    """
    at = numeral.last
    if at + 1 >= len(tokens) or tokens[at].text != "-" or tokens[at + 1].kind != "word":
        return False
    word = tokens[at + 1].lower
    if numeral.written and numeral.value == 0:  # a zero-day exploit
        return unit_after(tokens, at) is None or word == "day"
    if word.startswith("something") or (word.endswith("ers") and tokens[numeral.first].kind == "number"):
        return True  # twenty-somethings, 3-pointers
    if (
        not joins(tokens, at)
        or numeral.scaled
        or numeral.ordinal
        or "." in tokens[numeral.first].text  # 6.0-sigma
        or word in ("to", "or", "and", "by", "of", "in", "out", "plus", "odd", "strong", "a", "an")
        or word in words("numbers")  # three-nought-four
        or is_plural(word)
    ):
        return False
    return unit_after(tokens, at) is None and not counts_by_hyphen(tokens, at)


def counts_by_hyphen(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the hyphen at a place joins a number to what it counts: a 12-member jury, a 24-point lead."""
    word = lower_at(tokens, at + 1)
    if word == "point":
        return lower_at(tokens, at + 2) in words("margins")
    return singular(word) in words("nouns") or word in words("hyphened_nouns")
