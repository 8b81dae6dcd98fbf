"""A date by itself: what is no contradiction first."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck.claims import extract
from factcheck.claims.date import measure_claim
from factcheck.models import Document

# text, day of publication, weekday, day, year
TOLD = [
    ("It opens on Wednesday.", "2022-02-08", "unstated", "real", "inferred"),
    ("It opens in May 2022.", "2022-02-08", "unstated", "unstated", "printed"),
    ("It opened on 9 February 2022.", None, "unstated", "real", "printed"),
    ("It opens on Wednesday, 9 February.", None, "unstated", "real", "inferred"),
    ("It opens on Wednesday, 9 February 2022.", None, "fits", "real", "printed"),
    ("It opens on Wednesday, February 9, 2022, at 7pm.", None, "fits", "real", "printed"),
    ("It opens on Wednesday, February 9th.", "2022-02-01", "fits", "real", "inferred"),
    ("It opened on Tuesday, 9 February.", "2022-02-10", "other-year", "real", "inferred"),
    ("It opened on Saturday, 9 February.", "2022-02-10", "differs", "real", "inferred"),
    ("It opens on Thursday, 9 February 2022.", None, "differs", "real", "printed"),
    ("It opens on Thursday, 9 February 2022, at 7pm.", None, "differs", "real", "printed"),
    ("It opens on 29 February 2024.", None, "unstated", "real", "printed"),
    ("It opens on 29 February 2023.", None, "unstated", "none", "printed"),
    ("It opens on 31 June.", None, "unstated", "none", "inferred"),
]


@pytest.mark.parametrize(("text", "published", "weekday", "day", "year"), TOLD, ids=[case[0] for case in TOLD])
def test_a_date_by_itself(text: str, published: str | None, weekday: str, day: str, year: str) -> None:
    written = dt.date.fromisoformat(published) if published else None
    (claim,) = extract(Document(id="a", text=text, source="a", published=written))
    found = measure_claim(claim)
    assert (found.weekday, found.day, found.year) == (weekday, day, year)
