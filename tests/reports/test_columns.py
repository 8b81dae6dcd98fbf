"""Text in columns: what is cut, what is wrapped, what is made safe to print."""

from __future__ import annotations

import pytest

from factcheck.models import Document
from factcheck.reports.columns import (
    Row,
    clip_lines,
    head,
    pad,
    printable,
    table,
    tail,
    width_of,
    widths_of,
    window,
    wrap,
    wrap_parts,
)
from factcheck.reports.edition import short_names

WORDS = "the ferry left the harbour at noon with forty people on board"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        pytest.param("plain “words” – naïve, 東京", "plain “words” – naïve, 東京", id="left-alone"),
        pytest.param("one\r\n\ttwo\u2028three", "one two three", id="line-breaks"),
        pytest.param("\x1b[2Jgone", "␛[2Jgone", id="escape"),
        pytest.param("a\x07b\x7fc\x9bd", "a␇b␡c\ufffdd", id="controls"),
        pytest.param("pay \u202e001\u202c now \u2066x\u2069", "pay \ufffd001\ufffd now \ufffdx\ufffd", id="bidi"),
        pytest.param("half \ud83d", "half \ufffd", id="half-a-character"),
    ],
)
def test_printable(text: str, safe: str) -> None:
    assert printable(text) == safe


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("東京", 4),
        ("ｆｕｌｌ", 8),
        ("é", 1),
        ("e\u0301", 1),
        ("a\u200bb", 2),
        ("…‹›·✗≈✓", 7),
    ],
)
def test_width(text: str, width: int) -> None:
    assert width_of(text) == width


def test_padding_counts_columns() -> None:
    assert pad("東京", 6) == "東京  "


@pytest.mark.parametrize("width", range(12))
@pytest.mark.parametrize("text", [WORDS, "東京都の人口は千四百万人", "supercalifragilistic", "e\u0301" * 20, ""])
def test_nothing_is_wider_than_asked(text: str, width: int) -> None:
    assert width_of(head(text, width)) <= width
    assert width_of(tail(text, width)) <= width
    assert width_of(window(text, 4, 9, width)) <= width
    if width >= 2:
        assert all(width_of(line) <= width for line in wrap(text, width))
        assert all(width_of(line) <= width for line in clip_lines(text, width, 2))


def test_wrap_loses_no_word() -> None:
    assert " ".join(wrap(WORDS, 9)) == WORDS
    assert "".join(wrap("東京都の人口は千四百万人", 5)) == "東京都の人口は千四百万人"


def test_window_keeps_the_stretch_and_cuts_at_words() -> None:
    start = WORDS.index("noon")
    assert window(WORDS, start, start + 4, 30) == "…at noon with forty people on…"


def test_parts_break_between_parts() -> None:
    assert wrap_parts(["3 documents", "61 claims", "exit 1"], 24) == ["3 documents · 61 claims", "exit 1"]


def test_names_are_as_short_as_they_can_be() -> None:
    paths = ["a/x/lead.txt", "b/x/lead.txt", "b/y/other.txt", "lead.txt"]
    documents = [Document(id=path, path=path, text="", source="s") for path in paths]
    documents.append(Document(id="wires/77", path="wires.jsonl", text="", source="s"))
    assert short_names(documents) == {
        "a/x/lead.txt": "a/x/lead.txt",
        "b/x/lead.txt": "b/x/lead.txt",
        "b/y/other.txt": "other.txt",
        "lead.txt": "lead.txt",
        "wires/77": "wires/77",
    }


def test_columns_without_room_give_way_and_then_there_is_no_table() -> None:
    heads = ("facts", "First", "Second", "Third")
    rows = [Row("✗", ("people aboard the boat", "forty or so of them", "", "a dozen and a half"), 2)]
    for width in (120, 80, 60, 50):
        widths = widths_of(heads, rows, width)
        assert widths is not None
        assert all(width_of(line) <= width for _, line in table(heads, rows, widths))
        assert (widths == [22, 19, 6, 18]) == (width > 75)
    assert widths_of(heads, rows, 40) is None


def test_table_with_room_cuts_nothing() -> None:
    heads, rows = ("facts", "First", "Second"), [Row("✓", ("left at", "noon", ""))]
    lines = [line for _, line in table(heads, rows, widths_of(heads, rows, 80) or ())]
    assert lines == ["  facts    First  Second", "✓ left at  noon   ·"]
