"""YAML 1.2 core schema as plain Python, with the line and column of every key and value.

PyYAML follows YAML 1.1: it reads `no` as False, `12:30` as 750, and keeps the last of two equal keys.
Here only its parser is used (in C where it is built). The events are put together by us rather than by
its composer, which resolves aliases and hides whether a tag was written; both are refused here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, TypeAlias

import yaml

from ..located import Located, Position, Trail, opened, shown

MAX_DEPTH = 20
MAX_DIGITS = 40
TOPS = 2  # steps from the top of a file whose places are noted at once: a rule is two
LONGEST = 500  # letters of a line that is looked at for what is wrong with it

Plain: TypeAlias = "bool | int | Decimal | str | list[Plain] | dict[str, Plain] | None"
Events = Callable[[], Any]  # gives the next event of the parser

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ASIDE = -1  # stands in a trail for a key that is not kept: a second of its name, or no text

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


_BRACED = re.compile(r":\s+\{[^{}:]*\}\s*[^\s#,}\]]")  # message: {left.text} is …
_COLON = re.compile(r"^[^:\"'#{\[]+:\s+[^\"'{\[|>#]+:\s")  # title: Two figures: one is wrong


def read(name: str, raw: bytes) -> Located:
    """Return a YAML file of at most 1 MB, 20 levels deep, as plain Python with its places and problems.

    Scalars follow the core schema of YAML 1.2: `no`, `on`, `12:30` and dates are text, decimals are
    `Decimal`. Refused: a second key of one name, keys that are no text, anchors, aliases, tags, a
    second document. Nothing is raised: problems are in the result.
    """
    located = opened(name, raw)
    if not located.refused:
        try:
            if not _quickly(located):
                _documents(located)
        except yaml.YAMLError as error:
            _syntax(located, error)
    return located


def _quickly(located: Located) -> bool:
    """Read a text in which nothing is refused, as most are; return False where anything is, and leave it alone.

    Only the places of what lies on top are noted: the others are found once somebody asks for one.
    """
    events: Events = _LOADER(located.text).get_event
    tops: dict[Trail, Position] = {}
    try:
        events(), events()  # the stream and its document begin
        read = _plain(events, events(), (), 0, tops)
        if type(events()) is not yaml.DocumentEndEvent or type(events()) is not yaml.StreamEndEvent:
            return False
    except (_Refused, AttributeError):
        return False
    located.value, located.values, located.complete, located.locate = read, tops, True, _documents
    return True


def _plain(events: Events, event: Any, trail: Trail, depth: int, tops: dict[Trail, Position]) -> Plain:
    """Return the value that an event opens. Raises _Refused where anything in it is."""
    if depth <= TOPS:
        tops[trail] = _place(event)
    sort = type(event)
    if sort is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
        raise _Refused
    if sort is yaml.ScalarEvent:
        return event.value if event.style else _known(event.value)
    if depth >= MAX_DEPTH:
        raise _Refused
    if sort is yaml.SequenceStartEvent:
        listed: list[Plain] = []
        while type(event := events()) is not yaml.SequenceEndEvent:
            listed.append(_plain(events, event, (*trail, len(listed)) if depth < TOPS else trail, depth + 1, tops))
        return listed
    found: dict[str, Plain] = {}
    while type(event := events()) is not yaml.MappingEndEvent:
        key = _plain(events, event, trail, MAX_DEPTH, tops)
        if not isinstance(key, str) or key in found:
            raise _Refused
        found[key] = _plain(events, events(), (*trail, key) if depth < TOPS else trail, depth + 1, tops)
    return found


class _Refused(Exception):
    """A text holds something that is refused."""


def _known(text: str) -> Plain:
    """Return what a scalar without quotes means; raises _Refused for a number that is too long."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in "+-.0123456789" or not (found := _NUMBER.fullmatch(text)):
        return text
    if len(text) > MAX_DIGITS:
        raise _Refused
    try:
        return _number(found)
    except InvalidOperation as error:
        raise _Refused from error


def _place(event: Any) -> Position:
    """Return where an event begins."""
    mark = event.start_mark
    return Position(mark.line + 1, mark.column + 1)


