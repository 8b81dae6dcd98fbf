"""Who tells a fact: what rules on whole facts may ask, and what they find."""

from __future__ import annotations

from decimal import Decimal

from ..findings import Fact, FactVerdict, Finding, Variant
from ..models import Frozen, content_id
from .bench import Backed, Bench, placeholders
from .evaluate import fill, first


class FactMeasurements(Frozen):
    """What is measured of a fact: a closed vocabulary for rules of scope fact.

    `sources` counts those that tell it, `independent` those left of the best-backed variant once copies of
    one text count once, `in_story` all sources of the story. `weight` is what the sources of the leading variant
    are worth, as the newsroom weighs them, and `share` is that of the weight of all variants: 0.5 where two are
    worth the same. `verdict` is what rules on pairs have said.
    """

    verdict: FactVerdict
    variants: Decimal | None
    sources: Decimal | None
    independent: Decimal | None
    in_story: Decimal | None
    weight: Decimal | None
    share: Decimal | None


def judge_fact(fact: Fact, backed: tuple[Backed, ...], bench: Bench) -> tuple[Finding, ...]:
    """Return the finding of the first rule on facts that holds, none where no rule does.

    The variants that are `backed` come as the fact has them, the leading one first.
    """
    homes = {claim.document for each in backed for claim in each.claims}
    rules = bench.asked("fact", fact.kind, homes)
    rule = first(rules, _measured(fact, backed, bench)) if rules else None
    if rule is None:
        return ()
    claims = sorted((claim for each in backed for claim in each.claims), key=lambda c: (c.document, c.start))
    told = tuple({claim.document: claim for claim in reversed(claims)}.values())[::-1]
    words = placeholders(told[0], bench.documents[told[0].document]) | {
        "label": fact.label,
        "leading": _in_words(fact.variants[0]),
        "others": ", ".join(map(_in_words, fact.variants[1:])),
    }
    finding = Finding(
        id=content_id(rule.id, *(f"{bench.name(c.document)} {' '.join(c.text.split())}" for c in told), fact.label),
        rule=rule.id,
        verdict=rule.verdict,
        severity=rule.severity,
        fact=fact.id,
        claims=tuple(claim.id for claim in told),
        variants=tuple(variant.id for variant in fact.variants),
        message=fill(rule, words),
        why=(" ".join(rule.why.split()),),
    )
    graded = bench.graded(finding, homes)
    return (graded,) if graded else ()


def _in_words(variant: Variant) -> str:
    """Return what a variant says, and who says it: “14” (Harbour News, The Gazette)."""
    return f"“{variant.display}” ({', '.join(variant.sources)})"


def _measured(fact: Fact, backed: tuple[Backed, ...], bench: Bench) -> FactMeasurements:
    total = sum(each.weight for each in backed)
    return FactMeasurements(
        verdict=fact.verdict,
        variants=Decimal(len(fact.variants)),
        sources=Decimal(len(fact.sources)),
        independent=Decimal(max(variant.independent_sources for variant in fact.variants)),
        in_story=Decimal(len({document.source for document in bench.documents.values()})),
        weight=backed[0].weight,
        share=backed[0].weight / total if total else None,
    )
