"""Which dates, times and lengths of time meet, told in sentences; what must stay apart comes first."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck.judge.load import load_rules
from factcheck.models import Document
from factcheck.pipeline import check


def verdicts(*texts: str) -> set[str]:
    """Return the verdicts on the dates and lengths of time in texts, as if as many sources had printed them."""
    documents = [Document(id=text, text=text, source=text[:12], story="story") for text in texts]
    found = check(documents, rules=load_rules())
    kinds = {fact.id: fact.kind for fact in found.facts}
    return {finding.verdict for finding in found.findings if kinds.get(finding.fact or "") in ("date", "duration")}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "The council released the flood map on 3 March 2024.",
            "The last such flood map of the council was released on 9 December 2023.",
            id="the-last-such",
        ),
        pytest.param(
            "Mayor Jane Roe said on 3 March 2024 that Leeds would close the Harbour Bridge.",
            "On 4 March 2024 Mayor Jane Roe told sailors that the Harbour Bridge would be closed in May.",
            id="people-speak-on-more-than-one-day",
        ),
        pytest.param(
            "Friday's raid on the harbour was on 3 March 2024.",
            "A strike closed the harbour on 4 March 2024.",
            id="two-events-named-by-nouns",
        ),
        pytest.param(
            "Neighbours of Roe called police to the mill at 8.40am on 3 March 2024.",
            "Roe was arrested on the pier near the mill at 9.35am on 3 March 2024.",
            id="two-moments-of-one-morning",
        ),
        pytest.param(
            "Jane Roe was shot in Leeds on 3 March 2024.",
            "Jane Roe died in Leeds on 5 March 2024.",
            id="shot-and-died-later",
        ),
        pytest.param(
            "A guard was shot in Leeds on 3 March 2024, police said.",
            "A rower was killed in Leeds on 5 March 2024, police said.",
            id="two-attacks-in-one-town",
        ),
    ],
)
def test_stay_apart(left: str, right: str) -> None:
    assert verdicts(left, right) <= {"agreement"}


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param(
            "Four men were charged over the 3 March 2024 harbour raid.",
            "Police raided the harbour on 3 March 2024.",
            "agreement",
            id="a-date-before-its-noun",
        ),
        pytest.param(
            "Two sailors died after the sinking of the ferry on 3 March 2024.",
            "The ferry sank off the pier on 3 March 2024.",
            "agreement",
            id="a-noun-before-its-date",
        ),
        pytest.param(
            "Two men were shot at around 9.30pm on 3 March 2024 at the mill.",
            "Two men were shot at the mill on 3 March 2024.",
            "agreement",
            id="a-vague-hour-of-a-plain-day",
        ),
        pytest.param(
            "The blast at the mill killed a driver on 3 March 2024.",
            "A guard at the mill was wounded by the blast on 3 March 2024.",
            "agreement",
            id="killed-and-wounded-on-one-day",
        ),
        pytest.param(
            "The High Court quashed the ban on the ferry on 3 March 2024.",
            "The High Court tossed out the ban on the ferry on 4 March 2024.",
            "discrepancy",
            id="deeds-of-one-class",
        ),
        pytest.param(
            "Founded in 1936, the mill makes sails for Leeds ferries.",
            "The mill, which makes sails for Leeds ferries, was founded in 1937.",
            "discrepancy",
            id="a-verb-that-opens-the-sentence",
        ),
        pytest.param(
            "Oke Marine announced on 3 March 2024 that it had agreed to buy Roe Sails.",
            "Oke Marine said on 4 March 2024 that it had agreed to buy Roe Sails.",
            "discrepancy",
            id="one-announcement",
        ),
        pytest.param(
            "The shooting at the mill in Pier Street took place around 2.10pm, police said.",
            "Four men were shot in Pier Street outside the mill around 3pm, police said.",
            "discrepancy",
            id="two-hours-of-one-shooting",
        ),
        pytest.param(
            "The fatal shooting of Jane Roe, 36, on Saturday led to a march.",
            "A guard is said to have killed Roe on Sunday near the mill.",
            "discrepancy",
            id="an-attack-told-with-two-verbs",
        ),
        pytest.param(
            "The ferry struck the pier at 8.20pm on 3 March 2024, police said.",
            "It was 8.20pm when the ferry struck the pier, police said.",
            "agreement",
            id="an-hour-of-a-day-that-one-tells",
        ),
        pytest.param(
            "More than 200 people marched from the vigil in Church Ave. and Mill St. at 8.30pm on 3 March 2024.",
            "The 200 people marched from the vigil in Church Ave. at 7.30pm on 3 March 2024.",
            "discrepancy",
            id="a-full-stop-that-cuts-a-word-short",
        ),
    ],
)
def test_meet(left: str, right: str, verdict: str) -> None:
    assert verdicts(left, right) == {verdict}
    assert verdicts(right, left) == {verdict}


@pytest.mark.parametrize(("when", "apart"), [("on 3 March 2024", False), ("two weeks ago", True), ("last month", True)])
def test_a_day_is_not_at_odds_with_weeks_and_months_told_from_today(when: str, apart: bool) -> None:
    text = "Parliament voted {} on a passport for the chess player Roe, in the harbour hall of Leeds."
    documents = [
        Document(id=day, text=text.format(day), source=day, story="story", published=dt.date(2024, 5, 8))
        for day in ("on 3 May 2024", when)
    ]
    found = {finding.verdict for finding in check(documents, rules=load_rules()).findings}
    assert ("discrepancy" in found) is not apart
