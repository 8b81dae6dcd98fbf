"""The persons that a document names in full, and whom a short form further on stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ...lexicon import table, words, words_of
from ...values.names import fold, parse, relate_names
from .holders import Holders

LONGEST_NAME = 4  # words, Jr and the like left out
LONGEST_RUN = 10  # words with a capital in a row: more are a headline
OLDEST = 120
BEFORE_GIVEN = frozenset(("dame", "sir", "lord", "lady", "prince", "princess"))  # they stand before a given name


class Person(NamedTuple):
    """A full name in the text, title left out: as printed, with its half-open offsets."""

    name: str
    start: int
    end: int


@cache
def _run() -> re.Pattern[str]:
    """Return the pattern of words with a capital in a row: Home Secretary Priti Patel · Sgt. Luis de la Cruz Jr."""
    particle = "|".join(sorted(words("name_particles")))
    word = r"[^\W\d_a-z][\w'-]*\.?"
    # the same behind no other letter, led by two ranges: the engine looks at every letter of a text for it
    first = r"[A-Z\x80-\U0010ffff](?<![\w'-].)(?<=[^\W\d_])[\w'-]*\.?"
    return re.compile(rf"{first}(?:,? (?:(?:{particle}) ){{0,2}}{word})+")


# the gap of "Roe, Jr." stays inside a name; any other comma ends it
_WORD = re.compile(r"[\w'-]+\.?")
_AGE_BEHIND = re.compile(r",? \(?(\d{1,3})(?=[,.;)]| of | was | from )")
_AGE_BEFORE = re.compile(r"(?:years?-old|aged \d+) $")
# McConnellGOP · IE8 · Barr-pushed      no part of a name
_BROKEN = re.compile(r"\d|[a-z][A-Z]{2}|-[a-z]{4}")
_SAID_BEHIND = re.compile(r" (?:said|says|told|added)\b")


def persons(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Person, ...]:
    """Return the full names in some half-open ranges of a plain text.

    >>> [person.name for person in persons("Police Chief Art Acevedo met Ana Reyes in New York.", [(0, 51)])]
    ['Art Acevedo', 'Ana Reyes']
    """
    return tuple(
        person
        for start, end in spans
        for hit in _run().finditer(text, start, end)
        if _may_name(text, hit)
        for part in _parts_of(hit.group())
        if (person := _named(text, hit.start(), part))
    )


def _may_name(text: str, run: re.Match[str]) -> bool:
    """Return whether a run holds a title or a given name, or an age stands beside it: most names of places do not."""
    return _speaks(run.group()) or _aged(text, run.start(), run.end())


@lru_cache(maxsize=1 << 13)
def _speaks(run: str) -> bool:
    """Return whether a run holds a title or a given name; the same names come again and again."""
    spelt = [bare(word.rstrip(",")) for word in run.split()]
    return not _titles().isdisjoint(spelt) or any(map(_given, spelt))


class _Part(NamedTuple):
    """Words with a capital, perhaps a name and its titles: all in lower case, their offsets in the run, and its end."""

    spelt: tuple[str, ...]
    starts: tuple[int, ...]
    end: int


@lru_cache(maxsize=1 << 13)
def _parts_of(run: str) -> tuple[_Part, ...]:
    """Return the parts of a run that no comma or full stop divides, but for those no name can be in."""
    found: list[list[re.Match[str]]] = []
    for word in _WORD.finditer(run):
        if not found or _divides(run, found[-1][-1], word):
            found.append([])
        found[-1].append(word)
    return tuple(
        _Part(tuple(bare(word.group()) for word in part), tuple(word.start() for word in part), part[-1].end())
        for part in found
        if 2 <= len(part) <= LONGEST_RUN
    )


def _divides(run: str, before: re.Match[str], word: re.Match[str]) -> bool:
    """Return whether a name cannot go on from one word to the next: Roe. Then · Roe's Park · Roe, Police."""
    first = before.group()
    if first.endswith("'s") or "," in run[before.end() : word.start()]:
        return bare(word.group()) not in words("name_suffixes")
    stopped = first.endswith(".") and len(first) > 2
    return stopped and bare(first) not in words("abbreviations") and bare(first) not in words("titles")


@lru_cache(maxsize=1 << 14)
def bare(word: str) -> str:
    """Return a word in lower case without its stop, accents and the 's of an owner."""
    return fold(word.rstrip("."))


