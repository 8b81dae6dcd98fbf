"""The commands that keep the discrepancies of the past apart from new ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .decide import honoured
from .intake import taken_in
from .output import cores, emit, near, note, tell_failures, write_file
from .progress import Progress
from .settings import ON_RULES, Settings, book_of, root, settings_options

if TYPE_CHECKING:
    from ..findings import Finding, Report
    from ..judge.places import View

_PATHS = click.argument("paths", metavar="PATH...", nargs=-1, required=True)
_AGAINST = click.option("--against", metavar="PATH", multiple=True, help="As the articles are checked.")
_SETTINGS = settings_options("fail-on", *ON_RULES, "jobs")


@click.group()
def baseline() -> None:
    """Keep discrepancies of the past apart from new ones.

    Those of the past are lines of .factcheck/baseline.jsonl.
    """


@baseline.command("write")
@_PATHS
@_AGAINST
@_SETTINGS
def write(paths: Sequence[str], against: Sequence[str], settings: Settings) -> int:
    """Write down all discrepancies that would fail a check: from now on only others do."""
    from ..baseline import FILE, known, written

    path = near(root(Path.cwd()) / FILE)
    report, grave, view = _checked(paths, against, settings)
    path.parent.mkdir(exist_ok=True)
    write_file(path, written(known(report, grave, view)))
    emit(f"{len(grave)} written to {path}\n")
    tell_failures(report.failures)
    return 2 if report.failures else 0


@baseline.command("check")
@_PATHS
@_AGAINST
@_SETTINGS
def check(paths: Sequence[str], against: Sequence[str], settings: Settings) -> int:
    """Fail where a discrepancy is not in the baseline; one that is gone is taken out of it."""
    from ..baseline import FILE, held, load, written

    path = near(root(Path.cwd()) / FILE)
    before = load(path)
    report, grave, view = _checked(paths, against, settings)
    outcome = held(before, report, grave, view)
    for finding in sorted(outcome.new, key=lambda finding: (finding.rule, finding.id)):
        emit(f"{finding.id}  {finding.rule}  {finding.severity}  {finding.message}\n")
    emit(f"{len(outcome.new)} new, {len(outcome.left)} known, {len(before) - len(outcome.left)} gone\n")
    tell_failures(report.failures)
    if len(outcome.left) < len(before) and not report.failures:
        write_file(path, written(outcome.left))
        note(f"factcheck: {path} has shrunk; commit it")
    return 2 if report.failures else int(bool(outcome.new))


def _checked(
    paths: Sequence[str], against: Sequence[str], settings: Settings
) -> tuple[Report, tuple[Finding, ...], View]:
    """Return the report on some articles, the discrepancies that would fail a check, and how paths are seen."""
    from .. import pipeline
    from ..findings import counts

    book = book_of(settings)
    with Progress() as progress:
        intake = taken_in(paths, against, settings, progress=progress)
        report = pipeline.check(
            intake.articles,
            against=intake.beside,
            rules=book,
            jobs=settings["jobs"].value or cores(),
            failures=intake.failures,
            progress=progress,
        )
    report = honoured(report, intake.documents, book, None).report
    grave = tuple(finding for finding in report.findings if counts(finding, settings["fail-on"].value))
    return report, grave, book.view
