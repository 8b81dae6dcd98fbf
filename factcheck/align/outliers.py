"""One claim against what several documents agree on: it need not be like all of them to be at odds with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .blocks import Pair
from .mention import Mention
from .model import Link
from .partition import BARRED, LEAST, Partition

AGREED = 3  # documents that give one figure


def is_outlier(pair: Pair, partition: Partition, links: Mapping[Pair, Link], mentions: Sequence[Mention]) -> bool:
    """Return whether one of two places stands alone with its figure against several documents that agree on another.

    Each of these tells the fact in words of its own, so the lone claim is held against the nearer half of them.
    """
    alone, agreed = sorted((partition.members(place) for place in pair), key=len)
    if len(alone) > 1 or len({mentions[place].figure for place in agreed}) > 1:
        return False
    homes = {mentions[place].claim.document for place in agreed}
    if len(homes) < AGREED or mentions[alone[0]].claim.document in homes:
        return False
    told = (links.get((min(place, alone[0]), max(place, alone[0]))) for place in agreed)
    sums = sorted((BARRED if made.barred else made.score for made in told if made), reverse=True)
    nearer = sums[: max(2, (len(sums) + 1) // 2)]
    return len(nearer) > 1 and sum(nearer) >= LEAST * len(nearer)
