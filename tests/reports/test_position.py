"""Positions: one place, counted in three units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reports.position import Lines

TEXT = "At sea\n“🔥 14” — dead\r\nend"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("At", (1, 1, 1, 1)),
        ("“", (2, 1, 1, 1)),
        ("14", (2, 4, 9, 5)),
        ("dead", (2, 10, 19, 11)),
        ("end", (3, 1, 1, 1)),
    ],
)
def test_the_figure_behind_an_emoji(words: str, place: tuple[int, ...]) -> None:
    assert Lines(TEXT).at(TEXT.index(words)) == place


def test_the_end_of_a_text_is_a_position() -> None:
    assert Lines("a\n").at(2) == (2, 1, 1, 1)
    assert Lines("").at(0) == (1, 1, 1, 1)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_columns_are_lengths_of_what_stands_before(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    found = Lines(text).at(offset)
    before = text[:offset].split("\n")
    assert found.line == len(before)
    assert found.column == len(before[-1]) + 1
    assert found.column_utf8 == len(before[-1].encode()) + 1
    assert found.column_utf16 == len(before[-1].encode("utf-16-be")) // 2 + 1
