"""Whether the examples of a rule book hold its rules in place: change a rule, and an example must break.

A mutant is a rule book with one rule changed: the rule removed, one of its conditions dropped, or one of its
thresholds moved. Examples that all still pass say nothing about what was changed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from decimal import Decimal

from ..models import Frozen
from .rules import ANY, Between, Condition, Example, Rule, RuleBook

Judge = Callable[[Example, RuleBook], tuple[str, str | None]]
Touches = Callable[[Example], frozenset[str]]
SMALL = 2  # a whole number up to here moves by one, any other threshold by half


class Mutant(Frozen):
    """A rule book with one rule changed, and what was done to the rule."""

    rule: str
    change: str
    book: RuleBook


class MutantRun(Frozen):
    """How many mutants there were, and those that no example told from the rule book."""

    total: int
    survivors: tuple[Mutant, ...]

    @property
    def score(self) -> float:
        """Return the share of mutants that broke an example, 1 where there were none."""
        return 1 - len(self.survivors) / self.total if self.total else 1.0


def run_mutants(book: RuleBook, judge: Judge, touches: Touches, *, folders: Collection[str] = ()) -> MutantRun:
    """Return what the examples make of every mutant of a rule book; of rules from some folders, where any are given.

    A mutant breaks them where a verdict changes or comes from another rule than an example names, or
    where a rule is no longer fired by any of its examples.
    `judge` gives verdict and deciding rule of an example under a rule book, `touches` the kinds of the
    claims in an example: a rule of another kind cannot change its verdict.
    """
    cases = [(rule, example, touches(example)) for rule in book.rules() for example in rule.examples]
    known = {id(example): judge(example, book) for _, example, _ in cases}

    def broken(mutant: Mutant) -> bool:
        kind = book.rule(mutant.rule).kind
        told = [(rule, example) for rule, example, kinds in cases if kind == ANY or kind in kinds]
        alive: dict[str, bool] = {}
        for rule, example in sorted(told, key=lambda case: case[0].id != mutant.rule):
            before, after = known[id(example)], judge(example, mutant.book)
            if after[0] != before[0] or example.met(*before) > example.met(*after):
                return True
            if example.fires(rule.id, rule.verdict) and before[1] == rule.id:
                alive[rule.id] = alive.get(rule.id, False) or after[1] == rule.id
        return not all(alive.values())

    own = {rule.id for rule in book.rules() if not folders or rule.origin.folder in folders}
    found = tuple(mutant for mutant in mutants(book) if mutant.rule in own)
    return MutantRun(total=len(found), survivors=tuple(mutant for mutant in found if not broken(mutant)))


def mutants(book: RuleBook) -> Iterator[Mutant]:
    """Yield every mutant of a rule book, rule by rule; an `otherwise` has nothing to change."""
    closing = {ladder.otherwise.id for ladder in book.ladders.values()}
    for rule in book.rules():
        if rule.id in closing or rule.id in book.ignored:
            continue
        yield Mutant(rule=rule.id, change="removed", book=_with(book, rule, None))
        for place, condition in enumerate(rule.when):
            others = (*rule.when[:place], *rule.when[place + 1 :])
            name = condition.measurement.replace("_", "-")
            yield _changed(book, rule, others, f"without “{name}”")
            for moved, said in _moved(condition):
                when = (*rule.when[:place], moved, *rule.when[place + 1 :])
                yield _changed(book, rule, when, f"“{name}” {said}")


def _changed(book: RuleBook, rule: Rule, when: tuple[Condition, ...], change: str) -> Mutant:
    return Mutant(rule=rule.id, change=change, book=_with(book, rule, rule.model_copy(update={"when": when})))


def _with(book: RuleBook, rule: Rule, other: Rule | None) -> RuleBook:
    """Return the book with a rule replaced, or taken out."""

    def put(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        return tuple(new for old in rules if (new := other if old.id == rule.id else old))

    if rule.scope == "pair":
        ladder = book.ladders[rule.kind]
        changed = ladder.model_copy(update={"rules": put(ladder.rules)})
        return book.model_copy(update={"ladders": {**book.ladders, rule.kind: changed}})
    return book.model_copy(update={"beside": {**book.beside, rule.kind: put(book.beside[rule.kind])}})


def _moved(condition: Condition) -> Iterator[tuple[Condition, str]]:
    """Yield a condition with one of its thresholds moved, up and down, and how that is said."""
    if not isinstance(condition, Between):
        return
    for end in ("at_least", "at_most"):
        number: Decimal | None = getattr(condition, end)
        if number is None:
            continue
        step = Decimal(1) if abs(number) <= SMALL and number == int(number) else abs(number) / 2
        for other in (number - step, number + step):
            said = f"{end.replace('_', '-')} {other.normalize():f} for {number}"
            yield condition.model_copy(update={end: other}), said
