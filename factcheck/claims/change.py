"""Changes: "rose 5%", "down 34 cents", "a 12% increase"; the direction kept, apart from levels ("rose to 5%")."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.figures import Figure
from ..reading.subjects import topic_before
from ..reading.phrases import changes
from ..values.units import POINT, SHARE
from ..values.quantity import QuantityMeasurements
from .base import Claim, Kind, display_quantity, measure_quantities, sign_quantity
from .passage import Passage


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the changes of a passage that are stated in percent, points or money."""
    for figure in passage.free():
        changing = figure.unit is not None and (figure.unit.is_currency or figure.unit.dimension in (SHARE, POINT.dimension))
        direction = _direction(passage, figure) if changing else None
        if direction is None:
            continue
        last = max(figure.last, figure.closes)
        yield passage.claim(
            "change",
            passage.quantity(figure).model_copy(update={"direction": direction}),
            figure.opens,
            last,
            subject=topic_before(passage.tokens, figure.opens),
            predicate=passage.predicate(figure.opens, last),
            modifiers=figure.modifiers,
        )


def _direction(passage: Passage, figure: Figure) -> str | None:
    """Return up or down where a word of change stands by the figure, None for a level."""
    tokens, at = passage.tokens, figure.opens - 1
    while at >= 0 and tokens[at].lower in ("by", "a", "an", "another", "further", "of"):
        at -= 1
    row = changes().get(tokens[at].lower) if at >= 0 else None
    if row and row[2] in ("before", "both"):
        return row[1]
    after = max(figure.last, figure.closes)
    row = changes().get(tokens[after].lower) if after < len(tokens) else None
    return row[1] if row and row[2] in ("after", "both") else None


KIND = Kind("change", 40, extract, QuantityMeasurements, measure_quantities, display_quantity, sign_quantity)
