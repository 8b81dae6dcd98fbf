"""What is judged by, and what messages say of a claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ..align.copies import Copies, witnesses
from ..claims import kinds
from ..claims.base import Claim
from ..findings import Finding
from ..models import Document
from ..settings.forms import SEVERITIES, PathRules
from .rules import Rule, RuleBook, Scope

PLAIN = Decimal(1)  # what a source is worth that nobody gives a weight


class Backed(NamedTuple):
    """The claims of one variant in order, and the sources behind them, those together that count as one.

    The weight is what these are worth to a newsroom: as much as the weightiest of those that count as one.
    """

    claims: tuple[Claim, ...]
    witnesses: tuple[frozenset[str], ...]
    weight: Decimal


class Bench(NamedTuple):
    """What is judged by: the rules, the documents of a story by id, which are copies, and which are drafts, if any.

    With drafts, a finding is told by a claim of a draft, and none is without one. `places` hold what the rule book
    has for the path of a document, where it has anything.
    """

    rules: RuleBook
    documents: Mapping[str, Document]
    copies: Copies
    drafts: frozenset[str] = frozenset()
    places: Mapping[str, tuple[PathRules, ...]] = {}
    names: Mapping[str, str] = {}

    @classmethod
    def of(cls, rules: RuleBook, documents: Mapping[str, Document], copies: Copies, drafts: frozenset[str]) -> Bench:
        """Return the bench on which a story is judged."""
        names = {id: rules.view.of(id) for id, document in documents.items() if document.path == id}
        fitting = ((id, rules.places.of(document.path)) for id, document in documents.items())
        return cls(rules, documents, copies, drafts, {id: places for id, places in fitting if places}, names)

    def name(self, document: str) -> str:
        """Return how a document is called in the id of a finding: the same, from wherever a check is run."""
        return self.names.get(document, document)

    def judges(self, *documents: str) -> bool:
        """Return whether findings on claims of these documents are wanted: one of a draft, where there is any."""
        return not self.drafts or not self.drafts.isdisjoint(documents)

    def backed(self, claims: Sequence[Claim]) -> Backed:
        """Return the claims of a variant with who tells them, and what that is worth."""
        told = witnesses(claims, self.documents, self.copies)
        weights = self.rules.weights
        worth = (max(weights.get(source, PLAIN) for source in group) for group in told)
        return Backed(tuple(claims), told, sum(worth, Decimal()) if weights else Decimal(len(told)))

    def asked(self, scope: Scope, kind: str, documents: Iterable[str]) -> tuple[Rule, ...]:
        """Return the rules of another scope than pair that claims of some documents are held to."""
        selected = {id for document in documents for place in self.places.get(document, ()) for id in place.select}
        return tuple(
            rule for rule in self.rules.asked(scope, kind) if rule.id not in self.rules.off or rule.id in selected
        )

    def graded(self, finding: Finding, documents: Iterable[str]) -> Finding | None:
        """Return a finding on some documents with the severity that holds for them, None where nobody wants it.

        What is told of several documents is told as the strictest of their paths asks; with drafts, theirs alone count.
        """
        concerned = {*documents}
        if not self.judges(*concerned):
            return None
        if not self.places:
            return None if finding.rule in self.rules.ignored else finding
        asked = [self._severity(finding, document) for document in sorted(concerned & self.drafts or concerned)]
        severity = min((grade for grade in asked if grade), key=SEVERITIES.index, default=None)
        return finding.model_copy(update={"severity": severity}) if severity else None

    def _severity(self, finding: Finding, document: str) -> str | None:
        """Return how grave a finding is where a document lies, None where its rule is to say nothing there."""
        silent, severity = finding.rule in {*self.rules.ignored, *self.rules.off}, str(finding.severity)
        for place in self.places.get(document, ()):
            silent = (silent and finding.rule not in place.select) or finding.rule in place.ignore
            severity = dict(place.severity).get(finding.rule, severity)
        return None if silent else severity


def placeholders(claim: Claim, document: Document) -> dict[str, str]:
    """Return what a message may say of a claim, by placeholder."""
    return {
        "source": document.source,
        "text": " ".join(claim.text.split()),
        "display": kinds()[claim.kind].display(claim),
        "place": f"{document.path or document.id}:{claim.line}:{claim.column}",
    }
