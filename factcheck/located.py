"""A text that a newsroom writes, as plain Python: the place of everything in it, and what is wrong with it."""

from __future__ import annotations

import codecs
import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

MAX_BYTES = 1_000_000

Trail: TypeAlias = tuple[str | int, ...]  # the keys and list positions that lead to a value

ENOUGH = 100  # problems of one text: mend these first
_SHOWN = 160
_LISTED = 25  # words of a vocabulary that a message tells
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")


class Position(NamedTuple):
    """Line and column, both from 1; columns count code points."""

    line: int
    column: int


class Problem(NamedTuple):
    """What is wrong, and where."""

    position: Position
    message: str


@dataclass(slots=True)
class Located:
    """One text as plain Python, the place of everything in it, and what is wrong with it so far.

    `complete` is False when the text could not be read to its end; `value` is None then. Of two equal
    keys the first is kept.
    """

    name: str
    text: str = ""
    value: Any = None
    complete: bool = False
    keys: dict[Trail, Position] = field(default_factory=dict)
    values: dict[Trail, Position] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    refused: set[Position] = field(default_factory=set)
    locate: Callable[[Located], None] | None = None  # finds the places that are not noted yet, once one is asked for

    def at(self, trail: Trail, *, key: bool = False) -> Position:
        """Return where the value at a trail begins (or its key), or the nearest value that holds it."""
        if self.locate and (key or trail not in self.values):
            find, self.locate = self.locate, None
            find(self)
        if key and trail in self.keys:
            return self.keys[trail]
        while trail and trail not in self.values:
            trail = trail[:-1]
        return self.values.get(trail, Position(1, 1))

    @property
    def full(self) -> bool:
        """Return whether so much is wrong that whoever looks for more may stop."""
        return len(self.problems) >= ENOUGH

    def blame(self, trail: Trail, message: str, *, key: bool = False) -> None:
        """Note a problem at a value or its key; silent where reading has refused that value already."""
        position = self.at(trail, key=key)
        if position not in self.refused:
            self.problems.append(Problem(position, message))

    def refuse(self, position: Position, message: str) -> None:
        """Note that what stands at a position was not taken."""
        self.problems.append(Problem(position, message))
        self.refused.add(position)

    def report(self) -> Iterator[str]:
        """Yield `name:line:column: message` and the author's own line for each problem, top to bottom."""
        lines = _BREAK.split(self.text) if self.problems else []
        for (line, column), message in sorted(self.problems):
            own = shown(lines[line - 1].strip(), _SHOWN) if line <= len(lines) else ""
            yield f"{self.name}:{line}:{column}: {message}" + (f"\n    {own}" if own else "")


def opened(name: str, raw: bytes, *, most: int = MAX_BYTES) -> Located:
    """Return the text of a file; refused where it is larger than 1 MB, no UTF-8 or has control characters in it."""
    located = Located(name)
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if len(raw) > most:
        located.refuse(Position(1, 1), f"the file is larger than {most:,} bytes")
        return located
    try:
        located.text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        located.text = raw.decode("utf-8", errors="replace")
        where = after(raw[: error.start].decode("utf-8"))
        located.refuse(where, f"not UTF-8: byte 0x{raw[error.start]:02X}; save the file as UTF-8")
    if not located.refused and (found := _UNPRINTABLE.search(located.text)):
        where = after(located.text[: found.start()])
        located.refuse(where, f"control character U+{ord(found[0]):04X} is not allowed")
    return located


def after(text: str) -> Position:
    """Return the position that follows a text.

    >>> after("kind: count\\nrules"), after("")
    (Position(line=2, column=6), Position(line=1, column=1))
    """
    lines = _BREAK.split(text)
    return Position(len(lines), len(lines[-1]) + 1)


def shown(text: str, limit: int = 60) -> str:
    """Return a text fit for a message: cut to a length, control characters made visible."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(c if c.isprintable() else " " if c in "\t\n\r" else "�" for c in cut)


def written(scalar: object) -> str:
    """Return a scalar as the author spells it.

    >>> written(None), written(True), written(14)
    ('null', 'true', '14')
    """
    if scalar is None:
        return "null"
    return str(scalar).lower() if isinstance(scalar, bool) else str(scalar)


def unknown(what: str, word: object, known: Iterable[str], *, of: str = "") -> str:
    """Return the sentence on a word outside a vocabulary, with the nearest word inside it.

    `of` names what has the vocabulary, where the word alone does not tell.

    >>> unknown("measurement", "relaton", ["literal", "relation"])
    'unknown measurement “relaton”; did you mean “relation”?'
    >>> unknown("verdict", "wrong", ["agreement", "compatible"])
    'unknown verdict “wrong”; known: agreement, compatible'
    """
    words = list(known)
    near = difflib.get_close_matches(str(word)[:60], words, n=1)
    listed = ", ".join(words[:_LISTED]) + (", …" if len(words) > _LISTED else "")
    hint = f"did you mean “{near[0]}”?" if near else f"known: {listed or 'none'}"
    return f"unknown {what} “{shown(str(word))}”{f' of “{of}”' if of else ''}; {hint}"
