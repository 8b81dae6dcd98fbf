"""A part beside its percentage: what is not to be compared first."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.models import Document
from factcheck.reckoning import reckon

SHARES = [
    ("Nine of the 14 schools were closed, and 70% of roads.", []),
    ("Nine of the 14 schools, or 40% of all pupils, were hit.", []),
    ("Nine of the 14 schools were closed. (70% had no power.)", []),
    ("Nine of the 14 schools rose by 70%.", []),
    ("At least nine of the 14 schools, or 70%, were closed.", []),
    ("Nine of the 14 schools, or 64%, were closed.", [("inside", "64.3%")]),
    ("Nine of the 14 schools (64.3 per cent) were closed.", [("inside", "64.3%")]),
    ("Nearly 64%, or nine of the 14 schools, were closed.", [("disjoint", "64.3%")]),
    ("Nine of the 14 schools (70%) were closed.", [("disjoint", "64.3%")]),
]


@pytest.mark.parametrize(("text", "expected"), SHARES, ids=[case[0] for case in SHARES])
def test_shares(text: str, expected: list[tuple[str, str]]) -> None:
    document = Document(id="a", text=text, source="a")
    found = reckon(document, extract(document))
    assert [(reckoned.measurements.relation, reckoned.figure) for reckoned in found] == expected
