"""Outcomes without a number, and how two of them lie to each other in time."""

from __future__ import annotations

from functools import cache
from typing import Literal

from ..lexicon import table

OutcomeRelation = Literal["same", "excludes", "ends", "ended", "reverses", "none"]


@cache
def _pairs() -> dict[tuple[str, str], OutcomeRelation]:
    known: dict[tuple[str, str], OutcomeRelation] = {}
    for left, relation, right in table("status_pairs"):
        if relation == "ends":
            known[left, right], known[right, left] = "ends", "ended"
        else:
            known[left, right] = known[right, left] = "excludes" if relation == "excludes" else "reverses"
    return known


def relate_outcomes(left: str, right: str) -> OutcomeRelation:
    """Return how two outcomes of one subject lie to each other; "ends" where the left ends the right.

    >>> [relate_outcomes("died", other) for other in ("died", "critical", "unhurt", "arrested")]
    ['same', 'ends', 'excludes', 'none']
    """
    return "same" if left == right else _pairs().get((left, right), "none")
