"""Dates in a run of tokens: the grammar of calendar expressions in news prose."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, compress

from ...lexicon import table
from ...text.tokens import Token, Tokens
from .calendar import bare_year, day_month, decade, fiscal, iso, month_day, season, short_year, slashed
from .clock import clock
from .joining import joined, with_edge, with_part
from .lists import with_days
from .marks import SHIFTS, Dated
from .relative import GRAINS, ago, offset, reference, relative, same_period, the_day, weekday
from .weeks import feast, named_week, recurring, the_weekend
from .within import century, month_of, part_of, week_of

__all__ = ["Dated", "dates"]

Reader = Callable[[Sequence[Token], int], Dated | None]
# Each reader in the order in which they are tried, with the sorts of word or mark that its dates open with, and
# those of which they hold one.
_READERS: tuple[tuple[Reader, str, str], ...] = (
    (iso, "years", "hyphens"),
    (slashed, "days", ""),
    (clock, "digits numbers articles hours", ""),
    (recurring, "every weekdays", "weekdays"),
    (named_week, "articles weeks", "weeks"),
    (the_weekend, "articles", "weeks"),
    (feast, "feasts shifts", ""),
    (weekday, "weekdays shifts", "weekdays"),
    (month_of, "months", "year"),
    (week_of, "days numbers articles ranks", "weekdays weeks day"),
    (part_of, "days numbers articles ranks marks", "parts"),
    (century, "days numbers", "centuries"),
    (day_month, "days numbers", "months"),
    (month_day, "months", ""),
    (season, "seasons shifts", "seasons"),
    (decade, "days years decades marks", "plurals decades"),
    (fiscal, "years articles fiscal", "fiscal"),
    (same_period, "articles marks", "same"),
    (offset, "digits numbers articles", "sides"),
    (ago, "digits numbers articles", "turns"),
    (relative, "relative_days shifts articles", ""),
    (the_day, "said_day", ""),
    (reference, "time_references", ""),
    (bare_year, "years", ""),
    (short_year, "marks", ""),
)
_DIGITS = {1: "0", 2: "00", 4: "0000"}  # numbers by their length, any other as nothing
_SORTS = {
    "articles": ("the", "a", "an"),
    "centuries": ("century", "centuries"),
    "day": ("day",),
    "days": ("0", "00"),
    "digits": ("", *_DIGITS.values()),
    "hyphens": ("-",),
    "hours": ("noon", "midday", "midnight", "half", "quarter"),
    "marks": ("same", "q", "'"),
    "parts": ("quarter", "half", "q"),
    "plurals": ("s", "'s"),
    "ranks": ("last", "final"),
    "same": ("same",),
    "shifts": tuple(SHIFTS),
    "sides": ("after", "from", "before"),
    "turns": ("ago", "earlier", "later"),
    "weeks": ("week", "weekend"),
    "year": ("year",),
    "years": ("0000",),
}  # a sort not named here is a table
_CLOCKS = (
    "am",
    "pm",
    "m",
    "noon",
    "midday",
    "midnight",
    "o'clock",
    "gmt",
    ":",
    "/",
    "'",
    "ago",
    "later",
    "earlier",
    "same",
    "s",
)
REACH = 6  # tokens of a date before the first that only dates have: "the first two and a half weeks"


def dates(tokens: Tokens) -> tuple[Dated, ...]:
    """Return the date expressions of a sentence from left to right; they do not overlap."""
    signs = tokens.places(_signs())
    signs += [at for at in tokens.numbers if _may_be_year(tokens[at].text)]
    if not signs:
        return ()
    opening = _readers(tokens.words & _telling())
    found: list[Dated] = []
    end = 0
    openings = tokens.places(opening)
    for at in _near(sorted({*openings, *tokens.numbers}), sorted(signs)):
        token = tokens[at]
        readers = opening.get(_DIGITS.get(len(token.text), "") if token.kind == "number" else token.lower)
        dated = _date_at(tokens, at, readers) if readers and at >= end else None
        if dated:
            found += with_days(tokens, with_edge(tokens, with_part(tokens, dated)))
            end = found[-1].last
    return joined(tokens, found)


def _near(openings: Sequence[int], signs: Sequence[int]) -> Iterator[int]:
    """Yield the places from which a word, mark or figure of dates is within reach, from left to right."""
    ahead = iter(signs)
    sign = next(ahead)
    for at in openings:
        while sign < at:
            sign = next(ahead, -1)
            if sign < 0:
                return
        if sign - at <= REACH:
            yield at


def _date_at(tokens: Sequence[Token], at: int, readers: Sequence[Reader]) -> Dated | None:
    """Return the date expression that begins at a token and one of some readers knows, None where there is none."""
    if tokens[at].lower in _SORTS["articles"] and not _led(tokens, at + 1):
        return None
    for read in readers:
        dated = read(tokens, at)
        if dated:
            return dated
    return None


def _led(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word behind an article can be part of a date."""
    return at < len(tokens) and (tokens[at].kind == "number" or tokens[at].lower in _behind_article())


