"""A report that has one of everything: what the forms that hold all of a report are tried on."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from factcheck.claims.base import Claim
from factcheck.findings import Failure, Finding, Report
from factcheck.models import Attribution, Document, Modifier
from factcheck.values.quantity import Quantity

from .stories import article, claim, finding, report, variant
from .stories import fact as fact_of

WIRE = "Eight sailors were hurt, said harbour master Ada Finn.\nThe pier shut at noon."
ECHO = "🔥 Fire on the quay. Nine sailors were hurt in the blaze.\nNoon saw the pier shut."
POST = "In the end 11 sailors were hurt and nearly 30 crates lost.\nThe pier shut at noon."
MAIL = "It was 8 sailors in all, and 30 crates.\nMonday 5 May 2023 was a long day at the pier."
NEARLY = Modifier(type="approximator", class_="below", surface="nearly", canonical="nearly")
fact = partial(fact_of, story="harbour")


def harbour() -> tuple[Report, tuple[Document, ...]]:
    """Return a report on four articles with a majority and outliers.

    Beside them: a slip of one article, what is compatible, agreed, dismissed, told by one source, and not read.
    """
    wire, echo = told_by("The Wire", WIRE, dt.date(2023, 5, 4)), told_by("Echo", ECHO, dt.date(2023, 5, 5))
    post, mail = told_by("Post", POST, dt.date(2023, 5, 7)), told_by("Mail", MAIL, None)
    eight = figure(wire, "Eight sailors", "8", attribution=Attribution(speaker="Ada Finn", cue="said"))
    nine, eleven, again = (
        figure(echo, "Nine sailors", "9"),
        figure(post, "11 sailors", "11"),
        figure(mail, "8 sailors", "8"),
    )
    by_eight = variant(1, "eight", (wire, eight), (mail, again))
    hurt = fact(
        "sailors were hurt", "discrepancy", by_eight, variant(2, "nine", (echo, nine)), variant(3, "11", (post, eleven))
    )
    crates, thirty = figure(post, "nearly 30 crates", "30", modifiers=(NEARLY,)), figure(mail, "30 crates", "30")
    lost = fact("crates lost", "compatible", variant(1, "nearly 30", (post, crates)), variant(2, "30", (mail, thirty)))
    noons = [(document, claim(document, word)) for document, word in ((wire, "noon"), (echo, "Noon"), (post, "noon"))]
    shut = fact("when shut", "agreement", variant(1, "noon", *noons))
    pier, quay = claim(wire, "pier"), claim(echo, "quay")
    called = fact("the pier", "discrepancy", variant(1, "pier", (wire, pier)), variant(2, "quay", (echo, quay)))
    day = claim(mail, "Monday 5 May 2023")
    alone = fact("long day", "single_source", variant(1, "Monday 5 May 2023", (mail, day)))
    found = [
        finding(hurt, eight, nine),
        finding(hurt, eight, eleven, variants=("v1", "v3"), severity="warning", rule="later"),
        finding(lost, crates, thirty, rule="hedged", verdict="compatible", severity="info"),
        finding(called, pier, quay, rule="words").model_copy(update={"decision": "dismiss"}),
        Finding(
            id="0badcafe", rule="weekday", verdict="discrepancy", severity="warning", fact=None, claims=(day.id,),
            variants=(), message="Mail says “Monday 5 May 2023”; that day is a Friday", why=("One is wrong.",),
        ),
    ]  # fmt: skip
    claims = (eight, nine, eleven, again, crates, thirty, *(noon for _, noon in noons), pier, quay, day)
    failed = Failure(document="e-none.txt", stage="read", message="is no text; save it as UTF-8")
    documents = (wire, echo, post, mail)
    told = report(documents, claims, (hurt, lost, shut, called, alone), found, (failed,))
    dated = zip(told.documents, documents, strict=True)
    sources = tuple(source.model_copy(update={"published": d.published}) for source, d in dated)
    return told.model_copy(update={"documents": sources}), documents


def told_by(source: str, text: str, published: dt.date | None) -> Document:
    document = article(f"{source.split()[-1].lower()}.txt", text, source=source, story="harbour")
    return document.model_copy(update={"published": published, "title": f"Fire at the pier, says {source}"})


def figure(document: Document, words: str, number: str, **more: Any) -> Claim:
    value = Quantity(stated=(number,), low=number, high=number, literal=words.split()[0], unit="sailor")
    return claim(document, words).model_copy(update={"value": value, **more})
