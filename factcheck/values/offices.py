"""Titles of persons: the office, where and how it is held, and how two titles lie to each other."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from ..lexicon import mapping, table, words

TitleRelation = Literal["same", "compatible", "exclusive", "unknown"]
LONGEST = 5  # words of an office in the lexicon
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:-[^\W_]+)*")
_PLACED = frozenset(("of", "for", "at", "in"))


class Office(NamedTuple):
    """A title: the class of its office, where it is held, and whether it is held now."""

    office: str
    group: str
    placed: bool  # told apart by place
    place: frozenset[str]
    standing: str = ""  # past, acting or second; empty for the holder


@cache
def _offices() -> dict[str, tuple[str, str, str]]:
    return {row[0]: (row[1], row[2], row[3]) for row in table("offices")}


@cache
def office_of(title: str) -> Office | None:
    """Return the office that a printed title names, None for one that the lexicon does not know.

    >>> office_of("former London mayor")
    Office(office='mayor', group='seat', placed=True, place=frozenset({'london'}), standing='past')
    """
    spelt = [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(title)]
    lower = [word.lower() for word in spelt]
    for first, last in _spans(lower):
        found = _offices().get(" ".join(lower[first:last]))
        if found is None:
            continue
        around = [*spelt[:first], *spelt[last:]]
        place = frozenset(word.lower() for word in around if word[0].isupper() and not _said_of_person(word.lower()))
        standing = next((mapping("standings")[w] for w in _halves(lower[:first]) if w in words("standings")), "")
        return Office(found[0], found[1], found[2] == "place", place, standing)
    return None


def _spans(lower: list[str]) -> list[tuple[int, int]]:
    """Return the ranges of a title in which its office may stand: longest first, then the head first."""
    head = next((at for at, word in enumerate(lower) if at and word in _PLACED), len(lower))
    spans = [(first, last) for last in range(len(lower), 0, -1) for first in range(max(0, last - LONGEST), last)]
    return sorted(spans, key=lambda span: (-(span[1] - span[0]), abs(span[1] - head), span))


def _halves(lower: list[str]) -> list[str]:
    """Return words, those joined by a hyphen one by one: ex-mayor."""
    return [half for word in lower for half in word.split("-")]


def _said_of_person(word: str) -> bool:
    """Return whether a word of a title tells no place: a party, another title, a joint."""
    return word in words("parties") or word in words("title_words") or word in words("function_words")


def relate_titles(left: str | None, right: str | None) -> TitleRelation:
    """Return how two titles of one person lie to each other.

    "exclusive" only where nobody holds both at one time: two ranks, two towns' mayor. Titles once held,
    and those held for another, exclude nothing.

    >>> [relate_titles("Mayor of London", other) for other in ("London mayor", "Mayor of Leeds", "lawyer", None)]
    ['same', 'exclusive', 'compatible', 'unknown']
    """
    if left is None or right is None:
        return "unknown"
    one, other = office_of(left), office_of(right)
    if one is None or other is None:
        return "same" if left.lower() == right.lower() else "compatible"
    if {one.standing, other.standing} & {"past", "acting"}:
        return "compatible" if one.office != other.office or one.standing != other.standing else "same"
    if one.office == other.office and one.standing == other.standing:
        apart = one.placed and one.place and other.place and not one.place & other.place
        return "exclusive" if apart else "same"
    excluded = one.group == other.group != "-" and one.standing == other.standing
    return "exclusive" if excluded else "compatible"
