"""The stories of a report, gravest first: each with its matrix of facts × sources, its cards and its single facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from ...findings import RANK, Fact, Finding, SourceDocument
from ..cases import Board, boards, weight
from ..columns import counted
from .cards import Desk, fact_card, slip_card
from .views import Alone, Article, Card, Single, Story, Teller
from .wording import anchor, day, readable, short_day

SINGLE = 300  # facts told by one source that are listed of one story
SAME = 20  # characters of what a source says that a label repeats
GRAVITY = ("error", "warning", "info")


def stories(desk: Desk) -> list[Story]:
    """Return the stories of a report, the gravest first."""
    edition = desk.edition
    documents: dict[str, list[SourceDocument]] = {}
    for document in edition.report.documents:
        documents.setdefault(document.story, []).append(document)
    slips: dict[str, list[Finding]] = {}
    for finding in desk.found.get("", ()):
        first = next((edition.claims[id] for id in finding.claims if id in edition.claims), None)
        document_of = edition.documents.get(first.document) if first else None
        slips.setdefault(document_of.story if document_of else "", []).append(finding)
    told = [
        _story(desk, board, documents.get(board.story, []), slips.pop(board.story, [])) for board in boards(edition)
    ]
    lost = [finding for found in slips.values() for finding in found]
    if lost:
        told.append(_story(desk, Board("", (), (), ()), [], lost))
    return sorted(told, key=lambda story: (-story.errors, -story.warnings, -story.infos))


def _story(desk: Desk, board: Board, documents: Sequence[SourceDocument], slips: Sequence[Finding]) -> Story:
    """Return one story: every fact told twice as a card and a row, and its articles' own slips as cards."""
    drafts = {document.source for document in documents if document.id in desk.edition.drafts}
    sources = _columns(board, drafts)
    told = [fact_card(desk, fact, sources) for fact in sorted(board.facts, key=lambda fact: _weight(desk, fact))]
    cards = [card for card, _ in told] + [slip_card(desk, finding) for finding in slips]
    rows = [row for _, row in told]
    by = {verdict: [card for card in cards if card.verdict == verdict]
          for verdict in ("discrepancy", "compatible", "agreement", "dismissed")}  # fmt: skip
    grave = sorted(by["discrepancy"], key=lambda card: GRAVITY.index(card.severity))
    return Story(
        anchor=f"s-{anchor(board.story)}",
        name=readable(board.story),
        headline=_headline(desk, documents),
        articles=tuple(_articles(desk, documents)),
        sources=tuple(_teller(source, documents, source in drafts) for source in sources),
        differing=tuple(row for row in rows if row.verdict != "agreement"),
        agreeing=tuple(row for row in rows if row.verdict == "agreement"),
        cards=tuple(grave),
        compatible=tuple(by["compatible"]),
        agreed=tuple(by["agreement"]),
        dismissed=tuple(by["dismissed"]),
        alone=tuple(_alone(desk, board)),
        single=len(board.single),
        unlisted=max(0, len(board.single) - SINGLE),
        errors=_count(grave, "error"),
        warnings=_count(grave, "warning"),
        infos=_count(grave, "info"),
    )


def _columns(board: Board, drafts: Collection[str]) -> list[str]:
    """Return the sources that tell a fact twice told: drafts, then those that have most of what is in question."""
    telling: Counter[str] = Counter()
    for fact in board.facts:
        worth = len(board.facts) if fact.verdict == "discrepancy" else 1
        telling.update(dict.fromkeys(fact.sources, worth))
    return sorted(board.sources, key=lambda source: (source not in drafts, -telling[source]))


def _weight(desk: Desk, fact: Fact) -> tuple[object, ...]:
    """Return what facts are sorted by, as everywhere in a report; what was dismissed lies behind what differs."""
    findings = desk.found.get(fact.id, ())
    standing = [finding for finding in findings if finding.decision != "dismiss"]
    if standing:
        return weight(desk.edition, standing[0])
    return (-RANK[fact.verdict] if not findings else -RANK["compatible"], len(GRAVITY)), 0, (0, 0, 0), fact.id


def _count(cards: Sequence[Card], severity: str) -> int:
    return sum(card.severity == severity for card in cards)


def _headline(desk: Desk, documents: Sequence[SourceDocument]) -> str:
    """Return what a draft is called; else the title of the article that came out first, of those that have one."""
    draft = next((document for document in documents if document.id in desk.edition.drafts), None)
    if draft:
        return readable(draft.title or desk.edition.names.get(draft.id, draft.id))
    titled = [document for document in documents if document.title]
    titled.sort(key=lambda document: (document.published is None, document.published or 0, document.id))
    return readable(titled[0].title) if titled else ""


def _teller(source: str, documents: Sequence[SourceDocument], draft: bool) -> Teller:
    own = [document for document in documents if document.source == source]
    published = own[0].published if len(own) == 1 else None
    when = short_day(published) if published else counted(len(own), "article") if len(own) > 1 else ""
    return Teller(readable(source), when, draft)


def _articles(desk: Desk, documents: Sequence[SourceDocument]) -> Iterator[Article]:
    """Yield the articles of a story, source by source, the earlier first."""
    for document in sorted(documents, key=lambda d: (d.source, str(d.published or ""), d.id)):
        name = readable(desk.edition.names.get(document.id, document.id))
        yield Article(readable(document.source), readable(document.title), day(document.published), name)


def _alone(desk: Desk, board: Board) -> Iterator[Alone]:
    """Yield the facts that only one source tells, source by source."""
    told: dict[str, list[Single]] = {}
    for fact in board.single[:SINGLE]:
        says = " / ".join(readable(variant.display) for variant in fact.variants)
        source = next((source for variant in fact.variants for source in variant.sources), "")
        told.setdefault(source, []).append(_single(readable(fact.label), says, readable(fact.kind)))
    for source, facts in sorted(told.items()):
        yield Alone(readable(source), desk.numbered([source]), tuple(facts))


def _single(label: str, says: str, kind: str) -> Single:
    """Return a fact that is told once; without its label where that only repeats what the source says."""
    begins = says.split(",")[0][:SAME]
    return Single("" if begins in label else label, f"“{says}”" if kind == "quote" else says, kind)