def _syntax(located: Located, error: yaml.YAMLError) -> None:
    """Note that the parser gave up, and where."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    where = Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
    reason = getattr(error, "problem", None) or "the text cannot be read"
    context = getattr(error, "context", None)
    told = _hint(located.text, where) or reason + (f" ({context})" if context else "")
    located.refuse(where, f"not YAML: {told}")
    located.value = None


def _hint(text: str, where: Position) -> str:
    """Return what is most likely wrong with a line that the parser gives up at, "" where nothing looks wrong."""
    line = (*text.split("\n")[where.line - 1 : where.line], "")[0][:LONGEST]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "a tab before the words; indent with blanks"
    if _BRACED.search(line):
        return "a text that begins with { must stand in quotes"
    if _COLON.search(line):
        return "a text with a colon in it must stand in quotes"
    return ""


def _documents(located: Located) -> None:
    """Read the one document of the text; a second is refused."""
    events: Events = _LOADER(located.text).get_event
    started = False
    while not isinstance(event := events(), yaml.StreamEndEvent):
        if not isinstance(event, yaml.DocumentStartEvent):
            continue
        if started:
            located.refuse(_place(event), "a second document; one file holds one")
            break
        started = True
        located.value = _node(located, events, events(), (), 0)
    located.complete = True


def _node(located: Located, events: Events, event: Any, trail: Trail, depth: int) -> Plain:
    """Return the value that an event opens, taking from the events all that belongs to it."""
    sort = type(event)
    place = located.values[trail] = _place(event)
    if sort is yaml.AliasEvent:
        located.refuse(place, f"alias “*{shown(event.anchor or '')}”: aliases are not allowed")
        return None
    if event.anchor is not None:
        located.refuse(place, f"anchor “&{shown(event.anchor)}”: anchors are not allowed")
    if event.tag is not None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        located.refuse(place, f"tag “{shown(tag)}”: tags are not allowed")
    if sort is yaml.ScalarEvent:
        return event.value if event.style else _scalar(located, place, event.value)
    if depth == MAX_DEPTH:
        raise yaml.MarkedYAMLError(problem=f"nested deeper than {MAX_DEPTH} levels", problem_mark=event.start_mark)
    if sort is yaml.SequenceStartEvent:
        return _sequence(located, events, trail, depth + 1)
    return _mapping(located, events, trail, depth + 1)


def _sequence(located: Located, events: Events, trail: Trail, depth: int) -> list[Plain]:
    """Return the list whose opening event was just taken."""
    values: list[Plain] = []
    while type(event := events()) is not yaml.SequenceEndEvent:
        values.append(_node(located, events, event, (*trail, len(values)), depth))
    return values


def _mapping(located: Located, events: Events, trail: Trail, depth: int) -> dict[str, Plain]:
    """Return the mapping whose opening event was just taken; of two equal keys the first stays."""
    values: dict[str, Plain] = {}
    aside = (*trail, _ASIDE)
    while type(event := events()) is not yaml.MappingEndEvent:
        key = _node(located, events, event, aside, depth)
        place = located.values[aside]
        if not isinstance(key, str):
            if place not in located.refused:
                located.refuse(place, "a key must be text; put it in quotes")
        elif key in values:
            first = located.keys[(*trail, key)].line
            located.refuse(place, f"duplicate key “{shown(key)}”, given already on line {first}")
        else:
            here = (*trail, key)
            located.keys[here] = place
            values[key] = _node(located, events, events(), here, depth)
            continue
        _node(located, events, events(), aside, depth)
    return values


def _scalar(located: Located, place: Position, text: str) -> Plain:
    """Return what a scalar without quotes means in the core schema."""
    try:
        return _known(text)
    except _Refused:
        located.refuse(place, f"number “{shown(text)}” is too long")
        return None


def _number(found: re.Match[str]) -> int | Decimal:
    """Return the number a pattern has found."""
    text = found[0]
    if found["decimal"]:
        return Decimal(text)
    return int(text[2:], 8) if found["octal"] else int(text[2:], 16) if found["hex"] else int(text)
