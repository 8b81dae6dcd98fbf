"""Roles: what tells two of them apart, the same in every run."""

from __future__ import annotations

from factcheck.claims import extract, kinds
from factcheck.models import Document


def test_places_of_an_office_stand_in_order() -> None:
    text = "York Harbour police chief Nora Voss spoke to reporters on Friday."
    (claim,) = (c for c in extract(Document(id="d", text=text, source="s")) if c.kind == "role")
    assert kinds()["role"].signature(claim).endswith(" harbour york")
