"""Which words stand inside quotation marks; apostrophes are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.clean import plain
from factcheck.text.quotes import quotations, quotations_of


def quoted(text: str) -> list[str]:
    folded = plain(text)
    return [text[found.start : found.end] for found in quotations(folded, 0, len(folded))]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor's office wrote to the councils' lawyers.",
        "It's O'Neill's, isn't it?",
        "The '90s were the boys' best years.",
        "’Tis the boys’ own fault, and ’twas ever so.",
        "They told 'em so, the bosses' men.",
        "He'd've gone if they'd asked.",
        "Nothing is quoted here.",
        "",
    ],
)
def test_no_quotation(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He called it “a mess” and left.", ["a mess"]),
        ('He called it "a mess" and left.', ["a mess"]),
        ("'The hull was not safe, \" she said.", ["The hull was not safe, "]),
        ('The boys\' hull was not safe, " she said, " at all.', [" she said, "]),
        ("He called it «a mess» and left.", ["a mess"]),
        ("He called it ‘a mess’ and left.", ["a mess"]),
        ("He called it 'a mess' and left.", ["a mess"]),
        ("He called it 'a right old mess'.", ["a right old mess"]),
        ("He called it 'a mess', she 'a shame'.", ["a mess", "a shame"]),
        ("“One,” he said, “two.”", ["One,", "two."]),
        ("‘We don’t know,’ she said.", ["We don’t know,"]),
        ("The mayor's 'no' was O'Neill's 'yes'.", ["no", "yes"]),
        ("“£14” was printed.", ["£14"]),
        ("It was 'not the workers' idea' at all.", ["not the workers' idea"]),
        ("The 'bosses' said nothing of 'the men'.", ["bosses", "the men"]),
        ("It was 'a loss' for the workers' families.", ["a loss"]),
        ("``A mess,'' she said, ``and a shame.''", ["`A mess,", "`and a shame."]),
        ("Half a mark” is lost, “but this” stands.", ["but this"]),
        ("“A start is lost, he said. “But this stands.”", ["But this stands."]),
        ("She called (“in vain”) twice—“no answer”—and left.", ["in vain", "no answer"]),
    ],
)
def test_quotations(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“He told me ‘never again’ and left,” she said.", ["He told me ‘never again’ and left,"]),
        ("\"He told me 'never again' and left,\" she said.", ["He told me 'never again' and left,"]),
    ],
)
def test_a_nested_quotation_belongs_to_the_outer_one(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_a_speech_that_goes_on_in_the_next_paragraph() -> None:
    paragraphs = "“The pier is lost.\n“We will build another,” he said."
    text = plain(paragraphs)
    cut = text.index("\n")
    (first,), (second,) = quotations(text, 0, cut), quotations(text, cut + 1, len(text))
    assert (text[first.start : first.end], first.open_end) == ("The pier is lost.", True)
    assert (text[second.start : second.end], second.open_end) == ("We will build another,", False)


def by_line(text: str) -> list[list[str]]:
    """Return the words inside marks, line by line."""
    folded = plain(text)
    ends = [at for at, sign in enumerate(folded) if sign == "\n"] + [len(folded)]
    lines = list(zip([0, *(at + 1 for at in ends[:-1])], ends, strict=True))
    return [[folded[told.start : told.end].strip() for told in line] for line in quotations_of(folded, lines, text)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("He left.\nIt was dark, he said.", [[], []]),
        ('"It was dark.\nHe left in May.', [["It was dark."], []]),
        ('"It was dark.\nHe left." Then it rained.\nShe stayed.', [["It was dark."], ["He left."], []]),
        ('"It was dark.\nHe left.\nShe stayed, " said Lund.', [["It was dark."], ["He left."], ["She stayed,"]]),
        ('"It was dark.\n"He left," said Lund.', [["It was dark."], ["He left,"]]),
        ('"It was dark.\nLund calls it "a mess".', [["It was dark."], ["a mess"]]),
        ('"It was dark.\nHe left," said Lund. "I stayed."', [["It was dark."], ["He left,", "I stayed."]]),
        ("“It was dark.\nHe left,” said Lund, “and I stayed.", [["It was dark."], ["He left,", "and I stayed."]]),
        ("``It was dark.\nHe left,'' said Lund.", [["It was dark."], ["He left,"]]),
    ],
)
def test_a_speech_whose_lines_print_no_mark(text: str, lines: list[list[str]]) -> None:
    assert by_line(text) == lines


@given(st.text() | st.text(alphabet="\"'“”‘’ab 1.\n", max_size=60), st.data())
def test_quotations_lie_in_order_and_none_inside_another(text: str, data: st.DataObject) -> None:
    text = plain(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    reached = start
    for found in quotations(text, start, end):
        assert reached <= found.start < found.end <= end
        reached = found.end
