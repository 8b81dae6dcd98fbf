"""The report on seeds/met-commissioner against what a careful reader says about it in labels.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from factcheck.claims.base import Claim
from factcheck.findings import Finding, Report
from factcheck.judge.load import load_rules
from factcheck.pipeline import check
from factcheck.readers import read

FOLDER = Path(__file__).parents[1] / "seeds" / "met-commissioner"
LABELS: list[dict[str, Any]] = yaml.safe_load((FOLDER / "labels.yaml").read_text(encoding="utf-8"))["labels"]
RANK = {"agreement": 1, "compatible": 2, "discrepancy": 3}


class Word(NamedTuple):
    """What a report says about two passages, and the findings that say it; "unrelated" where none does."""

    verdict: str
    findings: frozenset[str]


@cache
def report() -> Report:
    intake = read([FOLDER])
    assert intake.failures == ()
    return check(intake.documents, rules=load_rules())


@cache
def texts() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.txt")}


def claims_in(passage: dict[str, str], kind: str) -> list[Claim]:
    """Return the claims that a passage touches: quotations for a quotation, all else for a figure."""
    start = texts()[passage["document"]].index(passage["text"])
    end = start + len(passage["text"])
    return [
        claim
        for claim in report().claims
        if Path(claim.document).name == passage["document"]
        and claim.start < end
        and claim.end > start
        and (kind == "status" or (claim.kind == "quote") == (kind == "quote"))
    ]


def joining(left: Claim, right: Claim) -> Iterator[tuple[str, Finding | None]]:
    """Yield each verdict on two claims, with the finding that gives it where there is one."""
    for fact in report().facts:
        told = [variant.id for claim in (left, right) for variant in fact.variants if claim.id in variant.claims]
        if len(told) < 2:
            continue
        found = [
            finding
            for finding in report().findings
            if finding.fact == fact.id
            and (set(finding.claims) == {left.id, right.id} or sorted(finding.variants) == sorted(told))
        ]
        yield from ((finding.verdict, finding) for finding in found)
        if told[0] == told[1]:
            yield "agreement", None
        elif not found:
            yield "compatible", None


def word(label: dict[str, Any]) -> Word:
    """Return the weightiest verdict of the report on the passages of a label."""
    left, right = (claims_in(label[side], label["kind"]) for side in ("left", "right"))
    pairs = [(one, other) for one in left for other in right if one.id != other.id]
    said = [joint for pair in pairs for joint in joining(*pair)]
    verdict = max((verdict for verdict, _ in said), key=RANK.__getitem__, default="unrelated")
    return Word(verdict, frozenset(finding.id for _, finding in said if finding))


def name(label: dict[str, Any]) -> str:
    return f"{label['verdict']}: {label['left']['text'][:40]} | {label['right']['text'][:40]}"


@pytest.mark.parametrize("label", LABELS, ids=name)
def test_passages_stand_in_their_articles(label: dict[str, Any]) -> None:
    for side in ("left", "right"):
        assert label[side]["text"] in texts()[label[side]["document"]]


@pytest.mark.parametrize("label", LABELS, ids=name)
def test_verdict(label: dict[str, Any]) -> None:
    verdict = word(label).verdict
    if label["verdict"] == "compatible":
        assert verdict != "discrepancy"
    else:
        assert verdict == label["verdict"]


def test_no_discrepancy_that_no_label_names() -> None:
    named = frozenset[str]().union(*(word(label).findings for label in LABELS if label["verdict"] == "discrepancy"))
    unnamed = [f for f in report().findings if f.verdict == "discrepancy" and f.id not in named]
    assert [finding.message for finding in unnamed] == []


def test_labels_hold_all_verdicts_once() -> None:
    assert {label["verdict"] for label in LABELS} == {"discrepancy", "agreement", "compatible", "unrelated"}
    pairs = [frozenset((*label["left"].items(), *label["right"].items())) for label in LABELS]
    assert len(set(pairs)) == len(pairs)


def test_articles_are_named_by_their_folder() -> None:
    told = {Path(document.id).name: document for document in report().documents}
    assert {id: document.source for id, document in told.items()} == {
        "bbc.txt": "BBC News",
        "itv.txt": "ITV News",
        "sky.txt": "Sky News",
    }
    assert {document.story for document in told.values()} == {"met-commissioner"}
    assert {str(document.published) for document in told.values()} == {"2022-02-09"}


def test_offsets_give_the_words_of_the_claim() -> None:
    for claim in report().claims:
        text = texts()[Path(claim.document).name]
        assert text[claim.start : claim.end] == claim.text
        assert claim.sentence.start <= claim.start
        line = text.splitlines()[claim.line - 1]
        assert line[claim.column - 1 :].startswith(claim.text.splitlines()[0])
