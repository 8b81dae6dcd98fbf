"""Clusters of kinds that are linked by who is meant: everything linked is one fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .cluster import Cluster
from .context import Mention
from .model import Link


def grouped(mentions: Sequence[Mention], links: Mapping[tuple[int, int], Link]) -> tuple[Cluster, ...]:
    """Return mentions in clusters, each with all that it links to, in order of their places."""
    first = list(range(len(mentions)))
    members = {place: [place] for place in first}
    for left, right in sorted(links):
        one, other = sorted((first[left], first[right]))
        if one != other:
            for place in members[other]:
                first[place] = one
            members[one] += members.pop(other)
    return tuple(_cluster(sorted(places), mentions, links) for _, places in sorted(members.items()))


def _cluster(places: Sequence[int], mentions: Sequence[Mention], links: Mapping[tuple[int, int], Link]) -> Cluster:
    """Return the mentions at some places, and the links among them by the ids of their claims."""
    among = {
        frozenset((mentions[left].claim.id, mentions[right].claim.id)): link
        for (left, right), link in links.items()
        if left in places
    }
    return Cluster(tuple(mentions[place] for place in places), among)
