"""All links among the mentions of one kind in one story."""

from __future__ import annotations

from collections.abc import Sequence

from .bars import FACING
from .blocks import Pair
from .echoes import is_echo
from .figures import at_odds, distance
from .mention import Mention
from .model import Link, link, settled
from .pairs import candidates
from .quotations import link_quotations
from .rarity import Story


def link_all(mentions: Sequence[Mention], story: Story) -> dict[Pair, Link]:
    """Return what links each candidate pair, or bars it, by place in the mentions.

    Those that agree are linked first: what two documents both tell is settled, and no rival of what is at odds.
    """
    found: dict[Pair, Link] = {}
    differing: list[Pair] = []
    for pair in candidates(mentions):
        left, right = mentions[pair[0]], mentions[pair[1]]
        if left.claim.id == right.claim.id:
            continue
        odds = at_odds(left, right) or _bounds_apart(left, right)
        if left.claim.kind == "quote":
            found[pair] = link_quotations(left, right)._replace(odds=odds)
        elif odds:
            differing.append(pair)
        else:
            found[pair] = _agreeing(left, right, story)
    return found | {pair: _differing(mentions[pair[0]], mentions[pair[1]], story) for pair in differing}


def _bounds_apart(left: Mention, right: Mention) -> bool:
    """Return whether two bounds could both be right, and yet are two figures, "over 50" and "over 90".

    In one sentence that both tell, "over 60" is another one too.
    """
    one, other = FACING.get(left.claim.approximation), FACING.get(right.claim.approximation)
    if None in (one, other) or left.figure == right.figure:
        return False
    return is_echo(left, right) or (one == other and distance(left, right) != "near")


def _agreeing(left: Mention, right: Mention, story: Story) -> Link:
    """Return what links two mentions that may both be right, and settle them if it is enough."""
    made = link(left, right, story, odds=False)
    across = left.claim.document != right.claim.document
    if across and made.barred is None and made.score >= settled():
        story.rivals.settle(left, right)
    return made


def _differing(left: Mention, right: Mention, story: Story) -> Link:
    """Return what links two mentions at odds, all that agrees being settled."""
    made = link(left, right, story, odds=True)
    if made.barred or made.echo:
        return made
    if _singled_out(left, right, story):
        return made._replace(barred="one of several is singled out")
    if left.claim.kind == "age" and (story.has_namesakes(left) or story.has_namesakes(right)):
        return made._replace(barred="several persons bear the name")
    if story.rivals.both_settled(left, right):
        return made._replace(barred="each article tells both")
    return made


def _singled_out(left: Mention, right: Mention, story: Story) -> bool:
    """Return whether one mention tells of one where its document counts others too: "one man was shot"."""
    if left.claim.kind != "count":
        return False
    return any(mention.figure == "1" and story.rivals.tells_others(mention) for mention in (left, right))
