"""What a report has to tell, in order of weight, before any markup: cases, and boards of facts by source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..claims.base import Claim
from ..findings import RANK, Fact, Finding
from ..settings.forms import SEVERITIES
from .edition import Edition, copied

A_SIDE = 2  # claims that are spelt out of one variant


@dataclass(frozen=True, slots=True)
class Side:
    """The claims of one variant that are spelt out, how many more there are, and who copied, if so."""

    claims: tuple[Claim, ...]
    more: int
    copied: str = ""


class Told(NamedTuple):
    """A claim that is spelt out, the number of its side, and the words that it is held against."""

    claim: Claim
    side: int
    other: str


@dataclass(frozen=True, slots=True)
class Case:
    """A fact with its findings, the gravest first, and the sides that they name.

    Without a fact it is one finding on one article by itself.
    """

    fact: Fact | None
    findings: tuple[Finding, ...]
    sides: tuple[Side, ...]

    @property
    def label(self) -> str:
        """Return what the case is about."""
        if self.fact:
            return self.fact.label
        return f"“{self.sides[0].claims[0].text}”" if self.sides else ""

    @property
    def key(self) -> str:
        """Return the id of the fact, or that of the finding."""
        return self.fact.id if self.fact else self.findings[0].id

    @property
    def verdict(self) -> str:
        """Return the gravest verdict."""
        return self.findings[0].verdict

    @property
    def worst(self) -> tuple[Finding, ...]:
        """Return the findings of the gravest verdict."""
        return tuple(finding for finding in self.findings if finding.verdict == self.verdict)

    def rules(self) -> dict[tuple[str, str], list[str]]:
        """Return the ids of the findings by rule and severity."""
        rules: dict[tuple[str, str], list[str]] = {}
        for finding in self.findings:
            rules.setdefault((finding.rule, finding.severity), []).append(finding.id)
        return rules

    def reasons(self) -> list[str]:
        """Return why, each reason once: of each rule, and what else the gravest finding rests on."""
        alone = [finding.message for finding in self.worst if finding.fact is None]
        rules = [(finding.why or (finding.message,))[0] for finding in self.worst]
        return list(dict.fromkeys([*alone, *rules, *self.findings[0].why[1:]]))

    def told(self) -> Iterator[Told]:
        """Yield the claims that are spelt out: each side is held against the first, and that against the second."""
        for number, side in enumerate(self.sides):
            other = self.sides[1 if number == 0 and len(self.sides) > 1 else 0].claims[0].text
            for claim in side.claims:
                yield Told(claim, number, other)


@dataclass(frozen=True, slots=True)
class Board:
    """The facts × sources of one story: facts that are told twice, the gravest first, and those told once."""

    story: str
    sources: tuple[str, ...]
    facts: tuple[Fact, ...]
    single: tuple[Fact, ...]


def cases(edition: Edition) -> list[Case]:
    """Return what is to be spelt out, gravest first, then by place; what was dismissed is left out."""
    facts = edition.facts
    found: dict[str, list[Finding]] = {}
    for finding in sorted(edition.shown(), key=gravity):
        if finding.decision != "dismiss" and (finding.fact is None or finding.fact in facts):
            found.setdefault(finding.fact or finding.id, []).append(finding)
    ordered = sorted(found, key=lambda key: weight(edition, found[key][0]))
    return [Case(facts.get(key), tuple(found[key]), _sides(edition, facts.get(key), found[key])) for key in ordered]


def weight(edition: Edition, finding: Finding) -> tuple[tuple[int, int], int, tuple[int, int, int], str]:
    """Return what findings are ordered by for a reader: how grave, how many sources tell the fact, where it stands."""
    fact = edition.facts.get(finding.fact or "")
    sources = fact.sources if fact else ()
    places = [edition.at(edition.claims[id]) for id in finding.claims if id in edition.claims]
    return gravity(finding)[:2], -len(sources), min(places, default=(0, 0, 0)), finding.fact or finding.id


def gravity(finding: Finding) -> tuple[int, int, str, str]:
    """Return what findings are sorted by: verdict, severity, rule."""
    return -RANK[finding.verdict], SEVERITIES.index(finding.severity), finding.rule, finding.id


def _sides(edition: Edition, fact: Fact | None, findings: Sequence[Finding]) -> tuple[Side, ...]:
    """Return the variants that the findings name, the one that most of them name first, before it that of a draft.

    Where no variants are named, each claim stands for itself.
    """
    named = [claim.id for finding in findings for claim in edition.told(finding)]
    variants = {variant.id: variant for variant in (fact.variants if fact else ())}
    sides = []
    uses = Counter(id for finding in findings for id in finding.variants if id in variants)
    for id, _ in uses.most_common():
        held = [claim for claim in variants[id].claims if claim in edition.claims]
        rest = sorted(held, key=lambda id: edition.at(edition.claims[id]))
        ordered = dict.fromkeys([*(claim for claim in named if claim in held), *rest])
        if claims := [edition.claims[id] for id in ordered]:
            chosen = _chosen(claims)
            sides.append(Side(chosen, len(claims) - len(chosen), copied(variants[id])))
    sides.sort(key=lambda side: all(claim.document not in edition.drafts for claim in side.claims))
    return tuple(sides) or tuple(Side((edition.claims[id],), 0) for id in dict.fromkeys(named))


def _chosen(claims: list[Claim]) -> tuple[Claim, ...]:
    """Return the claims to spell out: the first, and where there is one, that of another document."""
    elsewhere = [claim for claim in claims[1:] if claim.document != claims[0].document]
    return (claims[0], *(elsewhere + claims[1:])[: A_SIDE - 1])


def boards(edition: Edition) -> Iterator[Board]:
    """Yield the board of each story, in the order of their first documents."""
    facts: dict[str, list[Fact]] = {}
    sources: dict[str, list[str]] = {}
    for document in edition.report.documents:
        facts.setdefault(document.story, [])
        sources.setdefault(document.story, []).append(document.source)
    for fact in edition.report.facts:
        facts.setdefault(fact.story, []).append(fact)
    for story, found in facts.items():
        told = [fact for fact in found if fact.verdict != "single_source"]
        told.sort(key=lambda fact: (-RANK[fact.verdict], first_place(edition, fact), fact.id))
        tellers = {source for fact in told for source in fact.sources}
        named = dict.fromkeys([*sources.get(story, ()), *sorted(tellers)])
        yield Board(
            story=story,
            sources=tuple(source for source in named if source in tellers),
            facts=tuple(told),
            single=tuple(fact for fact in found if fact.verdict == "single_source"),
        )


def first_place(edition: Edition, fact: Fact) -> tuple[int, int, int]:
    """Return where a fact is told first."""
    claims = [edition.claims[id] for v in fact.variants for id in v.claims if id in edition.claims]
    return min(map(edition.at, claims), default=(0, 0, 0))
