"""A figure that moves over time, as a drawing: its value against the day on which each article came out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...findings import Fact
from ..edition import Edition


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing."""


def timeline(edition: Edition, fact: Fact, standing: Mapping[str, str]) -> Timeline | None:
    """Return the drawing of a fact, None where its figures do not differ or were printed on one day."""
    return None
