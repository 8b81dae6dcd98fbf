"""Report -> one line for each finding, `path:line:column: severity rule message [id]`, as compilers print them."""

from __future__ import annotations

from .cases import cases
from .columns import printable
from .edition import Edition


def render(edition: Edition) -> str:
    """Return a line for each finding that is to be told, gravest first; an empty text when there are none.

    The place is that of the claim in question. An article that is one of many in a file is named by its id.
    """
    lines = []
    for finding in (finding for case in cases(edition) for finding in case.findings):
        place = next((f"{c.document}:{c.line}:{c.column}" for c in edition.told(finding)), "factcheck")
        word = finding.severity if finding.verdict == "discrepancy" else finding.verdict
        lines.append(f"{place}: {word} {finding.rule} {finding.message} [{finding.id}]")
    return "".join(f"{printable(line)}\n" for line in lines)
