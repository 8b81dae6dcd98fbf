"""Every form of a report takes any text that articles, files and results may hold."""

from __future__ import annotations

import pytest

from factcheck.reports import render
from factcheck.reports.edition import edition_of
from factcheck.settings import FORMATS, VERDICTS

from .injections import INJECTIONS, hostile


@pytest.mark.parametrize("name", INJECTIONS)
@pytest.mark.parametrize("form", FORMATS)
def test_every_form_can_be_written(form: str, name: str) -> None:
    told, documents = hostile(INJECTIONS[name])
    for texts in (documents, ()):
        edition = edition_of(told, texts, show=VERDICTS)
        assert render(form, edition) == render(form, edition)
        render(form, edition).encode("utf-8", "backslashreplace")
