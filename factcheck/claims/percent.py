"""Shares: "52 per cent", "60% of voters", "two-thirds of staff", "one in five"; percentage points apart."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal

from ..lexicon import words
from ..reading.clauses.subjects import over_of, subject_after
from ..reading.figures import Figure
from ..reading.figures.topics import antecedent, past_bracket, topic_before
from ..values.quantity import Quantity, plain_decimal
from ..values.units import POINT, SHARE
from .base import (
    Claim,
)
from .kind import quantity_kind
from .passage import Passage

# One in five · 3 in every 10 · four-in-ten · three-out-of-ten
_RATIOS = frozenset((("in",), ("in", "every"), ("-", "in", "-"), ("-", "out", "-", "of", "-")))


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the percentages, fractions and ratios of a passage."""
    if len(passage.figures) > 1:
        yield from _ratios(passage)
    if ":" in passage.words:
        yield from _odds(passage)
    for figure in passage.free():
        share = figure.unit is not None and figure.unit.dimension in (SHARE, POINT.dimension)
        if (share or (figure.unit is None and _fraction_of(passage, figure))) and not _idiom(passage, figure):
            yield _claim(passage, figure, passage.quantity(figure, unit=None if share else "share"), figure.last)


def _idiom(passage: Passage, figure: Figure) -> bool:
    """Return whether a share tells no share: "a hundred percent sure", "half past nine"."""
    tokens, at = passage.tokens, figure.last
    after = tokens[at].lower if at < len(tokens) else ""
    whole = bool(figure.numerals) and figure.numerals[0].written and figure.numerals[0].value == 100
    return after == "past" or (whole and after in words("wholehearted"))


def _fraction_of(passage: Passage, figure: Figure) -> bool:
    """Return whether a figure is a fraction below one: half the board, two-thirds of voters."""
    return len(figure.numerals) == 1 and figure.numerals[0].fraction and figure.numerals[0].value < 1


def _claim(passage: Passage, figure: Figure, value: Quantity, last: int) -> Claim:
    """Return the claim of a share, its subject the noun behind "of" or before the verb."""
    last = max(last, figure.closes)
    at = over_of(passage.tokens, past_bracket(passage.tokens, last))
    whole = passage.starts.get(at)  # three quarters of the 600 staff
    of = subject_after(passage.tokens, whole.last if whole and at > last and whole.unit is None else at)
    told = antecedent(passage.tokens, figure.opens, last) or topic_before(passage.tokens, figure.opens)
    subject = of.noun if of else told
    return passage.claim(
        "percent",
        value,
        figure.opens,
        last,
        subject=subject,
        predicate=passage.predicate(figure.opens, of.last if of else last),
        modifiers=figure.modifiers,
    )


def _ratios(passage: Passage) -> Iterator[Claim]:
    """Yield "one in five" and "3 in every 10" as shares."""
    pairs = itertools.pairwise(list(passage.free()))
    for above, below in pairs:
        if passage.tokens.lowers[above.last : below.first] not in _RATIOS:
            continue
        plain = all(figure.unit is None and len(figure.numerals) == 1 for figure in (above, below))
        if not plain or not 0 < above.numerals[0].value < below.numerals[0].value:
            continue
        if below.numerals[0].ordinal or above.numerals[0].ordinal:
            continue
        share = above.numerals[0].value / below.numerals[0].value
        value = Quantity(
            stated=(plain_decimal(share),),
            low=plain_decimal(share),
            high=plain_decimal(share),
            literal=passage.text(above.first, below.last),
            unit="share",
        )
        yield _claim(passage, above, value, below.last)


def _odds(passage: Passage) -> Iterator[Claim]:
    """Yield what one side of "a 3:1 margin" is to the other."""
    tokens = passage.tokens
    for place in range(1, len(tokens) - 2):
        joined = (
            tokens[place].text == ":" and tokens[place - 1].end == tokens[place].start == tokens[place + 1].start - 1
        )
        if not joined or tokens[place + 2].lower not in words("ratio_nouns"):
            continue
        above, below = tokens[place - 1].text, tokens[place + 1].text
        if above.isdecimal() and below.isdecimal() and len(above + below) < 9 and int(below):
            share = plain_decimal(Decimal(above) / Decimal(below))
            literal = passage.text(place - 1, place + 2)
            value = Quantity(stated=(share,), low=share, high=share, literal=literal, unit="ratio")
            yield passage.claim(
                "percent", value, place - 1, place + 2, predicate=passage.predicate(place - 1, place + 2)
            )


KIND = quantity_kind("percent", 45, extract, reads="passage")
