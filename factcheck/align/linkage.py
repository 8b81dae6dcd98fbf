"""All links among the mentions of one kind in one story."""

from __future__ import annotations

from collections.abc import Sequence

from .blocks import Pair
from .figures import at_odds
from .mention import Mention
from .model import Link, link
from .pairs import candidates
from .quotations import link_quotations
from .rarity import Story


def link_all(mentions: Sequence[Mention], story: Story) -> dict[Pair, Link]:
    """Return what links each candidate pair, or bars it, by place in the mentions."""
    found: dict[Pair, Link] = {}
    for pair in candidates(mentions):
        left, right = mentions[pair[0]], mentions[pair[1]]
        if left.claim.id == right.claim.id:
            continue
        if left.claim.kind == "quote":
            found[pair] = link_quotations(left, right)._replace(odds=at_odds(left, right))
            continue
        found[pair] = made = link(left, right, story)
        if made.odds and made.barred is None and _singled_out(left, right, story):
            found[pair] = made._replace(barred="one of several is singled out")
    return found


def _singled_out(left: Mention, right: Mention, story: Story) -> bool:
    """Return whether one mention tells of one where its document counts others too: "one man was shot"."""
    if left.claim.kind != "count":
        return False
    return any(mention.figure == "1" and story.tells_others(mention) for mention in (left, right))
