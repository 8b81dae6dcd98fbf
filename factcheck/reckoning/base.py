"""The protocol of a reckoning: a figure of an article that follows from others of it, and how the two lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Literal, NamedTuple

from ..claims.base import Claim
from ..models import Document, Frozen
from ..values.interval import Interval, relate
from ..values.precision import rounded
from ..values.quantity import Modified, plain_decimal

Against = Literal[
    "birth", "calendar", "caption", "dates", "ends", "headline", "items", "parts", "percentage", "spelling"
]  # fmt: skip


class DocumentMeasurements(Frozen):
    """What is measured where a figure follows from others: a closed vocabulary for rules of scope document.

    `against` names the reckoning. `relation` compares the figure told with the one reckoned; `difference` is
    the distance between them, `gap` the same as a share of the larger, and `told` says whether the figure told
    lies above or below. `modifier` stands before it.
    """

    against: Against
    relation: Literal["equal", "inside", "overlap", "disjoint"]
    told: Literal["above", "below", "beside"]
    difference: Decimal | None
    gap: Decimal | None
    modifier: Modified


NOWHERE = ""  # the document of claims that stand in a title told apart from the text


class Article(NamedTuple):
    """One document and its claims, by their place in the text."""

    document: Document
    claims: tuple[Claim, ...]

    def sentences(self, *kinds: str) -> Iterator[tuple[Claim, ...]]:
        """Yield the claims of some kinds sentence by sentence, where a sentence has more than one."""
        for _, told in groupby(self.claims, key=lambda claim: (claim.sentence.start, claim.sentence.end)):
            found = tuple(claim for claim in told if claim.kind in kinds)
            if len(found) > 1:
                yield found

    def between(self, left: Claim, right: Claim) -> str:
        """Return the text between two claims on one line, in lower case; nothing where they touch or cross."""
        return " ".join(self.document.text[left.end : right.start].lower().split())

    def before(self, claim: Claim) -> str:
        """Return the word before a claim in its sentence, in lower case; nothing where the claim opens it."""
        return " ".join(self.document.text[claim.sentence.start : claim.start].lower().split()[-1:])

    def after(self, claim: Claim, length: int = 12) -> str:
        """Return what follows a claim, in lower case, on one line."""
        return " ".join(self.document.text[claim.end : claim.end + length].lower().split())


class Reckoned(NamedTuple):
    """A claim, the others that it follows from, how the two lie to each other, and the figure as it should be."""

    told: Claim
    others: tuple[Claim, ...]
    measurements: DocumentMeasurements
    figure: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """One way in which a figure of an article follows from others; `kinds` are those of the claim told."""

    name: Against
    kinds: frozenset[str]
    find: Callable[[Article], Iterator[Reckoned]]


def measured(against: Against, told: Claim, meant: Interval, reckoned: Interval) -> DocumentMeasurements:
    """Return the measurements between what a claim means and what follows from others, in one unit.

    The distance is that of the nearest ends, and none where the two have numbers in common.
    """
    above, below = _distance(reckoned, meant), _distance(meant, reckoned)
    difference = max(above, below)
    ends = [abs(end) for end in (*meant[:2], *reckoned[:2]) if end is not None]
    largest = max(ends, default=Decimal(0))
    return DocumentMeasurements(
        against=against,
        relation=relate(meant, reckoned),
        told="above" if above else "below" if below else "beside",
        difference=difference,
        gap=difference / largest if largest else Decimal(0),
        modifier=told.approximation,
    )


def _distance(lower: Interval, upper: Interval) -> Decimal:
    """Return how far the upper interval lies above the lower, zero where it does not."""
    return max(upper.low - lower.high, Decimal(0)) if upper.low is not None and lower.high is not None else Decimal(0)


def figure(number: Decimal) -> str:
    """Return a reckoned number as a person would print it.

    >>> figure(Decimal("64.2857")), figure(Decimal("1200"))
    ('64.3', '1,200')
    """
    shown = rounded(number, 1) if number != number.to_integral() else number
    whole, point, rest = plain_decimal(shown).partition(".")
    return f"{int(whole):,}{point}{rest}"
