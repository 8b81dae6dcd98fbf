"""How much a word tells in one story."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain

from .mention import Mention
from .rivals import Rivals


class Story:
    """What the mentions of one kind in one story have in common: how rare their words are, and their rivals."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self.sentences = Rarity(mention.stems for mention in mentions)
        self.rivals = Rivals(mentions)

    @cached_property
    def paragraphs(self) -> Rarity:
        """Return how rare a stem is among the paragraphs; not asked for where all pairs are barred."""
        return Rarity(mention.around for mention in self.mentions)

    @cached_property
    def _named(self) -> Counter[str]:
        """Return how many persons of other first names bear each last name."""
        names = (mention.subject.split() for mention in self.mentions if mention.subject)
        return Counter(last for _, last in {(name[0], name[-1]) for name in names if len(name) > 1})

    def has_namesakes(self, mention: Mention) -> bool:
        """Return whether a last name alone may be that of several persons in this story."""
        return self._named[mention.subject or ""] > 1


class Rarity:
    """How much a stem tells in one story: the rarer among its sentences, the more."""

    def __init__(self, sentences: Iterable[frozenset[str]]) -> None:
        seen = set(sentences)
        count = Counter(chain.from_iterable(seen))
        weights = {times: _exact(math.log(1 + len(seen) / times)) for times in {1, *count.values()}}
        self._weigh = _Weights({stem: weights[times] for stem, times in count.items() if times > 1})
        self._weigh.rarest = weights[1]
        self._totals: dict[frozenset[str], int] = {}

    def likeness(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return the weighted share of stems in common, from 0 to 1 (Dice on inverse frequency)."""
        shared = left & right
        return 2 * self._sum(shared) / (self._total(left) + self._total(right)) if shared else 0.0

    def _total(self, sentence: frozenset[str]) -> int:
        """Return the weight of all stems of a sentence, which comes up with many others."""
        total = self._totals.get(sentence)
        if total is None:
            total = self._totals[sentence] = self._sum(sentence)
        return total

    def _sum(self, stems: frozenset[str]) -> int:
        return sum(map(self._weigh.__getitem__, stems))


class _Weights(dict[str, int]):
    """The weights of stems; one that is not listed weighs as the rarest do."""

    rarest: int

    def __missing__(self, stem: str) -> int:
        return self.rarest


def _exact(weight: float) -> int:
    """Return a weight as a whole number of small parts, so that sums are the same in any order."""
    return round(weight * 2**40)
