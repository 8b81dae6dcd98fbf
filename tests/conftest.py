"""The command as tests call it, and the mentions of a text as linking sees them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from factcheck.align.context import mentions
from factcheck.align.mention import Mention
from factcheck.align.offers import offered
from factcheck.claims import extract
from factcheck.models import Document


class Outcome(NamedTuple):
    """What a run of the command left: its exit code, stdout and stderr."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Return a function that runs the command in this process."""
    from factcheck import cli

    def call(*arguments: str) -> Outcome:
        code = cli.run(arguments)
        return Outcome(code, *capsys.readouterr())

    return call


@pytest.fixture
def told() -> Callable[..., list[Mention]]:
    """Return a function that reads the mentions of a kind in a text, in order; the text is a document of a name."""

    def read(name: str, text: str, kind: str = "count") -> list[Mention]:
        document = Document(id=name, text=text, source=name)
        found = mentions(document, tuple(offered(document, extract(document))))
        return [mention for mention in found if mention.claim.kind == kind]

    return read
