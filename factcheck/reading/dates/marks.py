"""The small parts of dates: numbers, months, weekdays, years, and what a date in a sentence is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...lexicon import mapping, words
from ...text.tokens import Token, touches
from ...values.dates import Expression
from ..clauses.nouns import is_plural

EARLIEST, LATEST = 1000, 2199
LAST_DAY, LAST_MONTH = 31, 12
SHIFTS = {
    "last": -1,
    "this": 0,
    "next": 1,
    "past": -1,
    "previous": -1,
    "coming": 1,
    "following": 1,
    "current": 0,
}
EDGES = {
    "early": "start",
    "mid": "mid",
    "middle": "mid",
    "late": "end",
    "start": "start",
    "beginning": "start",
    "end": "end",
}
# Names of months that are words or names of persons too, and need a sign that they are months.
AMBIGUOUS_MONTHS = frozenset(("may", "march", "mar", "jan"))


class Dated(NamedTuple):
    """A date expression in half-open token places, with the edge it is limited to, if any."""

    first: int
    last: int
    written: Expression
    edge: str | None = None


def word_at(tokens: Sequence[Token], at: int) -> str:
    """Return the word at a place in lower case without "'s" ("Monday's"), empty past the end."""
    return tokens[at].lower.removesuffix("'s") if 0 <= at < len(tokens) else ""


def number_at(tokens: Sequence[Token], at: int) -> int | None:
    """Return the whole number of up to four digits at a place."""
    if at < len(tokens) and tokens[at].text.isdecimal() and len(tokens[at].text) <= 4:
        return int(tokens[at].text)
    return None


def month_at(tokens: Sequence[Token], at: int) -> int | None:
    """Return the month at a place; a name that is a word too opens with a capital."""
    word = word_at(tokens, at)
    if not word or not (tokens[at].capital or word not in (*AMBIGUOUS_MONTHS, "sep")):
        return None
    number = mapping("months").get(word)
    return int(number) if number else None


def past_stop(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind the full stop of an abbreviation that touches: "Aug."; "July." ends a sentence."""
    stop = touches(tokens, at) and tokens[at].text == "." and len(tokens[at - 1].text) <= 4
    return at + 1 if stop and tokens[at - 1].lower not in ("may", "june", "july") else at


def day_at(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return a day of the month, "3", "3rd" or "third of", and the place behind it."""
    number = number_at(tokens, at)
    if number is None or not 1 <= number <= LAST_DAY:
        return None
    last = at + 1
    if last < len(tokens) and tokens[last].lower in ("st", "nd", "rd", "th") and touches(tokens, last):
        last += 1
    return number, last


def year_at(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return a year behind an optional comma, and the place behind it."""
    skip = at + 1 if at < len(tokens) and tokens[at].text == "," else at
    number = number_at(tokens, skip)
    if number is None or not EARLIEST <= number <= LATEST or len(tokens[skip].text) != 4:
        return None
    return number, skip + 1


def counts(tokens: Sequence[Token], at: int) -> bool:
    """Return whether what follows a number after a month shows that it counts: "In May 14 officers"."""
    if at >= len(tokens) or tokens[at].kind != "word" or tokens[at].capital:
        return False
    plural = tokens[at].lower.endswith("s") or is_plural(tokens[at].lower)
    return plural and tokens[at].lower not in words("function_words")
