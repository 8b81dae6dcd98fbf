"""Article text on its way into a page: made readable, cut where it is too long; days and ids as a page has them.

What a reader cannot see must not be there: controls, marks that turn the direction of a line and characters
without width are replaced by visible signs, so that two figures that look alike are alike.
"""

from __future__ import annotations

import datetime as dt
import re

from ...models import content_id
from ..columns import CUT, printable

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
_INVISIBLE = re.compile("[\u00ad\u180e\u200b\u2060-\u2064\ufeff\U000e0000-\U000e007f]")
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


def readable(text: str | None) -> str:
    """Return text on one line in which nothing is hidden.

    >>> readable("1\\u200b4  officers\\n")
    '1�4 officers'
    """
    if not text:
        return ""
    if text.isprintable() and text.isascii():
        return text.strip()
    return _INVISIBLE.sub("\ufffd", printable(text)).strip()


def anchor(id: str) -> str:
    """Return an id as a fragment can name it: itself where it is plain, else a hash of it."""
    return id if _NAME.fullmatch(id) else "x" + content_id(ascii(id))


def short_day(published: dt.date) -> str:
    """Return a day as an axis names it.

    >>> short_day(dt.date(2022, 2, 9))
    '9 Feb 2022'
    """
    return f"{published.day} {MONTHS[published.month - 1][:3]} {published.year}"


def day(published: dt.date | None) -> str:
    """Return a day as an editor writes it, in any locale.

    >>> day(dt.date(2022, 2, 9))
    '9 February 2022'
    """
    return f"{published.day} {MONTHS[published.month - 1]} {published.year}" if published else ""


def head(text: str, room: int) -> str:
    """Return the beginning of a text, cut at a word with “…” where it has more characters than there is room for."""
    if len(text) <= room:
        return text
    kept = text[:room]
    return kept[: kept.rfind(" ") if " " in kept else room].rstrip() + CUT


def tail(text: str, room: int) -> str:
    """Return the end of a text, cut at a word with “…” where it has more characters than there is room for."""
    if len(text) <= room:
        return text
    kept = text[len(text) - room :]
    return CUT + kept[kept.find(" ") + 1 :].lstrip()
