"""The protocol of a kind: what a module of this package gives to be one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from ..values.base import Measurements
from ..values.quantity import QuantityMeasurements
from .base import (
    Claim,
    ClaimMeasurements,
    QuantityClaimMeasurements,
    display_quantity,
    measure_claim,
    measure_quantities,
    measure_quantity,
    sign_quantity,
)
from .passage import Passage


def itself(claim: Claim) -> tuple[Claim, ...]:
    """Return the claim alone: what most kinds offer for comparison."""
    return (claim,)


def nothing(*_: Claim) -> str:
    """Return no words: what most kinds have to put in a claim's place, and to show of a difference."""
    return ""


Reads = Literal["passage", "figures", "dates", "quotations", "story"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A claim kind: how its claims are read from a passage and measured against each other.

    Kinds read a sentence in ascending `order`; a figure read by one is no longer offered to the next.
    Most kinds read some sentences one after the other; those `in_turn` all read one sentence before the next, since
    one of them may leave out the noun that another has counted: "14 officers … Two rose in rank".
    A kind that `reads` figures, dates or quotations alone is not asked about a passage without any; one that reads
    the story is asked about none, for its claims are known once all articles are beside each other.
    `facets` gives what a claim offers for comparison: itself, and for "nine of those 14 officers"
    the count of 14 as well. `measure` is pure, and may differ when its arguments are swapped.
    `measure_claim` measures one claim by itself, and `correct` tells what it would have to say;
    `difference` shows how the words of two claims differ, where that is worth seeing.
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
    claim_measurements: type[ClaimMeasurements] = ClaimMeasurements
    measure_claim: Callable[[Claim], ClaimMeasurements] = measure_claim
    correct: Callable[[Claim], str] = nothing
    difference: Callable[[Claim, Claim], str] = nothing
    reads: Reads = "passage"
    in_turn: bool = False


def quantity_kind(
    name: str, order: int, extract: Callable[[Passage], Iterator[Claim]], *, reads: Reads = "figures"
) -> Kind:
    """Return a kind whose values are quantities, measured, printed and signed as all of them are."""
    return Kind(
        name,
        order,
        extract,
        QuantityMeasurements,
        measure_quantities,
        display_quantity,
        sign_quantity,
        claim_measurements=QuantityClaimMeasurements,
        measure_claim=measure_quantity,
        reads=reads,
        in_turn=True,
    )
