"""Parts that grow: which mentions are one fact so far, and how alike two parts are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .blocks import Pair
from .mention import Mention
from .model import Link

BARRED = -3.0  # what a barred pair says against two clusters being one
BARRED_HERE = -8.0  # the same of two claims of one document: its writer tells the two apart
LEAST = 0.0  # mean evidence between all pairs of two clusters that one good link may join


class Sum(NamedTuple):
    """The evidence between two parts: of their compared pairs, and how many more are barred across two documents."""

    total: float = 0.0
    pairs: int = 0
    barred: int = 0

    def __add__(self, other: Sum) -> Sum:  # type: ignore[override]
        return Sum(self.total + other.total, self.pairs + other.pairs, self.barred + other.barred)

    def reaches(self, least: float, *, firm: bool) -> bool:
        """Return whether the mean evidence is that much; of a firm link, that of the pairs which nothing bars."""
        if firm and self.pairs and self.total >= LEAST * self.pairs:
            return True
        pairs = self.pairs + self.barred
        return bool(pairs) and self.total + BARRED * self.barred >= least * pairs


class Partition:
    """Places of mentions in parts that grow; two parts are as alike as their compared pairs on average."""

    def __init__(self, size: int, links: Mapping[Pair, Link], mentions: Sequence[Mention]) -> None:
        self._part = list(range(size))
        self._members = {place: [place] for place in range(size)}
        self._sums: dict[int, dict[int, Sum]] = defaultdict(dict)
        for (left, right), made in links.items():
            if mentions[left].claim.kind != "quote" or made.barred is None:
                same = mentions[left].claim.document == mentions[right].claim.document
                told = Sum(barred=1) if made.barred and not same else Sum(BARRED_HERE if made.barred else made.score, 1)
                self._sums[left][right] = self._sums[right][left] = told

    def part(self, place: int) -> int:
        """Return the part that a place is in, by one of its places."""
        return self._part[place]

    def members(self, place: int) -> list[int]:
        """Return the places in the part of a place."""
        return self._members[self._part[place]]

    def parts(self) -> tuple[tuple[int, ...], ...]:
        """Return the places of each part in order."""
        return tuple(tuple(sorted(places)) for _, places in sorted(self._members.items()))

    def join(self, pair: Pair, *, least: float, firm: bool = False) -> None:
        """Make one part of the parts of two places, if they are at least so much alike.

        A `firm` link asks only for those pairs that nothing bars across two documents: who says that 12 shots were
        fired is at odds with 11 shots, though others speak of 11 hits.
        """
        one, other = sorted((self._part[pair[0]], self._part[pair[1]]))
        if one == other or not self._sums[one].get(other, Sum()).reaches(least, firm=firm):
            return
        for place in self._members[other]:
            self._part[place] = one
        self._members[one] += self._members.pop(other)
        for third, told in self._sums.pop(other).items():
            del self._sums[third][other]
            if third != one:
                self._sums[one][third] = self._sums[third][one] = self._sums[one].get(third, Sum()) + told
