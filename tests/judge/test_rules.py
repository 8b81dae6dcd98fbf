"""The vocabulary of a kind: what its annotations let rules ask."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import pytest

from factcheck.judge.conditions import vocabulary
from factcheck.judge.load import load_rules
from factcheck.values.base import Measurements, Sides

from .fake import FakeMeasurements


class Number(Measurements):
    gap: Decimal


class Open(Measurements):
    unit: str


class Whole(Measurements):
    places: Literal[1, 2]


class FlagSides(Measurements):
    hedged: Sides[bool]


class Unknown(Measurements):
    hedged: bool | None


@pytest.mark.parametrize("measurements", [Number, Open, Whole, FlagSides, Unknown])
def test_an_annotation_no_condition_can_test_is_a_fault_of_the_kind(measurements: type[Measurements]) -> None:
    with pytest.raises(TypeError, match="is neither words, bool, Decimal"):
        vocabulary(measurements)


def test_terms_are_fields_with_hyphens() -> None:
    assert vocabulary(FakeMeasurements) == {
        "literal": ("literal", "one-of", ("equal", "different")),
        "close-by": ("close_by", "flag", ()),
        "gap": ("gap", "between", ()),
        "modifier": ("modifier", "on-sides", ("none", "almost", "at-least")),
        "told": ("told", "one-of", ("same-day", "left-first", "right-first", "unknown")),  # of every kind
        "days-apart": ("days_apart", "between", ()),  # and these
        "draft": ("draft", "one-of", ("left", "right", "both", "none")),
        "overtaken": ("overtaken", "one-of", ("left", "right", "both", "none")),
        "replaced": ("replaced", "one-of", ("left", "right", "both", "none")),
        "sentence": ("sentence", "one-of", ("same", "other")),
    }


def test_every_shipped_rule_says_why_and_where_it_comes_from() -> None:
    assert [rule.id for rule in load_rules().rules() if not (rule.source and rule.why and rule.title)] == []
