"""Results rendered again: the bytes of the check where the articles are unchanged, and a note where they are not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.settings import FORMATS

ONE = "Harbour police said 🚢 14 divers were rescued from the wreck on Tuesday.\n"
OTHER = "Almost 14 divers were rescued from the wreck, harbour police said.\n"
WRONG = "The hearing is on Thursday, 9 February 2022, in the town hall.\n"
LINES = [
    {"id": "l1", "text": "The ferry carried 230 passengers.", "story": "ferry", "source": "Buoy"},
    {"id": "l2", "text": "The ferry carried 203 passengers.", "story": "ferry", "published": "2024-05-01"},
]
Run = Callable[..., Any]  # the fixture of conftest.py


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    for name, text in (("one", ONE), ("other", OTHER), ("alone", WRONG)):
        Path(f"news/{name}.txt").write_text(text, "utf-8")
    Path("news/lines.jsonl").write_text("".join(json.dumps(line) + "\n" for line in LINES), "utf-8")
    Path("news/story.toml").write_text('[[document]]\nfile = "one.txt"\nsource = "The Gazette"\n', "utf-8")


def write(content: object) -> str:
    Path("old.json").write_text(json.dumps(content), "utf-8")
    return "old.json"


def checked(run: Run) -> dict[str, Any]:
    run("check", "news", "--output", "r.json")
    report: dict[str, Any] = json.loads(Path("r.json").read_text("utf-8"))
    return report


# --- what is no report ---------------------------------------------------------------------------


def test_a_file_that_is_not_there(run: Run) -> None:
    outcome = run("report", "absent.json")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "factcheck: absent.json: cannot be read (No such file or directory)\n"


@pytest.mark.parametrize("content", ["{", "[]", '{"version": "2.1.0", "runs": []}', "\ufeffprose", "[" * 100_000])
def test_what_is_no_report(run: Run, content: str) -> None:
    Path("x.json").write_text(content, "utf-8")
    outcome = run("report", "x.json")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "factcheck: x.json: is no JSON report of “factcheck check”\n"


def test_another_version_is_told(run: Run) -> None:
    outcome = run("report", write({**checked(run), "version": 2}))
    assert outcome.code == 2
    assert "is a report of version 2; this factcheck reads version 1" in outcome.err


def test_a_report_with_parts_missing(run: Run) -> None:
    report = checked(run)
    assert "does not follow the schema" in run("report", write({**report, "claims": None})).err
    for part, what in (("claims", "claim"), ("facts", "fact"), ("documents", "document")):
        outcome = run("report", write({**report, part: []}))
        assert outcome.code == 2
        assert f"names the {what} “" in outcome.err


def test_results_are_not_written_over(run: Run) -> None:
    checked(run)
    before = Path("r.json").read_bytes()
    assert run("report", "r.json", "--output", "r.json").code == 2
    assert run("report", "r.json", "--output", "terminal=news/one.txt").code == 2
    assert Path("r.json").read_bytes() == before


# --- the same report -----------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_the_bytes_of_the_check(run: Run, form: str) -> None:
    how = ("--format", form, "--show", "all", "--output", f"{form}=written")
    for paths, code in ((("news", "absent.txt"), 2), (("news/one.txt", "--against", "news"), 1)):
        first = run("check", *paths, *how, "--output", "json=r.json")
        written = Path("written").read_bytes()
        assert run("report", "r.json", *how) == first
        assert Path("written").read_bytes() == written
        assert first.code == code


@pytest.mark.parametrize("form", ["concise", "sarif"])
def test_the_draft_is_found_again(run: Run, form: str) -> None:
    first = run("check", "news/one.txt", "--against", "news", "--format", form, "--output", "json=r.json")
    assert first.out.startswith("news/one.txt:1:") or form != "concise"
    assert run("report", "r.json", "--format", form) == first


def test_exit_code_is_that_of_the_check(run: Run) -> None:
    checked(run)
    assert run("report", "r.json").code == 1
    assert run("report", "r.json", "--fail-on", "never").code == 0


def test_decisions_taken_since_are_honoured(run: Run) -> None:
    report = checked(run)
    for finding in report["findings"]:
        run("decide", finding["id"], "dismiss", "--reason", "old news", "--until", "2026-01-31")
    assert run("report", "r.json", "--as-of", "2026-01-31").code == 0
    run("check", "news", "--as-of", "2026-01-31", "--output", "r.json")
    assert run("report", "r.json", "--as-of", "2026-01-31").code == 0
    expired = run("report", "r.json", "--as-of", "2026-02-01")
    assert expired == run("check", "news", "--as-of", "2026-02-01")
    assert (expired.code, "decide anew" in expired.err) == (1, True)


def test_a_remark_that_was_there_still_holds_when_the_article_is_gone(run: Run) -> None:
    remark = "<!-- factcheck: ignore weekday-does-not-fit -- as the summons says -->"
    Path("news/alone.md").write_text(f"{WRONG.strip()} {remark}\n", "utf-8")
    Path("news/alone.txt").unlink()
    dismissed = run("check", "news/alone.md", "--output", "r.json")
    assert (dismissed.code, dismissed) == (0, run("report", "r.json"))
    Path("news/alone.md").unlink()
    assert run("report", "r.json").code == 0


# --- articles that are gone or have changed ------------------------------------------------------


def test_articles_that_are_gone_or_have_changed_are_named(run: Run) -> None:
    checked(run)
    Path("news/other.txt").unlink()
    Path("news/one.txt").write_text(ONE.replace("14", "15"), "utf-8")
    outcome = run("report", "r.json")
    assert outcome.err == (
        "factcheck: 2 articles are gone or have changed since the check, and only their claims are shown: "
        "news/one.txt, news/other.txt\n"
    )
    assert "‹Almost 14 divers›\n" in outcome.out
    assert "harbour police" not in outcome.out


def test_one_article_of_a_file_that_has_changed_is_named(run: Run) -> None:
    checked(run)
    now = [LINES[0], {**LINES[1], "text": "The ferry carried nobody."}]
    Path("news/lines.jsonl").write_text("".join(json.dumps(line) + "\n" for line in now), "utf-8")
    outcome = run("report", "r.json")
    assert "1 article is gone or has changed since the check, and only its claims are shown: l2" in outcome.err


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_is_rendered_without_the_articles(
    run: Run, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked(run)
    Path("elsewhere").mkdir()
    monkeypatch.chdir("elsewhere")
    outcome = run("report", str(tmp_path / "r.json"), "--format", form, "--show", "all")
    assert outcome.code == 1
    assert outcome.err.startswith("factcheck: 5 articles are gone or have changed")
    assert outcome.out
