"""Report -> text for a terminal: what an editor reads in ten seconds.

Discrepancies first, each with the passages of its sides and why; then the table facts × sources; then
what failed, and one line that counts. Words carry the verdicts; colour, where asked for, repeats them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..claims.base import Claim
from ..findings import Variant
from .cases import Case, Side
from .chapters import MARKS, Chapter, chapters, telling, totals
from .columns import Row, head, pad, printable, table, width_of, widths_of, wrap, wrap_parts
from .edition import Edition
from .sheet import paint, passage, place, stress

SIGNS = {"discrepancy": "≠", "compatible": "≈", "agreement": "="}
LABEL = 8  # columns of a label at least, where its only variant stands beside it
SIDES = 6  # variants of one fact that are spelt out
GAP = 2  # columns between the parts of a head line


def render(edition: Edition) -> str:
    """Return the report as lines of at most so many columns as the edition is wide."""
    told = chapters(edition)
    blocks = [block for chapter in told for block in _chapter(edition, chapter)]
    blocks += [_failures(edition), _summary(edition, told)]
    return "\n\n".join("\n".join(line.rstrip() for line in block) for block in blocks if block) + "\n"


def _chapter(edition: Edition, chapter: Chapter) -> Iterator[list[str]]:
    """Yield the blocks of one story: a heading where there are others, its cases, its table."""
    if chapter.heading:
        heading = head(printable(chapter.heading), edition.width - 4)
        rule = "─" * max(0, edition.width - width_of(heading) - 4)
        yield [paint(edition, f"── {heading} {rule}", "strong")]
    yield from (_case(edition, case) for case in chapter.cases)
    rest = (
        [
            f"  … and {line}" if number == 0 else f"  {line}"
            for number, line in enumerate(wrap(chapter.rest, edition.width - 8))
        ]
        if chapter.rest
        else []
    )
    if chapter.board.facts:
        yield [*_table(edition, chapter), *rest]


def _case(edition: Edition, case: Case) -> list[str]:
    """Return the lines of one case: its head, a passage for each claim spelt out, and why; agreement needs none."""
    lines = _head(edition, case)
    differ = SIGNS[case.verdict] if case.fact else " "
    for claim, number, other in case.told():
        side = case.sides[number]
        if number < SIDES:
            first, last = claim == side.claims[0], claim == side.claims[-1]
            lines.append(
                _source(edition, claim, side, sign=differ if first and number else " ", first=first, last=last)
            )
            lines.append(f"      {stress(edition, passage(edition, claim, other, edition.width - 6))}")
    if len(case.sides) > SIDES:
        lines.append(f"    … and {len(case.sides) - SIDES} more variants")
    return lines + (_why(edition, case) if case.verdict != "agreement" else [])


def _source(edition: Edition, claim: Claim, side: Side, *, sign: str, first: bool, last: bool) -> str:
    """Return the line above a passage: the source, the place, who says it, and what else is known of its side."""
    document = edition.documents.get(claim.document)
    source = head(printable(document.source if document else claim.document), edition.width // 3)
    more = [f"— {printable(claim.attribution.speaker)}"] if claim.attribution else []
    more += [f"({side.copied})"] if first and side.copied else []
    more += [f"+{side.more} more"] if last and side.more else []
    room = edition.width - 4 - width_of(source) - GAP
    spot = place(edition, claim, room)
    rest = head("".join(f"{' ' * GAP}{words}" for words in more), room - width_of(spot))
    sign = paint(edition, sign, "discrepancy") if sign == "≠" else sign
    return f"  {sign} {paint(edition, source, 'strong')}{' ' * GAP}{paint(edition, spot, 'faint')}{rest}"


def _why(edition: Edition, case: Case) -> list[str]:
    """Return a paragraph for each reason."""
    lines: list[str] = []
    for why in case.reasons():
        first, *rest = wrap(printable(why), edition.width - 9)
        name = "   " if lines else paint(edition, "why", "faint")
        lines += [f"    {name}  {first}", *(f"         {line}" for line in rest)]
    return lines


def _head(edition: Edition, case: Case) -> list[str]:
    """Return the verdict and what it is about, with rule, severity and id of its findings on the right."""
    rules = {(printable(rule), severity): ids for (rule, severity), ids in case.rules().items()}
    rule_width = max(width_of(rule) for rule, _ in rules)
    tags, severities = [], [severity for _, severity in rules]
    for (rule, severity), ids in rules.items():
        more = f" +{len(ids) - 1}" if len(ids) > 1 else ""
        tags.append(f"{pad(rule, rule_width)}  {pad(severity, 7)}  {printable(ids[0])}{more}")
    verdict, label = case.verdict.upper(), printable(case.label)
    room = edition.width - max(map(width_of, tags)) - GAP
    title = len(verdict) + GAP + width_of(label)
    if title > room:  # the label keeps a line to itself rather than being cut
        opening = [f"{paint(edition, verdict, severities[0])}  {head(label, edition.width - len(verdict) - GAP)}"]
        return opening + [f"    {head(tag, edition.width - 4)}" for tag in tags]
    right = [" " * (edition.width - max(map(width_of, tags)) - title) + tags[0]]
    right += [" " * (edition.width - max(map(width_of, tags))) + tag for tag in tags[1:]]
    return [f"{paint(edition, verdict, severities[0])}  {paint(edition, label, 'strong')}{right[0]}", *right[1:]]


def _table(edition: Edition, chapter: Chapter) -> Iterator[str]:
    """Yield the lines of the table facts × sources; facts × variants where the sources would not fit side by side."""
    board = chapter.board
    rows = [
        Row(
            mark=MARKS[fact.verdict],
            cells=(printable(chapter.label(fact)), *map(printable, chapter.cells(fact))),
            lines=1 if fact.verdict == "agreement" else 2,
        )
        for fact in board.facts
    ]
    heads = ("facts", *map(printable, board.sources))
    widths = widths_of(heads, rows, edition.width)
    if widths is None:
        yield from _listed(edition, chapter)
        return
    for number, line in table(heads, rows, widths):
        if number is None:
            yield paint(edition, line, "strong")
        else:
            mark = line[:1].strip()
            apart = line[1:].replace("≠", paint(edition, "≠", "discrepancy"))
            yield (paint(edition, mark, board.facts[number].verdict) or " ") + apart


def _listed(edition: Edition, chapter: Chapter) -> Iterator[str]:
    """Yield a line for each fact, and one for each of its variants; a single one stands beside its fact."""
    for fact in chapter.board.facts:
        mark, label = paint(edition, MARKS[fact.verdict], fact.verdict), printable(chapter.label(fact))
        told = [(head(printable(telling(v, fact)), edition.width // 2), v) for v in fact.variants]
        wide = max((width_of(said) for said, _ in told), default=0)
        if len(told) == 1:
            room = max(LABEL, edition.width * 3 // 4 - wide - 6)
            yield _said(edition, f"{mark} ", f"{head(label, room)}: {told[0][0]}", told[0][1])
            continue
        yield f"{mark} {head(label, edition.width - 2)}"
        yield from (_said(edition, "    ", pad(said, wide), variant) for said, variant in told)


def _said(edition: Edition, lead: str, words: str, variant: Variant) -> str:
    """Return a line on one variant: what it says, and as many of its sources as fit."""
    room = edition.width - 4 - GAP - width_of(words)
    return f"{lead}{words}{' ' * GAP}{paint(edition, _names(variant, room), 'faint')}"


def _names(variant: Variant, room: int) -> str:
    """Return as many sources of a variant as fit, one at least, and how many more there are."""
    names = [printable(source) for source in variant.sources]
    for kept in range(len(names), 0, -1):
        more = f" +{len(names) - kept}" if kept < len(names) else ""
        if kept == 1 or width_of(", ".join(names[:kept]) + more) <= room:
            return head(", ".join(names[:kept]), room - len(more)) + more
    return ""


def _failures(edition: Edition) -> list[str]:
    """Return what could not be done, one failure a paragraph."""
    lines = []
    for failure in edition.report.failures:
        words = printable(f"FAILED  {failure.document}: {failure.message} ({failure.stage})")
        first, *rest = wrap(words, edition.width - 8)
        first = first.replace("FAILED", paint(edition, "FAILED", "error") + " ", 1)
        lines += [first, *(f"        {line}" for line in rest)]
    return lines


def _summary(edition: Edition, told: Sequence[Chapter]) -> list[str]:
    """Return the counts and the exit code, and what to do next."""
    rules = [case.findings[0].rule for chapter in told for case in chapter.cases[:1]]
    following = [f"next: factcheck explain {rule}" for rule in rules[:1] if rule in edition.rules]
    return [*wrap_parts(totals(edition), edition.width), *following]
