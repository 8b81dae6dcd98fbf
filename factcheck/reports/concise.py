"""Report -> one line for each finding, `path:line:column: severity rule message [id]`, as compilers print them."""

from __future__ import annotations

from .cases import cases
from .columns import printable
from .edition import Edition


def render(edition: Edition) -> str:
    """Return a line for each finding that is to be told, gravest first; an empty text when there are none.

    The place is that of its first claim. An article that is one of many in a file is named by its id.
    """
    lines = []
    for finding in (finding for case in cases(edition) for finding in case.findings):
        claim = edition.claims[finding.claims[0]]
        place = printable(f"{claim.document}:{claim.line}:{claim.column}")
        word = finding.severity if finding.verdict == "discrepancy" else finding.verdict
        lines.append(f"{place}: {word} {finding.rule} {printable(finding.message)} [{finding.id}]\n")
    return "".join(lines)
