"""A desk's own words: folders of tables with the names and columns of ours, whose rows are added to them.

Only tables that carry words are open to a desk; those that steer the grammar are not. Every file is read to its
end before anything is raised. What is in a cell is only ever looked up: it is no pattern and no code.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ..errors import DeskError
from ..located import ENOUGH, MAX_BYTES, Located, Position, opened, shown, unknown
from . import Lexicon, Row, shipped

NEAREST = 6000  # words among which the nearest is looked for
LONGEST = 80  # letters of a cell
_WORD = re.compile(r"['’]?[^\W_]+(?:['’.&/ -]+[^\W_]+)*[.-]?")  # coxswain, well-being, lifeboat crew, 'cause
_SURFACE = re.compile(r"[^\s|*](?:[^|*\n]*[^\s|*])?\*?")  # football pitches, m²*
_NUMBER = re.compile(r"[0-9]{1,60}(?:\.[0-9]{1,60}|/[1-9][0-9]{0,59})?")  # 7140, 0.3048, 5/9
Rows = Mapping[str, Row]  # by their first word
Kept = dict[str, set[str]]  # what is looked up of all rows: the groups of a class, the units of a surface
Check = Callable[[str], str]  # what is wrong with a cell, "" where nothing is


def word(cell: str) -> str:
    """Return what is wrong with a word or several, written in small letters."""
    if cell != cell.lower():
        return f"“{shown(cell)}” has capitals; write it in small letters"
    return "" if _WORD.fullmatch(cell) else f"“{shown(cell)}” is no word"


def name(cell: str) -> str:
    """Return what is wrong with a word or several, capitals or not."""
    return word(cell.lower())


def surfaces(cell: str) -> str:
    """Return what is wrong with words as printed, separated by |."""
    wrong = next((part for part in cell.split("|") if not _SURFACE.fullmatch(part)), None)
    return "" if wrong is None else f"“{shown(wrong)}” cannot be a printed form; separate several by |"


def number(cell: str) -> str:
    """Return what is wrong with a positive decimal or fraction."""
    sound = _NUMBER.fullmatch(cell) and Fraction(cell) > 0
    return "" if sound else f"“{shown(cell)}” is no positive number such as 7140, 0.3048 or 5/9"


def dimension(cell: str) -> str:
    """Return what is wrong with what a unit measures: only what ours measure can be compared."""
    known = _dimensions()
    return "" if cell in known else unknown("dimension", cell, known)


@cache
def _dimensions() -> tuple[str, ...]:
    return tuple(sorted({row[1] for row in shipped("units")}))


def one_of(*known: str) -> Check:
    """Return what tells a cell that is none of some words."""
    return lambda cell: "" if cell in known else unknown("word", cell, known)


class Column(NamedTuple):
    """A column of a table: its name, what its cells must be, and whether they may be empty."""

    name: str
    check: Check
    optional: bool = False


_NAMES = Column("names", lambda cell: next(filter(None, map(word, cell.split())), ""), optional=True)
TABLES: dict[str, tuple[Column, ...]] = {
    "abbreviations": (Column("abbreviation without its last stop", word),),
    "adjectives": (Column("word", word),),
    "currencies": (
        Column("code", name),
        Column("name", name),
        Column("factor", number),
        Column("words", surfaces),
        Column("prefixes", surfaces, optional=True),
        Column("suffixes", surfaces, optional=True),
    ),
    "deeds": (Column("lemma", word), Column("class", word)),
    "given_names": (Column("name", word), _NAMES, _NAMES, Column("sure or doubtful", one_of("sure", "doubtful"))),
    "irregular_nouns": (Column("form", word), Column("singular", word)),
    "name_spellings": (Column("part of a name", word), Column("as it is known", word)),
    "nouns": (Column("noun", word), Column("class", word), Column("breadth", one_of("broad", "narrow", "thing"))),
    "numbered_names": (Column("word", word), Column("case", one_of("any", "name"))),
    "offices": (
        Column("title", word),
        Column("class", word),
        Column("group", lambda cell: "" if cell == "-" else word(cell)),
        Column("level", one_of("-", "town", "state")),
    ),
    "outcomes": (Column("lemma", word), Column("class", word), Column("group", word)),
    "reporting_verbs": (Column("lemma", word),),
    "single_offices": (Column("class", word),),
    "spoken_forms": (Column("as printed", word), Column("as spoken", word)),
    "tallies": (Column("lemma", word),),
    "title_words": (Column("word", word),),
    "titles": (Column("title", word),),
    "units": (
        Column("name", name),
        Column("dimension", dimension),
        Column("factor", number),
        Column("offset", lambda cell: "" if cell == "0" else f"“{shown(cell)}” must be 0: only temperatures have one"),
        Column("surfaces", surfaces),
    ),
    "verbs": (Column("form", word), Column("lemma", word)),
}


class _Table(NamedTuple):
    """A table of one folder: where it was read, and its rows with their lines."""

    name: str
    page: Located
    rows: dict[int, Row]


def load_lexicon(folders: Sequence[Path]) -> Lexicon:
    """Return the words of some folders, each over the ones before it.

    Raises DeskError with all that is wrong: `path:line:column`, and the line itself.
    """
    problems: list[str] = []
    tables = [table for folder in folders for table in _folder(folder, problems)]
    merged: dict[str, dict[str, Row]] = {}
    for table in tables:
        merged.setdefault(table.name, {}).update({row[0]: row for row in table.rows.values()})
    for table in tables:
        for line, column, message in islice(_misfits(table, merged), ENOUGH):
            table.page.refuse(_cell(table.page, line, column), message)
    problems += [line for table in tables for line in table.page.report()]
    if problems:
        raise DeskError(tuple(problems))
    return tuple((name, tuple(rows.values())) for name, rows in sorted(merged.items()))


def _folder(folder: Path, problems: list[str]) -> Iterator[_Table]:
    """Yield the tables of a folder by name; what cannot be read is a problem."""
    try:
        found = sorted(file for file in folder.iterdir() if file.suffix == ".tsv" and not file.name.startswith("."))
    except OSError as error:
        problems.append(f"{folder}: the folder of words cannot be read ({error.strerror})")
        return
    if not found:
        problems.append(f"{folder}: there are no tables (*.tsv) in this folder")
    for file in found:
        if file.stem not in TABLES:
            problems.append(f"{file}:1:1: {unknown('table', file.stem, TABLES)}")
            continue
        try:
            yield _read(file)
        except OSError as error:
            problems.append(f"{file}: the file cannot be read ({error.strerror})")


def _read(file: Path) -> _Table:
    """Return a table as read, its rows checked one by one."""
    if not file.is_file():
        raise OSError(0, "it is no regular file")
    with file.open("rb") as stream:
        page = opened(str(file), stream.read(MAX_BYTES + 1))
    rows: dict[int, Row] = {}
    first: dict[str, int] = {}
    lines = page.text.split("\n") if not page.refused else []
    for number, line in enumerate((line.removesuffix("\r") for line in lines), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if page.full:
            break
        cells = tuple(line.split("\t"))
        if _sound(page, number, cells, TABLES[file.stem]):
            if cells[0] in first:
                page.refuse(Position(number, 1), f"“{shown(cells[0])}” is given already on line {first[cells[0]]}")
            first.setdefault(cells[0], number)
            rows[number] = cells
    return _Table(file.stem, page, rows)


def _sound(page: Located, line: int, cells: Row, columns: Sequence[Column]) -> bool:
    """Return whether a row has the columns of its table; what is wrong with it goes to the page."""
    if len(cells) != len(columns):
        listed = " | ".join(column.name for column in columns)
        page.refuse(_cell(page, line, len(columns)), f"{len(cells)} of {len(columns)} cells between tabs: {listed}")
        return False
    sound = True
    for place, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        if not cell and column.optional:
            continue
        wrong = f"longer than {LONGEST} letters" if len(cell) > LONGEST and column.check is not surfaces else ""
        if said := wrong or (column.check(cell) if cell else "must not be empty"):
            page.refuse(_cell(page, line, place), f"{column.name}: {said}")
            sound = False
    return sound


def _cell(page: Located, line: int, place: int) -> Position:
    """Return where a cell of a line begins, or the line ends."""
    row = page.text.split("\n")[line - 1].removesuffix("\r")
    before = "\t".join(row.split("\t")[:place])
    return Position(line, min(len(before) + 1 + bool(place), len(row) + 1))


def _misfits(table: _Table, merged: Mapping[str, Mapping[str, Row]]) -> Iterator[tuple[int, int, str]]:
    """Yield line, cell and fault of rows that do not go with the other words, ours and the desk's."""
    if table.name not in _FIT:
        return
    rows = {row[0]: row for row in (*shipped(table.name), *merged[table.name].values())}
    kept = _KEPT[table.name](rows)
    for line, row in table.rows.items():
        yield from ((line, place, said) for place, said in _FIT[table.name](row, rows, kept))


