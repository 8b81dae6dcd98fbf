"""A figure that moves over time, as a drawing: its value against the day on which each article came out.

Only figures in one unit are drawn, and only where both the figure and the day change. All places are whole numbers
in the units of the drawing, so that the same report is the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from ...claims.base import Claim
from ...findings import Fact
from ...values.quantity import Quantity
from ..edition import Edition
from .wording import day, head, readable, short_day

WIDTH, LEFT, RIGHT, TOP, BASE = 720, 90, 150, 6, 28  # the drawing, and what is left free around its plot
ROW, LEAST, MOST = 34, 70, 170  # height for each figure, and the least and most of all
LETTER, LINE = 7, 15  # about how wide a letter is, and how high a line
AIR = Decimal("0.12")  # of the range of figures that is left free above and below, where open ends lie
FEW = 12  # figures beyond which a drawing tells nothing


class Point(NamedTuple):
    """A figure as one source printed it on one day; `low` and `high` where the words around it widen it."""

    published: dt.date
    figure: Decimal
    source: str
    printed: str
    standing: str
    low: Decimal | None
    high: Decimal | None
    widened: bool


class Mark(NamedTuple):
    """A marker with its label, the ends of its bar where the figure is no point, and its sources where cut."""

    x: int
    y: int
    standing: str
    label: str
    label_x: int
    bar: tuple[int, int] | None
    tip: str


class Tick(NamedTuple):
    """A place on an axis with its label."""

    at: int
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing: axes, a line for each source that changes its figure, a marker for each figure and day."""

    title: str
    told: str
    height: int
    days: tuple[Tick, ...]
    figures: tuple[Tick, ...]
    lines: tuple[str, ...]
    marks: tuple[Mark, ...]


def timeline(edition: Edition, fact: Fact, standing: Mapping[str, str]) -> Timeline | None:
    """Return the drawing of a fact, None where its figures do not differ or were printed on one day."""
    points = sorted(set(_points(edition, fact, standing)), key=lambda point: point[:5])
    days, figures = {point.published for point in points}, {point.figure for point in points}
    if len(days) < 2 or not 2 <= len(figures) <= FEW:
        return None
    height = min(MOST, max(LEAST, ROW * len(figures))) + TOP + BASE
    edge = (max(figures) - min(figures)) * AIR
    scale = Scale(min(days), max(days), min(figures) - edge, max(figures) + edge, height)
    return Timeline(
        title=f"{readable(fact.label)}, by day of publication",
        told="; ".join(f"{day(point.published)}: {point.printed} ({point.source})" for point in points),
        height=height,
        days=tuple(_spread([Tick(scale.x(one), short_day(one)) for one in sorted(days)], 9 * LETTER)),
        figures=tuple(_spread([Tick(scale.y(one), _name(one)) for one in sorted(figures, reverse=True)], LINE)),
        lines=tuple(_lines(points, scale)),
        marks=tuple(_marks(points, scale)),
    )


class Scale(NamedTuple):
    """How days and figures lie in the plot."""

    first: dt.date
    last: dt.date
    low: Decimal
    high: Decimal
    height: int

    def x(self, published: dt.date) -> int:
        """Return where a day lies from the left."""
        return LEFT + (published - self.first).days * (WIDTH - LEFT - RIGHT) // (self.last - self.first).days

    def y(self, figure: Decimal) -> int:
        """Return where a figure lies from the top, at the edge where it is beyond those that were printed."""
        share = (min(max(figure, self.low), self.high) - self.low) / (self.high - self.low)
        return self.height - BASE - int(share * (self.height - TOP - BASE))


def _points(edition: Edition, fact: Fact, standing: Mapping[str, str]) -> Iterator[Point]:
    """Yield the figures of a fact that have a day; none where they are not all in one unit."""
    told = [(v.id, edition.claims[id]) for v in fact.variants for id in v.claims if id in edition.claims]
    units = {claim.value.unit for _, claim in told if isinstance(claim.value, Quantity)}
    for variant, claim in told if len(units) == 1 else ():
        document, figure = edition.documents.get(claim.document), _figure(claim)
        if document is None or document.published is None or figure is None:
            continue
        meant = claim.value.interval if isinstance(claim.value, Quantity) else None
        yield Point(
            document.published, figure, readable(document.source), readable(claim.text), standing.get(variant, ""),
            meant.low if meant else None, meant.high if meant else None, claim.approximation != "none",
        )  # fmt: skip


def _figure(claim: Claim) -> Decimal | None:
    """Return the one figure that a claim prints, None where there is none or it is no number."""
    if not isinstance(claim.value, Quantity) or len(claim.value.stated) != 1:
        return None
    try:
        figure = Decimal(claim.value.stated[0])
    except InvalidOperation:
        return None
    return figure if figure.is_finite() else None


def _name(figure: Decimal) -> str:
    """Return a figure as an axis names it.

    >>> _name(Decimal("23000000000")), _name(Decimal("1400")), _name(Decimal("3.50"))
    ('23bn', '1,400', '3.5')
    """
    for size, name in ((9, "bn"), (6, "m")):
        if abs(figure) >= 10**size:
            return f"{figure.scaleb(-size).normalize():,f}{name}"
    return f"{figure.normalize():,f}"


def _spread(ticks: list[Tick], gap: int) -> Iterator[Tick]:
    """Yield the first and the last tick, and of the others those that have room."""
    first, last = ticks[0], ticks[-1]
    done = first.at
    yield first
    for tick in ticks[1:-1]:
        if abs(tick.at - done) >= gap and abs(last.at - tick.at) >= gap:
            done = tick.at
            yield tick
    if abs(last.at - first.at) >= gap:
        yield last


def _lines(points: Sequence[Point], scale: Scale) -> Iterator[str]:
    """Yield the way of each source that printed its figure on several days."""
    told: dict[str, list[str]] = {}
    for point in points:
        told.setdefault(point.source, []).append(f"{scale.x(point.published)},{scale.y(point.figure)}")
    for way in told.values():
        if len(set(way)) > 1:
            yield " ".join(way)


def _marks(points: Sequence[Point], scale: Scale) -> Iterator[Mark]:
    """Yield a marker for each day and figure, named by its sources as far as there is room."""
    places: dict[tuple[int, int], list[Point]] = {}
    for point in points:
        places.setdefault((scale.x(point.published), scale.y(point.figure)), []).append(point)
    for (x, y), here in places.items():
        right = min((other for other, row in places if other > x and abs(row - y) < LINE), default=WIDTH)
        names = ", ".join(dict.fromkeys(point.source for point in here))
        wide = next((point for point in here if point.widened), None)
        label = _fitted(names, (right - x - 16) // LETTER)
        yield Mark(
            x, y, here[0].standing, label, x + 10, _bar(wide, scale) if wide else None, "" if label == names else names
        )


def _fitted(names: str, room: int) -> str:
    """Return names cut to some letters; nothing where there is no room for a name."""
    return head(names, room) if room > 3 else ""


def _bar(point: Point, scale: Scale) -> tuple[int, int]:
    """Return the ends of what a figure may be; an open end, and one beyond the plot, lies at its edge."""
    top = scale.y(scale.high if point.high is None else point.high)
    return top, scale.y(scale.low if point.low is None else point.low)
