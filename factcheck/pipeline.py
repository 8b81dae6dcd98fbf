"""The whole product on one page: documents to claims to facts to findings to a report."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from functools import partial
from typing import NamedTuple

from . import claims as reading
from .align.copies import Copies, copies
from .align.facts import Linked, days_of, link_story
from .align.spellings import names_spelt_apart
from .align.stories import stories
from .align.wordings import turned_round
from .claims.base import Claim
from .engine import Progress, run
from .engine.apart import apart
from .findings import Fact, Failure, Finding, Report, SourceDocument, summed
from .judge.articles import judge_articles
from .judge.bench import Bench
from .judge.facts import judge
from .judge.rules import NO_FINDING, Example, RuleBook, Scope
from .lexicon import Lexicon, current
from .models import Document, Frozen, Verdict
from .text.language import is_english

Story = tuple[str, tuple[Document, ...], dict[str, tuple[Claim, ...]]]


class Extraction(Frozen):
    """The claims of some documents, and the documents that could not be read for claims."""

    claims: tuple[Claim, ...]
    failures: tuple[Failure, ...]


class Judged(Frozen):
    """The facts of a story, and the findings about them and about its articles by themselves.

    `claims` are those that were read once the articles of the story were beside each other.
    """

    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...] = ()


class LinkedStory(NamedTuple):
    """A story before it is judged: its documents and their claims by document id, what was linked, and the copies.

    `names` are those of the claims that were read once the articles were beside each other.
    """

    documents: dict[str, Document]
    claims: dict[str, tuple[Claim, ...]]
    linked: tuple[Linked, ...]
    copies: Copies
    names: tuple[Claim, ...]


class Comparison(Frozen):
    """The word on two texts as if two sources had printed them."""

    verdict: Verdict | str
    rule: str | None
    findings: tuple[Finding, ...]


def extract(documents: Sequence[Document], *, jobs: int = 1, progress: Progress | None = None) -> Extraction:
    """Return the claims of documents, in the order of the documents."""
    results = run(read_claims, documents, stage="claims", jobs=jobs, progress=progress, count=_claims_in)
    return Extraction(
        claims=tuple(claim for result in results for claim in result.claims),
        failures=tuple(failure for result in results for failure in result.failures),
    )


def _claims_in(extraction: Extraction) -> int:
    return len(extraction.claims)


def _facts_in(judged: Judged) -> int:
    return len(judged.facts)


def read_claims(document: Document) -> Extraction:
    """Return the claims of one document; a fault of ours, or another language, costs this document, never the run."""
    if not is_english(document.text):
        return _unread(document, "it is not in English: nothing is read from it, and it is compared with nothing")
    try:
        return Extraction(claims=reading.extract(document), failures=())
    except Exception as fault:
        said = f"its claims could not be read ({type(fault).__name__}: {fault}); please report this article"
        return _unread(document, said)


def _unread(document: Document, said: str) -> Extraction:
    return Extraction(claims=(), failures=(Failure(document=document.id, stage="extract", message=said),))


def check(
    documents: Sequence[Document],
    *,
    rules: RuleBook,
    against: Sequence[Document] = (),
    jobs: int = 1,
    failures: Sequence[Failure] = (),
    progress: Progress | None = None,
    lexicon: Lexicon | None = None,
) -> Report:
    """Return the report on documents compared within their stories, or drafts with `against`.

    With `against`, everything is one story, and only facts and findings that touch a draft are told. A process
    reads with one lexicon: with another `lexicon` than its own, all is done in a process apart, without progress.
    """
    if lexicon is not None and lexicon != current():
        return apart(lexicon, check, documents, rules=rules, against=against, jobs=jobs, failures=failures)
    everything = sorted({document.id: document for document in (*against, *documents)}.values(), key=lambda d: d.id)
    grouped = {"draft": tuple(everything)} if against else stories(everything)
    extraction = extract(everything, jobs=jobs, progress=progress)
    by_document: dict[str, list[Claim]] = {document.id: [] for document in everything}
    for claim in extraction.claims:
        by_document[claim.document].append(claim)
    unread = {failure.document for failure in extraction.failures}
    read = {name: tuple(document for document in told if document.id not in unread) for name, told in grouped.items()}
    tasks = [
        (name, told, {document.id: tuple(by_document[document.id]) for document in told}) for name, told in read.items()
    ]
    drafts = frozenset(document.id for document in documents) if against else frozenset[str]()
    stage = partial(judge_story, rules=rules, drafts=drafts)
    judged = run(stage, tasks, stage="facts", jobs=jobs, progress=progress, count=_facts_in)
    return _report(grouped, extraction, judged, (*failures, *extraction.failures), drafts)


def judge_story(story: Story, *, rules: RuleBook, drafts: frozenset[str] = frozenset()) -> Judged:
    """Return the facts of one story and the findings; with `drafts`, those that touch a draft."""
    return judge_linked(link(story, drafts), rules=rules, drafts=drafts)


def link(story: Story, drafts: Collection[str] = ()) -> LinkedStory:
    """Return a story with its claims linked into facts, which depends on its drafts but on no rule."""
    name, documents, read = story
    by_id = {document.id: document for document in documents}
    names = names_spelt_apart(documents, read)
    claims = {id: (*told, *names.get(id, ())) for id, told in read.items()}
    days = days_of(documents, drafts)
    linked = link_story(name, documents, claims, days)
    turned = turned_round(documents, [fact.cluster for fact in linked], days, drafts)
    late = {id: reading.extract_told(by_id[id], told) for id, told in turned.items()}
    linked += link_story(name, documents, late, days)
    told = {id: (*claims[id], *late.get(id, ())) for id in claims}
    return LinkedStory(by_id, told, linked, copies(documents), sum((*names.values(), *late.values()), ()))


def judge_linked(story: LinkedStory, *, rules: RuleBook, drafts: frozenset[str] = frozenset()) -> Judged:
    """Return the facts and findings of a story whose claims are linked."""
    bench = Bench.of(rules, story.documents, story.copies, drafts)
    judged = [
        judge(linked, bench)
        for linked in story.linked
        if not drafts or any(mention.claim.document in drafts for mention in linked.cluster.mentions)
    ]
    about_facts = tuple(finding for _, found in judged for finding in found)
    return Judged(
        facts=tuple(fact for fact, _ in judged),
        findings=about_facts + judge_articles(story.claims, bench),
        claims=story.names,
    )


def compare(left: str, right: str, *, rules: RuleBook) -> Comparison:
    """Return the verdict on two texts: the weightiest of their findings, or "unrelated"."""
    report = check((_text("a", left), _text("b", right)), rules=rules)
    return _weightiest(report.facts, report.findings, report.claims, rules)


def rehearse(example: Example) -> LinkedStory:
    """Return the texts of an example as a linked story, which depends on no rule."""
    dates = (example.left_published, example.right_published) if example.left else (example.published,) * len(_TEXTS)
    named = zip(_TEXTS, example.shown(), dates, strict=False)
    told = [_text(name, text).model_copy(update={"published": day}) for name, text, day in named]
    for place, each in enumerate(example.texts):
        own = {"source": each.source or told[place].source, "published": each.published or told[place].published}
        told[place] = told[place].model_copy(update=own)
    return link(("pair", tuple(told), {document.id: reading.extract(document) for document in told}), _drafts(example))


def judge_rehearsed(story: LinkedStory, example: Example, *, rules: RuleBook) -> tuple[str, str | None]:
    """Return verdict and deciding rule for a rehearsed example of a rule, whether the rule is optional or not."""
    judged = judge_linked(story, rules=rules.all_on(), drafts=_drafts(example))
    if example.left:
        claims = [claim for told in story.claims.values() for claim in told]
        found = _weightiest(judged.facts, judged.findings, claims, rules)
        return found.verdict, found.rule
    scopes: tuple[Scope, ...] = ("fact",) if example.texts else ("claim", "document")
    told = [finding for finding in judged.findings if rules.rule(finding.rule).scope in scopes]
    worst = max(told, key=lambda finding: (_WEIGHT[finding.verdict], finding.id), default=None)
    return (worst.verdict, worst.rule) if worst else (NO_FINDING[scopes[0]], None)


def _drafts(example: Example) -> frozenset[str]:
    """Return the name of the text of an example that is a draft."""
    return frozenset({"left": "a", "right": "b"}[example.draft]) if example.draft else frozenset()


def _text(name: str, text: str) -> Document:
    return Document(id=name, text=text, source=name, story="pair")


_TEXTS = "abcdefgh"  # names of the sources of an example
_WEIGHT = {"agreement": 1, "compatible": 2, "discrepancy": 3}


def _weightiest(
    facts: Sequence[Fact], findings: Sequence[Finding], claims: Sequence[Claim], rules: RuleBook
) -> Comparison:
    """Return the comparison that findings on two texts amount to; claims inside one text do not count."""
    homes = {claim.id: claim.document for claim in claims}
    told = [finding for finding in findings if rules.rule(finding.rule).scope == "pair"]
    across = tuple(finding for finding in told if len({homes[claim] for claim in finding.claims}) > 1)
    if not across:
        return Comparison(verdict="unrelated", rule=None, findings=())
    order = {fact.id: -reading.kinds()[fact.kind].order for fact in facts}
    worst = max(across, key=lambda finding: (_WEIGHT[finding.verdict], order[finding.fact or ""], finding.id))
    return Comparison(verdict=worst.verdict, rule=worst.rule, findings=across)


def _report(
    grouped: dict[str, tuple[Document, ...]],
    extraction: Extraction,
    judged: Sequence[Judged],
    failures: Sequence[Failure],
    drafts: Collection[str],
) -> Report:
    """Return the report, everything in an order that depends on the input alone."""
    facts = [fact for story in judged for fact in story.facts]
    findings = [finding for story in judged for finding in story.findings]
    documents = [_source(document, name) for name, told in grouped.items() for document in told]
    claims = (*extraction.claims, *(claim for story in judged for claim in story.claims))
    return Report(
        documents=tuple(sorted(documents, key=lambda document: document.id)),
        claims=tuple(sorted(claims, key=lambda claim: (claim.document, claim.start, claim.end, claim.kind))),
        facts=tuple(sorted(facts, key=lambda fact: (fact.story, fact.kind, fact.id))),
        findings=tuple(sorted(findings, key=lambda finding: (finding.fact or "", finding.id, finding.variants))),
        failures=tuple(failures),
        summary=summed(len(documents), len(claims), facts),
        drafts=tuple(sorted(drafts)),
    )


def _source(document: Document, story: str) -> SourceDocument:
    return SourceDocument(
        id=document.id,
        path=document.path,
        source=document.source,
        title=document.title,
        published=document.published,
        story=story,
        text_sha256=hashlib.sha256(document.text.encode()).hexdigest(),
    )
