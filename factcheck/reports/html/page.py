"""The whole page as plain values: what was checked, what came of it, its stories, what it may be filtered by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...findings import Finding
from ...judge.rules import Rule
from ..cases import gravity
from ..columns import counted
from ..edition import Edition
from .cards import Desk
from .stories import GRAVITY, stories
from .views import Card, Choice, Failed, Filter, Help, Page, Story, Tally
from .wording import anchor, readable

NAMED = 8  # sources that the head of the page names
VERDICTS = ("discrepancy", "compatible", "agreement", "dismissed", "single")


def page(edition: Edition) -> Page:
    """Return what the page of a report shows."""
    sources = sorted({document.source for document in edition.report.documents})
    found: dict[str, list[Finding]] = {}
    for finding in sorted(edition.report.findings, key=gravity):
        found.setdefault(finding.fact or "", []).append(finding)
    drafted = frozenset(claim.id for claim in edition.report.claims if claim.document in edition.drafts)
    desk = Desk(edition, {source: number for number, source in enumerate(sources)}, found, drafted)
    told = stories(desk)
    cards = [card for story in told for card in (*story.cards, *story.compatible, *story.agreed, *story.dismissed)]
    return Page(
        title=told[0].title if len(told) == 1 else many(len(told), "story"),
        checked=_checked(edition),
        sources=", ".join(map(readable, sources)) if len(sources) <= NAMED else many(len(sources), "source"),
        exit_code=edition.exit_code,
        outcome=_outcome(edition),
        tallies=tuple(_tallies(edition, told)),
        failures=tuple(Failed(readable(f.document), f.stage, readable(f.message)) for f in edition.report.failures),
        stories=tuple(told),
        filters=tuple(_filters(cards, told, sources)),
        rules=tuple(_help(edition.rules[id]) for id in _asked(cards) if id in edition.rules),
    )


def many(number: int, noun: str) -> str:
    """Return a number with its noun, its thousands set apart.

    >>> many(15512, "claim")
    '15,512 claims'
    """
    return counted(number, noun).replace(str(number), f"{number:,}", 1)


def _checked(edition: Edition) -> str:
    """Return what was checked, counted."""
    counts = edition.report.summary
    parts = [many(counts.documents, "article"), many(counts.claims, "claim"), many(counts.facts, "fact")]
    if since := edition.report.since:
        parts.append(f"limited to {many(len(since.documents), 'article')} changed since {readable(since.ref)}")
    return " · ".join(parts)


def _outcome(edition: Edition) -> str:
    """Return what the exit code means."""
    grave = {"error": "errors", "warning": "errors or warnings"}.get(edition.fail_on, "discrepancies")
    return {0: f"no {grave}", 1: f"there are {grave}", 2: "not everything could be read"}.get(edition.exit_code, "")


def _tallies(edition: Edition, told: Sequence[Story]) -> Iterator[Tally]:
    """Yield the figures at the head of the page, each with the filter that shows what it counts."""
    counts = edition.report.summary
    for severity, noun in (("error", "error"), ("warning", "warning"), ("info", "note")):
        number = sum(card.severity == severity for story in told for card in story.cards)
        if number or severity == "error":
            figure, _, words = many(number, noun).partition(" ")
            yield Tally(figure, words, severity, f"verdict=discrepancy&severity={severity}")
    yield Tally(f"{counts.compatible:,}", "compatible", "compatible", "verdict=compatible")
    yield Tally(
        f"{counts.agreement:,}", "agree" if counts.agreement != 1 else "agrees", "agreement", "verdict=agreement"
    )
    if dismissed := sum(len(story.dismissed) for story in told):
        yield Tally(f"{dismissed:,}", "dismissed", "dismissed", "verdict=dismissed")
    yield Tally(f"{counts.single_source:,}", "told by one source", "single", "verdict=single")


def _filters(cards: Sequence[Card], told: Sequence[Story], sources: Sequence[str]) -> Iterator[Filter]:
    """Yield what the facts may be filtered by, with how many facts each choice leaves."""
    alone = [(group, fact) for story in told for group in story.alone for fact in group.facts]
    verdicts = Counter(card.verdict for card in cards)
    verdicts["single"] = len(alone)
    yield Filter("verdict", tuple(Choice(verdict, verdicts[verdict]) for verdict in VERDICTS if verdicts[verdict]))
    severities = Counter(card.severity for card in cards if card.verdict == "discrepancy")
    yield Filter("severity", tuple(Choice(word, severities[word]) for word in GRAVITY if severities[word]))
    kinds = Counter(card.kind for card in cards)
    kinds.update(fact.kind for _, fact in alone)
    yield Filter("kind", tuple(Choice(kind, kinds[kind]) for kind in sorted(kinds) if kind))
    by_number = Counter(number for card in cards for number in card.sources.split())
    by_number.update(group.number for group, _ in alone)
    yield Filter("source", tuple(Choice(readable(name), by_number[str(n)]) for n, name in enumerate(sources)))
    rules = Counter(rule for card in cards for rule in card.rules.split())
    yield Filter("rule", tuple(Choice(rule, rules[rule]) for rule in sorted(rules)))


def _asked(cards: Sequence[Card]) -> list[str]:
    """Return the rules that are named on the page, in order of name."""
    return sorted({judgement.rule for card in cards for judgement in card.judgements})


def _help(rule: Rule) -> Help:
    examples = tuple((tuple(map(readable, example.shown())), example.expect) for example in rule.examples)
    return Help(
        anchor=f"rule-{anchor(rule.id)}",
        id=rule.id,
        title=readable(rule.title),
        kind=rule.kind,
        verdict=rule.verdict,
        severity=rule.severity,
        why=readable(rule.why),
        source=readable(rule.source),
        examples=examples,
    )
