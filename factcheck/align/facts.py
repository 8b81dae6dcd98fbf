"""The linking stage: the claims of one story in, its clusters out."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from ..claims import kinds
from ..claims.base import Claim
from ..lexicon import words
from ..models import Document
from ..reading.dates.datelines import dateline
from ..values.quantity import Quantity, compare
from .addresses import clusters_of_addresses
from .cluster import Cluster, clusters
from .context import mentions
from .labels import label
from .mention import Facet, Mention
from .persons import clusters_of_persons
from .series import Homes, of_one_series, series
from .spellings import clusters_of_names
from .statuses import clusters_of_statuses
from .sums import sums

_WORD = re.compile(r"[a-z]+")
_OR_ELSE = re.compile(r"\s{0,3}(?:\(\s?(?:or\s)?|,?\sor\s)")  # 3,000 km ( · 3,000 km, or
_POSTED = re.compile(r"\(@\w{1,30}\)\s{0,3}$")  # Ana Roe (@anaroe) 8 January 2020
_REPORTED = re.compile(r"\b(?:months?|weeks?|quarter|half|year) (?:to|ended|ending|through)(?: the end of)?\s+$")
# NAIROBI, Nov. 17 (    BEIJING, 3 May --
_DATELINE = re.compile(r"[A-Z][A-Z'. -]{2,30}(?:, [A-Z][\w. ]{2,20})?, [A-Z]?[\w. ]{2,18} (?:\([A-Z]|--|–|—|_)")
# Kinds that are linked by who or what place is meant; all others by the evidence of their words and values.
_BY_SUBJECT = {
    "address": clusters_of_addresses,
    "name": clusters_of_names,
    "role": clusters_of_persons,
    "status": clusters_of_statuses,
}
LONGEST_OPENING = 4  # words
READ = ("headline", "body")  # zones whose claims may speak of a fact


class Linked(NamedTuple):
    """One fact of a story before it is judged: a name and the mentions that were linked."""

    story: str
    kind: str
    label: str
    cluster: Cluster


def day_of(document: Document, drafts: Collection[str]) -> dt.date | None:
    """Return the day on which a document came out, if need be from its own date line; none for a draft."""
    return None if document.id in drafts else document.published or dateline(document.text)


def link_story(
    story: str, documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]], drafts: Collection[str] = ()
) -> tuple[Linked, ...]:
    """Return the facts of a story; `claims` by document id. What only one claim tells is a fact too.

    A draft is of no day, since it rests on its sources, however old they are.

    The whole inside "nine of those 14" meets the counts of officers, but makes no fact by itself; nor does a sum.
    """
    by_id = {document.id: document for document in documents}
    by_kind: dict[str, list[Mention]] = defaultdict(list)
    for document in documents:
        told = tuple(offered(document, claims.get(document.id, ())))
        for mention in mentions(document, told, day_of(document, drafts)):
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
    known: set[Homes] = set()
    while True:
        found = {kind: _BY_SUBJECT.get(kind, clusters)(by_kind[kind]) for kind in sorted(by_kind)}
        new = of_one_series(chain.from_iterable(found.values())) - known
        if not new:
            return found
        known |= new
        reports = series(known)
        by_kind = {
            kind: [mention._replace(series=reports.get(mention.claim.document)) for mention in told]
            for kind, told in by_kind.items()
        }


def offered(document: Document, claims: Sequence[Claim]) -> Iterator[Facet]:
    """Yield what the claims of a document offer for comparison, each with its signature."""
    read = [claim for claim in claims if claim.zone in READ and not _dates_no_event(document.text, claim)]
    read = [claim for claim, before in zip(read, [None, *read], strict=False) if not _restates(document, before, claim)]
    for claim in read:
        kind = kinds()[claim.kind]
        for facet in kind.facets(claim):
            sort = None if facet is claim else "level" if (claim.kind, facet.kind) == ("change", "count") else "whole"
            yield facet, kinds()[facet.kind].signature(facet), sort
    for total in sums(read, document.text):
        yield total, kinds()[total.kind].signature(total), "sum"


def _restates(document: Document, before: Claim | None, claim: Claim) -> bool:
    """Return whether a measure tells the one before in another unit: "3,000 km (1,900 miles)". It makes no fact."""
    if before is None or claim.kind != "measure" or before.kind != "measure":
        return False
    one, other = before.value, claim.value
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)) or one.unit == other.unit:
        return False
    joined = _OR_ELSE.fullmatch(document.text, before.end, claim.start)
    return bool(joined) and compare(one, other, ("none", "none")).relation in ("equal", "inside", "overlap")


def _dates_no_event(text: str, claim: Claim) -> bool:
    """Return whether a date is the stamp of a text, or ends the months of a report: the quarter to 31 December."""
    if claim.kind != "date":
        return False
    return _is_stamp(text, claim) or _REPORTED.search(text, claim.sentence.start, claim.start) is not None


def _is_stamp(text: str, claim: Claim) -> bool:
    """Return whether a date tells when a text was put out: of a post by its writer, of a line by its opening."""
    before = text[claim.sentence.start : claim.start]
    told = _WORD.findall(before.lower())
    shortest = 1 if before.rstrip().endswith(":") else len(told)
    openings = (" ".join(told[-count:]) for count in range(shortest, min(len(told), LONGEST_OPENING) + 1))
    if _DATELINE.match(text, claim.sentence.start, claim.end + len(" (Xinhua)")):
        return True
    return bool(_POSTED.search(before)) or any(opening in words("stamp_openers") for opening in openings)
