"""Messages of SARIF: plain text in which nothing that an article says becomes a link or a placeholder."""

from __future__ import annotations

from typing import Any

from ...claims.base import Claim
from ...findings import Finding
from ..columns import head, printable
from ..edition import Edition

LONGEST = 1_000  # columns of a line
CLOSING = (".", "!", "?")
NAME = 100  # columns of the name of a source in a link


def plain(text: str) -> str:
    """Return one line of a message. Braces are doubled, for {0} is a placeholder; no link can begin inside.

    >>> plain("see [1](1) and {0}")
    'see [1] (1) and {{0}}'
    """
    line = head(printable(text), LONGEST)
    return line.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def message_of(edition: Edition, finding: Finding) -> dict[str, Any]:
    """Return what a finding says, links to the claims that it is held against, and what it rests on."""
    claims, said = edition.told(finding), plain(finding.message)
    if links := ", ".join(_link(edition, claim, claims[0], n) for n, claim in enumerate(claims[1:], start=1)):
        said += f"{'' if said.rstrip('”').endswith(CLOSING) else '.'} Compare {links}."
    return {"text": "\n".join([said, *map(plain, finding.why[1:])])}


def _link(edition: Edition, claim: Claim, first: Claim, number: int) -> str:
    """Return a link to a related location: the name of the source, in the same article the line."""
    document = edition.documents.get(claim.document)
    name = document.source if document else claim.document
    if first.document == claim.document:
        name = f"line {claim.line}"
    words = head(printable(name), NAME).replace("{", "{{").replace("}", "}}") or "source"
    for mark in "\\[]":
        words = words.replace(mark, f"\\{mark}")
    return f"[{words}]({number})"
