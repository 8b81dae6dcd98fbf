"""Which addresses are of one place: the same street, and the same number or one where nothing tells two apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..claims.address import address_of
from ..values.addresses import Address, relate_addresses
from .blocks import LARGEST_BLOCK, meetings
from .cluster import Cluster
from .groups import grouped
from .mention import Mention
from .model import Evidence, Link
from .rarity import Rarity

SURE = 10.0  # the score of a certain link
ALIKE_AT_ODDS = 0.1  # likeness of two sentences from which two numbers of a street are of one place
Told = Mapping[tuple[str, str], set[str]]  # by document and street: the numbers told


def clusters_of_addresses(mentions: Sequence[Mention]) -> tuple[Cluster, ...]:
    """Return the addresses of one story by place.

    Two numbers of a street are one place only where each text has a single number there: whoever tells two
    tells of two places.
    """
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    read = [address_of(mention.claim) for mention in mentions]
    for mention, address in zip(mentions, read, strict=True):
        told[mention.claim.document, address.street].add(address.number)
    rarity = Rarity(mention.stems for mention in mentions)
    keys = [(f"street {address.street}", f"number {address.number}") for address in read]
    finer = [(mention.figure,) for mention in mentions]
    links = {
        pair: link
        for pair in sorted(meetings(keys, finer, largest=LARGEST_BLOCK))
        if (link := _link(mentions[pair[0]], mentions[pair[1]], told, rarity))
    }
    return grouped(mentions, links)


def _link(left: Mention, right: Mention, told: Told, rarity: Rarity) -> Link | None:
    """Return the link between two addresses of one place, None for two places."""
    one, other = address_of(left.claim), address_of(right.claim)
    relation = relate_addresses(one, other)
    if relation == "elsewhere":
        return None
    if relation == "number":
        lone = _lone(left, one, told) and _lone(right, other, told)
        if not lone or rarity.likeness(left.stems, right.stems) < ALIKE_AT_ODDS:
            return None
    odds = relation in ("number", "way", "spelling")
    return Link(SURE, (Evidence(SURE, f"both tell a number of {one.street.title()}"),), odds=odds)


def _lone(mention: Mention, address: Address, told: Told) -> bool:
    """Return whether a text tells one number of a street alone."""
    return len(told[mention.claim.document, address.street]) == 1
