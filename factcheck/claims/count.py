"""Counts: "14 officers", "dozens of people", and elided ones: "two were found", "another resigned"."""

from __future__ import annotations

from collections.abc import Iterator

from ..lexicon import mapping
from ..reading.figures import Figure
from ..reading.predicates import lemma
from ..reading.subjects import Subject, subject_after
from ..values.quantity import Quantity, QuantityMeasurements
from .base import Claim, Kind, display_quantity, measure_quantities, sign_quantity
from .passage import Passage

ELISION_REACH = 3  # sentences over which a counted noun may be left out


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the counts of a passage; a "one" that neither counts a noun nor stands for one is none."""
    for figure in passage.free():
        if figure.unit is None and not (figure.numerals and figure.numerals[0].ordinal):
            claim = _counted(passage, figure)
            if claim:
                yield claim
    yield from _another(passage)


def _counted(passage: Passage, figure: Figure) -> Claim | None:
    """Return the claim of a figure without a unit, None where it counts nothing."""
    one = len(figure.numerals) == 1 and figure.numerals[0].value == 1
    subject = _subject(passage, figure, one=one)
    noun, last = (subject.noun, subject.last) if subject else (None, max(figure.last, figure.closes))
    if subject:
        passage.discourse.counted, passage.discourse.counted_in = noun, passage.number
    elif _verb_follows(passage, last) and not figure.vague:
        noun = _carried(passage)
    if noun is None and one and figure.numerals[0].written:
        return None
    value = passage.quantity(figure, counted=True, unit=subject.phrase if subject else noun)
    predicate = passage.predicate(figure.opens, last)
    return passage.claim(
        "count", value, figure.opens, last, subject=noun, predicate=predicate, modifiers=figure.modifiers
    )


def _subject(passage: Passage, figure: Figure, *, one: bool) -> Subject | None:
    """Return what a figure counts, over "of" and a second approximator's words."""
    tokens, at = passage.tokens, max(figure.last, figure.closes)
    if figure.vague and at < len(tokens) and tokens[at].lower == "of":
        at += 1
    while at < len(tokens) and tokens[at].lower in ("more", "other", "such", "additional", "further", "of", "the", "new"):
        at += 1
    return subject_after(tokens, at, one=one)


def _verb_follows(passage: Passage, at: int) -> bool:
    """Return whether a verb with a content of its own stands behind the figure: "two were found"."""
    tokens = passage.tokens
    while at < len(tokens) and tokens[at].lower in mapping("verbs") and lemma(tokens[at]) is None:
        at += 1
    return at < len(tokens) and lemma(tokens[at]) is not None


def _carried(passage: Passage) -> str | None:
    """Return the noun counted last, if that was not too long ago."""
    near = passage.number - passage.discourse.counted_in <= ELISION_REACH
    return passage.discourse.counted if near else None


def _another(passage: Passage) -> Iterator[Claim]:
    """Yield the single one of "another resigned", where a count before says of what."""
    for place, token in enumerate(passage.tokens):
        noun = _carried(passage)
        if token.lower == "another" and place not in passage.taken and noun and _verb_follows(passage, place + 1):
            value = Quantity(stated=("1",), low="1", high="1", literal=token.text, unit=noun)
            predicate = passage.predicate(place, place + 1)
            yield passage.claim("count", value, place, place + 1, subject=noun, predicate=predicate)


KIND = Kind("count", 90, extract, QuantityMeasurements, measure_quantities, display_quantity, sign_quantity)
