"""One article by itself: rules on single claims, and on figures that follow from others of the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..align.offers import READ
from ..claims import kinds
from ..claims.base import Claim
from ..findings import Finding
from ..models import Document, content_id
from ..reckoning import reckon
from ..reckoning.base import NOWHERE
from .bench import Bench, placeholders
from .evaluate import fill, first
from .rules import Rule

PRINTED = (*READ, "caption")  # zones whose figures are held to the rest of their article


def judge_articles(claims: Mapping[str, Sequence[Claim]], bench: Bench) -> tuple[Finding, ...]:
    """Return what the rules say about each article of a story by itself; `claims` by document id.

    Of findings on the same words of one article only the first is kept.
    """
    found: dict[str, Finding | None] = {}
    for id, document in bench.documents.items():
        if bench.judges(id):
            printed = [claim for claim in claims.get(id, ()) if claim.zone in PRINTED]
            read = [claim for claim in printed if claim.zone in READ]
            for finding in (*_on_claims(document, read, bench), *_on_document(document, printed, bench)):
                found.setdefault(finding.id, bench.graded(finding, [id]))
    return tuple(finding for finding in found.values() if finding)


def _on_claims(document: Document, claims: Sequence[Claim], bench: Bench) -> Iterator[Finding]:
    """Yield a finding for each claim that a rule on single claims holds for."""
    asked = {name: bench.asked("claim", name, [document.id]) for name in kinds()}
    for claim in claims:
        rules, kind = asked[claim.kind], kinds()[claim.kind]
        rule = first(rules, kind.measure_claim(claim)) if rules else None
        if rule:
            words = placeholders(claim, document) | {"reckoned": kind.correct(claim)}
            yield _finding(rule, bench.name(document.id), (claim,), words)


def _on_document(document: Document, claims: Sequence[Claim], bench: Bench) -> Iterator[Finding]:
    """Yield a finding for each figure that a rule holds for, with those that it follows from."""
    asked = {name: bench.asked("document", name, [document.id]) for name in kinds()}
    if not any(asked.values()):
        return
    for reckoned in reckon(document, claims):
        rule = first(asked[reckoned.told.kind], reckoned.measurements)
        if rule:
            others = "”, “".join(" ".join(claim.text.split()) for claim in reckoned.others)
            words = placeholders(reckoned.told, document) | {"others": others, "reckoned": reckoned.figure}
            yield _finding(rule, bench.name(document.id), (reckoned.told, *reckoned.others), words)


def _finding(rule: Rule, document: str, claims: tuple[Claim, ...], words: Mapping[str, str]) -> Finding:
    texts = (" ".join(claim.text.split()) for claim in claims)
    return Finding(
        id=content_id(rule.id, document, *texts),
        rule=rule.id,
        verdict=rule.verdict,
        severity=rule.severity,
        fact=None,
        claims=tuple(claim.id for claim in claims if claim.document != NOWHERE),
        variants=(),
        message=fill(rule, words),
        why=(" ".join(rule.why.split()),),
    )
