"""Pairs of dates that are one period: "between 2016 and 2018", "3-5 July", "9-11am", "from May to August"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...lexicon import words
from ...text.tokens import Token, Tokens, touches
from .calendar import split_year
from .marks import Dated, day_at, number_at, word_at, year_at

_DASHES = ("-", "–", "—", "~")
_JOINTS = {"between": ("and", *_DASHES), "from": ("to", "until", "till", "through", *_DASHES)}
_BARE_JOINTS = (*_DASHES, "to", "through")
_NOON = 12


class Ranged(NamedTuple):
    """Two dates that open and close one period, in half-open token places with "between" or "from"."""

    first: int
    last: int
    start: Dated
    end: Dated


def ranges(tokens: Tokens, found: Sequence[Dated]) -> Iterator[Ranged]:
    """Yield the periods among the dates of a sentence, from left to right."""
    for place, dated in enumerate(found):
        before = found[place - 1] if place else None
        short = _short_start(tokens, dated) or _short_end(tokens, dated) or _split_year(tokens, dated)
        if short:
            yield _on_day(tokens, before, _ranged(tokens, *short))
        elif place + 1 < len(found) and _joined(tokens, dated, found[place + 1]):
            yield _on_day(tokens, before, _ranged(tokens, dated, found[place + 1]))


def _ranged(tokens: Sequence[Token], start: Dated, end: Dated) -> Ranged:
    opener = _opener(tokens, start)
    return Ranged(start.first if opener is None else opener, end.last, start, end)


def _opener(tokens: Sequence[Token], start: Dated) -> int | None:
    """Return the place of "between" or "from" before a date: from May, between the end of May."""
    at = start.first - 1
    at = at - 1 if word_at(tokens, at) == "the" else at
    return at if word_at(tokens, at) in _JOINTS else None


def _on_day(tokens: Tokens, day: Dated | None, ranged: Ranged) -> Ranged:
    """Return hours put on the day right before them: Tuesday between 3pm and 5pm, Monday, 10-11am."""
    if day is None or day.written.grain != "day" or day.written.anchor != "writing" or not _clocked(ranged.start):
        return ranged
    between = tokens.lowers[day.last : ranged.first]
    if between not in ((), (",",), ("at",)) or not _clocked(ranged.end) or (day.written.clock or "").isdecimal():
        return ranged
    start, end = (
        dated._replace(written=day.written._replace(clock=dated.written.clock, zone=dated.written.zone))
        for dated in (ranged.start, ranged.end)
    )
    return Ranged(day.first, ranged.last, start, end)


def _joined(tokens: Sequence[Token], start: Dated, end: Dated) -> bool:
    """Return whether the words before and between two dates of one sort make them one period."""
    if _clocked(start) != _clocked(end) and not (start.written.clock and end.written.clock):
        return False
    if any(dated.written.reference or dated.written.anchor != "writing" for dated in (start, end)):
        return False
    opener = _opener(tokens, start)
    if opener is None and (start.written.feast or end.written.feast):
        return False  # "31 December — New Year's Eve"
    if opener is None and not _alike(start, end):
        return False
    joints = _BARE_JOINTS if opener is None else _JOINTS[word_at(tokens, opener)]
    skipped = end.first - (end.edge is not None and word_at(tokens, end.first - 1) == "the")
    return skipped == start.last + 1 and tokens[start.last].lower in joints


def _alike(start: Dated, end: Dated) -> bool:
    """Return whether two dates are told alike, so that a dash or "to" alone can join them."""
    one, other = start.written, end.written
    grains = {one.grain, other.grain}
    ordered = one.year is None or other.year is None or one.year <= other.year
    return (
        ordered and (len(grains) == 1 or grains == {"month", "year"}) and (one.shift is None) == (other.shift is None)
    )


def _clocked(dated: Dated) -> bool:
    """Return whether a date is a time of day without a day."""
    return dated.written.grain in ("minute", "hour")


def _short_start(tokens: Sequence[Token], end: Dated) -> tuple[Dated, Dated] | None:
    """Return the pair of 3-5 July · between the 3rd and the 12th of September · 9-11am: a number alone opens."""
    at = end.first - 1
    at = at - 1 if word_at(tokens, at) == "the" and end.written.day else at
    first = at - 2 if word_at(tokens, at - 1) in ("st", "nd", "rd", "th") and touches(tokens, at - 1) else at - 1
    number = number_at(tokens, first) if first >= 0 else None
    led = word_at(tokens, first - (2 if word_at(tokens, first - 1) == "the" else 1))
    joint, written = word_at(tokens, at), end.written
    if number is None or joint not in _JOINTS.get(led, _BARE_JOINTS):
        return None
    if written.day and written.month and not written.clock and 1 <= number < written.day:
        return Dated(first, at, written._replace(day=number, weekday=None)), end
    if written.clock and not written.clock.isalpha() and 1 <= number <= _NOON and (joint != "to" or led in _JOINTS):
        return Dated(
            first,
            at,
            written._replace(
                grain="day" if written.grain == "day" else "hour", clock=_same_half(number, written.clock)
            ),
        ), end
    return None


def _same_half(number: int, clock: str) -> str:
    """Return the hour of "9" before "11am" or "9pm", in the same half of the day."""
    hour = int(clock[:2])
    afternoon = number % _NOON + _NOON
    return f"{afternoon if hour >= _NOON and afternoon <= hour else number:02d}"


def _short_end(tokens: Sequence[Token], start: Dated) -> tuple[Dated, Dated] | None:
    """Return the pair of July 3-5 · April 9th through 17th, 2019: the second end is a number alone."""
    written, at = start.written, start.last
    if not written.day or not written.month or written.clock or word_at(tokens, at) not in (*_DASHES, "through"):
        return None
    day = day_at(tokens, at + 1)
    if day is None or day[0] <= written.day or word_at(tokens, day[1]) in ("am", "pm", "-", "/"):
        return None
    if touches(tokens, day[1]) and tokens[day[1]].text in "%:":
        return None
    year = year_at(tokens, day[1]) if written.year is None else None
    printed = year[0] if year else written.year
    last = year[1] if year else day[1]
    end = Dated(at + 1, last, written._replace(day=day[0], year=printed, weekday=None))
    return start._replace(written=written._replace(year=printed)), end


def _split_year(tokens: Sequence[Token], start: Dated) -> tuple[Dated, Dated] | None:
    """Return both years of "the 2022-23 season" · "in 2022/23", where a word says that they are a season or term."""
    later = split_year(tokens, start.first) if start.written.grain == "year" and start.last == start.first + 1 else None
    if later is None or word_at(tokens, start.last + 2) not in words("year_spans"):
        return None
    end = Dated(start.last + 1, start.last + 2, start.written._replace(year=later))
    return start, end
