"""The JSON formats against the contract and against the schema generated from the models."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from factcheck.claims import kinds
from factcheck.claims.part import Part
from factcheck.findings import Failure, Report
from factcheck.reports import jsonl
from factcheck.reports import render as render_form
from factcheck.reports.edition import edition_of
from factcheck.reports.json import dump
from factcheck.reports.schema import report_schema
from factcheck.values.base import Value
from factcheck.values.quantity import Quantity

from .stories import ferry


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return report_schema()


@pytest.fixture
def told() -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(render(ferry()[0]))
    return plain


def render(told: Report, form: str = "json") -> str:
    return render_form(form, edition_of(told, ()))


def refused(schema: dict[str, Any], plain: dict[str, Any]) -> bool:
    return not jsonschema.Draft202012Validator(schema).is_valid(plain)


def test_schema_is_a_schema(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_schema_takes_a_report(schema: dict[str, Any], told: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema).validate(told)


def test_schema_refuses_what_is_no_report(schema: dict[str, Any], told: dict[str, Any]) -> None:
    assert refused(schema, {**told, "surprise": 1})
    assert refused(schema, {name: part for name, part in told.items() if name != "failures"})
    assert refused(schema, {**told, "version": 2})


@pytest.mark.parametrize(
    "value",
    [
        pytest.param({"type": "quantity", "literal": "12"}, id="incomplete"),
        pytest.param({"type": "surprise", "literal": "12"}, id="unknown-type"),
        pytest.param({"literal": "12"}, id="no-type"),
    ],
)
def test_schema_refuses_a_wrong_value(schema: dict[str, Any], told: dict[str, Any], value: dict[str, Any]) -> None:
    told["claims"][0]["value"] = value
    assert refused(schema, told)


def test_schema_refuses_null_inside_a_value(schema: dict[str, Any], told: dict[str, Any]) -> None:
    told["claims"][0]["value"]["high"] = None
    assert refused(schema, told)


def test_schema_knows_every_value(schema: dict[str, Any]) -> None:
    kinds()
    choice = schema["$defs"]["Claim"]["properties"]["value"]
    assert set(choice["discriminator"]["mapping"]) == set(Value.registry)
    assert len(choice["oneOf"]) == len(Value.registry)
    assert all(ref["$ref"].rsplit("/", 1)[-1] in schema["$defs"] for ref in choice["oneOf"])


def test_unknown_is_absent_in_values_and_null_elsewhere(told: dict[str, Any]) -> None:
    first = told["claims"][0]
    assert "high" not in first["value"]
    assert "direction" not in first["value"]
    assert first["attribution"] is None
    assert told["findings"][0]["decision"] is None
    assert told["documents"][0]["published"] is None


def test_unknown_is_absent_in_quantities_inside_a_value() -> None:
    claim = ferry()[0].claims[0]
    half = Quantity(literal="nine", start=3, end=7)
    plain = dump(claim.model_copy(update={"value": Part(part=half, whole=half)}))
    assert None not in plain["value"]["part"].values()
    assert plain["value"]["part"]["start"] == 3


def test_json_is_sorted_readable_and_reads_back() -> None:
    told, _ = ferry()
    softer = told.model_copy(update={"failures": (Failure(document="café.txt", stage="read", message="“x”"),)})
    text = render(softer)
    assert text.endswith("}\n")
    assert "café" in text
    plain = json.loads(text)
    assert list(plain) == sorted(plain)
    assert Report.model_validate(plain) == softer


def test_jsonl_is_one_finding_a_line() -> None:
    told, _ = ferry()
    assert [json.loads(line) for line in render(told, "jsonl").splitlines()] == [dump(f) for f in told.findings]
    assert render(told.model_copy(update={"findings": ()}), "jsonl") == ""


def test_jsonl_is_one_claim_a_line_with_its_document() -> None:
    told, _ = ferry()
    lines = [json.loads(line) for line in jsonl.render_claims(told.claims).splitlines()]
    assert [line["document"] for line in lines] == [claim.document for claim in told.claims]
