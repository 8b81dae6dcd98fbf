"""Where a passage stands, in the units that the readers of a report count in.

Editors and protocols count columns in code points, in UTF-8 bytes or in UTF-16 units. They differ as soon as a
dash or an emoji stands before the figure, so that each format takes the unit it has promised.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Position(NamedTuple):
    """A place in a text: its line, and its column in three units; all counted from 1."""

    line: int
    column: int  # code points
    column_utf8: int  # bytes
    column_utf16: int  # units: two for a character outside the basic plane


class Lines:
    """The lines of one text, which end with line feeds."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        while (end := text.find("\n", self._starts[-1])) >= 0:
            self._starts.append(end + 1)

    def at(self, offset: int) -> Position:
        """Return the position of an offset in code points; that of the end of the text counts as one.

        >>> Lines("one\\n🔥 two").at(6)
        Position(line=2, column=3, column_utf8=6, column_utf16=4)
        """
        line = bisect_right(self._starts, offset)
        before = self._text[self._starts[line - 1] : offset]
        utf16 = len(before.encode("utf-16-le", "surrogatepass")) // 2
        return Position(line, len(before) + 1, len(before.encode("utf-8", "surrogatepass")) + 1, utf16 + 1)


class Region(NamedTuple):
    """A passage in a file; `start` and `end`, which is behind its last character, are None where not known.

    The articles of a .jsonl file have no lines of their own in it; of a file that has changed since it was read,
    only the line and column of the start are known.
    """

    path: str
    line: int | None
    column: int | None  # code points
    start: Position | None
    end: Position | None
