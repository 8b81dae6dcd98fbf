"""The same bytes from the same articles: whatever their order, the hash seed and the number of jobs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck import cli

ROOT = Path(__file__).parents[1]
ARTICLES = ("bbc.txt", "itv.txt", "sky.txt")
FORMS = ("json", "jsonl", "terminal")
COPIES = 4  # stories of three articles: enough that two jobs share the work


class Outcome(NamedTuple):
    code: int
    out: bytes
    err: bytes


@pytest.fixture
def stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the articles of some stories, one folder each, below the working directory."""
    monkeypatch.chdir(tmp_path)
    for copy in range(COPIES):
        shutil.copytree(ROOT / "seeds" / "met-commissioner", f"story{copy}")
        toml = Path(f"story{copy}/story.toml")
        told = toml.read_text(encoding="utf-8").replace('"met-commissioner"', f'"story {copy}"')
        toml.write_text(told, encoding="utf-8")
    return [f"story{copy}/{article}" for copy in range(COPIES) for article in ARTICLES]


def command(*arguments: str, seed: int) -> Outcome:
    env = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)}
    code = "from factcheck.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, env=env, check=False)
    return Outcome(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("form", FORMS)
def test_order_of_arguments(form: str, stories: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    told = set()
    for order in permutations(stories[:3]):
        assert cli.run(["check", *order, "--format", form]) == 1
        told.add(capsys.readouterr().out)
    assert len(told) == 1


@pytest.mark.parametrize("form", FORMS)
def test_order_of_hash_seed_and_jobs(form: str, stories: Sequence[str]) -> None:
    mixed = [*stories[1::2], *reversed(stories[::2])]
    one = command("check", *stories, "--format", form, "--jobs", "1", seed=0)
    assert (one.code, one.err) == (1, b"")
    assert command("check", *mixed, "--format", form, "--jobs", "2", seed=1) == one
    assert command("check", *reversed(stories), "--format", form, "--jobs", "1", seed=2) == one


def test_a_file_that_is_named_twice_counts_once(stories: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["check", *stories[:3], "--format", "json"])
    once = capsys.readouterr().out
    cli.run(["check", *stories[:3], stories[0], f"./{stories[1]}", "--format", "json"])
    assert capsys.readouterr().out == once


def test_claims(stories: Sequence[str]) -> None:
    one = command("claims", *stories, "--format", "jsonl", seed=0)
    assert command("claims", *reversed(stories), "--format", "jsonl", "--jobs", "2", seed=2) == one


def test_rules(stories: Sequence[str]) -> None:
    assert command("rules", "list", seed=0) == command("rules", "list", seed=1)


def test_pairs(stories: Sequence[str]) -> None:
    one, two = (command("compare", stories[1], stories[2], "--format", "json", seed=seed) for seed in (0, 2))
    assert one == two
