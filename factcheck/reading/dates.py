"""Dates in a run of tokens: the grammar of calendar expressions in news prose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..lexicon import mapping, table
from ..text.tokens import Token
from ..values.dates import Expression
from .numerals import numeral_at
from .phrases import phrase_from

EARLIEST, LATEST = 1000, 2199
LAST_DAY, LAST_MONTH = 31, 12
GRAINS = ("day", "week", "weekend", "month", "year", "decade", "century", "quarter")
SHIFTS = {"last": -1, "this": 0, "next": 1, "past": -1, "previous": -1, "coming": 1, "following": 1}
# Words before four digits that make them a year: "in 2017", "since 2017", "early 2019".
YEAR_CUES = frozenset(
    "in since until till by from before after during of the and to between early late mid circa around summer "
    "spring autumn winter fall election season back year through for ,".split()
)
EDGES = {"early": "start", "mid": "mid", "middle": "mid", "late": "end", "start": "start", "beginning": "start", "end": "end"}


class Dated(NamedTuple):
    """A date expression in half-open token places, with the edge it is limited to, if any."""

    first: int
    last: int
    written: Expression
    edge: str | None = None


def dates(tokens: Sequence[Token]) -> tuple[Dated, ...]:
    """Return the date expressions of a sentence from left to right; they do not overlap."""
    found: list[Dated] = []
    at = 0
    while at < len(tokens):
        dated = date_at(tokens, at)
        if dated is None:
            at += 1
            continue
        found.append(_with_edge(tokens, dated))
        at = dated.last
    return tuple(found)


def date_at(tokens: Sequence[Token], at: int) -> Dated | None:
    """Return the date expression that begins at a token, None where there is none."""
    return next((dated for read in _READERS if (dated := read(tokens, at))), None)


def _with_edge(tokens: Sequence[Token], dated: Dated) -> Dated:
    """Return the date with "early", "mid-", "the end of" before it taken in."""
    at = dated.first - 1
    while at >= 0 and tokens[at].lower in ("-", "of", "the", "in"):
        at -= 1
    if at < 0 or tokens[at].lower not in EDGES or dated.written.grain == "day":
        return dated
    return dated._replace(first=at, edge=EDGES[tokens[at].lower])


def _number(tokens: Sequence[Token], at: int) -> int | None:
    """Return the whole number of up to four digits at a place."""
    if at < len(tokens) and tokens[at].text.isdigit() and len(tokens[at].text) <= 4:
        return int(tokens[at].text)
    return None


def _month(tokens: Sequence[Token], at: int) -> int | None:
    """Return the month at a place; its name opens with a capital."""
    if at >= len(tokens) or not (tokens[at].capital or tokens[at].lower not in ("may", "march", "mar", "sep")):
        return None
    number = mapping("months").get(tokens[at].lower)
    return int(number) if number else None


def _past_stop(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind the full stop of an abbreviation that touches: "Aug." """
    touches = 0 < at < len(tokens) and tokens[at].text == "." and tokens[at].start == tokens[at - 1].end
    return at + 1 if touches and len(tokens[at - 1].text) <= 4 else at


