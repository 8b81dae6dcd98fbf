"""What a mention has to be told from before it can be paired: others of its kind that could be meant as well."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..lexicon import words
from ..values.dates import DAYS
from .figures import dimension
from .mention import COUNTED, Mention

Pool = tuple[str, str | None]  # what the figures are of that a document tells: officers, lengths, the dead
TIMED, DAY = ("timed", None), ("day", None)


class Rivals:
    """What each document of a story tells of one kind, and what of that another document tells too.

    A figure told twice is mostly one thing; on one day, or at one hour, many things happen.
    """

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._told: dict[tuple[str, Pool], set[str]] = defaultdict(set)
        self._settled: dict[tuple[str, Pool, str], set[str]] = defaultdict(set)
        for mention in mentions:
            for pool in _pools(mention):
                self._told[mention.claim.document, pool].add(_thing(mention))
        self._figures = Counter(_gives(mention) for mention in mentions)

    def settle(self, left: Mention, right: Mention) -> None:
        """Take note that two mentions tell one thing alike: neither is a rival of what the two documents tell apart."""
        for here, there in ((left, right), (right, left)):
            for pool in _pools(here):
                self._settled[here.claim.document, pool, there.claim.document].add(_thing(here))

    def count(self, left: Mention, right: Mention, *, odds: bool) -> int:
        """Return from how many each of two has to be told, itself among them, in the fuller document.

        Of two that tell one toll, only the figures that the document gives for it: the dead are no rivals of the hurt.
        A time of day has to be told from others only: its day is none. A day that both give, from days. What is at
        odds, only from what the other document does not tell.
        """
        sides = ((left, right), (right, left))
        return max(
            self._open(here, pool, there.claim.document if odds else "")
            for here, there in sides
            for pool in _shared(here, there, odds=odds)
        )

    def _open(self, mention: Mention, pool: Pool, other: str) -> int:
        """Return how many things of a pool another document leaves open, that of the mention among them."""
        home = mention.claim.document
        told, settled = self._told[home, pool], self._settled.get((home, pool, other), ())
        return len(told) - len(settled) + (_thing(mention) in settled)

    def both_settled(self, left: Mention, right: Mention) -> bool:
        """Return whether the document of each of two mentions tells what the other tells too."""
        return self._is_settled(left, right) and self._is_settled(right, left)

    def _is_settled(self, here: Mention, there: Mention) -> bool:
        told = self._settled.get((here.claim.document, _pool(here), there.claim.document), ())
        return _thing(here) in told

    def repeats(self, left: Mention, right: Mention) -> int:
        """Return how often the fuller document gives the figure that both give, of whatever it counts."""
        return max(self._figures[_gives(left)], self._figures[_gives(right)])

    def tells_others(self, mention: Mention) -> bool:
        """Return whether a mention's document gives other figures of the same."""
        return len(self._told[mention.claim.document, _pool(mention)]) > 1


def _shared(here: Mention, there: Mention, *, odds: bool) -> tuple[Pool, ...]:
    """Return the pools in which one of two mentions may be mistaken."""
    if here.claim.kind == "count" and (tolls := _tolls(here.predicate & there.predicate)):
        return tolls
    if here.timed and there.timed:
        return (TIMED,)
    return (DAY,) if not odds and _is_day(here) and _is_day(there) else (_pool(here),)


def _pools(mention: Mention) -> Iterator[Pool]:
    """Yield what a mention's figure may be of."""
    yield _pool(mention)
    yield from _tolls(mention.predicate)
    if mention.timed:
        yield TIMED
    if _is_day(mention):
        yield DAY


def _pool(mention: Mention) -> Pool:
    """Return what a mention gives a figure of: officers, or a length, which is no rival of a weight."""
    return "of", mention.subject_class if mention.claim.kind in COUNTED else dimension(mention)


@lru_cache(maxsize=1024)
def _tolls(predicate: frozenset[str]) -> tuple[Pool, ...]:
    """Return the tolls that a mention tells by its predicate: of the dead, of the hurt."""
    return tuple(("toll", deed) for deed in sorted(predicate & words("tallies")))


def _is_day(mention: Mention) -> bool:
    """Return whether a mention is a date that tells the day."""
    return mention.claim.kind == "date" and mention.precision in DAYS


def _thing(mention: Mention) -> str:
    """Return what a mention tells, by its figure; a date is of a thing of its own."""
    return mention.claim.id if mention.claim.kind in ("age", "date") else mention.figure


def _gives(mention: Mention) -> tuple[str, str]:
    return mention.claim.document, mention.figure
