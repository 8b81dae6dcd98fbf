"""The commands about rules: `explain`, `rules list` and `rules test`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from .check import rules_option
from .output import emit, screen_width

if TYPE_CHECKING:
    from ..judge.rules import Example, Rule, RuleBook

Judge = Callable[["Example"], tuple[str, str | None]]
_FINDING = re.compile(r"[0-9a-f]{8}")  # 7f3a91c2


@click.command()
@click.argument("id", metavar="RULE")
@rules_option
def explain(id: str, directories: tuple[Path, ...]) -> int:
    """Show a rule: when it holds, why, and its examples.

    The examples are judged anew, so that the page tells what the rule does and not what it should.
    """
    from ..judge.load import load_rules
    from .pages import rule_page

    book = load_rules(directories)
    rule = _named(book, id)
    judge = _judge(book)
    emit(rule_page(rule, book, [judge(example) for example in rule.examples], screen_width()))
    return 0


def _named(book: RuleBook, id: str) -> Rule:
    """Return the rule of an id. Raises UsageError with the nearest ids when there is none."""
    known = sorted(rule.id for rule in book.rules())
    if id in known:
        return book.rule(id)
    inside = [name for name in known if len(id) > 2 and id.lower() in name]
    near = inside[:3] or difflib.get_close_matches(id.lower(), known, n=3, cutoff=0.5)
    if near:
        advice = f"did you mean {' or '.join(f'“{name}”' for name in near)}?"
    elif _FINDING.fullmatch(id):
        advice = "for a finding, name the rule that stands beside its id"
    else:
        advice = "“factcheck rules list” shows them all"
    raise UsageError(f"there is no rule “{id}”; {advice}")


def _judge(book: RuleBook) -> Judge:
    """Return what judges an example by a rule book."""
    from .. import pipeline

    return partial(pipeline.judge_example, rules=book)


@click.group()
def rules() -> None:
    """List the rules, or test them by their own examples."""


@rules.command("list")
@rules_option
def list_rules(directories: tuple[Path, ...]) -> int:
    """Show every rule, kind by kind, in the order in which they are tried."""
    from ..judge.load import load_rules
    from .pages import rules_page

    emit(rules_page(load_rules(directories)))
    return 0


@rules.command("test")
@rules_option
def test_rules(directories: tuple[Path, ...]) -> int:
    """Judge the examples of every rule; exit 1 when one gets another verdict than it expects."""
    from ..judge.examples import run_examples
    from ..judge.load import load_rules
    from .pages import examples_page

    book = load_rules(directories)
    run = run_examples(book, _judge(book))
    emit(examples_page(run, book, screen_width()))
    return 0 if run.passed else 1
