"""The commands for rule authors and for readers of a finding: explain, rules new, schema and test."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ONE = "Harbour police said 14 divers were rescued from the wreck on Tuesday.\n"
OTHER = "Almost 14 divers were rescued from the wreck, harbour police said.\n"
ALONE = "Nine of the 14 schools, or 70%, were closed on Thursday, 9 February 2022.\n"

LOOSE = """kind: count
rules:
  - id: loose
    title: The counts lie far apart
    verdict: discrepancy
    severity: error
    when: {relation: disjoint, gap: {at-least: 0.5}}
    message: "{left.text}, {right.text}"
    why: Too far.
    examples:
      - {left: "Some 14,000 homes lost power.", right: "Some 14 million homes lost power.", expect: discrepancy}
      - {left: "Some 14,000 homes lost power.", right: "Some 14,000 homes lost power.", expect: agreement}
"""


Run = Callable[..., Any]  # the fixture of conftest.py


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("one.txt", ONE), ("other.txt", OTHER), ("alone.txt", ALONE)):
        Path(name).write_text(text, encoding="utf-8")
    Path("desk").mkdir()
    return tmp_path


def found(run: Run, *paths: str) -> dict[str, str]:
    """Return the ids of the discrepancies of a check, by rule."""
    told = [json.loads(line) for line in run("check", *paths, "--format", "jsonl").out.splitlines()]
    return {finding["rule"]: finding["id"] for finding in told if finding["verdict"] == "discrepancy"}


# --- explain a finding


def test_no_finding_without_articles(run: Run) -> None:
    outcome = run("explain", "7f3a91c2")
    assert outcome.code == 2
    assert "name the articles that were checked" in outcome.err


def test_no_such_finding(run: Run) -> None:
    outcome = run("explain", "7f3a91c2", "one.txt", "other.txt")
    assert outcome.code == 2
    assert "no one finding “7f3a91c2”" in outcome.err


def test_a_report_that_is_none(run: Run) -> None:
    Path("report.json").write_text("{}", encoding="utf-8")
    for report in ("report.json", "nowhere.json"):
        outcome = run("explain", "7f3a91c2", "--report", report)
        assert (outcome.code, outcome.out) == (2, "")
        assert report in outcome.err


def test_a_finding_is_explained_step_by_step(run: Run) -> None:
    id = found(run, "one.txt", "other.txt")["hedged-against-exact"]
    page = run("explain", id, "one.txt", "other.txt").out
    steps = (
        "‹Almost 14 divers›", "from 13.3 up to, but not including, 14; diver", "(approximator below)",
        "‹14 divers›", "exactly 14", "linked", "both tell of “rescue”", "literal is equal – here equal",
        "here below and none", "discrepancy, warning",
    )  # fmt: skip
    flat = " ".join(page.split())
    places = [flat.find(step) for step in steps]
    assert -1 not in places
    assert places == sorted(places)


def test_a_report_explains_its_findings_after_its_articles_are_gone(run: Run) -> None:
    id = found(run, "one.txt", "other.txt")["hedged-against-exact"]
    run("check", "one.txt", "other.txt", "--format", "json", "--output", "report.json")
    whole = run("explain", id, "--report", "report.json").out
    assert whole == run("explain", id[:5], "one.txt", "other.txt").out
    Path("other.txt").write_text("Another text.\n", encoding="utf-8")
    bare = run("explain", id, "--report", "report.json")
    assert bare.code == 0
    assert "‹Almost 14 divers›" in bare.out
    assert "from the wreck, harbour" not in bare.out


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("share-against-percentage", ("others", "difference is at least 1 – here 5.214", "“Nine of the 14 schools”")),
        ("weekday-does-not-fit", ("told", "weekday is differs – here differs", "that day is a Wednesday")),
    ],
)
def test_a_finding_on_one_article_is_explained(run: Run, rule: str, words: tuple[str, ...]) -> None:
    outcome = run("explain", found(run, "alone.txt")[rule], "alone.txt")
    assert outcome.code == 0
    assert [word for word in words if word not in outcome.out] == []


# --- rules new, schema, test


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("counts", "mine"), "did you mean “count”?"),
        (("count", "Mine Own"), "is no id"),
        (("any", "mine"), "unknown kind “any” of “scope pair”"),
        (("score", "mine", "--scope", "document"), "unknown kind “score” of “scope document”"),
    ],
)
def test_no_stub(run: Run, arguments: tuple[str, ...], said: str) -> None:
    outcome = run("rules", "new", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


def test_a_stub_loads_and_fails_its_examples_until_they_are_written(run: Run) -> None:
    Path("desk/count.yaml").write_text(run("rules", "new", "count", "mine").out, encoding="utf-8")
    assert run("rules", "list", "--rules", "desk").code == 0
    outcome = run("rules", "test", "--rules", "desk")
    assert outcome.code == 1
    assert "desk/count.yaml:4: mine, example 1: expected discrepancy, got unrelated" in outcome.out


def test_schema_is_that_of_rule_files(run: Run) -> None:
    outcome = run("rules", "schema")
    assert outcome.code == 0
    assert json.loads(outcome.out)["title"] == "A rule file of factcheck"


@pytest.mark.parametrize(("flags", "code"), [((), 0), (("--strict",), 1)])
def test_a_change_that_breaks_no_example_is_told(run: Run, flags: tuple[str, ...], code: int) -> None:
    Path("desk/count.yaml").write_text(LOOSE, encoding="utf-8")
    outcome = run("rules", "test", "--rules", "desk", *flags)
    assert outcome.code == code
    assert "desk/count.yaml:3: loose: without “relation”, and no example breaks" in outcome.out
    assert "loose: “gap” at-least 0.75 for 0.5, and no example breaks" in outcome.out
    assert "\n5 changes of rules tried: 3 break an example (60%)" in outcome.out  # of one's own rules alone


def test_every_change_of_a_shipped_rule_breaks_an_example(run: Run) -> None:
    outcome = run("rules", "test", "--strict")
    assert outcome.code == 0, outcome.out
