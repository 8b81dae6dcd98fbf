"""Words as data: tables of one language, read once and frozen."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

Row = tuple[str, ...]


@cache
def table(name: str, language: str = "en") -> tuple[Row, ...]:
    """Return the rows of `<language>/<name>.tsv`, cells split at tabs.

    Lines that open with `#` say the columns, the source and the licence; blank lines are skipped.
    Raises FileNotFoundError when there is no such table.
    """
    text = files(__name__).joinpath(language, f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and line[0] != "#")


@cache
def words(name: str, language: str = "en") -> frozenset[str]:
    """Return the first column of a table as a set."""
    return frozenset(row[0] for row in table(name, language))


@cache
def mapping(name: str, language: str = "en") -> dict[str, str]:
    """Return the first two columns of a table as a mapping."""
    return {row[0]: row[1] for row in table(name, language)}
