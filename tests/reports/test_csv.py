"""The CSV report: rows and columns that a spreadsheet reads, and no formula among them."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest

from factcheck.findings import Report
from factcheck.reports.csv import COLUMNS, cell, render
from factcheck.reports.edition import edition_of
from factcheck.settings import VERDICTS

from .injections import INJECTIONS, hostile
from .stories import newsroom


def rows_of(told: Report, documents: Any = (), **wanted: Any) -> list[dict[str, str]]:
    text = render(edition_of(told, documents, **wanted))
    assert text.startswith("\ufeff")
    assert "\n" not in text.replace("\r\n", "")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_a_row_is_a_finding_with_two_sides() -> None:
    told, documents = newsroom()
    rows = rows_of(told, documents)
    assert tuple(rows[0]) == COLUMNS
    assert [(row["rule"], row["severity"], row["fails"], row["decision"]) for row in rows] == [
        ("different-figures", "error", "yes", ""),
        ("quote-word-changed", "warning", "yes", ""),
        ("different-figures", "warning", "no", "dismiss"),
        ("weekday-does-not-fit", "warning", "yes", ""),
    ]
    sides = [(row["left_source"], row["left_number"], row["right_source"], row["right_number"]) for row in rows]
    assert sides == [
        ("The Gazette", "14", "'=Weekly", "13"), ("The Gazette", "", "Herald", ""), ("Zoo", "8", "Post", "8"),
        ("The Gazette", "", "", ""),
    ]  # fmt: skip


def test_the_figure_behind_an_emoji_has_its_place_and_sentence() -> None:
    row = rows_of(*newsroom())[0]
    assert (row["left_document"], row["left_line"], row["left_column"]) == ("news/gazette.md", "1", "11")
    assert row["left_sentence"] == "🔥 At noon 14 boats burned in the harbour, and 3 crews were saved."
    assert rows_of(newsroom()[0])[0]["left_sentence"] == ""


def test_the_verdicts_that_are_shown_have_rows() -> None:
    told, documents = newsroom()
    assert {row["verdict"] for row in rows_of(told, documents, show=("agreement",))} == {"agreement"}
    assert len(rows_of(told, documents, show=VERDICTS)) == len(told.findings)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("14", "14"),
        ("-14", "-14"),
        ("0.5", "0.5"),
        ("3-1", "'3-1"),
        ("1/2", "'1/2"),
        ("007", "'007"),
        ("12e34567", "'12e34567"),
        ("-2+3", "'-2+3"),
        ("+44", "'+44"),
        ("=1+1", "'=1+1"),
        ("\t=1+1", "'=1+1"),
        ("\r\n@SUM(1)", "'@SUM(1)"),
        ("a;=1+1", "a;'=1+1"),
        ("a; =1+1", "a;' =1+1"),
        ("＝1+1", "'＝1+1"),
        ("a = b - c", "a = b - c"),
        ("a\nb", "a b"),
        ("a\x00b", "a␀b"),
    ],
)
def test_cells(text: str, written: str) -> None:
    assert cell(text) == written


@pytest.mark.parametrize("name", INJECTIONS)
def test_no_cell_is_a_formula(name: str) -> None:
    told, documents = hostile(INJECTIONS[name])
    for row in rows_of(told, documents, show=VERDICTS):
        for text in (part for written in row.values() for part in written.split(";")):
            assert not re.match(r"\s*[=+@＝＋－＠]|\s*-(?!\d+(?:\.\d+)?$)", text), text
            assert len(text) < 32_768
            assert not re.search(r"[\x00-\x1f\x7f-\x9f]", text)
