"""Dates of the calendar: "3 March 2024", "Aug. 14", "summer 2019", "the 1950s", "2017"."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import mapping, table, words
from ...text.tokens import Token, joins, touches
from ...values.dates import Expression
from ..numerals import numeral_at
from ..numerals.units import unit_after
from ..phrases import phrase_from
from .marks import (
    AMBIGUOUS_MONTHS,
    EARLIEST,
    EDGES,
    LAST_DAY,
    LAST_MONTH,
    LATEST,
    SHIFTS,
    Dated,
    counts,
    day_at,
    month_at,
    number_at,
    past_stop,
    word_at,
    year_at,
)

# Words before "the spring" that make the season a date.
_SEASON_CUES = frozenset(("in", "by", "during", "until", "since", "before", "after", "through"))
_MONTH_CUES = frozenset((*SHIFTS, *EDGES, "in", "since", "until", "by", "from", "of", "and", "to", "between"))
# Words before "April 18 shows" that make it a day: "in April 18 shows" counts shows.
_DAY_CUES = frozenset(("on", "dated", "from", "by", "since", "until", "till", "before", "after", "through", "the"))
_GIVEN_NAMES = frozenset(("jan", "april", "may", "june", "august"))
_BEFORE_MONTH = frozenset(
    (*SHIFTS, *EDGES, *"in since until during a an the his her its their every each 's -".split())
)
_RANGE = frozenset(("-", "–", "—", "~"))
_FIRST_TITLE_YEAR, _LAST_TITLE_YEAR = 1950, 2049


def iso(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read 2020-11-05."""
    if word_at(tokens, at + 1) != "-" or word_at(tokens, at + 3) != "-" or len(tokens[at].text) != 4:
        return None
    year, month, day = (number_at(tokens, at + place) for place in (0, 2, 4))
    if year is None or month is None or day is None:
        return None
    if not (EARLIEST <= year <= LATEST and 1 <= month <= LAST_MONTH and 1 <= day <= LAST_DAY):
        return None
    return Dated(at, at + 5, Expression("day", year, month, day))


