"""Every form of a report takes any text that articles, files and results may hold."""

from __future__ import annotations

import pytest

from factcheck.reports import render
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
