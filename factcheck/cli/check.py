"""The commands that read articles: `check` and `claims`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ..settings import FORMATS
from .decide import DAYS, honoured
from .intake import taken_in
from .output import (
    WIDTH,
    Progress,
    cores,
    emit,
    exit_code,
    on_screen,
    refuse_inputs,
    screen_color,
    screen_width,
    tell_failures,
    write_file,
)
from .settings import ON_RULES, Settings, book_of, settings_options

if TYPE_CHECKING:
    import datetime as dt

    from ..findings import Failure, Report
    from ..models import Document


def format_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return the command with --format."""
    return click.option("--format", "form", type=click.Choice(FORMATS), default="terminal", show_default=True)(command)


def jobs_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return the command with --jobs."""
    return click.option(
        "--jobs", metavar="N", type=click.IntRange(min=0), default=1, show_default=True,
        help="Processes to work in; 0 for all cores.",
    )(command)  # fmt: skip


class Layout(NamedTuple):
    """How a report is to look: its format, and for a terminal its width and whether it is coloured."""

    form: str
    width: int
    color: bool


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--against", metavar="PATH", multiple=True, help="A source to hold PATH against; may be repeated.")
@click.option("--output", metavar="FILE", type=click.Path(path_type=Path), help="Write the report to a file.")
@settings_options("format", "fail-on", *ON_RULES, "jobs")
@click.option(
    "--as-of",
    metavar="DATE",
    type=DAYS,
    help="The day for which decisions must hold.  [default: today]",
)
@click.option(
    "--width", metavar="N", type=click.IntRange(min=40),
    help="Columns of the terminal report.  [default: the screen's, else 80]",
)  # fmt: skip
def check(
    paths: Sequence[str],
    against: Sequence[str],
    output: Path | None,
    settings: Settings,
    as_of: dt.datetime | None,
    width: int | None,
) -> int:
    """Compare articles with each other, or drafts with their sources."""
    from .. import pipeline

    book, form = book_of(settings), settings["format"].value
    output = None if output == Path("-") else output
    intake = taken_in(paths, against, settings)
    if output:
        refuse_inputs(output, _files((*paths, *against), intake.documents, map(Path, settings["rules"].value)))
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
    report = honoured(report, intake.documents, book, as_of.date() if as_of else None)
    code = exit_code(report.findings, report.failures, settings["fail-on"].value)
    layout = Layout(form, width or (WIDTH if output else screen_width()), not output and screen_color())
    _deliver(_rendered(report, intake.documents, layout, code), output)
    if form != "terminal" or output or not on_screen():  # on a screen the report itself tells them
        tell_failures(report.failures)
    return code


def _files(paths: Sequence[str], documents: Sequence[Document], directories: Iterable[Path]) -> list[Path]:
    """Return the files that were read or would be: those named, those found, what lies beside them, rules."""
    found = [Path(document.path) for document in documents if document.path]
    beside = [folder / "story.toml" for folder in {path.parent for path in found}]
    rules = [rule for directory in directories for rule in directory.glob("*.y*ml")]
    return [*map(Path, paths), *found, *beside, *rules]


def _nothing_read(path: str) -> Failure:
    from ..findings import Failure

    return Failure(document=path, stage="read", message="holds no articles")


def _rendered(report: Report, documents: Sequence[Document], layout: Layout, code: int) -> str:
    """Return the report in its format."""
    if layout.form == "json":
        from ..reports.json import render as render_json

        return render_json(report)
    if layout.form == "jsonl":
        from ..reports.jsonl import render as render_jsonl

        return render_jsonl(report)
    from ..reports.terminal import render

    return render(report, documents, width=layout.width, color=layout.color, exit_code=code)


def _deliver(text: str, output: Path | None) -> None:
    """Write the text to a file, to stdout where none is named."""
    if output is None:
        emit(text)
    else:
        write_file(output, text)


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@format_option
@jobs_option
def claims(paths: Sequence[str], form: str, jobs: int) -> int:
    """Show what is read: each claim, its place, its value."""
    from .. import pipeline
    from ..readers import read

    intake = read(paths)
    failures = intake.failures if intake.documents or intake.failures else (_nothing_read(paths[0]),)
    with Progress() as progress:
        found = pipeline.extract(intake.documents, jobs=jobs or cores(), progress=progress)
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
