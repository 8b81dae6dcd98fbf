"""The commands about rules: list them, test them, write a new one, print their schema."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import click

from ..errors import UsageError
from .output import emit, screen_width
from .settings import ON_RULES, Settings, book_of, settings_options

SCOPES = ("pair", "claim", "document", "fact")


@click.group()
def rules() -> None:
    """List rules, test them by their own examples, begin a new one."""


@rules.command("list")
@settings_options(*ON_RULES)
def list_rules(settings: Settings) -> int:
    """Show every rule, kind by kind, in the order in which they are tried."""
    from .pages import rules_page

    emit(rules_page(book_of(settings)))
    return 0


@rules.command("test")
@settings_options(*ON_RULES)
@click.option("--strict", is_flag=True, help="Fail too where a rule can be changed and no example breaks.")
def test_rules(settings: Settings, strict: bool) -> int:
    """Judge the examples of every rule, then change each rule and see whether an example breaks.

    A rule is changed by removing it, by dropping a condition and by moving a threshold. Exit code 1 where an
    example gets another verdict than it expects. With rules of your own, only those are changed.
    """
    from ..judge.examples import run_examples
    from ..judge.mutate import run_mutants
    from ..rehearsal import Rehearsal
    from .pages import examples_page, mutants_page

    book, stage = book_of(settings), Rehearsal()
    folders = [str(Path(folder)) for folder in settings["rules"].value]
    run = run_examples(book, partial(stage.judge, rules=book), folders=folders)
    emit(examples_page(run, book, screen_width()))
    if not run.passed:
        return 1
    mutants = run_mutants(book, stage.judge, stage.touches, folders=folders)
    emit(mutants_page(mutants, book))
    return int(strict and bool(mutants.survivors))


@rules.command("new")
@click.argument("kind")
@click.argument("id")
@click.option("--scope", type=click.Choice(SCOPES), default="pair", show_default=True, help="What the rule looks at.")
def new_rule(kind: str, id: str, scope: str) -> int:
    """Print a rule file to begin with: KIND of claim ("any" for all), ID of the new rule."""
    from ..claims import kinds
    from ..judge.conditions import measured, vocabularies
    from ..judge.rules import NO_FINDING
    from ..judge.stub import stub
    from ..located import unknown

    terms = vocabularies(kinds())
    asked = next(known for known in NO_FINDING if known == scope)
    able = sorted(name for name, scopes in terms.items() if scopes.get(asked))
    if kind not in able:
        raise UsageError(unknown("kind", kind, able, of=f"scope {scope}"))
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id):
        raise UsageError(f"“{id}” is no id; write lower-case words joined by hyphens")
    emit(stub(kind, id, asked, terms[kind][asked], measured(kinds())[kind][asked].__doc__ or ""))
    return 0


@rules.command("schema")
def schema() -> int:
    """Print the JSON Schema of rule files, by which an editor completes keys and values."""
    from ..claims import kinds
    from ..judge.conditions import vocabularies
    from ..judge.schema import rule_schema
    from ..reports.json import encode

    emit(encode(rule_schema(vocabularies(kinds())), indent=2) + "\n")
    return 0
