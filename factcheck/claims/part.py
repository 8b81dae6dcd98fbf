"""Parts of a whole: "nine of those 14 officers", "two of the nine", "12 out of 40 schools", "of the 14, nine"."""

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


_DETERMINERS = frozenset((word,) for word in ("the", "those", "these", "its", "his", "her", "their", "our", "all"))


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
    for one, other in itertools.pairwise(tuple(passage.free())) if len(passage.figures) > 1 else ():
        if not (_single(one) and _single(other)):
            continue
        small = one.numerals[0].value <= other.numerals[0].value
        if small and passage.tokens.lowers[one.last : other.opens] in _JOINTS:
            yield _claim(passage, one, other)
        elif other.numerals[0].value <= one.numerals[0].value and _leads(passage, one, other):
            yield _claim(passage, other, one)


def _leads(passage: Passage, whole: Figure, part: Figure) -> bool:
    """Return whether a whole with its noun opens the clause of its part: "of the 14 officers, nine were promoted"."""
    tokens, opens = passage.tokens, whole.opens
    opens -= tokens.lowers[opens - 1 : opens] in _DETERMINERS
    counted = subject_after(tokens, whole.last)
    last = counted.last if counted else whole.last
    led = tokens.lowers[opens - 1 : opens] == ("of",) and (opens == 1 or tokens[opens - 2].kind == "mark")
    beside = tokens.lowers[last : part.opens] == (",",) and subject_after(tokens, part.last) is None
    return led and beside and tokens.lowers[part.last : part.last + 1] != ("of",)


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
    first, last = min(part.opens, whole.opens), max(part.last, last)
    predicate = passage.predicate(part.opens, last if part.opens < whole.opens else part.last)
    return passage.claim("part", value, first, last, subject=noun, predicate=predicate, modifiers=part.modifiers)


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
