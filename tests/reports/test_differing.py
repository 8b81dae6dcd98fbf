"""The words in which two passages differ."""

from __future__ import annotations

import pytest

from factcheck.reports.differing import differing


@pytest.mark.parametrize(
    ("words", "other", "marked"),
    [
        pytest.param("", "", [], id="nothing"),
        pytest.param("the same words", "the same words", [], id="same"),
        pytest.param("“The same” words,", "the same words", [], id="marks-and-case"),
        pytest.param("we hope to win", "hope to win", [], id="begins-sooner"),
        pytest.param("days or weeks", "It's days and weeks.", ["or"], id="one-word"),
        pytest.param("he is not ready", "he is ready", ["not"], id="a-word-more"),
        pytest.param("9 of 14 men", "8 of 12 men", ["9", "14"], id="two-places"),
        pytest.param("quite other", "words here", ["quite other"], id="all"),
    ],
)
def test_differing(words: str, other: str, marked: list[str]) -> None:
    assert [words[start:end] for start, end in differing(words, other)] == marked
