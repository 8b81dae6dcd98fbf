"""The test runner for rules: every example of a rule is a case, and some case must fire the rule."""

from __future__ import annotations

from collections.abc import Callable

from ..models import Frozen
from .rules import Example, Expectation, Rule, RuleBook


class ExampleResult(Frozen):
    """What became of one example: the verdict it got and the rule that gave it, None when none did."""

    rule: str
    index: int
    example: Example
    expected: Expectation
    got: str
    fired: str | None
    passed: bool


class ExampleRun(Frozen):
    """The results of all examples in the order of the rule book, and the rules that none of theirs fires."""

    results: tuple[ExampleResult, ...]
    unfired: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Return whether every example passed and every rule was fired by one of its own."""
        return not self.unfired and all(result.passed for result in self.results)

    def failures(self) -> tuple[ExampleResult, ...]:
        """Return the results that did not pass."""
        return tuple(result for result in self.results if not result.passed)


def run_examples(book: RuleBook, judge: Callable[[Example], tuple[str, str | None]]) -> ExampleRun:
    """Return what `judge` makes of every example of every rule that is not ignored.

    `judge` gives the verdict on an example and the id of the rule that fired. An example passes with
    the verdict it expects, from the rule that it names, if any; one that expects the verdict of its own
    rule passes only if this or another such example fires that very rule, since a rule that others always
    forestall is dead.
    """
    results: list[ExampleResult] = []
    unfired: list[str] = []
    for rule in book.rules():
        if rule.id in book.ignored:
            continue
        judged = [judge(example) for example in rule.examples]
        alive = _fires(rule, judged)
        if not alive:
            unfired.append(rule.id)
        results += [_result(rule, index, *outcome, alive=alive) for index, outcome in enumerate(judged)]
    return ExampleRun(results=tuple(results), unfired=tuple(unfired))


def _fires(rule: Rule, judged: list[tuple[str, str | None]]) -> bool:
    """Return whether an example that should fire a rule does."""
    cases = zip(rule.examples, judged, strict=True)
    return any(example.fires(rule.id, rule.verdict) and fired == rule.id for example, (_, fired) in cases)


def _result(rule: Rule, index: int, got: str, fired: str | None, *, alive: bool) -> ExampleResult:
    example = rule.examples[index]
    passed = example.met(got, fired) and (alive or not example.fires(rule.id, rule.verdict))
    return ExampleResult(
        rule=rule.id,
        index=index,
        example=example,
        expected=example.expect,
        got=got,
        fired=fired,
        passed=passed,
    )
