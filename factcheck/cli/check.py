"""The commands that read articles: `check` and `claims`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..settings import PRINTED
from .decide import DAYS, honoured
from .intake import taken_in
from .output import (
    Progress,
    cores,
    emit,
    exit_code,
    screen_width,
    tell_failures,
)
from .outputs import Output, deliver, output_options, outputs_of
from .settings import ON_RULES, Settings, book_of, settings_options

if TYPE_CHECKING:
    import datetime as dt

    from ..findings import Failure, Report
    from ..judge.rules import RuleBook
    from ..models import Document


def as_of_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return the command with --as-of."""
    return click.option(
        "--as-of", metavar="DATE", type=DAYS, help="The day for which decisions must hold.  [default: today]"
    )(command)  # fmt: skip


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--against", metavar="PATH", multiple=True, help="A source to hold PATH against; may be repeated.")
@output_options
@settings_options("format", "show", "fail-on", *ON_RULES, "jobs")
@as_of_option
def check(
    paths: Sequence[str],
    against: Sequence[str],
    outputs: Sequence[str],
    settings: Settings,
    as_of: dt.datetime | None,
    width: int | None,
) -> int:
    """Compare articles with each other, or drafts with their sources."""
    from .. import pipeline

    book = book_of(settings)
    intake = taken_in(paths, against, settings)
    files = outputs_of(outputs, settings, lambda: files_of((*paths, *against), intake.documents, settings))
    failures = intake.failures
    if intake.void:
        failures = (*failures, _nothing_read(paths[0]))
    with Progress() as progress:
        report = pipeline.check(
            intake.articles,
            against=intake.beside,
            rules=book,
            jobs=settings["jobs"].value or cores(),
            failures=failures,
            progress=progress,
        )
    drafts = [document.id for document in intake.articles] if intake.beside else []
    return delivered(report, intake.documents, book, settings, files, as_of, width, drafts)


def delivered(
    report: Report,
    documents: Sequence[Document],
    book: RuleBook,
    settings: Settings,
    files: Sequence[Output],
    as_of: dt.datetime | None,
    width: int | None,
    drafts: Sequence[str] = (),
) -> int:
    """Write a report in the forms that are asked for, with what was decided on its findings; return the exit code."""
    from ..reports.edition import edition_of

    report, reasons, remarked = honoured(report, documents, book, as_of.date() if as_of else None)
    fail_on = settings["fail-on"].value
    code = exit_code(report.findings, report.failures, fail_on)
    edition = edition_of(
        report, documents, rules=book.rules(), reasons=reasons, remarked=remarked, exit_code=code, fail_on=fail_on,
        drafts=drafts,
    )  # fmt: skip
    deliver(edition, settings, files, width)
    return code


def files_of(paths: Sequence[str], documents: Sequence[Document], settings: Settings) -> list[Path]:
    """Return the files that were read or would be: those named, those found, what lies beside them, rules."""
    found = [Path(document.path) for document in documents if document.path]
    beside = [folder / "story.toml" for folder in {path.parent for path in found}]
    rules = [rule for directory in map(Path, settings["rules"].value) for rule in directory.glob("*.y*ml")]
    return [*map(Path, paths), *found, *beside, *rules]


def _nothing_read(path: str) -> Failure:
    from ..findings import Failure

    return Failure(document=path, stage="read", message="holds no articles")


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(PRINTED), default=PRINTED[0], show_default=True)
@settings_options("lexicon", "jobs")
def claims(paths: Sequence[str], form: str, settings: Settings) -> int:
    """Show what is read: each claim, its place, its value."""
    from .. import pipeline
    from ..readers import read

    intake = read(paths)
    failures = intake.failures if intake.documents or intake.failures else (_nothing_read(paths[0]),)
    with Progress() as progress:
        found = pipeline.extract(intake.documents, jobs=settings["jobs"].value or cores(), progress=progress)
    failures = (*failures, *found.failures)
    if form == "terminal":
        from .pages import claims_page

        emit(claims_page(found.claims, intake.documents, screen_width()))
    elif form == "json":
        from ..reports.json import dump, encode

        told = {"claims": [dump(c) for c in found.claims], "failures": [dump(f) for f in failures]}
        emit(encode(told, indent=2) + "\n")
    else:
        from ..reports.jsonl import render_claims

        emit(render_claims(found.claims))
    tell_failures(failures)
    return exit_code((), failures)