@cache
def _behind_article() -> frozenset[str]:
    """Return the words that open a date behind an article, or are its second: the last week, a day later."""
    second = (row[0].split()[1:2] for name in ("relative_days", "time_references") for row in table(name))
    return (
        _signs()
        | frozenset(word for sort in ("numbers", "ranks", "shifts", "marks", "fiscal") for word in _openings(sort))
        | frozenset(chain(*second))
    )


@cache
def _held() -> dict[str, set[str]]:
    """Return the words and marks of which dates of some readers hold one, each with the sorts that name it."""
    found: dict[str, set[str]] = {}
    for held in {held for _, _, held in _READERS}:
        for word in chain(*map(_openings, held.split())):
            found.setdefault(word, set()).add(held)
    return found


@cache
def _telling() -> frozenset[str]:
    """Return the words and marks that tell which readers can find a date."""
    return frozenset(_held())


@lru_cache(maxsize=1 << 10)
def _readers(held: frozenset[str]) -> dict[str, tuple[Reader, ...]]:
    """Return the readers to try by the word or mark at a place, or by the number of digits.

    Those are left out whose dates hold none of what a sentence holds.
    """
    present = {""}.union(*(_held()[word] for word in held))
    return _opening(tuple(sorts in present for _, _, sorts in _READERS))


@cache
def _opening(told: tuple[bool, ...]) -> dict[str, tuple[Reader, ...]]:
    """Return some of the readers by the words and marks with which their dates open."""
    found: dict[str, tuple[Reader, ...]] = {}
    for reader, sorts, _ in compress(_READERS, told):
        for word in {word for sort in sorts.split() for word in _openings(sort)}:
            found[word] = (*found.get(word, ()), reader)
    return found


def _openings(sort: str) -> Iterator[str]:
    """Yield the words or marks of one sort with which a date can open, with "'s" too: Monday's."""
    for word in _SORTS.get(sort) or (row[0].split()[0] for row in table(sort)):
        yield from (word, f"{word}'s")


@cache
def _signs() -> frozenset[str]:
    """Return the words and marks of which every date holds one, unless it is four digits."""
    tables = (
        "months",
        "weekdays",
        "seasons",
        "relative_days",
        "time_references",
        "said_day",
        "day_parts",
        "clock_cues",
        "decades",
    )
    said = {word for name in tables for row in table(name) for word in row[0].split()}
    said |= {row[0].split()[-1] for row in table("feasts")}
    grains = (*GRAINS, "fortnight", "half", "season", "term", "hour", "minute", "period", "time")
    plural = {f"{grain}s" for grain in grains} | {"centuries", "halves"}
    signs = {*said, *grains, *plural, *_CLOCKS} - {"in", "the", "of", "at", "on", "a", "this", "and", "to", "by"}
    return frozenset((*signs, *(f"{sign}'s" for sign in signs)))


def _may_be_year(number: str) -> bool:
    """Return whether digits can be a year, or an hour with its minutes: 2017, 82, 8.40."""
    return "," not in number and (len(number) == 4 or "." in number)
