"""The commands that read articles: `check` and `claims`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..settings import PRINTED
from .decide import DAYS, Honoured, baseline_option, honoured, known_before
from .intake import taken_in
from .output import cores, emit, exit_code, note, screen_width, tell_failures
from .outputs import Output, deliver, output_options, outputs_of
from .progress import Progress
from .settings import ON_RULES, Settings, book_of, settings_options

if TYPE_CHECKING:
    import datetime as dt

    from ..findings import Failure, Report
    from ..judge.rules import RuleBook
    from ..models import Document
    from .since import Checkout


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
@baseline_option
@click.option(
    "--since",
    "ref",
    metavar="GITREF",
    help="Tell only what touches files changed since a commit or branch; all are compared.",
)
def check(
    paths: Sequence[str],
    against: Sequence[str],
    outputs: Sequence[str],
    settings: Settings,
    as_of: dt.datetime | None,
    width: int | None,
    ref: str | None,
    baseline: bool,
) -> int:
    """Compare articles with each other, or drafts with their sources."""
    from .. import pipeline

    checkout, known = _checkout(ref), known_before(baseline)
    book = book_of(settings)
    with Progress() as progress:
        intake = taken_in(paths, against, settings, progress=progress)
        files = outputs_of(outputs, settings, lambda: files_of((*paths, *against), intake.documents, settings))
        report = pipeline.check(
            intake.articles,
            against=intake.beside,
            rules=book,
            jobs=settings["jobs"].value or cores(),
            failures=(*intake.failures, *([_nothing_read(paths[0])] if intake.void else ())),
            progress=progress,
        )
    told = honoured(report, intake.documents, book, as_of, known)
    if ref is not None and checkout is not None:
        told = told._replace(report=_limited(told.report, intake.documents, ref, checkout))
    return delivered(told, intake.documents, book, settings, files, width)


def _checkout(ref: str | None) -> Checkout | None:
    from .since import changed_since

    return None if ref is None else changed_since(ref)


def _limited(report: Report, documents: Sequence[Document], ref: str, checkout: Checkout) -> Report:
    """Return a report with what touches the files that have changed in a checkout."""
    from ..findings import Since, limited
    from ..reports.columns import counted

    outside = sum(not checkout.holds(document) for document in documents)
    if outside:
        note(f"factcheck: --since takes {counted(outside, 'article')} outside of the checkout for unchanged")
    return limited(report, Since(ref=ref, documents=tuple(sorted(checkout.touched(documents)))))


def delivered(
    told: Honoured,
    documents: Sequence[Document],
    book: RuleBook,
    settings: Settings,
    files: Sequence[Output],
    width: int | None,
) -> int:
    """Write a report, with what was decided on its findings, in the forms that are asked for; return the exit code."""
    from ..reports.edition import edition_of

    report, reasons, remarked = told
    fail_on = settings["fail-on"].value
    code = exit_code(report.findings, report.failures, fail_on)
    edition = edition_of(
        report, documents, rules=book.rules(), reasons=reasons, remarked=remarked, exit_code=code, fail_on=fail_on,
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
@click.option(
    "--format", "form", type=click.Choice(PRINTED), default=PRINTED[0], show_default=True,
    help="The form of what is printed; jsonl is a claim a line.",
)  # fmt: skip
@settings_options("lexicon", "jobs")
def claims(paths: Sequence[str], form: str, settings: Settings) -> int:
    """Show what is read: each claim, its place, its value."""
    from .. import pipeline
    from ..readers import read

    with Progress() as progress:
        intake = read(paths, progress=progress)
        found = pipeline.extract(intake.documents, jobs=settings["jobs"].value or cores(), progress=progress)
    void = not intake.documents and not intake.failures
    failures = (*intake.failures, *([_nothing_read(paths[0])] if void else ()), *found.failures)
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
