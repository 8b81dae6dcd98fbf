"""Report -> text for a terminal: what an editor reads in ten seconds.

Discrepancies first, each with the passages of its sides and why; then the table facts × sources; then
what failed, and one line that counts. Words carry the verdicts; colour, where asked for, repeats them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..claims.base import Claim
from ..findings import RANK, Fact, Finding, Report
from ..models import Document
from . import Row, counted, head, pad, printable, short_names, table, tail, width_of, window, wrap, wrap_parts

SEVERITIES = ("error", "warning", "info")
MARKS = {"discrepancy": "✗", "compatible": "≈", "agreement": "✓"}
STYLES = {"error": "1;31", "warning": "1;33", "info": "36", "discrepancy": "31", "compatible": "33",
          "agreement": "32", "strong": "1", "faint": "2"}  # fmt: skip
SIDES = 6  # variants of one fact that are spelt out
A_SIDE = 2  # claims that are spelt out of one variant
GAP = 2  # columns between the parts of a head line


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report with what its layout looks up: claims, texts and short names by id, places, the width."""

    report: Report
    claims: dict[str, Claim]
    texts: dict[str, str]
    names: dict[str, str]
    order: dict[str, int]
    width: int
    color: bool

    def paint(self, text: str, style: str) -> str:
        """Return the text in a style, or as it is where no colour is asked for."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.color and text else text

    def at(self, claim: Claim) -> tuple[int, int, int]:
        """Return where a claim stands, for sorting."""
        return self.order.get(claim.document, len(self.order)), claim.start, claim.end

    def place(self, claim: Claim, width: int) -> str:
        """Return file:line:column, the name of the file cut at its front where it is too wide."""
        spot = f":{claim.line}:{claim.column}"
        name = printable(self.names.get(claim.document, claim.document))
        return tail(name, max(1, width - len(spot))) + spot


@dataclass(frozen=True, slots=True)
class Side:
    """The claims of one variant that are spelt out, and how many more there are."""

    claims: tuple[Claim, ...]
    more: int


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
    sheet = Sheet(
        report=report,
        claims={claim.id: claim for claim in report.claims},
        texts={document.id: document.text for document in documents},
        names=short_names(report.documents),
        order={document.id: number for number, document in enumerate(report.documents)},
        width=width,
        color=color,
    )
    groups = _groups(sheet, show)
    blocks = [_group(sheet, fact, found) for fact, found in groups]
    blocks += [*_stories(sheet), _failures(sheet), _summary(sheet, exit_code, groups)]
    return "\n\n".join("\n".join(line.rstrip() for line in block) for block in blocks if block) + "\n"


def _groups(sheet: Sheet, show: Collection[str]) -> list[tuple[Fact, list[Finding]]]:
    """Return the facts to spell out with their findings: gravest first, then by place."""
    facts = {fact.id: fact for fact in sheet.report.facts}
    found: dict[str, list[Finding]] = {}
    for finding in sorted(sheet.report.findings, key=_gravity):
        if finding.verdict in show and finding.fact in facts:
            found.setdefault(finding.fact, []).append(finding)

    def rank(fact: str) -> tuple[tuple[int, int], tuple[int, int, int], str]:
        first = found[fact][0]
        places = [sheet.at(sheet.claims[id]) for id in first.claims if id in sheet.claims]
        return _gravity(first)[:2], min(places, default=(0, 0, 0)), fact

    return [(facts[fact], found[fact]) for fact in sorted(found, key=rank)]


def _gravity(finding: Finding) -> tuple[int, int, str, str]:
    return -RANK[finding.verdict], SEVERITIES.index(finding.severity), finding.rule, finding.id


def _group(sheet: Sheet, fact: Fact, findings: list[Finding]) -> list[str]:
    """Return the lines of one fact: its head, a passage for each claim spelt out, and why."""
    sides = _sides(sheet, fact, findings)
    spots = [width_of(sheet.place(c, sheet.width)) for side in sides[:SIDES] for c in side.claims]
    spot = min(max(spots, default=0), sheet.width * 2 // 5)
    lines = _head(sheet, fact, findings)
    for number, side in enumerate(sides[:SIDES]):
        sign = "  " if number == 0 else "≠ " if findings[0].verdict == "discrepancy" else "≈ "
        other = sides[1 if number == 0 and len(sides) > 1 else 0].claims[0].text
        for row, claim in enumerate(side.claims):
            more = f"  +{side.more} more" if side.more and row == len(side.claims) - 1 else ""
            lead = f"  {sign if row == 0 else '  '}{pad(sheet.place(claim, spot), spot)}  "
            lines.append(lead + _passage(sheet, claim, other, sheet.width - 6 - spot - len(more)) + more)
    if len(sides) > SIDES:
        lines.append(f"    … and {len(sides) - SIDES} more variants")
    return lines + _why(sheet, findings)


def _why(sheet: Sheet, findings: list[Finding]) -> list[str]:
    """Return a paragraph for the reason of each rule, and what else the gravest finding rests on."""
    parts = [(finding.why or (finding.message,))[0] for finding in findings] + [*findings[0].why[1:]]
    lines: list[str] = []
    for why in dict.fromkeys(parts):
        first, *rest = wrap(printable(why), sheet.width - 9)
        name = "   " if lines else sheet.paint("why", "faint")
        lines += [f"    {name}  {first}", *(f"         {line}" for line in rest)]
    return lines


def _head(sheet: Sheet, fact: Fact, findings: list[Finding]) -> list[str]:
    """Return the verdict and the fact's label, with rule, severity and id of its findings on the right."""
    rules: dict[tuple[str, str], list[str]] = {}
    for finding in findings:
        rules.setdefault((finding.rule, finding.severity), []).append(finding.id)
    rule_width = max(width_of(rule) for rule, _ in rules)
    tags, severities = [], [severity for _, severity in rules]
    for (rule, severity), ids in rules.items():
        more = f" +{len(ids) - 1}" if len(ids) > 1 else ""
        tags.append(f"{pad(rule, rule_width)}  {pad(severity, 7)}  {ids[0]}{more}")
    verdict, label = findings[0].verdict.upper(), printable(fact.label)
    room = sheet.width - max(map(width_of, tags)) - GAP
    title = len(verdict) + GAP + width_of(label)
    if title > room:  # the label keeps a line to itself rather than being cut
        opening = [f"{sheet.paint(verdict, severities[0])}  {head(label, sheet.width - len(verdict) - GAP)}"]
        return opening + [f"    {head(tag, sheet.width - 4)}" for tag in tags]
    right = [" " * (sheet.width - max(map(width_of, tags)) - title) + tags[0]]
    right += [" " * (sheet.width - max(map(width_of, tags))) + tag for tag in tags[1:]]
    return [f"{sheet.paint(verdict, severities[0])}  {sheet.paint(label, 'strong')}{right[0]}", *right[1:]]


