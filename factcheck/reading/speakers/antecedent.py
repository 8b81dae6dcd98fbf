"""Whom a pronoun stands for that says something: the person of whom the sentences right before it tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...lexicon import words, words_of
from ...text.sentences import sentences
from ..people.named import People
from . import pronoun_of

FURTHEST = 1500  # code points before a pronoun in which the person is named
_LED = re.compile(r"\b(?:to|by|of|for|with|from|against|about)\s+(?:[A-Z][\w.]*\s+){0,3}$")
_NAMED = re.compile(r"[^\W\d_a-z][\w-]+\b(?!'s)")


def antecedent(text: str, start: int, end: int, people: People, pronoun: str, known: str | None) -> str | None:
    """Return the name of the person for whom a pronoun stands that opens at `end`; None where nobody is named.

    It is the last one told of, back to `start` in a plain text and outside quotation marks. Of more in one sentence
    it is `known`, who spoke before, or else the first.
    """
    for sentence in _told(text, max(start, end - FURTHEST), end):
        if known and known.split()[-1] in sentence:
            return known
        found = (name for name in _named(sentence, people) if pronoun_of(name) in (None, pronoun.lower()))
        if name := next(found, None):
            return name
    return None


def _told(text: str, start: int, end: int) -> Iterator[str]:
    """Yield the sentences of a stretch from the last to the first, without what stands in quotation marks."""
    for line in reversed(text[start:end].split("\n")):
        spoken = line.split('"')
        told = " … ".join(spoken[::2])
        yield from (told[first:last] for first, last in reversed(sentences(told, 0, len(told))))


def _named(sentence: str, people: People) -> Iterator[str]:
    """Yield the persons whom a sentence names, by full names, in their order; not whose something is, or by whom."""
    hits = (hit for hit in _NAMED.finditer(sentence) if not _LED.search(sentence, 0, hit.start()))
    yield from (name for hit in hits if (name := people.resolve(hit.group())) and _is_person(name))


@lru_cache(maxsize=1 << 12)
def _is_person(name: str) -> bool:
    """Return whether a full name has a known given name, or no word of an office or thing: Prime Minister."""
    parts = name.lower().split()
    return parts[0] in words("given_names") or words_of("offices", "titles", "nouns", "not_persons").isdisjoint(parts)
