"""What reports for a terminal draw: painted words, places, and passages cut to fit with their words marked."""

from __future__ import annotations

import re

from ..claims.base import Claim
from ..text.differing import differing
from .columns import head, printable, tail, width_of, window
from .edition import Edition

STYLES = {"error": "1;31", "warning": "1;33", "info": "36", "discrepancy": "31", "compatible": "33",
          "agreement": "32", "strong": "1", "faint": "2"}  # fmt: skip
MARKED = re.compile("‹[^›]*›")


def paint(edition: Edition, text: str, style: str) -> str:
    """Return the text in a style, or as it is where no colour is asked for."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if edition.color and text else text


def place(edition: Edition, claim: Claim, width: int) -> str:
    """Return file:line:column, the name of the file cut at its front where it is too wide."""
    spot = f":{claim.line}:{claim.column}"
    name = printable(edition.names.get(claim.document, claim.document))
    return tail(name, max(1, width - len(spot))) + spot


def passage(edition: Edition, claim: Claim, other: str, width: int) -> str:
    """Return the sentence around a claim, cut with “…” to a width.

    The claim is marked ‹so›; of a quotation or a long claim, the words in which it differs from another.
    """
    text, reach = edition.texts.get(claim.document, ""), 2 * width + 20
    before = printable(text[max(min(claim.sentence.start, claim.start), claim.start - reach) : claim.start]).lstrip()
    after = printable(text[claim.end : min(max(claim.sentence.end, claim.end), claim.end + reach)]).rstrip()
    words, first, last = _marked(printable(claim.text).strip(), printable(other), claim.kind, width)
    return window(before + words + after, len(before) + first, len(before) + last, width)


def stress(edition: Edition, line: str) -> str:
    """Return a passage with its marked words in the style of what matters."""
    return MARKED.sub(lambda found: paint(edition, found.group(), "strong"), line)


def _marked(words: str, other: str, kind: str, width: int) -> tuple[str, int, int]:
    """Return the words of a claim with marks in them, and the stretch of the result that must be seen."""
    long = kind == "quote" or width_of(words) > width - 4
    stretches = (differing(words, other) if long else []) or [(0, len(words))]
    marked, done, edges = "", 0, list[int]()
    for start, end in stretches:
        marked += words[done:start]
        edges.append(len(marked))
        marked += f"‹{head(words[start:end], width - 4)}›"
        edges.append(len(marked))
        done = end
    last = edges[-1] if edges[-1] - edges[0] <= width - 2 else edges[1]
    return marked + words[done:], edges[0], last
