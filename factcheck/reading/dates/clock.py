"""Times of day: "8.20am", "9 p.m.", "14:48 UTC", "noon", "7 o'clock"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...lexicon import mapping, words
from ...text.tokens import Token
from ...values.dates import Expression
from .marks import Dated, touches, word_at

NOON = 12
_LAST_HOUR, _LAST_MINUTE = 23, 59
_GAME = frozenset(("left", "remaining", "into", "mark", "minutes"))  # "with 10:00 to play"
_ZONE_WORDS = frozenset(("local", "eastern", "central", "mountain", "pacific"))
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


class Hours(NamedTuple):
    """Hour and minute as printed, and the place behind them; the minute is None where none is printed."""

    hour: int
    minute: int | None
    last: int


def clock(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read the time of day that begins at a token."""
    named = _NAMED.get(tokens[at].lower)
    if named:
        cued = at > 0 and (tokens[at - 1].lower in words("clock_cues") or tokens[at - 1].lower in mapping("day_parts"))
        return Dated(at, at + 1, Expression("minute", clock=named)) if cued else None
    hours = _hours(tokens, at)
    if hours is None or (touches(tokens, at) and tokens[at - 1].text in ".:/$£€"):
        return None
    half, last = _half_day(tokens, hours.last)
    if not half and touches(tokens, at) and tokens[at - 1].text == "-":
        return None
    zone, last = _zone(tokens, last)
    hour = _of_24(hours.hour, half)
    if hour is None or not (half or zone is not None or _cued(tokens, at, hours)):
        return None
    if hours.minute is None:
        return Dated(at, last, Expression("hour", clock=f"{hour:02d}", zone=zone or "")) if half else None
    return Dated(at, last, Expression("minute", clock=f"{hour:02d}:{hours.minute:02d}", zone=zone or ""))


def _hours(tokens: Sequence[Token], at: int) -> Hours | None:
    """Return hour and minute of 14:48 · 8.20 · 9."""
    token = tokens[at]
    if token.kind != "number" or "," in token.text:
        return None
    hour, dot, minute = token.text.partition(".")
    last = at + 1
    if not dot and touches(tokens, at + 1) and tokens[at + 1].text == ":" and touches(tokens, at + 2):
        minute, last = tokens[at + 2].text, at + 3
        seconds = touches(tokens, last) and tokens[last].text == ":" and touches(tokens, last + 1)
        last = last + 2 if seconds and tokens[last + 1].text.isdecimal() else last
        dot = ":"
    if len(hour) not in (1, 2) or (dot and (len(minute) != 2 or not minute.isdecimal() or int(minute) > _LAST_MINUTE)):
        return None
    if int(hour) > _LAST_HOUR or (touches(tokens, last) and tokens[last].text in (":", "%", "/")):
        return None
    return Hours(int(hour), int(minute) if dot else None, last)


def _half_day(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Return "am", "pm" or nothing, and the place behind: am · p.m. · o'clock."""
    word = word_at(tokens, at)
    if word in ("am", "pm"):
        return word, at + 1
    letters = [token.lower for token in tokens[at : at + 4]]
    if letters[:1] in (["a"], ["p"]) and letters[1:3] == [".", "m"]:
        stop = letters[3:] == ["."] and touches(tokens, at + 3)
        return letters[0] + "m", at + 3 + stop
    if word == "o'clock":
        return "o'clock", at + 1
    return "", at


def _zone(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """Return the offset of a zone and the place behind it, None where there is no zone."""
    if at < len(tokens) and tokens[at].text in mapping("time_zones"):
        return _offset(tokens[at].text), at + 1
    if word_at(tokens, at) in _ZONE_WORDS and word_at(tokens, at + 1) == "time":
        return "", at + 2
    return None, at


def _offset(letters: str) -> str:
    """Return the ISO 8601 offset of a zone, empty where it changes with the season."""
    offset = mapping("time_zones")[letters]
    return "" if offset == "-" else offset


def _of_24(hour: int, half: str) -> int | None:
    """Return the hour on a clock of 24; None for 14 pm."""
    if half in ("am", "pm", "o'clock") and not 1 <= hour <= NOON:
        return None
    if half in ("am", "pm"):
        return hour % NOON + (NOON if half == "pm" else 0)
    return hour


def _cued(tokens: Sequence[Token], at: int, hours: Hours) -> bool:
    """Return whether a bare 9:21 is a time: a word before says so, and none behind is of a game."""
    behind = word_at(tokens, hours.last), word_at(tokens, hours.last + 1)
    played = behind[0] in _GAME or behind in (("to", "play"), ("to", "go"))
    before = tokens[at - 1].lower if at else ""
    cued = before in words("clock_cues") or (before in ("to", "and") and _ends_time(tokens, at - 1))
    return hours.last == at + 3 and cued and not played


def _ends_time(tokens: Sequence[Token], last: int) -> bool:
    """Return whether a time of day ends right before a place: 16:00, 4pm, 4 p.m."""
    colon = last >= 3 and tokens[last - 2].text == ":" and touches(tokens, last - 1)
    return colon or word_at(tokens, last - 1) in ("am", "pm") or word_at(tokens, last - 2) == "m"
