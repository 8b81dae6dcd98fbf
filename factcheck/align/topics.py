"""What a document is about: its stems, weighted by how few news stories use them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from ..lexicon import mapping
from ..models import Document
from ..text.clean import plain
from ..values.wording import stemmer
from .stems import SHORTEST, WORD

Terms = Mapping[str, float]

UNLISTED = 0.015  # share of news stories that use a stem, where the table does not list it


class Topic(NamedTuple):
    """The terms of a document as a vector of length 1, heaviest first, and the day of publication."""

    terms: dict[str, float]
    day: int | None


@cache
def rarity() -> dict[str, float]:
    """Return the weight of every stem that news uses often; 0 for one that every story uses."""
    return {stem: -math.log(int(share) / 1000) for stem, share in mapping("news_stems").items()}


def topics(documents: Iterable[Document]) -> tuple[Topic, ...]:
    """Return the topic of each document, from title and text.

    A weight depends on its own document alone, so that two articles are one story or two
    whatever else is checked with them.
    """
    weights, rare = rarity(), -math.log(UNLISTED)
    found = []
    for document in documents:
        spoken = WORD.findall(plain(f"{document.title or ''}\n{document.text}").lower())
        words = [word.removesuffix("'s") for word in spoken if len(word) >= SHORTEST]
        counted = Counter(stemmer().stemWords(words))
        weighted = {stem: (1 + math.log(times)) * weights.get(stem, rare) for stem, times in counted.items()}
        day = document.published.toordinal() if document.published else None
        found.append(Topic(_unit(weighted), day))
    return tuple(found)


def _unit(weighted: Terms) -> dict[str, float]:
    """Return the terms that have weight, scaled to length 1, heaviest first."""
    length = math.sqrt(math.fsum(weight * weight for weight in weighted.values())) or 1.0
    ordered = sorted(weighted.items(), key=lambda entry: (-entry[1], entry[0]))
    return {stem: weight / length for stem, weight in ordered if weight}


def likeness(left: Terms, right: Terms) -> float:
    """Return the product of two vectors of terms: the cosine, for topics; exact in any order.

    >>> likeness({"ferri": 0.6, "dead": 0.8}, {"ferri": 1.0})
    0.6
    """
    short, long = sorted((left, right), key=len)
    return math.fsum(weight * long[term] for term, weight in short.items() if term in long)
