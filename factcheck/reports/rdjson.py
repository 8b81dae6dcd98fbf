"""Report -> diagnostics of reviewdog, which puts them beside the changes on many services.

Columns are bytes of UTF-8, and the end is behind the last of them, as its schema has it.
"""

from __future__ import annotations

from typing import Any

from .annotations import Annotation, annotated, said_by, tidy
from .edition import Edition
from .json import encode
from .position import Position, Region

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(edition: Edition) -> str:
    """Return a JSON object with a diagnostic for each failure and finding, gravest first."""
    told = [_diagnostic(edition, annotation) for annotation in annotated(edition)]
    return encode({"source": {"name": "factcheck"}, "diagnostics": told}, indent=2) + "\n"


def _diagnostic(edition: Edition, annotation: Annotation) -> dict[str, Any]:
    others = [
        {"message": said_by(edition, claim), "location": _location(edition.region(claim))}
        for claim in annotation.claims[1:]
    ]
    return {
        "message": annotation.text(),
        "location": _location(annotation.place),
        "severity": SEVERITIES[annotation.severity],
        "code": {"value": annotation.check},
        **({"related_locations": others} if others else {}),
    }


def _location(region: Region) -> dict[str, Any]:
    """Return a place in a file: of an article of a .jsonl file the file, without its text the line."""
    path = {"path": tidy(region.path)}
    if region.start and region.end:
        return {**path, "range": {"start": _position(region.start), "end": _position(region.end)}}
    return {**path, "range": {"start": {"line": region.line}}} if region.line else path


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.column_utf8}
