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
from factcheck.models import Attribution, Document, Severity, Span, Verdict, content_id
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


def alone(told: Claim, *, rule: str = "weekday-does-not-fit", message: str = "It was a Tuesday.") -> Finding:
    """Return a finding on one claim by itself."""
    return Finding(
        id=content_id(rule, told.id), rule=rule, verdict="discrepancy", severity="warning", fact=None,
        claims=(told.id,), variants=(), message=message, why=("The day is another one.",),
    )  # fmt: skip


GAZETTE = (
    "🔥 At noon 14 boats burned in the harbour, and 3 crews were saved.\n"
    "“We will rebuild the old pier,” said the mayor, Ann Lee. It opened on Monday, 2 May.\n"
)
HERALD = (
    "The fire took 14 boats, said the harbour master.\n\n"
    "The mayor said: “We will replace the old pier.” The damage is put at $2m @ least.\n"
)
WEEKLY = "Fire took about 13 boats | and <b>two</b> piers.\nSome 3 crews were saved, for $1.8m.\n"


def stated(document: Document, words: str, *figures: str) -> Claim:
    """Return the claim on some words, which state some figures, its sentence the line that they stand on."""
    start = document.text.index(words)
    line = document.text.rfind("\n", 0, start) + 1, document.text.find("\n", start)
    found = claim(document, words, sentence=line if line[1] >= 0 else None)
    unit = words.split()[-1].rstrip("s") if figures else None
    value = Quantity(stated=figures, low=(*figures, None)[0], high=(*figures, None)[0], literal=words, unit=unit)
    return found.model_copy(update={"value": value})


def newsroom() -> tuple[Report, tuple[Document, ...]]:
    """Return a report on two stories and three sources that has something of everything a report may tell."""
    one = article("news/gazette.md", GAZETTE, source="The Gazette", story="harbour fire")
    two = article("news/herald.txt", HERALD, source="Herald", story="harbour fire")
    six = article("w-6", WEEKLY, source="=Weekly", story="harbour fire").model_copy(update={"path": "news/all.jsonl"})
    far = (article("zoo/a.txt", "Eight seals came.", source="Zoo", story="zoo"),
           article("zoo/b.txt", "In all 8 seals came.", source="Post", story="zoo"))  # fmt: skip
    boats = [stated(one, "14 boats", "14"), stated(two, "14 boats", "14"), stated(six, "about 13 boats", "13")]
    pier = [stated(one, "We will rebuild the old pier"), stated(two, "We will replace the old pier")]
    mayor = {"kind": "quote", "attribution": Attribution(speaker="Ann Lee", cue="said")}
    pier = [words.model_copy(update=mayor) for words in pier]
    crews, damage = [stated(d, "3 crews", "3") for d in (one, six)], [stated(two, "$2m", "2000000")]
    damage.append(stated(six, "$1.8m", "1800000"))
    seals, day = [stated(far[0], "Eight seals", "8"), stated(far[1], "8 seals", "8")], stated(one, "Monday, 2 May")
    burned = fact(
        "boats burned", "discrepancy", variant(1, "14", (one, boats[0]), (two, boats[1])),
        variant(2, "about 13", (six, boats[2])), story="harbour fire",
    )  # fmt: skip
    said = fact("“We will rebuild the old pier”", "discrepancy", variant(1, pier[0].text, (one, pier[0])),
                variant(2, pier[1].text, (two, pier[1])), story="harbour fire")  # fmt: skip
    saved = fact("crews saved", "agreement", variant(1, "3", (one, crews[0]), (six, crews[1])), story="harbour fire")
    cost = fact("damage put at", "compatible", variant(1, "$2m", (two, damage[0])),
                variant(2, "$1.8m", (six, damage[1])), story="harbour fire")  # fmt: skip
    came = fact("seals came", "discrepancy", variant(1, "Eight", (far[0], seals[0])),
                variant(2, "8", (far[1], seals[1])), story="zoo")  # fmt: skip
    opened = fact("pier opened", "single_source", variant(1, "2 May", (one, day)), story="harbour fire")
    found = (
        finding(burned, boats[0], boats[2]),
        finding(said, *pier, rule="quote-word-changed", severity="warning", why="Quotation marks promise the words."),
        finding(cost, *damage, rule="rounded", verdict="compatible", severity="info"),
        finding(saved, *crews, rule="same-figure", verdict="agreement", severity="info"),
        finding(came, *seals, severity="warning").model_copy(update={"decision": "dismiss"}),
        alone(day),
    )  # fmt: skip
    failed = (Failure(document="news/blank.txt", stage="read", message="holds no text"),)
    documents = (one, two, six, *far)
    claims = (*boats, *pier, *crews, *damage, *seals, day)
    return report(documents, claims, (burned, said, saved, cost, came, opened), found, failed), documents
