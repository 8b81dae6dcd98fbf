"""Where a street address stands: "833 Mill Street", "the 1400 block of North Mill Avenue"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ...lexicon import mapping, words
from ...text.tokens import Token, Tokens
from ..clauses.nouns import is_plural

LONGEST_NAME = 4  # words of a street's name
_BLOCKS = frozenset(("block", "blk"))
_ENDINGS = ("st", "nd", "rd", "th")
_EARLIEST, _LATEST = 1900, 2099  # numbers that may be years


class Told(NamedTuple):
    """An address in half-open token places, its parts in lower case."""

    first: int
    last: int
    number: str
    block: bool
    street: str
    way: str
    side: str


class _Street(NamedTuple):
    last: int
    name: str
    way: str
    side: str


def addresses(tokens: Tokens) -> Iterator[Told]:
    """Yield the addresses of a sentence: a number, and the name of a street with what kind of way it is.

    Behind "block of" the name alone will do. What may be a year, "in 2013 Wall Street lost", is passed over.
    """
    if tokens.words.isdisjoint(_signs()):
        return
    reached = 0
    for place in tokens.numbers:
        token = tokens[place]
        if place < reached or not token.text.isdecimal() or _joined(tokens, place):
            continue
        opens = _past_block(tokens, place + 1)
        street = _street(tokens, opens, known=opens > place + 1)
        if street is None or (opens == place + 1 and (_may_be_year(tokens, place) or _counts(tokens, street.last))):
            continue
        reached = street.last
        yield Told(place, street.last, token.text, opens > place + 1, street.name, street.way, street.side)


@cache
def _signs() -> frozenset[str]:
    """Return the words of which every address holds one: street, block."""
    return words("streets") | _BLOCKS


def _joined(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a number is part of something longer: $14, 12-14, No. 10, picture 1 of 14."""
    if not at:
        return False
    before = tokens[at - 1]
    numbered = before.lower == "of" and at > 1 and tokens[at - 2].kind == "number"
    return (
        numbered
        or before.text == "/"
        or (before.kind != "word" and before.end == tokens[at].start and before.text not in "(-\"'")
        or (before.text == "-" and before.end == tokens[at].start)
    )


def _past_block(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind "block of", or the place itself."""
    if at >= len(tokens) or tokens[at].lower not in _BLOCKS:
        return at
    return at + 2 if at + 1 < len(tokens) and tokens[at + 1].lower == "of" else at + 1


def _street(tokens: Sequence[Token], at: int, *, known: bool) -> _Street | None:
    """Return the street whose name begins at a place; one that is `known` to be there needs no ending."""
    side, at = _side(tokens, at)
    name: list[str] = []
    while at < len(tokens) and len(name) <= LONGEST_NAME:
        token = tokens[at]
        way = mapping("streets").get(token.lower) if name and token.capital else None
        if way:
            behind, last = _side(tokens, at + 1)
            return _Street(last if behind else at + 1, " ".join(name), way, side or behind)
        ordinal = _ordinal(tokens, at)
        if not (ordinal or token.capital) or (name and token.lower in words("weekdays")):
            break
        if not name and token.lower in words("months"):
            return None  # On 14 March Street Records closed
        name.append(ordinal or token.lower)
        at = _past_stop(tokens, at + (2 if ordinal else 1))
    return _Street(at, " ".join(name), "", side) if known and name else None


def _side(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Return the letters of a point of the compass at a place and the place behind it, or nothing."""
    capital = at < len(tokens) and tokens[at].capital
    letters = mapping("compass").get(tokens[at].lower, "") if capital else ""
    return (letters, _past_stop(tokens, at + 1)) if letters else ("", at)


def _past_stop(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind the stop of an abbreviation before another word: "N. Mill", "St. Ann's"."""
    stop = 0 < at < len(tokens) - 1 and tokens[at].text == "." and tokens[at].start == tokens[at - 1].end
    return at + 1 if stop and tokens[at + 1].capital and len(tokens[at - 1].text) <= 3 else at


def _ordinal(tokens: Sequence[Token], at: int) -> str:
    """Return "7th" where a street is known by its number."""
    ends = at + 1 < len(tokens) and tokens[at + 1].lower in _ENDINGS and tokens[at + 1].start == tokens[at].end
    return tokens[at].text + tokens[at + 1].lower if ends and tokens[at].kind == "number" else ""


def _may_be_year(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a number stands where a year would: "in 2013 Wall Street lost"."""
    return _EARLIEST <= int(tokens[at].text) <= _LATEST and at > 0 and tokens[at - 1].lower in words("year_cues")


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the number counts what the street is beside: "14 Mill Street shops"."""
    token = tokens[at] if at < len(tokens) else None
    return (
        token is not None
        and token.kind == "word"
        and not token.capital
        and (
            is_plural(token.lower)
            and token.lower not in mapping("verbs")
            and token.lower not in words("function_words")
        )
    )
