"""Titles of persons: the office, where and how it is held, and how two titles lie to each other."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from ..lexicon import mapping, table, words

TitleRelation = Literal["same", "compatible", "exclusive", "unknown"]
KEPT = 65536  # titles that are looked up again and again
STEM = 4  # letters of a place to which its people's ending is put
_OF_PLACES = frozenset(("n", "an", "ian", "er", "ish", "ese"))
LONGEST = 5  # words of an office in the lexicon
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:-[^\W_]+)*")
_DOTTED = re.compile(r"(?<=\b[A-Z])\. ?(?=[A-Z]\.)")  # U.S. as US
_PLACED = frozenset(("of", "for", "at", "in"))


class Office(NamedTuple):
    """A title: the class of its office, where it is held, and whether it is held now."""

    office: str
    group: str
    place: frozenset[str]  # empty where nothing tells the office apart by place
    standing: str = ""  # past, acting, second or lower; empty for the holder


@cache
def _offices() -> dict[str, tuple[str, str, str]]:
    return {row[0]: (row[1], row[2], row[3]) for row in table("offices")}


@lru_cache(maxsize=KEPT)
def office_of(title: str) -> Office | None:
    """Return the office that a printed title names, None for one that the lexicon does not know.

    >>> office_of("former London mayor")
    Office(office='mayor', group='seat', place=frozenset({'london'}), standing='past')
    """
    spelt = [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(_DOTTED.sub("", title))]
    lower = [word.lower() for word in spelt]
    for first, last in _spans(lower):
        found = _offices().get(" ".join(lower[first:last]))
        if found is None:
            continue
        around = [word for word in (*spelt[:first], *spelt[last:]) if word[0].isupper()]
        place = frozenset(_plain(word) for word in around if _names_place(word.lower(), found[2]))
        standing = next((mapping("standings")[w] for w in _halves(lower[:first]) if w in words("standings")), "")
        return Office(found[0], found[1], place, standing)
    return None


def _plain(word: str) -> str:
    """Return a word of a place in lower case; letters that stand for words stay as they are: INS, UK."""
    return word if len(word) > 1 and word.isupper() else word.lower()


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two places are told and differ: not INS and Naturalization, which the letters may stand for."""
    letters = [word for word in one ^ other if word.isupper()]
    initials = {word[0].upper() for word in one ^ other if not word.isupper()}
    short = len(letters) == 1 and bool(initials) and initials <= set(letters[0])
    alike = any(_is_of(left.lower(), right.lower()) for left in one for right in other)
    return bool(one and other) and not alike and not short


def _is_of(one: str, other: str) -> bool:
    """Return whether two words name one place, or the place and what is of it: Alaska, Alaskan."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= STEM and long.startswith(short) and long[len(short) :] in _OF_PLACES)


def _spans(lower: list[str]) -> list[tuple[int, int]]:
    """Return the ranges of a title in which its office may stand: longest first, then the head first."""
    head = next((at for at, word in enumerate(lower) if at and word in _PLACED), len(lower))
    spans = [(first, last) for last in range(len(lower), 0, -1) for first in range(max(0, last - LONGEST), last)]
    return sorted(spans, key=lambda span: (-(span[1] - span[0]), abs(span[1] - head), span))


def _halves(lower: list[str]) -> list[str]:
    """Return words, those joined by a hyphen one by one: ex-mayor."""
    return [half for word in lower for half in word.split("-")]


def _names_place(word: str, level: str) -> bool:
    """Return whether a word of a title names the place of an office: no party, no calling, no adjective.

    Polk County and Florida are no two places of one sheriff: a town's office takes no state.
    """
    if level == "-" or word.endswith(("ed", "ing")) or (level == "town" and word in words("wide_places")):
        return False
    known = ("parties", "title_words", "function_words", "adjectives", "nouns", "standings", "offices")
    return word not in mapping("verbs") and not any(word in words(name) for name in known)


def relate_titles(left: str | None, right: str | None) -> TitleRelation:
    """Return how two titles of one person lie to each other.

    "exclusive" only where nobody holds both at one time: two ranks, two towns' mayor, an office and that of its deputy.
    Titles once held, and those held for another, exclude nothing.

    >>> [relate_titles("Mayor of London", other) for other in ("London mayor", "Mayor of Leeds", "lawyer", None)]
    ['same', 'exclusive', 'compatible', 'unknown']
    >>> relate_titles("INS Commissioner", "Naturalization Commissioner")
    'same'
    """
    if left is None or right is None:
        return "unknown"
    one, other = office_of(left), office_of(right)
    if one is None or other is None:
        return "same" if left.lower() == right.lower() else "compatible"
    if {one.standing, other.standing} & {"past", "acting"}:
        return "compatible" if one.office != other.office or one.standing != other.standing else "same"
    if one.office == other.office and one.standing == other.standing:
        return "exclusive" if _apart(one.place, other.place) else "same"
    if one.office == other.office and "lower" not in (one.standing, other.standing):
        return "exclusive"
    excluded = one.group == other.group != "-" and one.standing == other.standing
    return "exclusive" if excluded else "compatible"
