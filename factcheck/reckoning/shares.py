"""A part of a whole and its percentage, side by side: "nine of the 14 officers, or 64%"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ..claims.base import Claim
from ..claims.part import Part
from ..values.interval import Interval
from ..values.quantity import Quantity
from ..values.units import SHARE, by_name
from .base import Article, Reckoned, Reckoning, figure, measured

HUNDRED = Decimal(100)
JOINED = frozenset((", or", "or", "(", "– or", "- or", ", or about", ", that is,"))


def find(article: Article) -> Iterator[Reckoned]:
    """Yield the percentages that stand beside the part they are of, whichever comes first."""
    for left, right in pairwise(claim for claim in article.claims if claim.kind in ("part", "percent")):
        if left.kind == right.kind or left.sentence != right.sentence or article.between(left, right) not in JOINED:
            continue
        if article.after(right).startswith("of "):  # 9 of 14, or 64% of the force
            continue
        part, percent = (left, right) if left.kind == "part" else (right, left)
        meant, share = _percentage(percent), _share(part)
        if meant and share:
            printed = figure(_exact(part) * HUNDRED) + "%"
            yield Reckoned(percent, (part,), measured("percentage", percent, meant, share), printed)


def _percentage(claim: Claim) -> Interval | None:
    """Return what a percentage means, None for a fraction or percentage points."""
    unit = by_name(claim.value.unit or "") if isinstance(claim.value, Quantity) else None
    percent = unit is not None and unit.dimension == SHARE and unit.name == "%"
    return claim.value.interval if percent and isinstance(claim.value, Quantity) else None


def _exact(claim: Claim) -> Decimal:
    """Return the share of a part as its two figures are printed."""
    value = claim.value
    return Decimal(value.part.stated[0]) / Decimal(value.whole.stated[0]) if isinstance(value, Part) else Decimal(0)


def _share(claim: Claim) -> Interval | None:
    """Return the percentages that a part and its whole can make, None where either has an open end."""
    if not isinstance(claim.value, Part):
        return None
    part, whole = claim.value.part.interval, claim.value.whole.interval
    if part.low is None or part.high is None or not whole.low or not whole.high:
        return None
    return Interval(part.low / whole.high * HUNDRED, part.high / whole.low * HUNDRED)


RECKONING = Reckoning("percentage", frozenset(("percent",)), find)
