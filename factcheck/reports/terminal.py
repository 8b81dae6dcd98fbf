"""Report -> text for a terminal: what an editor reads in ten seconds.

Discrepancies first, each with the passages of its sides and why; then the table facts × sources; then
what failed, and one line that counts. Words carry the verdicts; colour, where asked for, repeats them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ..claims.base import Claim
from ..findings import RANK, Fact, Finding, Report
from ..models import Document
from . import Row, copied, counted, head, pad, printable, table, width_of, wrap, wrap_parts
from .sheet import Sheet, sheet_of

SEVERITIES = ("error", "warning", "info")
MARKS = {"discrepancy": "✗", "compatible": "≈", "agreement": "✓"}
SIDES = 6  # variants of one fact that are spelt out
A_SIDE = 2  # claims that are spelt out of one variant
GAP = 2  # columns between the parts of a head line


Group = tuple[Fact | None, list[Finding]]  # without a fact, one finding on one article by itself


@dataclass(frozen=True, slots=True)
class Side:
    """The claims of one variant that are spelt out, how many more there are, and who copied, if so."""

    claims: tuple[Claim, ...]
    more: int
    copied: str = ""


def render(
    report: Report,
    documents: Sequence[Document],
    *,
    width: int = 80,
    color: bool = False,
    show: Collection[str] = ("discrepancy",),
    exit_code: int,
) -> str:
    """Return the report as lines of at most `width` columns; `show` names the verdicts that are spelt out.

    `documents` are those that were checked; without the text of one, its passages are its claims alone.
    """
    sheet = sheet_of(report, documents, width=width, color=color)
    groups = _groups(sheet, show)
    blocks = [_group(sheet, about, found) for about, found in groups]
    blocks += [*_stories(sheet), _failures(sheet), _summary(sheet, exit_code, groups)]
    return "\n\n".join("\n".join(line.rstrip() for line in block) for block in blocks if block) + "\n"


def _groups(sheet: Sheet, show: Collection[str]) -> list[Group]:
    """Return the facts to spell out with their findings, and findings on one article: gravest first, then by place."""
    facts = {fact.id: fact for fact in sheet.report.facts}
    found: dict[str, list[Finding]] = {}
    standing = (finding for finding in sheet.report.findings if finding.decision != "dismiss")
    for finding in sorted(standing, key=_gravity):
        if finding.verdict in show and (finding.fact is None or finding.fact in facts):
            found.setdefault(finding.fact or finding.id, []).append(finding)

    def rank(key: str) -> tuple[tuple[int, int], tuple[int, int, int], str]:
        first = found[key][0]
        places = [sheet.at(sheet.claims[id]) for id in first.claims if id in sheet.claims]
        return _gravity(first)[:2], min(places, default=(0, 0, 0)), key

    return [(facts.get(key), found[key]) for key in sorted(found, key=rank)]


def _gravity(finding: Finding) -> tuple[int, int, str, str]:
    return -RANK[finding.verdict], SEVERITIES.index(finding.severity), finding.rule, finding.id


def _group(sheet: Sheet, fact: Fact | None, findings: list[Finding]) -> list[str]:
    """Return the lines of one fact or finding: its head, a passage for each claim spelt out, and why."""
    sides = _sides(sheet, fact, findings)
    spots = [width_of(sheet.place(c, sheet.width)) for side in sides[:SIDES] for c in side.claims]
    spot = min(max(spots, default=0), sheet.width * 2 // 5)
    lines = _head(sheet, fact.label if fact else f"“{sides[0].claims[0].text}”" if sides else "", findings)
    differ = "≠ " if findings[0].verdict == "discrepancy" else "≈ "
    for number, side in enumerate(sides[:SIDES]):
        sign = "  " if number == 0 or fact is None else differ
        other = sides[1 if number == 0 and len(sides) > 1 else 0].claims[0].text
        for row, claim in enumerate(side.claims):
            more = f"  +{side.more} more" if side.more and row == len(side.claims) - 1 else ""
            lead = f"  {sign if row == 0 else '  '}{pad(sheet.place(claim, spot), spot)}  "
            lines.append(lead + sheet.passage(claim, other, sheet.width - 6 - spot - len(more)) + more)
        lines += [f"    {side.copied}"] if side.copied else []
    if len(sides) > SIDES:
        lines.append(f"    … and {len(sides) - SIDES} more variants")
    return lines + _why(sheet, findings)


def _why(sheet: Sheet, findings: list[Finding]) -> list[str]:
    """Return a paragraph for the reason of each rule, and what else the gravest finding rests on."""
    alone = [finding.message for finding in findings if finding.fact is None]
    parts = [*alone, *((finding.why or (finding.message,))[0] for finding in findings), *findings[0].why[1:]]
    lines: list[str] = []
    for why in dict.fromkeys(parts):
        first, *rest = wrap(printable(why), sheet.width - 9)
        name = "   " if lines else sheet.paint("why", "faint")
        lines += [f"    {name}  {first}", *(f"         {line}" for line in rest)]
    return lines


def _head(sheet: Sheet, about: str, findings: list[Finding]) -> list[str]:
    """Return the verdict and what it is about, with rule, severity and id of its findings on the right."""
    rules: dict[tuple[str, str], list[str]] = {}
    for finding in findings:
        rules.setdefault((finding.rule, finding.severity), []).append(finding.id)
    rule_width = max(width_of(rule) for rule, _ in rules)
    tags, severities = [], [severity for _, severity in rules]
    for (rule, severity), ids in rules.items():
        more = f" +{len(ids) - 1}" if len(ids) > 1 else ""
        tags.append(f"{pad(rule, rule_width)}  {pad(severity, 7)}  {ids[0]}{more}")
    verdict, label = findings[0].verdict.upper(), printable(about)
    room = sheet.width - max(map(width_of, tags)) - GAP
    title = len(verdict) + GAP + width_of(label)
    if title > room:  # the label keeps a line to itself rather than being cut
        opening = [f"{sheet.paint(verdict, severities[0])}  {head(label, sheet.width - len(verdict) - GAP)}"]
        return opening + [f"    {head(tag, sheet.width - 4)}" for tag in tags]
    right = [" " * (sheet.width - max(map(width_of, tags)) - title) + tags[0]]
    right += [" " * (sheet.width - max(map(width_of, tags))) + tag for tag in tags[1:]]
    return [f"{sheet.paint(verdict, severities[0])}  {sheet.paint(label, 'strong')}{right[0]}", *right[1:]]


def _sides(sheet: Sheet, fact: Fact | None, findings: list[Finding]) -> list[Side]:
    """Return the variants that the findings name, the one that most of them name first.

    Where no variants are named, each claim stands for itself.
    """
    named = [id for finding in findings for id in finding.claims if id in sheet.claims]
    variants = {variant.id: variant for variant in (fact.variants if fact else ())}
    sides = []
    uses = Counter(id for finding in findings for id in finding.variants if id in variants)
    for id, _ in uses.most_common():
        held = [claim for claim in variants[id].claims if claim in sheet.claims]
        rest = sorted(held, key=lambda id: sheet.at(sheet.claims[id]))
        ordered = dict.fromkeys([*(claim for claim in named if claim in held), *rest])
        if claims := [sheet.claims[id] for id in ordered]:
            chosen = _chosen(claims)
            sides.append(Side(chosen, len(claims) - len(chosen), copied(variants[id])))
    return sides or [Side((sheet.claims[id],), 0) for id in dict.fromkeys(named)]


def _chosen(claims: list[Claim]) -> tuple[Claim, ...]:
    """Return the claims to spell out: the first, and where there is one, that of another document."""
    elsewhere = [claim for claim in claims[1:] if claim.document != claims[0].document]
    return (claims[0], *(elsewhere + claims[1:])[: A_SIDE - 1])


def _stories(sheet: Sheet) -> Iterator[list[str]]:
    """Yield the table of each story, in the order of their first documents."""
    facts: dict[str, list[Fact]] = {}
    sources: dict[str, list[str]] = {}
    for document in sheet.report.documents:
        facts.setdefault(document.story, [])
        sources.setdefault(document.story, []).append(document.source)
    for fact in sheet.report.facts:
        facts.setdefault(fact.story, []).append(fact)
    for story, found in facts.items():
        heading = sheet.paint(head(printable(story), sheet.width), "strong")
        if lines := _story(sheet, found, sources.get(story, [])):
            yield [heading, *lines] if len(facts) > 1 else lines


def _story(sheet: Sheet, facts: list[Fact], sources: list[str]) -> list[str]:
    """Return the table of one story's facts, nothing where none is told twice."""
    told = [fact for fact in facts if fact.verdict != "single_source"]
    if not told:
        return []
    told.sort(key=lambda fact: (-RANK[fact.verdict], _first(sheet, fact), fact.id))
    tellers = {source for fact in told for variant in fact.variants for source in variant.sources}
    columns = [source for source in dict.fromkeys([*sources, *sorted(tellers)]) if source in tellers]
    single = len(facts) - len(told)
    rest = [f"  … and {counted(single, 'fact')} told by one source only"] if single else []
    return [*_table(sheet, told, columns), *rest]


