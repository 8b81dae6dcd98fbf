"""TOML as plain Python, with the line and column of every key and value.

The standard library reads the values and knows no places; they are found by a second pass over a text that is
known to be TOML, so that the pass need not look for mistakes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal

from ..located import Located, Position, Trail, after, opened

_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_SPACE = re.compile(r"(?:[ \t\r\n]+|\#[^\n]*)*")  # what may stand between values: blanks, breaks, comments
_BLANK = re.compile(r"[ \t]*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+ | "(?:\\.|[^"\\])*" | '[^']*'""", re.VERBOSE)
_STRING = re.compile(
    r'''
    \"\"\" (?: \\. | [^\\] )*? \"\"\" "{0,2}      # """three quotation marks, over several lines"""
  | \'\'\' .*? \'\'\' '{0,2}
  | " (?: \\. | [^"\\] )* "
  | ' [^']* '
    ''',
    re.VERBOSE | re.DOTALL,
)
_BARE = re.compile(r"[^,\]}#\n]*")  # 2, true, 2023-05-04


def read(name: str, raw: bytes) -> Located:
    """Return a TOML file of at most 1 MB as plain Python with its places; decimals are `Decimal`.

    Nothing is raised: what is wrong is in the result.

    >>> page = read("a.toml", b'jobs = 2\\n[severity]\\nhedged = "info"')
    >>> page.value["severity"], page.at(("severity", "hedged"))
    ({'hedged': 'info'}, Position(line=3, column=10))
    """
    located = opened(name, raw)
    if located.refused:
        return located
    try:
        located.value = tomllib.loads(located.text, parse_float=Decimal)
        _Places(located).find()
        located.complete = True
    except tomllib.TOMLDecodeError as error:
        where = _WHERE.search(str(error))
        place = Position(int(where[1]), int(where[2])) if where and where[1] else after(located.text)
        located.refuse(place, f"not TOML: {_WHERE.sub('', str(error))}")
    except (ValueError, ArithmeticError) as error:  # a number of too many digits
        located.refuse(Position(1, 1), f"not TOML: {error}")
    except RecursionError:
        located.refuse(Position(1, 1), "not TOML: nested too deep")
    return located


class _Places:
    """The pass that finds places: where it stands in the text, and the line it has come to."""

    def __init__(self, located: Located) -> None:
        self._located, self._text = located, located.text
        self._at = 0
        self._line, self._opens, self._seen = 1, 0, 0  # the line, where it begins, and up to where lines are counted
        self._tables: dict[Trail, int] = {}  # arrays of tables, and how many each has so far

    def find(self) -> None:
        """Note the place of every key and value."""
        self._located.values[()] = Position(1, 1)
        inside: Trail = ()
        while self._skip(_SPACE) < len(self._text):
            if self._text[self._at] == "[":
                inside = self._header()
            else:
                self._pair(inside)

    def _skip(self, pattern: re.Pattern[str]) -> int:
        """Return where the text goes on behind a pattern, and stand there."""
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._at

    def _here(self) -> Position:
        """Return the position of the place reached; places only go forward."""
        self._line += self._text.count("\n", self._seen, self._at)
        self._opens = max(self._opens, self._text.rfind("\n", self._seen, self._at) + 1)
        self._seen = self._at
        return Position(self._line, self._at - self._opens + 1)

    def _header(self) -> Trail:
        """Return the trail of a table whose header begins here: [a.b] or [[a.b]]."""
        several = self._text.startswith("[[", self._at)
        self._at += 2 if several else 1
        place, trail = self._here(), self._within(())
        parts = list(self._dotted())
        for number, (key, _) in enumerate(parts, 1):
            trail = (*trail, key)
            self._located.keys.setdefault(trail, place)
            if several and number == len(parts):
                self._located.values.setdefault(trail, place)
                self._tables[trail] = self._tables.get(trail, 0) + 1
            trail = self._within(trail)
            self._located.values.setdefault(trail, place)
        self._at += 2 if several else 1
        return trail

    def _within(self, trail: Trail) -> Trail:
        """Return the trail of the last table of an array, of anything else its own."""
        return (*trail, self._tables[trail] - 1) if trail in self._tables else trail

    def _dotted(self) -> Iterator[tuple[str, Position]]:
        """Yield the parts of a key with their places, and stand behind them."""
        while True:
            self._skip(_BLANK)
            start, place = self._at, self._here()
            key = self._text[start : self._skip(_KEY)]
            yield _plain(key), place
            self._skip(_BLANK)
            if self._text[self._at : self._at + 1] != ".":
                return
            self._at += 1

    def _pair(self, inside: Trail) -> None:
        """Note the places of a key and its value."""
        trail = inside
        for key, place in self._dotted():
            trail = (*trail, key)
            self._located.keys.setdefault(trail, place)
            self._located.values.setdefault(trail, place)
        self._at += 1  # the equals sign
        self._skip(_BLANK)
        self._value(trail)

    def _value(self, trail: Trail) -> None:
        """Note the place of a value and of what it holds, and stand behind it."""
        self._located.values[trail] = self._here()
        opening = self._text[self._at : self._at + 1]
        if opening in ('"', "'"):
            self._skip(_STRING)
        elif opening == "[":
            self._several(trail, "]")
        elif opening == "{":
            self._several(trail, "}")
        else:
            self._skip(_BARE)

    def _several(self, trail: Trail, closing: str) -> None:
        """Note the places of what stands in an array or an inline table, and stand behind it."""
        self._at += 1
        number = 0
        while self._text[self._skip(_SPACE) : self._at + 1] not in (closing, ""):
            if closing == "]":
                self._value((*trail, number))
            else:
                self._pair(trail)
            number += 1
            self._skip(_SPACE)
            if self._text[self._at : self._at + 1] == ",":
                self._at += 1
        self._at += 1


def _plain(key: str) -> str:
    """Return a key without its quotation marks."""
    if key[:1] == '"' and "\\" in key:
        return str(next(iter(tomllib.loads(f"{key} = 0"))))
    return key[1:-1] if key[:1] in ("'", '"') else key
