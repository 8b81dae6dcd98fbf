"""Directories of rules laid on each other: ladders, and the rules of other scopes beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from ..located import ENOUGH, Located, Trail, unknown
from ..models import Severity
from ..settings import Setting
from ..settings.forms import PathRules
from .conditions import Vocabularies
from .drafts import Draft
from .reach import unreachable
from .rules import Ladder, Rule, RuleBook


@dataclass(slots=True)
class Steps:
    """The rules of a kind while directories are laid on each other, of all scopes, in the order they are tried."""

    rules: dict[str, Draft] = field(default_factory=dict)
    otherwise: Draft | None = None


def lay(ladders: dict[str, Steps], drafts: Iterable[Draft]) -> None:
    """Put the rules of one directory on top of the ladders."""
    before = {draft.id: draft for draft in _standing(ladders)}
    given: dict[str, Draft] = {}
    fresh: dict[str, dict[str, Draft]] = {}
    closed: dict[str, Draft] = {}
    for draft in drafts:
        if problem := _clash(draft, given.get(draft.id), before.get(draft.id), closed.get(draft.kind)):
            draft.page.blame((*draft.trail, "id"), problem)
            continue
        given[draft.id] = draft
        steps = ladders.setdefault(draft.kind, Steps())
        if draft.last:
            steps.otherwise = closed[draft.kind] = draft
        elif draft.id in steps.rules:
            steps.rules[draft.id] = draft
        else:
            fresh.setdefault(draft.kind, {})[draft.id] = draft
    for kind, added in fresh.items():
        ladders[kind].rules = {**added, **ladders[kind].rules}


def _clash(draft: Draft, twin: Draft | None, old: Draft | None, close: Draft | None) -> str | None:
    """Return why a rule cannot stand beside those of its directory and those below, None when it can."""
    if draft.id and twin:
        return f"rule id “{draft.id}” is used already in {twin.place()}"
    if draft.id and old and (old.kind, old.last, old.scope) != (draft.kind, draft.last, draft.scope):
        role = "the “otherwise”" if old.last else "a rule" if old.scope == draft.scope else f"a rule on {old.scope}s"
        return f"rule id “{draft.id}” is that of {role} of kind “{old.kind}” in {old.place()}"
    if draft.last and close:
        return f"kind “{draft.kind}” has an “otherwise” already in {close.place()}"
    return None


def _standing(ladders: Mapping[str, Steps]) -> Iterator[Draft]:
    """Yield all that stands in the ladders."""
    for steps in ladders.values():
        yield from steps.rules.values()
        if steps.otherwise:
            yield steps.otherwise


def close(ladders: Mapping[str, Steps], kinds: Collection[str]) -> None:
    """Note a problem for each kind that has rules on pairs but no `otherwise`."""
    for kind, steps in ladders.items():
        on_pairs = [draft for draft in steps.rules.values() if draft.scope == "pair"]
        if steps.otherwise is None and on_pairs and kind in kinds:
            on_pairs[0].page.blame(("kind",), f"kind “{kind}” has no “otherwise”, so some pairs would get no verdict")


def blame_unreachable(ladders: Mapping[str, Steps], layers: Iterable[Collection[Located]], terms: Vocabularies) -> None:
    """Note a problem for each rule of a desk that others hide, of its own directory or of those below.

    One that hides a rule of a directory below is there to do so. Shipped rules are held to the same by a test.
    """
    home = {id(page): place for place, layer in enumerate(layers) for page in layer}
    for kind, steps in ladders.items():
        drafts = {draft.rule.id: draft for draft in steps.rules.values() if draft.rule}
        if not any(home[id(draft.page)] for draft in drafts.values()):
            continue
        for scope, vocabulary in terms.get(kind, {}).items():
            words = {term.field: term.words for term in vocabulary.values()}
            rules = [draft.rule for draft in drafts.values() if draft.rule and draft.rule.scope == scope]
            for rule, above in unreachable(rules, words):
                lower = drafts[rule.id]
                if max(home[id(drafts[other.id].page)] for other in above) <= home[id(lower.page)]:
                    lower.page.blame((*lower.trail, "id"), _hidden(rule, [drafts[other.id] for other in above]))


def _hidden(rule: Rule, above: Sequence[Draft]) -> str:
    """Return the sentence on a rule that others hide."""
    said = [f"“{draft.id}” in {draft.place()}" for draft in above]
    if len(said) == 1:
        return f"rule “{rule.id}” can never decide: {said[0]} holds wherever it does"
    return f"rule “{rule.id}” can never decide: {', '.join(said[:-1])} and {said[-1]} together hold wherever it does"


def blame_unknown_deciders(ladders: Mapping[str, Steps]) -> None:
    """Note a problem for each example that expects to be decided by a rule that there is not."""
    known = sorted({draft.id for draft in _standing(ladders)} - {""})
    for draft in _standing(ladders):
        for number, example in enumerate(draft.rule.examples if draft.rule and not draft.page.full else ()):
            if example.by is not None and example.by not in known:
                draft.page.blame((*draft.trail, "examples", number, "by"), unknown("rule id", example.by, known))


def named(pages: Iterable[Located], key: str, ladders: Mapping[str, Steps]) -> frozenset[str]:
    """Return the ids that pages list under a key, ignore or select; an id that no rule has is a problem."""
    known = sorted({draft.id for draft in _standing(ladders)} - {""})
    found = set()
    for page in pages:
        listed = page.value.get(key) if isinstance(page.value, dict) else None
        for number, id in enumerate(listed if isinstance(listed, list) else ()):
            if page.full:
                break
            if isinstance(id, str) and id not in known:
                page.blame((key, number), unknown("rule id", id, known))
            elif isinstance(id, str):
                found.add(id)
    return frozenset(found)


def unknown_choices(ladders: Mapping[str, Steps], choices: Mapping[str, Setting]) -> Iterator[str]:
    """Yield a problem for each id that a setting names and no rule has."""
    known = sorted({draft.id for draft in _standing(ladders)} - {""})
    for name, setting in choices.items():
        wrong = ((trail, id) for trail, id in _ids(setting.value) if id not in known)
        for trail, id in islice(wrong, ENOUGH):
            said = unknown("rule id", id, known, of=name.replace("_", "-"))
            yield setting.blamed(trail, said, key=trail[-1] == id)


def _ids(named: Any) -> Iterator[tuple[Trail, str]]:
    """Yield the ids of rules that a setting names, each with its place inside the setting."""
    if isinstance(named, Mapping):
        yield from (((id,), id) for id in named)
        return
    for number, given in enumerate(named):
        if isinstance(given, PathRules):
            told = (("ignore", given.ignore), ("select", given.select), ("severity", dict(given.severity)))
            for key, value in told:
                yield from (((given.pattern, key, *trail), id) for trail, id in _ids(value))
        else:
            yield (number,), given


def book_of(
    ladders: Mapping[str, Steps],
    *,
    ignored: Collection[str],
    selected: Collection[str],
    severity: Mapping[str, Severity],
) -> RuleBook:
    """Return the rule book of some ladders, in order of kind, once nothing is wrong with any rule."""
    bound: dict[str, Ladder] = {}
    beside: dict[str, tuple[Rule, ...]] = {}
    off: list[str] = []
    for kind, steps in sorted(ladders.items()):
        rules = [_graded(draft.rule, severity) for draft in steps.rules.values() if draft.rule]
        if steps.otherwise and steps.otherwise.rule:
            on_pairs = tuple(rule for rule in rules if rule.scope == "pair")
            bound[kind] = Ladder(kind=kind, rules=on_pairs, otherwise=_graded(steps.otherwise.rule, severity))
        if others := tuple(rule for rule in rules if rule.scope != "pair"):
            beside[kind] = others
        off += [rule.id for rule in rules if rule.optional and rule.id not in selected]
    return RuleBook(ladders=bound, beside=beside, ignored=tuple(sorted(ignored)), off=tuple(sorted(off)))


def _graded(rule: Rule, severity: Mapping[str, Severity]) -> Rule:
    """Return a rule with the severity that a newsroom gives it."""
    return rule.model_copy(update={"severity": severity[rule.id]}) if rule.id in severity else rule
