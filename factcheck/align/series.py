"""Reports of one series: how a market closed, told day after day in the same words and with other figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from .cluster import Cluster
from .groups import join, root
from .markets import is_traded, told_anew
from .mention import Mention
from .model import Link
from .rarity import Story

SAME_WORDS = 0.4  # likeness of two sentences that are told in the same words,
NEXT_WORDS = 0.5  # and of the words next to two figures
LEAST = 2  # figures at odds in the same words: one may be a slip
Homes = tuple[str, str]  # two documents


def of_one_series(clusters: Iterable[Cluster]) -> set[Homes]:
    """Return the pairs of documents that are reports of one series; `clusters` of all kinds.

    Two reports of two days tell several figures in the same words, or where a market stood, and most of them differ.
    Of accounts of one event most agree. How many were killed or held grows from day to day, and tells nothing of this.
    """
    differing: Counter[Homes] = Counter()
    alike: dict[Homes, set[str]] = defaultdict(set)
    for left, right, made, story in _figures(clusters):
        one, other = sorted((left.claim.document, right.claim.document))
        if not made.odds:
            alike[one, other].add(left.figure)
        elif told_anew(left, right):
            traded = is_traded(left) and is_traded(right)
            differing[one, other] += LEAST if traded else _in_same_words(left, right, story)
    return {homes for homes, times in differing.items() if times >= LEAST and times > len(alike[homes])}


def series(pairs: Collection[Homes]) -> dict[str, str]:
    """Return for each document of some pairs the first of all that hang together."""
    names = sorted({name for homes in pairs for name in homes})
    place = {name: at for at, name in enumerate(names)}
    first = list(range(len(names)))
    for left, right in pairs:
        join(first, place[left], place[right])
    return {name: names[root(first, at)] for name, at in place.items()}


def _figures(clusters: Iterable[Cluster]) -> Iterator[tuple[Mention, Mention, Link, Story]]:
    """Yield each two linked figures of two documents, and the story that tells how rare their words are."""
    for cluster in clusters:
        if cluster.story is None:
            continue
        for ids, (left, right) in cluster.between.items():
            figured = left.meant is not None or left.stated or is_traded(left)
            if figured and left.claim.document != right.claim.document:
                yield left, right, cluster.links[ids], cluster.story


def _in_same_words(left: Mention, right: Mention, story: Story) -> bool:
    """Return whether two figures stand in the same words."""
    if story.sentences.likeness(left.stems, right.stems) >= SAME_WORDS:
        return True
    return story.sentences.likeness(left.near, right.near) >= NEXT_WORDS
