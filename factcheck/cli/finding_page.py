"""The page of one finding: passages, what is read from them, why they are linked, the rule, the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ..claims import kinds
from ..judge.facts import days_between
from ..judge.rules import Rule, RuleBook
from ..models import Frozen
from ..reckoning import reckon
from ..reports.columns import printable
from ..reports.edition import Edition, edition_of
from ..reports.meaning import meaning
from ..reports.sheet import passage, place
from ..values.base import Sides
from ..values.quantity import plain_decimal
from .pages import MARGIN, in_words, named

if TYPE_CHECKING:
    from ..claims.base import Claim
    from ..findings import Finding, Report
    from ..models import Document


def finding_page(finding: Finding, report: Report, documents: Sequence[Document], book: RuleBook, width: int) -> str:
    """Return what a finding rests on, step by step; `documents` as far as their texts are at hand."""
    edition = edition_of(report, documents, width=width)
    facts = {fact.id: fact for fact in report.facts}
    claims = [edition.claims[id] for id in finding.claims]
    lines = [f"{finding.id}  {finding.rule}", f"  {printable(finding.message)}"]
    if fact := facts.get(finding.fact or ""):
        lines += ["", *named("fact", fact.label, width)]
    for number, claim in enumerate(claims):
        name = ("left", "right")[number] if fact and len(claims) == 2 else "told" if not number else "others"
        lines += ["", *_claim(name, claim, claims[1 - number if len(claims) > 1 else 0], edition)]
    lines += [""] * bool(finding.why[1:])
    lines += [line for why in finding.why[1:] for line in named("linked", why.removeprefix("linked because "), width)]
    rule = next((rule for rule in book.rules() if rule.id == finding.rule), None)
    lines += ["", *(_rule(rule, finding, _measured(rule, claims, report, documents), width) if rule else ())]
    lines += named("verdict", f"{finding.verdict}, {finding.severity}", width)
    lines += named("why", finding.why[0], width)
    return "\n".join(lines) + "\n"


def _claim(name: str, claim: Claim, other: Claim, edition: Edition) -> Iterator[str]:
    """Yield the lines of one claim: where it stands, its sentence, and what is read from it."""
    source = edition.documents.get(claim.document)
    told = f" · {source.source}{f', {source.published}' if source.published else ''}" if source else ""
    yield from named(name, f"{place(edition, claim, edition.width)}{told}", edition.width)
    yield " " * MARGIN + passage(edition, claim, other.text, edition.width - MARGIN)
    yield from named("read as", f"{claim.kind}: {meaning(claim.value)}", edition.width)
    for modifier in claim.modifiers:
        kind = f"{modifier.type} {modifier.class_ or ''}".strip()
        yield from named("with", f"“{modifier.surface}” ({kind})", edition.width)
    if claim.attribution:
        yield from named("said by", f"{claim.attribution.speaker} (“{claim.attribution.cue}”)", edition.width)


def _measured(rule: Rule | None, claims: list[Claim], report: Report, documents: Sequence[Document]) -> Frozen | None:
    """Return what was measured of the claims of a finding, None where it cannot be measured again."""
    if rule is None or not claims:
        return None
    if rule.scope == "pair" and len(claims) == 2:
        return _of_pair(rule, claims, report)
    if rule.scope == "claim":
        return kinds()[claims[0].kind].measure_claim(claims[0])
    document = next((document for document in documents if document.id == claims[0].document), None)
    if rule.scope == "document" and document:
        told = [claim for claim in report.claims if claim.document == document.id]
        found = (
            r.measurements for r in reckon(document, told) if claims[0].id in (r.told.id, *(c.id for c in r.others))
        )
        return next(found, None)
    return None


def _of_pair(rule: Rule, claims: list[Claim], report: Report) -> Frozen | None:
    """Return the measurements of two claims, each in the facet that the rule's kind compares."""
    facets = [next((f for f in kinds()[c.kind].facets(c) if f.kind == rule.kind), None) for c in claims]
    if facets[0] is None or facets[1] is None:
        return None
    days = {document.id: document.published for document in report.documents}
    left, right = (days.get(claim.document) for claim in claims)
    return (
        kinds()[rule.kind]
        .measure(facets[0], facets[1])
        .model_copy(
            # a report tells neither which were drafts, nor what was said at first
            update={**days_between(left, right), "draft": None, "overtaken": None, "replaced": None}
        )
    )


def _rule(rule: Rule, finding: Finding, measured: Frozen | None, width: int) -> Iterator[str]:
    """Yield the conditions of a rule, each with what was measured."""
    yield from named("rule", f"{rule.title} ({rule.origin.path}:{rule.origin.line})", width)
    for number, condition in enumerate(rule.when):
        found = getattr(measured, condition.measurement, None)
        if isinstance(found, Sides):
            found = f"{found.left} and {found.right}"
        asked = f"{in_words(condition)}" + (f" – here {_word(found)}" if found is not None else "")
        yield from named("and" if number else "as", asked, width)


def _word(found: object) -> str:
    """Return a measurement as rule files write it, a number to three decimal places."""
    if isinstance(found, Decimal):
        return plain_decimal(found.quantize(Decimal("0.001")))
    return str(found).lower() if isinstance(found, bool) else str(found)
