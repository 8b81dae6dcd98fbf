"""What forms for code review and CI say beside a file: one annotation for each failure and each finding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from posixpath import normpath
from typing import NamedTuple

from ..claims.base import Claim
from ..findings import Failure, Finding
from ..models import Severity, content_id
from .cases import cases
from .columns import head, printable
from .edition import Edition
from .position import Region

WORDS = 120  # columns of the words of another source
LINE = 1_000  # columns of a line of a message
STAGES = {
    "read": "An input could not be read",
    "extract": "The claims of an article could not be read",
    "judge": "A story could not be judged",
}
_LINE_OF_FILE = re.compile(r"(.+\.jsonl):(\d+)", re.DOTALL)  # news.jsonl:12


class Annotation(NamedTuple):
    """What is said beside a place in a file; each line of it is safe to print.

    `message` says what it is, `why` the reason of the rule, `see` the claims that the place does not show; `claims`
    are all of them, that in question, whose region is `place`, first. A failure has none, and no `finding`. The
    fingerprint is of no other annotation of the report, and the same as long as the words stay.
    """

    check: str
    title: str
    severity: Severity
    message: str
    place: Region
    fingerprint: str
    why: str = ""
    see: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    finding: str = ""

    def text(self) -> str:
        """Return all that is said, in lines."""
        see = (f"See {claim}" for claim in self.see)
        finding = f"finding {self.finding}" if self.finding else ""
        return "\n".join(line for line in (self.message, self.why, *see, finding) if line)


def annotated(edition: Edition) -> list[Annotation]:
    """Return what failed, then the findings that are to be told, gravest first."""
    failed = [_of_failure(failure) for failure in edition.report.failures]
    found = [finding for case in cases(edition) for finding in case.findings if edition.told(finding)]
    prints = fingerprints(edition, found)
    return failed + [_of_finding(edition, finding, prints[finding.id]) for finding in found]


def _of_failure(failure: Failure) -> Annotation:
    """Return a failure as an annotation of its file."""
    check, (path, line) = f"factcheck-{failure.stage}", failed_place(failure)
    return Annotation(
        check=check,
        title=STAGES[failure.stage],
        severity="error",
        message=_line(failure.message),
        place=Region(path, line, None, None, None),
        fingerprint=content_id(check, _encodable(failure.document), _encodable(failure.message), length=32),
    )


def _of_finding(edition: Edition, finding: Finding, fingerprint: str) -> Annotation:
    """Return a finding as an annotation of the claim in question."""
    claims = edition.told(finding)
    place = edition.region(claims[0])
    told = claims[1:] if place.line else claims  # one of many articles in a file is told by name
    return Annotation(
        check=finding.rule,
        title=_heading(edition, finding),
        severity=finding.severity if finding.verdict == "discrepancy" else "info",
        message=_line(finding.message),
        place=place,
        fingerprint=fingerprint,
        why=_line(finding.why[0]) if finding.why else "",
        see=tuple(_line(spot(edition, claim)) for claim in told),
        claims=claims,
        finding=_line(finding.id),
    )


def _line(text: str) -> str:
    return head(printable(text), LINE)


def title(edition: Edition, finding: Finding) -> str:
    """Return what the rule of a finding is called; its id in words where the rule is not at hand."""
    rule = edition.rules.get(finding.rule)
    return printable(rule.title if rule else finding.rule.replace("-", " ").capitalize())


def _heading(edition: Edition, finding: Finding) -> str:
    """Return what a rule is called and what the finding is about; a quotation is its own label, in the message."""
    fact, name = edition.facts.get(finding.fact or ""), title(edition, finding)
    if fact is None or fact.label.startswith("“") or fact.label in finding.message:
        return name
    return f"{name}: {printable(fact.label)}"


def said_by(edition: Edition, claim: Claim) -> str:
    """Return who says a claim, and its words: Sky News: “Almost 14 officers”."""
    document = edition.documents.get(claim.document)
    source = document.source if document else claim.document
    return f"{head(printable(source), WORDS)}: “{head(printable(claim.text).strip('“”'), WORDS)}”"


def spot(edition: Edition, claim: Claim) -> str:
    """Return who says a claim, its words, and its place: Sky News: “Almost 14 officers”, sky.txt:27:1."""
    return f"{said_by(edition, claim)}, {claim.document}:{claim.line}:{claim.column}"


def failed_place(failure: Failure) -> tuple[str, int | None]:
    """Return the file of a failure, and the line where one is known.

    >>> failed_place(Failure(document="wires/today.jsonl:12", stage="read", message="is no JSON"))
    ('wires/today.jsonl', 12)
    """
    told = _LINE_OF_FILE.fullmatch(failure.document)
    return (told[1], int(told[2])) if told else (failure.document, None)


def tidy(path: str) -> str:
    """Return a path without steps that lead nowhere, as a repository names its files.

    >>> tidy("./seeds//itv.txt"), tidy("../itv.txt")
    ('seeds/itv.txt', '../itv.txt')
    """
    return normpath(path) if path else ""


def fingerprints(edition: Edition, findings: Iterable[Finding]) -> dict[str, str]:
    """Return the fingerprint of each finding by its id, no two of them alike.

    It is made from the rule, the documents and their words, whatever stands around them; where the same words meet
    more than once, also from their order in the articles.
    """
    alike: Counter[str] = Counter()
    prints: dict[str, str] = {}
    for finding in sorted(findings, key=lambda found: sorted(map(edition.at, edition.told(found)))):
        words = sorted(f"{claim.document} {' '.join(claim.text.casefold().split())}" for claim in edition.told(finding))
        plain = content_id(*map(_encodable, (finding.rule, *words)), length=32)
        alike[plain] += 1
        prints[finding.id] = plain if alike[plain] == 1 else content_id(plain, str(alike[plain]), length=32)
    return prints


def _encodable(text: str) -> str:
    """Return text without lone surrogates, which no bytes can be made of."""
    return text.encode("utf-8", "backslashreplace").decode()
