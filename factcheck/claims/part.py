"""Parts of a whole: "nine of those 14 officers", "two of the nine", "12 out of 40 schools"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from ..reading.clauses.subjects import subject_after
from ..reading.figures import Figure
from ..values.base import Measurements, Value
from ..values.interval import relate
from ..values.quantity import Quantity, compare
from .base import Claim, is_tally
from .kind import Kind
from .passage import Passage

# What may stand between the part and its whole.
_JOINTS = frozenset(
    {("of",), ("of", "the"), ("of", "those"), ("of", "these"), ("out", "of"), ("out", "of", "the"), ("of", "their"),
     ("of", "its"), ("of", "his"), ("of", "her"), ("of", "our"), ("of", "all"), ("among", "the"),
     ("out", "of", "those"), ("-", "of", "-")}
)  # fmt: skip


class Part(Value):
    """A part and its whole, two quantities with offsets of their own."""

    type: Literal["part"] = "part"
    part: Quantity
    whole: Quantity


class PartMeasurements(Measurements):
    """What can be said of two parts: how the parts and the wholes relate, each as quantities do.

    `growth` tells which part is the smaller, and a `tally` is counted as it happens, as of counts.
    """

    part: Literal["equal", "inside", "overlap", "disjoint", "incomparable"]
    whole: Literal["equal", "inside", "overlap", "disjoint", "incomparable"]
    share: Literal["equal", "different"]
    growth: Literal["left-smaller", "right-smaller", "unknown"] = "unknown"
    tally: bool = False


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the parts of a passage whose whole is a figure too."""
    for part, whole in itertools.pairwise(tuple(passage.free())) if len(passage.figures) > 1 else ():
        if (
            _single(part)
            and _single(whole)
            and passage.tokens.lowers[part.last : whole.opens] in _JOINTS
            and part.numerals[0].value <= whole.numerals[0].value
        ):
            yield _claim(passage, part, whole)


def _single(figure: Figure) -> bool:
    """Return whether a figure is one plain number without a unit."""
    return (
        figure.unit is None
        and len(figure.numerals) == 1
        and not (figure.numerals[0].ordinal or figure.numerals[0].fraction)
    )


def _claim(passage: Passage, part: Figure, whole: Figure) -> Claim:
    subject = subject_after(passage.tokens, whole.last)
    noun, last = (subject.noun, subject.last) if subject else (None, whole.last)
    if subject:
        passage.remember(subject)
    phrase = subject.phrase if subject else None
    value = Part(
        part=_placed(passage, part, phrase),
        whole=_placed(passage, whole, phrase),
    )
    predicate = passage.predicate(part.opens, last)
    return passage.claim("part", value, part.opens, last, subject=noun, predicate=predicate, modifiers=part.modifiers)


def _placed(passage: Passage, figure: Figure, noun: str | None) -> Quantity:
    """Return the quantity of one half with its offsets."""
    return passage.quantity(figure, counted=True, unit=noun, placed=True)


def _halves(claim: Claim) -> Part:
    if not isinstance(claim.value, Part):
        raise TypeError(f"{claim.kind} carries no part")
    return claim.value


def measure(left: Claim, right: Claim) -> PartMeasurements:
    """Return the measurements between two parts."""
    one, other = _halves(left), _halves(right)
    shares = [Decimal(p.part.stated[0]) / Decimal(p.whole.stated[0]) for p in (one, other) if p.whole.stated[0] != "0"]
    return PartMeasurements(
        part=relate(one.part.interval, other.part.interval),
        whole=relate(one.whole.interval, other.whole.interval),
        share="equal" if len(set(shares)) == 1 else "different",
        growth=compare(one.part, other.part, ("none", "none"), counted=True).growth,
        tally=is_tally(left) and is_tally(right),
    )


def display(claim: Claim) -> str:
    """Return "nine of 14" as a table cell prints it."""
    value = _halves(claim)
    return f"{value.part.literal} of {value.whole.literal}"


def facets(claim: Claim) -> tuple[Claim, ...]:
    """Return the part itself, and its whole as a count of the same noun."""
    whole = claim.model_copy(update={"kind": "count", "value": _halves(claim).whole, "modifiers": (), "predicate": ()})
    return (claim, whole)


def sign(claim: Claim) -> str:
    """Return part, whole and approximation."""
    value = _halves(claim)
    return f"{' '.join(value.part.stated)}/{' '.join(value.whole.stated)}|{claim.approximation}"


KIND = Kind("part", 30, extract, PartMeasurements, measure, display, sign, facets, reads="figures", in_turn=True)
