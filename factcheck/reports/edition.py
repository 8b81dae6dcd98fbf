"""What every format of a report is made from: the report, the texts it is about, the rules that were asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..claims.base import Claim
from ..findings import Fact, Finding, Report, SourceDocument, Variant, counts
from ..judge.rules import Rule
from ..models import Document
from .columns import counted
from .position import Lines, Region

PARAGRAPH = 1_000  # characters of a paragraph that are shown on either side of a claim


class Passage(NamedTuple):
    """A claim in its paragraph: what stands before it, its words, what stands behind."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A report on its way to its readers.

    `texts` by document id, as far as they are at hand; `rules` by id; `reasons` of decisions by the id of a finding,
    as far as they are known, those `remarked` given inside an article; `fail_on` the least severity that fails a
    check; `show` the verdicts that are spelt out by formats that do not hold everything; `width` in columns and
    `color` are for a terminal.
    """

    report: Report
    texts: Mapping[str, str]
    rules: Mapping[str, Rule]
    exit_code: int
    reasons: Mapping[str, str] = field(default_factory=dict)
    remarked: frozenset[str] = frozenset()
    fail_on: str = "warning"
    show: frozenset[str] = frozenset({"discrepancy"})
    width: int = 80
    color: bool = False
    claims: Mapping[str, Claim] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    documents: Mapping[str, SourceDocument] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    order: Mapping[str, int] = field(default_factory=dict)
    _lines: dict[str, Lines] = field(default_factory=dict, repr=False)

    @property
    def drafts(self) -> tuple[str, ...]:
        """Return the ids of the documents that were held against others."""
        return self.report.drafts

    def at(self, claim: Claim) -> tuple[int, int, int]:
        """Return where a claim stands, for sorting."""
        return self.order.get(claim.document, len(self.order)), claim.start, claim.end

    def fails(self, finding: Finding) -> bool:
        """Return whether a finding makes the check fail."""
        return counts(finding, self.fail_on)

    def told(self, finding: Finding) -> tuple[Claim, ...]:
        """Return the claims that a finding rests on, that in question first: it is the place to look at.

        It is the claim of a draft where there is one, since only the draft can be changed; else the first, which
        the rule has on its left ("almost 14" of almost 14 and 14).
        """
        claims = (self.claims[id] for id in finding.claims if id in self.claims)
        return tuple(sorted(claims, key=lambda claim: claim.document not in self.drafts))

    def region(self, claim: Claim) -> Region:
        """Return where a claim stands in its file."""
        return self._stretch(claim, claim.start, claim.end)

    def surroundings(self, claim: Claim) -> tuple[Region, str]:
        """Return where the sentence of a claim stands, and its text; without the text, the claim alone."""
        text = self.texts.get(claim.document)
        if text is None:
            return self.region(claim), claim.text
        start = max(0, claim.start - PARAGRAPH, min(claim.sentence.start, claim.start))
        end = min(len(text), claim.end + PARAGRAPH, max(claim.sentence.end, claim.end))
        return self._stretch(claim, start, end), text[start:end]

    def _stretch(self, claim: Claim, start: int, end: int) -> Region:
        """Return where a stretch around a claim stands in the file of the claim."""
        document = self.documents.get(claim.document)
        path = document.path if document else None
        if path is None or path != claim.document:  # one of many articles in a file
            return Region(path or claim.document, None, None, None, None)
        text = self.texts.get(claim.document)
        if text is None:
            return Region(path, claim.line, claim.column, None, None)
        lines = self._lines.setdefault(claim.document, Lines(text))
        return Region(path, claim.line, claim.column, lines.at(start), lines.at(end))

    def passage(self, claim: Claim) -> Passage:
        """Return a claim in its paragraph; without the text, the claim alone."""
        text = self.texts.get(claim.document)
        if text is None:
            return Passage("", claim.text, "")
        first, last = min(claim.sentence.start, claim.start), max(claim.sentence.end, claim.end)
        first = max(text.rfind("\n", 0, first) + 1, claim.start - PARAGRAPH)
        end = text.find("\n", last)
        last = min(len(text) if end < 0 else end, claim.end + PARAGRAPH)
        return Passage(text[first : claim.start].lstrip(), claim.text, text[claim.end : last].rstrip())

    def shown(self) -> list[Finding]:
        """Return the findings of the verdicts that are spelt out, in the order of the report."""
        return [finding for finding in self.report.findings if finding.verdict in self.show]


def edition_of(
    report: Report,
    documents: Sequence[Document],
    *,
    rules: Collection[Rule] = (),
    reasons: Mapping[str, str] | None = None,
    remarked: Collection[str] = (),
    exit_code: int = 0,
    fail_on: str = "warning",
    show: Collection[str] = ("discrepancy",),
    width: int = 80,
    color: bool = False,
) -> Edition:
    """Return the edition of a report; `documents` are those that were checked, as far as they are at hand."""
    return Edition(
        report=report,
        texts={document.id: document.text for document in documents},
        rules={rule.id: rule for rule in rules},
        reasons=reasons or {},
        remarked=frozenset(remarked),
        exit_code=exit_code,
        fail_on=fail_on,
        show=frozenset(show),
        width=width,
        color=color,
        claims={claim.id: claim for claim in report.claims},
        facts={fact.id: fact for fact in report.facts},
        documents={document.id: document for document in report.documents},
        names=short_names(report.documents),
        order={document.id: number for number, document in enumerate(report.documents)},
    )


def copied(variant: Variant) -> str:
    """Return how many sources of a variant are independent, nothing where all are: "3 sources, 2 independent"."""
    sources, independent = len(variant.sources), variant.independent_sources
    return f"{counted(sources, 'source')}, {independent} independent" if independent < sources else ""


def short_names(documents: Sequence[Document | SourceDocument]) -> dict[str, str]:
    """Return the shortest name for each document by its id: the end of its path that no other shares.

    A document that has an id of its own, as those of a .jsonl file have, is called by it.
    """
    parts = {d.id: d.id.split("/") if d.path == d.id else [d.id] for d in documents}
    depth = dict.fromkeys(parts, 1)
    while True:
        names = {id: "/".join(parts[id][-depth[id] :]) for id in parts}
        uses = Counter(names.values())
        longer = [id for id in parts if uses[names[id]] > 1 and depth[id] < len(parts[id])]
        if not longer:
            return names
        for id in longer:
            depth[id] += 1
