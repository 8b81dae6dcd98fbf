"""Report -> CSV for a spreadsheet: a row for each finding, its two sides in columns, gravest first.

RFC 4180, and a byte order mark at the front: without it Excel reads UTF-8 as the code page of its machine. No
cell is a formula: text that would begin one has an apostrophe before it, which spreadsheets know for "text".
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from ..claims.base import Claim
from ..findings import Finding
from .cases import weight
from .columns import head, printable
from .edition import Edition
from .meaning import sense

MARK = "\ufeff"
_SIDE = (
    "source",
    "published",
    "document",
    "line",
    "column",
    "text",
    "number",
    "unit",
    "meaning",
    "speaker",
    "sentence",
)
COLUMNS = (
    "id", "verdict", "severity", "fails", "decision", "reason", "rule", "story", "kind", "fact", "message", "why",
    *(f"{side}_{part}" for side in ("left", "right") for part in _SIDE),
)  # fmt: skip
LONGEST = 32_000  # characters: a cell of Excel holds 32,767
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
# What begins a formula, also in full width; behind a semicolon too, which separates cells where commas mark decimals.
_FORMULA = re.compile(r"(^|;)(?=\s*[=+\-@＝＋－＠|])")
_REREAD = re.compile(
    r"0\d+|\d+(?:[-/:eE]\d+)+"
)  # what a spreadsheet takes for a day, a time, a power: 3-1, 1/2, 12e34567


def render(edition: Edition) -> str:
    """Return a row for each finding of the verdicts that are shown, those that were dismissed included."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for finding in sorted(edition.shown(), key=lambda finding: weight(edition, finding)):
        rows.writerow(map(cell, _row(edition, finding)))
    return MARK + text.getvalue()


def cell(text: str) -> str:
    """Return text as one cell, on one line; a number stays a number.

    >>> cell("-3.5"), cell("=1+1"), cell("- and so on"), cell("14 officers"), cell("3-1")
    ('-3.5', "'=1+1", "'- and so on", '14 officers', "'3-1")
    """
    line = head(printable(text).strip(), LONGEST)
    if _REREAD.fullmatch(line):
        return f"'{line}"
    return line if _NUMBER.fullmatch(line) else _FORMULA.sub(r"\1'", line)


def _row(edition: Edition, finding: Finding) -> Iterator[str]:
    """Yield the cells of a finding, in the order of the columns."""
    claims, fact = edition.told(finding), edition.facts.get(finding.fact or "")
    document = edition.documents.get(claims[0].document) if claims else None
    yield from (finding.id, finding.verdict, finding.severity, "yes" if edition.fails(finding) else "no")
    yield from (finding.decision or "", edition.reasons.get(finding.id, ""), finding.rule)
    yield fact.story if fact else document.story if document else ""
    yield fact.kind if fact else claims[0].kind if claims else ""
    yield from (fact.label if fact else "", finding.message, " ".join(finding.why))
    for claim in (*claims, None, None)[:2]:
        yield from _side(edition, claim) if claim else ("",) * len(_SIDE)


def _side(edition: Edition, claim: Claim) -> Iterator[str]:
    """Yield the cells of a claim; its number where it prints one, its sentence where the article is at hand."""
    document, value = edition.documents.get(claim.document), claim.value
    yield document.source if document else ""
    yield document.published.isoformat() if document and document.published else ""
    yield from (claim.document, str(claim.line), str(claim.column), claim.text)
    figures: tuple[str, ...] = getattr(value, "stated", ())
    yield figures[0] if len(figures) == 1 else ""
    yield getattr(value, "unit", None) or ""
    yield sense(value)
    yield claim.attribution.speaker if claim.attribution else ""
    yield edition.texts.get(claim.document, "")[claim.sentence.start : claim.sentence.end]
