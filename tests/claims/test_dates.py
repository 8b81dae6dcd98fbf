"""Dates, periods and durations of single sentences: what is read, and what must not be."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck.claims import extract
from factcheck.claims.base import Claim
from factcheck.models import Document

WEDNESDAY = dt.date(2022, 2, 9)


def read(text: str, kind: str, published: dt.date | None = WEDNESDAY) -> list[Claim]:
    document = Document(id="d", text=text, source="s", published=published)
    return [claim for claim in extract(document) if claim.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "The score was 3:2 at half time.",
        "Drake trailed with about 10:00 to play.",
        "Mr May said so.",
        "They march on.",
        "It fell in the second quarter, when the home side scored twice.",
        "The most recent model is faster.",
        "He paid 4/5 of it.",
        "Tickets cost 15 a year.",
    ],
)
def test_nothing_is_dated(text: str) -> None:
    assert read(text, "date") == []


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("Ministers announced plans Friday to shut the plant.", "2022-02-04"),
        ("Ministers will meet on Friday.", "2022-02-11"),
        ("Rescuers could not reach them due to low light on Saturday.", "2022-02-05"),
        ("She is due to appear in court on Friday.", "2022-02-11"),
        ("Monday's vote was close.", "2022-02-07"),
        ("Sales fell in October.", "2021-10"),
        ("The plant should close in October.", "2022-10"),
        ("The work ends in October of next year.", "2023-10"),
        ("It opened last March.", "2021-03"),
        ("It rained in the last week of March 2009.", "2009-W13"),
        ("It opens on the first Monday in May 2022.", "2022-05-02"),
        ("Profit rose in the third quarter of this year.", "2022-Q3"),
        ("Profit rose in the fourth quarter.", "2021-Q4"),
        ("Profit rose in the first half of 2020.", "2020-H1"),
        ("Prices were the lowest since '82.", "1982"),
        ("The cup was first held in the 19th century.", "18"),
        ("It was signed on the third of March 1998.", "1998-03-03"),
        ("It was signed on 25/11/2007.", "2007-11-25"),
        ("The shop was robbed on Friday morning.", "2022-02-04TMO"),
        ("The alarm was raised at about 8.20am on Friday.", "2022-02-04T08:20"),
        ("The alarm was raised at 14:48 UTC on 2 February.", "2022-02-02T14:48Z"),
        ("He left two days after 3 March 2021.", "2021-03-05"),
        ("She has recently moved.", "PAST_REF"),
    ],
)
def test_dates_are_placed(text: str, timex: str) -> None:
    claim = read(text, "date")[0]
    assert claim.value.model_dump()["timex"] == timex


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("The bridge shut on 3 March 2021. It opened again two days later.", "2021-03-05"),
        ("Sales rose 3% in March 2021 compared with the same month a year earlier.", "2020-03"),
        ("The vote was held on 3 March 2021. Shares fell later in the day.", "2021-03-03"),
    ],
)
def test_dates_told_from_another_are_implied_only(text: str, timex: str) -> None:
    value = read(text, "date")[-1].value.model_dump()
    assert (value["timex"], value["low"], value["precision"]) == (timex, None, "unknown")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Output fell between April and June.", "2021-04-01", "2021-07-01"),
        ("The fair was held on 3-5 July 2019.", "2019-07-03", "2019-07-06"),
        ("The fair was held on July 3-5, 2019.", "2019-07-03", "2019-07-06"),
        ("He led it from 2014 to 2018.", "2014-01-01", "2019-01-01"),
        ("The road was shut between 9 and 11am.", "T09:00", "T11:00"),
        ("The road was shut between 9pm and 10pm on Friday.", "2022-02-04T21:00", "2022-02-04T22:00"),
    ],
)
def test_periods_have_two_ends(text: str, low: str, high: str) -> None:
    value = read(text, "period")[0].value.model_dump()
    assert (value["low"], value["high"]) == (low, high)


def test_a_year_and_a_house_number_are_no_period() -> None:
    assert read("Officers went on 14 October 2015 to 1803 Mill Lane.", "period") == []


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("Stocks fell for six straight days.", "P6D"),
        ("It was the lowest in over a decade.", "P10Y"),
        ("The offer came a day after the strike.", "P1D"),
        ("The dispute has lasted for years.", "PXY"),
        ("They settled a decades-long dispute.", "PXY"),
    ],
)
def test_durations_without_a_plain_figure(text: str, timex: str) -> None:
    assert read(text, "duration")[0].value.model_dump()["timex"] == timex


def test_the_article_s_own_date_line_places_a_weekday() -> None:
    text = "Two hurt in crash\n\nPublished: 10:15 GMT, 9 February 2022\n\nA van left the road on Monday."
    assert read(text, "date", None)[-1].value.model_dump()["timex"] == "2022-02-07"


LIVE = "The storm is being followed here. " * 20


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Thursday 3 March 2022, 9.15am", "2022-03-02"),
        ("3 March, 09:15 GMT", "2022-03-02"),
        ("On 3 March the bridge was opened to all.", "2022-03-09"),
    ],
)
def test_a_stamp_dates_what_stands_under_it(stamp: str, day: str) -> None:
    text = f"{LIVE}\n\n{stamp}\n\nThe bridge was shut on Wednesday."
    assert read(text, "date", dt.date(2022, 3, 9))[-1].value.model_dump()["low"] == day
