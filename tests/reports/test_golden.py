"""One report in every form of plain text, as a person last looked at it; with `all`, every verdict is shown."""

from __future__ import annotations

import pytest

from factcheck import __version__
from factcheck.reports import render
from factcheck.reports.edition import edition_of
from factcheck.settings import FORMATS, VERDICTS

from .golden import golden
from .stories import newsroom

WHOLE = ("json", "jsonl", "junit")  # hold everything, whatever is shown
SHOWING = ("terminal", "concise", "csv", "markdown", "sarif", "github", "gitlab", "rdjson")


@pytest.mark.parametrize(("form", "show"), [(form, "discrepancy") for form in WHOLE + SHOWING]
                         + [(form, "all") for form in SHOWING])  # fmt: skip
def test_report_is_as_it_was(form: str, show: str) -> None:
    told, documents = newsroom()
    reasons = {finding.id: "the zoo counts so" for finding in told.findings if finding.decision}
    shown = VERDICTS if show == "all" else (show,)
    edition = edition_of(told, documents, reasons=reasons, exit_code=2, show=shown)
    text = render(form, edition).replace(f'"version": "{__version__}"', '"version": "VERSION"')
    golden(f"{form}{'-all' if show == 'all' else ''}{FORMATS[form] or '.txt'}", text)
