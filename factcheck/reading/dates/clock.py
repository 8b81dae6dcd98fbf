"""Times of day: "8.20am", "9 p.m.", "14:48 UTC", "noon", "7 o'clock", "half past six", "1900 GMT"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ...lexicon import mapping, table, words
from ...text.tokens import Token, tokenise, touches
from ...values.dates import Expression, Precision
from ..numerals import number_words
from ..phrases import phrase_from
from .marks import Dated, word_at

NOON = 12
GAME = 20  # tokens to either side of a bare time in which words of a game are sought
_LAST_HOUR, _LAST_MINUTE = 23, 59
_GAME = frozenset(("left", "remaining", "into", "mark", "minutes"))  # "with 10:00 to play"
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
_AFTERNOON = frozenset(("MI", "AF", "EV", "NI"))


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
        zone, last = _zone(tokens, at + 1)
        return Dated(at, last, Expression("minute", clock=named, zone=zone or "")) if cued or zone is not None else None
    if word_at(tokens, at + 1) not in _behind_hour():
        return None
    if tokens[at].kind == "word":
        return _spoken(tokens, at) or _in_words(tokens, at)
    return _in_digits(tokens, at)


@cache
def _behind_hour() -> frozenset[str]:
    """Return every word or mark that can stand right behind the first word or number of a time of day."""
    zones = frozenset(tokenise(row[0])[0].lower for name in ("time_zones", "zone_names") for row in table(name))
    return zones | words("behind_hour")


def _in_digits(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read 14:48 · 8.20am · 9 p.m. · 1900 GMT · 20 past eight."""
    hours = _hours(tokens, at)
    if hours is None or (touches(tokens, at) and tokens[at - 1].text in ".:/$£€"):
        return _four_digits(tokens, at) or _spoken(tokens, at)
    half, last = _half_day(tokens, hours.last)
    if not half and touches(tokens, at) and tokens[at - 1].text == "-":
        return None
    zone, last = _zone(tokens, last)
    hour, part = _of_24(hours.hour, half), _part_behind(tokens, last)
    if hour is None or not (half or part or zone is not None or _cued(tokens, at, hours)):
        return _spoken(tokens, at)
    if hours.minute is None and not half and not part:
        return None
    grain: Precision = "hour" if hours.minute is None else "minute"
    clock = f"{hour:02d}" if hours.minute is None else f"{hour:02d}:{hours.minute:02d}"
    dated = Dated(at, last, Expression(grain, clock=clock, zone=zone or ""))
    return dated if half in ("am", "pm") else _of_part(tokens, dated)


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


