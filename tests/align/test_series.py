"""Reports of one series, which tell the figures of two days in the same words; first what is none."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck.align.facts import days_of, link_story
from factcheck.align.series import series
from factcheck.claims import extract
from factcheck.models import Document

MONDAY, TUESDAY = dt.date(2022, 5, 2), dt.date(2022, 5, 3)
CLOSE = "The Leeds index rose by 4.5 points to 1,664.8 points. A total of 80 million shares were traded."
NEXT_CLOSE = "The Leeds index rose by 9.1 points to 1,673.9 points. A total of 95 million shares were traded."
SPILL = "The tanker lost 90 barrels of oil two miles off the coast. It carried 12 sailors and four lifeboats."
OTHER_SPILL = "The tanker lost 95 barrels of oil three miles off the coast. It carried 12 sailors and four lifeboats."
RAID = "Nine soldiers were killed at the bridge. Four soldiers were wounded at the mill."
NEXT_RAID = "Seven soldiers were killed at the bridge. Five soldiers were wounded at the mill."


BONDS = "The yield on 10-year bonds rose to 2.72 percent. Leeds's 10-year bond yield held at 2.29 percent."
NEXT_BONDS = "The yield on 10-year bonds held at 2.75 percent. Leeds's 10-year bond yield rose to 2.35 percent."


def odds(*told: tuple[str, dt.date | None], drafts: tuple[str, ...] = ()) -> list[list[str]]:
    """Return the texts of the claims at odds that are linked across the articles of a story."""
    documents = [
        Document(id=f"d{place}", text=text, source=f"s{place}", published=day) for place, (text, day) in enumerate(told)
    ]
    linked = link_story("story", documents, {each.id: extract(each) for each in documents}, days_of(documents, drafts))
    texts = {mention.claim.id: mention.claim.text for fact in linked for mention in fact.cluster.mentions}
    return [
        sorted(texts[claim] for claim in ids)
        for fact in linked
        for ids, made in fact.cluster.links.items()
        if made.odds and len(ids) > 1
    ]


@pytest.mark.parametrize(
    ("left", "right", "drafts"),
    [
        pytest.param((CLOSE, MONDAY), (NEXT_CLOSE, MONDAY), (), id="of-one-day"),
        pytest.param((CLOSE, None), (NEXT_CLOSE, None), (), id="of-unknown-days"),
        pytest.param((CLOSE, MONDAY), (NEXT_CLOSE, TUESDAY), ("d1",), id="a-draft-is-of-no-day"),
        pytest.param((SPILL, MONDAY), (OTHER_SPILL, TUESDAY), (), id="as-much-agrees"),
        pytest.param((RAID, MONDAY), (NEXT_RAID, TUESDAY), (), id="a-toll-moves-from-day-to-day"),
    ],
)
def test_no_series(
    left: tuple[str, dt.date | None], right: tuple[str, dt.date | None], drafts: tuple[str, ...]
) -> None:
    assert odds(left, right, drafts=drafts)


def test_nothing_at_odds_is_linked_between_reports_of_two_days() -> None:
    assert not odds((CLOSE, MONDAY), (NEXT_CLOSE, TUESDAY))


def test_a_report_of_the_same_day_belongs_to_the_series_of_its_neighbour() -> None:
    other = CLOSE.replace("Leeds", "York").replace("1,664.8", "1,702.5").replace("80", "70")
    assert odds((CLOSE, MONDAY), (other, MONDAY))
    assert not odds((CLOSE, MONDAY), (NEXT_CLOSE, TUESDAY), (other, MONDAY))


def test_what_hangs_together_is_one_series() -> None:
    assert series([("b", "c"), ("d", "e"), ("a", "c")]) == dict.fromkeys("abc", "a") | dict.fromkeys("de", "d")


def test_a_figure_that_agrees_again_and_again_counts_once() -> None:
    assert odds((BONDS, MONDAY), (NEXT_BONDS, MONDAY))
    assert not odds((BONDS, MONDAY), (NEXT_BONDS, TUESDAY))
