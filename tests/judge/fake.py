"""A kind with one measurement of every form, and rule files for it."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from textwrap import dedent, indent
from typing import Literal

from factcheck.claims.base import ClaimMeasurements
from factcheck.claims.kind import Kind
from factcheck.values.base import Measurements, Sides

Modifier = Literal["none", "almost", "at-least"]


class FakeMeasurements(Measurements):
    literal: Literal["equal", "different"] = "equal"
    close_by: bool = False
    gap: Decimal | None = None
    modifier: Sides[Modifier] = Sides[Modifier](left="none", right="none")


def _unused(*_: object) -> object:
    raise AssertionError("rules are loaded without reading a claim")


def kind(name: str) -> Kind:
    """Return a kind of which only the measurements are used, whatever else a kind has."""
    rest = dict.fromkeys((field.name for field in fields(Kind)), _unused)
    return Kind(
        **(rest | {"name": name, "order": 1, "measurements": FakeMeasurements, "claim_measurements": ClaimMeasurements})
    )


def sides(left: str, right: str) -> FakeMeasurements:
    return FakeMeasurements(modifier=Sides[Modifier](left=left, right=right))


def rule(id: str, verdict: str = "discrepancy", /, **given: str) -> str:
    """Return one well-formed rule as YAML; a field given replaces its line, an empty one drops it."""
    other = "compatible" if verdict != "compatible" else "discrepancy"
    lines = {
        "id": id,
        "title": f"Title of {id}",
        "verdict": verdict,
        "severity": "warning",
        "message": '"{left.text} against {right.text}"',
        "why": "A reason.",
        "examples": f"\n  - {{left: Ten geese, right: Nine geese, expect: {verdict}}}"
        f"\n  - {{left: Ten geese, right: Ten geese, expect: {other}}}",
    }
    return "\n".join(f"{key}: {text}" for key, text in (lines | given).items() if text)


def file(*rules: str, kind: str = "fake", otherwise: str | None = None) -> str:
    """Return a rule file: the kind on line 1, the first rule from line 3."""
    listed = [indent(text, "    ").replace("    ", "  - ", 1) for text in rules]
    text = f"kind: {kind}\n" + ("rules:\n" + "\n".join(listed) + "\n" if rules else "")
    return text + (f"otherwise:\n{indent(otherwise, '  ')}\n" if otherwise else "")


def block(text: str) -> str:
    return dedent(text).lstrip("\n")
