"""What every kind of claim has in common: the claim itself, and the protocol of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..lexicon import words
from ..models import Attribution, Frozen, Modifier, Span, Zone
from ..values.base import AnyValue, Measurements
from ..values.calendar import DateMeasurements, compare_dates
from ..values.dates import Date
from ..values.quantity import Quantity, QuantityMeasurements, compare, stated_in_base

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
    `display` prints the value as a table cell; claims of one `signature` tell the same, word for word
    or figure for figure (its part before "|" is the bare figure).
    """

    name: str
    order: int
    extract: Callable[[Passage], Iterator[Claim]]
    measurements: type[Measurements]
    measure: Callable[[Claim, Claim], Measurements]
    display: Callable[[Claim], str]
    signature: Callable[[Claim], str]
    facets: Callable[[Claim], tuple[Claim, ...]] = itself


def measure_quantities(left: Claim, right: Claim) -> QuantityMeasurements:
    """Return the measurements between two claims whose values are quantities."""
    if not (isinstance(left.value, Quantity) and isinstance(right.value, Quantity)):
        raise TypeError(f"{left.kind} carries no quantity")
    measured = compare(left.value, right.value, (left.approximation, right.approximation))
    return measured.model_copy(update={"tally": _is_tally(left) and _is_tally(right)})


def _is_tally(claim: Claim) -> bool:
    """Return whether a claim counts what is still being counted."""
    return not words("tallies").isdisjoint((*claim.predicate, claim.subject or ""))


def measure_dates(left: Claim, right: Claim) -> DateMeasurements:
    """Return the measurements between two claims whose values are dates or periods."""
    if not (isinstance(left.value, Date) and isinstance(right.value, Date)):
        raise TypeError(f"{left.kind} carries no date")
    return compare_dates(left.value, right.value, (left.approximation, right.approximation))


def display_quantity(claim: Claim) -> str:
    """Return a quantity as a table cell prints it: approximators, then the figure as printed."""
    literal = getattr(claim.value, "literal", claim.text)
    words = " ".join(m.canonical for m in claim.modifiers if m.type == "approximator")
    return f"{words} {literal}".strip()


def sign_quantity(claim: Claim) -> str:
    """Return figure and approximation of a quantity, in the base unit of what it measures."""
    value = claim.value
    if not isinstance(value, Quantity):
        raise TypeError(f"{claim.kind} carries no quantity")
    figure = " ".join(map(str, stated_in_base(value))) or value.literal.lower()
    return f"{figure}|{claim.approximation}|{value.direction or ''}"


def sign_date(claim: Claim) -> str:
    """Return the days of a date, or its words where it cannot be placed, and its edge."""
    value = claim.value
    if not isinstance(value, Date):
        raise TypeError(f"{claim.kind} carries no date")
    placed = value.timex or (f"{value.low}/{value.high}" if value.low or value.high else value.written)
    return f"{placed}|{claim.approximation}"
