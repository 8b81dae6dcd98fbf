"""What every kind of claim has in common: the claim itself, and the protocol of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..models import Attribution, Frozen, Modifier, Span, Zone
from ..values.base import AnyValue, Measurements
from ..values.base import Sides as Sides

if TYPE_CHECKING:
    from .passage import Passage


class Claim(Frozen):
    """One checkable statement in one document.

    Offsets are Unicode code points of the document's text, half-open; `line` and `column` count
    from 1. `subject` is the canonical noun that is counted, dated or measured, None if unknown;
    `predicate` holds the lemmas of what it did or suffered.
    """

    id: str
    document: str
    kind: str
    text: str
    start: int
    end: int
    line: int
    column: int
    sentence: Span
    zone: Zone
    subject: str | None
    predicate: tuple[str, ...]
    value: AnyValue
    modifiers: tuple[Modifier, ...] = ()
    attribution: Attribution | None = None

    @property
    def approximation(self) -> str:
        """Return the class of the first approximator, "none" for a plain value."""
        return next((m.class_ for m in self.modifiers if m.type == "approximator" and m.class_), "none")


def itself(claim: Claim) -> tuple[Claim, ...]:
    """Return the claim alone: what most kinds offer for comparison."""
    return (claim,)


@dataclass(frozen=True, slots=True)
class Kind:
    """A claim kind: how its claims are read from a passage and measured against each other.

    Kinds read a sentence in ascending `order`; a figure read by one is no longer offered to the next.
    `facets` gives what a claim offers for comparison: itself, and for "nine of those 14 officers"
    the count of 14 as well. `measure` is pure, and may differ when its arguments are swapped.
    `display` prints the value as a table cell.
    """

    name: str
    order: int
    extract: Callable[[Passage], Iterator[Claim]]
    measurements: type[Measurements]
    measure: Callable[[Claim, Claim], Measurements]
    display: Callable[[Claim], str]
    facets: Callable[[Claim], tuple[Claim, ...]] = itself
