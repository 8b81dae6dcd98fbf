"""Which pronoun a person takes, and of whom "he was 57" tells: the subject of the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...lexicon import mapping, words
from ...text.sentences import sentences
from ..clauses import nouns
from .named import People, Person

FURTHEST = 600  # code points before a pronoun in which the person is named
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_SINGLE = re.compile(r"(?<![\w'-])[A-Z][\w-]+(?![\w-])")  # a last name alone
_BEHIND = re.compile(r"\W{1,2}(?:\w+ly )?(\w+)")
_NAMING = frozenset(("as", "is", "was"))  # identified as Roe · the victim was Roe


def pronoun_of(name: str) -> str | None:
    """Return the pronoun that a person takes by title or given name; None where either may do.

    >>> pronoun_of("Mr. Khan"), pronoun_of("Sir Alex Roe"), pronoun_of("Cressida Dick"), pronoun_of("Khan")
    ('he', 'he', 'she', None)
    """
    first, _, rest = name.partition(" ")
    word = first.lower().removesuffix(".")
    if word in words("gendered_titles"):
        return mapping("gendered_titles")[word]
    return mapping("gendered_names").get(word) if rest else None


def person_meant(text: str, start: int, people: People) -> str | None:
    """Return the full name of the person for whom "he" or "she" stands that opens at an offset; None where unsure.

    >>> from .named import persons
    >>> text = "Police said Ana Roe died in custody. She was 35."
    >>> person_meant(text, 37, People(persons(text, [(0, 48)]), text))
    'Ana Roe'
    """
    pronoun = _word_at(text, start)
    for opened, closed in _before(text, start):
        told = _persons(text, opened, closed, people)
        if told:
            fitting = [one for one in told if pronoun_of(one.name) in (None, pronoun)]
            only = fitting[0] if len(fitting) == 1 else None
            return only.name if only and _is_subject(text, opened, only) else None
        if _word_at(text, opened) != pronoun:
            return None
    return None


def _word_at(text: str, start: int) -> str:
    found = _WORD.match(text, start)
    return found.group().lower() if found else ""


def _before(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the half-open offsets of the sentences before a place, the last one first."""
    opened = max(0, start - FURTHEST)
    opened = text.find("\n", opened) + 1 if opened else 0
    while start > opened:
        line = max(opened, text.rfind("\n", opened, start) + 1)
        yield from reversed(sentences(text, line, start))
        start = line - 1


def _persons(text: str, start: int, end: int, people: People) -> list[Person]:
    """Return the persons of a stretch that are known by full names, but for those who say what it tells."""
    full = list(people.within(start, end))
    inside = {place for person in full for place in range(person.start, person.end)}
    for hit in _SINGLE.finditer(text, start, end):
        meant = () if hit.start() in inside else people.fitting(hit.group())
        full += [Person(name, hit.start(), hit.end()) for name in meant]
    return [person for person in sorted(full, key=lambda each: each.start) if not _says(text, person)]


def _says(text: str, person: Person) -> bool:
    behind = _BEHIND.match(text, person.end)
    return behind is not None and mapping("verbs").get(behind[1]) in words("reporting_verbs")


def _is_subject(text: str, opened: int, person: Person) -> bool:
    """Return whether no verb stands before a person in a sentence, but for "police said", or it names the person.

    It names Ana Roe in "the victim was Ana Roe", and tells of her in "police were held after Ana Roe died", but not in
    "a man was held after Ana Roe died"; "Ana Roe's brother" is somebody else.
    """
    if text.startswith("'s", person.end):
        return False
    before = [word.lower() for word in _WORD.findall(text, opened, person.start)]
    if before and before[-1] in _NAMING:
        return True
    if before and before[-1] in words("clause_joints") and _rivals().isdisjoint(before):
        behind = _BEHIND.match(text, person.end)
        return behind is not None and _lemma(behind[1]) is not None
    said = max((at for at, word in enumerate(before) if _lemma(word) in words("reporting_verbs")), default=-1)
    led = [word for word in before[said + 1 :] if word != "that"]
    return not any(_lemma(word) for word in led) and (not led or led[-1] not in words("prepositions"))


@cache
def _rivals() -> frozenset[str]:
    """Return the nouns for one person, of whom a sentence may tell instead."""
    return nouns.people() - words("collectives") - {"police"}


def _lemma(word: str) -> str | None:
    return mapping("verbs").get(word)
