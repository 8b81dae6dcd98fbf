"""The linking stage: the claims of one story in, its clusters out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..claims import kinds
from ..claims.base import Claim
from ..models import Document
from .cluster import Cluster, clusters
from .context import Facet, Mention, mentions
from .labels import label
from .persons import clusters_of_persons
from .statuses import clusters_of_statuses
from .sums import sums

# Kinds that are linked by who is meant; all others by the evidence of their words and values.
_BY_PERSON = {"role": clusters_of_persons, "status": clusters_of_statuses}
READ = ("headline", "body")  # zones whose claims may speak of a fact


class Linked(NamedTuple):
    """One fact of a story before it is judged: a name and the mentions that were linked."""

    story: str
    kind: str
    label: str
    cluster: Cluster


def link_story(story: str, documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]) -> tuple[Linked, ...]:
    """Return the facts of a story; `claims` by document id. What only one claim tells is a fact too.

    The whole inside "nine of those 14" meets the counts of officers, but makes no fact by itself; nor does a sum.
    """
    by_id = {document.id: document for document in documents}
    by_kind: dict[str, list[Mention]] = defaultdict(list)
    for document in documents:
        for mention in mentions(document, tuple(offered(document, claims.get(document.id, ())))):
            by_kind[mention.claim.kind].append(mention)
    return tuple(
        Linked(story, kind, label(cluster.mentions, by_id), cluster)
        for kind in sorted(by_kind)
        for cluster in _BY_PERSON.get(kind, clusters)(by_kind[kind])
        if len(cluster.mentions) > 1 or not cluster.mentions[0].facet
    )


def offered(document: Document, claims: Sequence[Claim]) -> Iterator[Facet]:
    """Yield what the claims of a document offer for comparison, each with its signature."""
    read = [claim for claim in claims if claim.zone in READ]
    for claim in read:
        kind = kinds()[claim.kind]
        for facet in kind.facets(claim):
            yield facet, kinds()[facet.kind].signature(facet), None if facet is claim else "whole"
    for total in sums(read, document.text):
        yield total, kinds()[total.kind].signature(total), "sum"
