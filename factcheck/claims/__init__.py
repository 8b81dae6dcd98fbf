"""Claims of every kind: the kinds found in this package, and the stage that reads a document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ..models import Document, Span
from ..reading.befalling import may_befall
from ..reading.people import People, persons
from ..reading.triggers import may_claim
from ..text.clean import plain
from ..text.quotes import quotations
from ..text.sentences import sentences
from ..text.tokens import tokenise
from ..text.zones import Line, zones
from .base import Claim
from .kind import Kind
from .passage import Discourse, Passage


@cache
def kinds() -> dict[str, Kind]:
    """Return every kind by name, in the order in which they read; each module with a KIND is one."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    found = [module.KIND for module in modules if hasattr(module, "KIND")]
    return {kind.name: kind for kind in sorted(found, key=lambda kind: (kind.order, kind.name))}


def extract(document: Document) -> tuple[Claim, ...]:
    """Return the claims of a document by their place in the text."""
    text = plain(document.text)
    lines = _line_starts(text)
    layout = zones(text)
    people = People(persons(text, ((line.start, line.end) for line in layout if line.zone == "body")), text)
    discourse = Discourse(people=people)
    found: list[Claim] = []
    number = 0
    for line in layout:
        for passage in _passages(document, text, lines, line, number, discourse):
            number = passage.number
            for kind in kinds().values():
                found += kind.extract(passage)
    return tuple(sorted(found, key=lambda claim: (claim.start, claim.end, claim.kind)))


def _line_starts(text: str) -> tuple[int, ...]:
    """Return the offset at which each line of a text begins."""
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(starts)


def _passages(
    document: Document, text: str, lines: tuple[int, ...], line: Line, number: int, discourse: Discourse
) -> Iterator[Passage]:
    """Yield a passage for each sentence of a line that holds anything to claim."""
    spoken = quotations(text, line.start, line.end, document.text)
    for start, end in sentences(text, line.start, line.end):
        number += 1
        inside = tuple(quotation for quotation in spoken if start <= quotation.start < end)
        figured = may_claim(text, start, end)
        named = line.zone == "headline" or bool(discourse.people.within(start, end))
        if figured or inside or named or may_befall(text, start, end):
            span = Span(start=start, end=end)
            tokens = tokenise(text, start, end)
            yield Passage(document, text, lines, number, span, line.zone, tokens, inside, discourse, figured)
