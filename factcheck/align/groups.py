"""Clusters of kinds that are linked by who is meant: everything linked is one fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from .blocks import Pair
from .cluster import Cluster
from .mention import Mention
from .model import Link


def grouped(mentions: Sequence[Mention], links: Mapping[Pair, Link]) -> tuple[Cluster, ...]:
    """Return mentions in clusters, each with all that it links to, in order of their places."""
    first = list(range(len(mentions)))
    for left, right in links:
        join(first, left, right)
    members: dict[int, list[int]] = defaultdict(list)
    for place in range(len(first)):
        members[root(first, place)].append(place)
    return tuple(_cluster(places, mentions, links) for _, places in sorted(members.items()))


def _cluster(places: Sequence[int], mentions: Sequence[Mention], links: Mapping[Pair, Link]) -> Cluster:
    """Return the mentions at some places, and the links among them by the ids of their claims."""
    among = {
        frozenset((mentions[left].claim.id, mentions[right].claim.id)): link
        for (left, right), link in links.items()
        if left in places
    }
    return Cluster(tuple(mentions[place] for place in places), among)


def root(first: list[int], place: int) -> int:
    """Return the first place of the group that a place is in."""
    while first[place] != place:
        place = first[place]
    return place


def join(first: list[int], left: int, right: int) -> None:
    """Put two places into one group, which is known by its first place."""
    one, other = sorted((root(first, left), root(first, right)))
    first[other] = one
