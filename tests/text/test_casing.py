"""Titles are read in sentence case, as long as before; what may be a name, and what is no title, stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.casing import readable
from factcheck.text.clean import plain

WORDS = [
    "Police",
    "ARREST",
    "Four",
    "in",
    "New",
    "York",
    "Leeds",
    "O'Neil",
    "DRIVE-BY",
    "said",
    "İzmir",
    "14",
    ".",
    "\n",
]
BODY = "The toll is not known. On Tuesday the storm hit New York, and Mayor Brown said no more."


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Ana Roe", id="too-short"),
        pytest.param("Ana Roe and Jan Doe in York", id="names"),
        pytest.param("Roe, Doe and Moe on Monday in March", id="days-and-months"),
        pytest.param("Police arrest Four in Leeds", id="no-title"),
        pytest.param("Four Killed as Bus Leaves Road in " + "Ever Longer " * 20 + "Titles", id="too-long"),
    ],
)
def test_what_is_no_title_stays(line: str) -> None:
    assert readable(line) == line


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Police Arrest Four After Riot in Leeds", "Police arrest four after riot in Leeds"),
        ("Three Killed, Four Hurt in Drive-By Shooting", "Three killed, four hurt in drive-by shooting"),
        ("TWO ARRESTED AFTER RAID", "TWO arrested after raid"),
        ("Storm in New York: No Toll Known, Says Mayor Brown", "Storm in New York: no toll known, says Mayor Brown"),
        ("Two Are Dead. Police Say No More", "Two are dead. Police say no more"),
        ("Two Held by FBI After Raid in West Yorkshire", "Two held by FBI after raid in West Yorkshire"),
        ("No. 1 Leeds Beats No. 9 Hull in Four Games", "No. 1 Leeds beats No. 9 Hull in four games"),
        ("Girl, 8-Year-Old, Found in Mark's Car", "Girl, 8-year-old, found in Mark's car"),
    ],
)
def test_a_title_has_a_capital_where_a_name_begins(title: str, told: str) -> None:
    assert readable(f"{title}\n\n{BODY}") == f"{told}\n\n{BODY}"


@given(st.text() | st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_offsets_stay(text: str) -> None:
    assert len(readable(text)) == len(text)
    assert readable(text).lower() == plain(text).lower()
