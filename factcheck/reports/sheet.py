"""A report on its way to a terminal: what a layout looks up, and a passage cut to fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..claims.base import Claim
from ..findings import Report
from ..models import Document
from . import printable, short_names, tail, width_of, window

STYLES = {"error": "1;31", "warning": "1;33", "info": "36", "discrepancy": "31", "compatible": "33",
          "agreement": "32", "strong": "1", "faint": "2"}  # fmt: skip


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

    def passage(self, claim: Claim, other: str, width: int) -> str:
        """Return the sentence around a claim, the claim marked ‹so›, cut with “…” to a width."""
        text, reach = self.texts.get(claim.document, ""), 2 * width + 20
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
        return line.replace(marked, self.paint(marked, "strong"), 1)


def sheet_of(report: Report, documents: Sequence[Document], *, width: int, color: bool) -> Sheet:
    """Return the sheet of a report; without the text of a document, its passages are its claims alone."""
    return Sheet(
        report=report,
        claims={claim.id: claim for claim in report.claims},
        texts={document.id: document.text for document in documents},
        names=short_names(report.documents),
        order={document.id: number for number, document in enumerate(report.documents)},
        width=width,
        color=color,
    )


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
