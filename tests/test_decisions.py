"""Decisions: what is refused, what they do to a check, how long they hold, and who may write at once."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.decisions import FILE, load
from factcheck.errors import DeskError

ONE = "Harbour police said 14 divers were rescued from the wreck on Tuesday.\n"
OTHER = "Almost 14 divers were rescued from the wreck, harbour police said.\n"
BEFORE = "Fog lay over the harbour all day.\n\nFerries were cancelled and shops closed early.\n\n"


Run = Callable[..., Any]  # the fixture of conftest.py


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text(ONE, "utf-8")
    Path("other.txt").write_text(OTHER, "utf-8")
    return tmp_path


def checked(run: Run, *flags: str) -> Any:
    return run("check", "one.txt", "other.txt", "--format", "jsonl", *flags)


def discrepancy(run: Run) -> str:
    """Return the id of the one discrepancy."""
    told = [json.loads(line) for line in checked(run).out.splitlines()]
    (id,) = (finding["id"] for finding in told if finding["verdict"] == "discrepancy")
    return str(id)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("hedged", "dismiss", "--reason", "x"), "“finding” is no id of a finding"),
        (("7f3a91c2", "dismiss", "--reason", "  "), "“reason” must be told"),
        (("7f3a91c2", "dismiss"), "--reason"),
        (("7f3a91c2", "ignore", "--reason", "x"), "ignore"),
        (("7f3a91c2", "dismiss", "--reason", "x", "--until", "soon"), "soon"),
    ],
)
def test_no_decision(run: Run, arguments: tuple[str, ...], said: str) -> None:
    outcome = run("decide", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert not FILE.exists()


GOOD = '{"finding": "7f3a91c2", "decision": "dismiss", "reason": "x"}'
BROKEN = [
    ("<<<<<<< HEAD", "1: a merge is not finished here; keep the lines of both sides"),
    (">>>>>>> other", "1: a merge is not finished here"),
    ("{", "2: no decision: not JSON (Expecting property name enclosed in double quotes)"),
    ("[]", '1: no decision: write {"finding": …, "decision": …, "reason": …, "until": …}'),
    ("NaN", "1: no decision: write"),
    ('{"finding": "7f3a91c2", "decision": "dismiss"}', "1: no decision: “reason” is missing"),
    (GOOD.replace("dismiss", "maybe"), "25: no decision: unknown decision “maybe”; known: accept, dismiss"),
    (GOOD.replace("dismiss", "dismis"), "25: no decision: unknown decision “dismis”; did you mean “dismiss”?"),
    (GOOD.replace("}", ', "til": "2027-01-31"}'), "63: no decision: unknown key “til”; did you mean “until”?"),
    (GOOD.replace("}", ', "until": "soon"}'), "63: no decision: “until”: "),
    (GOOD.replace('"x"', "3"), "48: no decision: “reason”: "),
    (GOOD.replace("7f3a91c2", "hedged"), "2: no decision: “finding” is no id of a finding, such as 7f3a91c2"),
    (GOOD.replace("x", "\x01"), "59: control character U+0001 is not allowed"),
    ("[" * 100_000, "1: no decision: not JSON (RecursionError)"),
]


@pytest.mark.parametrize(("line", "said"), BROKEN, ids=[said for _, said in BROKEN])
def test_a_broken_line_is_told_with_its_place(run: Run, line: str, said: str) -> None:
    FILE.parent.mkdir()
    FILE.write_text(f"\n{line}\n", "utf-8")
    outcome = checked(run)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"{FILE}:2:{said}")
    assert outcome.err.splitlines()[1].startswith(f"    {line[:3]}")


def test_all_broken_lines_are_told_at_once(run: Run) -> None:
    FILE.parent.mkdir()
    FILE.write_text(f"{{}}\n{GOOD}\nx\n", "utf-8")
    told = [line.split(": ")[0] for line in checked(run).err.splitlines() if not line.startswith(" ")]
    assert told == [f"{FILE}:1:1"] * 3 + [f"{FILE}:3:1"]


SCRAPS = st.sampled_from(
    ["", "{", "}", '"', ",", ":", "[", "\n", "\\", "\\ud800", "null", "1e999", "\x00", "é", "\u2028", "<<<<<<<"]
)


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), SCRAPS), min_size=1, max_size=4))
def test_any_broken_line_is_told_with_its_place(tmp_path: Path, edits: list[tuple[float, int, str]]) -> None:
    text = f"{GOOD}\n{GOOD}\n"
    for place, length, scrap in edits:
        at = int(place * len(text))
        text = text[:at] + scrap + text[at + length :]
    (tmp_path / "d.jsonl").write_text(text, "utf-8")
    assert unplaced(tmp_path / "d.jsonl") == []


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(raw=st.binary(max_size=200))
def test_any_bytes_are_told_with_a_place(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "d.jsonl").write_bytes(raw)
    assert unplaced(tmp_path / "d.jsonl") == []


def unplaced(path: Path) -> list[str]:
    """Return what is wrong with a file of decisions and told without a place."""
    try:
        load(path)
    except DeskError as error:
        return [problem for problem in error.problems if not re.match(r".+\.jsonl:\d+:\d+: \S", problem)]
    return []


def test_two_branches_that_decide_are_joined_by_git(run: Run, folder: Path) -> None:
    def git(*arguments: str) -> None:
        named = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=one")
        subprocess.run(["git", *named, *arguments], cwd=folder, check=True, capture_output=True)

    def decided(id: str) -> None:
        run("decide", id, "dismiss", "--reason", "x")
        git("add", "-A")
        git("commit", "-m", id)

    git("init")
    decided("00000000")
    git("checkout", "-b", "other")
    decided("11111111")
    git("checkout", "one")
    decided("22222222")
    git("merge", "other")
    assert set(load(FILE)) == {"00000000", "11111111", "22222222"}


def test_many_unused_decisions_are_not_all_named(run: Run) -> None:
    for number in range(8):
        run("decide", f"{number}" * 8, "dismiss", "--reason", "x")
    said = ", ".join(f"{number}" * 8 for number in range(5))
    assert checked(run).err == f"factcheck: {FILE} has decisions that no finding here met: {said} and 3 more\n"


# --- what a decision does


def test_a_dismissed_finding_fails_no_check(run: Run) -> None:
    id = discrepancy(run)
    assert run("decide", id, "dismiss", "--reason", "both are\n right").out == f"dismiss {id}: both are right\n"
    outcome = checked(run)
    told = {finding["id"]: finding["decision"] for finding in map(json.loads, outcome.out.splitlines())}
    assert (outcome.code, told[id], outcome.err) == (0, "dismiss", "")
    screen = run("check", "one.txt", "other.txt")
    assert "DISCREPANCY" not in screen.out
    assert "1 finding dismissed" in screen.out
    assert (
        '<skipped message="dismissed; both are right" />'
        in run("check", "one.txt", "other.txt", "--format", "junit").out
    )


def test_an_accepted_finding_still_fails(run: Run) -> None:
    id = discrepancy(run)
    run("decide", id, "accept", "--reason", "the desk is asking")
    outcome = checked(run)
    assert (outcome.code, outcome.err) == (1, "")
    assert '"decision": "accept", "fact"' in outcome.out


def test_the_last_decision_holds(run: Run) -> None:
    id = discrepancy(run)
    run("decide", id, "dismiss", "--reason", "no")
    run("decide", id, "accept", "--reason", "yes")
    assert checked(run).code == 1
    assert len(FILE.read_text("utf-8").splitlines()) == 2


def test_decisions_lie_here_or_above(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    id = discrepancy(run)
    run("decide", id, "dismiss", "--reason", "no")
    (folder / "below").mkdir()
    monkeypatch.chdir(folder / "below")
    run("decide", "7f3a91c2", "accept", "--reason", "yes")
    assert set(load(folder / FILE)) == {id, "7f3a91c2"}


# --- how long it holds


def test_a_decision_follows_its_finding_through_edits_elsewhere(run: Run) -> None:
    run("decide", discrepancy(run), "dismiss", "--reason", "no")
    Path("one.txt").write_text(BEFORE + ONE + "\n" + BEFORE, "utf-8")
    Path("other.txt").write_text(OTHER + "\n" + BEFORE, "utf-8")
    assert (checked(run).code, checked(run).err) == (0, "")


def test_a_decision_lapses_with_its_figure(run: Run) -> None:
    id = discrepancy(run)
    run("decide", id, "dismiss", "--reason", "no")
    for name, text in (("one.txt", ONE), ("other.txt", OTHER)):
        Path(name).write_text(text.replace("14", "17"), "utf-8")
    outcome = checked(run)
    assert outcome.code == 1
    assert outcome.err == f"factcheck: {FILE} has decisions that no finding here met: {id}\n"


@pytest.mark.parametrize(("day", "code"), [("2027-01-31", 0), ("2027-02-01", 1)])
def test_a_decision_holds_up_to_its_day(run: Run, day: str, code: int) -> None:
    id = discrepancy(run)
    run("decide", id, "dismiss", "--reason", "no", "--until", "2027-01-31")
    outcome = checked(run, "--as-of", day)
    assert outcome.code == code
    assert (f"the decision on {id} held until 2027-01-31; decide anew" in outcome.err) == bool(code)


def test_a_missing_break_at_the_end_joins_no_lines(run: Run) -> None:
    FILE.parent.mkdir()
    FILE.write_text('{"finding": "7f3a91c2", "decision": "accept", "reason": "x"}', "utf-8")
    run("decide", "84bc5367", "dismiss", "--reason", "y")
    assert set(load(FILE)) == {"7f3a91c2", "84bc5367"}


def test_many_may_decide_at_once() -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom factcheck.decisions import FILE, Decision, append\n"
        "for number in range(25):\n"
        "    id = f'{sys.argv[1]}{number:07x}'\n"
        "    append(FILE, Decision(finding=id, decision='dismiss', reason='x' * 5000))\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, digit]) for digit in "abcd"]
    assert [writer.wait() for writer in writers] == [0] * 4
    assert len(load(FILE)) == 100


# --- from where it is seen


def test_a_decision_holds_from_wherever_a_check_is_run(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("decide", discrepancy(run), "dismiss", "--reason", "no")
    below = folder / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    for first, second in (("../one.txt", "../other.txt"), (str(folder / "one.txt"), str(folder / "other.txt"))):
        outcome = run("check", first, second)
        assert (outcome.code, outcome.err) == (0, "")


def test_a_decision_on_who_tells_a_fact_follows_it(run: Run) -> None:
    def alone() -> dict[str, str]:
        told = [json.loads(line) for line in checked(run, "--select", "single-source").out.splitlines()]
        return {each["message"]: each["id"] for each in told if each["rule"] == "single-source"}

    before = alone()
    Path("one.txt").write_text(BEFORE + ONE, "utf-8")
    after = alone()
    assert before
    assert {message: after[message] for message in before} == before
