"""Reports built by hand from few words: what a check of small stories would return."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import get_args

from factcheck.claims.base import Claim
from factcheck.findings import (
    Fact,
    FactVerdict,
    Failure,
    Finding,
    Report,
    SourceDocument,
    Summary,
    Variant,
)
from factcheck.models import Document, Severity, Span, Verdict, content_id
from factcheck.values.quantity import Quantity

FERRY = "Harbour police said\n12 passengers were pulled from the water, and three were taken to hospital."
BUOY = "A statement came at noon. Almost 12 passengers were pulled from the water before dark fell on the bay."


def article(id: str, text: str, *, source: str | None = None, story: str = "ferry") -> Document:
    return Document(id=id, text=text, path=id, source=source or id.split(".")[0].title(), story=story)


def claim(document: Document, words: str, *, sentence: tuple[int, int] | None = None) -> Claim:
    """Return the claim on the first place where the words stand in a document."""
    start = document.text.index(words)
    first, last = sentence or (0, len(document.text))
    return Claim(
        id="c" + content_id(document.id, words),
        document=document.id,
        kind="count",
        text=words,
        start=start,
        end=start + len(words),
        line=document.text.count("\n", 0, start) + 1,
        column=start - (document.text.rfind("\n", 0, start) + 1) + 1,
        sentence=Span(start=first, end=last),
        zone="body",
        subject="passenger",
        predicate=("pull",),
        value=Quantity(stated=("12",), low="12", literal="12", unit="passenger"),
    )


def variant(number: int, display: str, *told: tuple[Document, Claim]) -> Variant:
    sources = tuple(sorted({document.source for document, _ in told}))
    return Variant(
        id=f"v{number}",
        display=display,
        claims=tuple(claim.id for _, claim in told),
        sources=sources,
        independent_sources=len(sources),
    )


def fact(label: str, verdict: FactVerdict, *variants: Variant, story: str = "ferry") -> Fact:
    return Fact(
        id="f" + content_id(story, label), story=story, kind="count", label=label,
        variants=variants, verdict=verdict,
    )  # fmt: skip


def finding(
    about: Fact, *claims: Claim, rule: str = "different-figures", verdict: Verdict = "discrepancy",
    severity: Severity = "error", variants: Sequence[str] = ("v1", "v2"), why: str = "They differ.",
) -> Finding:  # fmt: skip
    return Finding(
        id=content_id(rule, *(c.id for c in claims)), rule=rule, verdict=verdict, severity=severity,
        fact=about.id, claims=tuple(c.id for c in claims), variants=tuple(variants),
        message="One says this, the other that.", why=(why,),
    )  # fmt: skip


def report(
    documents: Sequence[Document], claims: Sequence[Claim], facts: Sequence[Fact],
    findings: Sequence[Finding] = (), failures: Sequence[Failure] = (),
) -> Report:  # fmt: skip
    counts = {name: sum(f.verdict == name for f in facts) for name in get_args(FactVerdict)}
    return Report(
        documents=tuple(
            SourceDocument(
                id=d.id, path=d.path, source=d.source, title=d.title, published=d.published,
                story=d.story or "s1", text_sha256=hashlib.sha256(d.text.encode()).hexdigest(),
            )
            for d in documents
        ),
        claims=tuple(claims), facts=tuple(facts), findings=tuple(findings), failures=tuple(failures),
        summary=Summary(documents=len(documents), claims=len(claims), facts=len(facts), **counts),
    )  # fmt: skip


def ferry() -> tuple[Report, tuple[Document, ...]]:
    """Return the report on two articles that differ on one figure, agree on one, and tell one thing alone."""
    one, other = (
        article("news/ferry.txt", FERRY, source="Ferry Post"),
        article("news/buoy.txt", BUOY, source="Buoy"),
    )
    exact, hedged = claim(one, "12 passengers"), claim(other, "Almost 12 passengers")
    hospital, noon = claim(one, "three"), claim(other, "noon")
    pulled = fact(
        "passengers pulled", "discrepancy",
        variant(1, "12", (one, exact)), variant(2, "almost 12", (other, hedged)),
    )  # fmt: skip
    agreed = fact("statement at", "agreement", variant(1, "noon", (one, noon), (other, noon)))
    alone = fact("taken to hospital", "single_source", variant(1, "three", (one, hospital)))
    found = finding(pulled, hedged, exact, rule="hedged-against-exact", severity="warning", variants=("v2", "v1"))
    documents = (other, one)
    return report(documents, (hedged, noon, exact, hospital), (pulled, agreed, alone), (found,)), documents
