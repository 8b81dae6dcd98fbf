"""Broken and hostile rule files, made from shipped ones: each loads or is refused with places, none falls over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.claims import kinds
from factcheck.errors import RuleError
from factcheck.judge import load

RULES = Path(__file__).parents[2] / "rules"
KINDS = ("age", "any", "score")  # few, since the shipped rules are loaded each time
TEXTS = [(RULES / f"{kind}.yaml").read_text("utf-8") for kind in KINDS]
PLACED = re.compile(r".+\.yaml(:\d+:\d+)?: \S")
SCRAPS = st.sampled_from(
    [
        *("", "~", "[]", "{}", "null", "true", "- ", ": ", "  ", "\t", "\n", '"', "'", "{", "}", "[", "]", "|", ">"),
        *("&a ", "*a ", "!!python/object:os.system ", "<<: ", "? ", "#", "%", "@", "`", "\x00", "\ud7ff", "\u2028"),
        *("é", "0x", "1e999999", "1" * 60, ".inf", ".nan", "-", "---\n", "...\n", "[" * 30, "{a: " * 30),
        *("kind: any\n", "kind: nobody\n", "rules: 3\n", "when: {}\n", "scope: claim\n", "scope: fact\n"),
        *("optional: true\n", "examples: [3]\n", "examples: [{}]\n", "otherwise: {}\n", "id: x\n", "at-least: few\n"),
        *("{left.text}", "{__class__}", "select: [3]\n", "ignore: {a: b}\n"),
    ]
)
Edit = tuple[float, int, str]
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), SCRAPS), min_size=1, max_size=4)


def edited(text: str, edits: list[Edit]) -> str:
    """Return a text with some of its letters taken out at some places and scraps put there."""
    for place, length, scrap in edits:
        at = int(place * len(text))
        text = text[:at] + scrap + text[at + length :]
    return text


@pytest.fixture(autouse=True, scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Have only a few files shipped, so that a load is quick."""
    folder = tmp_path_factory.mktemp("shipped")
    for kind, text in zip(KINDS, TEXTS, strict=True):
        (folder / f"{kind}.yaml").write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "shipped_directory", lambda: folder)
        yield


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(text=st.sampled_from(TEXTS), edits=EDITS)
def test_a_broken_file_is_refused_with_places(tmp_path: Path, text: str, edits: list[Edit]) -> None:
    (tmp_path / "desk.yaml").write_bytes(edited(text, edits).encode("utf-8", "surrogatepass"))
    refused(tmp_path)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(raw=st.binary(max_size=300))
def test_any_bytes_are_refused_with_places(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "desk.yaml").write_bytes(raw)
    refused(tmp_path)


def refused(folder: Path) -> None:
    """Load the rules of a folder; what is wrong must be told with file, line, column and the line itself."""
    found = {name: kind for name, kind in kinds().items() if name in KINDS}
    problems: tuple[str, ...] | None = None
    try:
        load.load_rules([folder], kinds=found)
    except RuleError as error:
        problems = error.problems
    assert problems is None or problems
    assert [problem for problem in problems or () if not PLACED.match(problem)] == []
