"""What a writer has decided inside a draft, by a comment beside the words that a rule finds fault with.

`<!-- factcheck: ignore RULE -- reason -->` at the end of a line speaks of that line, and on a line of its own of
the paragraph that follows. A finding that it speaks of counts as dismissed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from .claims.base import Claim
from .findings import Finding, Report
from .located import shown, unknown
from .models import Document
from .text.clean import CLOSE, OPEN, comments, plain

OURS = "factcheck:"
FORM = "<!-- factcheck: ignore RULE -- reason -->"
_IGNORE = re.compile(r"ignore\s+([a-z0-9-]+)\s+--\s+(\S.*)", re.DOTALL)
_BARE = re.compile(r"ignore\s+[a-z0-9-]+\s*(?:--\s*)?$")
WIDEST = 120  # letters of a comment that a message shows
_BLANK = re.compile(r"\n[ \t\r]*\n")
_WORD = re.compile(r"\S")


class Remark(NamedTuple):
    """A comment that has a rule ignored: where it stands, and the half-open stretch of text that it speaks of."""

    document: str
    place: str
    rule: str
    reason: str
    start: int
    end: int
    own: str = ""

    def blamed(self, message: str) -> str:
        """Return what is wrong with the remark, with its place and itself."""
        return f"{self.place}: {message}\n    {self.own}"

    def speaks_of(self, claim: Claim) -> bool:
        """Return whether a claim stands in the stretch."""
        return claim.document == self.document and claim.start < self.end and self.start < claim.end


class _Stretch(NamedTuple):
    """A half-open stretch of a text; a bare line has nothing but comments."""

    start: int
    end: int
    bare: bool = False


class Heeded(NamedTuple):
    """Findings with those dismissed that a remark speaks of, why, by id, and what is wrong with remarks."""

    findings: tuple[Finding, ...]
    reasons: dict[str, str]
    problems: tuple[str, ...]


def heeded(report: Report, documents: Sequence[Document], rules: Collection[str]) -> Heeded:
    """Return what the remarks in some documents make of the findings on them; `rules` are the ids that there are."""
    read = [remark for document in documents for remark in remarks(document)]
    problems = [remark for remark in read if isinstance(remark, str)]
    standing = [remark for remark in read if isinstance(remark, Remark)]
    claims = {claim.id: claim for claim in report.claims} if standing else {}
    used: set[Remark] = set()
    findings, reasons = [], {}
    for finding in report.findings:
        met = {r for r in standing if r.rule == finding.rule and any(r.speaks_of(claims[id]) for id in finding.claims)}
        used |= met
        if met and finding.decision is None:
            reasons[finding.id] = "; ".join(sorted({remark.reason for remark in met}))
            finding = finding.model_copy(update={"decision": "dismiss"})
        findings.append(finding)
    for remark in standing:
        if remark.rule not in rules:
            problems.append(remark.blamed(unknown("rule id", remark.rule, sorted(rules))))
        elif remark not in used:
            problems.append(remark.blamed(f"“ignore {remark.rule}” meets no finding; take it out"))
    return Heeded(tuple(findings), reasons, tuple(problems))


def remarks(document: Document) -> Iterator[Remark | str]:
    """Yield the remarks of a document, and a sentence for each that cannot be read.

    >>> text = "Nearly 14 were held. <!-- factcheck: ignore hedged-against-exact -- the wire says so too -->"
    >>> [(found.rule, found.end) for found in remarks(Document(id="d", source="d", text=text))]
    [('hedged-against-exact', 92)]
    """
    if OURS not in document.text:
        return
    text = plain(document.text)
    line, opens, at = 1, 0, 0
    here = after = _Stretch(-1, -1)  # the last line and the last paragraph found: others may speak of them too
    for start, end in comments(document.text):
        line, opens = line + text.count("\n", at, start), max(opens, text.rfind("\n", at, start) + 1)
        at = start
        said = document.text[start + len(OPEN) : end - len(CLOSE)].strip()
        if not said.startswith(OURS):
            continue
        if here.end < start:
            here = _line_of(text, start, end)
        if here.bare and after.start < here.end:
            after = _paragraph_after(text, here.end)
        place = f"{document.path or document.id}:{line}:{start - opens + 1}"
        own = shown(" ".join(document.text[start:end].split()), WIDEST)
        told = _IGNORE.match(said.removeprefix(OURS).strip())
        reach = after if here.bare else here
        if told:
            yield Remark(document.id, place, told[1], " ".join(told[2].split()), reach.start, reach.end, own)
        else:
            lacks = "give the reason as well; " if _BARE.match(said.removeprefix(OURS).strip()) else ""
            yield f"{place}: {lacks}write {FORM}\n    {own}"


def _line_of(text: str, start: int, end: int) -> _Stretch:
    """Return the line that a comment stands on, in a text without its comments."""
    opens, closes = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    closes = len(text) if closes < 0 else closes
    return _Stretch(opens, closes, bare=not text[opens:closes].strip())


def _paragraph_after(text: str, at: int) -> _Stretch:
    """Return the first paragraph behind a place; one without length where there is none."""
    word = _WORD.search(text, at)
    if word is None:
        return _Stretch(len(text), len(text))
    blank = _BLANK.search(text, word.start())
    return _Stretch(word.start(), blank.start() if blank else len(text))
