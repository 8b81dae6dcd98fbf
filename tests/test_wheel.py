"""What is installed: the wheel holds rules and lexicon, and runs without the checkout."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MISSING = [name for name in ("build", "hatchling") if importlib.util.find_spec(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"to build a wheel, install {' and '.join(MISSING)}")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def inside(wheel: Path) -> set[str]:
    return set(zipfile.ZipFile(wheel).namelist())


def below(folder: Path, pattern: str) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob(pattern))


def test_every_rule_file_is_inside(inside: set[str]) -> None:
    rules = sorted((*below(ROOT / "rules", "*.yaml"), *below(ROOT / "rules", "schema.json")))
    assert rules
    assert sorted(name for name in inside if name.startswith("factcheck/rules/")) == [
        f"factcheck/rules/{name}" for name in rules
    ]


@pytest.mark.parametrize("pattern", ["*.tsv", "*.toml", "*.py", "*.html", "*.css", "*.js", "py.typed"])
def test_every_file_of_the_package_is_inside(inside: set[str], pattern: str) -> None:
    files = below(ROOT / "factcheck", pattern)
    assert files
    assert {f"factcheck/{name}" for name in files} <= inside


def test_nothing_else_is_inside(inside: set[str]) -> None:
    assert {name.split("/")[0].split("-")[0] for name in inside} == {"factcheck", "factcheck_news"}
    assert not [name for name in inside if "__pycache__" in name or name.startswith(("tests/", "seeds/"))]


def test_it_runs_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    code = (
        "import factcheck, sys\nassert factcheck.__file__.startswith(sys.argv.pop(1))\n"
        "from factcheck.cli import main; main()"
    )
    texts = ["Almost 14 divers were rescued from the wreck.", "14 divers were rescued from the wreck."]
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "site"), "compare", *texts],
        capture_output=True, text=True, env=env, cwd=tmp_path, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("DISCREPANCY")
