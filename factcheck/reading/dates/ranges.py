"""Pairs of dates that are one period: "between 2016 and 2018", "3-5 July", "9-11am", "from May to August"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...text.tokens import Token
from .marks import Dated, day_at, number_at, touches, word_at, year_at

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


def ranges(tokens: Sequence[Token], found: Sequence[Dated]) -> Iterator[Ranged]:
    """Yield the periods among the dates of a sentence, from left to right."""
    for place, dated in enumerate(found):
        short = _short_start(tokens, dated) or _short_end(tokens, dated)
        if short:
            yield _ranged(tokens, *short)
        elif place + 1 < len(found) and _joined(tokens, dated, found[place + 1]):
            yield _ranged(tokens, dated, found[place + 1])


def _ranged(tokens: Sequence[Token], start: Dated, end: Dated) -> Ranged:
    led = word_at(tokens, start.first - 1) in _JOINTS
    return Ranged(start.first - led, end.last, start, end)


def _joined(tokens: Sequence[Token], start: Dated, end: Dated) -> bool:
    """Return whether the words before and between two dates of one sort make them one period."""
    if _clocked(start) != _clocked(end) and not (_clocked(start) and end.written.clock):
        return False
    if any(dated.written.reference or dated.written.anchor != "writing" for dated in (start, end)):
        return False
    led = word_at(tokens, start.first - 1) in _JOINTS
    if not led and not _alike(start, end):
        return False
    joints = _JOINTS[word_at(tokens, start.first - 1)] if led else _BARE_JOINTS
    return end.first == start.last + 1 and tokens[start.last].lower in joints


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
    """Return the pair of 3-5 July · between 3 and 12 September · 9-11am: the first end is a number alone."""
    at = end.first - 1
    joint, number = word_at(tokens, at), number_at(tokens, at - 1) if at >= 1 else None
    if number is None or joint not in _JOINTS.get(word_at(tokens, at - 2), _BARE_JOINTS):
        return None
    written = end.written
    if written.day and written.month and not written.clock and 1 <= number < written.day:
        return Dated(at - 1, at, written._replace(day=number, weekday=None)), end
    if written.clock and not written.clock.isalpha() and 1 <= number <= _NOON and joint != "to":
        return Dated(at - 1, at, written._replace(grain="hour", clock=_same_half(number, written.clock))), end
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
