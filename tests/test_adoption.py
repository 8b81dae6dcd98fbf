"""What makes factcheck ready to adopt: hooks, the action and the template are what their tools read, and they work.

The scripts are run as the services run them, with a `factcheck` of this checkout in the place of the installed one.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from factcheck.cli import factcheck as command

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
TEMPLATE = yaml.safe_load((ROOT / ".gitlab/factcheck.yml").read_text("utf-8"))["factcheck"]
SHOWN = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)]
ONE = "Harbour police said 14 divers were rescued from the wreck on Tuesday.\n"
OTHER = "Almost 14 divers were rescued from the wreck, harbour police said.\n"
SCHEMAS = {"vendor.github-actions": "action.yml", "vendor.gitlab-ci": ".gitlab/factcheck.yml"}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with two articles and a `factcheck` beside them."""
    (tmp_path / "two words").mkdir()
    (tmp_path / "two words" / "one.txt").write_text(ONE, "utf-8")
    (tmp_path / "two words" / "other.txt").write_text(OTHER, "utf-8")
    for name, text in (
        ("factcheck", f'exec "{sys.executable}" -c "from factcheck.cli import main; main()" "$@"'),
        ("python", 'echo "$@" > asked'),  # instead of pip
    ):
        shim = tmp_path / ".bin" / name
        shim.parent.mkdir(exist_ok=True)
        shim.write_text(f"#!/bin/sh\n{text}\n")
        shim.chmod(0o755)
    return tmp_path


