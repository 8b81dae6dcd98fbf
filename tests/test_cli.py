"""The command as a shell sees it: exit codes, stdout, stderr, files; first what must fail."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factcheck import pipeline
from factcheck.cli import output
from factcheck.errors import UsageError
from factcheck.findings import Failure

ONE = "Harbour police said 14 divers were rescued from the wreck on Tuesday.\n"
OTHER = "Almost 14 divers were rescued from the wreck, harbour police said.\n"
SAME = "Harbour police said 14 divers were rescued from the wreck.\n"
COMMAND = [sys.executable, "-c", "from factcheck.cli import main; main()"]


Run = Callable[..., Any]  # the fixture of conftest.py


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("one.txt", ONE), ("other.txt", OTHER), ("same.txt", SAME)):
        Path(name).write_text(text, encoding="utf-8")
    return tmp_path


def broken_rules() -> str:
    Path("desk").mkdir()
    Path("desk/count.yaml").write_text(
        "kind: count\nrules:\n  - id: half\n    verdikt: discrepancy\n", encoding="utf-8"
    )
    return "desk"


def own_rule(expect: str) -> str:
    """Return a directory with one rule whose first example expects a verdict."""
    Path("mine").mkdir()
    Path("mine/count.yaml").write_text(
        "kind: count\nrules:\n  - id: mine\n    title: Figures\n    verdict: discrepancy\n    "
        "severity: info\n"
        "    when: {literal: different}\n    message: differ\n    why: They differ.\n    examples:\n"
        f"      - {{left: 9 boats sank., right: 9 boats sank., expect: {expect}}}\n"
        "      - {left: 9 boats sank., right: 7 boats sank., expect: discrepancy}\n",
        encoding="utf-8",
    )
    return "mine"


# --- usage, rules and input that must fail -------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((), id="nothing"),
        pytest.param(("chek",), id="unknown-command"),
        pytest.param(("check",), id="no-path"),
        pytest.param(("check", "--wrong", "one.txt"), id="unknown-option"),
        pytest.param(("check", "one.txt", "--format", "pdf"), id="unknown-format"),
        pytest.param(("check", "one.txt", "--jobs", "-1"), id="jobs"),
        pytest.param(("check", "one.txt", "--width", "9"), id="width"),
        pytest.param(("compare", "one text"), id="one-text"),
        pytest.param(("compare", "a", "b", "--pairs", "c"), id="texts-and-pairs"),
        pytest.param(("compare", "--pairs", "absent.jsonl"), id="no-pairs"),
        pytest.param(("compare", ".", "b"), id="folder-of-many"),
        pytest.param(("explain", "no-such-rule-at-all"), id="unknown-rule"),
        pytest.param(("rules", "list", "--rules", "absent"), id="no-rules"),
        pytest.param(("claims", "absent.txt"), id="no-file"),
    ],
)
def test_exit_2_with_words_on_stderr(run: Run, arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments)
    assert outcome.code == 2
    assert outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("command", [("check", "one.txt"), ("rules", "test"), ("compare", "a", "b"), ("explain", "x")])
def test_broken_rules_are_told_by_line(run: Run, command: tuple[str, ...]) -> None:
    outcome = run(*command, "--rules", broken_rules())
    assert outcome.code == 2
    assert "desk/count.yaml:4:5: " in outcome.err
    assert outcome.out == ""


@pytest.mark.parametrize("form", ["terminal", "json", "jsonl"])
def test_a_bad_input_costs_nothing_else(run: Run, form: str) -> None:
    Path("bad.txt").write_bytes(b"\x00\x01\xff" * 99)
    outcome = run("check", "one.txt", "other.txt", "bad.txt", "absent.txt", "--format", form)
    assert outcome.code == 2
    assert "hedged-against-exact" in outcome.out
    assert "factcheck: bad.txt: " in outcome.err
    assert "factcheck: absent.txt: " in outcome.err


@pytest.mark.parametrize("command", ["check", "claims"])
def test_a_folder_without_articles_is_a_failure(run: Run, command: str) -> None:
    Path("empty").mkdir()
    outcome = run(command, "empty")
    assert outcome.code == 2
    assert "holds no articles" in outcome.err


def test_a_fault_of_ours_is_no_discrepancy(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(pipeline, "check", fail)
    outcome = run("check", "one.txt")
    assert outcome.code == 2
    assert "ZeroDivisionError: ours" in outcome.err


def test_interrupted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check", stop)
    assert run("check", "one.txt").code == 130


# --- check ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("one.txt", "same.txt"), 0),
        (("one.txt", "other.txt"), 1),
        (("one.txt", "other.txt", "--fail-on", "warning"), 1),
        (("one.txt", "other.txt", "--fail-on", "error"), 0),
        (("one.txt", "other.txt", "--fail-on", "never"), 0),
        (("one.txt", "absent.txt", "--fail-on", "never"), 2),
        (("one.txt", "--against", "other.txt"), 1),
        (("one.txt", "--against", "same.txt"), 0),
    ],
)
def test_exit_code_of_check(run: Run, arguments: tuple[str, ...], code: int) -> None:
    assert run("check", *arguments).code == code


def test_terminal_report_tells_both_passages_and_the_exit_code(run: Run) -> None:
    outcome = run("check", "one.txt", "other.txt")
    assert "one.txt:1:" in outcome.out
    assert "‹Almost 14 divers›" in outcome.out
    assert "exit 1\nnext: factcheck explain hedged-against-exact\n" in outcome.out
    assert "\x1b" not in outcome.out
    assert outcome.err == ""


@pytest.mark.parametrize("width", ["60", "120"])
def test_width(run: Run, width: str) -> None:
    lines = run("check", "one.txt", "other.txt", "--width", width).out.splitlines()
    assert max(map(len, lines)) <= int(width)


def test_json_report_fits_the_printed_schema(run: Run) -> None:
    schema: dict[str, Any] = json.loads(run("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    told = json.loads(run("check", "one.txt", "other.txt", "--format", "json").out)
    jsonschema.Draft202012Validator(schema).validate(told)


def test_order_and_jobs_change_no_byte(run: Run) -> None:
    forward = run("check", "one.txt", "other.txt", "same.txt", "--format", "json").out
    assert run("check", "same.txt", "other.txt", "one.txt", "--format", "json", "--jobs", "0").out == forward


def test_a_draft_is_not_its_own_source(run: Run, folder: Path) -> None:
    told = json.loads(run("check", "one.txt", "--against", str(folder), "--format", "json").out)
    assert sorted(Path(document["path"]).name for document in told["documents"]) == [
        "one.txt",
        "other.txt",
        "same.txt",
    ]


# --- --output ------------------------------------------------------------------------------------


def test_output_holds_the_report_and_stdout_stays_human(run: Run) -> None:
    Path("report.json").write_text("old", encoding="utf-8")
    plain = run("check", "one.txt", "other.txt")
    outcome = run("check", "one.txt", "other.txt", "--output", "report.json")
    assert outcome == plain
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["version"] == 1
    assert sorted(path.name for path in Path().iterdir()) == [
        "one.txt",
        "other.txt",
        "report.json",
        "same.txt",
    ]


def test_each_output_has_a_form_of_its_own(run: Run) -> None:
    named = ("--output", "findings.jsonl", "--output", "json=report.out", "--output", "told.OUT", "--output", "a.TXT")
    outcome = run("check", "one.txt", "other.txt", "--format", "concise", *named)
    assert outcome.out == Path("told.OUT").read_text("utf-8")  # no ending that is known: as it is printed
    assert json.loads(Path("findings.jsonl").read_text("utf-8"))["verdict"] == "discrepancy"
    assert json.loads(Path("report.out").read_text("utf-8"))["format"] == "factcheck-report"
    assert Path("a.TXT").read_text("utf-8").startswith("DISCREPANCY")


@pytest.mark.parametrize(
    ("named", "told"),
    [
        (["jsn=out.txt"], "unknown form “jsn”; did you mean “json”?"),
        (["report.pdf"], "the ending “.pdf” tells no form; .txt, "),
        (["qqqq=out.txt"], "unknown form “qqqq”; known: terminal, "),
        (["a.json", "json=./a.json"], "named twice"),
    ],
)
def test_outputs_that_cannot_be_meant(run: Run, named: list[str], told: str) -> None:
    outcome = run("check", "one.txt", *(word for name in named for word in ("--output", name)))
    assert outcome.code == 2
    assert told in outcome.err
    assert len(list(Path().iterdir())) == 3


def test_a_file_may_have_an_equals_sign_in_its_name(run: Run) -> None:
    assert run("check", "one.txt", "--output", "./jsn=out.json").code == 0
    assert json.loads(Path("jsn=out.json").read_text("utf-8"))["version"] == 1


def test_show_spells_out_other_verdicts(run: Run) -> None:
    told = {show: run("check", "one.txt", "same.txt", "--format", "concise", "--show", show).out
            for show in ("discrepancy", "agreement", "all")}  # fmt: skip
    assert told["discrepancy"] == ""
    assert told["agreement"] == told["all"]
    assert ": agreement same-figure " in told["all"]


@pytest.mark.parametrize(
    ("variables", "colored"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, False),
    ],
)
def test_colour_where_it_is_wanted(
    run: Run, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], colored: bool
) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("check", "one.txt", "other.txt").out) is colored


@pytest.mark.parametrize("name", ["one.txt", "./one.txt", "link.txt", "hard.txt", "broken.txt", "story.toml"])
def test_output_never_overwrites_an_input(run: Run, name: str) -> None:
    Path("link.txt").symlink_to("one.txt")
    Path("hard.txt").hardlink_to("one.txt")
    Path("broken.txt").write_bytes(b"\x00")
    Path("story.toml").write_text('story = "divers"\n', encoding="utf-8")
    before = Path(name).read_bytes()
    outcome = run("check", "one.txt", "other.txt", "broken.txt", "--output", f"json={name}")
    assert outcome.code == 2
    assert "is one of the inputs" in outcome.err
    assert Path(name).read_bytes() == before


@pytest.mark.parametrize("name", [".", "absent/report.json", "one.txt/report.json"])
def test_output_that_cannot_be_written(run: Run, name: str) -> None:
    outcome = run("check", "one.txt", "--output", name)
    assert outcome.code == 2
    assert f"factcheck: {name}: cannot be written" in outcome.err


def test_output_to_a_device_leaves_the_device(run: Run) -> None:
    assert run("check", "one.txt", "--output", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


def test_output_dash_is_stdout(run: Run) -> None:
    assert "1 document" in run("check", "one.txt", "--output", "-").out


def test_a_file_that_fails_half_way_leaves_the_old_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    Path("report").write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="No space left"):
        output.write_file(Path("report"), "new")
    assert Path("report").read_text(encoding="utf-8") == "old"
    assert len(list(Path().glob(".report*"))) == 0


def test_output_keeps_the_permissions_of_the_old_file() -> None:
    Path("report").write_text("old", encoding="utf-8")
    Path("report").chmod(0o640)
    output.write_file(Path("report"), "new")
    assert Path("report").stat().st_mode & 0o777 == 0o640


# --- claims and compare --------------------------------------------------------------------------


def test_claims_one_a_line(run: Run) -> None:
    outcome = run("claims", "one.txt", "other.txt", "--format", "jsonl")
    told = [json.loads(line) for line in outcome.out.splitlines()]
    assert outcome.code == 0
    assert {claim["document"] for claim in told} == {"one.txt", "other.txt"}
    assert "Almost 14 divers" in [claim["text"] for claim in told]


def test_claims_as_one_object_and_for_people(run: Run) -> None:
    assert set(json.loads(run("claims", "one.txt", "--format", "json").out)) == {"claims", "failures"}
    assert "‹14 divers›" in run("claims", "one.txt").out


@pytest.mark.parametrize(
    ("left", "right", "code", "verdict"),
    [
        pytest.param(ONE, OTHER, 1, "discrepancy", id="texts"),
        pytest.param("one.txt", "other.txt", 1, "discrepancy", id="files"),
        pytest.param("one.txt", SAME, 0, "agreement", id="file-and-text"),
        pytest.param(ONE, "The choir sang. " * 400, 0, "unrelated", id="longer-than-a-file-name"),
        pytest.param("", "", 0, "unrelated", id="empty"),
    ],
)
def test_compare(run: Run, left: str, right: str, code: int, verdict: str) -> None:
    outcome = run("compare", left, right, "--format", "json")
    told = json.loads(outcome.out)
    assert (outcome.code, told["verdict"]) == (code, verdict)
    assert set(told) == {"verdict", "rule", "findings"}
    assert run("compare", left, right).out.startswith(verdict.upper())


def test_pairs_are_judged_around_bad_lines(run: Run) -> None:
    good = {"id": "é1", "a": ONE, "b": OTHER}
    lines = [
        json.dumps(good, ensure_ascii=False),
        "",
        "{nonsense",
        '{"id": 3, "a": "x"}',
        "[]",
        '{"a": "x", "b": "y"}',
    ]
    lines += ['{"id": "h", "a": "\\ud800", "b": ""}', json.dumps({"id": 7, "a": "x", "b": "y"})]
    Path("pairs.jsonl").write_text("\n".join(lines), encoding="utf-8")
    outcome = run("compare", "--pairs", "pairs.jsonl", "--format", "jsonl")
    told = [json.loads(line) for line in outcome.out.splitlines()]
    assert outcome.code == 2
    assert [(pair["id"], pair["verdict"]) for pair in told] == [("é1", "discrepancy"), (7, "unrelated")]
    assert outcome.out.startswith('{"id": "é1", ')
    assert [line.split(": ")[1] for line in outcome.err.splitlines()] == [f"pairs.jsonl:{n}" for n in (3, 4, 5, 6, 7)]


@pytest.mark.parametrize(("other", "code"), [(OTHER, 1), (SAME, 0)])
def test_pairs_exit_code(run: Run, other: str, code: int) -> None:
    Path("pairs.jsonl").write_text(json.dumps({"id": "1", "a": ONE, "b": other}), encoding="utf-8")
    assert run("compare", "--pairs", "pairs.jsonl").code == code


# --- rules ---------------------------------------------------------------------------------------


def test_explain_shows_the_page_with_examples_judged(run: Run) -> None:
    outcome = run("explain", "hedged-against-exact")
    assert outcome.code == 0
    for words in ("when", "why", "count.yaml:", "✓ discrepancy", "examples"):
        assert words in outcome.out


def test_explain_names_the_nearest_rules(run: Run) -> None:
    assert "“hedged-against-exact”" in run("explain", "hedged-agianst-exact").err
    assert "name the articles that were checked" in run("explain", "7f3a91c2").err


def test_rules_list_shows_every_rule_in_order(run: Run) -> None:
    outcome = run("rules", "list", "--rules", own_rule("agreement"))
    listed = [line.split()[:3] for line in outcome.out.splitlines()]
    count = [id for kind, scope, id in listed if (kind, scope) == ("count", "pair")]
    assert outcome.code == 0
    assert count[0] == "mine"
    assert count.index("hedged-against-exact") < count.index("different-figures")


@pytest.mark.parametrize(("expect", "code"), [("compatible", 1), ("agreement", 0)])
def test_rules_test_fails_with_a_failing_example(
    run: Run, expect: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge(_: object, example: Any, rules: object) -> tuple[str, str | None]:
        same = example.left == example.right
        return ("agreement", "same-figure") if same else ("discrepancy", "mine")

    from factcheck.judge import load
    from factcheck.judge.rules import RuleBook
    from factcheck.rehearsal import Rehearsal

    mine = load.load_rules([Path(own_rule(expect))]).rule("mine")
    ladder = {"count": {"kind": "count", "rules": (), "otherwise": mine}}
    book = RuleBook.model_validate({"ladders": ladder})
    monkeypatch.setattr(load, "load_rules", lambda *_, **__: book)
    monkeypatch.setattr(Rehearsal, "judge", judge)
    outcome = run("rules", "test")
    assert outcome.code == code
    assert ("mine/count.yaml:3: mine, example 1: expected compatible, got agreement" in outcome.out) == bool(code)
    assert f"2 examples: {2 - code} pass, {code} fail" in outcome.out


# --- the process ---------------------------------------------------------------------------------


def test_help_and_version_import_nothing_heavy() -> None:
    code = (
        "import sys\nfrom factcheck.cli import run\n"
        "codes = run(['--help']), run(['check', '--help']), run(['--version'])\n"
        "heavy = {'pydantic', 'yaml', 'rapidfuzz', 'Stemmer', 'dateparser'} & set(sys.modules)\n"
        "sys.exit(f'{codes} {heavy}' if any(codes) or heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "factcheck check draft.md --against wires/" in done.stdout
    assert len(done.stdout.split("Usage:")[1].splitlines()) <= 28


def test_the_list_of_commands_is_not_cut(run: Run) -> None:
    told = run("--help").out.split("Commands:")[1].split("Exit codes")[0]
    assert "..." not in told
    assert "  diff      Show what changed between two JSON reports.\n" in told


def test_stdout_is_utf8_in_any_locale() -> None:
    env = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    }
    done = subprocess.run([*COMMAND, "check", "one.txt", "other.txt"], capture_output=True, env=env, check=False)
    assert done.returncode == 1
    assert "‹Almost 14 divers›" in done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_failure() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as stdout:
        done = subprocess.run(
            [*COMMAND, "check", "one.txt", "other.txt"], stdout=stdout, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_full_disk_is_a_failure() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as stdout:
        done = subprocess.run(
            [*COMMAND, "rules", "list"], stdout=stdout, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith("factcheck: standard output cannot be written")


def test_failures_weigh_more_than_findings() -> None:
    failure = Failure(document="x", stage="read", message="y")
    assert output.exit_code((), [failure], "never") == 2
