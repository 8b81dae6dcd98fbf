"""Who tells a fact: what rules on whole facts may ask, and what they find."""

from __future__ import annotations

from decimal import Decimal

from ..claims.base import Claim
from ..findings import Fact, FactVerdict, Finding
from ..models import Frozen, content_id
from .bench import Bench, placeholders
from .evaluate import fill, first


class FactMeasurements(Frozen):
    """What is measured of a fact: a closed vocabulary for rules of scope fact.

    `sources` counts those that tell it, `independent` those left of the best-backed variant once copies of
    one text count once, `in_story` all sources of the story. `verdict` is what rules on pairs have said.
    """

    verdict: FactVerdict
    variants: Decimal | None
    sources: Decimal | None
    independent: Decimal | None
    in_story: Decimal | None


def judge_fact(fact: Fact, claims: tuple[Claim, ...], bench: Bench) -> tuple[Finding, ...]:
    """Return the finding of the first rule on facts that holds, none where no rule does."""
    rules = bench.rules.asked("fact", fact.kind)
    rule = first(rules, _measured(fact, bench)) if rules else None
    if rule is None or rule.id in bench.rules.ignored:
        return ()
    leading = {claim.document: claim for claim in reversed(claims)}
    told = tuple(sorted(leading.values(), key=lambda claim: (claim.document, claim.start)))
    words = placeholders(told[0], bench.documents[told[0].document]) | {"label": fact.label}
    finding = Finding(
        id=content_id(rule.id, fact.id),
        rule=rule.id,
        verdict=rule.verdict,
        severity=rule.severity,
        fact=fact.id,
        claims=tuple(claim.id for claim in told),
        variants=tuple(variant.id for variant in fact.variants),
        message=fill(rule, words),
        why=(" ".join(rule.why.split()),),
    )
    return (finding,)


def _measured(fact: Fact, bench: Bench) -> FactMeasurements:
    return FactMeasurements(
        verdict=fact.verdict,
        variants=Decimal(len(fact.variants)),
        sources=Decimal(len({source for variant in fact.variants for source in variant.sources})),
        independent=Decimal(max(variant.independent_sources for variant in fact.variants)),
        in_story=Decimal(len({document.source for document in bench.documents.values()})),
    )
