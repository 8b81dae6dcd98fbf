"""Progress: a line on a terminal after a while, a line now and then in a log, nothing in a short run."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.cli.progress import LOG_PACE, PATIENCE, Progress
from factcheck.engine import Step
from factcheck.readers import read

STEPS = (Step("documents", 2, 2, 3), Step("claims", 0, 600, 0), Step("claims", 240, 600, 5120))


class Clock:
    """A clock that moves when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Screen:
    """A terminal that stderr is written to, inside one test."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._ours, theirs = pty.openpty()
        self._stream = os.fdopen(theirs, "w", encoding="utf-8")
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr(sys, "stderr", self._stream)

    def shown(self) -> str:
        """Return what was written; a terminal hands over what it has, so a last sign is waited for."""
        self._stream.write("#")
        self._stream.flush()
        found = b""
        while not found.endswith(b"#") and select.select([self._ours], [], [], 5)[0]:
            found += os.read(self._ours, 1000)
        self._stream.close()
        os.close(self._ours)
        return found.decode().removesuffix("#")


def work(clock: Clock, *, seconds: float, steps: tuple[Step, ...] = STEPS) -> None:
    with Progress(clock) as progress:
        for step in steps:
            clock.now += seconds / len(steps)
            progress(step)


# --- nothing -------------------------------------------------------------------------------------


def test_a_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch)
    work(Clock(), seconds=PATIENCE * 0.9)
    assert screen.shown() == ""


def test_a_log_has_nothing_of_the_first_while(capsys: pytest.CaptureFixture[str]) -> None:
    work(Clock(), seconds=LOG_PACE * 0.9)
    assert capsys.readouterr() == ("", "")


def test_a_closed_stderr_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    work(Clock(), seconds=1000)


# --- what is shown -------------------------------------------------------------------------------


def test_a_terminal_has_one_line_that_is_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch)
    work(Clock(), seconds=12)
    assert screen.shown() == (
        "\r\x1b[K2 of 2 files · 3 documents"
        "\r\x1b[K0 of 600 documents · 0 claims"
        "\r\x1b[K240 of 600 documents · 5120 claims · 60/s · 6 s left"
        "\r\x1b[K"
    )


def test_it_is_cleared_when_the_work_breaks_off(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch)

    def broken_off(clock: Clock) -> None:
        with Progress(clock) as progress:
            clock.now = PATIENCE
            progress(STEPS[0])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off(Clock())
    assert screen.shown().endswith("documents\r\x1b[K")


def test_it_is_not_redrawn_with_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch)
    work(Clock(), seconds=2, steps=STEPS * 1000)
    assert 8 <= screen.shown().count("\r") <= 12


def test_a_log_has_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    work(clock, seconds=100, steps=tuple(Step("facts", done, 1000, done * 7) for done in range(1000)))
    out, err = capsys.readouterr()
    assert out == ""
    lines = err.splitlines()
    assert len(lines) == 3
    assert re.fullmatch(r"factcheck: 29\d of 1000 stories · 20\d\d facts · 10/s · 2 min left", lines[0])


def test_a_terminal_that_cannot_redraw_is_a_log(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")
    work(Clock(), seconds=90)
    assert "\x1b" not in screen.shown()


# --- who tells it --------------------------------------------------------------------------------


def test_every_stage_tells_its_steps(tmp_path: Path) -> None:
    from factcheck import load_rules

    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("Almost 14 divers were rescued.\n", "utf-8")
    (tmp_path / "story.toml").write_text('story = "wreck"\n', "utf-8")
    steps: list[Step] = []
    documents = read([tmp_path], progress=steps.append).documents
    for jobs in (1, 2):
        report = pipeline.check(documents, rules=load_rules(), jobs=jobs, progress=steps.append)
    last = {step.stage: step for step in steps}
    assert list(last) == ["documents", "claims", "facts"]
    assert last["documents"] == Step("documents", 3, 3, 3)
    assert last["claims"] == Step("claims", 3, 3, len(report.claims))
    assert last["facts"] == Step("facts", 1, 1, len(report.facts))
    assert [step.done for step in steps[:4]] == [0, 1, 2, 3]


def test_nothing_of_it_is_in_the_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Almost 14 divers were rescued.\n", "utf-8")
    code = "import factcheck.cli.progress as p; p.LOG_PACE = -1; from factcheck.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "a.txt", "--format", "jsonl"],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1] == "factcheck: 1 of 1 story · 1 fact"
