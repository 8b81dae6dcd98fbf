"""When and where a figure is told to hold: dates and places of its clause, by which like figures are told apart."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..claims.base import Claim
from ..lexicon import mapping, words
from ..reading.clauses.tense import is_past
from ..reading.people.persons import is_name
from ..text.tokens import Token
from ..values.calendar import dates_at_odds
from ..values.dates import DAYS, HOURS, Date
from .figures import hours_apart

if TYPE_CHECKING:
    from .mention import Mention

REACH = 8  # tokens behind a figure in which its place is named
BYGONE = dt.timedelta(days=60)  # before an article came out, from which what it tells is no news
CLOSING = dt.timedelta(days=31)  # before the end of a year in which its end is
_PLACING = frozenset(("in", "across", "throughout", "at", "near", "inside", "outside"))
# In 2008, … · said that by 2008, …     and not "built in 2008, the mill employs …"
_OPENS = re.compile(
    r"(?:^|[.,;:\"]|\b(?:and|but|that|which))\s*(?:in|by|as of|since|during|until|through)\s+$", re.IGNORECASE
)
# At 1607 GMT, the balloon was …   ·   said that at 3 p.m. the storm was …
_AT = re.compile(r"(?:^|[.,;:\"]|\b(?:and|but|that))\s*at\s+$", re.IGNORECASE)
_AS_OF = re.compile(r"\bas (?:of|at)\s+$", re.IGNORECASE)  # as of 8 April · as at 9 pm on 8 April
HOURLY = frozenset(("measure", "duration"))  # kinds of what is another by the hour: how far off a storm is
HOUR = 1  # hours from which two such figures are of two moments
AHEAD = 24  # code points before a date in which its clause begins
OPENING = 12  # code points of a sentence in which the date opens that all of it is told of
FORESEEN = frozenset(("count", "part", "money", "percent", "measure", "duration", "change"))
_MODALS = frozenset(("will", "'ll", "would", "could", "may", "might", "shall"))
_IS = frozenset(("has", "have", "is", "are"))
_ENDS = frozenset((".", ";", ":", "(", ")", '"'))
_DIGIT = re.compile(r"\d")
_PARTED = re.compile(r"[,;:()\n]")


def when(claim: Claim, dated: Iterable[Claim], text: str) -> tuple[Date, ...]:
    """Return the dates at which a figure is told to hold, among those of its sentence.

    A year or a month is where no comma parts the two, a day only where it is that of the same deed, or up to which
    something was counted: people speak on other days than those of which they speak. A time of day is for what is
    another by the hour. An age is of today, unless a date opens its sentence: "On 6 October 1998, Roe, 21, met them."
    """
    if claim.kind in ("date", "period"):
        return ()
    if claim.kind == "age":
        opening = (date for date in dated if 0 <= date.start - claim.sentence.start < OPENING)
        return tuple(date.value for date in opening if isinstance(date.value, Date) and _DIGIT.search(date.text))
    return tuple(
        _closing(date, date.value)
        for date in dated
        if isinstance(date.value, Date) and _holds_at(claim, date, date.value, text)
    )


def _closing(claim: Claim, date: Date) -> Date:
    """Return a date, of the end of a quarter or a year its last month: the holdings at the end of 2018."""
    if claim.approximation != "end" or date.low is None or date.high is None:
        return date
    last = (dt.date.fromisoformat(date.high[:10]) - CLOSING).isoformat()
    return date.model_copy(update={"low": max(date.low, last)})


def _holds_at(claim: Claim, date: Claim, value: Date, text: str) -> bool:
    if value.precision in HOURS and claim.kind in HOURLY and _AT.search(text, max(0, date.start - AHEAD), date.start):
        return True
    if value.hours_alone or not _DIGIT.search(value.timex or value.low or ""):
        return False
    if {*claim.predicate} & {*date.predicate} or _AS_OF.search(text, max(0, date.start - AHEAD), date.start):
        return True
    if value.precision in DAYS or value.precision in HOURS:
        return False
    first, last = sorted(((claim.start, claim.end), (date.start, date.end)))
    between = text[first[1] : last[0]]
    if first[0] == date.start and between.startswith(", when "):  # since March 1999, when a train hit a truck
        return True
    opens = first[0] == date.start and _OPENS.search(text, max(0, date.start - AHEAD), date.start) is not None
    return _PARTED.search(between.lstrip(', "') if opens else between) is None


def where(claim: Claim, behind: Sequence[Token]) -> frozenset[str]:
    """Return the names of the place that stands right behind a figure: "in Honduras", of a share "of Kindu"."""
    found, placed = set[str](), False
    for place, token in enumerate(behind[:REACH]):
        if is_name(token) and placed:
            found.add(token.lower.removesuffix("'s"))
        elif found or token.kind == "number" or (token.kind == "mark" and token.text != "-"):
            break
        elif token.lower in _PLACING or (token.lower == "of" and claim.kind == "percent" and place == 0):
            placed = True
        elif token.lower in words("prepositions") or token.lower in mapping("verbs"):
            placed = False
    return frozenset(found)


def origin(behind: Sequence[Token]) -> frozenset[str]:
    """Return the names of the place from which a distance is told: "245 km southeast of Quetta"."""
    found, led = set[str](), False
    for token in behind[:REACH]:
        if is_name(token) and led:
            found.add(token.lower.removesuffix("'s"))
        elif found or token.kind == "number" or token.text in (".", ",", ";"):
            break
        elif token.lower in ("of", "from"):
            led = True
    return frozenset(found)


def outlook(claim: Claim, before: Sequence[Token], behind: Sequence[Token]) -> str:
    """Return whether a figure is told of what is to come or may be, "ahead", or of what is or was, "done".

    Neither is "". The verb is the nearest one before the figure, or the one right behind: "40 will be hired".
    """
    if claim.kind not in FORESEEN:
        return ""
    if any(token.lower in _MODALS for token in behind[:2]):
        return "ahead"
    for place in range(len(before) - 1, max(-1, len(before) - 1 - REACH), -1):
        token = before[place]
        if token.text in _ENDS:
            return ""
        lemma = mapping("verbs").get(token.lower)
        if lemma and lemma not in words("reporting_verbs") and not token.capital:
            return _outlook_of(token.lower, lemma, [earlier.lower for earlier in before[max(0, place - 4) : place]])
    return ""


def _outlook_of(verb: str, lemma: str, before: Sequence[str]) -> str:
    """Return what a verb with the words before it tells of: will hire, is expected to hire, had hired, hiring."""
    planned = before[-1:] == ["to"] and not words("planning_words").isdisjoint(before)
    if planned or verb in _MODALS or not _MODALS.isdisjoint(before[-3:]):
        return "ahead"
    return "done" if verb in _IS or (before[-1:] != ["to"] and is_past(verb, lemma)) else ""


def _is_bygone(mention: Mention) -> bool:
    """Return whether a figure is told of a time long before its article came out: a train wreck six years ago."""
    if mention.day is None or not mention.when:
        return False
    limit = (mention.day - BYGONE).isoformat()
    return all(date.high is not None and date.high < limit for date in mention.when)


def foreseen(left: Mention, right: Mention) -> bool:
    """Return whether one of two figures is told of what is to come, the other of what is or was."""
    return {left.outlook, right.outlook} == {"ahead", "done"}


def _apart(one: Date, other: Date) -> bool:
    """Return whether two dates cannot be of one moment; those of one day, by an hour."""
    hours = hours_apart(one, other)
    return dates_at_odds(one, other) if hours is None else hours >= HOUR


def frames_apart(left: Mention, right: Mention) -> str | None:
    """Return why two figures hold at other times or places; None unless both sides tell, and nothing meets."""
    if left.when and right.when and all(_apart(one, other) for one in left.when for other in right.when):
        return "they hold at two times"
    if (_is_bygone(left) and not right.when) or (_is_bygone(right) and not left.when):
        return "one side tells of what was long before"
    if foreseen(left, right):
        return "one side tells of what is to come"
    if left.where and right.where and left.where.isdisjoint(right.where):
        return "they hold in two places"
    return None
