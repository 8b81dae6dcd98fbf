"""Dates in a run of tokens: the grammar of calendar expressions in news prose."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain

from ...lexicon import mapping, table, words
from ...text.tokens import Token
from ...values.zones import local_offset, offset_on
from .calendar import bare_year, day_month, decade, iso, month_day, season, short_year, slashed
from .clock import clock
from .marks import EDGES, SHIFTS, Dated, word_at
from .relative import ago, offset, reference, relative, same_period, the_day, weekday
from .within import century, month_of, part_of, week_of

__all__ = ["Dated", "dates"]

Reader = Callable[[Sequence[Token], int], Dated | None]
# Each reader in the order in which they are tried, with the sorts of word or mark that its dates open with.
_READERS: tuple[tuple[Reader, str], ...] = (
    (iso, "digits"),
    (slashed, "digits"),
    (clock, "digits numbers articles hours"),
    (weekday, "weekdays shifts"),
    (month_of, "months"),
    (week_of, "digits numbers articles ranks"),
    (part_of, "digits numbers articles ranks marks"),
    (century, "digits numbers"),
    (day_month, "digits numbers"),
    (month_day, "months"),
    (season, "seasons shifts"),
    (decade, "digits"),
    (same_period, "articles marks"),
    (offset, "digits numbers articles"),
    (ago, "digits numbers articles"),
    (relative, "relative_days shifts articles"),
    (the_day, "said_day"),
    (reference, "time_references"),
    (bare_year, "digits"),
    (short_year, "marks"),
)
_SORTS = {
    "articles": ("the", "a", "an"),
    "hours": ("noon", "midday", "midnight"),
    "marks": ("same", "q", "'"),
    "ranks": ("last", "final"),
    "shifts": tuple(SHIFTS),
}  # a sort not named here is a table, or digits
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
)
REACH = 6  # tokens of a date before the first that only dates have: "the first two and a half weeks"
_LONGEST_JOINT = 4
# "3 June, in the morning" · "Tuesday, early in the evening" · "Monday early morning"
_TO_PART = frozenset((",", "in", "the", "early", "late"))
_UNBOUND = frozenset(("day", "minute", "hour", "part"))


def dates(tokens: Sequence[Token]) -> tuple[Dated, ...]:
    """Return the date expressions of a sentence from left to right; they do not overlap."""
    known = _signs()
    signs = [
        n for n, (_, word, kind, *_) in enumerate(tokens) if word in known or (kind == "number" and _may_be_year(word))
    ]
    found: list[Dated] = []
    end = 0
    for at in _near(signs):
        dated = _date_at(tokens, at) if at >= end else None
        if dated:
            found.append(_with_edge(tokens, _with_part(tokens, dated)))
            end = found[-1].last
    return _joined(tokens, found)


def _near(signs: Sequence[int]) -> Iterator[int]:
    """Yield the places from which a word, mark or figure of dates is within reach, from left to right."""
    at = 0
    for sign in signs:
        yield from range(max(at, sign - REACH), sign + 1)
        at = sign + 1


def _date_at(tokens: Sequence[Token], at: int) -> Dated | None:
    """Return the date expression that begins at a token, None where there is none."""
    token = tokens[at]
    readers = _readers().get("" if token.kind == "number" else token.lower)
    if readers is None or (token.lower in _SORTS["articles"] and not _led(tokens, at + 1)):
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
        | frozenset(word for sort in ("numbers", "ranks", "shifts", "marks") for word in _openings(sort))
        | frozenset(chain(*second))
    )


@cache
def _readers() -> dict[str, tuple[Reader, ...]]:
    """Return the readers to try by the word or mark at a place, those for digits under no word."""
    found: dict[str, tuple[Reader, ...]] = {}
    for reader, sorts in _READERS:
        for word in {word for sort in sorts.split() for word in _openings(sort)}:
            found[word] = (*found.get(word, ()), reader)
    return found


def _openings(sort: str) -> Iterator[str]:
    """Yield the words or marks of one sort with which a date can open, with "'s" too: Monday's."""
    if sort == "digits":
        yield ""
        return
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
    )
    said = {word for name in tables for row in table(name) for word in row[0].split()}
    grains = "day week weekend month year decade century quarter hour minute period time season half term".split()
    plural = {f"{grain}s" for grain in grains} | {"centuries", "halves"}
    signs = {*said, *grains, *plural, *_CLOCKS} - {"in", "the", "of", "at", "on", "a", "this", "and", "to", "by"}
    return frozenset((*signs, *(f"{sign}'s" for sign in signs)))


