"""The JSON Schema of the report, generated from the models that it is written from."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from ..claims import kinds
from ..findings import Report
from ..values.base import Value
from .json import LIMITS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


def report_schema() -> Schema:
    """Return the JSON Schema of a report, version 1.

    Whatever a report holds is required, null or not; in a claim's `value`, one of all value models by
    `type`, what is unknown is absent; so are drafts and `since` in a report that leaves nothing out.
    """
    kinds()  # each kind registers the values it carries
    values = dict(sorted(Value.registry.items()))
    schema = Report.model_json_schema(mode="serialization")
    places, shared = models_json_schema([(model, "serialization") for model in values.values()])
    refs: dict[str, str] = {name: places[(model, "serialization")]["$ref"] for name, model in values.items()}
    names = {ref.rsplit("/", 1)[-1] for ref in refs.values()}
    definitions: Schema = {
        name: _without_null(model) if name in names else _complete(model)
        for name, model in sorted({**schema["$defs"], **shared["$defs"]}.items())
        if name != Value.__name__
    }
    definitions["Claim"]["properties"]["value"] = _one_of(refs)
    told = {name: _not_null(field) if name in LIMITS else field for name, field in schema["properties"].items()}
    needed = [name for name in told if name not in LIMITS]
    return {**schema, "properties": told, "required": needed, "$schema": DIALECT, "$defs": definitions}


def _one_of(places: dict[str, str]) -> Schema:
    """Return a choice between definitions, told apart by `type`."""
    return {
        "oneOf": [{"$ref": place} for place in places.values()],
        "discriminator": {"propertyName": "type", "mapping": places},
        "title": "Value",
    }


def _complete(model: Schema) -> Schema:
    """Return the schema of a model with all its properties required: a report writes each of them."""
    return {**model, "required": list(model["properties"])}


def _without_null(model: Schema) -> Schema:
    """Return the schema of a value as it is written: what may be None is absent instead of null."""
    fields: Schema = model["properties"]
    return {
        **model,
        "properties": {name: _not_null(field) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if not _may_be_null(field)],
    }


def _may_be_null(field: Schema) -> bool:
    return {"type": "null"} in field.get("anyOf", ())


def _not_null(field: Schema) -> Schema:
    """Return the schema of a field without its null, and without a default of null."""
    if not _may_be_null(field):
        return field
    choices = [choice for choice in field["anyOf"] if choice != {"type": "null"}]
    rest = {name: part for name, part in field.items() if name not in ("anyOf", "default")}
    return {**rest, **choices[0]} if len(choices) == 1 else {**rest, "anyOf": choices}
