"""How far two figures at odds lie apart."""

from __future__ import annotations

import pytest

from factcheck.align.context import mentions
from factcheck.align.figures import distance
from factcheck.align.mention import Mention
from factcheck.align.model import levels
from factcheck.align.offers import offered
from factcheck.align.rarity import Story
from factcheck.claims import extract
from factcheck.models import Document


def mention(text: str, kind: str) -> Mention:
    """Return the mention of the only claim of a kind in a text."""
    document = Document(id=text, text=text, source="source")
    (found,) = [
        told for told in mentions(document, tuple(offered(document, extract(document)))) if told.claim.kind == kind
    ]
    return found


@pytest.mark.parametrize(
    ("older", "far"), [("32", "near"), ("34", "some"), ("35", "some"), ("36", "far"), ("52", "far")]
)
def test_ages_lie_apart_by_years(older: str, far: str) -> None:
    one, other = (mention(f"Ana Roe, {age}, was hurt.", "age") for age in ("31", older))
    assert distance(one, other) == distance(other, one) == far


@pytest.mark.parametrize(("older", "far"), [("12", "near"), ("13", "far")])
def test_two_years_make_another_of_somebody_without_a_name(older: str, far: str) -> None:
    one, other = (mention(f"A girl of {age} was hurt.", "age") for age in ("11", older))
    assert levels(one, other, Story([one, other]), odds=True)[0] == ("odds", far)


@pytest.mark.parametrize(
    ("left", "right", "far"),
    [
        ("The wall is 13.5 mm thick.", "The wall is 3.5 mm thick.", "far"),
        ("The wall is 2 mm thick.", "The wall is 1 mm thick.", "near"),
    ],
)
def test_lengths_lie_apart_in_the_unit_that_is_printed(left: str, right: str, far: str) -> None:
    assert distance(mention(left, "measure"), mention(right, "measure")) == far
