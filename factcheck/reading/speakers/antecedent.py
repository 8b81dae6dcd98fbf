"""Whom a pronoun stands for that says something: the person of whom the sentences right before it tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ...lexicon import mapping, words, words_of
from ...text.sentences import sentences
from ..clauses.nouns import singular
from ..people.named import People
from ..people.pronouns import pronoun_of
from .cues import cues

FURTHEST = 1500  # code points before a pronoun in which the person is named
_BEFORE = re.compile(r"\b([a-z]+)\s+(?:[A-Z][\w.]*\s+){0,3}$")  # the word before a name and its titles
# Verbs of saying behind which who says it stands, and not who is spoken of or to: said Roe, but urged Roe.
_INVERTED = frozenset(("said", "says", "added", "adds", "explained", "explains", "noted", "notes", "wrote", "writes"))
_OPENS = re.compile(r"([A-Z][\w-]+) ([a-z]+)\b")
_NAMED = re.compile(r"[^\W\d_a-z][\w-]+\b(?!'s)")


def antecedent(text: str, start: int, end: int, people: People, pronoun: str, known: str | None) -> str | None:
    """Return the name of the person for whom a pronoun stands that opens at `end`, in small letters; None for nobody.

    It is the last one told of, back to `start` in a plain text and outside quotation marks. Of more in one sentence
    it is the one who says it, `known`, who spoke before, or else the first.
    """
    for sentence in _told(text, max(start, end - FURTHEST), end):
        found = [(name, says) for name, says in _named(sentence, people) if pronoun_of(name) in (None, pronoun)]
        saying = next((name for name, says in found if says), None)
        if saying is None and known and known.split()[-1] in sentence:
            return known
        if found or _opens_with_another(sentence):
            return saying or next((name for name, _ in found), None)
    return None


def _opens_with_another(sentence: str) -> bool:
    """Return whether somebody not known in full is the subject of a sentence: Trump tried to …"""
    opening = _OPENS.match(sentence)
    return opening is not None and _acts(opening[2]) and not _is_word(opening[1].lower())


def _acts(word: str) -> bool:
    """Return whether a word is a verb of a doing: not was, has."""
    return mapping("verbs").get(word, "be") not in ("be", "have")


def _is_word(word: str) -> bool:
    return singular(word) in words("nouns") or word in words("function_words") or word in words("adjectives")


def _told(text: str, start: int, end: int) -> Iterator[str]:
    """Yield the sentences of a stretch from the last to the first, without what stands in quotation marks."""
    for line in reversed(text[start:end].split("\n")):
        spoken = line.split('"')
        told = " … ".join(spoken[::2])
        yield from (told[first:last] for first, last in reversed(sentences(told, 0, len(told))))


def _named(sentence: str, people: People) -> Iterator[tuple[str, bool]]:
    """Yield the persons whom a sentence names, by full names, and whether they say it; not whose something is."""
    for hit in _NAMED.finditer(sentence):
        name = None if _is_led(sentence, hit.start()) else people.resolve(hit.group())
        if name and _is_person(name):
            before, behind = _said()
            yield name, bool(before.search(sentence, 0, hit.start()) or behind.match(sentence, hit.end()))


def _is_led(sentence: str, start: int) -> bool:
    """Return whether a preposition or another verb than one of saying stands before a name: to Roe, urging Sgt. Roe."""
    before = _BEFORE.search(sentence, 0, start)
    if before is None or before[1] in _INVERTED:
        return False
    return before[1] == "of" or before[1] in words("prepositions") or _acts(before[1])


@cache
def _said() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a verb of saying before a name, "said Sgt. Roe", and right behind it."""
    before, behind = ("|".join(sorted(verbs)) for verbs in (_INVERTED, cues()))
    return re.compile(rf"\b(?:{before})\s+(?:[^\s,;]+\s+){{0,7}}$"), re.compile(rf"\s+(?:{behind})\b")


@lru_cache(maxsize=1 << 12)
def _is_person(name: str) -> bool:
    """Return whether a full name has a known given name, or no word of an office or thing: Prime Minister."""
    parts = name.lower().split()
    return parts[0] in words("given_names") or words_of("offices", "titles", "nouns", "not_persons").isdisjoint(parts)
