"""Parts of longer spans: "the last quarter of 2009", "the first week of May", "October of next year"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...lexicon import mapping, words
from ...text.tokens import Token, touches
from ...values.dates import Expression
from ..numerals import number_words, numeral_at
from .calendar import month_day
from .marks import Dated, month_at, word_at, year_at
from .relative import relative

Reader = Callable[[Sequence[Token], int], Dated | None]
_LAST = {"last": -1, "final": -1}
_PARTS = {"quarter": 4, "half": 2}


def _ordinal(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return a place in an order, "third", "2nd", "last", and the token place behind it."""
    word = word_at(tokens, at)
    if word in _LAST:
        return _LAST[word], at + 1
    opens = touches(tokens, at + 1) if at < len(tokens) and tokens[at].kind == "number" else word in number_words()
    numeral = numeral_at(tokens, at) if opens else None
    if numeral is None or not numeral.ordinal or numeral.value > 53:
        return None
    return int(numeral.value), numeral.last


def _whole(tokens: Sequence[Token], at: int) -> Dated | None:
    """Return the longer span behind "of" or "in", or behind nothing: "of 2009", "last year", "in May"."""
    at = at + 1 if word_at(tokens, at) in ("of", "in") else at
    if at >= len(tokens):
        return None
    year = year_at(tokens, at) if tokens[at].kind == "number" else None
    if year:
        return Dated(at, year[1], Expression("year", year[0]))
    if word_at(tokens, at) == "the" and word_at(tokens, at + 1) in ("year", "month"):
        return Dated(at, at + 2, Expression(word_at(tokens, at + 1), shift=0))  # type: ignore[arg-type]
    return month_day(tokens, at) or relative(tokens, at)


def part_of(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read the third quarter of this year · the second half of 2009 · Q3 2009 · the fourth quarter."""
    start = at + 1 if tokens[at].lower == "the" else at
    short = _short_quarter(tokens, start)
    nth = _ordinal(tokens, start)
    if short:
        count, place, grain = *short, "quarter"
    elif nth and word_at(tokens, nth[1] + (_surface(tokens, nth[1]) == "-")) in _PARTS:
        place = nth[1] + (_surface(tokens, nth[1]) == "-")
        count, grain = nth[0], word_at(tokens, place)
        place += 1
    else:
        return None
    count = _PARTS[grain] if count < 0 else count
    if count > _PARTS[grain]:
        return None
    whole = _whole(tokens, place)
    if whole and whole.written.grain == "year":
        written = Expression(grain, season=str(count), within=whole.written)  # type: ignore[arg-type]
        return Dated(at, whole.last, written)
    if grain == "quarter" and start > at and (short or word_at(tokens, start) not in _LAST) and _of_business(tokens):
        return Dated(at, place, Expression("quarter", season=str(count)))
    return None


def _surface(tokens: Sequence[Token], at: int) -> str:
    """Return the surface at a place, empty past the end."""
    return tokens[at].text if at < len(tokens) else ""


def _short_quarter(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the number of Q3 and the place behind it."""
    if _surface(tokens, at).lower() == "q" and touches(tokens, at + 1) and tokens[at + 1].text in "1234":
        return int(tokens[at + 1].text), at + 2
    return None


def _of_business(tokens: Sequence[Token]) -> bool:
    """Return whether a sentence speaks of money or output, so that a quarter is no part of a game."""
    return any(token.lower in words("business_words") for token in tokens)


def week_of(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read the last week of March · the first Monday in May."""
    start = at + 1 if tokens[at].lower == "the" else at
    nth = _ordinal(tokens, start)
    if nth is None or word_at(tokens, nth[1] + 1) not in ("of", "in"):
        return None
    grain, number = word_at(tokens, nth[1]), None
    if grain in mapping("weekdays") and tokens[nth[1]].capital:
        grain, number = "day", int(mapping("weekdays")[grain])
    if grain not in ("week", "day"):
        return None
    whole = _whole(tokens, nth[1] + 1)
    if whole is None or whole.written.grain not in ("month", "year"):
        return None
    written = Expression(grain, weekday=number, nth=nth[0], within=whole.written)  # type: ignore[arg-type]
    return Dated(at, whole.last, written)


def month_of(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read October of next year · June this year · 2 May last year."""
    month = month_at(tokens, at)
    if month is None:
        return None
    named = month_day(tokens, at)
    if named is None or named.written.year is not None:
        return None
    skip = named.last + 1 if word_at(tokens, named.last) in ("of", ",") else named.last
    year = relative(tokens, skip) if skip < len(tokens) else None
    if year is None or year.written.grain != "year" or year.written.anchor != "writing":
        return None
    written = named.written
    return Dated(at, year.last, Expression(written.grain, month=written.month, day=written.day, within=year.written))


def century(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read the 19th century · the 21st-century."""
    nth = _ordinal(tokens, at)
    if nth is None or not 10 <= nth[0] <= 22:
        return None
    place = nth[1] + (_surface(tokens, nth[1]) == "-")
    if word_at(tokens, place) not in ("century", "centuries"):
        return None
    return Dated(at, place + 1, Expression("century", (nth[0] - 1) * 100))
