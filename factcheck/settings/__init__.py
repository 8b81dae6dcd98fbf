"""What a newsroom has set: a file beside its articles, the environment, flags; and where each setting comes from.

A flag holds over the environment, that over the file, that over what is built in. A setting is taken whole from
the first place that has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import DeskError
from ..located import MAX_BYTES, Located, Trail, unknown
from .forms import SEVERITIES, Reader, count, one_of, paths, some_of, source, table, words

FILE, SHARED, TABLE = "factcheck.toml", "pyproject.toml", "factcheck"
PREFIX = "FACTCHECK_"
FAIL_ON = ("error", "warning", "never")
FAILING: dict[str, tuple[str, ...]] = {"error": ("error",), "warning": ("error", "warning"), "never": ()}
FORMATS = {  # each a module of `reports`; and the ending of a file that is written so when nobody says how
    "terminal": ".txt",
    "concise": None,
    "json": ".json",
    "jsonl": ".jsonl",
    "html": ".html",
    "junit": ".xml",
    "csv": ".csv",
    "markdown": ".md",
    "sarif": ".sarif",
    "github": None,
    "gitlab": None,
    "rdjson": ".rdjson",
}
PRINTED = ("terminal", "json", "jsonl")  # the forms of what is no report: claims, the verdict on two texts
VERDICTS = ("discrepancy", "compatible", "agreement")


class Setting(NamedTuple):
    """A setting that holds, and where it comes from: a flag, a variable, a file, or "built in".

    Of one from a file, `page` is the file and `trail` leads to the setting in it.
    """

    value: Any
    origin: str
    page: Located | None = None
    trail: Trail = ()

    def blamed(self, inside: Trail, message: str, *, key: bool = False) -> str:
        """Return what is wrong at a place inside the setting, with file, line and column where there is a file."""
        if self.page is None:
            return f"{self.origin}: {message}"
        told = Located(self.page.name, self.page.text, keys=self.page.keys, values=self.page.values)
        told.blame((*self.trail, *inside), message, key=key)
        return next(told.report())


class Known(NamedTuple):
    """A setting there is: what it does, what is built in, how a file and how the environment give it."""

    about: str
    default: Any
    read: Reader
    parse: Callable[[str], object] | None  # None for a table, which the environment cannot give


MAX_DIGITS = 10


def _listed(given: str) -> list[str]:
    return [word.strip() for word in given.split(",") if word.strip()]


def _digits(given: str) -> int | str:
    return int(given) if given.isdecimal() and len(given) < MAX_DIGITS else given


KNOWN: dict[str, Known] = {
    "rules": Known("folders of rules, laid over those shipped in this order", (), words, _listed),
    "lexicon": Known("folders of words, added to those shipped", (), words, _listed),
    "select": Known("optional rules that are asked", (), words, _listed),
    "ignore": Known("rules that say nothing", (), words, _listed),
    "severity": Known("another severity for some rules", {}, table(one_of(*SEVERITIES)), None),
    "per-path": Known("rules ignored, selected or graded for articles at some paths", (), paths, None),
    "sources": Known("names and weights of sources, by what the articles call them", {}, table(source), None),
    "fail-on": Known("the least severity that makes the exit code 1", "warning", one_of(*FAIL_ON), str),
    "format": Known("the form of a report", "terminal", one_of(*FORMATS), str),
    "show": Known("the verdicts that are spelt out", ("discrepancy",), some_of(*VERDICTS, "all"), _listed),
    "jobs": Known("processes to work in, 0 for all cores", 1, count, _digits),
}
FOLDERS = ("rules", "lexicon")  # settings of a file that name folders, from where the file lies


def settle(
    flags: Mapping[str, object], environment: Mapping[str, str], folder: Path, file: Path | None = None
) -> dict[str, Setting]:
    """Return every setting as it holds in a folder, by name; a flag that is None or empty was not given.

    `file` is read instead of the one that is found in the folder or above it. Raises DeskError with all
    that is wrong.
    """
    path = file or _found(folder)
    problems: list[str] = []
    filed = _from_file(path, folder, problems) if path else {}
    told = dict(_from_environment(environment, problems))
    if problems:
        raise DeskError(tuple(problems))
    settled = {}
    for name, known in KNOWN.items():
        flag = flags.get(name)
        if flag is not None and flag != ():
            settled[name] = Setting(flag, f"--{name}")
        elif name in told:
            settled[name] = Setting(told[name], _variable(name))
        else:
            settled[name] = filed.get(name, Setting(known.default, "built in"))
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


def _from_file(path: Path, folder: Path, problems: list[str]) -> dict[str, Setting]:
    """Return the settings that a file gives, and note what is wrong with it."""
    from .toml import read

    try:
        page = read(_near(path, folder), _bytes(path))
    except OSError as error:
        problems.append(f"{_near(path, folder)}: cannot be read ({error.strerror or error})")
        return {}
    trail: Trail = ("tool", TABLE) if path.name == SHARED else ()
    content: object = page.value
    for key in trail:
        content = content.get(key, {}) if isinstance(content, dict) else {}
    if page.complete and not isinstance(content, dict):
        page.blame(trail, f"“{TABLE}” must be a table")
    given = content if isinstance(content, dict) else {}
    found = {name: Setting(value, str(path), page, (*trail, name)) for name, value in _checked(given, trail, page)}
    problems += page.report()
    for name in found.keys() & FOLDERS:
        folders = tuple(_near(path.parent / named, folder) for named in found[name].value)
        found[name] = found[name]._replace(value=folders)
    return found


def _near(path: Path, folder: Path) -> str:
    """Return a path as seen from a folder, where it lies in it."""
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)


def _bytes(path: Path) -> bytes:
    """Return the bytes of a regular file, at most one more than allowed; a pipe would never end."""
    if path.exists() and not path.is_file():
        raise OSError(0, "it is no regular file")
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


def _checked(given: Mapping[str, object], trail: Trail, page: Located) -> Iterator[tuple[str, Any]]:
    """Yield the settings that are known, as read; the page is told what is wrong."""
    for name, value in given.items():
        if page.full:
            break
        if name in KNOWN:
            yield name, KNOWN[name].read(value, (*trail, name), page.blame)
        else:
            page.blame((*trail, name), unknown("setting", name, KNOWN), key=True)


def _from_environment(environment: Mapping[str, str], problems: list[str]) -> Iterator[tuple[str, Any]]:
    """Yield the settings that variables give; one that is empty gives none."""

    def fault(variable: str, _: Trail, message: str, *, key: bool = False) -> None:
        problems.append(f"{variable}: {message}")

    for name, known in KNOWN.items():
        given = environment.get(_variable(name), "")
        if given and known.parse:
            yield name, known.read(known.parse(given), (name,), partial(fault, _variable(name)))


def _variable(name: str) -> str:
    """Return the variable of a setting: FACTCHECK_FAIL_ON."""
    return PREFIX + name.replace("-", "_").upper()
