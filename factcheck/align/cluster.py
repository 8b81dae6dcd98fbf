"""Links into clusters: what agrees first, then what is at odds; each step joins the two clusters most alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import inf
from typing import NamedTuple

from .bars import is_human
from .blocks import Pair
from .evidence import evidence
from .figures import at_odds
from .linkage import link_all
from .mention import Mention
from .model import Evidence, Link, threshold
from .odds import overtaking
from .outliers import is_outlier
from .partition import LEAST, Partition
from .rarity import Story
from .sums import HARMED

FIRM = 1.0  # evidence of a link at odds that joins two clusters though other pairs of theirs are barred
NAMED = -2.0  # the same where both tell the age of one full name
TIE = 0.25  # two partners whose scores are nearer than this are equally good


class Cluster(NamedTuple):
    """Mentions of one fact, by their place in the text, and the links among them by the ids of two claims.

    Where a link tells no evidence itself, the two mentions and their story do.
    """

    mentions: tuple[Mention, ...]
    links: dict[frozenset[str], Link]
    between: Mapping[frozenset[str], tuple[Mention, Mention]] = {}
    story: Story | None = None

    def evidence(self, ids: frozenset[str]) -> tuple[Evidence, ...]:
        """Return what links two claims, in words; nothing for claims that are not linked."""
        made = self.links.get(ids)
        if made is None or made.evidence or self.story is None:
            return made.evidence if made else ()
        return evidence(*self.between[ids], self.story, odds=made.odds)


def clusters(mentions: Sequence[Mention]) -> tuple[Cluster, ...]:
    """Return the mentions of one story as clusters; a mention that links to none is its own."""
    story = Story(mentions)
    links = link_all(mentions, story)
    wanted = {pair: made for pair, made in links.items() if _reaches(pair, made, mentions)}
    wanted = _placed(_uncrossed(wanted, mentions), mentions)
    partition = Partition(len(mentions), links, mentions)
    agreeing = _mutual(mentions, {pair: made for pair, made in wanted.items() if not made.odds})
    for pair in sorted(agreeing, key=lambda pair: _turn(pair, mentions, links)):
        partition.join(pair, least=LEAST)
    differing = {pair: made for pair, made in wanted.items() if made.odds}
    torn = _torn(mentions, differing) | _both_told(differing, agreeing, mentions) | _summed(differing, mentions)
    for pair in sorted(set(differing) - torn, key=lambda pair: (-links[pair].score, pair)):
        least = NAMED if _of_one_name(pair, mentions) else LEAST
        alone = mentions[pair[0]].claim.kind != "quote" and is_outlier(pair, partition, links, mentions)
        sure = alone or links[pair].echo
        partition.join(pair, least=-inf if sure else least, firm=links[pair].score >= FIRM)
    told = wanted | _told_elsewhere(links, wanted, partition, mentions)
    return tuple(_cluster(places, mentions, told, story) for places in partition.parts())


def _told_elsewhere(
    links: Mapping[Pair, Link], wanted: Mapping[Pair, Link], partition: Partition, mentions: Sequence[Mention]
) -> dict[Pair, Link]:
    """Return the weaker links inside a cluster whose two figures are linked there by others.

    Where "about 200 feet" is at odds with 150 metres on good evidence, less will do for "200 feet".
    """

    def key(pair: Pair) -> tuple[int, frozenset[str]]:
        return partition.part(pair[0]), frozenset(mentions[place].figure for place in pair)

    differing = (pair for pair, made in wanted.items() if made.odds)
    known = {key(pair) for pair in differing if partition.part(pair[0]) == partition.part(pair[1])}
    if not known:
        return {}
    return {
        pair: made
        for pair, made in links.items()
        if made.odds
        and made.barred is None
        and made.score >= LEAST
        and partition.part(pair[0]) == partition.part(pair[1])
        and key(pair) in known
    }


def _of_one_name(pair: Pair, mentions: Sequence[Mention]) -> bool:
    """Return whether two ages are of one person by full name, whoever else may be meant by "the girl"."""
    left, right = (mentions[place] for place in pair)
    named = left.claim.kind == "age" and " " in (left.subject or "") and " " in (right.subject or "")
    return named and not (is_human(left) or is_human(right))


def _reaches(pair: Pair, made: Link, mentions: Sequence[Mention]) -> bool:
    """Return whether the evidence reaches the threshold of its sort."""
    if made.barred:
        return False
    left, right = mentions[pair[0]], mentions[pair[1]]
    same = left.claim.document == right.claim.document and left.claim.kind != "quote" and not overtaking(left, right)
    return made.score >= threshold(same_document=same, same_figure=not made.odds)


def _uncrossed(links: Mapping[Pair, Link], mentions: Sequence[Mention]) -> dict[Pair, Link]:
    """Return links without those between two places of a sentence that are alike, where both figures have met."""
    met = {
        (here, mentions[there].claim.document)
        for pair, made in links.items()
        if made.echo and not made.odds
        for here, there in (pair, pair[::-1])
    }

    def is_crossed(left: int, right: int) -> bool:
        return {(left, mentions[right].claim.document), (right, mentions[left].claim.document)} <= met

    return {pair: made for pair, made in links.items() if not (made.echo and made.odds and is_crossed(*pair))}


def _placed(links: Mapping[Pair, Link], mentions: Sequence[Mention]) -> dict[Pair, Link]:
    """Return links without those of a mention to others in a document that tells its sentence with another figure."""
    echoes: dict[tuple[int, str], set[int]] = defaultdict(set)
    for (left, right), made in links.items():
        if made.echo and made.odds:
            echoes[left, mentions[right].claim.document].add(right)
            echoes[right, mentions[left].claim.document].add(left)

    def is_other(here: int, there: int) -> bool:
        placed = echoes.get((here, mentions[there].claim.document))
        return placed is not None and there not in placed

    return {(one, two): made for (one, two), made in links.items() if not (is_other(one, two) or is_other(two, one))}


def _turn(pair: Pair, mentions: Sequence[Mention], links: Mapping[Pair, Link]) -> tuple[bool, float, Pair]:
    """Return when a link has its turn: equal before close, strong before weak."""
    left, right = mentions[pair[0]], mentions[pair[1]]
    return left.figure != right.figure, -links[pair].score, pair


def _mutual(mentions: Sequence[Mention], links: Mapping[Pair, Link]) -> list[Pair]:
    """Return the pairs in which each is among the other's best in that document.

    Quotations, and claims of one document, may have several: a writer repeats what a speaker said.
    """
    best: dict[tuple[int, str], float] = defaultdict(float)
    for (left, right), made in links.items():
        for here, there in ((left, right), (right, left)):
            key = here, mentions[there].claim.document
            best[key] = max(best[key], made.score)

    def is_best(here: int, there: int, score: float) -> bool:
        return score >= best[here, mentions[there].claim.document] - TIE

    return [
        (left, right)
        for (left, right), made in links.items()
        if mentions[left].claim.kind == "quote"
        or mentions[left].claim.document == mentions[right].claim.document
        or (is_best(left, right, made.score) and is_best(right, left, made.score))
    ]


def _torn(mentions: Sequence[Mention], links: Mapping[Pair, Link]) -> set[Pair]:
    """Return the pairs at odds in which one could as well be paired with a third, which is at odds with the other.

    How far the figures are apart decides nothing here: 15 is no better partner of 12 than 18 is.
    """
    offers: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for (left, right), made in links.items():
        if mentions[left].claim.kind == "quote":
            continue
        offers[left, mentions[right].claim.document].append((made.ground, right))
        offers[right, mentions[left].claim.document].append((made.ground, left))

    def has_rival(here: int, there: int, ground: float) -> bool:
        rivals = offers[here, mentions[there].claim.document]
        return any(
            other >= ground - TIE and third != there and at_odds(mentions[third], mentions[there])
            for other, third in rivals
        )

    return {
        (left, right)
        for (left, right), made in links.items()
        if has_rival(left, right, made.ground) or has_rival(right, left, made.ground)
    }


def _both_told(differing: Iterable[Pair], agreeing: Iterable[Pair], mentions: Sequence[Mention]) -> set[Pair]:
    """Return the quotations at odds of which each has its own words in the other's document: two things were said."""
    homes: dict[int, set[str]] = defaultdict(set)
    for left, right in agreeing:
        homes[left].add(mentions[right].claim.document)
        homes[right].add(mentions[left].claim.document)
    return {
        (left, right)
        for left, right in differing
        if mentions[left].claim.kind == "quote"
        and mentions[right].claim.document in homes[left]
        and mentions[left].claim.document in homes[right]
    }


