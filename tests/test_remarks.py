"""Remarks inside an article: what they speak of, what is wrong with them, and what they do to a check."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck import Document
from factcheck.remarks import Remark, remarks
from factcheck.text.clean import plain

REMARK = "<!-- factcheck: ignore hedged-against-exact -- the harbour counts so -->"
ONE = "Harbour police said 14 divers were rescued from the wreck on Tuesday.\n"
OTHER = "Almost 14 divers were rescued from the wreck, harbour police said."

Run = Callable[..., Any]  # the fixture of conftest.py


def spoken_of(text: str) -> list[str]:
    """Return what each remark in a text speaks of, and what is wrong with those that cannot be read."""
    found = remarks(Document(id="d", source="d", text=text))
    return [plain(text)[r.start : r.end].strip() if isinstance(r, Remark) else r for r in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No remark. <!-- a note to the desk -->", []),
        ("<!-- factcheck: ignore a-rule -- why", []),
        (f"One. {REMARK}\nTwo.", ["One."]),
        (f"One.\n\nTwo. {REMARK} Three.\n\nFour.", ["Two." + " " * (len(REMARK) + 2) + "Three."]),
        (f"One.\n{REMARK}\nTwo.\nThree.\n\nFour.", ["Two.\nThree."]),
        (f"{REMARK}\r\n\r\nTwo.\r\n \r\nFour.", ["Two."]),
        (f"{REMARK}\n<!-- a note\nof two lines -->\n{REMARK}\n\nTwo.", ["Two.", "Two."]),
        (f"One.\n\n{REMARK}\n", [""]),
        (
            "One.\n<!-- factcheck: ignore a-rule -->",
            ["d:2:1: give the reason as well; "],
        ),
        (
            "<!-- factcheck: ignore a-rule --  -->",
            ["d:1:1: give the reason as well; "],
        ),
        ("<!-- factcheck: ignroe a-rule -- why -->", ["d:1:1: write <!-- factcheck: ignore RULE -- reason -->\n    "]),
    ],
)
def test_what_a_remark_speaks_of(text: str, words: list[str]) -> None:
    assert [told[: len(said)] for told, said in zip(spoken_of(text), words, strict=True)] == words


def test_the_reason_of_a_remark_is_one_line() -> None:
    text = "One. <!-- factcheck: ignore a-rule -- the harbour\n  counts so -->"
    assert [r.reason for r in remarks(Document(id="d", source="d", text=text)) if isinstance(r, Remark)] == [
        "the harbour counts so"
    ]


@pytest.mark.parametrize("joint", [" ", "\n"])
def test_many_remarks_on_one_line_or_paragraph(joint: str) -> None:
    assert spoken_of(f"{REMARK}{joint}" * 50 + "One.") == ["One."] * 50


def test_a_comment_without_an_end_is_none() -> None:
    assert plain("<!-- " * 100_000) == "<!-- " * 100_000


def test_a_comment_is_no_prose_and_moves_no_offset() -> None:
    text = "Fog.<!-- 14 divers\nwere rescued -->Rain."
    assert plain(text) == "Fog." + " " * 14 + "\n" + " " * 16 + "Rain."


@pytest.mark.parametrize(
    ("draft", "code", "said"),
    [
        (OTHER, 1, ""),
        (f"{OTHER} {REMARK}", 0, ""),
        (f"{REMARK}\n\n{OTHER}", 0, ""),
        (f"Fog lay over the harbour. {REMARK}\n\n{OTHER}", 1, "draft.md:1:27: “ignore hedged-against-exact” meets no"),
        (
            f"{OTHER} {REMARK.replace('exact', 'exakt')}",
            1,
            "draft.md:1:68: unknown rule id “hedged-against-exakt”",
        ),
        (
            f"{OTHER} <!-- factcheck: ignore hedged-against-exact -->",
            1,
            "draft.md:1:68: give the reason as well",
        ),
    ],
)
def test_a_check_heeds_remarks(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, draft: str, code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text(ONE, "utf-8")
    Path("draft.md").write_text(f"{draft}\n", "utf-8")
    outcome = run("check", "draft.md", "--against", "one.txt", "--format", "jsonl")
    assert outcome.code == code
    assert said in outcome.err if said else not outcome.err
    decided = {json.loads(line)["decision"] for line in outcome.out.splitlines() if "hedged-against" in line}
    assert decided == {None if code else "dismiss"}
