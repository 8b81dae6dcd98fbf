"""Settings: what is refused, where each comes from, and what it does to a check."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from factcheck.errors import DeskError
from factcheck.judge.places import fits
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
    ('selct = ["x"]', "1:1: unknown setting “selct”; did you mean “select”?"),
    ("zzz = 1", "1:1: unknown setting “zzz”; known: rules, lexicon, select"),
    ('select = "x"', '1:10: “select” must be a list of texts, ["a", "b"]'),
    ("select = [1]", "1:10: “select” must be a list of texts"),
    ('severity = {a = "grave"}', "1:17: “a” must be error, warning or info"),
    ("severity = []", "1:12: “severity” must be a table"),
    ("sources = {a = 1}", "1:16: a source is named by a text, or by {name"),
    ('fail-on = "info"', "1:11: “fail-on” must be error, warning or never"),
    ("jobs = -1", "1:8: “jobs” must be a whole number from 0"),
    ("jobs = true", "1:8: “jobs” must be a whole number from 0"),
    ("jobs = [", "1:9: not TOML: Invalid value"),
    ("jobs = 1\njobs = 2", "2:9: not TOML: Cannot overwrite a value"),
    ("sources = {a = {nam = 'x'}}", "1:17: unknown key “nam”; did you mean “name”?"),
    ("sources = {a = {weight = -1}}", "1:26: “weight” must be a number from 0 to 1000"),
    ("sources = {a = {weight = nan}}", "1:26: “weight” must be a number"),
    ("sources = {a = {weight = true}}", "1:26: “weight” must be a number"),
    ('per-path = ["sport"]', "1:12: “per-path” must be a table"),
    ('[per-path]\n"sport/**" = "x"', '2:14: a pattern must have a table, such as {ignore = ["different-figures"]}'),
    ('[per-path."sport/**"]\nignor = ["x"]', "2:1: unknown key “ignor”; did you mean “ignore”?"),
    ('[per-path."sport/**"]\nignore = "x"', "2:10: “ignore” must be a list of texts"),
    ('[per-path."sport/**".severity]\nx = "grave"', "2:5: “x” must be error, warning or info"),
    ('[per-path."/"]', "1:2: a pattern must name a path, such as sport/**"),
]


@pytest.mark.parametrize(("text", "said"), BROKEN, ids=[text for text, _ in BROKEN])
def test_a_broken_file(run: Run, text: str, said: str) -> None:
    Path("factcheck.toml").write_text(text, "utf-8")
    outcome = run("config")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"factcheck.toml:{said}" in outcome.err


def test_all_problems_come_at_once(folder: Path) -> None:
    Path("factcheck.toml").write_text('jobs = -1\nignore = "a"\n', "utf-8")
    with pytest.raises(DeskError) as caught:
        settle({}, {"FACTCHECK_FAIL_ON": "info"}, folder)
    assert [line.split("“")[1].split("”")[0] for line in caught.value.problems] == [
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
    assert f": unknown rule id “hedged” of “{name}”; did you mean" in outcome.err
    assert re.match(r"factcheck\.toml:1:\d+: ", outcome.err)
    assert outcome.err.endswith(f"\n    {name} = {value}\n")


def test_a_file_that_is_not_there(run: Run) -> None:
    assert run("config", "--config", "nowhere.toml").code == 2


PAGE = """\
rules = ["desk"]
select = ["single-source"]
fail-on = "error"
jobs = 2
[severity]
hedged-against-exact = "info"
[sources]
"gazette.example" = {name = "The Gazette", weight = 2}
[per-path."sport/**"]
ignore = ["ordinal-different-figures"]
severity = {scores-differ = "warning"}
"""
SCRAPS = st.sampled_from(
    [
        "",
        "[",
        "]",
        "{",
        "}",
        '"',
        "=",
        "\n",
        "0",
        "-1",
        "nan",
        "true",
        "[[",
        "x",
        "\x00",
        "\ud7ff",
        "1e999999",
        "#",
        "..",
        "[]",
    ]
)


@hypothesis(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), SCRAPS), min_size=1, max_size=4))
def test_any_broken_file_is_told_with_its_place(tmp_path: Path, edits: list[tuple[float, int, str]]) -> None:
    text = PAGE
    for place, length, scrap in edits:
        at = int(place * len(text))
        text = text[:at] + scrap + text[at + length :]
    (tmp_path / "factcheck.toml").write_text(text, "utf-8")
    assert unplaced(tmp_path) == []


@hypothesis(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(raw=st.binary(max_size=200))
def test_any_bytes_are_told_with_a_place(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "factcheck.toml").write_bytes(raw)
    assert unplaced(tmp_path) == []


def unplaced(folder: Path) -> list[str]:
    """Return what is wrong with the settings of a folder and told without a place."""
    try:
        settle({}, {}, folder)
    except DeskError as error:
        return [problem for problem in error.problems if not re.match(r"factcheck\.toml:\d+:\d+: \S", problem)]
    return []


# --- which place holds


def test_a_flag_holds_over_the_environment_over_the_file_over_what_is_built_in(folder: Path) -> None:
    Path("factcheck.toml").write_text('fail-on = "error"\njobs = 2\nignore = ["a"]\n', "utf-8")
    environment = {"FACTCHECK_FAIL_ON": "never", "FACTCHECK_IGNORE": "b, c", "FACTCHECK_FORMAT": ""}
    held = settle({"ignore": ("d",), "fail-on": None}, environment, folder)
    file = str(folder / "factcheck.toml")
    assert held["ignore"][:2] == (("d",), "--ignore")
    assert held["fail-on"][:2] == ("never", "FACTCHECK_FAIL_ON")
    assert held["jobs"][:2] == (2, file)
    assert held["format"][:2] == ("terminal", "built in")
    assert settle({"ignore": ()}, environment, folder)["ignore"][:2] == (("b", "c"), "FACTCHECK_IGNORE")


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


# --- what holds at some paths only

APART = [
    ("sport/**", "sport/cup/final.md", True),
    ("sport/**", "sport", True),
    ("sport/**", "news/sport/x.md", False),
    ("sport/*.md", "sport/x.md", True),
    ("sport/*.md", "sport/cup/x.md", False),
    ("**/live/*", "sport/cup/live/x.md", True),
    ("**/live/*", "live/x.md", True),
    ("*.live.md", "sport/cup/x.live.md", True),
    ("/sport/x.md", "sport/x.md", True),
    ("./sport/?.md", "sport/x.md", True),
    ("sport/", "sport/cup/x.md", True),
    ("x.md", "sport/x.md", True),
    ("**", "x.md", True),
    ("sport/[a].md", "sport/a.md", False),
    ("*" * 200 + "b", "a" * 2000, False),
    ("**/" * 60 + "b", "a/" * 600 + "c", False),
]


@pytest.mark.parametrize(("pattern", "path", "inside"), APART, ids=[f"{p[:20]} {q[:20]}" for p, q, _ in APART])
def test_a_pattern_fits_a_path(pattern: str, path: str, inside: bool) -> None:
    assert fits(pattern, path) is inside


@pytest.fixture
def desks(folder: Path) -> Path:
    """Return a folder in which two desks tell one story, and each has a weekday that does not fit."""
    for desk, text in (("news", ONE), ("sport", OTHER)):
        (folder / desk).mkdir()
        (folder / desk / f"{desk}.txt").write_text(text + "\nThe hearing is on Thursday, 9 February 2022.\n", "utf-8")
    for name in ("one.txt", "other.txt"):
        (folder / name).unlink()
    return folder


def told_of(run: Run, *arguments: str) -> set[tuple[str, str, str]]:
    """Return rule, severity and the folders concerned of each discrepancy of a check."""
    report = json.loads(run("check", *arguments, "--format", "json").out)
    homes = {claim["id"]: Path(claim["document"]).resolve().parent.name for claim in report["claims"]}
    return {
        (finding["rule"], finding["severity"], " ".join(sorted({homes[claim] for claim in finding["claims"]})))
        for finding in report["findings"]
        if finding["verdict"] == "discrepancy"
    }


HEDGED, WEEKDAY = "hedged-against-exact", "weekday-does-not-fit"
BOTH = {(HEDGED, "warning", "news sport"), (WEEKDAY, "error", "news"), (WEEKDAY, "error", "sport")}
IN_SPORT = {(WEEKDAY, "error", "sport")}
PLACED = [
    ("", BOTH),
    (f'[per-path."sport/**"]\nignore = ["{WEEKDAY}"]', BOTH - IN_SPORT),
    (f'[per-path."sport/**"]\nignore = ["{HEDGED}"]', BOTH),
    (f'[per-path."*.txt"]\nignore = ["{HEDGED}"]', BOTH - {(HEDGED, "warning", "news sport")}),
    (f'[per-path."sport/**".severity]\n{HEDGED} = "info"', BOTH),
    (
        f'[per-path."sport/**".severity]\n{HEDGED} = "error"',
        BOTH - {(HEDGED, "warning", "news sport")} | {(HEDGED, "error", "news sport")},
    ),
    (
        f'[per-path]\n"**" = {{ignore = ["{WEEKDAY}"]}}\n"news/*" = {{select = ["{WEEKDAY}"]}}',
        BOTH - IN_SPORT,
    ),
    (f'ignore = ["{WEEKDAY}"]\n[per-path]\n"news/*" = {{select = ["{WEEKDAY}"]}}', BOTH - IN_SPORT),
]


@pytest.mark.parametrize(("text", "expected"), PLACED, ids=[text for text, _ in PLACED])
def test_what_holds_at_some_paths(run: Run, desks: Path, text: str, expected: set[tuple[str, str, str]]) -> None:
    Path("factcheck.toml").write_text(text, "utf-8")
    assert told_of(run, ".") == expected
    assert told_of(run, str(desks)) == expected


def test_with_sources_beside_it_the_path_of_the_draft_decides(run: Run, desks: Path) -> None:
    Path("factcheck.toml").write_text(f'[per-path."sport/**"]\nignore = ["{HEDGED}"]', "utf-8")
    assert told_of(run, "sport", "--against", "news") == IN_SPORT
    assert told_of(run, "news", "--against", "sport") == BOTH - IN_SPORT


def test_an_optional_rule_is_selected_for_some_paths(run: Run, desks: Path) -> None:
    Path("factcheck.toml").write_text('[per-path."sport/**"]\nselect = ["single-source"]', "utf-8")
    for path, more in (("news/news.txt", "Two boats sank."), ("sport/sport.txt", "The cup final drew 900 people.")):
        (desks / path).write_text(f"{(desks / path).read_text('utf-8')}\n{more}\n", "utf-8")
    told = [json.loads(line) for line in run("check", ".", "--format", "jsonl").out.splitlines()]
    assert ["900 people" in each["message"] for each in told if each["rule"] == "single-source"] == [True]


def test_paths_are_seen_from_the_file(run: Run, desks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("factcheck.toml").write_text(f'[per-path."sport/**"]\nignore = ["{WEEKDAY}"]', "utf-8")
    monkeypatch.chdir(desks / "sport")
    assert told_of(run, "sport.txt") == set()
    assert told_of(run, "../news/news.txt") == {(WEEKDAY, "error", "news")}


def test_a_pattern_that_fits_nothing_is_told(run: Run, desks: Path) -> None:
    Path("factcheck.toml").write_text('[per-path]\n"sprot/**" = {ignore = ["different-figures"]}', "utf-8")
    said = 'factcheck.toml:2:1: no article lies at “sprot/**”\n    "sprot/**" = {ignore = ["different-figures"]}\n'
    assert run("check", ".").err == said
    assert run("check", "sport").err == ""  # it may fit what was not asked for


def test_a_rule_that_is_none_at_a_path(run: Run) -> None:
    Path("factcheck.toml").write_text('[per-path."a/**"]\nignore = ["x"]\nseverity = {hedged = "info"}', "utf-8")
    told = run("check", "one.txt").err.splitlines()
    assert [line.split("; ")[0] for line in told[::2]] == [
        "factcheck.toml:2:11: unknown rule id “x” of “per-path”",
        "factcheck.toml:3:13: unknown rule id “hedged” of “per-path”",
    ]


# --- what sources are worth


def versions(run: Run, sources: str) -> list[tuple[str, ...]]:
    """Return the sources of each version of the one fact, as it orders them."""
    Path("factcheck.toml").write_text(f'select = ["majority-against-few"]\n[sources]\n{sources}', "utf-8")
    Path("third.txt").write_text("In thick fog a lifeboat crew rescued 19 divers.\n", "utf-8")
    Path("other.txt").write_text("A boat rescued 14 divers from the wreck.\n", "utf-8")
    report = json.loads(run("check", "one.txt", "other.txt", "third.txt", "--format", "json").out)
    (fact,) = (fact for fact in report["facts"] if fact["verdict"] == "discrepancy")
    told = [each["message"] for each in report["findings"] if each["rule"] == "majority-against-few"]
    return [*(tuple(variant["sources"]) for variant in fact["variants"]), tuple(told)]


def test_the_weightiest_version_comes_first(run: Run) -> None:
    many, alone = ("one", "other"), ("third",)
    said = "divers rescued from the wreck: most of the sources, by weight, say {}; others say {}"
    plain, turned = said.format("“14” (one, other)", "“19” (third)"), said.format("“19” (third)", "“14” (one, other)")
    assert versions(run, "") == [many, alone, (plain,)]
    assert versions(run, "third = {weight = 5}") == [alone, many, (turned,)]
    assert versions(run, "third = {weight = 2}")[2] == ()  # as much for the one as for the other
    assert versions(run, "one = {weight = 0}\nother = {weight = 0.5}") == [alone, many, (turned,)]


def test_a_weight_goes_with_the_name_of_the_newsroom(run: Run) -> None:
    assert versions(run, 'third = {name = "The Third", weight = 5}')[0] == ("The Third",)


def test_sources_that_are_worth_nothing_still_differ(run: Run) -> None:
    assert len(versions(run, "\n".join(f"{name} = {{weight = 0}}" for name in ("one", "other", "third")))) == 3
