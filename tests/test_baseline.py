"""The baseline: new discrepancies fail, known ones do not, and it never grows by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.baseline import FILE, load

ONE = "Harbour police said 14 divers were rescued from the wreck on Tuesday.\n"
OTHER = "Almost 14 divers were rescued from the wreck, harbour police said.\n"
WRONG = "The hearing is on Thursday, 9 February 2022, in the town hall.\n"
Run = Callable[..., Any]  # the fixture of conftest.py


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    for name, text in (("one", ONE), ("other", OTHER), ("alone", WRONG)):
        Path(f"news/{name}.txt").write_text(text, "utf-8")


def test_no_baseline(run: Run) -> None:
    outcome = run("baseline", "check", "news")
    assert (outcome.code, outcome.out) == (2, "")
    assert "factcheck baseline write" in outcome.err


GOOD = '{"finding": "7f3a91c2", "rule": "r", "message": "m", "documents": ["a"]}'
BROKEN = [
    ("<<<<<<< HEAD", "1: a merge is not finished here; keep the lines of both sides"),
    ("7", '1: no line of a baseline: write {"finding": …, "rule": …, "message": …, "documents": …}'),
    (GOOD.replace(', "message": "m"', ""), "1: no line of a baseline: “message” is missing"),
    (GOOD.replace("rule", "rul"), "25: no line of a baseline: unknown key “rul”; did you mean “rule”?"),
    (GOOD.replace('["a"]', '"a"'), "54: no line of a baseline: “documents”: "),
]


@pytest.mark.parametrize(("line", "said"), BROKEN, ids=[said for _, said in BROKEN])
def test_a_broken_line(run: Run, line: str, said: str) -> None:
    FILE.parent.mkdir()
    FILE.write_text(f"{GOOD}\n{line}\n", "utf-8")
    outcome = run("baseline", "check", "news")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{FILE}:2:{said}" in outcome.err
    assert outcome.err.endswith(f"\n    {line}\n")


def test_known_discrepancies_fail_nothing(run: Run) -> None:
    assert run("check", "news").code == 1
    assert run("baseline", "write", "news").out == f"2 written to {FILE}\n"
    outcome = run("baseline", "check", "news")
    assert (outcome.code, outcome.out, outcome.err) == (0, "0 new, 2 known, 0 gone\n", "")


def test_a_new_one_fails_and_is_not_put_in(run: Run) -> None:
    run("baseline", "write", "news/one.txt", "news/other.txt")
    before = FILE.read_bytes()
    for _ in range(2):
        outcome = run("baseline", "check", "news")
        assert outcome.code == 1
        assert "weekday-does-not-fit  error  alone says “Thursday, 9 February 2022”" in outcome.out
    assert FILE.read_bytes() == before


def test_one_that_is_gone_is_taken_out(run: Run) -> None:
    run("baseline", "write", "news")
    Path("news/alone.txt").write_text(WRONG.replace("Thursday", "Wednesday"), "utf-8")
    outcome = run("baseline", "check", "news")
    assert (outcome.code, outcome.out) == (0, "0 new, 1 known, 1 gone\n")
    assert "has shrunk" in outcome.err
    assert [each.rule for each in load(FILE)] == ["hedged-against-exact"]
    Path("news/alone.txt").write_text(WRONG, "utf-8")
    assert run("baseline", "check", "news").code == 1


def test_what_was_not_checked_is_not_gone(run: Run) -> None:
    run("baseline", "write", "news")
    outcome = run("baseline", "check", "news/alone.txt")
    assert (outcome.code, outcome.out) == (0, "0 new, 2 known, 0 gone\n")
    assert len(load(FILE)) == 2


def test_an_input_that_cannot_be_read_takes_nothing_out(run: Run) -> None:
    run("baseline", "write", "news")
    Path("news/alone.txt").write_text("Fog.\n", "utf-8")
    assert run("baseline", "check", "news", "nowhere.txt").code == 2
    assert len(load(FILE)) == 2


def test_what_is_dismissed_or_too_light_is_not_written(run: Run) -> None:
    assert run("baseline", "write", "news", "--fail-on", "error").out.startswith("1 written")
    (error,) = load(FILE)
    run("decide", error.finding, "dismiss", "--reason", "an old page")
    assert run("baseline", "write", "news", "--fail-on", "error").out.startswith("0 written")


def test_check_dismisses_what_the_baseline_holds_in_every_form(run: Run) -> None:
    assert "factcheck baseline write" in run("check", "news", "--baseline").err
    run("baseline", "write", "news")
    quiet = run("check", "news", "--baseline", "--output", "r.json")
    assert (quiet.code, "2 findings dismissed" in quiet.out) == (0, True)
    assert run("report", "r.json", "--baseline") == quiet
    assert run("report", "r.json").code == 1
    Path("news/late.txt").write_text(WRONG.replace("hearing", "trial"), "utf-8")
    outcome = run("check", "news", "--baseline", "--format", "concise")
    assert (outcome.code, outcome.out.count("\n")) == (1, 1)
    assert outcome.out.startswith("news/late.txt:1:")


def test_a_finding_of_the_baseline_that_was_accepted_fails_nothing(run: Run) -> None:
    run("baseline", "write", "news")
    for known in load(FILE):
        run("decide", known.finding, "accept", "--reason", "right, and old")
    assert run("check", "news", "--baseline").code == run("baseline", "check", "news").code == 0


def test_a_baseline_holds_from_wherever_a_check_is_run(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("baseline", "write", "news")
    monkeypatch.chdir("news")
    assert run("baseline", "check", ".").out == "0 new, 2 known, 0 gone\n"
    Path("alone.txt").write_text(WRONG.replace("Thursday", "Wednesday"), "utf-8")
    assert run("baseline", "check", ".").out == "0 new, 1 known, 1 gone\n"
