"""Folding keeps every offset, and sentences lie in order inside their stretch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.clean import plain
from factcheck.text.sentences import sentences
from factcheck.text.tokens import tokenise

TYPOGRAPHIC = "‘’‚‛′`´ʼ“”„‟″«»‐‑‒–—―−\u00a0\u2009\u202f\u3000"
texts = st.text() | st.text(alphabet=f"{TYPOGRAPHIC}aB1.?!'\"… \n\t£%-", max_size=80)
prose = st.lists(
    st.sampled_from(["Mr.", "U.S.", "No.", "e.g.", "14", "3.5", "J.", "“He", "left.”", "(It", "rose!)", "St.", "\n"]),
    max_size=30,
).map(" ".join)


@given(texts)
def test_folding_keeps_length(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x5F)).filter(lambda text: "''" not in text))
def test_folding_leaves_plain_text_alone(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("typographic", "folded"),
    [
        ("“14”", '"14"'),
        ("it’s", "it's"),
        ("2016–2018", "2016-2018"),
        ("40\u00a0km", "40 km"),
        ("6′ 2″", "6' 2\""),
        ("Anaâ€™s Â£5", "Ana  's  £5"),
        ("''No,'' he said", '" No,"  he said'),
    ],
)
def test_folding(typographic: str, folded: str) -> None:
    assert plain(typographic) == folded


@given(texts | prose, st.data())
def test_sentences_lie_in_order_inside_their_stretch(text: str, data: st.DataObject) -> None:
    text = plain(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    reached = start
    for opened, closed in sentences(text, start, end):
        assert reached <= opened < closed <= end
        assert text[opened:closed] == text[opened:closed].strip()
        assert not text[reached:opened].strip(), "words between two sentences belong to none"
        reached = closed
    assert not text[reached:end].strip()


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(["He met Mr. Khan and Dr. Oke at No. 12."], id="titles"),
        pytest.param(["The U.S. sent 3.5 tonnes to J. P. Roe."], id="initials-and-decimals"),
        pytest.param(["Two left.", "One stayed!", "Why?"], id="stops"),
        pytest.param(["“I will stay.”", "She left."], id="closing-mark"),
        pytest.param(["It closed in 2018.", "14 officers left."], id="figure-opens"),
        pytest.param(["It cost too much.", "“We know,” he said."], id="opening-mark"),
        pytest.param(["He left (she stayed).", "They met again…", "It rained."], id="bracket-and-ellipsis"),
        pytest.param(["He went on … and on.", "She slept."], id="ellipsis-inside"),
    ],
)
def test_sentences(told: list[str]) -> None:
    text = plain(" ".join(told))
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == list(map(plain, told))


@given(texts)
def test_tokens_lie_in_order_and_miss_nothing_but_space(text: str) -> None:
    text = plain(text)
    reached = 0
    for token in tokenise(text):
        assert token.start >= reached
        assert text[token.start : token.end] == token.text
        assert all(sign.isspace() or sign.isalnum() for sign in text[reached : token.start])
        reached = token.end
