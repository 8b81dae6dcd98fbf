"""Words as data: tables of one language, read once and frozen.

A desk may add rows of its own. What is read from the tables is kept in many places for as long as the process
lives, so a process has one lexicon: the one that it takes up before its first word is read.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from sys import intern

from ..errors import FactcheckError

Row = tuple[str, ...]
Lexicon = tuple[tuple[str, tuple[Row, ...]], ...]  # rows of a desk by name of their table, both in order

_taken_up: list[Lexicon] = [()]


class LexiconInUse(FactcheckError):
    """Words have been read already, with another lexicon than the one that is asked for."""


def take_up(lexicon: Lexicon) -> None:
    """Have this process read with a lexicon, which it then keeps. Raises LexiconInUse when it reads with another."""
    if lexicon == current():
        return
    if table.cache_info().currsize:
        raise LexiconInUse("this process has read with another lexicon; start another one for yours")
    _taken_up[0] = lexicon


def current() -> Lexicon:
    """Return the rows of a desk with which this process reads, none with the shipped words alone."""
    return _taken_up[0]


@cache
def table(name: str, language: str = "en") -> tuple[Row, ...]:
    """Return the rows of `<language>/<name>.tsv`, cells split at tabs, and those of the desk.

    A row of the desk takes the place of one that opens with the same word. Raises FileNotFoundError when there is
    no such table.
    """
    rows = shipped(name, language)
    own = {row[0]: row for row in dict(current()).get(name, ())}
    if not own:
        return rows
    known = {row[0] for row in rows}
    return (*(own.get(row[0], row) for row in rows), *(row for word, row in own.items() if word not in known))


@cache
def shipped(name: str, language: str = "en") -> tuple[Row, ...]:
    """Return the rows of `<language>/<name>.tsv` as shipped.

    Lines that open with `#` say the columns, the source and the licence; blank lines are skipped.
    """
    text = files(__name__).joinpath(language, f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(map(intern, line.split("\t"))) for line in text.splitlines() if line and line[0] != "#")


@cache
def words(name: str, language: str = "en") -> frozenset[str]:
    """Return the first column of a table as a set."""
    return frozenset(row[0] for row in table(name, language))


@cache
def words_of(*names: str) -> frozenset[str]:
    """Return the first columns of some tables as one set."""
    return frozenset().union(*map(words, names))


@cache
def mapping(name: str, language: str = "en") -> dict[str, str]:
    """Return the first two columns of a table as a mapping."""
    return {row[0]: row[1] for row in table(name, language)}
