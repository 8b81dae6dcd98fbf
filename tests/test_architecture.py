"""The house keeps its order: layers, light start, docstrings, rooms that have not outgrown their size."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "factcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE, LONGEST_FUNCTION = 300, 45
LINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def rooms() -> pytest.MarkDecorator:
    """Return the modules as cases."""
    return pytest.mark.parametrize("module", [pytest.param(path, id=str(path.relative_to(ROOT))) for path in MODULES])


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        env=env,
        cwd=ROOT,
        check=False,
    )


def test_imports_run_one_way() -> None:
    pytest.importorskip("importlinter")
    done = python(LINTER, "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["factcheck", "factcheck.cli"])
def test_a_start_loads_nothing_heavy(name: str) -> None:
    heavy = "{'pydantic', 'dateparser', 'rapidfuzz', 'yaml', 'Stemmer', 'jinja2'}"
    done = python(f"import sys, {name}\nprint(sorted({heavy} & sys.modules.keys()))")
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_every_public_name_is_there() -> None:
    done = python("import factcheck\n[getattr(factcheck, name) for name in factcheck.__all__]")
    assert done.returncode == 0, done.stderr


@rooms()
def test_module_says_what_it_is(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


@rooms()
def test_module_is_not_too_long(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@rooms()
def test_no_function_is_too_long(module: Path) -> None:
    functions = [
        node
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions if f.end_lineno is not None}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FUNCTION} == {}
