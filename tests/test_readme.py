"""README.md is true: its commands exit as it says, its tables and its picture are what the program gives."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from factcheck.claims import extract, kinds
from factcheck.models import Document
from factcheck.settings import FORMATS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SHELL = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
SAVED = re.findall(r"Save as\s`([^`]+)`:\n\n```\w+\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line for block in SHELL for line in block.splitlines() if line.startswith("factcheck ")]
SETUP = [line for block in SHELL for line in block.splitlines() if not line.startswith("factcheck ")]
PICTURE = README.split("<!-- picture -->")[1].split("<!-- /picture -->")[0].strip().splitlines()[1:-1]
ROW = re.compile(r"^\| (\w+) \| (.+?) \| (.+?) \|$", re.MULTILINE)
KINDS = ROW.findall(README.split("## What is read")[1].split("\n## ")[0].split("|---|---|---|")[1])


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the checkout with the files that README.md has its reader save."""
    copy = tmp_path_factory.mktemp("checkout")
    for folder in ("seeds", "rules"):
        shutil.copytree(ROOT / folder, copy / folder)
    for name, text in SAVED:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text(text, "utf-8")
    shim = copy / ".bin" / "factcheck"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "from factcheck.cli import main; main()" "$@"\n')
    shim.chmod(0o755)
    return copy


def shell(line: str, checkout: Path) -> subprocess.CompletedProcess[str]:
    """Return what a shell makes of a line that calls the factcheck of this checkout."""
    environment = os.environ | {
        "PATH": f"{checkout / '.bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.run(line, shell=True, cwd=checkout, env=environment, capture_output=True, encoding="utf-8")


def strings(value: object) -> Iterator[str]:
    """Yield every text inside plain JSON types."""
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)
    elif isinstance(value, str):
        yield value


def test_the_readme_has_what_is_tested_here() -> None:
    assert len(COMMANDS) > 10
    assert {name for name, _ in SAVED} == {"draft.md", "desk/count.yaml", "desk/lexicon/nouns.tsv", "slip/count.yaml"}


@pytest.mark.parametrize("line", COMMANDS)
def test_command_exits_as_documented(line: str, checkout: Path) -> None:
    expected = re.search(r"# exit (\d+)$", line)
    outcome = shell(line, checkout)
    assert outcome.returncode == int(expected[1] if expected else 0), outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_every_subcommand_is_in_the_readme() -> None:
    from factcheck.cli import factcheck

    used = {line.split()[1] for line in COMMANDS}
    assert set(factcheck.commands) == used


def options(group: click.Group) -> Iterator[tuple[str, click.Option]]:
    """Yield the options of every command below a group, each with the words of its command."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from ((f"{name} {words}", option) for words, option in options(command))
        yield from ((name, option) for option in command.params if isinstance(option, click.Option))


def test_every_option_is_in_the_readme_and_on_the_page_of_its_command() -> None:
    from factcheck.cli import factcheck

    missing = []
    for words, option in options(factcheck):
        name = max(option.opts, key=len)
        if not option.help or not re.search(rf"{name}(?![a-z-])", README):
            missing.append(f"{words} {name}")
    assert missing == []


def test_setup_lines_are_those_that_ci_runs() -> None:
    assert len(SETUP) == 2
    assert SETUP[0].endswith("&& .venv/bin/factcheck check seeds/met-commissioner --fail-on never")
    assert SETUP[1].endswith("&& .venv/bin/pytest")
    printed = subprocess.run([ROOT / ".ci/run", "--lines"], capture_output=True, encoding="utf-8", check=True)
    assert printed.stdout.splitlines() == SETUP


def test_picture_shows_the_real_report(checkout: Path) -> None:
    command, *shown = PICTURE
    outcome = shell(command.removeprefix("$ "), checkout)
    real = outcome.stdout.splitlines()
    table = next(number for number, line in enumerate(shown) if line.startswith("  facts "))
    assert sum(line.startswith("DISCREPANCY") for line in shown[:table]) >= 1
    assert [line for line in shown if line not in (*real, "[…]")] == [], "paste the report anew into README.md"
    assert max(map(len, shown)) <= 80
    assert any(line.endswith(f"exit {outcome.returncode}") for line in shown)


def test_broken_rule_is_told_as_shown(checkout: Path) -> None:
    told = re.search(r"^```text\n(slip/.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert told is not None
    assert shell("factcheck rules test --rules slip", checkout).stderr == told[1]


def test_table_of_forms_is_complete() -> None:
    table = README.split("## Forms of a report")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| (?:`(\.\w+)`)? ?\|", table, re.MULTILINE)
    assert [(form, ending or None) for form, ending in rows] == list(FORMATS.items())


def test_table_of_kinds_is_complete() -> None:
    assert {kind for kind, _, _ in KINDS} == {name for name, kind in kinds().items() if kind.reads != "story"}


@pytest.mark.parametrize(("kind", "example", "value"), KINDS, ids=[kind for kind, _, _ in KINDS])
def test_kind_is_read_as_shown(kind: str, example: str, value: str) -> None:
    found = [claim for claim in extract(Document(id="a", text=example, source="a")) if claim.kind == kind]
    assert len(found) == 1
    dumped = json.loads(found[0].model_dump_json())["value"]
    assert [figure for figure in re.findall(r"`([^`]+)`", value) if figure not in set(strings(dumped))] == []


def block_of(language: str, heading: str) -> str:
    """Return the first block in a language behind a heading."""
    block = re.search(rf"^```{language}\n(.*?)^```$", README.split(heading)[1], re.MULTILINE | re.DOTALL)
    assert block is not None
    return block[1]


def test_settings_are_taken_as_shown(checkout: Path) -> None:
    (checkout / "shown.toml").write_text(block_of("toml", "## Settings of a desk"), "utf-8")
    outcome = shell("factcheck rules list --config shown.toml", checkout)
    lines = {line.split()[2]: line for line in outcome.stdout.splitlines()}
    assert (outcome.returncode, outcome.stderr) == (0, "")
    assert " ignored " in lines["dates-not-placed"]
    assert " off " not in lines["single-source"]
    assert " info " in lines["hedged-against-exact"]
    assert "desk-far-apart" in lines


def test_story_file_is_read_as_shown(tmp_path: Path) -> None:
    from factcheck.readers import read

    (tmp_path / "story.toml").write_text(block_of("toml", "## Input"), "utf-8")
    (tmp_path / "gazette.txt").write_text("Fog closed the harbour.\n", "utf-8")
    intake = read([tmp_path])
    assert intake.failures == ()
    assert [(d.story, d.source, str(d.published)) for d in intake.documents] == [
        ("Harbour fire", "The Gazette", "2023-05-04")
    ]


def test_python_prints_what_its_comments_say(checkout: Path) -> None:
    block = re.search(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert block is not None
    (checkout / "example.py").write_text(block[1], "utf-8")
    outcome = shell(f'"{sys.executable}" example.py', checkout)
    expected = re.findall(r"^ *print\(.*\)  # (.+)$", block[1], re.MULTILINE)
    assert (outcome.stderr, outcome.stdout.splitlines()) == ("", expected)
