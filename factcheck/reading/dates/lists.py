"""Days that share their month: May 28 and 30, June 3, 4 and 5, 28 and 30 May."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import words
from ...text.tokens import Token
from .marks import LAST_DAY, Dated, year_at

_JOINTS = ("and", "or", "&")
_NOT_BEHIND = (":", "%", "-", "/")  # marks behind a number that is no day
_LED = ("on", "the", ",", "for", "of")  # words before "28 and 30 May", which are no range


def with_days(tokens: Sequence[Token], dated: Dated) -> tuple[Dated, ...]:
    """Return a date and the days beside it that are of its month, from left to right."""
    day = dated.written.day
    if dated.written.grain != "day" or day is None or dated.written.month is None or dated.written.clock:
        return (dated,)
    if tokens[dated.last - 1].text == str(day):
        return _with_year(tokens, (dated, *(_on(tokens, dated, place) for place in _behind(tokens, dated.last, day))))
    before = _before(tokens, dated.first) if tokens[dated.first].text == str(day) else None
    return (dated,) if before is None else (_on(tokens, dated, before), dated)


def _behind(tokens: Sequence[Token], at: int, day: int) -> list[int]:
    """Return the places of the days that go on at a place, in a list which "and" or "or" closes."""
    found: list[int] = []
    while at + 1 < len(tokens):
        joint = tokens[at].lower
        closes = joint in _JOINTS or (joint == "," and tokens[at + 1].lower in _JOINTS)
        place = at + 2 if closes and joint == "," else at + 1
        if not (closes or joint == ",") or not _is_day(tokens, place, day):
            return []
        found.append(place)
        if closes:
            return found
        at, day = place + 1, int(tokens[place].text)
    return []


def _is_day(tokens: Sequence[Token], place: int, before: int) -> bool:
    """Return whether a later day of the month stands at a place, and nothing that it counts behind it."""
    text = tokens[place].text if place < len(tokens) else ""
    if not text.isdecimal() or not before < int(text) <= LAST_DAY:
        return False
    if place + 1 == len(tokens) or year_at(tokens, place + 1):
        return True
    behind = tokens[place + 1]
    if behind.kind == "mark":
        return behind.text not in _NOT_BEHIND
    return behind.lower in words("function_words") and behind.lower not in ("of", "to")


def _before(tokens: Sequence[Token], first: int) -> int | None:
    """Return the place of the day that a joint adds before a date: [28] and 30 May."""
    if first < 2 or tokens[first - 1].lower not in _JOINTS or not tokens[first - 2].text.isdecimal():
        return None
    led = first == 2 or tokens[first - 3].lower in _LED
    return first - 2 if led and 0 < int(tokens[first - 2].text) < int(tokens[first].text) else None


def _on(tokens: Sequence[Token], dated: Dated, place: int) -> Dated:
    """Return the date of another day of the month, which stands at a place."""
    return Dated(place, place + 1, dated.written._replace(day=int(tokens[place].text)), dated.edge)


def _with_year(tokens: Sequence[Token], found: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """Return days with the year that stands behind the last of several."""
    year = year_at(tokens, found[-1].last) if len(found) > 1 else None
    if year is None:
        return found
    *first, last = (each._replace(written=each.written._replace(year=year[0])) for each in found)
    return (*first, last._replace(last=year[1]))
