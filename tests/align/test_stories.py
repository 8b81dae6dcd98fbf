"""Which articles tell one story when nobody says so; what must stay apart comes first."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from factcheck.align.stories import LARGEST_BLOCK, candidates, stories
from factcheck.align.topics import Topic, topics
from factcheck.models import Document
from factcheck.readers import read

ROOT = Path(__file__).parents[2]

HARBOUR = (
    "A fire in a timber warehouse at Upton harbour kept eighty firefighters busy until dawn. Two dockers were treated "
    "for smoke, and the harbour master, Ida Kern, closed the basin to ships.",
    "Upton: Ida Kern, the harbour master, shut the basin on Sunday after a blaze tore through a timber warehouse. Two "
    "dockers went to hospital because of the smoke.",
    "Firefighters said the Upton warehouse had burned since two in the morning. The timber in it belonged to Kern and "
    "Sons; nobody but two dockers was hurt, and the harbour stays closed.",
)
SCHOOL = (
    "Pupils at Hill Road School in Marlow will get free lunches from May, the county decided. Councillor Per Lind said "
    "the kitchen needs three more cooks and a bigger oven.",
    "Free lunches start in May at Hill Road School, Marlow. The county will pay, councillor Per Lind said, and cooks "
    "are being sought for the kitchen.",
)
WORDS = [f"{a}{b}{c}" for a in "bcdfghklmnprstvw" for b in "aeiou" for c in ("rlan", "ltim", "skar", "ndot", "vrel")]


def articles(*texts: str, **labels: object) -> list[Document]:
    return [Document(id=f"{place}", text=text, source=f"s{place}", **labels) for place, text in enumerate(texts)]  # type: ignore[arg-type]


def grouped(documents: Sequence[Document]) -> set[frozenset[str]]:
    return {frozenset(document.id for document in told) for told in stories(documents).values()}


def groups(*ids: str) -> set[frozenset[str]]:
    return {frozenset(told.split()) for told in ids}


def dated(documents: Sequence[Document], *days: str) -> list[Document]:
    return [
        document.model_copy(update={"published": dt.date.fromisoformat(day)})
        for document, day in zip(documents, days, strict=True)
    ]


# --- what stays apart ----------------------------------------------------------------------------


def test_two_stories_of_one_folder_are_two() -> None:
    told = [d.model_copy(update={"path": f"news/{d.id}.txt"}) for d in articles(*HARBOUR, *SCHOOL)]
    assert grouped(told) == groups("0 1 2", "3 4")


def test_articles_that_only_share_what_all_news_says_stay_apart() -> None:
    police = "Police said on Monday that a man was arrested near the canal after neighbours heard shots in Dell Lane."
    fire = "Police said on Monday that a man was injured near the mill after a lorry left the motorway at Oxley Cross."
    assert grouped(articles(police, fire)) == groups("0", "1")


def test_months_lie_between_two_stories() -> None:
    assert grouped(dated(articles(*HARBOUR[:2]), "2023-05-07", "2023-09-07")) == groups("0", "1")


def test_a_given_story_holds_though_the_articles_are_alike() -> None:
    one, other = articles(*HARBOUR[:2])
    named = [one.model_copy(update={"story": "fire"}), other.model_copy(update={"story": "harbour"})]
    assert {name: len(told) for name, told in stories(named).items()} == {"fire": 1, "harbour": 1}


def test_an_article_between_two_given_stories_does_not_join_them() -> None:
    named = [d.model_copy(update={"story": name}) for d, name in zip(articles(*HARBOUR[:2]), "ab", strict=True)]
    found = stories([*named, *articles(*HARBOUR)[2:]])
    assert sorted(found) == ["a", "b"]


# --- what belongs together -----------------------------------------------------------------------


def test_three_articles_of_one_event_are_one_story() -> None:
    nameless = [d.model_copy(update={"story": None}) for d in read([ROOT / "seeds" / "met-commissioner"]).documents]
    assert len(stories(nameless)) == 1


def test_a_later_article_is_still_the_story() -> None:
    assert grouped(dated(articles(*HARBOUR), "2023-05-07", "2023-05-08", "2023-05-12")) == groups("0 1 2")


def test_articles_with_and_without_a_date_meet() -> None:
    one, *others = articles(*HARBOUR, *SCHOOL)
    assert grouped([*dated([one], "2023-05-07"), *others]) == groups("0 1 2", "3 4")


def test_an_article_joins_the_given_story_it_tells() -> None:
    one, *others = articles(*HARBOUR, *SCHOOL)
    found = stories([one.model_copy(update={"story": "fire"}), *others])
    assert [document.id for document in found["fire"]] == ["0", "1", "2"]


def test_different_articles_with_one_given_story_are_one() -> None:
    assert grouped(articles(HARBOUR[0], SCHOOL[0], story="today")) == groups("0 1")


# --- names and order -----------------------------------------------------------------------------


def test_a_found_story_is_named_by_its_earliest_article() -> None:
    one, other = dated(articles(*SCHOOL), "2024-03-04", "2024-03-02")
    found = stories([one, other.model_copy(update={"title": "Lunch at\n Hill Road"})])
    assert list(found) == ["Lunch at Hill Road"]
    assert list(stories([one, other])) == ["Free lunches start in May at Hill Road School, Marlow. The…"]


def test_no_two_stories_have_one_name() -> None:
    told = [d.model_copy(update={"title": "Harbour"}) for d in articles(HARBOUR[0], SCHOOL[0])]
    named = told[1].model_copy(update={"id": "z", "story": "Harbour (2)"})
    assert list(stories([*told, named])) == ["Harbour", "Harbour (2)"]
    assert list(stories(told)) == ["Harbour", "Harbour (2)"]


def test_the_order_of_documents_changes_nothing() -> None:
    told = articles(*HARBOUR, *SCHOOL)
    mixed = random.Random(4).sample(told, len(told))
    assert list(stories(mixed).items()) == list(stories(told).items())


# --- cost ----------------------------------------------------------------------------------------


def made_up(number: int, *, of_each: int) -> tuple[Topic, ...]:
    """Return topics that all share one word; those of one story share five more."""
    told = []
    for place in range(number):
        words = random.Random(place // of_each).sample(WORDS, 5)
        told.append(f"zebrano {' '.join(words)} " * 3)
    return topics(articles(*told))


def test_a_block_too_large_is_split_and_still_every_pair_of_a_story_meets() -> None:
    told = made_up(10 * LARGEST_BLOCK, of_each=4)
    found = set(candidates(told))
    assert {(place, place + 1) for place in range(len(told) - 1) if place % 4 < 3} <= found
    assert len(found) < 40 * len(told)


def test_reprints_beyond_number_form_a_chain() -> None:
    told = made_up(3 * LARGEST_BLOCK, of_each=3 * LARGEST_BLOCK)
    found = candidates(told)
    assert {(place, place + 1) for place in range(len(told) - 1)} <= set(found)
    assert len(found) < 3 * len(told)


@pytest.mark.parametrize("text", ["", "The and of.", "14 3-1"])
def test_a_text_without_words_is_a_story_of_its_own(text: str) -> None:
    assert grouped(articles(text, *HARBOUR[:2])) == groups("0", "1 2")
