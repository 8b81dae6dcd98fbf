"""Findings or claims -> JSON, one object a line, as the report contract has them."""

from __future__ import annotations

from collections.abc import Iterable

from ..claims.base import Claim
from .edition import Edition
from .json import dump, encode


def render(edition: Edition) -> str:
    """Return one finding a line, in the order of the report; an empty text when there are none."""
    return "".join(f"{encode(dump(finding))}\n" for finding in edition.report.findings)


def render_claims(claims: Iterable[Claim]) -> str:
    """Return one claim a line, each with the document it stands in."""
    return "".join(f"{encode(dump(claim))}\n" for claim in claims)
