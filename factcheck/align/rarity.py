"""How much a word tells in one story, and which of its mentions have rivals of their kind."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain

from ..lexicon import words
from ..values.dates import DAYS
from .figures import dimension
from .mention import COUNTED, Mention


class Story:
    """What the mentions of one kind in one story have in common: how rare their words are, and who is alone."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self.sentences = Rarity(mention.stems for mention in mentions)
        self._tellings = Counter(_tells(mention) for mention in mentions)
        self._days = Counter(mention.claim.document for mention in mentions if _is_day(mention))
        self._timed = Counter(mention.claim.document for mention in mentions if mention.timed)
        self._tolls: dict[tuple[str, str], set[str]] = defaultdict(set)
        for mention in mentions:
            for toll in mention.predicate & words("tallies"):
                self._tolls[mention.claim.document, toll].add(mention.figure)
        self._figures = Counter(_gives(mention) for mention in mentions)

    @cached_property
    def paragraphs(self) -> Rarity:
        """Return how rare a stem is among the paragraphs; not asked for where all pairs are barred."""
        return Rarity(mention.around for mention in self.mentions)

    def rivals(self, left: Mention, right: Mention, *, odds: bool) -> int:
        """Return how many mentions of its kind and subject each has to be told from, in the fuller document.

        Of two that tell one toll, only the figures that the document gives for it: the dead are no rivals of the hurt.
        A time of day has to be told from others only: its day is none. A day that both give, from days.
        """
        tolls = [deed for deed in left.predicate & right.predicate if deed in words("tallies")]
        if tolls and left.claim.kind == "count":
            return max(len(self._tolls[mention.claim.document, toll]) for mention in (left, right) for toll in tolls)
        if left.timed and right.timed:
            return max(self._timed[mention.claim.document] for mention in (left, right))
        if not odds and _is_day(left) and _is_day(right):
            return max(self._days[mention.claim.document] for mention in (left, right))
        return max(self._tellings[_tells(left)], self._tellings[_tells(right)])

    def repeats(self, left: Mention, right: Mention) -> int:
        """Return how often the fuller document gives the figure that both give, of whatever it counts."""
        return max(self._figures[_gives(left)], self._figures[_gives(right)])

    def tells_others(self, mention: Mention) -> bool:
        """Return whether a mention's document has others of its kind and subject."""
        return self._tellings[_tells(mention)] > 1


def _tells(mention: Mention) -> tuple[str, str | None]:
    """Return a document and what a mention gives a figure of: officers, or a length, which is no rival of a weight."""
    return mention.claim.document, mention.subject_class if mention.claim.kind in COUNTED else dimension(mention)


def _is_day(mention: Mention) -> bool:
    """Return whether a mention is a date that tells the day."""
    return mention.claim.kind == "date" and mention.precision in DAYS


def _gives(mention: Mention) -> tuple[str, str]:
    return mention.claim.document, mention.figure


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
