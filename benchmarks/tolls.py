"""How many differing death and injury tolls are reported, in real stories whose final toll is known.

    python benchmarks/tolls.py [--shared DIR] [--show]

Two articles of a story differ where both count the killed (or the injured) and have no figure in common. Their
difference is reported where a finding names a claim of each. The articles and tolls are no part of the project:
they belong to their publishers. Where they are absent, nothing is measured and the exit code is 0.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # this checkout, whatever is installed

from factcheck.align.offers import READ  # noqa: E402
from factcheck.claims.base import Claim  # noqa: E402
from factcheck.findings import Finding, Report  # noqa: E402
from factcheck.judge.load import load_rules  # noqa: E402
from factcheck.lexicon import table, words  # noqa: E402
from factcheck.models import Document  # noqa: E402
from factcheck.pipeline import check  # noqa: E402
from factcheck.readers import read  # noqa: E402

OUTCOMES = {"killed": "die", "injured": "injure"}
LEMMAS = {told: {row[0] for row in table("outcomes") if row[1] == name} for told, name in OUTCOMES.items()}
Tolls = Mapping[str, tuple[Claim, ...]]  # by document


class Difference(NamedTuple):
    """Two articles of a story that differ in one toll: their claims, and the gravest finding that names both."""

    story: str
    outcome: str
    left: tuple[Claim, ...]
    right: tuple[Claim, ...]
    finding: Finding | None


def tolls(report: Report, outcome: str) -> Tolls:
    """Return the claims of each document that count the dead or the injured."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in report.claims:
        told_of = {*claim.predicate, claim.subject or ""}
        people = claim.subject is None or claim.subject in words("nouns") or claim.subject in LEMMAS[outcome]
        if claim.kind == "count" and claim.zone in READ and people and not told_of.isdisjoint(LEMMAS[outcome]):
            told[claim.document].append(claim)
    return {document: tuple(claims) for document, claims in told.items()}


def figures(claims: tuple[Claim, ...]) -> set[str]:
    """Return the figures that claims state; that nobody died is no toll."""
    return {figure for claim in claims for figure in getattr(claim.value, "stated", ())} - {"0"}


def differences(story: str, report: Report) -> Iterator[Difference]:
    """Yield each two articles of a story that have no figure of a toll in common."""
    for outcome in OUTCOMES:
        told = tolls(report, outcome)
        for left, right in combinations(sorted(told), 2):
            one, other = told[left], told[right]
            if figures(one) and figures(other) and figures(one).isdisjoint(figures(other)):
                yield Difference(story, outcome, one, other, _finding(report, one, other))


def _finding(report: Report, one: tuple[Claim, ...], other: tuple[Claim, ...]) -> Finding | None:
    """Return the finding that names a claim of each side, a discrepancy before others."""
    ours, theirs = {claim.id for claim in one}, {claim.id for claim in other}
    variants = {(fact.id, variant.id): set(variant.claims) for fact in report.facts for variant in fact.variants}
    naming = []
    for finding in report.findings:
        named = set(finding.claims).union(*(variants[finding.fact, id] for id in finding.variants))
        if named & ours and named & theirs and finding.verdict != "agreement":
            naming.append(finding)
    return min(naming, key=lambda finding: (finding.verdict != "discrepancy", finding.id), default=None)


def rows(
    found: list[Difference], stories: Mapping[str, Report], gold: Mapping[str, Mapping[str, int]]
) -> Iterator[str]:
    """Yield a line of the table for each toll."""
    for outcome in OUTCOMES:
        here = [each for each in found if each.outcome == outcome]
        several = sum(len(tolls(report, outcome)) > 1 for report in stories.values())
        final = sum(str(gold[each.story][outcome]) in figures(each.left) | figures(each.right) for each in here)
        verdicts = [each.finding.verdict if each.finding else "" for each in here]
        updates = sum(bool(each.finding) and each.finding.rule == "later-update" for each in here)
        differing, told = {each.story for each in here}, {each.story for each in here if each.finding}
        yield (
            f"{outcome:10}{several:9}{len(differing):9}{len(told):10}{len(here):13}{final:13}"
            f"{sum(map(bool, verdicts)):10}{verdicts.count('discrepancy'):13}{updates:8}"
        )


def show(found: list[Difference], documents: Mapping[str, Document], gold: Mapping[str, Mapping[str, int]]) -> None:
    """Print the differences that are not reported, with their sentences."""
    for each in found:
        if each.finding is None:
            print(f"\n{each.story}  {each.outcome}, in the end {gold[each.story][each.outcome]}")
            for claim in (*each.left, *each.right):
                document = documents[claim.document]
                sentence = " ".join(document.text[claim.sentence.start : claim.sentence.end].split())
                print(f"  {document.published} {claim.document[:6]} [{claim.text}] {sentence[:300]}")


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    parser.add_argument("--show", action="store_true", help="print the differences that are not reported")
    given = parser.parse_args()
    known, corpus = given.shared / "gold" / "tolls_dev.jsonl", given.shared / "corpus" / "stories_dev.jsonl"
    if not (known.is_file() and corpus.is_file()):
        print(f"{given.shared}: no tolls there, so nothing is measured")
        return
    gold = {line["cluster"]: line["gold"] for line in map(json.loads, known.read_text("utf-8").splitlines())}
    documents = {document.id: document for document in read([corpus]).documents if document.story in gold}
    book = load_rules()
    stories = {
        story: check([document for document in documents.values() if document.story == story], rules=book)
        for story in sorted(gold)
    }
    found = [each for story, report in stories.items() for each in differences(story, report)]
    print(f"{'':10}{'stories:':>9}{'':19}{'differences:':>13}{'one has the':>13}")
    print(f"{'toll':10}{'told by 2':>9}{'differ':>9}{'reported':>10}{'all':>13}{'final toll':>13}", end="")
    print(f"{'reported':>10}{'discrepancy':>13}{'update':>8}")
    print("\n".join(rows(found, stories, gold)))
    if given.show:
        show(found, documents, gold)


if __name__ == "__main__":
    main()
