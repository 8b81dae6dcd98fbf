"""Which outcomes are told of one subject: the same person, or the same noun in sentences that are alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..claims.status import status_of
from ..lexicon import words
from ..values.names import parse, relate_names
from ..values.outcomes import relate_outcomes
from .blocks import LARGEST_BLOCK, Pair, meetings
from .cluster import Cluster
from .groups import grouped
from .mention import Mention
from .model import Evidence, Link
from .rarity import Rarity

SURE = 10.0  # the score of a certain link
ALIKE = 0.2  # likeness of two sentences on "the gunman", from which he is one and what befell him the same
ALIKE_AT_ODDS = 0.3  # and where they tell different outcomes
Told = Mapping[tuple[str, str], set[str]]  # by document and subject: the outcomes told


def clusters_of_statuses(mentions: Sequence[Mention]) -> tuple[Cluster, ...]:
    """Return the outcomes of one story by subject and course of events.

    A text that tells both outcomes itself tells how one led to the other, and is at odds with nobody.
    """
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in mentions:
        told[mention.claim.document, _subject(mention)].add(mention.figure)
    rarity = Rarity(mention.stems for mention in mentions)
    links = {
        (one, other): link
        for one, other in _candidates(mentions)
        if (link := _link(mentions[one], mentions[other], told, rarity))
    }
    return grouped(mentions, links)


def _subject(mention: Mention) -> str:
    return mention.claim.subject or ""


def _candidates(mentions: Sequence[Mention]) -> Iterator[Pair]:
    """Yield the pairs of places whose subjects share a last name, or a noun."""
    keys = [(parse(_subject(mention)).last,) for mention in mentions]
    finer = [(_subject(mention), mention.figure) for mention in mentions]
    yield from sorted(meetings(keys, finer, largest=LARGEST_BLOCK))


def _link(left: Mention, right: Mention, told: Told, rarity: Rarity) -> Link | None:
    """Return the link between two outcomes of one subject, None where they are two facts."""
    one, other = status_of(left.claim), status_of(right.claim)
    relation = relate_outcomes(one.outcome, other.outcome)
    odds = left.figure != right.figure
    if odds and (relation == "none" or (relation != "same" and "denied" in (one.polarity, other.polarity))):
        return None
    if odds and (left.claim.document == right.claim.document or _tells_both(left, right, told)):
        return None
    likeness = rarity.likeness(left.stems, right.stems)
    if not _one_subject(left, right, likeness, ALIKE_AT_ODDS if odds else ALIKE):
        return None
    told_of = _subject(left)
    return Link(SURE, (Evidence(SURE, f"both tell what became of {told_of.title() if ' ' in told_of else told_of}"),))


def _one_subject(left: Mention, right: Mention, likeness: float, least: float) -> bool:
    """Return whether two subjects are one: a name, or a noun where the sentences are alike enough."""
    one, other = _subject(left), _subject(right)
    if one in words("status_nouns") or other in words("status_nouns"):
        return one == other and likeness >= least
    return relate_names(one, other) in ("same", "form")


def _tells_both(left: Mention, right: Mention, told: Told) -> bool:
    """Return whether one of the texts tells the other's outcome too."""
    mine = told[left.claim.document, _subject(left)]
    theirs = told[right.claim.document, _subject(right)]
    return right.figure in mine or left.figure in theirs
