"""Report -> one JSON object: the report contract, version 1."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import BaseModel

from .edition import Edition

LIMITS = ("drafts", "since")  # parts of a report that leaves findings out
# Controls, marks of direction, line separators, halves of a pair: they steer a screen, or no bytes can hold them.
_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_COMMAND = "##["  # "##[error]": a runner of GitHub obeys it wherever it stands in a log


def render(edition: Edition) -> str:
    """Return the report as one JSON object, keys sorted, with a line break at its end.

    What a report is limited to is there only where it is limited.
    """
    plain = dump(edition.report)
    told = {name: part for name, part in plain.items() if part or name not in LIMITS}
    return encode(told, indent=2) + "\n"


def dump(model: BaseModel) -> dict[str, Any]:
    """Return a model as plain JSON types, by the names of the contract.

    What is unknown about a value is absent, not null; everywhere else null stays.
    """
    plain: dict[str, Any] = _known(model.model_dump(mode="json", by_alias=True))
    return plain


def encode(plain: object, *, indent: int | None = None, sort_keys: bool = True) -> str:
    """Return plain JSON types as text that keeps letters as they are; what steers a screen is written as its code.

    >>> encode(["naïve", "\\u202e12"])
    '["naïve", "\\\\u202e12"]'
    """
    text = json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=indent, sort_keys=sort_keys)
    inert = text.replace(_COMMAND, "##\\u005b")
    return _STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", inert)


def _known(plain: Any, *, inside_value: bool = False) -> Any:
    """Return plain JSON types without the nulls inside any `value`."""
    if isinstance(plain, dict):
        return {
            name: _known(part, inside_value=inside_value or name == "value")
            for name, part in plain.items()
            if not (inside_value and part is None)
        }
    if isinstance(plain, list):
        return [_known(part, inside_value=inside_value) for part in plain]
    return plain
