"""Money: "£1.2m", "200 million euros", "a $300m contract"; the currency kept, the scale applied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..lexicon import words_of
from ..reading.clauses.subjects import subject_after
from ..reading.figures.topics import paid_for, priced_before, worth_of
from ..values.units import by_name
from .base import Claim, sign_quantity
from .kind import quantity_kind
from .passage import Passage


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the amounts of money of a passage."""
    for figure in passage.free():
        if figure.unit is not None and figure.unit.is_currency:
            last = max(figure.last, figure.closes)
            bought = paid_for(passage.tokens, figure.opens, last)
            noun = bought or worth_of(passage.tokens, last) or subject_after(passage.tokens, last, one=True)
            spent = noun is not None and noun.noun not in words_of("weekdays", "months")  # paid $3 million Tuesday
            subject = noun.noun if noun and spent else priced_before(passage.tokens, figure.opens)
            yield passage.claim(
                "money",
                passage.quantity(figure),
                figure.opens,
                last,
                subject=subject,
                predicate=("buy",) if bought else passage.predicate(figure.opens, last),
                modifiers=figure.modifiers,
            )


def sign(claim: Claim) -> str:
    """Return figure, approximation and currency of an amount: £340m and €340m are not told alike."""
    unit = by_name(getattr(claim.value, "unit", None) or "")
    return f"{sign_quantity(claim)}|{unit.dimension if unit else ''}"


KIND = replace(quantity_kind("money", 50, extract), signature=sign)
