"""The discrepancies that a corpus had when it began to be checked: known ones fail nothing, new ones do."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from .entries import entries
from .errors import UnreadableInput
from .findings import Finding, Report
from .judge.places import View
from .models import Frozen

FILE = Path(".factcheck") / "baseline.jsonl"


class Known(Frozen):
    """A discrepancy of the past: its id, what a reader is told of it, and the documents it is about."""

    finding: str
    rule: str
    message: str
    documents: tuple[str, ...]


class Held(NamedTuple):
    """Findings that are not in a baseline, and what is left of it once those that are gone are taken out."""

    new: tuple[Finding, ...]
    left: tuple[Known, ...]


def known(report: Report, findings: Iterable[Finding], view: View) -> tuple[Known, ...]:
    """Return some findings of a report as a baseline keeps them, in order of their ids; paths as a view has them."""
    names = _names(report, view)
    homes = {claim.id: names[claim.document] for claim in report.claims}
    return tuple(
        Known(
            finding=finding.id,
            rule=finding.rule,
            message=finding.message,
            documents=tuple(sorted({homes[claim] for claim in finding.claims})),
        )
        for finding in sorted(findings, key=lambda finding: finding.id)
    )


def held(baseline: Collection[Known], report: Report, findings: Collection[Finding], view: View) -> Held:
    """Return what is new against a baseline and what is left of it, paths as a view has them.

    What is gone is taken out only where all its documents were checked.
    """
    ids = {each.finding for each in baseline}
    found, checked = {finding.id for finding in findings}, {*_names(report, view).values()}
    return Held(
        new=tuple(finding for finding in findings if finding.id not in ids),
        left=tuple(each for each in baseline if each.finding in found or not checked.issuperset(each.documents)),
    )


def _names(report: Report, view: View) -> dict[str, str]:
    """Return how the documents of a report are called in a baseline, those with an id of their own by it."""
    return {each.id: view.of(each.id) if each.path == each.id else each.id for each in report.documents}


def written(baseline: Iterable[Known]) -> str:
    """Return a baseline as text, one discrepancy a line."""
    return "".join(json.dumps(each.model_dump(), ensure_ascii=False) + "\n" for each in baseline)


def load(path: Path) -> tuple[Known, ...]:
    """Return the baseline of a file. Raises UnreadableInput where there is none, DeskError with lines that are none."""
    if not path.is_file():
        raise UnreadableInput(str(path), "there is no baseline; “factcheck baseline write” makes one")
    return entries(path, Known, what="line of a baseline")
