"""What reports for people tell of each story: its cases, and the facts of its table that are worth a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..findings import Fact, Variant
from ..text.differing import differing
from .cases import Board, Case, boards, cases, first_place
from .columns import counted, printable
from .edition import Edition
from .standing import standings

MARKS = {"discrepancy": "✗", "compatible": "≈", "agreement": "✓", "single_source": "·"}
FEW = 3  # stories that are told whole; of more, only those that have cases are
AGREED = 12  # facts on which sources agree, in the table of a story
LEAD = 12  # characters before the words in which long cells part ways


@dataclass(frozen=True, slots=True)
class Chapter:
    """A story with its cases, the gravest first, and its table, from which some facts may be left out.

    The heading is empty where there is no other story.
    """

    heading: str
    cases: tuple[Case, ...]
    board: Board
    left_out: Mapping[str, int]
    dismissed: frozenset[str]

    def label(self, fact: Fact) -> str:
        """Return what a fact is about, and whether all that was found on it has been dismissed."""
        return f"{fact.label} (dismissed)" if fact.id in self.dismissed else fact.label

    def cells(self, fact: Fact) -> tuple[str, ...]:
        """Return what each source of the table says of a fact, "≠" before what differs from what most of them say."""
        found = [finding for case in self.cases if case.key == fact.id for finding in case.findings]
        alone = {id for id, standing in standings(fact, found).items() if standing == "outlier"}
        told = {v.id: f"{'≠ ' if v.id in alone else ''}{telling(v, fact)}" for v in fact.variants}
        return tuple(
            " / ".join(told[variant.id] for variant in fact.variants if source in variant.sources)
            for source in self.board.sources
        )

    @property
    def rest(self) -> str:
        """Return what the table leaves out, in words; empty where it is complete."""
        agree, rest = self.left_out["agreement"], self.left_out["compatible"]
        single = len(self.board.single)
        parts = [f"{counted(agree, 'fact')} that agree{'s' if agree == 1 else ''}"] if agree else []
        parts += [f"{counted(rest, 'fact')} that differ{'s' if rest == 1 else ''} and can be right"] if rest else []
        parts += [f"{counted(single, 'fact')} told by one source only"] if single else []
        return ", ".join(parts[:-1]) + (" and " if parts[1:] else "") + "".join(parts[-1:])


def chapters(edition: Edition) -> list[Chapter]:
    """Return the stories that have something to tell, the one with the gravest case first.

    Of a few stories those without a case follow, in the order of their first articles.
    """
    told: dict[str, list[Case]] = {}
    for case in cases(edition):
        told.setdefault(_story(edition, case), []).append(case)
    tables = {board.story: board for board in boards(edition)}
    few = sum(bool(board.facts) for board in tables.values()) <= FEW
    decided, articles = _dismissed(edition), Counter(document.story for document in edition.report.documents)
    calm = [story for story, board in tables.items() if few and board.facts and story not in told]
    shown = []
    for story in (*told, *calm):
        heading = f"{story} · {counted(articles[story], 'article')}" if len(articles) > 1 else ""
        board = tables.get(story) or Board(story, (), (), ())
        shown.append(_chapter(edition, heading, board, told.get(story, ()), decided, whole=few))
    return shown


def telling(variant: Variant, fact: Fact) -> str:
    """Return a variant as a cell shows it: where it begins like another, from just before they part ways."""
    others = [other.display for other in fact.variants if other.id != variant.id]
    parted = differing(variant.display, others[0]) if others else []
    start = variant.display.rfind(" ", 0, max(0, parted[0][0] - LEAD)) + 1 if parted else 0
    return f"…{variant.display[start:]}" if start else variant.display


# Figures are what an editor checks; days come next, and words, which are longest and differ least, last.
_TELLING = {"ordinal": 1, "date": 1, "period": 1, "age": 1, "role": 2, "status": 2, "address": 2, "quote": 3}


def _dismissed(edition: Edition) -> frozenset[str]:
    """Return the facts on which every discrepancy was dismissed."""
    found = [finding for finding in edition.report.findings if finding.fact and finding.verdict == "discrepancy"]
    standing = {finding.fact for finding in found if finding.decision != "dismiss"}
    return frozenset(finding.fact for finding in found if finding.fact and finding.fact not in standing)


def _story(edition: Edition, case: Case) -> str:
    """Return the story of a case."""
    if case.fact:
        return case.fact.story
    documents = [
        edition.documents[told.claim.document] for told in case.told() if told.claim.document in edition.documents
    ]
    return documents[0].story if documents else ""


def _chapter(
    edition: Edition, heading: str, board: Board, told: Sequence[Case], dismissed: frozenset[str], *, whole: bool
) -> Chapter:
    """Return the chapter of a story: all that differs, and of what agrees what most sources tell, figures first.

    Where it is not told whole, only what is a discrepancy.
    """
    alike = [fact for fact in board.facts if fact.verdict == "agreement"]
    if "agreement" not in edition.show:
        alike = sorted(alike, key=lambda fact: _interest(edition, fact))[: AGREED if whole else 0]
    shown = {"discrepancy", *(("compatible",) if whole else edition.show & {"compatible"})}
    kept = [fact for fact in board.facts if fact.verdict in shown] + alike
    tellers = {source for fact in kept for source in fact.sources}
    sources = tuple(source for source in board.sources if source in tellers)
    left_out: Counter[str] = Counter(fact.verdict for fact in board.facts)
    left_out.subtract(fact.verdict for fact in kept)
    return Chapter(heading, tuple(told), replace(board, facts=tuple(kept), sources=sources), left_out, dismissed)


def _interest(edition: Edition, fact: Fact) -> tuple[int, int, tuple[int, int, int]]:
    """Return what facts that agree are sorted by: how many sources tell them, figures first, days next, then place."""
    return -len(fact.sources), _TELLING.get(fact.kind, 0), first_place(edition, fact)


def totals(edition: Edition) -> list[str]:
    """Return what was read and found, in counts, and the exit code."""
    report, counts = edition.report, edition.report.summary
    verdicts = [f"{counts.agreement} agree"] if counts.agreement else []
    verdicts += [f"{counts.compatible} compatible"] if counts.compatible else []
    verdicts.append(counted(counts.discrepancy, "discrepancy"))
    verdicts += [f"{counts.single_source} told by one source"] if counts.single_source else []
    parts = [_read(edition), counted(counts.claims, "claim")]
    if since := report.since:
        changed = counted(len(since.documents), "document")
        parts.append(f"limited to {changed} changed since {printable(since.ref)}")
    parts.append(f"{counted(counts.facts, 'fact')}: {', '.join(verdicts)}")
    undecided = [finding for finding in report.findings if finding.decision != "dismiss"]
    alone = sum(finding.fact is None and finding.verdict == "discrepancy" for finding in undecided)
    parts += [f"{counted(alone, 'discrepancy')} inside one article"] if alone else []
    dismissed = len(report.findings) - len(undecided)
    parts += [f"{counted(dismissed, 'finding')} dismissed"] if dismissed else []
    parts += [counted(len(report.failures), "failure")] if report.failures else []
    return [*parts, f"exit {edition.exit_code}"]


def _read(edition: Edition) -> str:
    """Return how many documents were read, in how many stories, and how many of those have a discrepancy."""
    report = edition.report
    read, stories = counted(len(report.documents), "document"), {document.story for document in report.documents}
    if len(stories) < 2:
        return read
    homes = {document.id: document.story for document in report.documents}
    found = {fact.story for fact in report.facts if fact.verdict == "discrepancy"}
    alone = [f for f in report.findings if f.fact is None and f.verdict == "discrepancy" and f.decision != "dismiss"]
    found |= {homes.get(claim.document, "") for finding in alone for claim in edition.told(finding)[:1]}
    return f"{read} in {counted(len(stories), 'story')}, {len(found)} with a discrepancy"
