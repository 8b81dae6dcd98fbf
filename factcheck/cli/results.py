"""Results that a check wrote as JSON, taken up again, with the articles they are about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..errors import UnreadableInput

if TYPE_CHECKING:
    from ..findings import Report
    from ..models import Document

NO_REPORT = "is no JSON report of “factcheck check”"
NAMED = 5  # articles that a note names


class Results(NamedTuple):
    """A report as it was written, and those of its articles that have not changed since."""

    report: Report
    documents: tuple[Document, ...]

    @property
    def absent(self) -> tuple[str, ...]:
        """Return the ids of the articles that are gone or have changed."""
        at_hand = {document.id for document in self.documents}
        return tuple(document.id for document in self.report.documents if document.id not in at_hand)


def taken_up(path: Path) -> Results:
    """Return the results in a file, with their articles. Raises UnreadableInput for what is no report."""
    import hashlib

    from ..readers import read

    report = report_in(path)
    texts = {document.id: document.text_sha256 for document in report.documents}
    found = read([p for p in dict.fromkeys(d.path for d in report.documents) if p and Path(p).is_file()]).documents
    same = (d for d in found if hashlib.sha256(d.text.encode()).hexdigest() == texts.get(d.id))
    return Results(report, tuple(same))


def report_in(path: Path) -> Report:
    """Return the report in a file. Raises UnreadableInput, with the reason, for what is none."""
    from ..claims import kinds
    from ..findings import Report

    kinds()  # each kind registers the values it carries
    try:
        raw = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    except (OSError, ValueError) as error:
        raise UnreadableInput(str(path), f"cannot be read ({getattr(error, 'strerror', None) or error})") from error
    try:
        report = Report.model_validate_json(raw)
    except ValueError as error:
        raise UnreadableInput(str(path), _refusal(raw)) from error
    if lost := _lost(report):
        raise UnreadableInput(str(path), f"is a report that names {lost} and does not hold it; check anew")
    return report


def _refusal(raw: bytes) -> str:
    """Return why the content of a file is no report that can be read."""
    import json

    try:
        plain = json.loads(raw)
    except (ValueError, RecursionError):
        return NO_REPORT
    if not isinstance(plain, dict) or plain.get("format") != "factcheck-report":
        return NO_REPORT
    if plain.get("version") != 1:
        return f"is a report of version {plain.get('version')}; this factcheck reads version 1; check anew"
    return "is a report that does not follow the schema; check anew"


def _lost(report: Report) -> str | None:
    """Return a claim, fact or document that the report names and does not hold, None where there is none."""
    documents = {document.id for document in report.documents}
    claims, facts = {claim.id for claim in report.claims}, {fact.id for fact in report.facts}
    told = {id for fact in report.facts for variant in fact.variants for id in variant.claims}
    told |= {id for finding in report.findings for id in finding.claims}
    named = {
        "claim": told - claims,
        "fact": {finding.fact for finding in report.findings if finding.fact} - facts,
        "document": {claim.document for claim in report.claims} - documents,
    }
    return next((f"the {what} “{min(ids)}”" for what, ids in named.items() if ids), None)


def absence(ids: tuple[str, ...]) -> str:
    """Return a sentence on articles whose texts are not at hand.

    >>> absence(("a.txt", "b.txt"))
    '2 articles are gone or have changed since the check, and only their claims are shown: a.txt, b.txt'
    """
    one = len(ids) == 1
    names = ", ".join(ids[:NAMED]) + (f" and {len(ids) - NAMED} more" if len(ids) > NAMED else "")
    subject = "1 article is gone or has" if one else f"{len(ids)} articles are gone or have"
    return f"{subject} changed since the check, and only {'its' if one else 'their'} claims are shown: {names}"