def _first(sheet: Sheet, fact: Fact) -> tuple[int, int, int]:
    claims = [sheet.claims[id] for v in fact.variants for id in v.claims if id in sheet.claims]
    return min(map(sheet.at, claims), default=(0, 0, 0))


def _cell(fact: Fact, source: str) -> str:
    """Return what a source says of a fact, as printed; empty where it is silent."""
    return " / ".join(printable(variant.display) for variant in fact.variants if source in variant.sources)


def _table(sheet: Sheet, facts: list[Fact], sources: list[str]) -> Iterator[str]:
    """Yield the lines of the table facts × sources."""
    rows = [
        Row(
            mark=MARKS[fact.verdict],
            cells=(printable(fact.label), *(_cell(fact, source) for source in sources)),
            lines=1 if fact.verdict == "agreement" else 2,
        )
        for fact in facts
    ]
    for number, line in table(("facts", *map(printable, sources)), rows, sheet.width):
        if number is None:
            yield sheet.paint(line, "strong")
        else:
            mark = line[:1].strip()
            yield (sheet.paint(mark, facts[number].verdict) or " ") + line[1:]


def _failures(sheet: Sheet) -> list[str]:
    """Return what could not be done, one failure a paragraph."""
    lines = []
    for failure in sheet.report.failures:
        words = printable(f"FAILED  {failure.document}: {failure.message} ({failure.stage})")
        first, *rest = wrap(words, sheet.width - 8)
        first = first.replace("FAILED", sheet.paint("FAILED", "error") + " ", 1)
        lines += [first, *(f"        {line}" for line in rest)]
    return lines


