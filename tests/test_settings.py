"""Settings: what is refused, where each comes from, and what it does to a check."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import UsageError
from factcheck.settings import KNOWN, settle

ONE = "Harbour police said 14 divers were rescued from the wreck on Tuesday.\n"
OTHER = "Almost 14 divers were rescued from the wreck, harbour police said.\n"


Run = Callable[..., Any]  # the fixture of conftest.py


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in KNOWN:
        monkeypatch.delenv("FACTCHECK_" + name.replace("-", "_").upper(), raising=False)
    Path("one.txt").write_text(ONE, "utf-8")
    Path("other.txt").write_text(OTHER, "utf-8")
    return tmp_path


BROKEN = [
    ('selct = ["x"]', "unknown setting “selct”; did you mean “select”?"),
    ("zzz = 1", "unknown setting “zzz”; known: rules, select, ignore"),
    ('select = "x"', '“select” must be a list of texts, ["a", "b"]'),
    ("select = [1]", "“select” must be a list of texts"),
    ('severity = {a = "grave"}', "“severity” must be error, warning or info"),
    ("severity = []", "“severity” must be a table"),
    ("sources = {a = 1}", "“sources” must name each source by a text"),
    ('fail-on = "info"', "“fail-on” must be error, warning or never"),
    ("jobs = -1", "“jobs” must be a whole number from 0"),
    ("jobs = true", "“jobs” must be a whole number from 0"),
    ("jobs = [", "is not TOML ("),
]


@pytest.mark.parametrize(("text", "said"), BROKEN, ids=[text for text, _ in BROKEN])
def test_a_broken_file(run: Run, text: str, said: str) -> None:
    Path("factcheck.toml").write_text(text, "utf-8")
    outcome = run("config")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"factcheck.toml: {said}" in outcome.err


def test_all_problems_come_at_once(folder: Path) -> None:
    Path("factcheck.toml").write_text('jobs = -1\nignore = "a"\n', "utf-8")
    with pytest.raises(UsageError) as caught:
        settle({}, {"FACTCHECK_FAIL_ON": "info"}, folder)
    assert [line.split("“")[1].split("”")[0] for line in str(caught.value).splitlines()] == [
        "jobs",
        "ignore",
        "fail-on",
    ]


@pytest.mark.parametrize("name", ["select", "ignore", "severity"])
def test_a_rule_that_is_none(run: Run, name: str) -> None:
    value = '{hedged = "info"}' if name == "severity" else '["hedged"]'
    Path("factcheck.toml").write_text(f"{name} = {value}", "utf-8")
    outcome = run("check", "one.txt", "other.txt")
    assert outcome.code == 2
    assert f"factcheck.toml: unknown rule id “hedged” of “{name}”" in outcome.err


def test_a_file_that_is_not_there(run: Run) -> None:
    assert run("config", "--config", "nowhere.toml").code == 2


# --- which place holds


def test_a_flag_holds_over_the_environment_over_the_file_over_what_is_built_in(folder: Path) -> None:
    Path("factcheck.toml").write_text('fail-on = "error"\njobs = 2\nignore = ["a"]\n', "utf-8")
    environment = {"FACTCHECK_FAIL_ON": "never", "FACTCHECK_IGNORE": "b, c", "FACTCHECK_FORMAT": ""}
    held = settle({"ignore": ("d",), "fail-on": None}, environment, folder)
    file = str(folder / "factcheck.toml")
    assert held["ignore"] == (("d",), "--ignore")
    assert held["fail-on"] == ("never", "FACTCHECK_FAIL_ON")
    assert held["jobs"] == (2, file)
    assert held["format"] == ("terminal", "built in")
    assert settle({"ignore": ()}, environment, folder)["ignore"] == (("b", "c"), "FACTCHECK_IGNORE")


def test_the_nearest_file_holds(folder: Path) -> None:
    inner = folder / "news" / "may"
    inner.mkdir(parents=True)
    (folder / "factcheck.toml").write_text("jobs = 2\n", "utf-8")
    (folder / "news" / "pyproject.toml").write_text("[tool.other]\njobs = 9\n", "utf-8")
    assert settle({}, {}, inner)["jobs"].value == 2
    (folder / "news" / "pyproject.toml").write_text('[tool.factcheck]\nrules = ["desk"]\n', "utf-8")
    held = settle({}, {}, inner)
    assert held["jobs"].value == 1
    assert held["rules"].value == (str(folder / "news" / "desk"),)  # beside the file, wherever one stands


def test_config_shows_every_setting_and_its_origin(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("factcheck.toml").write_text('[severity]\nhedged-against-exact = "info"\n', "utf-8")
    monkeypatch.setenv("FACTCHECK_JOBS", "3")
    outcome = run("config")
    lines = {line.split()[0]: line for line in outcome.out.splitlines()[1:]}
    assert outcome.code == 0
    assert set(lines) == set(KNOWN)
    assert "hedged-against-exact = info" in lines["severity"]
    assert "factcheck.toml" in lines["severity"]
    assert lines["jobs"].split()[1:3] == ["3", "FACTCHECK_JOBS"]
    assert "built in" in lines["format"]


# --- what settings do


def rules_told(run: Run, *flags: str) -> tuple[int, dict[str, str]]:
    """Return the exit code of a check and the severity of each rule that finds something."""
    outcome = run("check", "one.txt", "other.txt", "--format", "jsonl", *flags)
    told = [json.loads(line) for line in outcome.out.splitlines()]
    return outcome.code, {finding["rule"]: finding["severity"] for finding in told}


def test_severity_and_what_fails(run: Run) -> None:
    assert rules_told(run)[0] == 1
    Path("factcheck.toml").write_text('[severity]\nhedged-against-exact = "info"\n', "utf-8")
    assert rules_told(run) == (0, {"hedged-against-exact": "info"})
    Path("factcheck.toml").write_text('fail-on = "error"\n', "utf-8")
    assert rules_told(run)[0] == 0
    assert rules_told(run, "--fail-on", "warning")[0] == 1


def test_ignore_and_select(run: Run) -> None:
    Path("factcheck.toml").write_text('ignore = ["hedged-against-exact"]\nselect = ["single-source"]\n', "utf-8")
    assert rules_told(run) == (0, {"single-source": "info"})
    assert set(rules_told(run, "--ignore", "single-source")[1]) == {"hedged-against-exact"}


def test_sources_are_named_as_the_newsroom_names_them(run: Run) -> None:
    Path("factcheck.toml").write_text('[sources]\none = "The Gazette"\n', "utf-8")
    told = run("check", "one.txt", "other.txt", "--format", "json").out
    assert {document["source"] for document in json.loads(told)["documents"]} == {"The Gazette", "other"}
