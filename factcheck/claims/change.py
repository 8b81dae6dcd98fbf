"""Changes: "rose 5%", "down 34 cents", "a 12% increase", "rose from 5% to 7%"; apart from levels ("rose to 5%")."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Literal

from ..lexicon import table
from ..reading.clauses.subjects import Subject, subject_after
from ..reading.figures import Figure
from ..reading.figures.changes import Course, course_of
from ..reading.figures.idioms import counts_by_hyphen
from ..reading.figures.topics import topic_before
from ..reading.phrases import changes
from ..text.tokens import Tokens
from ..values.precision import printed
from ..values.quantity import Quantity, QuantityMeasurements, plain_decimal
from ..values.units import POINT, SHARE, by_name
from .base import (
    Claim,
    QuantityClaimMeasurements,
    display_quantity,
    measure_quantities,
    measure_quantity,
    sign_quantity,
)
from .kind import Kind
from .passage import Passage

POINTS = "point"  # of an index
_POINTS = frozenset((POINTS, f"{POINTS}s"))


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the changes of a passage that are stated in percent, points or money, or by both ends.

    A second figure for the same change shares its direction: "lost 190 points, or 0.6%".
    """
    if passage.words.isdisjoint(_POINTS) and not any(figure.unit or figure.moved for figure in passage.figures):
        return
    told: tuple[int, Course] | None = None
    for figure in passage.free():
        closes = max(figure.last, figure.closes)
        counted = _counted(passage.tokens, closes) if figure.unit is None else None
        course = course_of(passage.tokens, figure.opens, closes)
        if course is None and counted and counted.noun == POINTS:  # 12 points lower
            course = course_of(passage.tokens, figure.opens, counted.last)
        if course is None and told and _joined(passage, told[0], figure.opens):
            course = told[1]
        if course is None and figure.single and _signed(passage, figure):
            course = Course("down", False, False)
        told = (counted.last if counted else closes, course) if course and not course.level else None
        if figure.moved or (course and not course.level and _changing(figure, counted)):
            yield _claim(passage, figure, counted, None if figure.moved else course)


def _counted(tokens: Tokens, at: int) -> Subject | None:
    """Return what a figure counts, the points of a hyphen among it: a 10-point drop."""
    if tokens.lowers[at : at + 2] == ("-", POINTS) and counts_by_hyphen(tokens, at):
        return Subject(POINTS, (), at + 2)
    return subject_after(tokens, at)


def _joined(passage: Passage, last: int, opens: int) -> bool:
    """Return whether two figures tell one change: a comma and "or", or a bracket, between them."""
    between = passage.tokens.lowers[last:opens]
    return between in ((",", "or"), ("or",), ("(",))


def _signed(passage: Passage, figure: Figure) -> bool:
    """Return whether a share stands behind an index with a minus: "CAC -1.7%"."""
    share = figure.unit is not None and figure.unit.dimension == SHARE and figure.numerals[0].value < 0
    before = passage.tokens[figure.first - 1] if figure.first else None
    return share and before is not None and (before.capital or before.kind == "number")


def _changing(figure: Figure, counted: Subject | None) -> bool:
    """Return whether a figure is of a sort that states a change by itself."""
    if figure.unit is None:
        return counted is not None and counted.noun == POINTS
    return figure.unit.is_currency or figure.unit.dimension in (SHARE, POINT.dimension) or figure.unit.is_rate


def _claim(passage: Passage, figure: Figure, counted: Subject | None, course: Course | None) -> Claim:
    """Return the claim of a change; one told by both ends says its direction by them."""
    last = counted.last if counted else max(figure.last, figure.closes)
    if counted:
        passage.remember(counted)
    value = passage.quantity(figure, unit=counted.phrase if counted else None)
    if course:
        value = value.model_copy(update={"direction": course.direction})
    return passage.claim(
        "change",
        value,
        figure.opens,
        last,
        subject=topic_before(passage.tokens, figure.opens),
        predicate=_named_before(passage, figure) or passage.predicate(figure.opens, last),
        modifiers=figure.modifiers,
    )


def _named_before(passage: Passage, figure: Figure) -> tuple[str, ...]:
    """Return the noun of change that leads two ends: "an increase from 40 to 50 for the fallen"."""
    before = passage.tokens[figure.opens - 1].lower if figure.opens else ""
    leads = passage.tokens[figure.opens].lower == "from" and figure.opens > 1 and before in changes()
    return (before,) if leads and passage.tokens[figure.opens - 2].lower in ("a", "an", "the") else ()


@cache
def _tolls() -> frozenset[str]:
    """Return the nouns that count something else: toll, turnout."""
    return frozenset(state for state, _, place in table("states") if place == "before")


def facets(claim: Claim) -> tuple[Claim, ...]:
    """Return the change itself, and for one told by both ends the level that it reached.

    A toll counts the dead, not tolls: "the toll rose from 12 to 14" is 14 of whom the predicate tells.
    """
    value = claim.value
    if not isinstance(value, Quantity) or len(value.stated) != 2:
        return (claim,)
    unit = by_name(value.unit or "")
    reached = Decimal(value.stated[1])
    meant = printed(reached, counted=unit is None)
    kind = (
        "count"
        if unit is None
        else "money"
        if unit.is_currency
        else "percent"
        if unit.dimension == SHARE
        else "measure"
    )
    level = Quantity(
        stated=(value.stated[1],),
        low=None if meant.low is None else plain_decimal(meant.low),
        high=None if meant.high is None else plain_decimal(meant.high),
        low_closed=meant.low_closed,
        high_closed=meant.high_closed,
        literal=value.literal.rpartition(" to ")[2],
        unit=value.unit,
    )
    subject = None if claim.subject in _tolls() else claim.subject
    return (claim, claim.model_copy(update={"kind": kind, "value": level, "modifiers": (), "subject": subject}))


class ChangeClaimMeasurements(QuantityClaimMeasurements):
    """What is measured of one change: also whether its two ends lie as its verb says, "fell from 5 to 7" does not."""

    course: Literal["fits", "reversed", "unstated"]


def measure_claim(claim: Claim) -> ChangeClaimMeasurements:
    """Return the measurements of one change by itself."""
    value = claim.value
    if not isinstance(value, Quantity):
        raise TypeError(f"{claim.kind} carries no quantity")
    told = dict(measure_quantity(claim))
    return ChangeClaimMeasurements.model_validate({**told, "course": _course(claim, value)})


def _course(claim: Claim, value: Quantity) -> Literal["fits", "reversed", "unstated"]:
    """Return how the ends of "from 5% to 7%" lie to the one verb of change that governs them."""
    told = {row[1] for row in (changes().get(lemma) for lemma in claim.predicate) if row}
    ends = [Decimal(number) for number in value.stated]
    if len(told) != 1 or len(ends) != 2 or ends[0] == ends[1] or not claim.text.lower().startswith("from "):
        return "unstated"
    return "fits" if told == {"up" if ends[0] < ends[1] else "down"} else "reversed"


KIND = Kind("change", 40, extract, QuantityMeasurements, measure_quantities, display_quantity, sign_quantity, facets,
            ChangeClaimMeasurements, measure_claim, reads="figures", in_turn=True)  # fmt: skip