def _day(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return a day of the month, "3", "3rd" or "third of", and the place behind it."""
    number = _number(tokens, at)
    if number is None or not 1 <= number <= LAST_DAY:
        return None
    last = at + 1
    if last < len(tokens) and tokens[last].lower in ("st", "nd", "rd", "th") and tokens[last].start == tokens[at].end:
        last += 1
    return number, last


def _year(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return a year behind an optional comma, and the place behind it."""
    skip = at + 1 if at < len(tokens) and tokens[at].text == "," else at
    number = _number(tokens, skip)
    if number is None or not EARLIEST <= number <= LATEST or len(tokens[skip].text) != 4:
        return None
    return number, skip + 1


def _weekday_date(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read a weekday, and the date behind it if there is one: "Wednesday 9 February", "last Friday"."""
    shift = SHIFTS.get(tokens[at].lower)
    first = at
    at = at + 1 if shift is not None else at
    if at >= len(tokens) or not tokens[at].capital or tokens[at].lower not in mapping("weekdays"):
        return None
    weekday = int(mapping("weekdays")[tokens[at].lower])
    last = _past_stop(tokens, at + 1)
    skip = last + 1 if last < len(tokens) and tokens[last].text in (",", "(") else last
    calendar = (_day_month(tokens, skip) or _month_day(tokens, skip)) if skip < len(tokens) else None
    if calendar and calendar.written.grain == "day":
        return calendar._replace(first=first, written=calendar.written._replace(weekday=weekday))
    return Dated(first, last, Expression("day", weekday=weekday, shift=shift if shift in (-1, 1) else None))


def _day_month(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read 3 March 2024 · 3rd of March · the 4th of July 1998."""
    day = _day(tokens, at)
    if day is None:
        return None
    place = day[1]
    while place < len(tokens) and tokens[place].lower in ("of", "-") and place < day[1] + 2:
        place += 1
    month = _month(tokens, place)
    if month is None:
        return None
    place = _past_stop(tokens, place + 1)
    year = _year(tokens, place)
    last = year[1] if year else place
    return Dated(at, last, Expression("day", year[0] if year else None, month, day[0]))


def _month_day(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read March 3, 2024 · Aug. 14 · March 2024 · in March."""
    month = _month(tokens, at)
    if month is None:
        return None
    place = _past_stop(tokens, at + 1)
    day = _day(tokens, place)
    if day and not _counts(tokens, day[1]):
        year = _year(tokens, day[1])
        last = year[1] if year else day[1]
        return Dated(at, last, Expression("day", year[0] if year else None, month, day[0]))
    place = place + 1 if place < len(tokens) and tokens[place].lower == "of" else place
    year = _year(tokens, place)
    if year:
        return Dated(at, year[1], Expression("month", year[0], month))
    return None if tokens[at].lower in ("may", "march", "mar", "jan") and not _in(tokens, at) else Dated(
        at, _past_stop(tokens, at + 1), Expression("month", None, month)
    )


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Return whether what follows a number after a month shows that it counts: "In May 14 officers"."""
    return at < len(tokens) and tokens[at].kind == "word" and tokens[at].lower.endswith("s") and not tokens[at].capital


def _in(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a preposition before shows that a name is a month's."""
    return at > 0 and tokens[at - 1].lower in (*SHIFTS, *EDGES, "in", "since", "until", "by", "from", "of", "and", "to", "between")


def _iso(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read 2020-11-05."""
    parts = tokens[at : at + 5]
    if len(parts) < 5 or parts[1].text != "-" or parts[3].text != "-":
        return None
    year, month, day = (_number(tokens, at + place) for place in (0, 2, 4))
    if year is None or month is None or day is None or len(parts[0].text) != 4:
        return None
    if not (EARLIEST <= year <= LATEST and 1 <= month <= LAST_MONTH and 1 <= day <= LAST_DAY):
        return None
    return Dated(at, at + 5, Expression("day", year, month, day))


def _season(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read summer 2019 · the spring of 2020 · last summer; a bare season is no date."""
    shift = SHIFTS.get(tokens[at].lower)
    place = at + 1 if shift is not None else at
    row = next((row for row in table("seasons") if place < len(tokens) and row[0] == tokens[place].lower), None)
    if row is None:
        return None
    skip = place + 2 if place + 1 < len(tokens) and tokens[place + 1].lower == "of" else place + 1
    year = _year(tokens, skip)
    if year is None and shift is None:
        return None
    written = Expression("season", year[0] if year else None, int(row[2]), season=row[1], shift=None if year else shift)
    return Dated(at, year[1] if year else place + 1, written)


def _decade(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read the 1950s."""
    number = _number(tokens, at)
    follows = at + 1 < len(tokens) and tokens[at + 1].lower in ("s", "'s") and tokens[at + 1].start == tokens[at].end
    if number is None or not follows or number % 10 or not EARLIEST <= number <= LATEST:
        return None
    return Dated(at, at + 2, Expression("decade", number))


def _bare_year(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read 2017 where a word before shows that it is a year, and nothing behind that it counts."""
    year = _year(tokens, at) if tokens[at].kind == "number" else None
    if year is None or not 1500 <= year[0] <= 2100 or _counts(tokens, at + 1):
        return None
    before = tokens[at - 1].lower if at else ""
    named = before == "-" and at > 1 and tokens[at - 2].lower in EDGES
    return Dated(at, year[1], Expression("year", year[0])) if named or before in YEAR_CUES or before == "(" else None


def _relative(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read yesterday · last week · this month · the previous year."""
    phrase = phrase_from("relative_days", tokens, at)
    if phrase and not (at and tokens[at].capital):  # "Today" inside a sentence is a programme or a paper
        return Dated(phrase.first, phrase.last, Expression("day", shift=int(phrase.row[1])))
    place = at + 1 if tokens[at].lower == "the" else at
    shift = SHIFTS.get(tokens[place].lower) if place < len(tokens) else None
    if shift is None or place + 1 >= len(tokens):
        return None
    grain = tokens[place + 1].lower
    if grain in GRAINS:
        return Dated(at, place + 2, Expression(grain, shift=shift))  # type: ignore[arg-type]
    month = _month(tokens, place + 1)
    return Dated(at, place + 2, Expression("month", None, month)) if month else None


def _ago(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read three days ago · two weeks earlier is no such date: its day of reckoning is another."""
    numeral = numeral_at(tokens, at)
    article = tokens[at].lower in ("a", "an")
    if numeral is None and not article:
        return None
    unit = numeral.last if numeral else at + 1
    if unit + 1 >= len(tokens) or tokens[unit + 1].lower != "ago":
        return None
    grain = tokens[unit].lower.rstrip("s")
    if grain not in GRAINS:
        return None
    count = int(numeral.value) if numeral else 1
    return Dated(at, unit + 2, Expression(grain, shift=-count))  # type: ignore[arg-type]


_READERS: tuple[Callable[[Sequence[Token], int], Dated | None], ...] = (
    _iso, _weekday_date, _day_month, _month_day, _season, _decade, _ago, _relative, _bare_year,
)  # fmt: skip
