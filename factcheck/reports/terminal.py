"""Report -> text for a terminal: what an editor reads in ten seconds.

Discrepancies first, each with the passages of its sides and why; then the table facts × sources; then
what failed, and one line that counts. Words carry the verdicts; colour, where asked for, repeats them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..findings import Finding
from .cases import Board, Case, boards, cases, cell
from .columns import Row, counted, head, pad, printable, table, width_of, wrap, wrap_parts
from .edition import Edition
from .sheet import paint, passage, place

MARKS = {"discrepancy": "✗", "compatible": "≈", "agreement": "✓"}
SIGNS = {"discrepancy": "≠", "compatible": "≈", "agreement": "="}
SIDES = 6  # variants of one fact that are spelt out
GAP = 2  # columns between the parts of a head line


def render(edition: Edition) -> str:
    """Return the report as lines of at most so many columns as the edition is wide."""
    told = cases(edition)
    blocks = [_case(edition, case) for case in told]
    blocks += [*_boards(edition), _failures(edition), _summary(edition, told)]
    return "\n\n".join("\n".join(line.rstrip() for line in block) for block in blocks if block) + "\n"


def _case(edition: Edition, case: Case) -> list[str]:
    """Return the lines of one case: its head, a passage for each claim spelt out, and why."""
    sides = case.sides
    spots = [width_of(place(edition, c, edition.width)) for side in sides[:SIDES] for c in side.claims]
    spot = min(max(spots, default=0), edition.width * 2 // 5)
    lines = _head(edition, case)
    differ = f"{SIGNS[case.findings[0].verdict]} "
    for number, side in enumerate(sides[:SIDES]):
        sign = "  " if number == 0 or case.fact is None else differ
        other = sides[1 if number == 0 and len(sides) > 1 else 0].claims[0].text
        for row, claim in enumerate(side.claims):
            more = f"  +{side.more} more" if side.more and row == len(side.claims) - 1 else ""
            lead = f"  {sign if row == 0 else '  '}{pad(place(edition, claim, spot), spot)}  "
            lines.append(lead + passage(edition, claim, other, edition.width - 6 - spot - len(more)) + more)
        lines += [f"    {side.copied}"] if side.copied else []
    if len(sides) > SIDES:
        lines.append(f"    … and {len(sides) - SIDES} more variants")
    return lines + _why(edition, case.findings)


def _why(edition: Edition, findings: Sequence[Finding]) -> list[str]:
    """Return a paragraph for the reason of each rule, and what else the gravest finding rests on."""
    alone = [finding.message for finding in findings if finding.fact is None]
    parts = [*alone, *((finding.why or (finding.message,))[0] for finding in findings), *findings[0].why[1:]]
    lines: list[str] = []
    for why in dict.fromkeys(parts):
        first, *rest = wrap(printable(why), edition.width - 9)
        name = "   " if lines else paint(edition, "why", "faint")
        lines += [f"    {name}  {first}", *(f"         {line}" for line in rest)]
    return lines


def _head(edition: Edition, case: Case) -> list[str]:
    """Return the verdict and what it is about, with rule, severity and id of its findings on the right."""
    findings, rules = case.findings, dict[tuple[str, str], list[str]]()
    for finding in findings:
        rules.setdefault((finding.rule, finding.severity), []).append(finding.id)
    rule_width = max(width_of(rule) for rule, _ in rules)
    tags, severities = [], [severity for _, severity in rules]
    for (rule, severity), ids in rules.items():
        more = f" +{len(ids) - 1}" if len(ids) > 1 else ""
        tags.append(f"{pad(rule, rule_width)}  {pad(severity, 7)}  {ids[0]}{more}")
    verdict, label = findings[0].verdict.upper(), printable(case.label)
    room = edition.width - max(map(width_of, tags)) - GAP
    title = len(verdict) + GAP + width_of(label)
    if title > room:  # the label keeps a line to itself rather than being cut
        opening = [f"{paint(edition, verdict, severities[0])}  {head(label, edition.width - len(verdict) - GAP)}"]
        return opening + [f"    {head(tag, edition.width - 4)}" for tag in tags]
    right = [" " * (edition.width - max(map(width_of, tags)) - title) + tags[0]]
    right += [" " * (edition.width - max(map(width_of, tags))) + tag for tag in tags[1:]]
    return [f"{paint(edition, verdict, severities[0])}  {paint(edition, label, 'strong')}{right[0]}", *right[1:]]


def _boards(edition: Edition) -> Iterator[list[str]]:
    """Yield the table of each story that has a fact told twice."""
    told = list(boards(edition))
    for board in told:
        if board.facts:
            heading = paint(edition, head(printable(board.story), edition.width), "strong")
            single = len(board.single)
            rest = [f"  … and {counted(single, 'fact')} told by one source only"] if single else []
            yield [*([heading] if len(told) > 1 else ()), *_table(edition, board), *rest]


def _table(edition: Edition, board: Board) -> Iterator[str]:
    """Yield the lines of the table facts × sources."""
    rows = [
        Row(
            mark=MARKS[fact.verdict],
            cells=(printable(fact.label), *(printable(cell(fact, source)) for source in board.sources)),
            lines=1 if fact.verdict == "agreement" else 2,
        )
        for fact in board.facts
    ]
    for number, line in table(("facts", *map(printable, board.sources)), rows, edition.width):
        if number is None:
            yield paint(edition, line, "strong")
        else:
            mark = line[:1].strip()
            yield (paint(edition, mark, board.facts[number].verdict) or " ") + line[1:]


def _failures(edition: Edition) -> list[str]:
    """Return what could not be done, one failure a paragraph."""
    lines = []
    for failure in edition.report.failures:
        words = printable(f"FAILED  {failure.document}: {failure.message} ({failure.stage})")
        first, *rest = wrap(words, edition.width - 8)
        first = first.replace("FAILED", paint(edition, "FAILED", "error") + " ", 1)
        lines += [first, *(f"        {line}" for line in rest)]
    return lines


def _summary(edition: Edition, told: Sequence[Case]) -> list[str]:
    """Return the counts and the exit code, and what to do next."""
    report, counts = edition.report, edition.report.summary
    verdicts = [f"{counts.agreement} agree"] if counts.agreement else []
    verdicts += [f"{counts.compatible} compatible"] if counts.compatible else []
    verdicts.append(counted(counts.discrepancy, "discrepancy"))
    verdicts += [f"{counts.single_source} told by one source"] if counts.single_source else []
    stories = len({document.story for document in report.documents})
    read = counted(counts.documents, "document") + (f" in {counted(stories, 'story')}" if stories > 1 else "")
    parts = [read, counted(counts.claims, "claim")]
    parts.append(f"{counted(counts.facts, 'fact')}: {', '.join(verdicts)}")
    undecided = [finding for finding in report.findings if finding.decision != "dismiss"]
    alone = sum(finding.fact is None and finding.verdict == "discrepancy" for finding in undecided)
    parts += [f"{counted(alone, 'discrepancy')} inside one article"] if alone else []
    dismissed = len(report.findings) - len(undecided)
    parts += [f"{counted(dismissed, 'finding')} dismissed"] if dismissed else []
    parts += [counted(len(report.failures), "failure")] if report.failures else []
    lines = wrap_parts([*parts, f"exit {edition.exit_code}"], edition.width)
    return lines + [f"next: factcheck explain {case.findings[0].rule}" for case in told[:1]]
