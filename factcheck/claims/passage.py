"""One sentence of one document, as the kinds see it: tokens, figures not yet claimed, and context."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..models import Attribution, Document, Modifier, Span, Zone, content_id
from ..reading.clauses.predicates import predicate_of
from ..reading.clauses.stance import stance_before
from ..reading.clauses.subjects import Subject
from ..reading.dates import Dated, dates
from ..reading.figures import Figure, figures
from ..reading.figures.changes import Direction, course_of
from ..reading.people.named import NOBODY, People
from ..text.quotes import Quotation
from ..text.tokens import Tokens
from ..values.base import Value
from ..values.dates import Expression
from ..values.quantity import Quantity, plain_decimal
from .base import Claim

ELISION_REACH = 3  # sentences over which a counted noun may be left out


@dataclass(slots=True)
class Discourse:
    """What a document has said so far: the noun last counted and in which sentence, the last speaker, the dates.

    `people` are the persons of the whole document; `told` is what has been told of them up to here.
    """

    people: People = NOBODY
    counted: str | None = None
    phrase: str | None = None  # the noun with the words before it
    counted_in: int = -99
    speaker: str | None = None
    speaks: str | None = None  # the pronoun that the last speaker takes, None where either may do
    speaker_at: int = 0  # where that speaker was last told
    searched: dict[str, int] = field(default_factory=dict)  # up to where somebody was looked for, by pronoun
    said: Attribution | None = None  # of the quotation before
    said_until: int = -1  # where that quotation ends
    dates: list[tuple[int, Expression]] = field(default_factory=list)  # with the offsets where they begin
    told: set[tuple[str, ...]] = field(default_factory=set)


@dataclass(slots=True)
class Passage:
    """A sentence on its way through the kinds; `taken` marks the tokens that a claim has used."""

    document: Document
    plain: str
    lines: Sequence[int]
    number: int
    start: int  # and end: half-open offsets of the sentence
    end: int
    zone: Zone
    tokens: Tokens
    quotations: tuple[Quotation, ...]
    discourse: Discourse
    figured: bool = True  # whether a figure or a date may stand in it
    figures: tuple[Figure, ...] = ()
    dates: tuple[Dated, ...] = ()
    taken: set[int] = field(default_factory=set)
    starts: dict[int, Figure] = field(default_factory=dict)  # figures by their first token
    words: frozenset[str] = frozenset()  # and marks, in lower case: whether a search of the tokens is worth while
    spoken: int = 0  # where the noun last counted in this sentence ends
    done: tuple[str, ...] = ()  # what was done by or to it
    holds: set[str] = field(default_factory=set)  # what kinds may read of it
    span: Span | None = None  # of the sentence, which all of its claims share

    def __post_init__(self) -> None:
        self.words = self.tokens.words
        self.holds.add("passage")
        if self.quotations:
            self.holds.add("quotations")

    def read_figures(self) -> None:
        """Find the figures."""
        self.figures = figures(self.tokens) if self.figured else ()
        if self.figures:
            self.starts = {figure.first: figure for figure in self.figures}
            self.holds.add("figures")

    def read_dates(self) -> None:
        """Find the dates, and tell the document's discourse of them."""
        self.dates = dates(self.tokens) if self.figured else ()
        if self.dates:
            self.discourse.dates += [(self.tokens[dated.first].start, dated.written) for dated in self.dates]
            self.holds.add("dates")

    def free(self) -> Iterator[Figure]:
        """Yield the figures that no claim has used yet."""
        for figure in self.figures:
            if not self.taken or self.taken.isdisjoint(range(figure.first, figure.last)):
                yield figure

    def remember(self, subject: Subject) -> None:
        """Keep a counted noun for figures that leave theirs out."""
        self.discourse.counted, self.discourse.phrase = subject.noun, subject.phrase
        self.discourse.counted_in, self.spoken = self.number, subject.last

    def carried(self) -> str | None:
        """Return the noun counted last, if that was not too long ago"""
        near = self.number - self.discourse.counted_in <= ELISION_REACH
        return self.discourse.counted if near else None

    def take(self, first: int, last: int) -> None:
        """Mark a half-open range of tokens as used."""
        self.taken.update(range(first, last))

    def text(self, first: int, last: int) -> str:
        """Return the document's own text of a half-open range of tokens."""
        return self.document.text[self.tokens[first].start : self.tokens[last - 1].end]

    def quantity(
        self, figure: Figure, *, counted: bool = False, unit: str | None = None, placed: bool = False
    ) -> Quantity:
        """Return the value of a figure, with its offsets if `placed`; `unit` replaces the printed one."""
        meant = figure.interval(counted=counted)
        return Quantity.trusting(
            type="quantity",
            stated=tuple([plain_decimal(numeral.value) for numeral in figure.numerals]),
            low=None if meant.low is None else plain_decimal(meant.low),
            high=None if meant.high is None else plain_decimal(meant.high),
            low_closed=meant.low_closed,
            high_closed=meant.high_closed,
            literal=self.text(figure.first, figure.last),
            unit=unit or (figure.unit.name if figure.unit else None),
            direction=self._direction(figure),
            start=self.tokens[figure.first].start if placed else None,
            end=self.tokens[figure.last - 1].end if placed else None,
        )

    def _direction(self, figure: Figure) -> Direction | None:
        """Return where a figure moved that is a level reached, "rose to 41", or an amount led by "by"."""
        course = None if figure.moved else course_of(self.tokens, figure.opens, len(self.tokens))
        return course.direction if course and (course.level or course.led) else None

    def predicate(self, first: int, last: int) -> tuple[str, ...]:
        """Return the lemmas of the verbs that govern a range of tokens."""
        return predicate_of(self.tokens, first, last)

    def claim(
        self,
        kind: str,
        value: Value,
        first: int,
        last: int,
        *,
        subject: str | None = None,
        predicate: tuple[str, ...] = (),
        modifiers: tuple[Modifier, ...] = (),
        attribution: Attribution | None = None,
    ) -> Claim:
        """Return a claim over a half-open range of tokens, and mark them as used."""
        self.take(first, last)
        modifiers = (*modifiers, *stance_before(self.tokens, first))
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return self.claim_at(
            kind,
            value,
            start,
            end,
            subject=subject,
            predicate=predicate,
            modifiers=modifiers,
            attribution=attribution,
        )

    def claim_at(
        self,
        kind: str,
        value: Value,
        start: int,
        end: int,
        *,
        subject: str | None = None,
        predicate: tuple[str, ...] = (),
        modifiers: tuple[Modifier, ...] = (),
        attribution: Attribution | None = None,
    ) -> Claim:
        """Return a claim over half-open offsets of the document."""
        line = bisect_right(self.lines, start)
        self.span = self.span or Span(start=self.start, end=self.end)
        return Claim.trusting(
            id="c" + content_id(self.document.id, kind, str(start), str(end), length=12),
            document=self.document.id,
            kind=kind,
            text=self.document.text[start:end],
            start=start,
            end=end,
            line=line,
            column=start - self.lines[line - 1] + 1,
            sentence=self.span,
            zone=self.zone,
            subject=subject,
            predicate=predicate,
            value=value,
            modifiers=modifiers,
            attribution=attribution,
        )
