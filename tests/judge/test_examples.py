"""The test runner for rules: what makes an example pass, and a rule alive."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.judge.examples import run_examples
from factcheck.judge.rules import Example, RuleBook

from .conftest import Desk

Book = Callable[..., RuleBook]


def never(example: Example) -> tuple[str, str | None]:
    raise AssertionError(example)


def expected_by(id: str | None) -> Callable[[Example], tuple[str, str | None]]:
    """Return a judge that always gives the verdict expected, and names one rule for it."""
    return lambda example: (example.expect, id)


def test_right_verdicts_by_another_rule_leave_a_rule_dead(book: Book) -> None:
    run = run_examples(book(), expected_by("first"))
    assert run.unfired == ("second", "else")
    assert [(r.rule, r.index) for r in run.failures()] == [("second", 0), ("else", 0)]
    assert not run.passed


def test_no_rule_fires(book: Book) -> None:
    run = run_examples(book(), expected_by(None))
    assert run.unfired == ("first", "second", "else")


def test_a_wrong_verdict_fails_even_where_the_rule_fires(book: Book) -> None:
    run = run_examples(book(), lambda _: ("discrepancy", "first"))
    (wrong,) = (r for r in run.failures() if r.rule == "first")
    assert (wrong.index, wrong.expected, wrong.got, wrong.fired) == (1, "compatible", "discrepancy", "first")
    assert "first" not in run.unfired


def test_firing_on_an_example_that_should_stay_silent_is_no_life(book: Book) -> None:
    run = run_examples(book(), lambda e: (e.expect, "first" if e.expect == "compatible" else None))
    assert "first" in run.unfired


def test_one_example_that_fires_the_rule_is_enough_for_the_others(desk: Desk, book: Book) -> None:
    from .fake import file, rule

    listed = "".join(f"\n  - {{left: {word}, right: b, expect: discrepancy}}" for word in ("first", "mine"))
    loaded = book(desk(file(rule("mine", examples=f"{listed}\n  - {{left: first, right: b, expect: unrelated}}"))))
    run = run_examples(loaded, lambda e: (e.expect, e.left))
    assert [r.passed for r in run.results if r.rule == "mine"] == [True, True, True]
    assert [r.fired for r in run.results if r.rule == "mine"] == ["first", "mine", "first"]


def test_an_example_may_name_the_rule_that_must_decide(desk: Desk, book: Book) -> None:
    from .fake import file, rule

    named = "".join(f"\n  - {{left: {id}, right: b, expect: discrepancy, by: {id}}}" for id in ("mine", "else"))
    loaded = book(desk(file(rule("mine", examples=named))))
    right = run_examples(loaded, lambda e: (e.expect, e.left))
    assert [r.passed for r in right.results if r.rule == "mine"] == [True, True]
    wrong = run_examples(loaded, lambda e: (e.expect, "mine"))
    assert [r.passed for r in wrong.results if r.rule == "mine"] == [True, False]


def test_a_rule_of_a_desk_may_forestall_what_is_shipped(desk: Desk, book: Book) -> None:
    from .fake import file, rule

    folder = desk(file(rule("mine")))
    loaded = book(folder)
    assert "first" in run_examples(loaded, lambda e: (e.expect, "mine")).unfired
    assert run_examples(loaded, lambda e: (e.expect, "mine"), folders=[str(folder)]).passed
    dead = run_examples(loaded, lambda e: (e.expect, "first"), folders=[str(folder)])
    assert "mine" in dead.unfired  # but not the other way round


def test_ignored_rules_are_not_run(desk: Desk, book: Book) -> None:
    run = run_examples(book(desk("ignore: [first, second, else]\n")), never)
    assert (run.results, run.unfired, run.passed) == ((), (), True)


def test_every_rule_fired_by_its_own_example(book: Book) -> None:
    loaded = book()
    own = {id(example): rule.id for rule in loaded.rules() for example in rule.examples}
    run = run_examples(loaded, lambda e: (e.expect, own[id(e)]))
    assert run.passed
    assert [(r.rule, r.index) for r in run.results] == [
        (name, index) for name in ("first", "second", "else") for index in (0, 1)
    ]


def test_an_error_of_the_judge_rises(book: Book) -> None:
    with pytest.raises(AssertionError):
        run_examples(book(), never)
