"""All links among the mentions of one kind in one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .context import Mention, Rarity, at_odds
from .model import Link, link, threshold
from .pairs import candidates
from .quotations import link_quotations

Pair = tuple[int, int]


class Linkage(NamedTuple):
    """The links by pair of places in the mentions, and every pair that was compared."""

    links: dict[Pair, Link]
    compared: set[Pair]


def link_all(mentions: Sequence[Mention]) -> Linkage:
    """Return the links that reach the threshold, and all pairs that were looked at."""
    rarity = Rarity(mention.stems for mention in mentions)
    alone = Counter((m.claim.document, m.claim.kind, m.subject_class) for m in mentions)
    found: dict[Pair, Link] = {}
    compared = set()
    for pair in candidates(mentions):
        left, right = mentions[pair[0]], mentions[pair[1]]
        if left.claim.id == right.claim.id:
            continue
        compared.add(pair)
        if left.claim.kind == "quote":
            made = link_quotations(left, right)
        else:
            made = link(left, right, rarity, alone=_both_alone(left, right, alone))
            if _singled_out(left, right, alone):
                made = made._replace(barred="one of several is singled out")
        same = left.claim.document == right.claim.document and left.claim.kind != "quote"
        if made.barred is None and made.score >= threshold(same_document=same, same_figure=not at_odds(left, right)):
            found[pair] = made
    return Linkage(found, compared)


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
