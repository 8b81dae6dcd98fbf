"""Links into clusters: each claim to its best partner in another document, and no chain across values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from .context import Mention, at_odds
from .linkage import Linkage, Pair, link_all
from .model import Link

LINKED_LEAST = 0.25  # of the pairs at odds across two clusters, before they may be one fact
TIE = 0.25  # of a score: two partners nearer than this are equally good


class Cluster(NamedTuple):
    """Mentions of one fact, by their place in the text, and the links among them."""

    mentions: tuple[Mention, ...]
    links: dict[frozenset[str], Link]


def clusters(mentions: Sequence[Mention]) -> tuple[Cluster, ...]:
    """Return the mentions of one story as clusters; a mention that links to none is its own."""
    linkage = link_all(mentions)
    parent = list(range(len(mentions)))
    members = {place: [place] for place in parent}
    for left, right in sorted(_mutual(mentions, linkage.links), key=lambda pair: _turn(pair, mentions, linkage.links)):
        first, second = parent[left], parent[right]
        if first == second or not _mergeable(members[first], members[second], mentions, linkage):
            continue
        for place in members[second]:
            parent[place] = first
        members[first] += members.pop(second)
    return tuple(_cluster(sorted(places), mentions, linkage.links) for _, places in sorted(members.items()))


def _turn(pair: Pair, mentions: Sequence[Mention], links: Mapping[Pair, Link]) -> tuple[bool, bool, float, Pair]:
    """Return when a link has its turn: what agrees first, equal before close, strong before weak."""
    left, right = mentions[pair[0]], mentions[pair[1]]
    return at_odds(left, right), left.figure != right.figure, -links[pair].score, pair


def _mutual(mentions: Sequence[Mention], links: Mapping[Pair, Link]) -> list[Pair]:
    """Return the pairs in which each is the other's best in that document.

    Quotations, and claims of one document, may have several: a writer repeats what a speaker said.
    Where two partners with different values are equally good, neither is taken.
    """
    ranked: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for (left, right), made in links.items():
        ranked[left, mentions[right].claim.document].append((made.score, right))
        ranked[right, mentions[left].claim.document].append((made.score, left))
    best = {key: _best(key[0], offers, mentions) for key, offers in ranked.items()}
    return [
        (left, right)
        for left, right in links
        if mentions[left].claim.kind == "quote"
        or mentions[left].claim.document == mentions[right].claim.document
        or (right in best[left, mentions[right].claim.document] and left in best[right, mentions[left].claim.document])
    ]


def _best(place: int, offers: list[tuple[float, int]], mentions: Sequence[Mention]) -> frozenset[int]:
    """Return the partners of a mention in one document: the best, and all that agree with it.

    None where the best two are at odds with each other and equally good.
    """
    top = max(score for score, _ in offers)
    best = [partner for score, partner in offers if score >= top - TIE]
    if any(at_odds(mentions[one], mentions[other]) for one, other in combinations(best, 2)):
        return frozenset()
    agreeing = [partner for _, partner in offers if not at_odds(mentions[place], mentions[partner])]
    return frozenset((*best, *agreeing))


def _mergeable(left: Sequence[int], right: Sequence[int], mentions: Sequence[Mention], linkage: Linkage) -> bool:
    """Return whether enough pairs at odds across two clusters, of those compared, are linked themselves."""
    if len({mentions[place].figure for place in (*left, *right)}) == 1:
        return True
    differing = [
        (min(one, other), max(one, other)) for one in left for other in right if at_odds(mentions[one], mentions[other])
    ]
    compared = [pair for pair in differing if pair in linkage.compared]
    if not compared:
        return not differing
    return sum(pair in linkage.links for pair in compared) >= LINKED_LEAST * len(compared)


def _cluster(places: Sequence[int], mentions: Sequence[Mention], links: Mapping[Pair, Link]) -> Cluster:
    inside = set(places)
    among = {
        frozenset((mentions[one].claim.id, mentions[other].claim.id)): made
        for (one, other), made in links.items()
        if one in inside and other in inside
    }
    return Cluster(tuple(mentions[place] for place in places), among)
