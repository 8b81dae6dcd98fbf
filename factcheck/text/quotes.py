"""Stretches inside quotation marks, single or double, across paragraphs that reopen with a mark."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

SHORTEST = 2  # code points between single marks; one letter stands between apostrophes: rock 'n' roll


class Quotation(NamedTuple):
    """Half-open offsets of the words inside one pair of marks; `open_end` when no mark closes it."""

    start: int
    end: int
    open_end: bool


# A double mark that opens stands at a start or behind a space, a bracket or a dash.
_DOUBLE = re.compile(r'"')
# A single mark opens before a letter and behind no letter; it closes behind a letter or stop, before none.
_SINGLE = re.compile(
    r"'(?<![\w']')(?=[\w£$])(?P<words>(?:[^'\n]|(?<=\w)'(?=\w)|(?<=s)'(?= \w+ ))+?)(?<=[\w.,!?])'(?!\w)"
)


def quotations(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    """Return the quotations of one paragraph of a plain text, in order, none inside another.

    A mark that opens and never closes runs to the paragraph's end: the speech goes on in the next.
    """
    if text.find('"', start, end) < 0 and text.find("'", start, end) < 0:
        return ()
    marks = [hit.start() for hit in _DOUBLE.finditer(text, start, end) if not _inches(text, hit.start())]
    found: list[Quotation] = []
    single: list[Quotation] = []
    for opening, closing in zip(marks[::2], [*marks[1::2], None], strict=False):
        stop = end if closing is None else closing
        if stop > opening + 1:
            found.append(Quotation(opening + 1, stop, closing is None))
    opened = [outer.start for outer in found]
    for hit in _SINGLE.finditer(text, start, end):
        if len(hit["words"]) < SHORTEST:
            continue
        inside = Quotation(hit.start("words"), hit.end("words"), False)
        outer = bisect_right(opened, inside.start) - 1
        if outer < 0 or found[outer].end <= inside.start:
            single.append(inside)
    return tuple(sorted((*found, *single)))


def _inches(text: str, at: int) -> bool:
    """Return whether a double mark stands for inches: 6'2"."""
    return at > 0 and text[at - 1].isdecimal() and "'" in text[max(0, at - 4) : at]
