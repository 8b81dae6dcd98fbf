"""The command that explains a rule or a finding."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import UnreadableInput, UsageError
from .intake import taken_in
from .output import emit, screen_width
from .results import taken_up
from .settings import ON_RULES, Settings, book_of, settings_options

if TYPE_CHECKING:
    from ..findings import Finding, Report
    from ..judge.rules import Rule, RuleBook
    from ..models import Document

FINDING = re.compile(r"[0-9a-f]{8}")  # 7f3a91c2


@click.command()
@click.argument("id", metavar="RULE|FINDING")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--report", metavar="FILE", type=click.Path(path_type=Path), help="The JSON report that has the finding.")
@click.option("--against", metavar="PATH", multiple=True, help="As the articles were checked; may be repeated.")
@settings_options(*ON_RULES)
def explain(id: str, paths: Sequence[str], report: Path | None, against: Sequence[str], settings: Settings) -> int:
    """Show a rule, or what a finding rests on.

    For a rule: when it holds, why, and its examples, judged anew. For a finding, with the articles that were
    checked or the report: the passages, what is read from them, why they are linked, and the rule.
    """
    book = book_of(settings)
    if report or paths:
        emit(_finding_page(id, *(taken_up(report) if report else _checked(paths, against, book, settings)), book))
        return 0
    from ..rehearsal import Rehearsal
    from .pages import rule_page

    rule, stage = _named(book, id), Rehearsal()
    emit(rule_page(rule, book, [stage.judge(example, book) for example in rule.examples], screen_width()))
    return 0


def _named(book: RuleBook, id: str) -> Rule:
    """Return the rule of an id. Raises UsageError with the nearest ids when there is none."""
    known = sorted(rule.id for rule in book.rules())
    if id in known:
        return book.rule(id)
    inside = [name for name in known if len(id) > 2 and id.lower() in name]
    near = inside[:3] or difflib.get_close_matches(id.lower(), known, n=3, cutoff=0.5)
    if near:
        advice = f"did you mean {' or '.join(f'“{name}”' for name in near)}?"
    elif FINDING.fullmatch(id):
        advice = "for a finding, name the articles that were checked as well, or --report FILE"
    else:
        advice = "“factcheck rules list” shows them all"
    raise UsageError(f"there is no rule “{id}”; {advice}")


def _finding_page(id: str, report: Report, documents: tuple[Document, ...], book: RuleBook) -> str:
    """Return the page of a finding. Raises UsageError where the report has none of that id."""
    from .finding_page import finding_page

    finding = _found(id, report.findings)
    return finding_page(finding, report, documents, book, screen_width())


def _found(id: str, findings: Sequence[Finding]) -> Finding:
    """Return the finding of an id, or of the beginning of one that no other shares."""
    begun = [finding for finding in findings if id and finding.id.startswith(id.lower())]
    if len({finding.id for finding in begun}) == 1:
        return begun[0]
    among = f"among {len(findings)}" if not begun else f"but {len(begun)} that begin so"
    raise UsageError(f"there is no one finding “{id}”, {among}; “--format jsonl” lists their ids")


def _checked(
    paths: Sequence[str], against: Sequence[str], book: RuleBook, settings: Settings
) -> tuple[Report, tuple[Document, ...]]:
    """Return the report on articles that are checked anew, and the articles."""
    from .. import pipeline

    intake = taken_in(paths, against, settings)
    for failure in intake.failures:
        raise UnreadableInput(failure.document, failure.message)
    report = pipeline.check(intake.articles, against=intake.beside, rules=book)
    return report, intake.documents
