"""The whole product on one page: documents to claims to facts to findings to a report."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from . import claims as reading
from .align.copies import copies
from .align.facts import link_story
from .align.stories import stories
from .claims.base import Claim
from .engine import run
from .findings import Fact, Failure, Finding, Report, SourceDocument, Summary
from .judge.articles import judge_articles
from .judge.bench import Bench
from .judge.facts import judge
from .judge.rules import NO_FINDING, Example, RuleBook, Scope
from .models import Document, Frozen, Verdict

Progress = Callable[[str, int, int], None]
Story = tuple[str, tuple[Document, ...], dict[str, tuple[Claim, ...]]]


class Extraction(Frozen):
    """The claims of some documents, and the documents that could not be read for claims."""

    claims: tuple[Claim, ...]
    failures: tuple[Failure, ...]


class Judged(Frozen):
    """The facts of a story, and the findings about them and about its articles by themselves."""

    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]


class Comparison(Frozen):
    """The word on two texts as if two sources had printed them."""

    verdict: Verdict | str
    rule: str | None
    findings: tuple[Finding, ...]


def extract(documents: Sequence[Document], *, jobs: int = 1, progress: Progress | None = None) -> Extraction:
    """Return the claims of documents, in the order of the documents."""
    results = run(read_claims, documents, stage="claims", jobs=jobs, progress=progress)
    return Extraction(
        claims=tuple(claim for result in results for claim in result.claims),
        failures=tuple(failure for result in results for failure in result.failures),
    )


def read_claims(document: Document) -> Extraction:
    """Return the claims of one document; a fault of ours costs this document, never the run."""
    try:
        return Extraction(claims=reading.extract(document), failures=())
    except Exception as fault:
        said = f"its claims could not be read ({type(fault).__name__}: {fault}); please report this article"
        return Extraction(claims=(), failures=(Failure(document=document.id, stage="extract", message=said),))


def check(
    documents: Sequence[Document],
    *,
    rules: RuleBook,
    against: Sequence[Document] = (),
    jobs: int = 1,
    failures: Sequence[Failure] = (),
    progress: Progress | None = None,
) -> Report:
    """Return the report on documents compared within their stories, or drafts with `against`.

    With `against`, everything is one story, and only facts and findings that touch a draft are told.
    """
    everything = sorted({document.id: document for document in (*against, *documents)}.values(), key=lambda d: d.id)
    grouped = {"draft": tuple(everything)} if against else stories(everything)
    extraction = extract(everything, jobs=jobs, progress=progress)
    by_document: dict[str, list[Claim]] = {document.id: [] for document in everything}
    for claim in extraction.claims:
        by_document[claim.document].append(claim)
    tasks = [
        (name, told, {document.id: tuple(by_document[document.id]) for document in told})
        for name, told in grouped.items()
    ]
    drafts = frozenset(document.id for document in documents) if against else frozenset[str]()
    stage = partial(judge_story, rules=rules, drafts=drafts)
    judged = run(stage, tasks, stage="stories", jobs=jobs, progress=progress)
    return _report(grouped, extraction, judged, (*failures, *extraction.failures))


def judge_story(story: Story, *, rules: RuleBook, drafts: frozenset[str] = frozenset()) -> Judged:
    """Return the facts of one story and the findings; with `drafts`, those that touch a draft."""
    name, documents, claims = story
    bench = Bench(rules, {document.id: document for document in documents}, copies(documents), drafts)
    judged = [
        judge(linked, bench)
        for linked in link_story(name, documents, claims)
        if not drafts or any(mention.claim.document in drafts for mention in linked.cluster.mentions)
    ]
    about_facts = tuple(finding for _, found in judged for finding in found)
    return Judged(facts=tuple(fact for fact, _ in judged), findings=about_facts + judge_articles(claims, bench))


def compare(left: str, right: str, *, rules: RuleBook) -> Comparison:
    """Return the verdict on two texts: the weightiest of their findings, or "unrelated"."""
    report = check((_text("a", left), _text("b", right)), rules=rules)
    return _weightiest(report, rules)


def judge_example(example: Example, *, rules: RuleBook) -> tuple[str, str | None]:
    """Return verdict and deciding rule for an example of a rule, whether the rule is optional or not."""
    dates = (example.left_published, example.right_published) if example.left else (example.published,) * len(_TEXTS)
    sides = [_text(name, text) for name, text in zip(_TEXTS, example.shown(), strict=False)]
    dated = [side.model_copy(update={"published": day}) for side, day in zip(sides, dates, strict=False)]
    report = check(dated, rules=rules.all_on())
    if example.left:
        found = _weightiest(report, rules)
        return found.verdict, found.rule
    scopes: tuple[Scope, ...] = ("fact",) if example.texts else ("claim", "document")
    told = [finding for finding in report.findings if rules.rule(finding.rule).scope in scopes]
    worst = max(told, key=lambda finding: (_WEIGHT[finding.verdict], finding.id), default=None)
    return (worst.verdict, worst.rule) if worst else (NO_FINDING[scopes[0]], None)


def _text(name: str, text: str) -> Document:
    return Document(id=name, text=text, source=name, story="pair")


_TEXTS = "abcdefgh"  # names of the sources of an example
_WEIGHT = {"agreement": 1, "compatible": 2, "discrepancy": 3}


def _weightiest(report: Report, rules: RuleBook) -> Comparison:
    """Return the comparison that a report on two texts amounts to; claims inside one text do not count."""
    homes = {claim.id: claim.document for claim in report.claims}
    told = [finding for finding in report.findings if rules.rule(finding.rule).scope == "pair"]
    across = tuple(finding for finding in told if len({homes[claim] for claim in finding.claims}) > 1)
    if not across:
        return Comparison(verdict="unrelated", rule=None, findings=())
    order = {fact.id: -reading.kinds()[fact.kind].order for fact in report.facts}
    worst = max(across, key=lambda finding: (_WEIGHT[finding.verdict], order[finding.fact or ""], finding.id))
    return Comparison(verdict=worst.verdict, rule=worst.rule, findings=across)


def _report(
    grouped: dict[str, tuple[Document, ...]],
    extraction: Extraction,
    judged: Sequence[Judged],
    failures: Sequence[Failure],
) -> Report:
    """Return the report, everything in an order that depends on the input alone."""
    facts = [fact for story in judged for fact in story.facts]
    findings = [finding for story in judged for finding in story.findings]
    documents = [_source(document, name) for name, told in grouped.items() for document in told]
    verdicts = Counter(fact.verdict for fact in facts)
    return Report(
        documents=tuple(sorted(documents, key=lambda document: document.id)),
        claims=extraction.claims,
        facts=tuple(sorted(facts, key=lambda fact: (fact.story, fact.kind, fact.id))),
        findings=tuple(sorted(findings, key=lambda finding: (finding.fact or "", finding.id, finding.variants))),
        failures=tuple(failures),
        summary=Summary(
            documents=len(documents), claims=len(extraction.claims), facts=len(facts),
            agreement=verdicts["agreement"], compatible=verdicts["compatible"],
            discrepancy=verdicts["discrepancy"], single_source=verdicts["single_source"],
        ),
    )  # fmt: skip


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
