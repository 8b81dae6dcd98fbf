"""The JSON Schema of rule files: it is the shipped one, takes the shipped rules and refuses what loading refuses."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from factcheck.claims import kinds
from factcheck.judge.conditions import vocabularies
from factcheck.judge.schema import rule_schema
from factcheck.judge.stub import stub
from factcheck.judge.yaml12 import read

RULES = Path(__file__).parents[2] / "rules"
PAGES = sorted(RULES.glob("*.yaml"))
Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return rule_schema(vocabularies(kinds()))


def plain(path: Path) -> dict[str, Any]:
    """Return a rule file as an editor sees it, a day as text."""
    loaded: dict[str, Any] = json.loads(json.dumps(yaml.safe_load(path.read_text("utf-8")), default=str))
    return loaded


def test_the_shipped_schema_is_not_stale(schema: dict[str, Any]) -> None:
    shipped = json.loads((RULES / "schema.json").read_text("utf-8"))
    assert shipped == schema, "run: factcheck rules schema > rules/schema.json"


def test_it_is_a_schema(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", PAGES, ids=[path.name for path in PAGES])
def test_it_takes_the_shipped_rules(schema: dict[str, Any], path: Path) -> None:
    jsonschema.Draft202012Validator(schema).validate(plain(path))


REFUSED: dict[str, Change] = {
    "unknown-key": lambda page: page["rules"][0].update(mesage="x"),
    "unknown-measurement": lambda page: page["rules"][0]["when"].update(relaton="equal"),
    "unknown-word": lambda page: page["rules"][0]["when"].update(literal="equall"),
    "number-as-word": lambda page: page["rules"][0]["when"].update(gap=1),
    "unknown-scope": lambda page: page["rules"][0].update(scope="sentence"),
    "measurement-of-pairs": lambda page: page["rules"][0].update(scope="claim"),
    "optional-pair": lambda page: page["rules"][0].update(optional=True),
    "no-why": lambda page: page["rules"][0].pop("why"),
    "silent-pair": lambda page: page["rules"][0]["examples"][0].update(expect="silent"),
    "otherwise-when": lambda page: page["otherwise"].update(when={"literal": "equal"}),
    "kind": lambda page: page.update(kind="counts"),
    "any-pair": lambda page: page.update(kind="any"),
}


@pytest.mark.parametrize("change", REFUSED.values(), ids=REFUSED)
def test_it_refuses_what_loading_refuses(schema: dict[str, Any], change: Change) -> None:
    page = copy.deepcopy(plain(RULES / "count.yaml"))
    change(page)
    assert not jsonschema.Draft202012Validator(schema).is_valid(page)


STUBS = [(kind, scope) for kind, scopes in vocabularies(kinds()).items() for scope, terms in scopes.items() if terms]


@pytest.mark.parametrize(("kind", "scope"), STUBS)
def test_a_stub_is_well_formed(schema: dict[str, Any], kind: str, scope: Any) -> None:
    text = stub(kind, "mine", scope, vocabularies(kinds())[kind][scope])
    located = read("stub.yaml", text.encode())
    assert located.problems == []
    jsonschema.Draft202012Validator(schema).validate(yaml.safe_load(text))
