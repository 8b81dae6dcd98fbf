"""What the HTML report shows, as plain values: every word chosen, made readable and cut; no markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .timeline import Timeline


class Piece(NamedTuple):
    """Some words of a claim, and whether they are those that another source does not have."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """A claim in its surroundings, with all that is known about who says it and what was read.

    `lead` and `trail` are what stands around its sentence, `before` and `after` the rest of the sentence itself.
    """

    anchor: str
    lead: str
    before: str
    words: tuple[Piece, ...]
    after: str
    trail: str
    source: str
    day: str  # of publication, empty where unknown
    draft: bool  # whether it stands in what was held against the others
    place: str
    speaker: str
    read_as: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One variant: what it says, how it stands among the others, and where it is printed."""

    says: tuple[Piece, ...]
    standing: str  # majority, outlier, apart, along; empty where there is nothing to tell
    support: str
    spelt: tuple[Quoted, ...]
    more: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One finding of a judgement: its anchor, its message where the passages do not tell as much, its evidence."""

    anchor: str
    message: str
    evidence: tuple[str, ...]
    decision: str
    reason: str
    command: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one rule says about a fact: its title, why, and each finding."""

    rule: str
    title: str
    source: str
    verdict: str
    severity: str
    why: str
    said: tuple[Said, ...]
    help: str  # where the rule itself is told, empty where it is not known


@dataclass(frozen=True, slots=True)
class Card:
    """A fact, or one article's own slip, with its variants and what the rules say about them."""

    anchor: str
    label: str
    verdict: str
    severity: str
    kind: str
    rules: str  # ids, with spaces between
    sources: str  # numbers, with spaces between
    tellings: tuple[Telling, ...]
    judgements: tuple[Judgement, ...]
    timeline: Timeline | None = None


class Saying(NamedTuple):
    """What one cell says of one variant, and the anchor of the passage that says so."""

    anchor: str
    words: tuple[Piece, ...]
    standing: str


class Row(NamedTuple):
    """One fact of the matrix: a cell for each source."""

    anchor: str
    label: str
    verdict: str
    severity: str
    cells: tuple[tuple[Saying, ...], ...]


class Single(NamedTuple):
    """A fact that one source tells."""

    label: str
    display: str
    kind: str


class Alone(NamedTuple):
    """A source, its number, and the facts of a story that only it tells."""

    source: str
    number: str
    facts: tuple[Single, ...]


class Teller(NamedTuple):
    """A source at the head of its column, and when it told: the day of its article, or how many it has."""

    name: str
    when: str
    draft: bool


class Article(NamedTuple):
    """A document of a story."""

    source: str
    title: str
    day: str
    place: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story: its articles, its matrix, and its facts by what is to be said about them."""

    anchor: str
    name: str
    headline: str
    articles: tuple[Article, ...]
    sources: tuple[Teller, ...]
    differing: tuple[Row, ...]
    agreeing: tuple[Row, ...]
    cards: tuple[Card, ...]
    compatible: tuple[Card, ...]
    agreed: tuple[Card, ...]
    dismissed: tuple[Card, ...]
    alone: tuple[Alone, ...]
    single: int
    unlisted: int
    errors: int
    warnings: int
    infos: int

    @property
    def title(self) -> str:
        """Return what a reader knows the story by: its first headline, else its name."""
        return self.headline or self.name or "Articles"


class Choice(NamedTuple):
    """One word that the report may be filtered by, and how many facts it leaves."""

    value: str
    facts: int


class Filter(NamedTuple):
    """What facts may be filtered by, and its choices."""

    name: str
    choices: tuple[Choice, ...]


class Help(NamedTuple):
    """A rule as the end of the page tells it; examples as their texts and the verdict expected."""

    anchor: str
    id: str
    title: str
    kind: str
    verdict: str
    severity: str
    why: str
    source: str
    examples: tuple[tuple[tuple[str, ...], str], ...]


class Failed(NamedTuple):
    """What could not be done."""

    document: str
    stage: str
    message: str


class Tally(NamedTuple):
    """A figure of the header: how many, of what, and the filter that shows them."""

    number: str
    noun: str
    style: str
    filter: str


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report."""

    title: str
    checked: str
    sources: str
    exit_code: int
    outcome: str
    tallies: tuple[Tally, ...]
    failures: tuple[Failed, ...]
    stories: tuple[Story, ...]
    filters: tuple[Filter, ...]
    rules: tuple[Help, ...]