def _named(text: str, opened: int, part: _Part) -> Person | None:
    """Return the name at the end of words with a capital, where enough speaks for a person."""
    spelt = part.spelt
    last = len(spelt) - (spelt[-1] in words("name_suffixes"))
    first, titled = _after_titles(spelt, last)
    if not titled:
        first = next((at for at in range(last - 1) if spelt[at] in words("given_names")), first)
        if first == 1 and last == 3 and _aged(text, opened + part.starts[0], opened + part.end):
            first = 0  # Makanzee Selena Oldham, 2: a name that few have, then one that many have
    rest = spelt[first:last]
    if not 2 <= len(rest) <= LONGEST_NAME or not _sounds(rest):
        return None
    start, end = opened + part.starts[first], opened + part.end
    if _BROKEN.search(text, start, end):
        return None
    end -= 2 if text[start:end].endswith("'s") else int(text[end - 1] == "." and last == len(spelt))
    if titled or _given(rest[0]) == "sure" or _backed(text, start, end, known=bool(_given(rest[0]))):
        return Person(" ".join(text[start:end].replace(",", "").split()), start, end)
    return None


def _after_titles(spelt: Sequence[str], last: int) -> tuple[int, bool]:
    """Return where a name begins behind the last title before it, and whether there is one."""
    known = _titles()
    for at in range(last - 2, -1, -1):
        if spelt[at] in known and not (at and spelt[0] in words("given_names")):
            return at + 1, at + 1 < last - 1 or spelt[at] not in words("given_names")
    return 0, False


def _sounds(name: Sequence[str]) -> bool:
    """Return whether no word of a name belongs to a place, a firm or a day instead."""
    return _barred().isdisjoint(name) and len(name[-1]) > 1


@cache
def _barred() -> frozenset[str]:
    return words_of("not_persons", "months", "weekdays", "function_words")


@cache
def _titles() -> frozenset[str]:
    return words_of("titles", "offices")


@cache
def _uses() -> dict[str, str]:
    return {row[0]: row[3] for row in table("given_names")}


def _given(word: str) -> str | None:
    """Return whether a word is surely or doubtfully a given name, None for no known one."""
    return _uses().get(word.split("-")[0])


def _backed(text: str, start: int, end: int, *, known: bool) -> bool:
    """Return whether an age stands beside a name, or it speaks: what an unknown name must have."""
    return _aged(text, start, end) or (known and bool(_SAID_BEHIND.match(text, end)))


def _aged(text: str, start: int, end: int) -> bool:
    """Return whether an age stands right before or behind a name."""
    age = _AGE_BEHIND.match(text, end)
    return bool(age and 0 < int(age[1]) < OLDEST) or bool(_AGE_BEFORE.search(text, max(0, start - 12), start))


class People:
    """The persons of one document by their full names; short forms find the one whom they stand for."""

    def __init__(self, found: Sequence[Person], text: str = "") -> None:
        self.found = found
        self.at = {person.start: person for person in found}
        self.until = {person.end: person for person in found}
        self._starts = [person.start for person in found]
        self._by_part: dict[str, list[str]] = {}  # full names as first printed, by each of their parts
        for person in found:
            if not self._forms(person.name):
                for part in _parts(person.name):
                    self._by_part.setdefault(part, []).append(person.name)
        self._resolved: dict[tuple[str, bool], str | None] = {}
        self._holders = Holders(text, found)

    def within(self, start: int, end: int) -> Sequence[Person]:
        """Return the full names that open between two offsets."""
        return self.found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def resolve(self, name: str, *, given: bool = False) -> str | None:
        """Return the full name, as first printed, that a name or a part of it stands for; None where unsure.

        With `given`, the part is a given name behind a title: Dame Cressida.
        """
        if (name, given) not in self._resolved:
            fitting = self.fitting(name, given=given)
            self._resolved[name, given] = fitting[0] if len(fitting) == 1 else None
        return self._resolved[name, given]

    def fitting(self, name: str, *, given: bool = False) -> list[str]:
        """Return the full names that a name or a part of it may stand for."""
        wanted = parse(name)
        if wanted.full:
            return self._forms(name)
        near = self._by_part.get(wanted.last, ())
        if given:
            return [known for known in near if parse(known).given[:1] == (wanted.last,)]
        return [known for known in near if parse(known).last == wanted.last]

    def holder(self, title: str) -> str | None:
        """Return the full name of the only person who holds an office: the home secretary; None where unsure."""
        return self._holders.of(title, self.resolve)

    def whom(self, phrase: str) -> str | None:
        """Return the full name behind a phrase without the last name: the mayor, Dame Cressida; None for others."""
        if phrase.lower().startswith("the "):
            return self.holder(phrase[4:])
        title, _, given = phrase.partition(" ")
        return self.resolve(given, given=True) if given and bare(title) in BEFORE_GIVEN else None

    def _forms(self, name: str) -> list[str]:
        """Return the full names that a name is the same as or a form of."""
        near = {known: None for part in _parts(name) for known in self._by_part.get(part, ())}
        return [known for known in near if relate_names(known, name) in ("same", "form")]


def _parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name that two forms of it share one of: the last name, and what stands before it."""
    parts = parse(name)
    return tuple(dict.fromkeys((parts.last, *(part for part in parts.given if len(part) > 1))))


NOBODY = People(())
