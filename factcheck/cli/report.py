"""The command that renders results again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .check import as_of_option, delivered, files_of
from .decide import baseline_option, honoured, known_before
from .output import note
from .outputs import output_options, outputs_of
from .results import Results, absence, taken_up
from .settings import ON_RULES, Settings, book_of, settings_options

if TYPE_CHECKING:
    import datetime as dt

    from ..findings import Report


@click.command()
@click.argument("results", metavar="RESULTS.json", type=click.Path(path_type=Path))
@output_options
@settings_options("format", "show", "fail-on", *ON_RULES)
@as_of_option
@baseline_option
def report(
    results: Path,
    outputs: Sequence[str],
    settings: Settings,
    as_of: dt.datetime | None,
    width: int | None,
    baseline: bool,
) -> int:
    """Render a JSON report again, without checking again.

    In any form, prints what the check would have printed, with the decisions that were taken since. Of articles
    that are gone or have changed, only the claims are shown.
    """
    book = book_of(settings)
    taken = taken_up(results)
    files = outputs_of(outputs, settings, lambda: [results, *files_of((), taken.documents, settings)])
    if taken.absent:
        note(f"factcheck: {absence(taken.absent)}")
    told = honoured(_undecided(taken), taken.documents, book, as_of, known_before(baseline))
    return delivered(told, taken.documents, book, settings, files, width)


def _undecided(results: Results) -> Report:
    """Return the report, undecided wherever the articles are at hand to be asked again."""
    report, absent = results.report, set(results.absent)
    homes = {claim.id: claim.document for claim in report.claims}
    findings = (
        finding if finding.decision is None or absent.intersection(homes[claim] for claim in finding.claims)
        else finding.model_copy(update={"decision": None})
        for finding in report.findings
    )  # fmt: skip
    return report.model_copy(update={"findings": tuple(findings)})
