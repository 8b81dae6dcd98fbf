"""The command as tests call it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest


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
