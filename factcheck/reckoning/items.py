"""A number of things and the list of them: "three towns: Leeds, York and Hull", "15 things" over 14 numbered ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..claims.base import Claim
from ..lexicon import words
from ..values.interval import Interval
from ..values.quantity import Quantity
from .base import Article, Reckoned, Reckoning, figure, measured

# " were flooded: Leeds, York and Hull."
_LIST = re.compile(r"(?P<between>[^,;:.()\n]{0,60}):\s+(?P<items>[^.;:!?()\"“”\d\n]{3,300})(?=[.!?\n]|\Z)")
_AND = re.compile(r",? and ")
_NUMBERED = re.compile(r"^[ \t#*]{0,6}(?P<number>\d{1,2})[.)][ \t]+\S", re.MULTILINE)
LONGEST = 5  # words of one thing in a list
FEWEST, MOST, APART = 3, 40, 2  # things counted, and by how many the list may differ and still be that of them


def find(article: Article) -> Iterator[Reckoned]:
    """Yield the counts whose things are listed behind a colon, or numbered under the headline that counts them."""
    for claim in article.claims:
        if claim.kind == "count" and (told := _whole(claim)):
            listed = _numbered(article, claim) if claim.zone == "headline" else _listed(article.document.text, claim)
            if FEWEST <= told <= MOST and listed and abs(listed - told) <= APART and listed != 2 * told:
                meant = Interval(Decimal(listed), Decimal(listed))
                exact = Interval(Decimal(told), Decimal(told))
                yield Reckoned(claim, (), measured("items", claim, exact, meant), figure(Decimal(listed)))


def _whole(claim: Claim) -> int:
    """Return the whole number of a plain count, 0 for any other."""
    value = claim.value
    if not isinstance(value, Quantity) or len(value.stated) != 1 or claim.approximation != "none":
        return 0
    return int(value.stated[0]) if value.stated[0].isdecimal() else 0


def _listed(text: str, claim: Claim) -> int:
    """Return how many things a list behind a colon has, 0 where that is not plain.

    The list closes with "and", nothing is explained inside it, and all its things are names or none is.
    """
    found = _LIST.match(text, claim.end)
    if found is None or not words("partial_cues").isdisjoint(found["between"].lower().split()):
        return 0
    *commas, last = found["items"].split(", ")
    closing = _AND.split(f" {last}" if last.startswith("and ") else last)
    things = [*commas, *(part for part in closing if part.strip())]
    if len(closing) != 2 or any(" and " in thing for thing in commas) or not commas:
        return 0
    plain = all(0 < len(thing.split()) <= LONGEST and _is_plain(thing) for thing in things)
    return len(things) if plain and len({thing.strip()[:1].isupper() for thing in things}) == 1 else 0


def _is_plain(thing: str) -> bool:
    """Return whether a thing of a list opens with no article or relative: "his deputy" explains who came before."""
    return thing.split()[0].lower() not in words("function_words")


def _numbered(article: Article, claim: Claim) -> int:
    """Return how many things are numbered under the headline, up or down without a gap; 0 where they are not."""
    numbers = [int(hit["number"]) for hit in _NUMBERED.finditer(article.document.text, claim.end)]
    count = len(numbers)
    return count if count >= FEWEST and sorted(numbers) == list(range(1, count + 1)) else 0


RECKONING = Reckoning("items", frozenset(("count",)), find)
