"""When and where a figure is told to hold: dates and places of its clause, by which like figures are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..claims.base import Claim
from ..lexicon import mapping, words
from ..reading.people.persons import is_name
from ..text.tokens import Token
from ..values.calendar import dates_at_odds
from ..values.dates import DAYS, HOURS, Date

if TYPE_CHECKING:
    from .mention import Mention

REACH = 8  # tokens behind a figure in which its place is named
_PLACING = frozenset(("in", "across", "throughout", "at", "near", "inside", "outside"))
_DIGIT = re.compile(r"\d")
_PARTED = re.compile(r"[,;:()\n]")


def when(claim: Claim, dated: Iterable[Claim], text: str) -> tuple[Date, ...]:
    """Return the dates at which a figure is told to hold, among those of its sentence.

    A year or a month is where no comma parts the two, a day only where it is that of the same deed: people speak on
    other days than those of which they speak.
    """
    if claim.kind in ("date", "period"):
        return ()
    return tuple(
        date.value for date in dated if isinstance(date.value, Date) and _holds_at(claim, date, date.value, text)
    )


def _holds_at(claim: Claim, date: Claim, value: Date, text: str) -> bool:
    if value.hours_alone or not _DIGIT.search(value.timex or value.low or ""):
        return False
    if {*claim.predicate} & {*date.predicate}:
        return True
    if value.precision in DAYS or value.precision in HOURS:
        return False
    first, last = sorted(((claim.start, claim.end), (date.start, date.end)))
    return _PARTED.search(text, first[1], last[0]) is None


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


def frames_apart(left: Mention, right: Mention) -> str | None:
    """Return why two figures hold at other times or places; None unless both sides tell, and nothing meets."""
    if left.when and right.when and all(dates_at_odds(one, other) for one in left.when for other in right.when):
        return "they hold at two times"
    if left.where and right.where and left.where.isdisjoint(right.where):
        return "they hold in two places"
    return None
