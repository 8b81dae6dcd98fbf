"""Rules that can never decide, because one above them holds wherever they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .rules import Between, Condition, Flag, OneOf, OnSides, Rule, Words


def unreachable(rules: Sequence[Rule]) -> Iterator[tuple[Rule, Rule]]:
    """Yield each rule of a ladder that one above it hides, with the one that does.

    Only what follows from two rules alone is seen: several that hide a third together are not.
    """
    for place, rule in enumerate(rules):
        above = next((other for other in rules[:place] if _hides(other, rule)), None)
        if above:
            yield rule, above


def _hides(above: Rule, rule: Rule) -> bool:
    """Return whether the rule above holds wherever the other does."""
    return all(any(_implies(given, asked) for given in rule.when) for asked in above.when)


def _implies(given: Condition, asked: Condition) -> bool:
    """Return whether a condition can hold only where another one holds.

    >>> wide, narrow = Between(measurement="gap", at_least=1), Between(measurement="gap", at_least=2, at_most=5)
    >>> _implies(narrow, wide), _implies(wide, narrow)
    (True, False)
    """
    if given.measurement != asked.measurement:
        return False
    match given, asked:
        case OneOf(), OneOf():
            return set(given.words) <= set(asked.words)
        case Flag(), Flag():
            return given.expected == asked.expected
        case Between(), Between():
            low = asked.at_least is None or (given.at_least is not None and given.at_least >= asked.at_least)
            return low and (asked.at_most is None or (given.at_most is not None and given.at_most <= asked.at_most))
        case OnSides(), OnSides():
            return _within(given.left, asked.left) and _within(given.right, asked.right)
    return False


def _within(given: Words | None, asked: Words | None) -> bool:
    return asked is None or (given is not None and set(given) <= set(asked))
