"""Weeks, weekends and what comes round with them: "over the weekend", "the week of 4 July", "every Monday"."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import mapping, words
from ...text.tokens import Token
from ...values.dates import Expression
from ..phrases import phrase_from
from .calendar import day_month, month_day
from .marks import Dated, word_at, year_at
from .relative import weekday

_OPENS_WEEK = frozenset(("of", "beginning", "commencing", "starting", "ending"))
_WEEKEND_CUES = frozenset(("over", "at", "during", "on", "through", "throughout"))


def named_week(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read the week of April 10 · the week beginning 4 July · the weekend of 3 June."""
    place = at + 1 if tokens[at].lower == "the" else at
    grain = word_at(tokens, place)
    if grain not in ("week", "weekend") or word_at(tokens, place + 1) not in _OPENS_WEEK or place + 2 >= len(tokens):
        return None
    skip = place + 3 if word_at(tokens, place + 2) in ("on", "the") and place + 3 < len(tokens) else place + 2
    day = weekday(tokens, skip) or day_month(tokens, skip) or month_day(tokens, skip)
    if day is None or day.written.grain != "day" or day.written.month is None:
        return None
    return Dated(at, day.last, Expression(grain, within=day.written))  # type: ignore[arg-type]


def the_weekend(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read over the weekend · at the weekend: the last one, or the first to come."""
    led = at > 0 and tokens[at - 1].lower in _WEEKEND_CUES and tokens[at].lower == "the"
    place = at + 2 if word_at(tokens, at + 1) == "holiday" else at + 1
    behind = word_at(tokens, place + 1)
    if not led or word_at(tokens, place) != "weekend" or behind in ("of", "before", "after", "when", "that"):
        return None
    return Dated(at, place + 1, Expression("weekend"))


def recurring(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read every Monday · each Friday · on Mondays: a day of many weeks, placed in none."""
    led = tokens[at].lower in words("every")
    place = at + 2 if led and word_at(tokens, at + 1) in ("other", "second") else at + led
    name = word_at(tokens, place)
    number = mapping("weekdays").get(name)
    if number is None or not (led or name.endswith("days")) or not tokens[place].capital:
        return None
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if not led and behind and behind.kind == "word" and behind.lower not in words("function_words"):
        return None  # "Tuesdays attack" has lost its apostrophe
    return Dated(at, place + 1, Expression("day", weekday=int(number), anchor="every"))


def feast(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read Christmas Day · New Year's Eve 2021 · Christmas Eve in 2000 · last Thanksgiving."""
    shift = {"last": -1, "next": 1}.get(tokens[at].lower)
    place = at + 1 if shift else at
    phrase = phrase_from("feasts", tokens, place)
    if phrase is None or not tokens[place].capital:
        return None
    needs = len(phrase.row) > 2
    if needs and not shift and word_at(tokens, at - 1) not in words("feast_cues"):
        return None
    year = year_at(tokens, phrase.last + (word_at(tokens, phrase.last) in ("of", "in")))
    written = Expression("day", year[0] if year else None, feast=phrase.row[1], shift=shift)
    return Dated(at, year[1] if year else phrase.last, written)
