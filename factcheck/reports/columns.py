"""Text in the columns of a terminal: made safe to print, measured, cut, wrapped, set in tables.

Widths count the columns of a terminal: two for East Asian wide characters, none for combining marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile, zip_longest
from typing import NamedTuple

# Embeddings, overrides, isolates and direction marks: they reorder what stands around them on the screen.
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# A runner of GitHub takes "::error::" for a command where a line of a log begins so, "##[error]" wherever it stands.
_COMMANDS = re.compile(r"(?<=:)(?=:)|(?<=##)(?=\[)")
APART = "\u200b"  # a space without width, which parts what would otherwise be taken for more than words
_PICTURES = 0x2400  # the visible signs for control characters begin here: ␀ ␁ ␂
CUT = "…"
ABSENT = "·"
GAP = 2  # columns between two of a table
LEAST = 10  # columns that a cell gets at least


def printable(text: str) -> str:
    """Return text on one line that is safe to print: nothing that controls a screen, its direction or a runner.

    >>> printable("two\\n  lines, one \\x1b[31m sign")
    'two lines, one ␛[31m sign'
    """
    line = re.sub(r"\s+", " ", text)
    if "::" in line or "##[" in line:
        line = _COMMANDS.sub(APART, line)
    return _DIRECTIONS.sub("\ufffd", _UNPRINTABLE.sub(_picture, line))


def _picture(hit: re.Match[str]) -> str:
    code = ord(hit.group())
    return chr(_PICTURES + code) if code < 0x20 else "␡" if code == 0x7F else "\ufffd"


def columns_of(character: str) -> int:
    """Return how many columns one character takes."""
    if " " <= character <= "~":
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width_of(text: str) -> int:
    """Return how many columns a text takes.

    >>> width_of("naïve"), width_of("東京"), width_of("e\u0301")
    (5, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(columns_of, text))


def pad(text: str, width: int) -> str:
    """Return the text with spaces behind it up to a width."""
    return text + " " * (width - width_of(text))


def _fitting(text: str, width: int) -> int:
    """Return how many characters from the start fit into a width, their combining marks included."""
    return sum(1 for _ in takewhile(lambda used: used <= width, accumulate(map(columns_of, text))))


def head(text: str, width: int) -> str:
    """Return the beginning of a text, cut at a word with “…” where it is too wide.

    >>> head("nine of those officers", 14)
    'nine of those…'
    """
    if width_of(text) <= width:
        return text
    kept = text[: _fitting(text, width - 1)] if width > 0 else ""
    if not text[len(kept) :].startswith(" ") and " " in kept:
        kept = kept[: kept.rindex(" ")]
    return kept.rstrip() + CUT if width > 0 else ""


def tail(text: str, width: int) -> str:
    """Return the end of a text, cut at a word with “…” where it is too wide.

    >>> tail("nine of those officers", 16)
    '…those officers'
    """
    if width_of(text) <= width:
        return text
    kept = text[len(text) - _fitting(text[::-1], width - 1) :] if width > 0 else ""
    if not text[: len(text) - len(kept)].endswith(" ") and " " in kept:
        kept = kept[kept.index(" ") :]
    return CUT + kept.lstrip() if width > 0 else ""


def window(text: str, start: int, end: int, width: int) -> str:
    """Return what fits of a text around one stretch of it, itself cut only where it is too wide."""
    if width_of(text) <= width:
        return text
    before, kept, after = text[:start], head(text[start:end], width), text[end:]
    room = max(0, width - width_of(kept))
    ahead = tail(before, min(width_of(before), max(room // 3, room - width_of(after))))
    return ahead + kept + head(after, room - width_of(ahead))


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of a text no wider than `width`, broken at spaces; a word too wide is broken inside.

    >>> wrap("the same words, told two ways", 14)
    ['the same', 'words, told', 'two ways']
    """
    lines = [""]
    for word in text.split():
        while True:
            joined = f"{lines[-1]} {word}".lstrip()
            if _fitting(joined, width) == len(joined):
                lines[-1] = joined
                break
            if lines[-1]:
                lines.append("")
                continue
            fits = max(1, _fitting(word, width))
            lines[-1], word = word[:fits], word[fits:]
            if not word:
                break
            lines.append("")
    return lines


def wrap_parts(parts: Sequence[str], width: int, *, joint: str = " · ") -> list[str]:
    """Return the parts joined on as few lines as hold them; a line breaks between parts before inside one."""
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]}{joint}{part}" if lines else part
        if lines and width_of(joined) <= width:
            lines[-1] = joined
        else:
            lines.extend(wrap(part, width))
    return lines


def clip_lines(text: str, width: int, lines: int) -> list[str]:
    """Return a text wrapped to at most so many lines, the last cut with “…” where there is more.

    >>> clip_lines("days or weeks / days and weeks / some time", 14, 2)
    ['days or weeks', '/ days and…']
    """
    wrapped = wrap(text, width)
    if len(wrapped) <= lines:
        return wrapped
    return [*wrapped[: lines - 1], head(" ".join(wrapped[lines - 1 :]), width)]


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "fact"), counted(2, "discrepancy")
    ('1 fact', '2 discrepancies')
    """
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"


class Row(NamedTuple):
    """One row of a table: a mark before it, its label and its cells, and how many lines it may take."""

    mark: str
    cells: tuple[str, ...]
    lines: int = 1


def widths_of(heads: Sequence[str], rows: Sequence[Row], width: int) -> list[int] | None:
    """Return the widths of the columns of a table, that of the labels first; None where they find no room.

    A label may take two fifths of the width, a column what its widest cell needs; where that is too much, all give
    way, a label down to a quarter.

    >>> widths_of(("facts", "First", "Second"), [Row("✓", ("left at", "noon", "twelve o'clock sharp"))], 80)
    [7, 5, 20]
    """
    naturals = [max(map(width_of, column)) for column in zip(heads, *(row.cells for row in rows), strict=True)]
    room = width - 2 - GAP * (len(naturals) - 1)
    widths = [min(naturals[0], width // 4), *(min(natural, LEAST) for natural in naturals[1:])]
    if sum(widths) > room:
        return None
    widths[0] += max(0, min(naturals[0], max(width * 2 // 5, room - sum(naturals[1:]))) - widths[0])
    widths[0] -= max(0, sum(widths) - room)
    spare = room - sum(widths)
    while spare > 0 and (wanting := [n for n, natural in enumerate(naturals) if n and widths[n] < natural]):
        for column in wanting[:spare]:
            widths[column] += 1
        spare -= len(wanting[:spare])
    return widths


def table(heads: Sequence[str], rows: Sequence[Row], widths: Sequence[int]) -> Iterator[tuple[int | None, str]]:
    """Yield the lines of a table, each with the number of its row, None for the heads.

    The first of the heads stands over the labels.
    """
    for line in _row(Row(" ", tuple(heads), 2), widths):
        yield None, line
    for place, row in enumerate(rows):
        for line in _row(row, widths):
            yield place, line


def _row(row: Row, widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of one row; the mark stands before the first."""
    cells = [clip_lines(cell or ABSENT, wide, row.lines) for cell, wide in zip(row.cells, widths, strict=True)]
    for number, line in enumerate(zip_longest(*cells, fillvalue="")):
        padded = [pad(text, wide) for text, wide in zip(line, widths, strict=True)]
        yield f"{' ' if number else row.mark} {(' ' * GAP).join(padded)}".rstrip()
