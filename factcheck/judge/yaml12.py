"""YAML 1.2 core schema as plain Python, with the line and column of every key and value.

PyYAML follows YAML 1.1: it reads `no` as False, `12:30` as 750, and keeps the last of two equal keys.
Here only its parser is used (in C where it is built). The events are put together by us rather than by
its composer, which resolves aliases and hides whether a tag was written; both are refused here.
"""

from __future__ import annotations

import codecs
import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple, TypeAlias

import yaml

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_DIGITS = 40

Plain: TypeAlias = "bool | int | Decimal | str | list[Plain] | dict[str, Plain] | None"
Trail: TypeAlias = tuple[str | int, ...]  # the keys and list positions that lead to a value

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ASIDE = -1  # stands in a trail for a key that is not kept: a second of its name, or no text
_SHOWN = 160
_LISTED = 25  # words of a vocabulary that a message tells

_CONSTANTS: dict[str, bool | Decimal | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), Decimal("Infinity")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), Decimal("-Infinity")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), Decimal("NaN")),
}
_NUMBER = re.compile(
    r"""
    (?P<whole>   [-+]? [0-9]+ )                                                  # -14
  | (?P<octal>   0o [0-7]+ )                                                     # 0o14
  | (?P<hex>     0x [0-9a-fA-F]+ )                                               # 0xFF
  | (?P<decimal> [-+]? (?: \.[0-9]+ | [0-9]+ (?: \.[0-9]* )? ) (?: [eE][-+]?[0-9]+ )? )  # 0.05, 1e3
    """,
    re.VERBOSE,
)
_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
    """One YAML text as plain Python, the place of everything in it, and what is wrong with it so far.

    `complete` is False when the text could not be read to its end; `value` is None then. Of two equal
    keys the first is kept.
    """

    name: str
    text: str = ""
    value: Plain = None
    complete: bool = False
    keys: dict[Trail, Any] = field(default_factory=dict)  # events: reading a place out of each would take long
    values: dict[Trail, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    refused: set[Position] = field(default_factory=set)

    def at(self, trail: Trail, *, key: bool = False) -> Position:
        """Return where the value at a trail begins (or its key), or the nearest value that holds it."""
        if key and trail in self.keys:
            return _place(self.keys[trail])
        while trail and trail not in self.values:
            trail = trail[:-1]
        return _place(self.values[trail]) if trail in self.values else Position(1, 1)

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


def shown(text: str, limit: int = 60) -> str:
    """Return a text fit for a message: cut to a length, control characters made visible."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(c if c.isprintable() else " " if c in "\t\n\r" else "�" for c in cut)


def written(scalar: Plain) -> str:
    """Return a scalar as YAML spells it.

    >>> written(None), written(True), written(Decimal("0.5"))
    ('null', 'true', '0.5')
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


def read(name: str, raw: bytes) -> Located:
    """Return a YAML file of at most 1 MB, 20 levels deep, as plain Python with its places and problems.

    Scalars follow the core schema of YAML 1.2: `no`, `on`, `12:30` and dates are text, decimals are
    `Decimal`. Refused: a second key of one name, keys that are no text, anchors, aliases, tags, a
    second document. Nothing is raised: problems are in the result.
    """
    located = Located(name)
    if len(raw) > MAX_BYTES:
        located.refuse(Position(1, 1), f"the file is larger than {MAX_BYTES:,} bytes")
        return located
    if _decode(located, raw.removeprefix(codecs.BOM_UTF8)):
        try:
            _documents(located)
        except yaml.YAMLError as error:
            _syntax(located, error)
    return located


def _decode(located: Located, raw: bytes) -> bool:
    """Set the text and return whether it is UTF-8 without control characters."""
    try:
        located.text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        located.text = raw.decode("utf-8", errors="replace")
        where = _position(raw[: error.start].decode("utf-8"))
        located.refuse(where, f"not UTF-8: byte 0x{raw[error.start]:02X}; save the file as UTF-8")
        return False
    if found := _UNPRINTABLE.search(located.text):
        where = _position(located.text[: found.start()])
        located.refuse(where, f"control character U+{ord(found[0]):04X} is not allowed")
        return False
    return True


def _position(before: str) -> Position:
    """Return the position that follows a text."""
    lines = _BREAK.split(before)
    return Position(len(lines), len(lines[-1]) + 1)


def _place(event: Any) -> Position:
    """Return where an event begins."""
    return Position(event.start_mark.line + 1, event.start_mark.column + 1)


def _syntax(located: Located, error: yaml.YAMLError) -> None:
    """Note that the parser gave up, and where."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    where = Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
    reason = getattr(error, "problem", None) or "the text cannot be read"
    context = getattr(error, "context", None)
    located.refuse(where, f"not YAML: {reason}" + (f" ({context})" if context else ""))
    located.value = None


def _documents(located: Located) -> None:
    """Read the one document of the text; a second is refused."""
    events = yaml.parse(located.text, Loader=_LOADER)
    started = False
    for event in events:
        if not isinstance(event, yaml.DocumentStartEvent):
            continue
        if started:
            located.refuse(_place(event), "a second document; one file holds one")
            break
        started = True
        located.value = _node(located, events, next(events), (), 0)
    located.complete = True


def _node(located: Located, events: Iterator[Any], event: Any, trail: Trail, depth: int) -> Plain:
    """Return the value that an event opens, taking from the events all that belongs to it."""
    located.values[trail] = event
    if isinstance(event, yaml.AliasEvent):
        located.refuse(_place(event), f"alias “*{shown(event.anchor or '')}”: aliases are not allowed")
        return None
    if event.anchor is not None:
        located.refuse(_place(event), f"anchor “&{shown(event.anchor)}”: anchors are not allowed")
    if event.tag is not None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        located.refuse(_place(event), f"tag “{shown(tag)}”: tags are not allowed")
    if isinstance(event, yaml.ScalarEvent):
        return event.value if event.style else _scalar(located, event)
    if depth == MAX_DEPTH:
        raise yaml.MarkedYAMLError(problem=f"nested deeper than {MAX_DEPTH} levels", problem_mark=event.start_mark)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(located, events, trail, depth + 1)
    return _mapping(located, events, trail, depth + 1)


def _sequence(located: Located, events: Iterator[Any], trail: Trail, depth: int) -> list[Plain]:
    """Return the list whose opening event was just taken."""
    values: list[Plain] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        values.append(_node(located, events, event, (*trail, len(values)), depth))
    return values


def _mapping(located: Located, events: Iterator[Any], trail: Trail, depth: int) -> dict[str, Plain]:
    """Return the mapping whose opening event was just taken; of two equal keys the first stays."""
    values: dict[str, Plain] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        aside = (*trail, _ASIDE)
        key = _node(located, events, event, aside, depth)
        if not isinstance(key, str):
            if (where := _place(event)) not in located.refused:
                located.refuse(where, "a key must be text; put it in quotes")
        elif key in values:
            first = _place(located.keys[(*trail, key)]).line
            located.refuse(_place(event), f"duplicate key “{shown(key)}”, given already on line {first}")
        else:
            located.keys[(*trail, key)] = event
            values[key] = _node(located, events, next(events), (*trail, key), depth)
            continue
        _node(located, events, next(events), aside, depth)
    return values


def _scalar(located: Located, event: Any) -> Plain:
    """Return what a scalar without quotes means in the core schema."""
    text: str = event.value
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in "+-.0123456789" or not (found := _NUMBER.fullmatch(text)):
        return text
    if len(text) <= MAX_DIGITS:
        try:
            return _number(found)
        except InvalidOperation:
            pass
    located.refuse(_place(event), f"number “{shown(text)}” is too long")
    return None


def _number(found: re.Match[str]) -> int | Decimal:
    """Return the number a pattern has found."""
    text = found[0]
    if found["decimal"]:
        return Decimal(text)
    return int(text[2:], 8) if found["octal"] else int(text[2:], 16) if found["hex"] else int(text)
