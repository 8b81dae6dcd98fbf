"""The schemas that others publish for our forms, as far as they are at hand.

`sarif-schema-2.1.0.json` in tests/reports/schemas is that of OASIS, release rtm.5, as @microsoft/jest-sarif
1.0.0-beta.0 ships it (npm, under the MIT licence). The others are not here: put them beside it, or name another folder
in FACTCHECK_SCHEMAS. `DiagnosticResult.json` is proto/rdf/jsonschema of github.com/reviewdog/reviewdog, and
`codeclimate.json` is app/validators/json_schemas of github.com/gitlabhq/gitlabhq. What we write of them is held against
`shapes` in any case.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker

FOLDER = Path(os.environ.get("FACTCHECK_SCHEMAS") or Path(__file__).parent / "schemas")


def schema_of(name: str) -> dict[str, Any]:
    """Return a published schema; the test is skipped where it is not at hand."""
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"{name} is not at hand; see {Path(__file__).name}")
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


def faults(schema: dict[str, Any], instance: object) -> list[str]:
    """Return what is wrong with an instance: at most a few of the places, each with its fault."""
    validator = Draft4Validator(schema, format_checker=FormatChecker())
    found = sorted(validator.iter_errors(instance), key=lambda error: list(map(str, error.absolute_path)))
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in found[:5]]
