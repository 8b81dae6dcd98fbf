"""Rules changed one at a time: which changes there are, and what counts as a broken example."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.judge.mutate import mutants, run_mutants
from factcheck.judge.rules import Example, RuleBook

from .conftest import Desk
from .fake import file, rule

Book = Callable[..., RuleBook]
WHEN = "{literal: equal, gap: {at-least: 1, at-most: 10}}"


def test_every_change(desk: Desk, book: Book) -> None:
    loaded = book(desk(file(rule("mine", when=WHEN))))
    changes = [mutant.change for mutant in mutants(loaded) if mutant.rule == "mine"]
    assert changes == [
        "removed", "without “literal”", "without “gap”",
        "“gap” at-least 0 for 1", "“gap” at-least 2 for 1", "“gap” at-most 5 for 10", "“gap” at-most 15 for 10",
    ]  # fmt: skip
    assert {mutant.rule for mutant in mutants(loaded)} == {"mine", "first", "second"}  # no otherwise


def test_an_ignored_rule_is_not_changed(desk: Desk, book: Book) -> None:
    assert {mutant.rule for mutant in mutants(book(desk("ignore: [first]\n")))} == {"second"}


def test_the_mutant_differs_in_its_one_rule(desk: Desk, book: Book) -> None:
    loaded = book(desk(file(rule("mine", when=WHEN))))
    removed, dropped, *_ = mutants(loaded)
    assert [r.id for r in removed.book.ladders["fake"].rules] == ["first", "second"]
    assert [c.measurement for c in dropped.book.rule("mine").when] == ["gap"]
    assert loaded.rule("first") == dropped.book.rule("first")


def test_a_deaf_judge_lets_every_mutant_live(book: Book) -> None:
    own = {id(example): rule.id for rule in book().rules() for example in rule.examples}
    run = run_mutants(book(), lambda example, _: (example.expect, own.get(id(example))), lambda _: frozenset(("fake",)))
    assert (run.total, len(run.survivors), run.score) == (4, 4, 0)


def test_a_rule_that_fires_no_more_breaks_its_examples(book: Book) -> None:
    loaded = book()
    own = {id(example): rule.id for rule in loaded.rules() for example in rule.examples}

    def judge(example: Example, given: RuleBook) -> tuple[str, str | None]:
        unchanged = {rule.id for rule in given.rules() if rule == loaded.rule(rule.id)}
        return example.expect, own[id(example)] if own[id(example)] in unchanged else None

    assert run_mutants(loaded, judge, lambda _: frozenset(("fake",))).survivors == ()


def test_a_verdict_from_another_rule_breaks_an_example_that_names_its_rule(desk: Desk, book: Book) -> None:
    named = "".join(f"\n  - {{left: {id}, right: b, expect: discrepancy, by: {id}}}" for id in ("mine", "else"))
    loaded = book(desk(file(rule("mine", when=WHEN, examples=named))))

    def judge(example: Example, given: RuleBook) -> tuple[str, str | None]:
        changed = "mine" not in {rule.id for rule in given.rules()} or given.rule("mine") != loaded.rule("mine")
        return example.expect, "mine" if changed else example.left  # as if the change made the rule too wide

    run = run_mutants(loaded, judge, lambda _: frozenset(("fake",)))
    assert "mine" not in {mutant.rule for mutant in run.survivors}


def test_examples_of_other_kinds_are_not_judged_again(book: Book) -> None:
    judged: list[str] = []

    def judge(example: Example, given: RuleBook) -> tuple[str, str | None]:
        judged.append(example.expect)
        return example.expect, None

    loaded = book()
    run_mutants(loaded, judge, lambda _: frozenset(("other",)))
    assert len(judged) == sum(len(rule.examples) for rule in loaded.rules())
