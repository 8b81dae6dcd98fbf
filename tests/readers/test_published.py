"""Publication dates: the day as printed, or None where there could be two."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck.values.published import parse_published

UNREADABLE = (
    "", " ", "soon", "yesterday", "2023", "May 2023", "4 May", "4/5/2023", "4.5.2023", "4 May 23",
    "3 days ago", "23 May 04", "13/05/23", "2023-02-30", "30 February 2023", "0000-01-01", "12345678",
    "2023-05-04-06", "10:15", "40%", "3-2", "1683158400", "May 4 " + "2023 " * 1000,
)  # fmt: skip
READABLE = (
    "2023-05-04", " 2023-05-04\n", "20230504", "20230504T101500Z", "2023-05-04T10:15:00Z",
    "2023-05-04T23:59:59.123-11:00", "2023-05-04 10:15 GMT", "2023-05-04, 10:15", "2023/05/04", "4 May 2023",
    "4th May 2023", "May 4, 2023", "4 May 2023, 10:15 BST", "Thu, 04 May 2023 23:15:00 -0700",
    "Thursday 4 May 2023 10.15 BST", "May 4, 2023 at 10:15 a.m. ET", "10:15 GMT, 4 May 2023", "4-May-2023",
)  # fmt: skip


@pytest.mark.parametrize("text", UNREADABLE)
def test_unreadable(text: str) -> None:
    assert parse_published(text) is None


@pytest.mark.parametrize("text", READABLE)
def test_readable(text: str) -> None:
    assert parse_published(text) == dt.date(2023, 5, 4)


@pytest.mark.parametrize("text", ["13/5/2023", "5/13/2023"])
def test_a_day_that_is_no_month_settles_the_order(text: str) -> None:
    assert parse_published(text) == dt.date(2023, 5, 13)


def test_a_machine_without_a_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Nowhere/Land")
    assert parse_published("September 17, 2019") == dt.date(2019, 9, 17)
