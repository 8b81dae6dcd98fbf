"""Claims of every kind: the kinds found in this package, and the stage that reads a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import chain, islice
from operator import attrgetter
from pkgutil import iter_modules
from typing import Protocol

from ..models import Document
from ..reading.people.befalling import may_befall
from ..reading.people.named import People, persons
from ..reading.triggers import may_claim
from ..text.casing import readable
from ..text.quotes import quotations_of
from ..text.sentences import sentences
from ..text.tokens import tokenise
from ..text.zones import Line, zones
from .base import Claim
from .kind import Kind
from .passage import Discourse, Passage

BATCH = 32  # sentences that are read together


@cache
def kinds() -> dict[str, Kind]:
    """Return every kind by name, in the order in which they read; each module with a KIND is one."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    found = [module.KIND for module in modules if hasattr(module, "KIND")]
    return {kind.name: kind for kind in sorted(found, key=lambda kind: (kind.order, kind.name))}


@cache
def _turns() -> tuple[tuple[Kind, ...], ...]:
    """Return the kinds in their order, those together that read sentence by sentence in turn."""
    found: list[tuple[Kind, ...]] = []
    for kind in kinds().values():
        if kind.in_turn and found and found[-1][0].in_turn:
            found[-1] = (*found[-1], kind)
        else:
            found.append((kind,))
    return tuple(found)


def extract(document: Document) -> tuple[Claim, ...]:
    """Return the claims of a document by their place in the text."""
    return tuple(sorted(_read(document), key=lambda claim: (claim.start, claim.end, claim.kind)))


class Told(Protocol):
    """What a document is known to tell once all articles of its story are: from which offset on, and as which claim."""

    @property
    def start(self) -> int:
        """Return the offset of its first code point."""
        ...

    def claim(self, passage: Passage) -> Claim:
        """Return its claim, of the passage that it stands in."""
        ...


def extract_told(document: Document, told: Iterable[Told]) -> tuple[Claim, ...]:
    """Return the claims of a document that are known once all articles of its story are: names, wordings."""
    text = readable(document.text)
    lines = _line_starts(text)
    left = sorted(told, key=attrgetter("start"))
    found = []
    for line in zones(text):
        inside = [each for each in left if line.start <= each.start < line.end]
        for start, end in sentences(text, line.start, line.end) if inside else ():
            passage = Passage(
                document, text, lines, 0, start, end, line.zone, tokenise(""), (), Discourse(), figured=False
            )
            found += [each.claim(passage) for each in inside if start <= each.start < end]
    return tuple(found)


def _read(document: Document) -> list[Claim]:
    """Return the claims of a document, some sentences at a time: a reader that stays at its work is faster."""
    text = readable(document.text)
    lines = _line_starts(text)
    layout = zones(text)
    people = People(persons(text, ((line.start, line.end) for line in layout if line.zone == "body")), text)
    discourse = Discourse(people=people)
    passages = _passages(document, text, lines, layout, discourse)
    found: list[Claim] = []
    while batch := tuple(islice(passages, BATCH)):
        for passage in batch:
            passage.read_figures()
        for passage in batch:
            passage.read_dates()
        found += chain.from_iterable(_asked(batch))
    return found


def _asked(batch: Sequence[Passage]) -> Iterator[Iterator[Claim]]:
    """Yield what each kind reads of each passage that holds what it reads, in the order in which they read."""
    for turn in _turns():
        if len(turn) == 1:
            kind, *_ = turn
            yield from map(kind.extract, [passage for passage in batch if kind.reads in passage.holds])
        else:
            yield from (kind.extract(each) for each in batch for kind in turn if kind.reads in each.holds)


def _line_starts(text: str) -> tuple[int, ...]:
    """Return the offset at which each line of a text begins."""
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(starts)


def _passages(
    document: Document, text: str, lines: tuple[int, ...], layout: Sequence[Line], discourse: Discourse
) -> Iterator[Passage]:
    """Yield a passage for each sentence that holds anything to claim; those that close a line without do not count."""
    reached = 0
    quoted = quotations_of(text, [(line.start, line.end) for line in layout], document.text)
    for line, spoken in zip(layout, quoted, strict=True):
        headline = line.zone == "headline"
        opens = [quotation.start for quotation in spoken]
        for number, (start, end) in enumerate(sentences(text, line.start, line.end), reached + 1):
            inside = tuple(spoken[bisect_left(opens, start) : bisect_left(opens, end)]) if spoken else ()
            figured = may_claim(text, start, end)
            named = headline or bool(discourse.people.within(start, end))
            if figured or inside or named or may_befall(text, start, end):
                reached, tokens = number, tokenise(text, start, end)
                yield Passage(document, text, lines, number, start, end, line.zone, tokens, inside, discourse, figured)