def slashed(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read 11/25/2007 · 25/11/07; where day and month could change places, as the American order."""
    if word_at(tokens, at + 1) not in ("/", "."):
        return None
    parts = tokens[at : at + 5]
    if len(parts) < 5 or parts[3].text != parts[1].text:
        return None
    spaced = parts[1].text == "/" and len(parts[4].text) == 4  # "14 / 09 / 2013"
    if not spaced and any(not touches(tokens, place) for place in range(at + 1, at + 5)):
        return None
    first, second, year = (number_at(tokens, at + place) for place in (0, 2, 4))
    if first is None or second is None or year is None or len(parts[4].text) not in (2, 4):
        return None
    year = year if len(parts[4].text) == 4 else _century_of(year)
    month, day = (second, first) if first > LAST_MONTH else (first, second)
    if not (EARLIEST <= year <= LATEST and 1 <= month <= LAST_MONTH and 1 <= day <= LAST_DAY):
        return None
    certain = max(first, second) > LAST_MONTH or first == second
    return Dated(at, at + 5, Expression("day", year, month, day, anchor="writing" if certain else "guessed"))


def _century_of(year: int) -> int:
    """Return the year that two digits mean in news: '82 is 1982, '07 is 2007."""
    return 1900 + year if year > 49 else 2000 + year


def day_month(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read 3 March 2024 · 3rd of March · the 4th of July 1998 · 14-May-2024."""
    day = day_at(tokens, at) or _written_day(tokens, at)
    if day is None:
        return None
    place = day[1]
    while place < len(tokens) and tokens[place].lower in ("of", "-") and place < day[1] + 2:
        place += 1
    month = month_at(tokens, place)
    if month is None:
        return None
    place = past_stop(tokens, place + 1)
    over = word_at(tokens, place) in ("of", "in") or (word_at(tokens, place) == "-" and joins(tokens, place))
    year = year_at(tokens, place + over)
    last = year[1] if year else place
    return Dated(at, last, Expression("day", year[0] if year else None, month, day[0]))


def _written_day(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return a day of the month in words before "of" or "day of": the third of March."""
    numeral = numeral_at(tokens, at) if tokens[at].kind == "word" else None
    if numeral is None or not numeral.ordinal or not 1 <= numeral.value <= LAST_DAY:
        return None
    last = numeral.last + 1 if word_at(tokens, numeral.last) == "day" else numeral.last
    return (int(numeral.value), last) if word_at(tokens, last) == "of" else None


def month_day(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read March 3, 2024 · Aug. 14 · March 2024 · in March."""
    month = month_at(tokens, at)
    if month is None or _is_given_name(tokens, at):
        return None
    place = past_stop(tokens, at + 1)
    over = place + 1 if word_at(tokens, place) == "the" else place
    day = day_at(tokens, over)
    led = at > 0 and tokens[at - 1].lower in _DAY_CUES
    if day and (led or not counts(tokens, day[1])) and (over == place or day[1] > over + 1):
        year = year_at(tokens, day[1] + 1 if word_at(tokens, day[1]) in ("of", "in") else day[1])
        last = year[1] if year else day[1]
        return Dated(at, last, Expression("day", year[0] if year else None, month, day[0]))
    place = place + 1 if word_at(tokens, place) == "of" else place
    year = year_at(tokens, place)
    if year:
        return Dated(at, year[1], Expression("month", year[0], month))
    cue = at - 2 if word_at(tokens, at - 1) == "-" and word_at(tokens, at - 2) in EDGES else at - 1  # mid-May
    cued = cue >= 0 and tokens[cue].lower in _MONTH_CUES
    if word_at(tokens, at) in AMBIGUOUS_MONTHS and not cued and not _opens_range(tokens, place):
        return None
    return Dated(at, past_stop(tokens, at + 1), Expression("month", None, month))


def _is_given_name(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a month is somebody's name: by Jan Harding; not in April Roe said, an April Tory vote."""
    if word_at(tokens, at) not in _GIVEN_NAMES or at + 1 >= len(tokens):
        return False
    goes_on = tokens[at + 1].kind == "word" and tokens[at + 1].capital and tokens[at + 1].lower not in words("weekdays")
    before = tokens[at - 1].lower if at else ""
    dated = before in _BEFORE_MONTH or before.endswith("'s") or (at > 1 and month_at(tokens, at - 2) is not None)
    return goes_on and not dated


def _opens_range(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a dash or "to" and another month stand at a place: Jan-Feb, May to March."""
    return word_at(tokens, at) in (*_RANGE, "to", "through") and month_at(tokens, at + 1) is not None


def season(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read summer 2019 · the spring of 2020 · last summer · in the spring; a bare season is no date."""
    shift = SHIFTS.get(tokens[at].lower)
    place = at + 1 if shift is not None else at
    row = next((row for row in table("seasons") if row[0] == word_at(tokens, place)), None)
    if row is None:
        return None
    skip = place + 2 if word_at(tokens, place + 1) == "of" else place + 1
    year = year_at(tokens, skip)
    if year is None and shift is None and not _in_the(tokens, at):
        return None
    written = Expression("season", year[0] if year else None, int(row[2]), season=row[1], shift=None if year else shift)
    return Dated(at, year[1] if year else place + 1, written)


def _in_the(tokens: Sequence[Token], at: int) -> bool:
    """Return whether "in the", "by the" stands before a season: "in the fall" is no fall."""
    return at > 1 and tokens[at - 1].lower == "the" and tokens[at - 2].lower in _SEASON_CUES


def decade(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read the 1950s · the nineties · the '90s · the late 90s."""
    number = number_at(tokens, at)
    follows = touches(tokens, at + 1) and tokens[at + 1].lower in ("s", "'s")
    if number is None:
        return _decade_in_words(tokens, at) or _short_decade(tokens, at)
    if not follows or number % 10:
        return None
    if EARLIEST <= number <= LATEST:
        return Dated(at, at + 2, Expression("decade", number))
    edged = word_at(tokens, at - 1) in ("early", "late") and word_at(tokens, at - 2) == "the" and 19 < number < 100
    return Dated(at, at + 2, Expression("decade", _century_of(number))) if edged else None


def _decade_in_words(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read the nineties, the late eighties; not "in his nineties" nor the high seventies."""
    first = mapping("decades").get(tokens[at].lower)
    place = at - 1
    while first and place > at - 3 and (word_at(tokens, place) in EDGES or word_at(tokens, place) == "-"):
        place -= 1
    return Dated(at, at + 1, Expression("decade", int(first))) if first and word_at(tokens, place) == "the" else None


def _short_decade(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read the '90s."""
    number = number_at(tokens, at + 1) if tokens[at].text == "'" and touches(tokens, at + 1) else None
    follows = touches(tokens, at + 2) and tokens[at + 2].lower in ("s", "'s")
    if number is None or not follows or len(tokens[at + 1].text) != 2 or number % 10:
        return None
    return Dated(at, at + 3, Expression("decade", _century_of(number)))


def fiscal(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read fiscal 2023 · the financial year 2022-23 · the 2023 fiscal year: a year whose ends are not known."""
    start = at + 1 if tokens[at].lower == "the" else at
    behind = phrase_from("fiscal", tokens, start + 1) if tokens[start].kind == "number" else None
    if behind and behind.last > behind.first + 1 and (year := year_at(tokens, start)):
        return Dated(start, behind.last, Expression("year", year[0], season="FY"))
    phrase = phrase_from("fiscal", tokens, start)
    year = year_at(tokens, phrase.last) if phrase else None
    if phrase is None or year is None:
        return None
    short = split_year(tokens, phrase.last)
    written = Expression("year", short or year[0], season="FY")
    return Dated(start, year[1] + 2 * (short is not None), written)


def split_year(tokens: Sequence[Token], at: int) -> int | None:
    """Return the second year of 2022-23 · 2022/23, None for anything else."""
    first = number_at(tokens, at)
    if first is None or len(tokens[at].text) != 4 or not touches(tokens, at + 1) or not touches(tokens, at + 2):
        return None
    second = number_at(tokens, at + 2)
    closed = not (touches(tokens, at + 3) and tokens[at + 3].text in "-/")
    follows = second is not None and len(tokens[at + 2].text) == 2 and second == (first + 1) % 100
    return first + 1 if tokens[at + 1].text in "-/" and follows and closed else None


def bare_year(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read 2017 where a word before shows that it is a year, and nothing behind that it counts."""
    year = year_at(tokens, at) if tokens[at].kind == "number" else None
    if year is None or not 1500 <= year[0] <= 2100 or counts(tokens, at + 1) or _measures(tokens, at + 1):
        return None
    before = tokens[at - 1].lower if at else ""
    named = before == "-" and at > 1 and tokens[at - 2].lower in EDGES
    if before == "of" and word_at(tokens, at - 2) in words("amount_nouns"):
        return None
    cued = named or before in words("year_cues") or before == "(" or _in_range(tokens, at, year[0])
    split = split_year(tokens, at) if cued else None
    if split and word_at(tokens, at + 3) not in words("year_spans"):
        return Dated(at, at + 3, Expression("year", split, season="FY"))  # the 2020-21 final
    return Dated(at, year[1], Expression("year", year[0])) if cued or _ends_title(tokens, at, year[0]) else None


def _measures(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a unit stands at a place, as in "fell around 2000ft", that is no plain word: "in 2000 in"."""
    return word_at(tokens, at) not in words("function_words") and unit_after(tokens, at) is not None


def _in_range(tokens: Sequence[Token], at: int, year: int) -> bool:
    """Return whether a year is one end of two: 2014-2018, 2014 to May 2018."""
    if at > 1 and tokens[at - 1].text in _RANGE:
        earlier = year_at(tokens, at - 2)
        return earlier is not None and earlier[1] == at - 1 and earlier[0] < year
    if word_at(tokens, at + 1) not in _RANGE and word_at(tokens, at + 1) not in (
        "to",
        "through",
        "until",
        "till",
    ):
        return False
    month = month_at(tokens, at + 2)
    later = year_at(tokens, at + 3 if month else at + 2)
    return later is not None and later[0] > year


def _ends_title(tokens: Sequence[Token], at: int, year: int) -> bool:
    """Return whether a year ends a headline or sentence behind a name: the edition of an event."""
    behind = tokens[at + 1].text if at + 1 < len(tokens) else "."
    before = tokens[at - 1] if at else None
    named = before is not None and before.kind == "word" and before.capital and before.end < tokens[at].start
    titled = named and tokens[at - 1].lower not in words("numbered_names")  # Euro 2020 is an event
    return titled and behind == "." and _FIRST_TITLE_YEAR <= year <= _LAST_TITLE_YEAR


def short_year(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read '82 behind a word that shows that it is a year."""
    cued = at > 0 and tokens[at - 1].lower in words("year_cues")
    if tokens[at].text != "'" or not cued or not touches(tokens, at + 1):
        return None
    number = number_at(tokens, at + 1)
    longer = touches(tokens, at + 2) and tokens[at + 2].kind == "word"  # '90s, '82er
    if number is None or len(tokens[at + 1].text) != 2 or longer:
        return None
    return Dated(at, at + 2, Expression("year", _century_of(number)))
