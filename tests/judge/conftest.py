"""A shipped folder and desk directories under tmp_path, and loading with the fake kinds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.errors import RuleError
from factcheck.judge import load
from factcheck.judge.rules import RuleBook

from .fake import file, kind, rule

Desk = Callable[..., Path]
KINDS = {name: kind(name) for name in ("fake", "spare")}


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a shipped folder with the ladder first, second, else."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    first, second = rule("first", when="{literal: equal}"), rule("second", "compatible", when="{close-by: true}")
    text = file(first, second, otherwise=rule("else"))
    (folder / "fake.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(load, "shipped_directory", lambda: folder)
    return folder


@pytest.fixture
def desk(tmp_path: Path, shipped: Path) -> Desk:
    """Return a function that writes files into a new directory, `desk.yaml` for one without a name."""

    def write(text: str = "", name: str = "desk", **files: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        for stem, content in ({"desk": text} if text else files).items():
            (folder / f"{stem}.yaml").write_text(content, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def book(shipped: Path) -> Callable[..., RuleBook]:
    return lambda *directories: load.load_rules(directories, kinds=KINDS)


@pytest.fixture
def problems(shipped: Path) -> Callable[..., list[str]]:
    """Return a function that loads directories and gives the problems, the folder of the first cut off."""

    def collect(*directories: Path) -> list[str]:
        with pytest.raises(RuleError) as caught:
            load.load_rules(directories, kinds=KINDS)
        prefix = f"{directories[0]}/" if directories else ""
        return [problem.replace(prefix, "") for problem in caught.value.problems]

    return collect