def _may_be_year(number: str) -> bool:
    """Return whether digits can be a year, or an hour with its minutes: 2017, 82, 8.40."""
    return "," not in number and (len(number) == 4 or "." in number)


def _with_edge(tokens: Sequence[Token], dated: Dated) -> Dated:
    """Return the date with "early", "mid-", "the end of" before it taken in."""
    at = dated.first - 1
    while at >= 0 and tokens[at].lower in ("-", "of", "the", "in"):
        at -= 1
    if at < 0 or tokens[at].lower not in EDGES or dated.written.grain in _UNBOUND:
        return dated
    return dated._replace(first=at, edge=EDGES[tokens[at].lower])


def _with_part(tokens: Sequence[Token], dated: Dated) -> Dated:
    """Return a day with the part of it beside it: "Friday morning", "the evening of 3 June"."""
    if dated.written.grain != "day" or dated.written.clock or dated.written.anchor != "writing":
        return dated
    parts, at = mapping("day_parts"), dated.last
    while at < min(dated.last + _LONGEST_JOINT, len(tokens)) and tokens[at].lower in _TO_PART:
        at += 1
    part = parts.get(word_at(tokens, at))
    if part and (at == dated.last or tokens[at - 1].lower != ","):
        return dated._replace(last=at + 1, written=dated.written._replace(clock=part))
    part = parts.get(word_at(tokens, dated.first - 2)) if word_at(tokens, dated.first - 1) in ("of", "on") else None
    if part is None:
        return dated
    return dated._replace(first=dated.first - 2, written=dated.written._replace(clock=part))


def _joined(tokens: Sequence[Token], found: Sequence[Dated]) -> tuple[Dated, ...]:
    """Return the dates with every time of day put on the day beside it."""
    kept: list[Dated] = []
    for dated in found:
        one = (_in_two_zones(tokens, kept[-1], dated) or _on_day(tokens, kept[-1], dated)) if kept else None
        if one:
            kept[-1] = one
        else:
            kept.append(dated)
    return tuple(kept)


def _in_two_zones(tokens: Sequence[Token], left: Dated, right: Dated) -> Dated | None:
    """Return "3pm ET (1900 GMT)" as one time, told in the first zone; of "local time" the second tells the offset."""
    between = [token.lower for token in tokens[left.last : right.first]]
    if between not in (["("], ["/"], [","], ["-"]) or not (_zoned(left) and _zoned(right)):
        return None
    last = right.last + (between == ["("] and word_at(tokens, right.last) == ")")
    zone, known = left.written.zone, offset_on(right.written.zone, None)
    if zone == "(local)" and known:
        zone = local_offset(left.written.clock or "", right.written.clock or "", known)
    return left._replace(last=last, written=left.written._replace(zone=zone))


def _zoned(dated: Dated) -> bool:
    """Return whether a date is a time of day with a zone behind it."""
    return dated.written.grain in ("minute", "hour") and bool(dated.written.zone)


def _on_day(tokens: Sequence[Token], left: Dated, right: Dated) -> Dated | None:
    """Return a day and a time of day that stand side by side as one date, None for any other pair."""
    timed, day = (left, right) if left.written.grain in ("minute", "hour") else (right, left)
    if timed.written.grain not in ("minute", "hour") or day.written.grain != "day" or day.written.anchor != "writing":
        return None
    between = [token.lower for token in tokens[left.last : right.first]]
    if len(between) > _LONGEST_JOINT or not words("clock_joints").issuperset(between):
        return None
    if day.written.clock and not day.written.clock.isalpha():
        return None
    written = day.written._replace(clock=timed.written.clock, zone=timed.written.zone)
    return Dated(left.first, right.last, written, day.edge)
