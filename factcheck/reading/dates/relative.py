"""Dates told from another day: "on Wednesday", "last week", "three days ago", "the previous year"."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import mapping
from ...text.tokens import Token
from ...values.dates import Anchor, Expression
from ..numerals import numeral_at
from ..phrases import Phrase, phrase_from
from .calendar import day_month, month_day
from .marks import SHIFTS, Dated, day_at, month_at, past_stop, word_at

GRAINS = ("day", "week", "weekend", "month", "year", "decade", "century", "quarter")
# the words of a length of time, as what it is counted in
_GRAINS = {word: (grain, 1) for grain in GRAINS for word in (grain, f"{grain}s")}
_GRAINS |= {"fortnight": ("week", 2), "fortnights": ("week", 2), "centuries": ("century", 1)}
# "the past week" is a length of time, not the week before; "the past" needs a unit to be either.
_CALENDAR = frozenset(word for word in SHIFTS if word != "past")
_FROM_MENTIONED = frozenset(("previous", "following"))
_WHOLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "my", "our", "this"))
_FULL = 5  # letters beyond which a weekday in lower case is one: "wed" and "mon" may be words
_SIDES = {"after": 1, "from": 1, "before": -1}
_FARTHEST = 500  # units that "ago" may count


def weekday(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read a weekday, and the date behind it if there is one: "Wednesday 9 February", "last Friday"."""
    shift = SHIFTS.get(tokens[at].lower)
    first = at
    at = at + 1 if shift is not None else at
    if word_at(tokens, at) not in mapping("weekdays") or not (tokens[at].capital or len(tokens[at].text) > _FULL):
        return None
    number = int(mapping("weekdays")[word_at(tokens, at)])
    last = past_stop(tokens, at + 1)
    skip = last + 1 if last < len(tokens) and tokens[last].text in (",", "(") else last
    skip = skip + 1 if word_at(tokens, skip) == "the" else skip
    part = mapping("day_parts").get(word_at(tokens, last))
    if part:  # "Tuesday morning, April 19"
        skip = last + 1 + (word_at(tokens, last + 1) in (",", "("))
    calendar = (day_month(tokens, skip) or month_day(tokens, skip)) if skip < len(tokens) else None
    if calendar and calendar.written.grain == "day":
        return calendar._replace(first=first, written=calendar.written._replace(weekday=number, clock=part))
    day = ordinal_day(tokens, skip)
    if day and shift is None and not part:
        return Dated(first, day[1], Expression("day", day=day[0], weekday=number))
    return Dated(first, last, Expression("day", weekday=number, shift=shift if shift in (-1, 1) else None))