def _summed(differing: Iterable[Pair], mentions: Sequence[Mention]) -> set[Pair]:
    """Return the pairs at odds of which one makes the other's figure with others beside it: seven, and two others.

    The dead and the hurt together are neither.
    """
    totals = [mention for mention in mentions if mention.facet == "sum" and mention.predicate.isdisjoint(HARMED)]

    def makes(part: Mention, whole: Mention) -> bool:
        return any(
            total.figure == whole.figure
            and (total.subject == part.subject or total.claim.id == part.claim.id)
            and total.claim.document == part.claim.document
            and total.claim.start <= part.claim.start < total.claim.end
            for total in totals
        )

    told = ((pair, mentions[pair[0]], mentions[pair[1]]) for pair in differing)
    return {pair for pair, left, right in told if totals and (makes(left, right) or makes(right, left))}


def _cluster(places: Sequence[int], mentions: Sequence[Mention], links: Mapping[Pair, Link], story: Story) -> Cluster:
    linked = [pair for pair in combinations(places, 2) if pair in links]
    between = {pair: (mentions[pair[0]], mentions[pair[1]]) for pair in linked}
    named = {pair: frozenset((one.claim.id, other.claim.id)) for pair, (one, other) in between.items()}
    return Cluster(
        tuple(mentions[place] for place in places),
        {named[pair]: links[pair] for pair in linked},
        {named[pair]: between[pair] for pair in linked},
        story,
    )
