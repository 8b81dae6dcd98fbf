"""Conditions on measurements, the order of a ladder, and messages."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from factcheck.judge.evaluate import decide, holds, message
from factcheck.judge.rules import Ladder, Rule, RuleBook

from .conftest import Desk
from .fake import FakeMeasurements, file, rule, sides

Book = Callable[..., RuleBook]
Make = Callable[..., Rule]


@pytest.fixture
def make(desk: Desk, book: Book) -> Make:
    """Return a function that reads one rule with some fields."""
    return lambda **fields: book(desk(file(rule("mine", **fields)))).rule("mine")


def gap(number: str | None) -> FakeMeasurements:
    return FakeMeasurements(gap=None if number is None else Decimal(number))


CASES = [
    ("number-unknown", "{gap: {at-least: 0}}", gap(None), False),
    ("number-unknown-at-most", "{gap: {at-most: 9}}", gap(None), False),
    ("number-below", "{gap: {at-least: 0.05}}", gap("0.0499"), False),
    ("number-at-low-end", "{gap: {at-least: 0.05}}", gap("0.05"), True),
    ("number-at-high-end", "{gap: {at-least: 0, at-most: 0.20}}", gap("0.2"), True),
    ("number-above", "{gap: {at-most: 0.2}}", gap("0.2001"), False),
    ("number-exact", "{gap: {at-least: 0.1, at-most: 0.1}}", gap("0.10"), True),
    ("other-word", "{literal: different}", FakeMeasurements(), False),
    ("word", "{literal: equal}", FakeMeasurements(), True),
    ("word-in-list", "{literal: [different, equal]}", FakeMeasurements(), True),
    ("flag-unset", "{close-by: true}", FakeMeasurements(), False),
    ("flag-false", "{close-by: false}", FakeMeasurements(), True),
    ("left-only", "{modifier: {left: almost}}", sides("none", "almost"), False),
    ("left-any-right", "{modifier: {left: almost}}", sides("almost", "at-least"), True),
    ("right-any-left", "{modifier: {right: [almost, none]}}", sides("at-least", "none"), True),
    ("both-given", "{modifier: {left: almost, right: none}}", sides("almost", "almost"), False),
    ("word-for-both", "{modifier: none}", sides("none", "almost"), False),
    ("list-for-both", "{modifier: [none, almost]}", sides("none", "almost"), True),
    ("one-of-two-fails", "{literal: equal, close-by: true}", FakeMeasurements(), False),
    ("both-hold", "{literal: equal, modifier: none}", FakeMeasurements(), True),
]


@pytest.mark.parametrize(("when", "given", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_conditions(make: Make, when: str, given: FakeMeasurements, expected: bool) -> None:
    assert holds(make(when=when), given) is expected


def test_a_rule_without_conditions_always_holds(make: Make) -> None:
    assert holds(make(), gap(None))


def never(most: int) -> str:
    return f"{{gap: {{at-least: {most}}}}}"


@pytest.fixture
def ladder(desk: Desk, book: Book) -> Ladder:
    """Return a ladder: a hedge on the left, then equal literals, then otherwise; shipped rules turned off."""
    hedged = rule("hedged", when="{modifier: {left: almost, right: none}}")
    equal = rule("equal", "agreement", when="{literal: equal}")
    text = file(hedged, equal, rule("first", when=never(99)), rule("second", "compatible", when=never(98)))
    return book(desk(text)).ladders["fake"]


DIFFERENT = FakeMeasurements(literal="different")
DECISIONS = [
    ("none-holds", DIFFERENT, DIFFERENT, ("else", False)),
    ("first-forward", sides("almost", "none"), sides("none", "almost"), ("hedged", False)),
    (
        "first-backward-before-second-forward",
        sides("none", "almost"),
        sides("almost", "none"),
        ("hedged", True),
    ),
    ("second", sides("none", "none"), sides("none", "none"), ("equal", False)),
    ("second-backward", DIFFERENT, FakeMeasurements(), ("equal", True)),
]


@pytest.mark.parametrize(("forward", "backward", "expected"), [d[1:] for d in DECISIONS], ids=[d[0] for d in DECISIONS])
def test_the_first_rule_that_holds_decides(
    ladder: Ladder, forward: FakeMeasurements, backward: FakeMeasurements, expected: tuple[str, bool]
) -> None:
    ruling = decide(ladder, forward, backward)
    assert (ruling.rule.id, ruling.swapped) == expected


LEFT = {"source": "The Harbour Post", "text": "{right.text}", "display": "almost 30", "place": "line 3"}
RIGHT = {"source": "Quay FM", "text": "30 boats {", "display": "30", "place": "line 9"}


def test_a_message_is_filled_in_one_pass(make: Make) -> None:
    template = '"{label}: {left.source} ({left.place}) {left.text} {left.display}; {right.source} {right.text}"'
    filled = message(make(message=template), LEFT, RIGHT, "boats {label} \\1")
    assert filled == ("boats {label} \\1: The Harbour Post (line 3) {right.text} almost 30; Quay FM 30 boats {")


def test_a_side_that_lacks_what_the_message_asks_for_is_our_bug(make: Make) -> None:
    with pytest.raises(KeyError, match=r"left\.text"):
        message(make(), {}, RIGHT, "boats")