def _summary(sheet: Sheet, exit_code: int, groups: list[Group]) -> list[str]:
    """Return the counts and the exit code, and what to do next."""
    report, counts = sheet.report, sheet.report.summary
    verdicts = [f"{counts.agreement} agree"] if counts.agreement else []
    verdicts += [f"{counts.compatible} compatible"] if counts.compatible else []
    verdicts.append(counted(counts.discrepancy, "discrepancy"))
    verdicts += [f"{counts.single_source} told by one source"] if counts.single_source else []
    told = len({document.story for document in report.documents})
    read = counted(counts.documents, "document") + (f" in {counted(told, 'story')}" if told > 1 else "")
    parts = [read, counted(counts.claims, "claim")]
    parts.append(f"{counted(counts.facts, 'fact')}: {', '.join(verdicts)}")
    undecided = [finding for finding in report.findings if finding.decision != "dismiss"]
    alone = sum(finding.fact is None and finding.verdict == "discrepancy" for finding in undecided)
    parts += [f"{counted(alone, 'discrepancy')} inside one article"] if alone else []
    dismissed = len(report.findings) - len(undecided)
    parts += [f"{counted(dismissed, 'finding')} dismissed"] if dismissed else []
    parts += [counted(len(report.failures), "failure")] if report.failures else []
    lines = wrap_parts([*parts, f"exit {exit_code}"], sheet.width)
    return lines + [f"next: factcheck explain {found[0].rule}" for _, found in groups[:1]]
