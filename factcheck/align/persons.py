"""Which roles are one person's: names that are the same, accepted forms, or a slip apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..claims.role import role_of
from ..values.names import parse, relate_names
from .blocks import LARGEST_BLOCK, Pair, meetings
from .cluster import Cluster
from .groups import grouped
from .mention import Mention
from .model import Evidence, Link

SURE = 10.0  # the score of a certain link
SPELT = 8.0  # and of two spellings of one name


def clusters_of_persons(mentions: Sequence[Mention]) -> tuple[Cluster, ...]:
    """Return the roles of one story by person.

    Two spellings are one person only where each text knows one of them: a text with both tells of two
    persons, or has its own slip, which then stands alone.
    """
    told: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        told[mention.claim.document].add(role_of(mention.claim).name)
    links = {
        (one, other): link
        for one, other in _candidates(mentions)
        if (link := _link(mentions[one], mentions[other], told))
    }
    return grouped(mentions, links)


def _candidates(mentions: Sequence[Mention]) -> Iterator[Pair]:
    """Yield the pairs of places with a part of the name in common."""
    names = [parse(role_of(mention.claim).name) for mention in mentions]
    keys = [tuple(sorted({part for part in (name.last, *name.given) if len(part) > 1})) for name in names]
    finer = [(role_of(mention.claim).name,) for mention in mentions]
    yield from sorted(meetings(keys, finer, largest=LARGEST_BLOCK))


def _link(left: Mention, right: Mention, told: Mapping[str, set[str]]) -> Link | None:
    """Return the link between two roles of one person, None for two persons."""
    one, other = role_of(left.claim).name, role_of(right.claim).name
    relation = relate_names(one, other)
    if relation in ("same", "form"):
        return _made(SURE, f"both name {one}")
    if relation == "different" or _known(other, told[left.claim.document]) or _known(one, told[right.claim.document]):
        return None
    return _made(SPELT, f"{one} and {other} are a slip apart, and each text has only one of them")


def _made(score: float, says: str) -> Link:
    return Link(score, (Evidence(score, says),))


def _known(name: str, names: set[str]) -> bool:
    """Return whether a text tells of a person by a name, or a form of it."""
    return any(relate_names(name, known) in ("same", "form") for known in names)
