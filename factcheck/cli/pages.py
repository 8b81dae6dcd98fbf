"""What commands other than `check` show on a screen: claims, a comparison, rules and their examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from ..claims import kinds
from ..judge.rules import Between, Condition, Example, Flag, OneOf, OnSides, Rule, RuleBook, Scope
from ..reports.columns import counted, head, pad, printable, width_of, wrap
from ..reports.edition import short_names

if TYPE_CHECKING:
    from ..claims.base import Claim
    from ..judge.examples import ExampleResult, ExampleRun
    from ..judge.mutate import MutantRun
    from ..models import Document
    from ..pipeline import Comparison

Judged = tuple[str, str | None]
LOOKS_AT: dict[Scope, str] = {
    "pair": "two claims that speak of one fact",
    "claim": "one claim by itself",
    "document": "figures of one article, of which one follows from the others",
    "fact": "all that tell one fact",
}
MARGIN = 11  # columns of the names at the left of a manual page


def claims_page(claims: Sequence[Claim], documents: Sequence[Document], width: int) -> str:
    """Return the claims document by document: place, kind, value, words."""
    names = short_names(documents)
    by_id = {document.id: document for document in documents}
    lines: list[str] = []
    for id, found in groupby(claims, key=lambda claim: claim.document):
        document = by_id[id]
        title = document.source + (f" · {document.published}" if document.published else "")
        lines += ["", head(printable(f"{names[id]} · {title}"), width)]
        lines += [_claim_line(claim, width) for claim in found]
    lines += ["", " · ".join((counted(len(documents), "document"), counted(len(claims), "claim")))]
    return "\n".join(lines[1:] if lines[0] == "" else lines) + "\n"


def _claim_line(claim: Claim, width: int) -> str:
    value = head(printable(kinds()[claim.kind].display(claim)), width // 3)
    lead = f"  {f'{claim.line}:{claim.column}':8}  {claim.kind:8}  {pad(value, width // 3)}  "
    return lead + f"‹{head(printable(claim.text), width - width_of(lead) - 2)}›"


def comparison_page(comparison: Comparison, width: int) -> str:
    """Return the verdict on two texts, and what each finding says and why."""
    rule = f"  {comparison.rule}" if comparison.rule else ""
    lines = [f"{comparison.verdict.upper()}{rule}"]
    grave = sorted(comparison.findings, key=lambda f: (f.verdict != comparison.verdict, f.rule, f.id))
    for finding in grave:
        lines.append("")
        lines += named("rule", f"{finding.rule} ({finding.verdict}, {finding.severity})", width)
        lines += named("says", finding.message, width)
        for number, why in enumerate(finding.why):
            lines += named("" if number else "why", why, width)
    return "\n".join(lines) + "\n"


def rule_page(rule: Rule, book: RuleBook, judged: Sequence[Judged], width: int) -> str:
    """Return the manual page of a rule, each example with the verdict it gets now."""
    ladder = book.ladders.get(rule.kind)
    on_pairs = (*ladder.rules, ladder.otherwise) if ladder else ()
    steps = on_pairs if rule.scope == "pair" else [r for r in book.beside[rule.kind] if r.scope == rule.scope]
    place = next(number for number, step in enumerate(steps, start=1) if step.id == rule.id)
    lines = [rule.id, *(f"  {line}" for line in wrap(printable(rule.title), width - 2)), ""]
    state = ", ignored" if rule.id in book.ignored else ", off until selected" if rule.id in book.off else ""
    lines += named("kind", f"{rule.kind}, rule {place} of {len(steps)}{state}", width)
    lines += named("looks at", LOOKS_AT[rule.scope], width)
    lines += named("verdict", f"{rule.verdict}, {rule.severity}", width)
    last = ladder is not None and rule.id == ladder.otherwise.id
    lines += [line for words in _when(rule, last=last) for line in named(*words, width)]
    lines += named("paths", "; ".join(_at_paths(rule, book)), width)
    lines += named("message", rule.message, width)
    lines += named("why", rule.why, width)
    lines += named("source", rule.source or "", width)
    lines += named("file", f"{rule.origin.path}:{rule.origin.line}", width)
    lines += ["", "examples"]
    for example, (verdict, fired) in zip(rule.examples, judged, strict=True):
        by = f" by {fired}" if fired and fired != rule.id else ""
        passed = example.met(verdict, fired)
        said = f"{verdict}{by}" if passed else f"expected {_expected(example)}, judged {verdict}{by}"
        lines += ["", f"  {'✓' if passed else '✗'} {said}"]
        for text in example.shown():
            first, *rest = wrap(printable(text), width - 6)
            lines += [f"    – {first}", *(f"      {line}" for line in rest)]
    return "\n".join(lines) + "\n"


def _at_paths(rule: Rule, book: RuleBook) -> Iterator[str]:
    """Yield what holds of a rule at some paths only."""
    for place in book.places.each:
        told = ["ignored"] * (rule.id in place.ignore) + ["selected"] * (rule.id in place.select)
        told += [severity for id, severity in place.severity if id == rule.id]
        if told:
            yield f"{' and '.join(told)} in {place.pattern}"


def named(name: str, words: str, width: int) -> list[str]:
    """Return words wrapped beside their name, no lines where there are no words."""
    if not words.strip():
        return []
    first, *rest = wrap(printable(words), width - MARGIN)
    return [f"  {pad(name, MARGIN - 2)}{first}", *(" " * MARGIN + line for line in rest)]


def _when(rule: Rule, *, last: bool) -> Iterator[tuple[str, str]]:
    """Yield the conditions of a rule in words, the first of them named."""
    if not rule.when:
        yield "when", "no rule above decides" if last else "always"
    for number, condition in enumerate(rule.when):
        yield "and" if number else "when", in_words(condition)


def in_words(condition: Condition) -> str:
    """Return a condition as a person would say it.

    >>> in_words(OneOf(measurement="relation", words=("equal", "inside")))
    'relation is equal or inside'
    """
    name = condition.measurement.replace("_", " ")
    match condition:
        case OneOf(words=words):
            return f"{name} is {' or '.join(words)}"
        case Flag(expected=expected):
            return f"{name} is {'true' if expected else 'false'}"
        case Between(at_least=low, at_most=high):
            ends = [] if low is None else [f"at least {low}"]
            return f"{name} is {' and '.join([*ends, *([] if high is None else [f'at most {high}'])])}"
        case OnSides(left=left, right=right):
            return f"{name} is {_sides(left, right)}"


def _sides(left: tuple[str, ...] | None, right: tuple[str, ...] | None) -> str:
    """Return the words asked of two sides, which may change places."""
    if left is not None and left == right:
        return f"{' or '.join(left)} on both sides"
    asked = [" or ".join(words) for words in (left, right) if words is not None]
    return ", ".join(f"{words} on {side}" for words, side in zip(asked, ("one side", "the other"), strict=False))


def rules_page(book: RuleBook) -> str:
    """Return a table of all rules in the order in which they are tried; titles are not cut."""
    rows = [("kind", "scope", "rule", "verdict", "severity", "title")]
    for rule in book.rules():
        state = "ignored" if rule.id in book.ignored else "off" if rule.id in book.off else rule.severity
        rows.append((rule.kind, rule.scope, rule.id, rule.verdict, state, printable(rule.title)))
    widths = [max(map(width_of, column)) for column in list(zip(*rows, strict=True))[:-1]]
    return "".join(
        "  ".join([*(pad(cell, wide) for cell, wide in zip(row, widths, strict=False)), row[-1]]) + "\n" for row in rows
    )


def examples_page(run: ExampleRun, book: RuleBook, width: int) -> str:
    """Return what failed among the examples of the rules, each with file and line, and a line that counts."""
    lines = [line for result in run.failures() for line in _failed(result, book, width)]
    for id in run.unfired:
        lines.append(f"{_place(book.rule(id))}: rule “{id}” is fired by none of its examples")
    failed, total = len(run.failures()), len(run.results)
    rules = len({result.rule for result in run.results})
    unfired = f" · never fired: {len(run.unfired)}" if run.unfired else ""
    examples = f"{counted(total, 'example')}: {total - failed} pass, {failed} fail"
    lines.append(f"{counted(rules, 'rule')} · {examples}{unfired}")
    return "\n".join(lines) + "\n"


def mutants_page(run: MutantRun, book: RuleBook) -> str:
    """Return the changes of rules that broke no example, each with file and line, and a line that counts."""
    lines = [
        f"{_place(book.rule(mutant.rule))}: {mutant.rule}: {mutant.change}, and no example breaks"
        for mutant in run.survivors
    ]
    broken = run.total - len(run.survivors)
    lines.append(f"{counted(run.total, 'change')} of rules tried: {broken} break an example ({run.score:.0%})")
    return "\n".join(lines) + "\n"


def _failed(result: ExampleResult, book: RuleBook, width: int) -> Iterator[str]:
    by = f" by {result.fired}" if result.fired else ""
    never = result.example.met(result.got, result.fired)
    got = "but the rule never fires" if never else f"got {result.got}{by}"
    place = _place(book.rule(result.rule))
    yield f"{place}: {result.rule}, example {result.index + 1}: expected {_expected(result.example)}, {got}"
    for text in result.example.shown():
        yield f"    – {head(printable(text), width - 6)}"


def _expected(example: Example) -> str:
    return f"{example.expect} by {example.by}" if example.by else example.expect


def _place(rule: Rule) -> str:
    return f"{rule.origin.path}:{rule.origin.line}"
