"""Links into clusters: each claim to its best partner in another document, and no chain across values."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from .context import Mention, Rarity, at_odds
from .model import Link, link, threshold
from .pairs import candidates
from .quotations import link_quotations

Pair = tuple[int, int]
LINKED_LEAST = 0.25  # of the pairs at odds across two clusters, before they may be one fact
TIE = 0.25  # of a score: two partners nearer than this are equally good


class Cluster(NamedTuple):
    """Mentions of one fact, by their place in the text, and the links among them."""

    mentions: tuple[Mention, ...]
    links: dict[frozenset[str], Link]


def clusters(mentions: Sequence[Mention]) -> tuple[Cluster, ...]:
    """Return the mentions of one story as clusters; a mention that links to none is its own."""
    links = _links(mentions)
    kept = _mutual(mentions, links)
    parent = list(range(len(mentions)))
    members = {place: [place] for place in parent}
    for left, right in sorted(kept, key=lambda pair: _turn(pair, mentions, links)):
        first, second = parent[left], parent[right]
        if first == second or not _mergeable(members[first], members[second], mentions, links):
            continue
        for place in members[second]:
            parent[place] = first
        members[first] += members.pop(second)
    return tuple(_cluster(sorted(places), mentions, links) for _, places in sorted(members.items()))


def _turn(pair: Pair, mentions: Sequence[Mention], links: Mapping[Pair, Link]) -> tuple[bool, bool, float, Pair]:
    """Return when a link has its turn: what agrees first, equal before close, strong before weak."""
    left, right = mentions[pair[0]], mentions[pair[1]]
    return at_odds(left, right), left.figure != right.figure, -links[pair].score, pair


def _links(mentions: Sequence[Mention]) -> dict[Pair, Link]:
    """Return the links that reach the threshold, by pair of places."""
    rarity = Rarity(mention.stems for mention in mentions)
    alone = Counter((m.claim.document, m.claim.kind, m.subject_class) for m in mentions)
    found = {}
    for pair in candidates(mentions):
        left, right = mentions[pair[0]], mentions[pair[1]]
        if left.claim.id == right.claim.id:
            continue
        if left.claim.kind == "quote":
            made = link_quotations(left, right)
        else:
            made = link(left, right, rarity, alone=_both_alone(left, right, alone))
            if _singled_out(left, right, alone):
                made = made._replace(barred="one of several is singled out")
        same = left.claim.document == right.claim.document and left.claim.kind != "quote"
        if made.barred is None and made.score >= threshold(same_document=same, same_figure=not at_odds(left, right)):
            found[pair] = made
    return found


def _both_alone(left: Mention, right: Mention, alone: Mapping[tuple[str, str, str | None], int]) -> bool:
    """Return whether each mention is the only one of its kind and subject in its document."""
    if left.claim.document == right.claim.document:
        return False
    return all(alone[m.claim.document, m.claim.kind, m.subject_class] == 1 for m in (left, right))


def _singled_out(left: Mention, right: Mention, counts: Mapping[tuple[str, str, str | None], int]) -> bool:
    """Return whether one mention tells of one where its document counts others too: "one man was shot"."""
    if left.claim.kind != "count" or not at_odds(left, right):
        return False
    ones = [m for m in (left, right) if m.figure == "1"]
    return any(counts[m.claim.document, m.claim.kind, m.subject_class] > 1 for m in ones)


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


def _mergeable(
    left: Sequence[int], right: Sequence[int], mentions: Sequence[Mention], links: Mapping[Pair, Link]
) -> bool:
    """Return whether enough pairs across two clusters that are at odds are linked themselves."""
    differing = [
        (min(one, other), max(one, other)) for one in left for other in right if at_odds(mentions[one], mentions[other])
    ]
    return sum(pair in links for pair in differing) >= LINKED_LEAST * len(differing)


def _cluster(places: Sequence[int], mentions: Sequence[Mention], links: Mapping[Pair, Link]) -> Cluster:
    inside = set(places)
    among = {
        frozenset((mentions[one].claim.id, mentions[other].claim.id)): made
        for (one, other), made in links.items()
        if one in inside and other in inside
    }
    return Cluster(tuple(mentions[place] for place in places), among)
