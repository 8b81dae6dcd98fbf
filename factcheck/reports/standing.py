"""How the variants of a fact stand among each other: a majority, outliers, or apart where none is ahead."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ..findings import Fact, Finding, Variant
from .columns import counted


def standings(fact: Fact, findings: Sequence[Finding]) -> dict[str, str]:
    """Return the standing of each variant by its id; nothing for a fact without a discrepancy.

    The majority is the variant that more independent sources tell than any other that is in question.
    """
    named = {id for finding in findings if finding.verdict == "discrepancy" for id in finding.variants}
    asked = [variant for variant in fact.variants if variant.id in named]
    if not asked:
        return {}
    most = max(variant.independent_sources for variant in asked)
    ahead = [variant.id for variant in asked if variant.independent_sources == most]
    if len(ahead) > 1:
        return {variant.id: "apart" if variant.id in named else "along" for variant in fact.variants}
    rest = {variant.id: "outlier" if variant.id in named else "along" for variant in fact.variants}
    return {**rest, ahead[0]: "majority"}


def ordered(fact: Fact, standing: Mapping[str, str], drafted: Collection[str]) -> list[Variant]:
    """Return the variants: those of a draft, the majority, those in question, then by how many tell them.

    `drafted` are the claims of drafts.
    """
    rank = {"majority": 0, "outlier": 1, "apart": 1}

    def place(variant: Variant) -> tuple[bool, int, int, str]:
        in_draft = any(claim in drafted for claim in variant.claims)
        return not in_draft, rank.get(standing.get(variant.id, ""), 2), -variant.independent_sources, variant.id

    return sorted(fact.variants, key=place)


def support(variant: Variant, tellers: int) -> str:
    """Return how many of the sources tell a variant, and how many of them are independent where some copy.

    >>> support(Variant(id="v1", display="14", claims=(), sources=("A", "B", "C"), independent_sources=2), 4)
    '3 of 4 sources, 2 independent'
    """
    sources = len(variant.sources)
    told = f"{sources} of {counted(tellers, 'source')}"
    return told if variant.independent_sources >= sources else f"{told}, {variant.independent_sources} independent"
