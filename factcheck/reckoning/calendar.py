"""A day told from the day of publication beside the same day told by its name: "last month, on 3 March"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ..claims.base import Claim
from ..lexicon import mapping, words
from ..values.dates import DAYS, Date
from ..values.interval import Interval
from .base import Article, Reckoned, Reckoning, measured

_JOINED = frozenset(("", ",", ", on", ", in", "on", "in", "(", "(on"))
_BASES = frozenset(("from", "than", "to", "with"))  # down 10% from a year ago in November
_WORD = re.compile(r"[a-z]+")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def find(article: Article) -> Iterator[Reckoned]:
    """Yield the days told from today that stand beside the day or month that they are."""
    if article.document.published is None:
        return
    for told in article.sentences("date"):
        for left, right in pairwise(told):
            relative, named = (left, right) if _is_relative(left) else (right, left)
            between = article.between(left, right)
            two = named is left and not between and _of_its_own(relative)
            joined = between in _JOINED and not two and not (between.startswith(",") and _goes_on(article, right))
            if _is_relative(relative) and _is_named(named) and joined and article.before(relative) not in _BASES:
                yield from _reckoned(relative, named)


def _of_its_own(relative: Claim) -> bool:
    """Return whether what follows a day or month at once is no name for it: July a year ago, plans for March today."""
    days = isinstance(relative.value, Date) and relative.value.precision in DAYS
    return days or relative.text.endswith("ago")


def _goes_on(article: Article, claim: Claim) -> bool:
    """Return whether a verb follows, to which a date behind a comma belongs: last year, in July extended it."""
    behind = _WORD.match(article.after(claim))
    return behind is not None and behind.group() in mapping("verbs")


def _is_relative(claim: Claim) -> bool:
    """Return whether a date names neither month, weekday nor year: yesterday, last month."""
    told = set(_WORD.findall(claim.text.lower()))
    named = told & (words("months") | words("weekdays"))
    apart = claim.text.endswith(("'s", "’s", " day"))  # today's International Herald · the next day · on this day
    return not named and not apart and not re.search(r"\d", claim.text) and claim.approximation == "none"


def _is_named(claim: Claim) -> bool:
    """Return whether a date prints its month or its year."""
    told = set(_WORD.findall(claim.text.lower()))
    return bool(told & words("months") or _YEAR.search(claim.text)) and claim.approximation == "none"


def _reckoned(relative: Claim, named: Claim) -> Iterator[Reckoned]:
    """Yield a relative date beside the named one; the difference is that of the days on which they begin."""
    meant, printed = _days(relative.value), _days(named.value)
    if meant and printed:
        days = [Interval(Decimal(first), Decimal(last)) for first, last in (meant, printed)]
        apart = {"difference": Decimal(abs(meant[0] - printed[0]))}
        measurements = measured("calendar", relative, *days).model_copy(update=apart)
        yield Reckoned(relative, (named,), measurements, _month(relative.value))


def _days(value: object) -> tuple[int, int] | None:
    """Return the first and last day of a date by their numbers, None where it is not placed or a time of day."""
    if not isinstance(value, Date) or not value.low or not value.high or "T" in value.low:
        return None
    first, end = (dt.date.fromisoformat(end).toordinal() for end in (value.low, value.high))
    return first, end - 1


def _month(value: object) -> str:
    """Return a relative date as it follows from publication: 2022-04."""
    return str(value.timex or value.low) if isinstance(value, Date) else ""


RECKONING = Reckoning("calendar", frozenset(("date",)), find)
