"""Who holds an office that a document goes on to speak of without the name: the mayor, the home secretary."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from ...lexicon import table, words
from ...text.tokens import tokenise
from ...values.names import fold
from ...values.offices import Office, office_of
from .titles import title_beside

BESIDE = 90  # code points to either side of a name in which its title stands
LONGEST = 60  # code points of a title
_WORD = re.compile(r"[^\W_]+")
Named = tuple[str, int, int]  # a full name and its half-open offsets
Resolve = Callable[[str], str | None]  # the full name, as first printed, for which a name stands


class Held(NamedTuple):
    """An office as a document tells it: who holds it, and the words of the title."""

    name: str
    office: Office
    words: frozenset[str]


class Holders:
    """The offices that a document puts to full names; read when first asked for."""

    def __init__(self, text: str, found: Sequence[Named]) -> None:
        self._text, self._found = text, found
        self._known: dict[str, str | None] = {}
        self._told: dict[str, list[Held]] | None = None

    def of(self, title: str, resolve: Resolve) -> str | None:
        """Return the full name of the only person who holds an office, None where nobody or more than one may.

        What the title adds to its office, "the committee chairman", the holder's own title must have too.
        """
        if len(title) > LONGEST or not self._found:
            return None
        if title not in self._known:
            self._known[title] = self._only(title, resolve)
        return self._known[title]

    def _only(self, title: str, resolve: Resolve) -> str | None:
        office = office_of(title)
        if office is None or office.office not in words("single_offices"):
            return None
        if self._told is None:
            self._told = self._read(resolve)
        known = [held for held in self._told.get(office.office, ()) if held.office.standing == office.standing]
        added = frozenset(_spelt(title)) - _of_office(office.office)
        names = {held.name for held in known}
        if len(names) != 1 or not any(added <= held.words for held in known):
            return None
        name = names.pop()
        return None if self._another(office.office, frozenset(_spelt(name))) else name

    def _read(self, resolve: Resolve) -> dict[str, list[Held]]:
        """Return the titles beside the full names, by office."""
        told: dict[str, list[Held]] = {}
        for printed, start, end in self._found:
            title = self._title(start, end)
            office = office_of(title) if title else None
            if title and office:
                name = resolve(printed) or printed
                told.setdefault(office.office, []).append(Held(name, office, frozenset(_spelt(title))))
        return told

    def _title(self, start: int, end: int) -> str | None:
        """Return the title beside a name on its line."""
        opened = max(self._text.rfind("\n", 0, start) + 1, start - BESIDE)
        closed = self._text.find("\n", end, end + BESIDE)
        closed = min(len(self._text), end + BESIDE) if closed < 0 else closed
        tokens = tokenise(self._text, opened, closed)
        first = next(at for at, token in enumerate(tokens) if token.end > start)
        last = next((at for at, token in enumerate(tokens) if token.start >= end), len(tokens))
        found = title_beside(tokens, first, last)
        return found.text if found else None

    def _another(self, office: str, name: frozenset[str]) -> bool:
        """Return whether the office stands before somebody who is not named in full: Mayor Okafor."""
        full = {start for _, start, _ in self._found}
        behind = [hit[1] for hit in _led_by(office).finditer(self._text) if hit.start(1) not in full]
        return any(fold(word) not in name and fold(word) not in words("function_words") for word in behind)


def _spelt(text: str) -> list[str]:
    """Return the words of a title that tell something: no "of" and "the"."""
    return [word for word in _WORD.findall(fold(text)) if word not in words("function_words")]


@cache
def _of_office(office: str) -> frozenset[str]:
    """Return every word that the lexicon's forms of an office are made of."""
    return frozenset(word for row in table("offices") if row[1] == office for word in _WORD.findall(row[0]))


@cache
def _led_by(office: str) -> re.Pattern[str]:
    """Return the pattern of an office before a word with a capital."""
    forms = sorted((row[0] for row in table("offices") if row[1] == office), key=lambda form: (-len(form), form))
    return re.compile(rf"\b(?i:{'|'.join(map(re.escape, forms))})\.? ([^\W\d_a-z][\w'-]+)")
