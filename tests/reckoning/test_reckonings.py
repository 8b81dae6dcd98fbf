"""What of one article follows from the rest of it: texts that must give nothing first."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck.claims import extract
from factcheck.models import Document
from factcheck.reckoning import reckon, reckonings

Told = list[tuple[str, str, str]]
SILENT = {
    "parts": [
        "Police arrested 15 people, including nine men and seven women.",
        "Police arrested 15 people, nine men and seven women.",
        "Police arrested 15 people: nine men, seven women.",
        "Police arrested 15 people: nine of them men and seven of them armed.",
        "Police arrested 15 people: nine were men and seven were armed.",
        "Police arrested 15 people: nine men and several women.",
        "Police arrested 15 people: nine men, six women and a child and a dog.",
        "Police held people in two cities: 14 people in Leeds and five people in York.",
        "The firm has 500 staff: 200 in London and 150 in Leeds, with others abroad.",
        "The firm has 500 staff: 200 in London and 150 in Leeds, plus 90 who work from home.",
        "The 15 people – eight doctors and five nurses among them – were freed.",
        "Ten people died: five on Monday and four on Tuesday, the rest later.",
        "He faces 12 charges: seven counts of theft and four counts of fraud.",
        "He has three children: 5, 7 and 9.",
        "The fund holds £10m: £6m for roads and $7m for rail.",
        "The fund holds £10m: £6m for roads and three plots of land.",
    ],
    "ends": [
        "Sales are to grow by 4-7%, or 12%.",
        "Profit rose from £40m to £50m after costs fell by 3%.",
        "Profit rose 3% to £50m. Costs rose to £20m from £19m.",
        "Profit rose 3% to £50m from 12 plants.",
    ],
    "birth": [
        "Jane Roe, who was born in 1987, left Leeds aged 12.",
        "Jane Roe, 45, and John Poe, 47, who was born in 1987, met.",
        "Jane Roe, 45, whose daughter was born in 1987 and died in 2001, met the mayor.",
        "Jane Roe, 45, has worked in Leeds since 1987.",
        "Jane Roe, 45, was born on Monday.",
    ],
    "calendar": [
        "The mayor resigned last month, and on 3 January the clerk did.",
        "The mayor resigned last month. On 3 January she fell ill.",
        "The mayor resigned late last month, on 3 January.",
        "The mayor resigned last month, before 3 January.",
        "The mayor resigned last month, on Monday.",
        "The mayor resigned yesterday at 9pm.",
        "Sales were up from January a year ago.",
        "The mayor was elected in May 2015, last May, and again.",
    ],
    "items": [
        "The storm flooded three towns, among them Leeds, York, Hull and Ripon.",
        "The storm flooded three towns including these: Leeds, York, Hull and Ripon.",
        "The storm flooded three towns: Leeds, York, Hull.",
        "The storm flooded three towns: Leeds and York.",
        "Police named three men: Tom Hale, his brother, Jim Roe and Al Poe.",
        "Police named three men: Tom Hale, the mayor, Jim Roe, a clerk, and Al Poe, a guard.",
        "The bank has three rivals: Marks and Spencer, Boots, Tesco and Asda.",
        "It names three aims: peace, order and law; trade, work and wealth; schools, books and art.",
        "The firm has three offices: Austin, Texas, Reno, Nevada, and Salem, Oregon.",
        "He has three children: 5, 7, 9 and 11.",
        "About five areas are covered: housing, transport, health and schools.",
        "The vote was held in three towns: Leeds was calm, York was loud and Hull was not counted, officials said.",
        "She asked three people: “Leeds, York, Hull and Ripon?”",
        "Two towns were flooded: Leeds, York and Hull.",
        "Ten towns were flooded: Leeds, York and Hull.",
        "Five things to know\n\n1. It began at noon.\n\n2. It was cold.\n\n4. It ended.",
        "It began at noon.\n\nThere are five things to know.\n\n1. It began at noon.\n\n2. It was.\n\n3. It ended.",
    ],
    "caption": [
        "Fourteen people died when a warehouse burned on Monday.\n\nImage caption: two of the people who died.",
        "Fourteen people died when a warehouse burned on Monday.\n\nImage caption: twelve people were hurt.",
        "Fourteen people died on Monday, and two died later.\n\nImage caption: twelve people died in the fire.",
    ],
    "dates": [
        "The fair lasts for ten days. It runs from 3 July to 9 July 2022.",
        "She sat for three weeks of the term between March and May 2022.",
        "He worked for two hours from 4pm to 9pm.",
        "Between 2001 and 2007 she taught for two years.",
    ],
    "headline": [
        "Twelve dead in fire\n\nThe fire began at noon. Two of the 14 people who lived there were out.",
        "Twelve dead in fire\n\nFourteen people died on Monday, and two died later.",
        "Twelve dead in fire\n\nFourteen people were hurt when a warehouse burned.",
        "Storm nears\n\nFourteen people died when a warehouse burned on Monday.",
        "Talks end; Leeds toll rises to 12\n\nThe blast in York killed 247 people on Monday.",
        "Twelve dead in fire\n\nSmoke rose over the harbour."
        + " It was a cold day." * 60
        + "\n\nIn May 14 people died.",
    ],
    "spelling": [
        "Adam Mardis spoke. Luke Mardis spoke too.",
        "Adam Mardis and Adam Marids spoke.",
        "Paul Mardis spoke. Paula Mardis spoke too.",
        "Sgt. Adam Mardis spoke. Lt. Adam Marids spoke too.",
        "Adam Mardis spoke. Adam Marids spoke. Adam Madris spoke.",
    ],
}
READS: dict[str, list[tuple[str, Told]]] = {
    "parts": [
        ("Police arrested 15 people: nine men and six women.", [("15 people", "equal", "15")]),
        ("Police arrested 15 people (nine men and seven women).", [("15 people", "disjoint", "16")]),
        ("The crash killed 12 people – seven men, four women and a child – in May.", [("12 people", "equal", "12")]),
        ("There were 12 arrests: nine in Leeds, four in York and two in Hull.", [("12 arrests", "disjoint", "15")]),
        ("A 12-member jury of seven women and four men deliberated.", [("12-member", "disjoint", "11")]),
        ("The fund holds £10m: £6m for roads and £7m for rail.", [("£10m", "disjoint", "GBP 13,000,000")]),
        ("More than 12 people died: seven men and six women.", [("More than 12 people", "inside", "13")]),
    ],
    "ends": [
        ("Profit rose from £40m to £50m, an increase of 25%.", [("25%", "inside", "25%")]),
        ("Sales rose 35% to £50m from £40m.", [("35%", "disjoint", "25%")]),
        ("Support rose from 40% to 45%, up five percentage points.", [("five percentage points", "inside", "5")]),
        ("Support rose from 40% to 50%, up 25%.", [("25%", "inside", "25%")]),
        ("Support fell from 40% to 30%, down 25%.", [("25%", "inside", "25%")]),
        ("Entries rose from 1,200 to 1,500, up 27%.", [("27%", "inside", "25%")]),
    ],
    "birth": [
        ("Jane Roe, 45, was born in 1987 in Leeds.", [("45", "disjoint", "34 or 35")]),
        ("Jane Roe, 34, was born on 2 March 1987 in Leeds.", [("34", "equal", "34")]),
        ("Born on 3 May 1950, Jane Roe died on 4 June 2020 aged 69.", [("aged 69", "disjoint", "70")]),
        ("The singer Jane Roe (1950-2021) died aged 75.", [("aged 75", "disjoint", "70 or 71")]),
    ],
    "dates": [
        ("The fair lasts for ten days, from 3 July to 9 July 2022.", [("ten days", "disjoint", "6 to 7 days")]),
        ("The fair lasts for seven days, from 3 July to 9 July 2022.", [("seven days", "overlap", "6 to 7 days")]),
        ("He led it for 10 years, between 2001 and 2007.", [("10 years", "disjoint", "at most 7 years")]),
        ("He served from May 2007 until January 2011, a term of six years.",
         [("six years", "disjoint", "3.6 to 3.8 years")]),
    ],
    "headline": [
        ("Twelve dead in fire\n\nFourteen people died on Monday.", [("Twelve", "disjoint", "Fourteen")]),
        ("Leeds toll rises to 12\n\nThe blast in Leeds killed 247 people.", [("12", "disjoint", "247")]),
        ("Dozens hurt in fire\n\nPolice said 38 people were hurt.", []),
    ],
    "calendar": [
        ("The mayor resigned last month, on 3 January.", [("last month", "disjoint", "2022-02")]),
        ("On 3 January last month the mayor resigned.", [("last month", "disjoint", "2022-02")]),
        ("The mayor resigned yesterday (28 February).", [("yesterday", "equal", "2022-02-28")]),
        ("The mayor resigned last month, on 3 February.", [("last month", "inside", "2022-02")]),
    ],
    "items": [
        ("The storm flooded three towns: Leeds, York, Hull and Ripon.", [("three towns", "disjoint", "4")]),
        ("The storm flooded four towns: Leeds, York, Hull, and Ripon.", [("four towns", "equal", "4")]),
        ("It has four aims: clean air, cheap homes and safe streets.", [("four aims", "disjoint", "3")]),
        (
            "Four things to know\n\n1. It began at noon.\n\n2. It was cold.\n\n3. It ended.",
            [("Four things", "disjoint", "3")],
        ),
        (
            "Three ways to save\n\n3) Walk to town.\n\n2) Cook at home.\n\n1) Sell the car.",
            [("Three ways", "equal", "3")],
        ),
    ],
    "caption": [
        (
            "Fourteen people died when a warehouse burned on Monday.\n\nImage caption: twelve people died in the fire.",
            [("twelve people", "disjoint", "Fourteen")],
        ),
    ],
    "spelling": [
        ("Adam Mardis spoke. Adam Marids left.", [("Adam Marids", "disjoint", "Adam Mardis")]),
        ("Adam Marids spoke. Adam Mardis left. Adam Mardis sang.", [("Adam Marids", "disjoint", "Adam Mardis")]),
        ("Robert Mardis spoke. Bob Mardis left.", [("Bob Mardis", "equal", "Robert Mardis")]),
    ],
}  # fmt: skip


def reckoned(name: str, text: str, title: str | None = None) -> Told:
    document = Document(id="a", text=text, title=title, source="a", published=dt.date(2022, 3, 1))
    found = [r for r in reckon(document, extract(document)) if r.measurements.against == name]
    return [(r.told.text, r.measurements.relation, r.figure) for r in found]


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, text) for name, texts in table.items() for text in texts]


@pytest.mark.parametrize(("name", "text"), cases(SILENT))
def test_nothing_follows(name: str, text: str) -> None:
    assert reckoned(name, text) == []


READ = [(name, text, expected) for name, listed in READS.items() for text, expected in listed]


@pytest.mark.parametrize(("name", "text", "expected"), READ)
def test_what_follows(name: str, text: str, expected: Told) -> None:
    assert reckoned(name, text) == expected


def test_a_title_beside_the_text_is_a_headline() -> None:
    assert reckoned("headline", "Fourteen people died on Monday.", "Twelve dead in fire") == [
        ("Twelve", "disjoint", "Fourteen")
    ]


def test_a_finding_on_a_title_rests_on_the_claims_of_the_text() -> None:
    from factcheck.judge.load import load_rules
    from factcheck.pipeline import check

    document = Document(id="a", text="Fourteen people died on Monday.", title="Twelve dead in fire", source="A")
    report = check([document], rules=load_rules())
    (finding,) = report.findings
    assert [claim.text for claim in report.claims if claim.id in finding.claims] == ["Fourteen people"]
    assert finding.message == "A says “Twelve” in the headline, “Fourteen people” below it"


def test_every_reckoning_is_tested_both_ways() -> None:
    assert {*SILENT, "percentage"} == {*READS, "percentage"} == set(reckonings())
