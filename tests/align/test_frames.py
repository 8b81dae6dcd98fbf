"""What holds at other times or places, or of others, is held apart, and what is linked loosely is told as such."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from factcheck.findings import Finding
from factcheck.judge.load import load_rules
from factcheck.models import Document
from factcheck.pipeline import check

load = cache(load_rules)


def told(left: str, right: str, *days: str, draft: bool = False) -> list[Finding]:
    """Return the discrepancies between two texts, of two days if these are given; the first may be a draft."""
    documents = [
        Document(id=id, text=text, source=id, story="story", published=dt.date.fromisoformat(day) if day else None)
        for id, text, day in zip("ab", (left, right), days or ("", ""), strict=True)
    ]
    report = check(documents[:1], rules=load(), against=documents[1:]) if draft else check(documents, rules=load())
    return [finding for finding in report.findings if finding.verdict == "discrepancy"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "The storm killed 6,076 divers in Wales, the coastguard said.",
            "The storm killed 9,000 divers throughout Northern Europe, the coastguard said.",
            id="a-country-and-a-region",
        ),
        pytest.param(
            "The storm closed 17 harbours in 2014, the coastguard said.",
            "The storm closed 24 harbours in 2016, the coastguard said.",
            id="two-years",
        ),
        pytest.param(
            "The club has won 17 cups as of August 2014.",
            "The club has won 24 cups as of March 2016.",
            id="as-of-two-months",
        ),
        pytest.param(
            "The cash of Roe Mills totalled $106 billion at the end of the third quarter of 2018.",
            "The cash of Roe Mills totalled $109.14 billion at the end of 2018.",
            id="at-two-ends",
        ),
        pytest.param(
            "As at 09:00 pm 8 April, there are 276 confirmed cases of measles in Leeds.",
            "As at 09:30 pm 9 April, there are 288 confirmed cases of measles in Leeds.",
            id="as-at-two-evenings",
        ),
        pytest.param(
            "As of Monday, 17 divers had signed the letter about the wreck.",
            "As of Thursday, 24 divers had signed the letter about the wreck.",
            id="as-of-two-weekdays",
        ),
        pytest.param(
            "The Norwegian government decided to provide 900,000 euros in aid for the victims of the flood in Chile.",
            "The German government is to provide 500,000 euros in aid for the victims of the flood in Chile.",
            id="the-aid-of-two-governments",
        ),
        pytest.param(
            "Gunners fired 97 shells into Leeds on Friday, the council said.",
            "Gunners have fired 300 shells into Leeds since the siege began, the council said.",
            id="a-day-and-since",
        ),
        pytest.param(
            "Rebels now hold 30 percent of Kindu, the army said.",
            "Rebels now hold 40 percent of Congo, the army said.",
            id="shares-of-two-places",
        ),
        pytest.param(
            "The mill will hire 500 weavers, the council said.",
            "The mill hired 300 weavers, the council said.",
            id="a-plan-and-a-deed",
        ),
        pytest.param(
            "We have less than 5 percent of the wool market, Reyes said.",
            "We are going to have more than 5 percent of the wool market, Reyes said.",
            id="a-share-and-the-one-hoped-for",
        ),
        pytest.param(
            "The toll could reach 500 divers, the council said.",
            "The toll reached 300 divers, the council said.",
            id="what-may-be-and-what-is",
        ),
        pytest.param(
            "Besides the 300 that hit Leeds, at least 130 more shells were stopped, the council said.",
            "Besides the 97 that hit Leeds, 99 more shells were stopped, the council said.",
            id="on-top-of-two-figures",
        ),
        pytest.param(
            "The claim of the club includes $865,000 in fees of lawyers, the court said.",
            "The claim of the club is for $973,000 in fees of lawyers, the court said.",
            id="a-part-that-is-included",
        ),
        pytest.param(
            "Ana Roe, 33, pleaded guilty to nine counts of fraud in Leeds.",
            "The lawyer, Tom Oke, 41, pleaded guilty to six counts of fraud in Leeds.",
            id="what-two-persons-did",
        ),
        pytest.param(
            "Ana Roe, 33, spoke. Roe said that she won 306 votes on the council.",
            "Tom Oke, 41, spoke. Oke won 332 votes on the council.",
            id="what-a-pronoun-did",
        ),
        pytest.param(
            "Police in Leeds opened a two-week-old inquiry into the fraud again.",
            "Police in Leeds closed the 20-month-old inquiry into the fraud.",
            id="ages-of-what-is-no-person",
        ),
        pytest.param(
            "He found Oke with one of the two brothers who were later detained.",
            "Oke is one of the four suspects who were later detained.",
            id="one-of-any-group",
        ),
        pytest.param(
            "The mill sold pills of less than 25 milligrams in Leeds, the court heard.",
            "The mill sold pills of more than 25 milligrams in Leeds, the court heard.",
            id="below-and-above-a-limit",
        ),
    ],
)
def test_other_times_and_places_are_held_apart(left: str, right: str) -> None:
    assert not [finding for finding in told(left, right) if not finding.rule.startswith("dates")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "The storm killed 16 divers in Wales, the coastguard said.",
            "The storm killed 19 divers in Wales, the coastguard said.",
            id="one-place",
        ),
        pytest.param(
            "The storm closed 17 harbours in 2014, the coastguard said.",
            "The storm closed 19 harbours in 2014, the coastguard said.",
            id="one-year",
        ),
        pytest.param(
            "The storm closed 17 harbours, the coastguard said on Monday.",
            "The storm closed 19 harbours, the coastguard said on Tuesday.",
            id="the-days-on-which-people-spoke",
        ),
    ],
)
def test_one_time_and_place_is_at_odds(left: str, right: str) -> None:
    assert [finding.severity for finding in told(left, right)] == ["error"]


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        pytest.param(
            "The storm packed winds of 120 kph off Leeds.",
            "The storm packed winds of 130 kph off Leeds.",
            ("2021-03-01", "2021-03-02"),
            id="a-wind-on-two-days",
        ),
        pytest.param(
            "A blast killed 11 sailors in 2014 on the ferry to Leeds.",
            "A blast killed 12 sailors on the ferry to Leeds.",
            ("2021-03-01", "2021-03-02"),
            id="what-was-long-before",
        ),
        pytest.param(
            "Adam Poole, 22, is charged with robbery.",
            "On 6 October 2019, Adam Poole, 21, robbed a shop.",
            ("2021-03-01", "2021-03-02"),
            id="an-age-then-and-now",
        ),
        pytest.param(
            "The French Foreign Ministry issued a statement Thursday on the tests held by Congo.",
            "A statement issued by the Turkish Foreign Ministry Friday deplored the tests held by Congo.",
            ("2021-03-04", "2021-03-05"),
            id="statements-of-two-nations",
        ),
        pytest.param(
            "Reyes was expected to close her case on Thursday.",
            "Reyes was expected to close her case on Friday.",
            ("2021-03-03", "2021-03-04"),
            id="plans-that-moved",
        ),
        pytest.param(
            "The tanker was centred 335 miles northeast of Leeds.",
            "The tanker was centred 270 miles east of Hull.",
            ("2021-03-01", "2021-03-01"),
            id="distances-from-two-places",
        ),
    ],
)
def test_what_moves_or_passes_is_held_apart(left: str, right: str, days: tuple[str, str]) -> None:
    assert not told(left, right, *days)


def test_months_between_two_articles_loosen_a_link() -> None:
    texts = ("The mill by the river employs 17 weavers.", "Reyes, who owns a mill in Leeds, employs 19 weavers.")
    (firm,), (loose,) = told(*texts, "2021-03-01", "2021-03-03"), told(*texts, "2021-03-01", "2021-09-03")
    assert (firm.severity, loose.severity) == ("error", "info")
    assert any("too little to be sure" in line for line in loose.why)
    assert not any("too little to be sure" in line for line in firm.why)


def test_months_between_a_draft_and_its_sources_loosen_nothing() -> None:
    texts = ("The mill by the river employs 17 weavers.", "Reyes, who owns a mill in Leeds, employs 19 weavers.")
    (firm,) = told(*texts, "2021-09-03", "2021-03-01", draft=True)
    assert firm.severity == "error"


def test_an_unnamed_person_of_weeks_ago_may_be_another() -> None:
    caught = "A 78-year-old man from Leeds was told on Friday that he has the fever."
    texts = caught, "A 79-year-old York man died of the fever, doctors said on Monday."
    near, far = told(*texts, "2021-03-01", "2021-03-02"), told(*texts, "2021-03-01", "2021-04-20")
    assert [finding.severity for finding in near] == ["error"]
    assert not any(finding.severity == "error" for finding in far)


def test_what_is_counted_days_apart_may_have_happened_again() -> None:
    texts = "Police held nine marchers near the harbour.", "Officers near the harbour held 16 marchers, the mayor said."
    (near,), (far,) = told(*texts, "2021-03-01", "2021-03-02"), told(*texts, "2021-03-01", "2021-03-04")
    assert (near.severity, far.severity) == ("error", "info")


def test_a_speaker_who_says_it_again_is_no_discrepancy() -> None:
    cried = "Ana Reyes, who owns the old mill and the boat, cried out over the noise of the harbour and of the wind"
    assert not told(f"“He is a good dog,” {cried}. “He is a good, good dog.”", "The boat left Leeds.")


def test_what_moves_is_elsewhere_seven_hours_later() -> None:
    left = "At 3 p.m., the storm was 120 kilometres south of the island, the coastguard said."
    later = "The coastguard said that at 10 p.m., the storm was 300 kilometres south of the island."
    rules = {finding.rule for finding in told(left, later.replace("at 10 p.m., ", ""))}
    assert "measure-different-figures" in rules
    assert "measure-different-figures" not in {finding.rule for finding in told(left, later)}
