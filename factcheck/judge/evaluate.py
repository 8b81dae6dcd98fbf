"""The verdict of a ladder on two claims: measurements in, the rule that decides out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..models import Frozen
from ..values.base import Measurements
from .rules import PLACEHOLDER, Between, Condition, Flag, Ladder, OneOf, OnSides, Rule


class Ruling(Frozen):
    """The rule that decides a pair; `swapped` when it holds with the right claim as its left."""

    rule: Rule
    swapped: bool


def satisfied(condition: Condition, measurements: Frozen) -> bool:
    """Return whether a condition holds on its measurement; a number that is not known satisfies none."""
    value = getattr(measurements, condition.measurement)
    match condition:
        case OneOf():
            return value in condition.words
        case Flag():
            return value is condition.expected
        case Between(at_least=low, at_most=high):
            return value is not None and (low is None or value >= low) and (high is None or value <= high)
        case OnSides(left=left, right=right):
            return (left is None or value.left in left) and (right is None or value.right in right)


def holds(rule: Rule, measurements: Frozen) -> bool:
    """Return whether all conditions of a rule hold; a rule without conditions always does."""
    return all(satisfied(condition, measurements) for condition in rule.when)


def decide(ladder: Ladder, forward: Measurements, backward: Measurements) -> Ruling:
    """Return the first rule that holds, each tried on left against right and then on right against left.

    `backward` are the measurements with the two claims swapped. Where no rule holds, `otherwise` does.
    """
    for rule in ladder.rules:
        if holds(rule, forward):
            return Ruling(rule=rule, swapped=False)
        if holds(rule, backward):
            return Ruling(rule=rule, swapped=True)
    return Ruling(rule=ladder.otherwise, swapped=False)


def first(rules: Iterable[Rule], measurements: Frozen) -> Rule | None:
    """Return the first rule that holds, None where none does."""
    return next((rule for rule in rules if holds(rule, measurements)), None)


def message(rule: Rule, left: Mapping[str, str], right: Mapping[str, str], label: str) -> str:
    """Return the message of a rule on pairs.

    Each side gives its `source`, `text`, `display` and `place`; for a swapped ruling the caller swaps them.
    """
    words = {
        f"{side}.{part}": text for side, given in (("left", left), ("right", right)) for part, text in given.items()
    }
    words["label"] = label
    return fill(rule, words)


def fill(rule: Rule, words: Mapping[str, str]) -> str:
    """Return the message of a rule with its placeholders filled, in one pass: braces in an article stay text.

    Raises KeyError when the message asks for what is not among the words.
    """
    return PLACEHOLDER.sub(lambda hit: words[hit[1]], rule.message)
