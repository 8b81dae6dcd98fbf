"""Which lines of an article are its own prose, and which are headline, links, captions, notices."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import NamedTuple

from ..lexicon import Row, table
from ..models import Zone

# …serving.  ·  …serving.”  ·  …serving. ”  ·  …the programme:  ·  …the force;
_SENTENCE_END = re.compile(r"""[.!?…:;,]["')\]]*$|[.!?…]\s["']+$|[.!?]["')\]]*\s+["'(]*[A-Z]""")
_FRONT_MATTER = re.compile(r"\A---\r?\n.*?^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_STOPS = tuple(".!?…:;,")  # with which most prose ends: no search is needed
LONG_LINE = 25  # words: a line so long is prose whatever it ends with
_CUE_HEAD = 3  # letters by which cues are looked up
_LISTS = ("list", "story")  # reaches of a cue that opens a list
SHORT_LINE = 12  # words: a sentence so long is prose whatever it opens with


class Line(NamedTuple):
    """One line that is not blank: half-open offsets without surrounding space, and its zone."""

    start: int
    end: int
    zone: Zone


def zones(text: str) -> tuple[Line, ...]:
    """Return the lines of a plain text with their zones.

    A text without a single line of prose is all body: somebody handed in a sentence or a list. The
    first line, if it is no sentence, is the headline; other such lines are headings where they stand
    alone, and related links where two or more follow each other. A notice, caption or "read more"
    is told by how it opens.
    """
    spans = _unwrapped(text, _lines(text))
    prose = [_is_prose(text[start:end]) for start, end in spans]
    if not any(prose):
        return tuple(Line(start, end, "body") for start, end in spans)
    found: list[Line] = []
    listing = False
    for place, (start, end) in enumerate(spans):
        zone, reach = _cue(text[start:end])
        opens_list, long = reach in _LISTS, text.count(" ", start, end) >= SHORT_LINE
        if prose[place] and not opens_list and reach != "prose" and (zone in (None, "related") or long):
            listing, zone = False, "body"
        elif zone is None:
            zone = "related" if listing else _unfinished(place, prose)
        listing = listing or opens_list
        found.append(Line(start, end, zone))
    return tuple(found)


def _lines(text: str) -> list[tuple[int, int]]:
    """Return trimmed offsets of the lines that are not blank, past any front matter."""
    front = _FRONT_MATTER.match(text)
    offset = front.end() if front else 0
    found = []
    for line in text[offset:].splitlines(keepends=True):
        kept = line.strip()
        if kept:
            start = offset + len(line) - len(line.lstrip())
            found.append((start, start + len(kept)))
        offset += len(line)
    return found


def _unwrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the lines with those put together that a fixed width has broken apart.

    A block of lines with no blank line between is taken for one wrapped paragraph when any of its
    lines goes on in lower case after one that ends no sentence.
    """
    blocks: list[list[tuple[int, int]]] = []
    for line in lines:
        if blocks and text.count("\n", blocks[-1][-1][1], line[0]) == 1:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    found = []
    for block in blocks:
        pairs = itertools.pairwise(block)
        wrapped = any(text[b[0]].islower() and not _is_prose(text[a[0] : a[1]]) for a, b in pairs)
        found += [(block[0][0], block[-1][1])] if wrapped else block
    return found


def _is_prose(line: str) -> bool:
    """Return whether a line ends or holds a sentence."""
    return line.endswith(_STOPS) or bool(_SENTENCE_END.search(line)) or line.count(" ") >= LONG_LINE


def _cue(line: str) -> tuple[Zone | None, str]:
    """Return the zone that a line's opening words name, and how far they reach."""
    lower = line.lower()
    for opening, zone, reach in _cues().get(lower[:_CUE_HEAD], ()):
        if lower.startswith(opening) and not lower[len(opening) : len(opening) + 1].isalpha():
            short = len(line) < 60 and not (reach == "label" and _is_prose(line))
            fits = short or reach in ("line", "story", "prose")
            return (zone, reach) if fits else (None, "")  # type: ignore[return-value]
    return None, ""


@cache
def _cues() -> dict[str, list[Row]]:
    """Return the cues by the letters they open with."""
    found: dict[str, list[Row]] = {}
    for row in table("zone_cues"):
        found.setdefault(row[0][:_CUE_HEAD], []).append(row)
    return found


def _unfinished(place: int, prose: list[bool]) -> Zone:
    """Return the zone of a line that is no sentence, by its neighbours."""
    if place == 0:
        return "headline"
    neighbours = prose[max(place - 1, 1) : place + 2]
    return "heading" if neighbours.count(False) == 1 else "related"
