"""How often something happens, told without a figure: once a week, at least twice a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...lexicon import mapping, words
from ...text.tokens import Token
from ...values.units import TIME
from ..numerals.form import Numeral
from ..numerals.units import Printed
from .approximation import modifiers_before
from .figure import Figure
from .rates import rate_after


def frequencies(tokens: Sequence[Token]) -> Iterator[tuple[Figure, Printed]]:
    """Yield the figure behind each once and twice of a rate over time, and the rate.

    "Twice a year ago" dates, and "once a month had passed" is a clause.
    """
    for at, token in enumerate(tokens):
        times = mapping("frequencies").get(token.lower)
        rate = rate_after(tokens, at + 1) if times else None
        if times and rate and rate.unit.dimension == TIME and not _goes_on(tokens, rate.last):
            opens, modifiers = modifiers_before(tokens, at, ranged=False)
            numeral = Numeral(at, at + 1, Decimal(times), Decimal(1), written=True)
            yield Figure(opens, at, at + 1, (numeral,), None, modifiers, None, at + 1), rate


def _goes_on(tokens: Sequence[Token], last: int) -> bool:
    """Return whether a time goes on as a noun or a subject: once a week of rain, once a month had passed."""
    word = tokens[last].lower if last < len(tokens) else ""
    return word in ("of", "'s", "apart") or word in words("helping_words") or word in mapping("verbs")
