"""What a setting may look like: readers of the values that a file or the environment gives.

Each returns what it could read, and tells a fault for the rest: at which place inside the value, and what it must be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from ..located import Trail, unknown

SEVERITIES = ("error", "warning", "info")
HEAVIEST = 1000  # times that one source may count

Fault = Callable[..., None]  # (trail, message, key=False): as Located.blame
Reader = Callable[[object, Trail, Fault], Any]


class Source(NamedTuple):
    """How a newsroom calls a source, None for the name it has, and how many plain sources it is worth."""

    name: str | None = None
    weight: Decimal = Decimal(1)


class PathRules(NamedTuple):
    """What holds for articles whose paths fit a pattern: rules ignored, selected, of another severity."""

    pattern: str
    ignore: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()


def words(given: object, trail: Trail, fault: Fault) -> tuple[str, ...]:
    """Return a list of texts."""
    if isinstance(given, list) and all(isinstance(word, str) and word for word in given):
        return tuple(given)
    fault(trail, f'“{trail[-1]}” must be a list of texts, ["a", "b"]')
    return ()


def one_of(*known: str) -> Reader:
    """Return what reads one of some words."""

    def read(given: object, trail: Trail, fault: Fault) -> str:
        if isinstance(given, str) and given in known:
            return given
        fault(trail, f"“{trail[-1]}” must be {', '.join(known[:-1])} or {known[-1]}")
        return known[0]

    return read


def some_of(*known: str) -> Reader:
    """Return what reads a list of some words."""

    def read(given: object, trail: Trail, fault: Fault) -> tuple[str, ...]:
        listed = words(given, trail, fault)
        for number, word in enumerate(listed):
            if word not in known:
                fault((*trail, number), unknown("word", word, known, of=str(trail[-1])))
        return listed

    return read


def count(given: object, trail: Trail, fault: Fault) -> int:
    """Return a whole number from 0."""
    if isinstance(given, int) and not isinstance(given, bool) and given >= 0:
        return given
    fault(trail, f"“{trail[-1]}” must be a whole number from 0")
    return 0


def table(read: Reader) -> Reader:
    """Return what reads a table whose values are all of one form."""

    def reads(given: object, trail: Trail, fault: Fault) -> dict[str, Any]:
        if isinstance(given, dict):
            return {str(key): read(value, (*trail, key), fault) for key, value in given.items()}
        fault(trail, f"“{trail[-1]}” must be a table")
        return {}

    return reads


def source(given: object, trail: Trail, fault: Fault) -> Source:
    """Return how a source is called, and what it is worth: "The Gazette", or {name = "The Gazette", weight = 2}."""
    if isinstance(given, dict):
        fields = _fields(given, {"name": _name, "weight": _weight}, trail, fault)
        return Source(fields.get("name"), fields.get("weight", Decimal(1)))
    return Source(_name(given, trail, fault))


def _name(given: object, trail: Trail, fault: Fault) -> str | None:
    if isinstance(given, str) and given.strip():
        return given.strip()
    fault(trail, 'a source is named by a text, or by {name = "The Gazette", weight = 2}')
    return None


def _weight(given: object, trail: Trail, fault: Fault) -> Decimal:
    number = given if isinstance(given, int | Decimal) and not isinstance(given, bool) else None
    if number is not None and Decimal(number).is_finite() and 0 <= number <= HEAVIEST:
        return Decimal(number)
    fault(trail, f"“weight” must be a number from 0 to {HEAVIEST}")
    return Decimal(1)


def paths(given: object, trail: Trail, fault: Fault) -> tuple[PathRules, ...]:
    """Return what holds for articles at some paths, pattern by pattern in the order of the file."""
    found = table(_path)(given, trail, fault)
    return tuple(each._replace(pattern=pattern) for pattern, each in found.items())


def _path(given: object, trail: Trail, fault: Fault) -> PathRules:
    """Return what holds for one pattern."""
    if not str(trail[-1]).strip("/"):
        fault(trail, "a pattern must name a path, such as sport/**", key=True)
    if not isinstance(given, dict):
        fault(trail, 'a pattern must have a table, such as {ignore = ["different-figures"]}')
        return PathRules("")
    known: dict[str, Reader] = {"ignore": words, "select": words, "severity": table(one_of(*SEVERITIES))}
    fields = _fields(given, known, trail, fault)
    graded = tuple(fields.get("severity", {}).items())
    return PathRules("", fields.get("ignore", ()), fields.get("select", ()), graded)


def _fields(given: dict[str, object], known: Mapping[str, Reader], trail: Trail, fault: Fault) -> dict[str, Any]:
    """Return the fields of a table that are known; the others are faults."""
    for key in given.keys() - known.keys():
        fault((*trail, key), unknown("key", key, known), key=True)
    return {key: read(given[key], (*trail, key), fault) for key, read in known.items() if key in given}
