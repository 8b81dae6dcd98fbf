"""Linked claims into facts, variants and findings: each pair of variants goes down its kind's ladder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import combinations

from ..align.facts import Linked
from ..align.model import Link
from ..claims import kinds
from ..claims.base import Claim
from ..findings import RANK, Fact, Finding, Variant
from ..models import Document, content_id
from .evaluate import Ruling, decide, message
from .rules import RuleBook

Grouped = dict[str, tuple[Claim, ...]]


def judge(
    linked: Linked,
    rules: RuleBook,
    documents: Mapping[str, Document],
    *,
    drafts: frozenset[str] = frozenset(),
) -> tuple[Fact, tuple[Finding, ...]]:
    """Return the fact of some linked claims, and what the rules say about its variants.

    With `drafts`, documents by id, a finding is told by a claim of a draft, and none is without one.
    """
    groups = _variants(linked)
    fact_id = "f" + content_id(
        linked.story, linked.kind, *sorted(c.id for group in groups.values() for c in group), length=12
    )
    pairs = [
        _finding(linked, rules, documents, fact_id, (one, groups[one]), (other, groups[other]), drafts)
        for one, other in combinations(groups, 2)
    ]
    found = [finding for finding in pairs if finding.verdict != "discrepancy" or _linked(linked, finding)]
    found += [
        _agreement(linked, rules, documents, fact_id, name, group)
        for name, group in groups.items()
        if len({claim.document for claim in group}) > 1
    ]
    homes = {mention.claim.id: mention.claim.document for mention in linked.cluster.mentions}
    found = [
        finding
        for finding in found
        if finding.rule not in rules.ignored
        and (not drafts or any(homes[c] in drafts for c in finding.claims))
    ]
    variants = tuple(_variant(linked.kind, name, group, documents) for name, group in groups.items())
    verdict = max((finding.verdict for finding in found), key=RANK.__getitem__, default="single_source")
    fact = Fact(
        id=fact_id,
        story=linked.story,
        kind=linked.kind,
        label=linked.label,
        variants=variants,
        verdict=verdict,
    )
    return fact, tuple(found)


def _linked(linked: Linked, finding: Finding) -> bool:
    """Return whether the claims of a finding are linked themselves, not through a third."""
    return frozenset(finding.claims) in linked.cluster.links


def _variants(linked: Linked) -> Grouped:
    """Return the claims that tell the same, by variant name, most claims first."""
    groups: dict[str, list[Claim]] = {}
    for mention in linked.cluster.mentions:
        groups.setdefault(mention.signature, []).append(mention.claim)
    ordered = sorted(groups.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return {
        f"v{place}": tuple(sorted(group, key=lambda claim: (claim.document, claim.start)))
        for place, (_, group) in enumerate(ordered, 1)
    }


def _variant(kind: str, name: str, claims: tuple[Claim, ...], documents: Mapping[str, Document]) -> Variant:
    sources = tuple(sorted({documents[claim.document].source for claim in claims}))
    return Variant(
        id=name,
        display=kinds()[kind].display(claims[0]),
        claims=tuple(claim.id for claim in claims),
        sources=sources,
        independent_sources=len(sources),
    )


def _ruling(
    kind: str, left: Claim, right: Claim, rules: RuleBook, documents: Mapping[str, Document]
) -> Ruling:
    """Return the rule that decides two claims, the days of publication measured too."""
    measure = kinds()[kind].measure
    days = (documents[left.document].published, documents[right.document].published)
    forward = measure(left, right).model_copy(update={"told": _told_first(*days)})
    backward = measure(right, left).model_copy(update={"told": _told_first(*reversed(days))})
    return decide(rules.ladders[kind], forward, backward)


def _told_first(left: dt.date | None, right: dt.date | None) -> str:
    """Return which of two articles was published first, as far as anybody says."""
    if left is None or right is None:
        return "unknown"
    if left == right:
        return "same-day"
    return "left-first" if left < right else "right-first"


def _finding(
    linked: Linked,
    rules: RuleBook,
    documents: Mapping[str, Document],
    fact: str,
    one: tuple[str, tuple[Claim, ...]],
    other: tuple[str, tuple[Claim, ...]],
    drafts: frozenset[str],
) -> Finding:
    """Return what the ladder says about two variants, told by the pair that was linked best."""
    left, right = _pair(linked, one[1], other[1], drafts)
    ruling = _ruling(linked.kind, left, right, rules, documents)
    told = (right, left) if ruling.swapped else (left, right)
    names = (other[0], one[0]) if ruling.swapped else (one[0], other[0])
    return _told(linked, ruling, documents, fact, told, names)


def _agreement(
    linked: Linked,
    rules: RuleBook,
    documents: Mapping[str, Document],
    fact: str,
    name: str,
    claims: tuple[Claim, ...],
) -> Finding:
    """Return the finding that several documents tell one variant."""
    left = claims[0]
    right = next(claim for claim in claims if claim.document != left.document)
    ruling = _ruling(linked.kind, left, right, rules, documents)
    return _told(linked, ruling, documents, fact, (left, right), (name,))


def _pair(
    linked: Linked, one: tuple[Claim, ...], other: tuple[Claim, ...], drafts: frozenset[str]
) -> tuple[Claim, Claim]:
    """Return the best linked claims of two variants: with a draft, across documents, the strongest."""

    def strength(pair: tuple[Claim, Claim]) -> tuple[bool, bool, float, str, str]:
        made = linked.cluster.links.get(frozenset((pair[0].id, pair[1].id)))
        homes = {claim.document for claim in pair}
        return (bool(homes & drafts), len(homes) > 1, made.score if made else 0.0, pair[0].id, pair[1].id)

    return max(((left, right) for left in one for right in other), key=strength)


def _told(
    linked: Linked,
    ruling: Ruling,
    documents: Mapping[str, Document],
    fact: str,
    pair: tuple[Claim, Claim],
    variants: tuple[str, ...],
) -> Finding:
    """Return the finding of a ruling on two claims, left and right as the rule sees them."""
    rule = ruling.rule
    left, right = (_placeholders(claim, documents[claim.document], linked.kind) for claim in pair)
    link = linked.cluster.links.get(frozenset(claim.id for claim in pair))
    return Finding(
        id=content_id(
            rule.id,
            linked.story,
            *sorted(f"{c.document} {' '.join(c.text.split())}" for c in pair),
            linked.label,
        ),
        rule=rule.id,
        verdict=rule.verdict,
        severity=rule.severity,
        fact=fact,
        claims=tuple(claim.id for claim in pair),
        variants=variants,
        message=message(rule, left, right, linked.label),
        why=(" ".join(rule.why.split()), *_linked_by(link)),
    )


def _placeholders(claim: Claim, document: Document, kind: str) -> dict[str, str]:
    return {
        "source": document.source,
        "text": " ".join(claim.text.split()),
        "display": kinds()[kind].display(claim),
        "place": f"{document.path or document.id}:{claim.line}:{claim.column}",
    }


def _linked_by(link: Link | None) -> tuple[str, ...]:
    """Return the sentence that tells why two claims are one fact."""
    if link is None:
        return ()
    said = "; ".join(
        piece.says for piece in sorted(link.evidence, key=lambda e: (-e.weight, e.says)) if piece.weight > 0
    )
    return (f"linked because {said}",) if said else ()
