"""Which lines are the article's own prose: lists of links, notices and captions never are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.clean import plain
from factcheck.text.zones import zones

PROSE = "The harbour was shut on Tuesday, after a barge sank."
MORE = "Divers looked for the crew until it was dark."
CUES = [
    "Read more:",
    "Follow the podcast",
    "Image caption",
    "- Published",
    "girl, 10",
    "---",
    "\t",
    "He left.",
    PROSE,
]
articles = st.text() | st.lists(st.sampled_from([*CUES, "", "a barge", "source: x"]), max_size=20).map("\n".join)


def zoned(*lines: str) -> list[tuple[str, str]]:
    text = plain("\n".join(lines))
    return [(" ".join(text[line.start : line.end].split()), line.zone) for line in zones(text)]


def test_a_sentence_whose_closing_mark_stands_off_is_prose() -> None:
    speech = '"One of the crew has slipped on the deck. "'
    assert zoned("Barge sinks", PROSE, speech, MORE)[2] == (speech, "body")


@given(articles)
def test_every_line_that_is_not_blank_is_covered_once(text: str) -> None:
    text = plain(text)
    if text.startswith("---"):
        return  # may be front matter
    reached = 0
    for line in zones(text):
        assert reached <= line.start < line.end <= len(text)
        assert not text[reached : line.start].strip()
        assert text[line.start : line.end] == text[line.start : line.end].strip()
        reached = line.end
    assert not text[reached:].strip()


@pytest.mark.parametrize("opening", ["Read more:", "Read More", "See also", "Related stories", "More on this story"])
def test_links_behind_an_opening_are_related_up_to_the_next_prose(opening: str) -> None:
    told = zoned("Barge sinks", PROSE, opening, "Girl, 10, saved from river", "14 ships lost in a year", MORE)
    assert [zone for line, zone in told if line != opening] == [
        "headline",
        "body",
        "related",
        "related",
        "body",
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "Read more",
        "See also",
        "Read more:",
    ],
)
def test_the_opening_of_a_list_belongs_to_it(opening: str) -> None:
    assert (opening, "related") in zoned("Barge sinks", PROSE, opening, "Girl, 10, saved from river", MORE)


def test_a_link_on_the_line_of_its_opening() -> None:
    line = "Read more: Girl, 10, saved from river"
    assert (line, "related") in zoned("Barge sinks", PROSE, line, MORE)


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Follow the Daily podcast on Apple Podcasts, Spotify or Spreaker", "notice"),
        ("Please use Chrome browser for a more accessible video player", "notice"),
        ("Tap above to watch 14 minutes of film", "notice"),
        ("Sign up to our 5 newsletters", "notice"),
        ("- Published", "notice"),
        ("Image caption The barge carried 40 lorries", "caption"),
        ("Image source, Getty Images", "caption"),
        ("Media caption, Divers at work", "caption"),
        ("File photo: the harbour in 2019", "caption"),
        ("FILE PHOTO: The barge lies in the harbour of the town on March 27, 2019, before it sank.", "caption"),
    ],
)
def test_notices_and_captions(line: str, zone: str) -> None:
    assert (plain(line), zone) in zoned("Barge sinks in harbour", PROSE, line, MORE)


@pytest.mark.parametrize(
    "line",
    [
        "Follow the money and 14 firms turn up, the auditor told the court in one long session.",
        "Published figures show that 14 barges sank last year.",
        "Photographs of the 14 barges were shown to the court.",
        "Readmore Publishing lost 14 staff.",
    ],
)
def test_prose_that_opens_like_a_notice(line: str) -> None:
    assert (line, "body") in zoned("Barge sinks in harbour", PROSE, line, MORE)


def test_a_heading_stands_alone_and_links_stand_together() -> None:
    assert zoned("Barge sinks", PROSE, "Dark water", MORE)[2] == ("Dark water", "heading")
    told = zoned("Barge sinks", PROSE, "Two barges lost in a week", "Harbour master resigns", MORE)
    assert [zone for _, zone in told[2:4]] == ["related", "related"]


def test_a_first_line_that_is_a_sentence_is_body() -> None:
    assert zoned(PROSE, MORE) == [(PROSE, "body"), (MORE, "body")]


def test_a_text_without_prose_is_all_body() -> None:
    assert zoned("14 barges", "Two divers") == [("14 barges", "body"), ("Two divers", "body")]


def test_hard_wrapped_paragraphs_are_one_line_each() -> None:
    told = zoned(
        "Barge sinks in harbour",
        "",
        "The harbour was shut on Tuesday, after a barge that",
        "carried 14 lorries sank off",
        "the pier.",
        "",
        "Divers looked for the crew",
        "until it was dark.",
    )
    assert told == [
        ("Barge sinks in harbour", "headline"),
        ("The harbour was shut on Tuesday, after a barge that carried 14 lorries sank off the pier.", "body"),
        ("Divers looked for the crew until it was dark.", "body"),
    ]  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_front_matter_is_no_line(newline: str) -> None:
    text = newline.join(["---", "source: Harbour Post", "published: 2022-02-09", "---", "Barge sinks", "", PROSE])
    assert [(text[line.start : line.end], line.zone) for line in zones(text)] == [
        ("Barge sinks", "headline"),
        (PROSE, "body"),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n", "\r\n\r\n"])
def test_newlines_of_any_sort(newline: str) -> None:
    text = newline.join(["Barge sinks", PROSE, MORE])
    assert [(text[line.start : line.end], line.zone) for line in zones(text)] == [
        ("Barge sinks", "headline"),
        (PROSE, "body"),
        (MORE, "body"),
    ]
