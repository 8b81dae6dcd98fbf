"""Stretches inside quotation marks, single or double, across paragraphs that reopen with a mark."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..lexicon import words

FURTHER = 6  # lines over which a quotation may go on without a mark of its own
SHORTEST = 2  # code points between single marks; one letter stands between apostrophes: rock 'n' roll
_BEFORE_OPENING = frozenset(" \n\t([{-/'—–")
_BEFORE_CLOSING = (",", ".", "!", "?", ", ", ". ", "! ", "? ")
_OPENERS, _CLOSERS = "“„‟«‘‚‛`", "”»’´"  # a mark printed so can do nothing else


class Quotation(NamedTuple):
    """Half-open offsets of the words inside one pair of marks; `open_end` when no mark closes it.

    A line of a speech that goes on over several has the offsets of all the `speech`.
    """

    start: int
    end: int
    open_end: bool
    speech: tuple[int, int] | None = None


# 'a mess · '90 but not the years '90s
_OPENING = re.compile(r"'(?<![\w']')(?=[\w£$€])(?!\d\ds?\b)")
# mess' · idea.' · no' but not don't, nor the '' of inches
_CLOSING = re.compile(r"(?<=[\w.,!?…%)])'(?![\w'])")
_WORD = re.compile(r"\w+")


def quotations(text: str, start: int, end: int, printed: str | None = None) -> tuple[Quotation, ...]:
    """Return the quotations of one paragraph of a plain text, in order, none inside another.

    `printed` is the text with its marks as printed, where these tell left from right. A mark that opens and
    never closes runs to the paragraph's end, if no other follows: the speech goes on in the next. A mark
    whose partner is lost is left out.
    """
    if text.find('"', start, end) < 0 and text.find("'", start, end) < 0:
        return ()
    found = _doubles(text, start, end, printed or text)
    opened = [outer.start for outer in found]
    single = []
    for inside in _singles(text, start, end, printed or text):
        outer = bisect_right(opened, inside.start) - 1
        apart = outer < 0 or found[outer].end <= inside.start
        if apart and (outer + 1 == len(found) or inside.end <= opened[outer + 1]):
            single.append(inside)
    return tuple(sorted((*found, *single)))


def quotations_of(text: str, lines: Sequence[tuple[int, int]], printed: str) -> list[tuple[Quotation, ...]]:
    """Return the quotations of each line of a plain text, also of those that break a speech and print no mark.

    >>> text = 'She said: "It was dark.\\nWe heard the dog. " Then she left.'
    >>> [text[told.start : told.end] for line in quotations_of(text, [(0, 23), (24, 60)], text) for told in line]
    ['It was dark.', 'We heard the dog. ']
    """
    found: list[tuple[Quotation, ...]] = []
    speech: tuple[int, int] | None = None  # that began in a line before and is closed by a mark, or was
    for place, (start, end) in enumerate(lines):
        going_on = speech is not None and start < speech[1]
        told = () if going_on else quotations(text, start, end, printed)
        if going_on and speech:
            last = min(end, speech[1])
            rest = quotations(text, last + 1, end, printed) if last < end else ()
            told = (*((Quotation(start, last, False, speech),) if start < last else ()), *rest)
        mark = _closed_further_on(text, lines[place + 1 : place + 1 + FURTHER], printed) if _goes_on(told) else None
        if mark is not None:
            speech = told[-1].start, mark
            told = (*told[:-1], told[-1]._replace(open_end=False, speech=speech))
        found.append(told)
    return found


def _goes_on(told: Sequence[Quotation]) -> bool:
    return bool(told) and told[-1].open_end


def _closed_further_on(text: str, lines: Sequence[tuple[int, int]], printed: str) -> int | None:
    """Return the mark that closes a quotation in one of the next lines, None where a mark opens another before."""
    for start, end in lines:
        at = text.find('"', start, end)
        if at >= 0:
            odd = text.count('"', start, end) % 2 == 1 and printed[at] not in _OPENERS
            closes = at > start and (odd or printed[at] in _CLOSERS)
            return at if closes and text[at - 2 : at].endswith(_BEFORE_CLOSING) else None
    return None


def _doubles(text: str, start: int, end: int, printed: str) -> list[Quotation]:
    """Return what stands between double marks; of one inside another, the outer."""
    found: list[Quotation] = []
    opened: list[int] = []
    at = text.find('"', start, end)
    while at >= 0:
        if not _inches(text, at):
            opens = _opens(text, at, start, end, printed, inside=bool(opened))
            reached = found[-1].end if found else start
            lone = (
                None if opened or not text[at - 2 : at].endswith(_BEFORE_CLOSING) else _lone(text, reached, at, printed)
            )
            if lone is not None:
                found.append(Quotation(lone + 1, at, False))
            elif opens:
                opened.append(at)
            elif opened:
                first = opened.pop()
                while found and found[-1].start > first:
                    found.pop()
                found += [Quotation(first + 1, at, False)] if at > first + 1 else []
        at = text.find('"', at + 1, end)
    last = opened[-1] if opened else end
    if last + 1 < end and not (found and found[-1].end > last):
        found.append(Quotation(last + 1, end, True))
    return found


def _opens(text: str, at: int, start: int, end: int, printed: str, *, inside: bool) -> bool:
    """Return whether a double mark opens a quotation: by its print, by the space around it, else by turns."""
    if printed[at] in _OPENERS or printed[at] in _CLOSERS:
        return printed[at] in _OPENERS
    before = text[at - 1] if at > start else " "
    behind = text[at + 1] if at + 1 < end else " "
    left, right = before in _BEFORE_OPENING, behind.isspace()
    return not inside if left == right else left


def _lone(text: str, start: int, end: int, printed: str) -> int | None:
    """Return the single mark that opens what a double mark closes: 'so, " he said. None if a single one closes it."""
    opening = next((hit.start() for hit in _OPENING.finditer(text, start, end)), None)
    if opening is None or not _may_open(text, opening, printed) or text.find("\n", opening, end) >= 0:
        return None
    return None if _CLOSING.search(text, opening + 1, end) else opening


