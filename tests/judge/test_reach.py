"""Rules that can never decide: what is told can never, and of what can never most is told."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims import kinds
from factcheck.judge.conditions import vocabularies
from factcheck.judge.evaluate import holds
from factcheck.judge.load import load_rules
from factcheck.judge.reach import unreachable
from factcheck.judge.rules import Between, Condition, Example, Flag, OneOf, OnSides, Origin, Rule
from factcheck.values.base import Sides

from .fake import FakeMeasurements, file, rule

WORDS = {"literal": ("equal", "different"), "modifier": ("none", "almost", "at-least")}
NUMBERS = (None, *map(Decimal, (-1, 0, 1, 2, 3, 4)))
MODIFIERS = st.lists(st.sampled_from(WORDS["modifier"]), min_size=1, max_size=3, unique=True).map(tuple)
ENDS = st.one_of(st.none(), st.sampled_from([Decimal(0), Decimal(2), Decimal(3)]))
CONDITIONS: list[st.SearchStrategy[Condition]] = [
    st.sampled_from(WORDS["literal"]).map(lambda word: OneOf(measurement="literal", words=(word,))),
    st.booleans().map(lambda expected: Flag(measurement="close_by", expected=expected)),
    st.tuples(ENDS, ENDS)
    .filter(lambda ends: ends[0] is None or ends[1] is None or ends[0] <= ends[1])
    .map(lambda ends: Between(measurement="gap", at_least=ends[0], at_most=ends[1])),
    st.tuples(st.one_of(st.none(), MODIFIERS), st.one_of(st.none(), MODIFIERS)).map(
        lambda sides: OnSides(measurement="modifier", left=sides[0], right=sides[1])
    ),
]
WHEN = st.lists(st.one_of(CONDITIONS), max_size=3, unique_by=lambda condition: condition.measurement).map(tuple)


def named(id: str, when: tuple[Condition, ...]) -> Rule:
    examples = tuple(Example(left="a", right="b", expect=verdict) for verdict in ("discrepancy", "agreement"))
    return Rule(
        id=id, title="t", verdict="discrepancy", severity="info", kind="fake", when=when, message="m", why="w",
        examples=examples, origin=Origin(path="p", line=1),
    )  # fmt: skip


POINTS = [
    FakeMeasurements(literal=literal, close_by=close, gap=gap, modifier=Sides(left=left, right=right))
    for literal, close, gap, left, right in product(
        WORDS["literal"], (True, False), NUMBERS, WORDS["modifier"], WORDS["modifier"]
    )
]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(whens=st.lists(WHEN, min_size=1, max_size=6))
def test_it_is_told_exactly_where_no_values_are_left(whens: list[tuple[Condition, ...]]) -> None:
    rules = [named(f"r{number}", when) for number, when in enumerate(whens)]
    hidden = {hidden.id: above for hidden, above in unreachable(rules, WORDS)}
    for place, each in enumerate(rules):
        held = [point for point in POINTS if holds(each, point)]
        left = [point for point in held if not any(holds(above, point) for above in rules[:place])]
        assert (each.id in hidden) == (not left)
        for above in hidden.get(each.id, ()):  # each of them is needed
            others = [other for other in hidden[each.id] if other is not above]
            assert any(not any(holds(other, point) for other in others) for point in held)


def test_no_shipped_rule_is_hidden() -> None:
    terms, book = vocabularies(kinds()), load_rules()
    for kind in sorted({r.kind for r in book.rules()}):
        for scope, vocabulary in terms[kind].items():
            words = {term.field: term.words for term in vocabulary.values()}
            rules = [r for r in book.rules() if (r.kind, r.scope) == (kind, scope)]
            open_ended = {ladder.otherwise.id for ladder in book.ladders.values()}
            asked = [r for r in rules if r.id not in open_ended]
            assert [r.id for r, _ in unreachable(asked, words)] == []


TOGETHER = [
    ("words", ["{literal: equal}", "{literal: different}"], "{gap: {at-least: 1}}"),
    ("flag", ["{close-by: true}", "{close-by: false, literal: equal}"], "{literal: equal}"),
    ("numbers", ["{gap: {at-most: 3}}", "{gap: {at-least: 3}}"], "{gap: {at-least: 1, at-most: 5}}"),
    ("sides", ["{modifier: {left: [none, almost]}}", "{modifier: {left: at-least}}"], "{modifier: {right: none}}"),
]
APART = [
    ("between", ["{gap: {at-most: 3}}", "{gap: {at-least: 4}}"], "{gap: {at-least: 1, at-most: 5}}"),
    ("unknown", ["{gap: {at-most: 3}}", "{gap: {at-least: 3}}"], "{literal: equal}"),
    ("corner", ["{literal: equal}", "{close-by: true}"], "{gap: {at-least: 1}}"),
]


def ladder(upper: list[str], lower: str) -> str:
    ids = [*"abc"[: len(upper)], "lower"]
    return file(*(rule(id, when=when) for id, when in zip(ids, [*upper, lower], strict=True)))


@pytest.mark.parametrize(("upper", "lower"), [case[1:] for case in TOGETHER], ids=[case[0] for case in TOGETHER])
def test_several_hide_one_together(
    desk: Callable[..., Path], problems: Callable[..., list[str]], upper: list[str], lower: str
) -> None:
    (problem,) = problems(desk(ladder(upper, lower)))
    said = "rule “lower” can never decide: “a” in desk.yaml:3 and “b” in desk.yaml:"
    assert said in problem
    assert " together hold wherever it does\n    - id: lower" in problem


@pytest.mark.parametrize(("upper", "lower"), [case[1:] for case in APART], ids=[case[0] for case in APART])
def test_several_leave_room(
    desk: Callable[..., Path], book: Callable[..., object], upper: list[str], lower: str
) -> None:
    assert book(desk(ladder(upper, lower)))


def test_very_many_pieces_are_given_up() -> None:
    many = [
        named(f"r{number}", (OnSides(measurement=f"m{number}", left=("a",), right=("a",)),)) for number in range(12)
    ]
    words = {f"m{number}": ("a", "b") for number in range(12)}
    assert list(unreachable([*many, named("last", ())], words)) == []


def test_a_ladder_without_end_is_given_up() -> None:
    words = {f"m{number}": ("a", "b", "c") for number in range(12)}
    many = [
        named(
            f"r{number}",
            tuple(OneOf(measurement=f"m{(number + step) % 12}", words=("a", "b")) for step in range(3)),
        )
        for number in range(3000)
    ]
    assert len(list(unreachable(many, words))) < 400  # and it comes to an end