def _four_digits(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read 1900 GMT · 0730 hours · 1430hrs: four digits and a zone or "hours" behind them."""
    token = tokens[at]
    if len(token.text) != 4 or not token.text.isdecimal() or int(token.text[2:]) > _LAST_MINUTE:
        return None
    zone, last = _zone(tokens, at + 1)
    if (
        zone is None
        and word_at(tokens, at + 1) in ("hours", "hrs")
        and (token.text[0] == "0" or _cue_before(tokens, at))
    ):
        zone, last = _zone(tokens, at + 2)
        zone = zone or ""
    if zone is None or int(token.text[:2]) > _LAST_HOUR:
        return None
    return Dated(at, last, Expression("minute", clock=f"{token.text[:2]}:{token.text[2:]}", zone=zone))


def _half_day(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Return "am", "pm" or nothing, and the place behind: am · p.m. · o'clock."""
    word = word_at(tokens, at)
    if word in ("am", "pm"):
        return word, at + 1
    letters = [token.lower for token in tokens[at : at + 4]]
    if letters[:1] in (["a"], ["p"]) and letters[1:3] == [".", "m"]:
        stop = letters[3:] == ["."] and touches(tokens, at + 3)
        return letters[0] + "m", at + 3 + stop
    if word in ("o'clock", "oclock"):
        return "o'clock", at + 1
    return "", at


def _zone(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """Return a zone of the table, or an offset, and the place behind it; None where there is no zone."""
    if at < len(tokens) and tokens[at].text in mapping("time_zones"):
        moved = _moved(tokens, at)
        return (moved, at + 3) if moved else (tokens[at].text, at + 1)
    phrase = phrase_from("zone_names", tokens, at)
    if phrase and (tokens[at].capital or phrase.last > at + 1):
        return phrase.row[1], phrase.last
    return None, at


def _moved(tokens: Sequence[Token], at: int) -> str | None:
    """Return the offset of GMT+1 · UTC-5."""
    signed = tokens[at].text in ("GMT", "UTC") and touches(tokens, at + 1) and tokens[at + 1].text in "+-"
    if not signed or not touches(tokens, at + 2) or not tokens[at + 2].text.isdecimal():
        return None
    return f"{tokens[at + 1].text}{int(tokens[at + 2].text):02d}:00" if int(tokens[at + 2].text) <= NOON + 2 else None


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
    if hours.last < at + 3 or played or not _cue_before(tokens, at):
        return False
    return all(token.lower not in words("game_words") for token in tokens[max(0, at - GAME) : at + GAME])


def _cue_before(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the word before makes a number a time of day: at, until, "16:00 to"."""
    before = tokens[at - 1].lower if at else ""
    return before in words("clock_cues") or (before in ("to", "and") and _ends_time(tokens, at - 1))


def _ends_time(tokens: Sequence[Token], last: int) -> bool:
    """Return whether a time of day ends right before a place: 16:00, 4pm, 4 p.m."""
    colon = last >= 3 and tokens[last - 2].text == ":" and touches(tokens, last - 1)
    return colon or word_at(tokens, last - 1) in ("am", "pm") or word_at(tokens, last - 2) == "m"


def _small(tokens: Sequence[Token], at: int) -> int | None:
    """Return a whole number below sixty in digits or one word: 7, seven, twenty."""
    if at >= len(tokens):
        return None
    if tokens[at].text.isdecimal() and len(tokens[at].text) <= 2:
        return int(tokens[at].text)
    word = number_words().get(tokens[at].lower)
    return word.value if word and word.role in ("unit", "teen", "tens") and word.value <= _LAST_MINUTE else None


def _in_words(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read six pm · seven o'clock · seven thirty in the evening is left out: a pair of numbers counts too."""
    hour = _small(tokens, at)
    half, last = _half_day(tokens, at + 1)
    if hour is None or not half or (found := _of_24(hour, half)) is None:
        return None
    zone, last = _zone(tokens, last)
    return _of_part(tokens, Dated(at, last, Expression("hour", clock=f"{found:02d}", zone=zone or "")))


def _spoken(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read half past seven · quarter to nine · a quarter past 8pm · ten minutes past six in the evening."""
    start = at + 1 if tokens[at].lower == "a" else at
    word = word_at(tokens, start)
    minutes = {"half": 30, "quarter": 15}.get(word)
    place = start + 1
    if minutes is None and start == at:
        minutes = _small(tokens, at)
        place += word_at(tokens, place) in ("minutes", "min", "mins")
    joint = word_at(tokens, place)
    hour = _small(tokens, place + 1)
    if minutes is None or joint not in ("past", "to") or hour is None or not 1 <= hour <= NOON:
        return None
    half, last = _half_day(tokens, place + 2)
    if word not in ("half", "quarter") and not half and _part_behind(tokens, last) is None:
        return None  # "six to nine", "five past ten" may count; "five past ten in the morning" does not
    if joint == "to" and (word == "half" or (word not in ("quarter",) and place == at + 1)):
        return None  # "ten to six pm" is a range as well
    hour = _of_24(hour, half) if half else hour
    if hour is None:
        return None
    told = (hour * 60 + (minutes if joint == "past" else -minutes)) % 1440
    return _of_part(tokens, Dated(at, last, Expression("minute", clock=f"{told // 60:02d}:{told % 60:02d}")))


def _part_behind(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """Return the part of the day in "in the evening" · "at night", and the place behind it."""
    led = word_at(tokens, at) == "in" and word_at(tokens, at + 1) == "the"
    place = at + 2 if led else at + 1 if word_at(tokens, at) == "at" and word_at(tokens, at + 1) == "night" else None
    part = mapping("day_parts").get(word_at(tokens, place)) if place is not None else None
    return (part, place + 1) if part and place is not None else None


def _of_part(tokens: Sequence[Token], dated: Dated) -> Dated:
    """Return a time on a clock of twelve put into the half of the day that is told behind it."""
    part = _part_behind(tokens, dated.last)
    clock = dated.written.clock or ""
    if part is None or int(clock[:2]) > NOON:
        return dated
    later = part[0] in _AFTERNOON and int(clock[:2]) < NOON and not (part[0] == "NI" and int(clock[:2]) < 5)
    hour = int(clock[:2]) + (NOON if later else 0)
    return dated._replace(last=part[1], written=dated.written._replace(clock=f"{hour:02d}{clock[2:]}"))
