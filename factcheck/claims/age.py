"""Ages: "girl, 10", "a 10-year-old", "aged 89", "44 years old", "John Smith (37)", "she turned 60", "in her 40s"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from typing import Literal

from ..lexicon import words
from ..reading.clauses.nouns import people
from ..reading.figures import Figure
from ..reading.figures.ages import ages
from ..reading.figures.decades import decades_of_life
from ..reading.figures.reached import over_openers
from ..reading.people.persons import Beside, person_near
from ..reading.people.pronouns import person_meant
from ..values.precision import rounded
from ..values.quantity import Quantity, QuantityMeasurements
from .base import Claim, measure_quantities
from .kind import quantity_kind
from .passage import Passage

_ALONE = frozenset(("old", "olds"))  # what ends an age that stands for a person: the 17-year-old
_ARTICLES = frozenset(("the", "a", "his", "her", "their"))
_OPENINGS = frozenset((pronoun, verb) for pronoun in ("he", "she") for verb in ("was", "is"))
_IN_A_YEAR = {"year": 1, "month": 12, "week": 52, "day": 365}
LISTED = 2  # tokens between two ages of a list


class AgeMeasurements(QuantityMeasurements):
    """What can be said of two ages: also by how many years the right one is the older, to the thousandth.

    `whole_years` tells whether an age in months, or with a fraction, is one in whole years beside it: 18 months, 1.
    """

    years: Decimal | None = None
    whole_years: Literal["met", "broken", "unstated"] = "unstated"


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the ages of a passage; the subject is the person's name, or the noun for the person."""
    if passage.figures:
        yield from _stated(passage)
    if not passage.words.isdisjoint(words("owning_pronouns")):
        yield from _decades(passage)


def _stated(passage: Passage) -> Iterator[Claim]:
    """Yield the ages told in years."""
    told: tuple[int, str | None] = (-LISTED, None)
    done: tuple[str, ...] = ()
    ends = ages(passage.tokens, passage.figures, passage.discourse.people)
    for figure in tuple(passage.free()) if ends else ():
        last = ends.get(figure.first)
        if last is None:
            continue
        first = figure.opens - 1 if figure.opens and passage.tokens[figure.opens - 1].lower == "aged" else figure.opens
        unit = figure.unit.name if figure.unit else "year"
        value = passage.quantity(figure, counted=True, unit=unit)
        beside = person_near(passage.tokens, first, last, passage.discourse.people)
        person = _known(passage, beside) or _meant(passage, figure)
        if person is None and 0 < first - told[0] <= LISTED:  # boys aged 7, 9 and 11
            person = told[1]
        deeds = _deeds(passage, beside) if beside else _own(passage, figure.opens, last)
        if beside is None and 0 < first - told[0] <= LISTED:
            deeds = done
        told, done = (last, person), deeds
        yield passage.claim("age", value, first, last, subject=person, predicate=deeds, modifiers=figure.modifiers)


def _decades(passage: Passage) -> Iterator[Claim]:
    """Yield the ages told by their decade: "in his early 30s"."""
    for decade in decades_of_life(passage.tokens):
        value = Quantity(
            low=str(decade.youngest),
            high=str(decade.oldest),
            literal=passage.text(decade.first, decade.last),
            unit="year",
        )
        beside = person_near(passage.tokens, decade.first - 2, decade.last, passage.discourse.people)
        person, deeds = _known(passage, beside), _deeds(passage, beside)
        yield passage.claim("age", value, decade.first, decade.last, subject=person, predicate=deeds)


def _known(passage: Passage, beside: Beside | None) -> str | None:
    """Return the full name, in lower case, of a person whom the document names in full; others as they are."""
    if beside is None:
        return None
    name = passage.discourse.people.resolve(beside.person)
    if name is None or _named_after(passage, beside, name):
        return beside.person
    return _subject(name)


def _meant(passage: Passage, figure: Figure) -> str | None:
    """Return the full name, in lower case, of whom a sentence tells no more than "he was 57" to begin with."""
    if over_openers(passage.tokens, figure.opens - 1) != 1 or passage.tokens.lowers[:2] not in _OPENINGS:
        return None
    name = person_meant(passage.plain, passage.tokens[0].start, passage.discourse.people)
    return _subject(name) if name else None


def _subject(name: str) -> str:
    """Return a full name as the subject of an age."""
    return name.lower().rstrip(".")


def _named_after(passage: Passage, beside: Beside, name: str) -> bool:
    """Return whether a full name stands behind its last name in one sentence, as of another: Roe, 38, and Ana Roe."""
    behind = passage.tokens[beside.last].start if beside.last < len(passage.tokens) else passage.end
    return beside.person != name.lower() and passage.plain.find(name, behind, passage.end) >= 0


def _deeds(passage: Passage, beside: Beside | None) -> tuple[str, ...]:
    """Return what the person of an age did or suffered: "a 10-year-old girl was hurt", "Ana Roe, 36, was charged"."""
    if beside is None:
        return ()
    closed = beside.last < len(passage.tokens) and passage.tokens[beside.last].text in (",", ")")
    return passage.predicate(_apposed(passage, beside.first), beside.last + closed)


def _apposed(passage: Passage, first: int) -> int:
    """Return the place of the noun before a comma that a name and age explain: "found the victim, 28-year-old …"."""
    noun = first - 2
    apposed = noun > 0 and passage.tokens[first - 1].text == "," and passage.tokens[noun].lower in people()
    return noun if apposed and passage.tokens[noun - 1].lower in _ARTICLES else first


def _own(passage: Passage, first: int, last: int) -> tuple[str, ...]:
    """Return what a person told by the age alone did or suffered: "a 17-year-old was hurt"; not "he was 17"."""
    alone = passage.tokens[last - 1].lower in _ALONE and last - first > 1
    return passage.predicate(first, last) if alone else ()


def measure(left: Claim, right: Claim) -> AgeMeasurements:
    """Return the measurements between two ages; the right one may be the older."""
    shared = measure_quantities(left, right)
    one, other = _in_years(left), _in_years(right)
    hedged = left.approximation != "none" or right.approximation != "none"
    return AgeMeasurements.model_validate(
        {
            **dict(shared),
            "years": None if one is None or other is None else rounded(other - one, 3),
            "whole_years": "unstated" if hedged else _whole_years(one, other),
        }
    )


def _in_years(claim: Claim) -> Decimal | None:
    """Return an age in years, None where it is a range."""
    value = claim.value
    if not isinstance(value, Quantity) or len(value.stated) != 1:
        return None
    in_a_year = _IN_A_YEAR.get(value.unit or "")
    return Decimal(value.stated[0]) / in_a_year if in_a_year else None


def _whole_years(*ages: Decimal | None) -> Literal["met", "broken", "unstated"]:
    """Return whether the finer one of two ages is the other in whole years; people are so old up to a birthday."""
    told = [(age, age.to_integral_value(ROUND_FLOOR)) for age in ages if age is not None]
    coarse = [whole for age, whole in told if age == whole]
    fine = [whole for age, whole in told if age != whole]
    if len(coarse) != 1 or len(fine) != 1:
        return "unstated"
    return "met" if coarse == fine else "broken"


KIND = replace(
    quantity_kind("age", 20, extract, reads="passage"), measurements=AgeMeasurements, measure=measure, in_turn=False
)
