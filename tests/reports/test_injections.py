"""Every form of a report takes any text that articles, files and results may hold."""

from __future__ import annotations

import re

import pytest

from factcheck.reports import render
from factcheck.reports.columns import width_of
from factcheck.reports.edition import edition_of
from factcheck.settings import FORMATS, VERDICTS

from .injections import INJECTIONS, hostile
from .runner import commands

LOGGED = [form for form in FORMATS if form not in ("github", "html")]  # what a step of CI may print


@pytest.mark.parametrize("name", INJECTIONS)
@pytest.mark.parametrize("form", FORMATS)
def test_every_form_can_be_written(form: str, name: str) -> None:
    told, documents = hostile(INJECTIONS[name])
    for texts in (documents, ()):
        edition = edition_of(told, texts, show=VERDICTS)
        assert render(form, edition) == render(form, edition)
        render(form, edition).encode("utf-8", "backslashreplace")


@pytest.mark.parametrize("name", INJECTIONS)
@pytest.mark.parametrize("form", LOGGED)
def test_no_text_becomes_a_command_in_a_log(form: str, name: str) -> None:
    told, documents = hostile(INJECTIONS[name])
    assert commands(render(form, edition_of(told, documents, show=VERDICTS, width=80))) == []


@pytest.mark.parametrize("name", INJECTIONS)
@pytest.mark.parametrize("form", FORMATS)
def test_no_form_holds_anything_that_steers_a_screen(form: str, name: str) -> None:
    told, documents = hostile(INJECTIONS[name])
    text = render(form, edition_of(told, documents, show=VERDICTS, exit_code=2))
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text.replace("\r\n", "\n")
    )


@pytest.mark.parametrize("name", INJECTIONS)
def test_text_of_articles_breaks_no_line(name: str) -> None:
    told, documents = hostile(INJECTIONS[name])
    edition = edition_of(told, documents, show=VERDICTS, width=80)
    undecided = [finding for finding in told.findings if finding.decision is None]
    assert render("concise", edition).count("\n") == len(undecided)
    for line in render("terminal", edition).splitlines():
        assert width_of(line) <= 80 or line.startswith("next: ")
