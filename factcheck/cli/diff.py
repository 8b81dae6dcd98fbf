"""The command that tells what changed between two results."""

from __future__ import annotations

from pathlib import Path

import click

from .output import emit, screen_color, screen_width
from .results import report_in
from .settings import Settings, settings_options, spelt_out

RESULTS = click.Path(path_type=Path)


@click.command()
@click.argument("old", metavar="OLD.json", type=RESULTS)
@click.argument("new", metavar="NEW.json", type=RESULTS)
@click.option(
    "--format", "form", type=click.Choice(("terminal", "json")), default="terminal", show_default=True,
    help="The form of what is printed; json tells every verdict.",
)  # fmt: skip
@settings_options("show", "fail-on")
def diff(old: Path, new: Path, form: str, settings: Settings) -> int:
    """Show what changed between two JSON reports.

    Findings are new, changed or fixed, or judged otherwise than before. Exit code 1 where something counts for
    --fail-on that did not count in OLD. Only the reports are read, and what they say is taken as it stands.
    """
    before, after = report_in(old), report_in(new)
    from ..changes import changes

    found = changes(before, after)
    code = int(any(change.fails(settings["fail-on"].value) for change in found.changes))
    if form == "json":
        from ..reports.json import dump, encode

        emit(encode(dump(found), indent=2) + "\n")
    else:
        from ..reports.edition import edition_of
        from .diff_page import diff_page

        editions = (
            edition_of(
                report, (), exit_code=code, show=spelt_out(settings),
                width=screen_width(), color=screen_color(),
            )
            for report in (before, after)
        )  # fmt: skip
        emit(diff_page(found, *editions))
    return code
