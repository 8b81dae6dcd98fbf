"""What a check returns: facts, their variants, findings about them, and the report that holds all."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from .claims.base import Claim
from .models import Frozen, Severity, Verdict
from .settings import FAILING

FactVerdict = Literal["agreement", "compatible", "discrepancy", "single_source"]
RANK: dict[str, int] = {"single_source": 0, "agreement": 1, "compatible": 2, "discrepancy": 3}


class Variant(Frozen):
    """The claims of one fact that agree; `sources` in order of name, each once.

    Of `independent_sources`, those that printed one text or passage are one.
    """

    id: str
    display: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    independent_sources: int


class Fact(Frozen):
    """One thing that the sources of a story speak about, and the variants they give of it."""

    id: str
    story: str
    kind: str
    label: str
    variants: tuple[Variant, ...]
    verdict: FactVerdict

    @property
    def sources(self) -> frozenset[str]:
        """Return who tells the fact, in whatever variant."""
        return frozenset(source for variant in self.variants for source in variant.sources)


class Finding(Frozen):
    """A rule's word on two variants of a fact, with the claims it rests on (one a side first).

    Of rules on one article, on one claim of it or on figures that follow from others, `fact` is None and
    `variants` is empty; the claim that is in question comes first.
    """

    id: str
    rule: str
    verdict: Verdict
    severity: Severity
    fact: str | None
    claims: tuple[str, ...]
    variants: tuple[str, ...]
    message: str
    why: tuple[str, ...]
    decision: str | None = None


def counts(finding: Finding, fail_on: str) -> bool:
    """Return whether a finding is a discrepancy grave enough to fail on ("error", "warning"), and not dismissed."""
    return finding.verdict == "discrepancy" and finding.decision != "dismiss" and finding.severity in FAILING[fail_on]


class Failure(Frozen):
    """A document that could not be taken through a stage, and why."""

    document: str
    stage: Literal["read", "extract", "judge"]
    message: str


class Summary(Frozen):
    """How many documents, claims and facts there are, and the facts by verdict."""

    documents: int
    claims: int
    facts: int
    agreement: int
    compatible: int
    discrepancy: int
    single_source: int


class SourceDocument(Frozen):
    """A document as the report names it: everything but its text, which is known by its hash."""

    id: str
    path: str | None
    source: str
    title: str | None
    published: dt.date | None
    story: str
    text_sha256: str


class Since(Frozen):
    """What a report is limited to: facts and findings that touch one of some documents, changed since a git ref."""

    ref: str
    documents: tuple[str, ...]


class Report(Frozen):
    """The result of one check (DESIGN contract, version 1).

    `drafts` are documents that were held against the others, `since` tells which have changed; both are there only
    in a report that leaves out facts and findings which touch none of them. Its claims and documents are all.
    """

    format: Literal["factcheck-report"] = "factcheck-report"
    version: Literal[1] = 1
    documents: tuple[SourceDocument, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    summary: Summary
    drafts: tuple[str, ...] = ()
    since: Since | None = None


def summed(documents: int, claims: int, facts: Sequence[Fact]) -> Summary:
    """Return the summary of a report on so many documents and claims, and some facts."""
    verdicts = Counter(fact.verdict for fact in facts)
    return Summary(
        documents=documents, claims=claims, facts=len(facts),
        agreement=verdicts["agreement"], compatible=verdicts["compatible"],
        discrepancy=verdicts["discrepancy"], single_source=verdicts["single_source"],
    )  # fmt: skip


def limited(report: Report, since: Since) -> Report:
    """Return a report with those facts and findings alone that touch a document that has changed.

    As for a draft and its sources, a fact has no graver verdict than its findings that are left.
    """
    homes = {claim.id: claim.document for claim in report.claims}
    changed = set(since.documents)
    findings = tuple(f for f in report.findings if any(homes[claim] in changed for claim in f.claims))
    verdicts: dict[str, list[Verdict]] = {}
    for finding in findings:
        if finding.fact:
            verdicts.setdefault(finding.fact, []).append(finding.verdict)
    facts = tuple(
        fact.model_copy(update={"verdict": _gravest_left(fact, verdicts.get(fact.id, ()))})
        for fact in report.facts
        if any(homes[claim] in changed for variant in fact.variants for claim in variant.claims)
    )
    summary = summed(report.summary.documents, report.summary.claims, facts)
    return report.model_copy(update={"facts": facts, "findings": findings, "summary": summary, "since": since})


def _gravest_left(fact: Fact, verdicts: Iterable[FactVerdict]) -> FactVerdict:
    """Return the gravest of some verdicts, at most that of the fact: findings on who tells it do not count."""
    left: FactVerdict = max(verdicts, key=RANK.__getitem__, default="single_source")
    return min(fact.verdict, left, key=RANK.__getitem__)
