"""What a figure has to be told from; what is settled between two articles is none of it."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.align.mention import Mention
from factcheck.align.rivals import Rivals

Told = Callable[..., list[Mention]]


def test_figures_of_other_things_are_no_rivals(told: Told) -> None:
    left, right = told("a", "Nine boats sank. Four cars burned."), told("b", "Ten boats sank.")
    assert Rivals([*left, *right]).count(left[0], right[0], odds=True) == 1


def test_the_fuller_document_decides(told: Told) -> None:
    left, right = told("a", "Nine boats sank. Four boats burned. Six boats drifted."), told("b", "Ten boats sank.")
    assert Rivals([*left, *right]).count(left[0], right[0], odds=True) == 3


def test_a_figure_told_twice_is_one_rival(told: Told) -> None:
    left = told("a", "Nine boats sank. Four boats burned. The four boats were old.")
    right = told("b", "Ten boats sank.")
    assert Rivals([*left, *right]).count(left[0], right[0], odds=True) == 2


def test_each_person_is_a_rival_of_an_age(told: Told) -> None:
    left = told("a", "Ana Roe, 36, and Tom Hale, 36, were hurt. Jo Marsh, 41, drove.", "age")
    right = told("b", "Ana Roe, 37, was hurt.", "age")
    assert Rivals([*left, *right]).count(left[0], right[0], odds=True) == 3


def test_what_is_settled_is_no_rival_of_what_is_at_odds_but_of_what_agrees(told: Told) -> None:
    left = told("a", "Nine boats sank. Four boats burned. Six boats drifted.")
    right = told("b", "Ten boats sank. Four boats burned. Six boats drifted.")
    rivals = Rivals([*left, *right])
    rivals.settle(left[1], right[1])
    rivals.settle(right[2], left[2])
    assert rivals.count(left[0], right[0], odds=True) == 1
    assert rivals.count(left[0], right[0], odds=False) == 3


def test_what_is_settled_with_one_document_is_open_for_a_third(told: Told) -> None:
    left, right = told("a", "Nine boats sank. Four boats burned."), told("b", "Four boats burned.")
    third = told("c", "Ten boats sank.")
    rivals = Rivals([*left, *right, *third])
    rivals.settle(left[1], right[0])
    assert rivals.count(left[0], third[0], odds=True) == 2


def test_only_what_each_document_tells_is_both_settled(told: Told) -> None:
    left = told("a", "Nine boats sank. Four boats burned.")
    right = told("b", "Nine boats sank. Four boats burned. Six boats drifted.")
    rivals = Rivals([*left, *right])
    rivals.settle(left[0], right[0])
    assert not rivals.both_settled(left[0], right[1])
    rivals.settle(left[1], right[1])
    assert rivals.both_settled(left[0], right[1])
    assert not rivals.both_settled(left[0], right[2])