def shell(script: str, desk: Path, *how: str, **variables: str) -> subprocess.CompletedProcess[str]:
    path = {"PATH": f"{desk / '.bin'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*(how or ("bash", "--noprofile", "--norc", "-eo", "pipefail")), "-c", script],
        cwd=desk, env=os.environ | path | variables, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def mentioned(plain: object, key: str) -> list[Any]:
    """Return all that stands under a key anywhere in plain YAML types."""
    if isinstance(plain, dict):
        here = [plain[key]] if key in plain else []
        return here + [found for part in plain.values() for found in mentioned(part, key)]
    return [found for part in plain for found in mentioned(part, key)] if isinstance(plain, list) else []


# --- the forms -----------------------------------------------------------------------------------


@pytest.mark.parametrize("schema", SCHEMAS)
@pytest.mark.skipif(importlib.util.find_spec("check_jsonschema") is None, reason="install check-jsonschema")
def test_schema_of_the_service(schema: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, ROOT / SCHEMAS[schema]],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_hooks_are_commands_that_there_are() -> None:
    known = {"id", "name", "description", "entry", "args", "language", "files", "pass_filenames", "require_serial"}
    assert [hook["id"] for hook in HOOKS] == ["factcheck", "factcheck-drafts", "factcheck-baseline"]
    for hook in HOOKS:
        assert set(hook) <= known
        name, *words = hook["entry"].split()
        found: click.Command = command
        for word in words:
            assert isinstance(found, click.Group)
            found = found.commands[word]
        assert name == "factcheck"
        assert re.search(hook["files"], "articles/one.md")
        assert not re.search(hook["files"], "setup.py")


def test_the_readme_uses_what_there_is() -> None:
    hooks = {hook["id"] for hooks in mentioned(SHOWN, "hooks") for hook in hooks}
    assert hooks == {hook["id"] for hook in HOOKS}
    steps = [step for steps in mentioned(SHOWN, "steps") for step in steps]
    (ours,) = (step for step in steps if "/factcheck@" in step.get("uses", ""))
    assert set(ours["with"]) <= set(ACTION["inputs"])
    (job,) = (shown["factcheck"] for shown in SHOWN if shown and "include" in shown)
    assert set(job["variables"]) <= {*TEMPLATE["variables"], "GIT_DEPTH"}


# --- the action ----------------------------------------------------------------------------------


def test_no_input_is_part_of_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    text = (ROOT / "action.yml").read_text("utf-8")
    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == set(ACTION["inputs"])


def checked(desk: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Return what the last step makes of variables, those that are not given being as they are by default."""
    (desk / ".bin" / "summary.md").touch()
    step = ACTION["runs"]["steps"][-1]
    names = {name: found[1] for name, value in step["env"].items() if (found := re.search(r"inputs\.([a-z-]+)", value))}
    given = {name: ACTION["inputs"][what]["default"] for name, what in names.items()}
    assert set(step["env"]) == {*given, "COMMAND"}
    whole = {"COMMAND": str(desk / ".bin" / "factcheck"), "GITHUB_STEP_SUMMARY": str(desk / ".bin" / "summary.md")}
    return shell(step["run"], desk, **{**given, **whole, **variables})


def test_the_action_installs_what_it_is_asked_for(desk: Path) -> None:
    step = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "install")
    bin = desk / "factcheck" / "bin"
    bin.mkdir(parents=True)
    (bin / "python").symlink_to(desk / ".bin" / "python")
    usual = {"RUNNER_TEMP": str(desk), "GITHUB_OUTPUT": str(desk / "out"), "GITHUB_ACTION_PATH": "the checkout"}
    for package, installed in (("", "the checkout"), ("a package; id", "a package; id")):
        (desk / "out").write_text("")
        done = shell(step["run"], desk, PACKAGE=package, **usual)
        assert done.returncode == 0, done.stderr
        assert (desk / "asked").read_text() == f"-m pip install --quiet --disable-pip-version-check {installed}\n"
    assert (desk / "out").read_text() == f"command={bin}/factcheck\n"


def test_the_action_annotates_and_writes_both_reports(desk: Path) -> None:
    done = checked(desk)
    assert done.returncode == 1
    assert done.stdout.startswith("::warning ")
    assert "almost 14 divers" in (desk / ".bin" / "summary.md").read_text("utf-8").lower()
    assert json.loads((desk / "factcheck.sarif").read_text("utf-8"))["version"] == "2.1.0"


@pytest.mark.parametrize(
    ("variables", "given"),
    [
        pytest.param({"ARTICLES": "two words\n\none.txt\n"}, ["--", "two words", "one.txt"], id="paths"),
        pytest.param({"AGAINST": "a\nb c"}, ["--against=a", "--against=b c", "--", "."], id="against"),
        pytest.param({"BASELINE": "true", "SINCE": "main"}, ["--since=main", "--baseline", "--", "."], id="flags"),
        pytest.param({"SINCE": "-x; touch caught"}, ["--since=-x; touch caught", "--", "."], id="no-option"),
        pytest.param({"ARTICLES": "--help"}, ["--", "--help"], id="no-help"),
        pytest.param(
            {"ARTICLES": "$(touch caught)\n`touch caught`; touch caught"},
            ["--", "$(touch caught)", "`touch caught`; touch caught"], id="no-script",
        ),
    ],
)  # fmt: skip
def test_inputs_of_the_action(desk: Path, variables: dict[str, str], given: list[str]) -> None:
    (desk / ".bin" / "factcheck").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    done = checked(desk, **variables)
    assert done.returncode == 0, done.stderr
    summary = desk / ".bin" / "summary.md"
    usual = ["check", "--format", "github", "--output", "sarif=factcheck.sarif", "--output", f"markdown={summary}"]
    assert done.stdout.splitlines() == [*usual, *given]
    assert not (desk / "caught").exists()


# --- the template --------------------------------------------------------------------------------


def test_the_template_writes_both_reports(desk: Path) -> None:
    variables = TEMPLATE["variables"] | {"FACTCHECK_OPTIONS": "--fail-on never --show all"}
    script = "\n".join(TEMPLATE["before_script"] + TEMPLATE["script"])
    done = shell(script, desk, "sh", "-e", **variables)
    assert done.returncode == 0, done.stderr
    assert (desk / "asked").read_text().endswith(" factcheck-news\n")
    reports = TEMPLATE["artifacts"]["reports"]
    assert len(json.loads((desk / reports["codequality"]).read_text("utf-8"))) == 1
    assert "<testcase" in (desk / reports["junit"]).read_text("utf-8")