def _sides(sheet: Sheet, fact: Fact, findings: list[Finding]) -> list[Side]:
    """Return the variants that the findings name, the one that most of them name first.

    Where no variants are named, each claim stands for itself.
    """
    named = [id for finding in findings for id in finding.claims if id in sheet.claims]
    variants = {variant.id: variant for variant in fact.variants}
    sides = []
    uses = Counter(id for finding in findings for id in finding.variants if id in variants)
    for id, _ in uses.most_common():
        held = [claim for claim in variants[id].claims if claim in sheet.claims]
        rest = sorted(held, key=lambda id: sheet.at(sheet.claims[id]))
        ordered = dict.fromkeys([*(claim for claim in named if claim in held), *rest])
        if claims := [sheet.claims[id] for id in ordered]:
            chosen = _chosen(claims)
            sides.append(Side(chosen, len(claims) - len(chosen)))
    return sides or [Side((sheet.claims[id],), 0) for id in dict.fromkeys(named)]


def _chosen(claims: list[Claim]) -> tuple[Claim, ...]:
    """Return the claims to spell out: the first, and where there is one, that of another document."""
    elsewhere = [claim for claim in claims[1:] if claim.document != claims[0].document]
    return (claims[0], *(elsewhere + claims[1:])[: A_SIDE - 1])


def _passage(sheet: Sheet, claim: Claim, other: str, width: int) -> str:
    """Return the sentence around a claim, the claim marked ‹so›, cut with “…” to a width."""
    text, reach = sheet.texts.get(claim.document, ""), 2 * width + 20
    before = text[max(min(claim.sentence.start, claim.start), claim.start - reach) : claim.start]
    after = text[claim.end : min(max(claim.sentence.end, claim.end), claim.end + reach)]
    before, words, after = (
        printable(before).lstrip(),
        printable(claim.text).strip(),
        printable(after).rstrip(),
    )
    if width_of(words) > width - 4:
        words = window(words, *_difference(words, printable(other)), width - 4)
    marked = f"‹{words}›"
    line = window(before + marked + after, len(before), len(before) + len(marked), width)
    return line.replace(marked, sheet.paint(marked, "strong"), 1)


def _difference(words: str, other: str) -> tuple[int, int]:
    """Return where the words first say something else than another text does; their start if nowhere.

    A quotation is too long for a line; what the editor looks for is the word that was changed in it.
    """
    ours, theirs = words.split(" "), other.split(" ")
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    changed = [step for step in steps if step[0] == "replace"] or [s for s in steps[1:-1] if s[0] != "equal"]
    if not changed:
        return 0, 0
    _, first, last, _, _ = changed[0]
    start = len(" ".join(ours[:first])) + (first > 0)
    return start, start + len(" ".join(ours[first:last]))


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


def _summary(sheet: Sheet, exit_code: int, groups: list[tuple[Fact, list[Finding]]]) -> list[str]:
    """Return the counts and the exit code, and what to do next."""
    report, counts = sheet.report, sheet.report.summary
    verdicts = [f"{counts.agreement} agree"] if counts.agreement else []
    verdicts += [f"{counts.compatible} compatible"] if counts.compatible else []
    verdicts.append(counted(counts.discrepancy, "discrepancy"))
    verdicts += [f"{counts.single_source} told by one source"] if counts.single_source else []
    parts = [counted(counts.documents, "document"), counted(counts.claims, "claim")]
    parts.append(f"{counted(counts.facts, 'fact')}: {', '.join(verdicts)}")
    parts += [counted(len(report.failures), "failure")] if report.failures else []
    lines = wrap_parts([*parts, f"exit {exit_code}"], sheet.width)
    return lines + [f"next: factcheck explain {found[0].rule}" for _, found in groups[:1]]
