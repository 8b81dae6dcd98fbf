"""Report -> one JSON object: the report contract, version 1."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError

from .edition import Edition

LIMITS = ("drafts", "since")  # parts of a report that leaves findings out
# Controls, marks of direction, line separators, halves of a pair: they steer a screen, or no bytes can hold them.
_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_COMMAND = "##["  # "##[error]": a runner of GitHub obeys it wherever it stands in a log


def render(edition: Edition) -> str:
    """Return the report as one JSON object, keys sorted: a line for each document, claim, fact and finding.

    What a report is limited to is there only where it is limited.
    """
    told = sorted((name, part) for name, part in dump(edition.report).items() if part or name not in LIMITS)
    return "{\n" + ",\n".join(f"{encode(name)}: {_lines(part)}" for name, part in told) + "\n}\n"


def _lines(plain: Any) -> str:
    """Return plain JSON types as text, a line for each element of a list."""
    return "[\n" + ",\n".join(map(encode, plain)) + "\n]" if plain and isinstance(plain, list) else encode(plain)


def dump(model: BaseModel) -> dict[str, Any]:
    """Return a model as plain JSON types, by the names of the contract.

    What is unknown about a value is absent, not null; everywhere else null stays.
    """
    try:
        text = model.model_dump_json(by_alias=True)  # and back: ten times as fast as Python's own types at once
    except PydanticSerializationError:  # half a surrogate pair, which UTF-8 cannot hold
        text = json.dumps(model.model_dump(mode="json", by_alias=True))
    plain: dict[str, Any] = json.loads(text, object_hook=_known)
    return plain


def encode(plain: object, *, indent: int | None = None, sort_keys: bool = True) -> str:
    """Return plain JSON types as text that keeps letters as they are; what steers a screen is written as its code.

    >>> encode(["naïve", "\\u202e12"])
    '["naïve", "\\\\u202e12"]'
    """
    text = json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=indent, sort_keys=sort_keys)
    inert = text.replace(_COMMAND, "##\\u005b")
    return _STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", inert)


def _known(plain: dict[str, Any]) -> dict[str, Any]:
    """Return an object without the nulls inside its `value`."""
    if "value" in plain:
        plain["value"] = _without_null(plain["value"])
    return plain


def _without_null(plain: Any) -> Any:
    """Return plain JSON types without nulls."""
    if isinstance(plain, dict):
        return {name: _without_null(part) for name, part in plain.items() if part is not None}
    return [_without_null(part) for part in plain] if isinstance(plain, list) else plain
