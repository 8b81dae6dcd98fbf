"""The words in which two passages differ."""

from __future__ import annotations

import pytest

from factcheck.text.differing import around, differing


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


@pytest.mark.parametrize(
    ("words", "other", "told"),
    [
        pytest.param("days or weeks", "days and weeks", "days or weeks", id="short"),
        pytest.param(
            "We asked for it, and we will wait days or weeks for an answer that we need.",
            "We asked for it, and we will wait days and weeks for an answer that we need.",
            "…we will wait days or weeks for an…",
            id="one-word",
        ),
        pytest.param(
            "We asked for it, and we will wait a week for an answer that we need.",
            "We asked for it, and we will wait half a week for an answer that we need.",
            "…and we will wait a week for an answer…",
            id="a-word-less",
        ),
        pytest.param(
            "I never said to anybody at all that the bridge would be closed to lorries.",
            "the bridge would be closed to lorries",
            "…anybody at all that the bridge would be…",
            id="the-other-begins-later",
        ),
        pytest.param("x" * 90, "days or weeks", "x" * 40 + "…", id="one-long-word"),
    ],
)
def test_around(words: str, other: str, told: str) -> None:
    assert around(words, other, 40) == told
