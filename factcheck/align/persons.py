"""Which roles are one person's: names that are the same or accepted forms of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from ..claims.role import role_of
from ..values.names import parse, relate_names
from .cluster import Cluster
from .context import Mention
from .groups import grouped
from .model import Evidence, Link

SURE = 10.0  # the score of a certain link


def clusters_of_persons(mentions: Sequence[Mention]) -> tuple[Cluster, ...]:
    """Return the roles of one story by person."""
    links = {
        (one, other): link for one, other in _candidates(mentions) if (link := _link(mentions[one], mentions[other]))
    }
    return grouped(mentions, links)


def _candidates(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places with a part of the name in common."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, mention in enumerate(mentions):
        name = parse(role_of(mention.claim).name)
        for part in {name.last, *name.given[:1], *name.given[1:]}:
            if len(part) > 1:
                blocks[part].append(place)
    yield from sorted({pair for block in blocks.values() for pair in combinations(block, 2)})


def _link(left: Mention, right: Mention) -> Link | None:
    """Return the link between two roles of one person, None for two persons."""
    one, other = role_of(left.claim).name, role_of(right.claim).name
    if relate_names(one, other) not in ("same", "form"):
        return None
    return Link(SURE, (Evidence(SURE, f"both name {one}"),))
