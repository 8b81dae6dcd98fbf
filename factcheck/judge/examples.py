"""The test runner for rules: every example of a rule is a case, and some case must fire the rule."""

from __future__ import annotations

from collections.abc import Callable, Collection

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


def run_examples(
    book: RuleBook, judge: Callable[[Example], tuple[str, str | None]], *, folders: Collection[str] = ()
) -> ExampleRun:
    """Return what `judge` makes of every example of every rule that is not ignored.

    `judge` gives the verdict on an example and the id of the rule that fired. An example passes with
    the verdict it expects, from the rule that it names, if any; one that expects the verdict of its own
    rule passes only if this or another such example fires that very rule, since a rule that others always
    forestall is dead. A rule from one of `folders`, those of a desk, may forestall any that is not: there
    the verdict alone counts.
    """
    desk = {rule.id for rule in book.rules() if rule.origin.folder in folders}
    results: list[ExampleResult] = []
    unfired: list[str] = []
    for rule in book.rules():
        if rule.id in book.ignored:
            continue
        judged = [judge(example) for example in rule.examples]
        deciding = {rule.id} if rule.id in desk else {rule.id, *desk}
        alive = _fires(rule, judged, deciding)
        if not alive:
            unfired.append(rule.id)
        for index, (got, fired) in enumerate(judged):
            example = rule.examples[index]
            named = got == example.expect if fired in deciding - {rule.id} else example.met(got, fired)
            passed = named and (alive or not example.fires(rule.id, rule.verdict))
            results.append(_result(rule, index, got, fired, passed=passed))
    return ExampleRun(results=tuple(results), unfired=tuple(unfired))


def _fires(rule: Rule, judged: list[tuple[str, str | None]], deciding: Collection[str]) -> bool:
    """Return whether an example that should fire a rule does, or one that may forestall it."""
    cases = zip(rule.examples, judged, strict=True)
    return any(example.fires(rule.id, rule.verdict) and fired in deciding for example, (_, fired) in cases)


def _result(rule: Rule, index: int, got: str, fired: str | None, *, passed: bool) -> ExampleResult:
    example = rule.examples[index]
    return ExampleResult(
        rule=rule.id,
        index=index,
        example=example,
        expected=example.expect,
        got=got,
        fired=fired,
        passed=passed,
    )