def _inches(text: str, at: int) -> bool:
    """Return whether a double mark stands for inches: 6'2"."""
    return at > 0 and text[at - 1].isdecimal() and "'" in text[max(0, at - 4) : at]


def _singles(text: str, start: int, end: int, printed: str) -> Iterator[Quotation]:
    """Yield what stands between single marks, apostrophes passed over."""
    openings = [hit.start() for hit in _OPENING.finditer(text, start, end) if _may_open(text, hit.start(), printed)]
    if not openings:
        return
    closings = [hit.start() for hit in _CLOSING.finditer(text, start, end) if printed[hit.start()] not in "‘‛`"]
    reached = start
    for place, opening in enumerate(openings):
        if opening < reached:
            continue
        limit = openings[place + 1] if place + 1 < len(openings) else end
        closing = _closing(text, opening, limit, closings)
        if closing is not None and closing - opening - 1 >= SHORTEST:
            yield Quotation(opening + 1, closing, False)
            reached = closing


def _may_open(text: str, at: int, printed: str) -> bool:
    """Return whether a single mark can open a quotation: not as printed ’, nor before 'twas."""
    word = _WORD.match(text, at + 1)
    cut = word is not None and word.group().lower() in words("cut_words") and printed[at] not in _OPENERS
    return printed[at] not in _CLOSERS and not cut


def _closing(text: str, opening: int, limit: int, closings: Sequence[int]) -> int | None:
    """Return the mark that closes a single quotation: the first that is no plural's apostrophe, else the first.

    An apostrophe behind s and before a word, the workers' idea, may be either. None closes from behind `limit`.
    """
    place = bisect_right(closings, opening)
    first = closings[place] if place < len(closings) and closings[place] < limit else None
    while place < len(closings) and closings[place] < limit:
        if not _plural(text, closings[place]):
            return closings[place]
        place += 1
    return first


def _plural(text: str, at: int) -> bool:
    """Return whether a mark may be the apostrophe of a plural before its noun: the boys' years."""
    return text[at - 1] == "s" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].isalpha()
