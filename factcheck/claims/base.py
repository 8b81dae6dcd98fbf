"""What every kind of claim has in common: the claim itself, and how the values of claims are measured."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

from ..lexicon import words
from ..models import Attribution, Frozen, Modifier, Span, Zone
from ..reading.clauses.nouns import people
from ..values.base import AnyValue
from ..values.calendar import DateMeasurements, compare_dates
from ..values.dates import Date
from ..values.quantity import Form, Modified, Quantity, QuantityMeasurements, compare, stated_in_base


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
    def approximation(self) -> Modified:
        """Return the class of the first approximator, "none" for a plain value."""
        return next((m.class_ for m in self.modifiers if m.type == "approximator" and m.class_), "none")


class ClaimMeasurements(Frozen):
    """What is measured of one claim of any kind: a closed vocabulary for rules of scope claim.

    `modifier` is the approximator before the value. A claim is `hedged` by "reportedly", `denied` by
    "not", and `attributed` where it is plain who says it.
    """

    zone: Zone
    modifier: Modified
    hedged: bool
    denied: bool
    attributed: bool

    @classmethod
    def of(cls, claim: Claim, **more: object) -> Self:
        """Return the measurements of a claim, with those that its kind adds."""
        told = {modifier.type for modifier in claim.modifiers}
        shared = {
            "zone": claim.zone,
            "modifier": claim.approximation,
            "hedged": "hedge" in told,
            "denied": "negation" in told,
            "attributed": claim.attribution is not None,
        }
        return cls.model_validate({**shared, **more})


class QuantityClaimMeasurements(ClaimMeasurements):
    """What is measured of one quantity.

    Also how its figure looks, and how many of its `digits` tell: 2 of 14, and 2 of 14,000.
    """

    form: Form
    digits: Decimal | None


def measure_claim(claim: Claim) -> ClaimMeasurements:
    """Return the measurements of one claim by itself."""
    return ClaimMeasurements.of(claim)


def measure_quantity(claim: Claim) -> QuantityClaimMeasurements:
    """Return the measurements of one claim whose value is a quantity."""
    if not isinstance(claim.value, Quantity):
        raise TypeError(f"{claim.kind} carries no quantity")
    return QuantityClaimMeasurements.of(claim, form=claim.value.form, digits=telling_digits(claim.value))


def telling_digits(value: Quantity) -> Decimal | None:
    """Return how many digits of a figure tell, noughts at its end left out; None for a range or a vague word."""
    stated = value.stated[0] if len(value.stated) == 1 else None
    return None if stated is None else Decimal(len(Decimal(stated).normalize().as_tuple().digits))


def measure_quantities(left: Claim, right: Claim) -> QuantityMeasurements:
    """Return the measurements between two claims whose values are quantities."""
    if not (isinstance(left.value, Quantity) and isinstance(right.value, Quantity)):
        raise TypeError(f"{left.kind} carries no quantity")
    approximations, counted = (left.approximation, right.approximation), left.kind == right.kind == "count"
    measured = compare(left.value, right.value, approximations, counted=counted)
    told = {"tally": is_tally(left) and is_tally(right), "ebbs": _ebbs(left) and _ebbs(right)}
    return measured.model_copy(update=told)


def is_tally(claim: Claim) -> bool:
    """Return whether a claim counts what is counted as it happens: victims, arrests."""
    return not words("tallies").isdisjoint((*claim.predicate, claim.subject or ""))


def _ebbs(claim: Claim) -> bool:
    """Return whether a claim counts people who are found or let go one after another, such as the missing."""
    named = claim.subject is None or claim.subject in people()
    return claim.kind == "count" and named and not words("ebbing_tallies").isdisjoint(claim.predicate)


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
