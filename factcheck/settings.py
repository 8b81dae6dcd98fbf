"""What a newsroom has set: a file beside its articles, the environment, flags; and where each setting comes from.

A flag holds over the environment, that over the file, that over what is built in. A setting is taken whole from
the first place that has it.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from .errors import UsageError

FILE, SHARED, TABLE = "factcheck.toml", "pyproject.toml", "factcheck"
PREFIX = "FACTCHECK_"
SEVERITIES = ("error", "warning", "info")
FAIL_ON = ("error", "warning", "never")
FAILING: dict[str, tuple[str, ...]] = {"error": ("error",), "warning": ("error", "warning"), "never": ()}
FORMATS = {  # each a module of `reports`; and the ending of a file that is written so when nobody says how
    "terminal": ".txt",
    "concise": None,
    "json": ".json",
    "jsonl": ".jsonl",
}
PRINTED = ("terminal", "json", "jsonl")  # the forms of what is no report: claims, the verdict on two texts
VERDICTS = ("discrepancy", "compatible", "agreement")


class Setting(NamedTuple):
    """A setting that holds, and where it comes from: a flag, a variable, a file, or "built in"."""

    value: Any
    origin: str


class Known(NamedTuple):
    """A setting there is: what it does, what is built in, how a file and how the environment give it."""

    about: str
    default: Any
    read: Callable[[object], Any]
    parse: Callable[[str], object] | None  # None for a table, which the environment cannot give


def _words(given: object) -> tuple[str, ...]:
    """Return a list of texts. Raises ValueError for anything else."""
    if isinstance(given, list) and all(isinstance(word, str) and word for word in given):
        return tuple(given)
    raise ValueError('must be a list of texts, ["a", "b"]')


def _one_of(*known: str) -> Callable[[object], str]:
    """Return what reads one of some words."""

    def read(given: object) -> str:
        if isinstance(given, str) and given in known:
            return given
        raise ValueError(f"must be {', '.join(known[:-1])} or {known[-1]}")

    return read


def _some_of(*known: str) -> Callable[[object], tuple[str, ...]]:
    """Return what reads a list of some words."""

    def read(given: object) -> tuple[str, ...]:
        words = _words(given)
        if unknown := [word for word in words if word not in known]:
            raise ValueError(f"holds “{unknown[0]}”; known are {', '.join(known[:-1])} and {known[-1]}")
        return words

    return read


def _count(given: object) -> int:
    """Return a whole number from 0. Raises ValueError for anything else."""
    if isinstance(given, int) and not isinstance(given, bool) and given >= 0:
        return given
    raise ValueError("must be a whole number from 0")


def _table(read: Callable[[object], str]) -> Callable[[object], dict[str, str]]:
    """Return what reads a table of words."""

    def reads(given: object) -> dict[str, str]:
        if not isinstance(given, dict):
            raise ValueError("must be a table")
        return {str(key): read(value) for key, value in given.items()}

    return reads


def _name(given: object) -> str:
    if isinstance(given, str) and given.strip():
        return given.strip()
    raise ValueError("must name each source by a text")


def _listed(given: str) -> list[str]:
    return [word.strip() for word in given.split(",") if word.strip()]


def _digits(given: str) -> int | str:
    return int(given) if given.isdecimal() else given


KNOWN: dict[str, Known] = {
    "rules": Known("folders of rules, laid over those shipped in this order", (), _words, _listed),
    "select": Known("optional rules that are asked", (), _words, _listed),
    "ignore": Known("rules that say nothing", (), _words, _listed),
    "severity": Known("another severity for some rules", {}, _table(_one_of(*SEVERITIES)), None),
    "sources": Known("the names of sources, by what the articles call them", {}, _table(_name), None),
    "fail-on": Known("the least severity that makes the exit code 1", "warning", _one_of(*FAIL_ON), str),
    "format": Known("the form of a report", "terminal", _one_of(*FORMATS), str),
    "show": Known("the verdicts that are spelt out", ("discrepancy",), _some_of(*VERDICTS, "all"), _listed),
    "jobs": Known("processes to work in, 0 for all cores", 1, _count, _digits),
}


def settle(
    flags: Mapping[str, object], environment: Mapping[str, str], folder: Path, file: Path | None = None
) -> dict[str, Setting]:
    """Return every setting as it holds in a folder, by name; a flag that is None or empty was not given.

    `file` is read instead of the one that is found in the folder or above it. Raises UsageError with all
    that is wrong.
    """
    path = file or _found(folder)
    problems: list[str] = []
    filed = dict(_checked(_from_file(path), str(path), problems)) if path else {}
    told = dict(_from_environment(environment, problems))
    if problems:
        raise UsageError("\n".join(problems))
    settled = {}
    for name, known in KNOWN.items():
        flag = flags.get(name)
        if flag is not None and flag != ():
            settled[name] = Setting(flag, f"--{name}")
        elif name in told:
            settled[name] = Setting(told[name], _variable(name))
        elif name in filed:
            settled[name] = Setting(filed[name], str(path))
        else:
            settled[name] = Setting(known.default, "built in")
    if path and settled["rules"].origin == str(path):
        folders = tuple(str(path.parent / given) for given in settled["rules"].value)
        settled["rules"] = Setting(folders, str(path))
    return settled


def _found(folder: Path) -> Path | None:
    """Return the nearest file of settings, in a folder or above it."""
    for place in (folder, *folder.parents):
        if (own := place / FILE).is_file():
            return own
        shared = place / SHARED
        if shared.is_file() and f"[tool.{TABLE}" in shared.read_text("utf-8", "replace"):
            return shared
    return None


def _from_file(path: Path) -> dict[str, object]:
    """Return the settings that a file gives, unchecked. Raises UsageError where it is no TOML."""
    import tomllib

    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path}: is not TOML ({error})") from error
    if path.name == SHARED:
        tool = content.get("tool")
        content = tool.get(TABLE, {}) if isinstance(tool, dict) else {}
    return content if isinstance(content, dict) else {}


def _checked(given: Mapping[str, object], where: str, problems: list[str]) -> Iterator[tuple[str, Any]]:
    """Yield the settings that are known and well formed; the others are problems."""
    for name, value in given.items():
        if name not in KNOWN:
            near = difflib.get_close_matches(name, KNOWN, n=1)
            hint = f"did you mean “{near[0]}”?" if near else f"known: {', '.join(KNOWN)}"
            problems.append(f"{where}: unknown setting “{name}”; {hint}")
            continue
        try:
            yield name, KNOWN[name].read(value)
        except ValueError as error:
            problems.append(f"{where}: “{name}” {error}")


def _from_environment(environment: Mapping[str, str], problems: list[str]) -> Iterator[tuple[str, Any]]:
    """Yield the settings that variables give; one that is empty gives none."""
    for name, known in KNOWN.items():
        given = environment.get(_variable(name), "")
        if given and known.parse:
            wrong: list[str] = []
            yield from _checked({name: known.parse(given)}, _variable(name), wrong)
            problems += wrong


def _variable(name: str) -> str:
    """Return the variable of a setting: FACTCHECK_FAIL_ON."""
    return PREFIX + name.replace("-", "_").upper()
