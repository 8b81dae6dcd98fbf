"""The day an article says it was published, from the many ways files print it."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from functools import lru_cache

_ISO = re.compile(
    r"""
    (?P<day> [0-9]{4}-[0-9]{2}-[0-9]{2} | [0-9]{8} )  # 2022-02-09, 20220209
    (?: [T ] [0-9]{2} :? [0-9]{2} .* )?               # T10:15:00Z, " 10:15 GMT"
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")  # without it, "22 Feb 09" has two readings
_ORDERS = ("DMY", "MDY", "YMD")
_LONGEST = 100
_BASE = dt.datetime(2000, 1, 1)  # never reaches a result: all three parts are required


@lru_cache(maxsize=4096)
def parse_published(text: str) -> dt.date | None:
    """Return the calendar day that a printed publication date names, or None.

    The day is the one printed, in whatever time zone; it is not moved to another. None where a part is
    missing, where the date is relative to today, and where day and month could change places: a wrong
    date is worse than none.

    >>> parse_published("2022-02-09T23:30:00-05:00")
    datetime.date(2022, 2, 9)
    >>> parse_published("9 Feb 2022, 10:15 GMT")
    datetime.date(2022, 2, 9)
    >>> parse_published("9/2/2022"), parse_published("February 2022"), parse_published("yesterday")
    (None, None, None)
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    iso = _ISO.fullmatch(text)
    if iso:
        return _from_iso(iso["day"])
    if not _YEAR.search(text):
        return None
    days = {_from_words(text, order) for order in _ORDERS}
    return days.pop() if len(days) == 1 else None


def _from_iso(day: str) -> dt.date | None:
    """Return the date, or None for a day that no calendar has."""
    try:
        return dt.date.fromisoformat(day)
    except ValueError:
        return None


def _from_words(text: str, order: str) -> dt.date | None:
    """Return what dateparser reads when an all-figure date is written in this order, or None.

    A date without a zone is given one, for dateparser would ask the machine for its own, and fail
    where that has none; a date with a zone keeps it, and with it the day as printed.
    """
    import dateparser

    for zoned in (f"{text} UTC", text):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # older releases trip deprecations of newer Pythons
            found = dateparser.parse(
                zoned,
                languages=["en"],
                settings={
                    "DATE_ORDER": order,
                    "PARSERS": ["absolute-time"],
                    "RELATIVE_BASE": _BASE,
                    "REQUIRE_PARTS": ["year", "month", "day"],
                },
            )
        if found:
            return found.date()
    return None