def _refers(row: Row, rows: Rows, kept: Kept) -> Iterator[tuple[int, str]]:
    """Yield the fault of a row whose second word stands nowhere in the table itself."""
    if row[1] not in rows:
        yield 1, f"{unknown('word', row[1], kept['']).split('; known')[0]}; give “{shown(row[1])}” a row of its own"


def _breadth(row: Row, rows: Rows, kept: Kept) -> Iterator[tuple[int, str]]:
    yield from _refers(row, rows, kept)
    broad = rows.get(row[1], row)[2]
    if broad != row[2]:
        yield 2, f"“{row[1]}” is {broad}, and nouns of one class are alike"


def _group(row: Row, rows: Rows, kept: Kept) -> Iterator[tuple[int, str]]:
    others = kept[row[1]] - {row[2]}
    if others:
        yield 2, f"“{row[1]}” is of the group {' or '.join(sorted(others))} already"


def _surfaces(row: Row, rows: Rows, kept: Kept) -> Iterator[tuple[int, str]]:
    """Yield the faults of a unit that is printed as another one is."""
    for surface in row[4].replace("*", "").split("|"):
        for other in sorted(kept[surface] - {row[0]})[:1]:
            yield 4, f"“{shown(surface)}” is a {other} already"


def _groups(rows: Rows) -> Kept:
    """Return the groups of each class of outcomes."""
    kept: Kept = defaultdict(set)
    for row in rows.values():
        kept[row[1]].add(row[2])
    return kept


def _printed(rows: Rows) -> Kept:
    """Return the units that are printed by each surface."""
    kept: Kept = defaultdict(set)
    for row in rows.values():
        for surface in row[4].replace("*", "").split("|"):
            kept[surface].add(row[0])
    return kept


def _words(rows: Rows) -> Kept:
    """Return the first few thousand words, among which the nearest to an unknown one is looked for."""
    return {"": set(islice(rows, NEAREST))}


_KEPT: dict[str, Callable[[Rows], Kept]] = {
    "nouns": _words,
    "outcomes": _groups,
    "units": _printed,
    "verbs": _words,
}
_FIT: dict[str, Callable[[Row, Rows, Kept], Iterator[tuple[int, str]]]] = {
    "nouns": _breadth,
    "outcomes": _group,
    "units": _surfaces,
    "verbs": _refers,
}
