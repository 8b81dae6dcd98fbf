"""The command that tells what changed between two results: exit codes and the page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ONE = "Harbour police said 14 divers were rescued from the wreck on Tuesday.\n"
OTHER = "Almost 14 divers were rescued from the wreck, harbour police said.\n"
WRONG = "The hearing is on Thursday, 9 February 2022, in the town hall.\n"
Run = Callable[..., Any]  # the fixture of conftest.py


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    for name, text in (("one", ONE), ("other", OTHER), ("alone", WRONG)):
        Path(f"news/{name}.txt").write_text(text, "utf-8")
    checked(run, "old.json")


def checked(run: Run, name: str = "new.json") -> None:
    run("check", "news", "--output", name)


def test_results_that_cannot_be_read(run: Run) -> None:
    Path("prose.json").write_text("prose", "utf-8")
    report = json.loads(Path("old.json").read_text("utf-8"))
    Path("later.json").write_text(json.dumps({**report, "version": 3}), "utf-8")
    for name, reason in (
        ("absent.json", "cannot be read (No such file or directory)"),
        ("prose.json", "is no JSON report of “factcheck check”"),
        ("later.json", "is a report of version 3; this factcheck reads version 1; check anew"),
    ):
        for pair in ((name, "old.json"), ("old.json", name)):
            outcome = run("diff", *pair)
            assert (outcome.code, outcome.out, outcome.err) == (2, "", f"factcheck: {name}: {reason}\n")


def test_nothing_has_changed(run: Run) -> None:
    assert run("diff", "old.json", "old.json") == (0, "0 new · 0 fixed · 2 unchanged · exit 0\n", "")


def test_the_page(run: Run) -> None:
    Path("news/alone.txt").write_text(WRONG.replace("Thursday", "Wednesday"), "utf-8")
    Path("news/one.txt").write_text(ONE.replace("14", "13"), "utf-8")
    Path("news/late.txt").write_text("\nThe appeal is on Friday, 9 February 2022, in the town hall.\n", "utf-8")
    checked(run)
    outcome = run("diff", "old.json", "new.json")
    assert (outcome.code, outcome.err) == (1, "")
    new, changed, fixed, summary = outcome.out.split("\n\n")
    assert new.startswith("+ new       “Friday, 9 February 2022”      weekday-does-not-fit  error  ")
    assert new.endswith("\n    late.txt:2:18")
    assert changed.startswith("~ changed   ")
    assert "\n    was  " in changed
    assert fixed.startswith("- fixed     “Thursday, 9 February 2022”")
    assert summary == "1 new · 1 changed · 1 fixed · 0 unchanged · exit 1\n"
    assert max(map(len, outcome.out.splitlines())) <= 80


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_exit_code_is_of_what_is_new(run: Run, fail_on: str, code: int) -> None:
    Path("news/late.txt").write_text(OTHER.replace("divers", "sailors"), "utf-8")
    Path("news/later.txt").write_text(ONE.replace("divers", "sailors"), "utf-8")
    checked(run)
    outcome = run("diff", "old.json", "new.json", "--fail-on", fail_on)
    assert outcome.code == code
    assert outcome.out.endswith(f"exit {code}\n")
    assert run("diff", "new.json", "old.json", "--fail-on", fail_on).code == 0


def test_verdicts_that_are_not_asked_for_are_left_out(run: Run) -> None:
    Path("news/same.txt").write_text(ONE, "utf-8")
    checked(run)
    quiet, full = run("diff", "old.json", "new.json"), run("diff", "old.json", "new.json", "--show", "all")
    assert "agreement" not in quiet.out
    assert "+ new " in full.out
    assert "agreement" in full.out


def test_decisions_are_told_and_a_dismissed_finding_is_no_news(run: Run) -> None:
    (error,) = (f for f in findings("old.json") if f["severity"] == "error")
    run("decide", error["id"], "dismiss", "--reason", "the court moved it")
    checked(run)
    outcome = run("diff", "old.json", "new.json")
    assert (outcome.code, "\n    open → dismiss\n" in outcome.out) == (0, True)
    assert run("diff", "new.json", "old.json").code == 1
    Path("news/alone.txt").write_text("Fog.\n", "utf-8")
    checked(run, "bare.json")
    outcome = run("diff", "bare.json", "new.json")
    assert (outcome.code, outcome.out) == (0, "0 new · 0 fixed · 1 new but dismissed · 1 unchanged · exit 0\n")


def test_an_article_that_was_not_checked_again(run: Run) -> None:
    run("check", "news/alone.txt", "absent.txt", "--output", "new.json")
    outcome = run("diff", "old.json", "new.json")
    told = "0 new · 0 fixed · 1 not looked at in both · 1 unchanged\n1 failure in the new check · exit 0\n"
    assert (outcome.code, outcome.out) == (0, told)


def test_json_holds_every_verdict(run: Run) -> None:
    Path("news/same.txt").write_text(ONE, "utf-8")
    checked(run)
    outcome = run("diff", "old.json", "new.json", "--format", "json")
    told = json.loads(outcome.out)
    assert (told["format"], told["version"]) == ("factcheck-diff", 1)
    assert {change["state"] for change in told["changes"]} == {"new"}
    assert {change["new"]["verdict"] for change in told["changes"]} == {"agreement"}
    assert set(told["unchanged"]) == {finding["id"] for finding in findings("old.json")}


def findings(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(Path(name).read_text("utf-8"))["findings"]
    return found
