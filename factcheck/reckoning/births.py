"""An age beside the year of birth: "John Smith, 45, was born in 1987", "(1950-2021) died aged 75"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from ..claims.base import Claim
from ..values.dates import Date
from ..values.interval import Interval
from ..values.quantity import Quantity
from .base import Article, Reckoned, Reckoning, measured

_BIRTH = re.compile(r"\bborn(?: on| in)?\s*$", re.IGNORECASE)
DIED = "die"
NOW = frozenset((",", "("))  # what stands before an age that is told as of today
Days = tuple[dt.date, dt.date]  # the first and the last that a date may be
LONGEST = 110  # years: no life is reckoned beyond


def find(article: Article) -> Iterator[Reckoned]:
    """Yield the one age of a sentence beside the one birth that it tells, as of publication or of death."""
    text = article.document.text
    for told in article.sentences("age", "date", "period"):
        ages = [claim for claim in told if claim.kind == "age"]
        births = [claim for claim in told if claim.kind == "date" and _born(text, claim)]
        lives = [claim for claim in told if claim.kind == "period" and text[: claim.start].endswith("(")]
        if len(ages) != 1 or len(births) + len(lives) != 1:
            continue
        if births and (born := _ends(births[0].value)):
            others = [claim for claim in told if claim.kind == "date" and claim is not births[0]]
            yield from _reckoned(ages[0], births[0], born, _until(article, ages[0], others))
        elif lives and _at_death(ages[0]) and (life := _life(lives[0].value)):
            yield from _reckoned(ages[0], lives[0], *life)


def _born(text: str, claim: Claim) -> bool:
    """Return whether a date is that of a birth, its year in print: "born in 1987", "born on 3 May 1950"."""
    year = isinstance(claim.value, Date) and (claim.value.low or "-")[:4] in claim.text
    return year and _BIRTH.search(text[max(0, claim.start - 12) : claim.start]) is not None


def _at_death(age: Claim) -> bool:
    """Return whether an age is told as that at some event, "died aged 75", not as of today."""
    return age.text.lower().startswith(("aged", "at the age"))


def _until(article: Article, age: Claim, others: list[Claim]) -> Days | None:
    """Return the days to which an age may be told: those of a death, or that of publication."""
    deaths = [claim for claim in others if DIED in claim.predicate]
    if _at_death(age):
        return _ends(deaths[0].value) if len(deaths) == 1 else None
    published = article.document.published
    today = article.document.text[: age.start].rstrip()[-1:] in NOW or "-old" in age.text
    return (published, published) if published and today and not others else None


def _life(value: object) -> tuple[Days, Days] | None:
    """Return the years of birth and death of "(1950-2021)"."""
    if not isinstance(value, Date) or value.precision != "year" or not (value.low and value.high):
        return None
    first, last = int(value.low[:4]), int(value.high[:4]) - 1
    return (dt.date(first, 1, 1), dt.date(first, 12, 31)), (dt.date(last, 1, 1), dt.date(last, 12, 31))


def _ends(value: object) -> Days | None:
    """Return the first and the last day of a date."""
    if not isinstance(value, Date) or not value.low or not value.high or "T" in value.low:
        return None
    return dt.date.fromisoformat(value.low), dt.date.fromisoformat(value.high) - dt.timedelta(days=1)


def _reckoned(age: Claim, birth: Claim, born: Days, until: Days | None) -> Iterator[Reckoned]:
    """Yield an age beside the one that follows from a birth."""
    if until is None or not isinstance(age.value, Quantity) or age.value.unit != "year":
        return
    youngest, oldest = _years(born[1], until[0]), _years(born[0], until[1])
    if 0 <= youngest <= oldest < LONGEST:
        figure = str(oldest) if youngest == oldest else f"{youngest} or {oldest}"
        reckoned = Interval(Decimal(youngest), Decimal(oldest))
        yield Reckoned(age, (birth,), measured("birth", age, age.value.interval, reckoned), figure)


def _years(born: dt.date, day: dt.date) -> int:
    """Return the full years from a birth to a day.

    >>> _years(dt.date(1987, 12, 31), dt.date(2022, 3, 1))
    34
    """
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


RECKONING = Reckoning("birth", frozenset(("age",)), find)
