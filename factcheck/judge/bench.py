"""What is judged by, and what messages say of a claim."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..align.copies import Copies
from ..claims import kinds
from ..claims.base import Claim
from ..models import Document
from .rules import RuleBook


class Bench(NamedTuple):
    """What is judged by: the rules, the documents of a story by id, which are copies, and which are drafts, if any.

    With drafts, a finding is told by a claim of a draft, and none is without one.
    """

    rules: RuleBook
    documents: Mapping[str, Document]
    copies: Copies
    drafts: frozenset[str] = frozenset()

    def judges(self, *documents: str) -> bool:
        """Return whether findings on claims of these documents are wanted: one of a draft, where there is any."""
        return not self.drafts or not self.drafts.isdisjoint(documents)


def placeholders(claim: Claim, document: Document) -> dict[str, str]:
    """Return what a message may say of a claim, by placeholder."""
    return {
        "source": document.source,
        "text": " ".join(claim.text.split()),
        "display": kinds()[claim.kind].display(claim),
        "place": f"{document.path or document.id}:{claim.line}:{claim.column}",
    }
