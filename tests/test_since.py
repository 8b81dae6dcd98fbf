"""Findings limited to what has changed since a git ref: all is compared, and only what is touched is told."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.since import changed_since
from factcheck.readers import read

ONE = "Harbour police said 14 divers were rescued from the wreck on Tuesday.\n"
OTHER = "Almost 14 divers were rescued from the wreck, harbour police said.\n"
WRONG = "The hearing is on Thursday, 9 February 2022, in the town hall.\n"
Run = Callable[..., Any]  # the fixture of conftest.py

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], check=True, capture_output=True, encoding="utf-8")
    return done.stdout.strip()


def commit() -> str:
    git("add", "--all")
    git("commit", "--quiet", "--message", "More news", "--allow-empty")
    return git("rev-parse", "HEAD")


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")


@pytest.fixture(autouse=True)
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Desk")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "desk@gazette.example")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "house").mkdir()
    monkeypatch.chdir(tmp_path / "house")
    git("init", "--quiet", "--initial-branch", "main")
    for name, text in (("one", ONE), ("other", OTHER), ("alone", WRONG)):
        write(f"news/{name}.txt", text)
    commit()


def told(run: Run, *arguments: str) -> list[str]:
    """Return the rules of the discrepancies that a check tells."""
    run("check", *(arguments or ("news", "--since", "main")), "--output", "json=../r.json")
    findings = json.loads(Path("../r.json").read_text("utf-8"))["findings"]
    return sorted(finding["rule"] for finding in findings if finding["verdict"] == "discrepancy")


def touched(*paths: str, since: str = "main") -> set[str]:
    """Return the ids of the articles at some paths that have changed."""
    return set(changed_since(since).touched(read(paths or ("news",)).documents))


# --- what cannot be asked ------------------------------------------------------------------------


@pytest.mark.parametrize("ref", ["--output=../x", "-p", ""])
def test_what_is_no_ref(run: Run, ref: str) -> None:
    outcome = run("check", "news", f"--since={ref}")
    assert (outcome.code, outcome.out) == (2, "")
    assert "is no ref of git; name a branch, a tag or a commit" in outcome.err


@pytest.mark.parametrize("ref", ["nowhere", "HEAD~9", "main...HEAD", "main; id", ":/x"])
def test_a_commit_that_is_not_there(run: Run, ref: str) -> None:
    outcome = run("check", "news", "--since", ref)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"factcheck: --since {ref}: git knows no such commit here; a shallow checkout has to fetch it first\n"
    )


def test_a_folder_without_git(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("..")
    outcome = run("check", "house/news", "--since", "main")
    assert (outcome.code, outcome.out) == (2, "")
    assert "no checkout of git is here (not a git repository" in outcome.err


def test_a_machine_without_git(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    outcome = run("check", "news", "--since", "main")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--since asks git, which cannot be run here" in outcome.err


# --- what is left out ----------------------------------------------------------------------------


def test_nothing_has_changed(run: Run) -> None:
    outcome = run("check", "news", "--since", "HEAD")
    assert (outcome.code, outcome.err) == (0, "")
    assert "limited to 0 documents changed since HEAD" in outcome.out
    assert "0 facts: 0 discrepancies" in outcome.out
    assert run("check", "news").code == 1


def test_without_the_flag_a_report_says_nothing_of_it(run: Run) -> None:
    told(run, "news")
    assert "since" not in json.loads(Path("../r.json").read_text("utf-8"))


def test_a_changed_file_is_held_against_all_others(run: Run) -> None:
    write("news/one.txt", ONE.replace("Tuesday", "Monday"))
    assert told(run) == ["hedged-against-exact"]
    report = json.loads(Path("../r.json").read_text("utf-8"))
    assert report["since"] == {"ref": "main", "documents": ["news/one.txt"]}
    assert {claim["document"] for claim in report["claims"]} == {f"news/{n}.txt" for n in ("one", "other", "alone")}
    counts = report["summary"]
    assert counts["documents"] == 3
    assert counts["facts"] == len(report["facts"]) == sum(counts[v] for v in ("discrepancy", "single_source"))


def test_a_committed_change_counts_and_one_elsewhere_on_the_branch_does_not() -> None:
    git("switch", "--quiet", "--create", "desk")
    write("news/alone.txt", WRONG.replace("hearing", "inquest"))
    commit()
    git("switch", "--quiet", "main")
    write("news/one.txt", ONE.replace("Tuesday", "Monday"))
    commit()
    git("switch", "--quiet", "desk")
    assert touched() == {"news/alone.txt"}


def test_histories_that_never_met_are_compared_as_they_are() -> None:
    git("switch", "--quiet", "--orphan", "new")
    write("news/one.txt", ONE)
    write("news/other.txt", OTHER)
    commit()
    assert touched() == set()
    write("news/other.txt", OTHER.replace("police", "guards"))
    assert touched() == {"news/other.txt"}


def test_files_that_git_does_not_track_have_changed_and_those_that_it_ignores_have_not() -> None:
    write("news/late.txt", WRONG.replace("hearing", "trial"))
    write(".gitignore", "build\n")
    write("build/copy.txt", WRONG)
    assert touched("news", "build") == {"news/late.txt"}


def test_a_renamed_file_has_changed() -> None:
    git("mv", "news/alone.txt", "news/town.txt")
    assert touched() == {"news/town.txt"}


@pytest.mark.parametrize(
    "name", ["zürich.txt", "two words.txt", 'the "end".txt', "new\nline.txt", "-n.txt", "główna/é.md"]
)
def test_names_of_every_kind(name: str) -> None:
    write(f"news/{name}", WRONG.replace("hearing", "trial"))
    assert touched() == {f"news/{name}"}
    commit()
    assert touched() == set()
    write(f"news/{name}", WRONG)
    assert touched() == {f"news/{name}"}


def test_a_file_of_many_articles_is_one_file() -> None:
    lines = [{"id": id, "text": WRONG.replace("hearing", id), "story": id} for id in ("trial", "inquest")]
    write("wires.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
    commit()
    assert touched("wires.jsonl") == set()
    lines[0]["text"] += "Fog closed the harbour.\n"
    write("wires.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
    assert touched("wires.jsonl") == {"trial", "inquest"}


def test_who_changes_the_labels_changes_the_articles_beside_them() -> None:
    write("news/story.toml", 'story = "wreck"\n')
    write("far/away.txt", "Fog.\n")
    commit()
    assert touched("news", "far") == set()
    Path("news/story.toml").unlink()
    assert touched("news", "far") == {"news/alone.txt", "news/one.txt", "news/other.txt"}


def test_from_a_folder_below_and_through_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("news/alone.txt", WRONG.replace("hearing", "trial"))
    monkeypatch.chdir("news")
    (tmp_path / "linked").symlink_to(tmp_path / "house")
    assert touched(".") == {"alone.txt"}
    assert touched(str(tmp_path / "linked" / "news")) == {str(tmp_path / "linked" / "news" / "alone.txt")}


def test_articles_outside_of_the_checkout_are_sources(run: Run) -> None:
    write("../wires/other.txt", OTHER)
    assert told(run, "news/one.txt", "--against", "../wires", "--since", "main") == []
    outcome = run("check", "news/one.txt", "--against", "../wires", "--since", "main")
    assert outcome.err == "factcheck: --since takes 1 article outside of the checkout for unchanged\n"
    write("news/one.txt", ONE.replace("Tuesday", "Monday"))
    assert told(run, "news/one.txt", "--against", "../wires", "--since", "main") == ["hedged-against-exact"]


# --- what it changes elsewhere -------------------------------------------------------------------


def test_an_input_that_cannot_be_read_is_told_all_the_same(run: Run) -> None:
    assert run("check", "news", "absent.txt", "--since", "main").code == 2


def test_decisions_outside_of_what_is_told_are_no_strangers(run: Run) -> None:
    told(run, "news")
    for finding in json.loads(Path("../r.json").read_text("utf-8"))["findings"]:
        run("decide", finding["id"], "accept", "--reason", "known")
    assert run("check", "news", "--since", "main").err == ""


def test_rendered_again_it_is_the_same_report(run: Run) -> None:
    write("news/one.txt", ONE.replace("Tuesday", "Monday"))
    first = run("check", "news", "--since", "main", "--output", "json=../r.json")
    assert run("report", "../r.json") == first
    assert "limited to 1 document changed since main" in first.out
