"""Outcomes without a number: "Dame Cressida has resigned", "the gunman was not arrested", "the bill was rejected"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..reading.clauses.stance import stance_before
from ..reading.people.befalling import befallen
from ..reading.people.headlines import befallen_in_headline
from ..values.base import Measurements, Sides, Value
from ..values.outcomes import OutcomeRelation, relate_outcomes
from .base import Claim
from .kind import Kind
from .passage import Passage

Polarity = Literal["affirmed", "denied"]
_READERS = {"body": befallen, "headline": befallen_in_headline}  # by zone


class Status(Value):
    """What became of a subject, in one word of the lexicon, and whether it is denied."""

    type: Literal["status"] = "status"
    outcome: str
    polarity: Polarity = "affirmed"


class StatusMeasurements(Measurements):
    """What can be said of two outcomes of one subject; "ends" where the left one ends the right one."""

    outcome: OutcomeRelation
    polarity: Sides[Polarity]
    hedge: Sides[Literal["hedged", "none"]]


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the outcomes of a passage whose subject is known; the subject is the full name, or the noun."""
    if passage.zone not in _READERS:
        return
    for told in _READERS[passage.zone](passage.tokens, passage.discourse.people):
        start, end = passage.tokens[told.first].start, passage.tokens[told.last - 1].end
        hedges = (m for m in stance_before(passage.tokens, told.last - 1) if m.type == "hedge")
        value = Status(outcome=told.outcome, polarity="denied" if told.denied else "affirmed")
        yield passage.claim_at("status", value, start, end, subject=told.subject, modifiers=tuple(hedges))


def status_of(claim: Claim) -> Status:
    """Return the status that a claim carries."""
    if not isinstance(claim.value, Status):
        raise TypeError(f"{claim.kind} carries no status")
    return claim.value


def measure(left: Claim, right: Claim) -> StatusMeasurements:
    """Return the measurements between two outcomes."""
    one, other = status_of(left), status_of(right)
    return StatusMeasurements(
        outcome=relate_outcomes(one.outcome, other.outcome),
        polarity=Sides[Polarity](left=one.polarity, right=other.polarity),
        hedge=Sides[Literal["hedged", "none"]](left=_hedge(left), right=_hedge(right)),
    )


def _hedge(claim: Claim) -> Literal["hedged", "none"]:
    return "hedged" if any(modifier.type == "hedge" for modifier in claim.modifiers) else "none"


def display(claim: Claim) -> str:
    """Return the outcome as a table cell prints it."""
    value = status_of(claim)
    return f"not {value.outcome}" if value.polarity == "denied" else value.outcome


def sign(claim: Claim) -> str:
    """Return the outcome, and whether it is denied."""
    return display(claim)


KIND = Kind("status", 105, extract, StatusMeasurements, measure, display, sign)