def ordinal_day(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the day of the month in "Friday the 15th", where no noun makes it an order, and the place behind it."""
    day = day_at(tokens, at)
    if day is None or day[1] == at + 1 or (day[1] < len(tokens) and tokens[day[1]].kind != "mark"):
        return None
    return day


def relative(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read yesterday · last week · this month · last March · the previous year · the year before."""
    phrase = phrase_from("relative_days", tokens, at) or _possessive_day(tokens, at)
    if phrase and not (at and tokens[at].capital):  # "Today" inside a sentence is a programme or a paper
        clock = phrase.row[2] if len(phrase.row) > 2 else None
        return Dated(phrase.first, phrase.last, Expression("day", shift=int(phrase.row[1]), clock=clock))
    place = at + 1 if tokens[at].lower == "the" else at
    word = word_at(tokens, place)
    if word not in _CALENDAR:
        return _behind(tokens, at, place)
    grain, shift = word_at(tokens, place + 1), SHIFTS[word]
    if grain in GRAINS and not _spans_time(tokens, at, place) and not _explained(tokens, place + 2):
        anchor: Anchor = "mentioned" if word in _FROM_MENTIONED else "writing"
        return Dated(at, place + 2, Expression(grain, shift=shift, anchor=anchor))  # type: ignore[arg-type]
    month = month_at(tokens, place + 1)
    return Dated(at, place + 2, Expression("month", None, month, shift=shift)) if month else None


def _possessive_day(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Return the phrase of "today's", "yesterday's"."""
    if not tokens[at].lower.endswith("'s"):
        return None
    bare = tokens[at]._replace(lower=word_at(tokens, at))
    phrase = phrase_from("relative_days", (bare,), 0)
    return phrase._replace(first=at, last=at + 1) if phrase else None


def _spans_time(tokens: Sequence[Token], at: int, place: int) -> bool:
    """Return whether "the last year" is a length of time: behind "over", "in", "during" and an article."""
    article = place > at
    return (
        article and tokens[place].lower in ("last", "next", "coming") and word_at(tokens, at - 1) in ("over", "within")
    )


def _explained(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a clause tells which one is meant: "the last day of the siege"."""
    word, behind = word_at(tokens, at), word_at(tokens, at + 1)
    return (word == "of" and behind in _WHOLES) or (word in ("for", "in") and behind == "which")


def _behind(tokens: Sequence[Token], at: int, place: int) -> Dated | None:
    """Read the year before · the week previous: the unit stands first."""
    if place == at or word_at(tokens, place) not in ("day", "week", "month", "year"):
        return None
    shift = {"before": -1, "previous": -1, "earlier": -1, "after": 1, "following": 1}.get(word_at(tokens, place + 1))
    following = tokens[place + 2] if place + 2 < len(tokens) else None
    if shift is None or (following is not None and following.kind != "mark"):
        return None  # "the day before the vote" is told from the vote
    return Dated(at, place + 2, Expression(word_at(tokens, place), shift=shift, anchor="mentioned"))  # type: ignore[arg-type]


def ago(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read three days ago, a fortnight ago, from the day of writing; a day later from the date before."""
    numeral = numeral_at(tokens, at)
    article = tokens[at].lower in ("a", "an")
    if (numeral is None and not article) or (numeral and numeral.fraction):
        return None
    unit = numeral.last if numeral else at + 1
    grain, size = _GRAINS.get(word_at(tokens, unit), ("", 0))
    behind = word_at(tokens, unit + 1)
    if not grain or behind not in ("ago", "earlier", "later") or word_at(tokens, unit + 2) == "than":
        return None
    count = size * (int(numeral.value) if numeral else 1)
    if count > _FARTHEST:
        return None
    anchor: Anchor = "writing" if behind == "ago" else "mentioned"
    written = Expression(grain, shift=count if behind == "later" else -count, anchor=anchor, counted=True)  # type: ignore[arg-type]
    return Dated(at, unit + 2, written)


def offset(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read two days after 3 March · three weeks from tomorrow."""
    numeral = numeral_at(tokens, at)
    if numeral is None and word_at(tokens, at) not in ("a", "an", "the"):
        return None
    unit = numeral.last if numeral and not numeral.fraction else at + 1
    grain, sign = word_at(tokens, unit).removesuffix("s"), _SIDES.get(word_at(tokens, unit + 1))
    if grain not in ("day", "week") or sign is None or unit + 2 >= len(tokens):
        return None
    base = weekday(tokens, unit + 2) or day_month(tokens, unit + 2) or month_day(tokens, unit + 2)
    base = base or relative(tokens, unit + 2)
    count = int(numeral.value) if numeral else 1
    if base is None or base.written.grain != "day" or base.written.clock or count > _FARTHEST:
        return None
    return Dated(at, base.last, Expression(grain, shift=sign * count, within=base.written))  # type: ignore[arg-type]


def same_period(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read the same period last year · the same month a year earlier: the date before, moved by years."""
    place = at + 1 if tokens[at].lower == "the" else at
    if word_at(tokens, place) != "same" or word_at(tokens, place + 1) not in (
        "period",
        "quarter",
        "month",
        "week",
        "time",
        "day",
    ):
        return None
    skip = place + 3 if word_at(tokens, place + 2) in ("in", "of") else place + 2
    if skip >= len(tokens):
        return None
    year = ago(tokens, skip) or relative(tokens, skip)
    if year is None or year.written.grain != "year" or year.written.shift is None:
        return None
    return Dated(at, year.last, Expression("year", shift=year.written.shift, anchor="same"))


def reference(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read recently · in the near future · for the time being: times that no calendar holds."""
    phrase = phrase_from("time_references", tokens, at)
    if phrase is None:
        return None
    before, behind = word_at(tokens, at - 1), word_at(tokens, phrase.last)
    needs = phrase.row[2] if len(phrase.row) > 2 else ""
    if (needs == "bare" and behind.isalnum()) or before in ("most", "more", "as", "too"):
        return None
    return Dated(phrase.first, phrase.last, Expression("unknown", reference=phrase.row[1]))


def the_day(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read "end the day", "later in the day", "for the day": the day that was mentioned before."""
    phrase = phrase_from("said_day", tokens, at)
    if phrase is None or word_at(tokens, phrase.last) in (
        "before",
        "after",
        "of",
        "when",
        "that",
        "following",
    ):
        return None
    return Dated(phrase.last - 2, phrase.last, Expression("day", shift=0, anchor="mentioned"))
