"""A fact as a card and as a row of the matrix, and one article's own slip as a card."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from ...claims.base import Claim
from ...findings import Fact, Finding, Variant
from ..edition import Edition
from ..standing import ordered, standings, support
from .passages import in_cell, quoted
from .timeline import timeline
from .views import Card, Judgement, Quoted, Row, Said, Saying, Telling
from .wording import anchor, readable

WHOLE = ("discrepancy", "dismissed")  # verdicts whose passages are shown in their paragraphs
SPELT = 2  # passages of one variant in their paragraphs; the others follow in their sentences
_DECIDABLE = re.compile(r"[0-9a-f]{8}")  # 7f3a91c2: what “factcheck decide” takes


@dataclass(frozen=True, slots=True)
class Desk:
    """What cards are made from: the edition, its sources numbered, its findings by fact, and the claims of drafts.

    The gravest finding of a fact comes first; those without a fact stand under "".
    """

    edition: Edition
    numbers: Mapping[str, int]
    found: Mapping[str, Sequence[Finding]]
    drafted: frozenset[str] = frozenset()

    def numbered(self, sources: Collection[str]) -> str:
        """Return the numbers of some sources, as a card carries them."""
        return " ".join(map(str, sorted({self.numbers[source] for source in sources if source in self.numbers})))

    def source(self, claim: Claim) -> str:
        """Return the source of the document a claim stands in."""
        document = self.edition.documents.get(claim.document)
        return document.source if document else claim.document


def fact_card(desk: Desk, fact: Fact, sources: Sequence[str]) -> tuple[Card, Row]:
    """Return the card of a fact, and its row in a matrix of some sources."""
    findings = desk.found.get(fact.id, ())
    verdict, mark = _verdict(fact, findings), f"f-{anchor(fact.id)}"
    standing = standings(fact, findings) if verdict == "discrepancy" else {}
    variants = ordered(fact, standing, desk.drafted)
    passages = _passages(desk, findings, variants, mark, verdict)
    tellings = []
    for variant in variants:
        held = [quote for _, quote in passages[variant.id]]
        words = support(variant, len(fact.sources))
        spelt, more = _spelt(held, verdict)
        says = in_cell(readable(variant.display), held[0].words if held else ())
        tellings.append(Telling(says, standing.get(variant.id, ""), words, spelt, more))
    severity = _severity(findings)
    card = Card(
        anchor=mark,
        label=readable(fact.label),
        verdict=verdict,
        severity=severity,
        kind=readable(fact.kind),
        rules=" ".join(dict.fromkeys(readable(finding.rule) for finding in findings)),
        sources=desk.numbered(fact.sources),
        tellings=tuple(tellings),
        judgements=tuple(_judgements(desk, findings, spoken=len(tellings) > 2)),
        timeline=timeline(desk.edition, fact, standing) if verdict != "agreement" else None,
    )
    cells = tuple(tuple(_sayings(fact, passages, standing, source, mark)) for source in sources)
    return card, Row(mark, card.label, verdict, severity, cells)


Passages = dict[str, list[tuple[str, Quoted]]]


def _passages(
    desk: Desk, findings: Sequence[Finding], variants: Sequence[Variant], mark: str, verdict: str
) -> Passages:
    """Return the passages of each variant by its id, each with its source, one of every document first.

    The words of each are held against the first passage of the variant that its gravest finding names beside it, or
    of another variant, unless they all agree.
    """
    named = [claim.id for finding in findings for claim in desk.edition.told(finding)]
    claims = {variant.id: _spread(desk.edition, variant.claims, named) for variant in variants}
    firsts = {id: held[0] for id, held in claims.items() if held} if verdict != "agreement" else {}
    marks = (f"{mark}-{number}" for number in count(1))
    passages: Passages = {}
    for id, held in claims.items():
        beside = [other for finding in findings if id in finding.variants for other in finding.variants]
        other = next((firsts[variant] for variant in (*beside, *firsts) if variant != id and variant in firsts), None)
        cut = SPELT if verdict in WHOLE else 0
        quotes = (
            quoted(desk.edition, claim, next(marks), other, whole=place < cut) for place, claim in enumerate(held)
        )
        passages[id] = [(desk.source(claim), quote) for claim, quote in zip(held, quotes, strict=True)]
    return passages


def _spread(edition: Edition, ids: Sequence[str], named: Sequence[str]) -> list[Claim]:
    """Return the claims of a variant, those that the gravest findings name first, then one of each other document."""
    known = [edition.claims[id] for id in ids if id in edition.claims]
    place = {id: number for number, id in reversed(list(enumerate(named)))}
    claims = sorted(known, key=lambda claim: place.get(claim.id, len(named)))
    first = {claim.document: claim.id for claim in reversed(claims)}
    return sorted(claims, key=lambda claim: first[claim.document] != claim.id)


def _spelt(held: list[Quoted], verdict: str) -> tuple[tuple[Quoted, ...], tuple[Quoted, ...]]:
    """Return the passages that are spelt out at once, and those behind a “more”."""
    cut = SPELT if verdict in WHOLE else len(held)
    return tuple(held[:cut]), tuple(held[cut:])


def _sayings(fact: Fact, passages: Passages, standing: Mapping[str, str], source: str, mark: str) -> Iterator[Saying]:
    """Yield what one source says of a fact, a saying for each variant that it tells."""
    for variant in fact.variants:
        if source not in variant.sources:
            continue
        quote = next((quote for teller, quote in passages[variant.id] if teller == source), None)
        words = in_cell(readable(variant.display), quote.words if quote else ())
        yield Saying(quote.anchor if quote else mark, words, standing.get(variant.id, ""))


def _verdict(fact: Fact, findings: Sequence[Finding]) -> str:
    """Return the verdict of a fact; "dismissed" where its discrepancies are no concern any more."""
    grave = [finding for finding in findings if finding.verdict == "discrepancy"]
    if fact.verdict == "discrepancy" and grave and all(finding.decision == "dismiss" for finding in grave):
        return "dismissed"
    return fact.verdict


def _severity(findings: Sequence[Finding]) -> str:
    """Return the severity of the gravest finding that still counts."""
    standing = [finding for finding in findings if finding.decision != "dismiss"] or list(findings)
    return standing[0].severity if standing else "info"


def slip_card(desk: Desk, finding: Finding) -> Card:
    """Return the card of a finding on one article alone: what is in question, then what it is held against."""
    edition = desk.edition
    claims = [edition.claims[id] for id in finding.claims if id in edition.claims]
    mark = f"x-{anchor(finding.id)}"
    tellings = []
    for number, claim in enumerate(claims, start=1):
        other = claims[0] if number > 1 else None
        quote = quoted(edition, claim, f"{mark}-{number}", other, whole=True)
        tellings.append(Telling(in_cell(readable(claim.text), quote.words), "", "", (quote,), ()))
    return Card(
        anchor=mark,
        label=f"“{readable(claims[0].text)}”" if claims else readable(finding.message),
        verdict="dismissed" if finding.decision == "dismiss" else finding.verdict,
        severity=finding.severity,
        kind=readable(claims[0].kind) if claims else "",
        rules=readable(finding.rule),
        sources=desk.numbered([desk.source(claim) for claim in claims]),
        tellings=tuple(tellings),
        judgements=tuple(_judgements(desk, [finding], spoken=True)),
    )


def _judgements(desk: Desk, findings: Sequence[Finding], *, spoken: bool) -> Iterator[Judgement]:
    """Yield what each rule says, the gravest first; agreements among variants that differ are left out."""
    grouped: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        if finding.verdict != "agreement":
            grouped.setdefault((finding.rule, finding.verdict, finding.severity), []).append(finding)
    for (id, verdict, severity), found in grouped.items():
        rule = desk.edition.rules.get(id)
        yield Judgement(
            rule=readable(id),
            title=readable(rule.title) if rule else "",
            source=readable(rule.source) if rule else "",
            verdict=verdict,
            severity=severity,
            why=readable(found[0].why[0]) if found[0].why else "",
            said=tuple(_said(desk.edition, finding, spoken=spoken or len(found) > 1) for finding in found),
            help=f"rule-{anchor(id)}" if rule else "",
        )


def _said(edition: Edition, finding: Finding, *, spoken: bool) -> Said:
    undecided = finding.decision is None and finding.verdict == "discrepancy" and _DECIDABLE.fullmatch(finding.id)
    return Said(
        anchor=anchor(finding.id),
        message=readable(finding.message) if spoken or not finding.why else "",
        evidence=tuple(readable(why) for why in finding.why[1:]),
        decision=_decision(edition, finding),
        reason=readable(edition.reasons.get(finding.id)) if finding.decision else "",
        command=f'factcheck decide {finding.id} dismiss --reason "…"' if undecided else "",
    )


def _decision(edition: Edition, finding: Finding) -> str:
    """Return what was decided on a finding, and where if that is inside its article."""
    if finding.decision is None:
        return ""
    word = {"accept": "Accepted", "dismiss": "Dismissed"}.get(finding.decision, readable(finding.decision))
    return f"{word} inside the article" if finding.id in edition.remarked else word
