"""The linking stage: the claims of one story in, its clusters out."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from ..claims.base import Claim
from ..models import Document
from ..reading.dates.datelines import dateline
from .addresses import clusters_of_addresses
from .cluster import Cluster, clusters
from .context import mentions
from .labels import label
from .mention import Mention
from .offers import offered
from .persons import clusters_of_persons
from .series import Homes, of_one_series, series
from .spellings import clusters_of_names
from .statuses import clusters_of_statuses
from .wordings import clusters_of_wordings

# Kinds that are linked by who or what place is meant; all others by the evidence of their words and values.
_BY_SUBJECT = {
    "address": clusters_of_addresses,
    "name": clusters_of_names,
    "role": clusters_of_persons,
    "status": clusters_of_statuses,
    "wording": clusters_of_wordings,
}


class Linked(NamedTuple):
    """One fact of a story before it is judged: a name and the mentions that were linked."""

    story: str
    kind: str
    label: str
    cluster: Cluster


def day_of(document: Document, drafts: Collection[str]) -> dt.date | None:
    """Return the day on which a document came out, if need be from its own date line; none for a draft."""
    return None if document.id in drafts else document.published or dateline(document.text)


def days_of(documents: Sequence[Document], drafts: Collection[str]) -> dict[str, dt.date | None]:
    """Return the day on which each document came out, by its id.

    A draft is of no day, since it rests on its sources, however old they are.
    """
    return {document.id: day_of(document, drafts) for document in documents}


def link_story(
    story: str,
    documents: Sequence[Document],
    claims: Mapping[str, Sequence[Claim]],
    days: Mapping[str, dt.date | None],
) -> tuple[Linked, ...]:
    """Return the facts of a story; `claims` and `days` by document id. What only one claim tells is a fact too.

    The whole inside "nine of those 14" meets the counts of officers, but makes no fact by itself; nor does a sum.
    """
    by_id = {document.id: document for document in documents}
    by_kind: dict[str, list[Mention]] = defaultdict(list)
    for document in documents:
        told = tuple(offered(document, claims.get(document.id, ())))
        for mention in mentions(document, told, days[document.id]):
            by_kind[mention.claim.kind].append(mention)
    return tuple(
        Linked(story, kind, label(cluster.mentions, by_id), cluster)
        for kind, found in _clustered(by_kind).items()
        for cluster in found
        if len(cluster.mentions) > 1 or not cluster.mentions[0].facet
    )


def _clustered(by_kind: Mapping[str, Sequence[Mention]]) -> dict[str, tuple[Cluster, ...]]:
    """Return the clusters of each kind; of reports of one series nothing that is at odds is linked.

    Once those are apart, what they tell may be linked with a third report: so it is asked until nothing is new.
    """
    found = {kind: _BY_SUBJECT.get(kind, clusters)(told) for kind, told in sorted(by_kind.items())}
    known: set[Homes] = set()
    while new := of_one_series(chain.from_iterable(found.values())) - known:
        known |= new
        reports = series(known)
        for kind in found.keys() - _BY_SUBJECT.keys():
            found[kind] = clusters([told._replace(series=reports.get(told.claim.document)) for told in by_kind[kind]])
    return found
