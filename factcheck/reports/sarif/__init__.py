"""Report -> SARIF 2.1.0, one run: what code scanning and the viewers of editors take.

Columns are UTF-16 units, as GitHub and the editors that are written in JavaScript or C# count them. Agreements and
what is compatible are results only where they are asked for; what was dismissed is a result that is suppressed.
Nothing here depends on a clock, a machine or a user: files are named from where the check ran.
"""

from __future__ import annotations

from typing import Any

from ... import __version__
from ...findings import Failure, Finding
from ..annotations import failed_place, fingerprints
from ..cases import cases, gravity
from ..edition import Edition
from ..json import encode
from .messages import message_of, plain
from .places import ROOT, artifacts, located, location
from .rules import LEVELS, descriptor, stages

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
KINDS = {"agreement": "pass", "compatible": "informational", "discrepancy": "fail"}
FINGERPRINT = "factcheckWords/v1"  # by the rule, the files and the words; primaryLocationLineHash is GitHub's own
Json = dict[str, Any]


def render(edition: Edition) -> str:
    """Return a SARIF log with one run."""
    return encode({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(edition)]}, indent=2, sort_keys=False) + "\n"


def _run(edition: Edition) -> Json:
    """Return the run: the tool, what became of it, the files, the results."""
    found = _found(edition)
    rules = sorted({finding.rule for finding in found})
    examples = {finding.rule: finding for finding in reversed(found)}
    failed = sorted({str(failure.stage) for failure in edition.report.failures})
    files = artifacts(edition)
    return {
        "tool": {
            "driver": {
                "name": "factcheck",
                "version": __version__,
                "rules": [descriptor(edition, examples[rule]) for rule in rules],
                **({"notifications": stages(failed)} if failed else {}),
            }
        },
        "invocations": [_invocation(edition, failed)],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which factcheck ran."}}},
        "artifacts": files,
        "columnKind": "utf16CodeUnits",
        "results": _results(edition, found, rules, {file["location"]["uri"]: n for n, file in enumerate(files)}),
    }


def _found(edition: Edition) -> list[Finding]:
    """Return the findings that are told, gravest first, and behind them those that were dismissed."""
    told = [finding for case in cases(edition) for finding in case.findings]
    dismissed = [finding for finding in edition.shown() if finding.decision == "dismiss"]
    return [*told, *sorted(dismissed, key=gravity)]


def _invocation(edition: Edition, failed: list[str]) -> Json:
    """Return how the check went; what failed is told, for then not everything was looked at."""
    failures = edition.report.failures
    return {
        "executionSuccessful": not failures,
        "exitCode": edition.exit_code,
        "toolExecutionNotifications": [_notification(failure, failed.index(failure.stage)) for failure in failures],
    }


def _notification(failure: Failure, index: int) -> Json:
    path, line = failed_place(failure)
    place = {"region": {"startLine": line}} if line else {}
    return {
        "level": "error",
        "message": {"text": plain(f"{failure.document}: {failure.message}")},
        "descriptor": {"id": failure.stage, "index": index},
        **({"locations": [{"physicalLocation": {"artifactLocation": located(path), **place}}]} if path else {}),
    }


def _results(edition: Edition, found: list[Finding], rules: list[str], files: dict[str, int]) -> list[Json]:
    """Return a result for each finding; all tell whether they are suppressed, or none does, as the standard asks."""
    prints = fingerprints(edition, found)
    any_dismissed = any(finding.decision == "dismiss" for finding in found)
    results = []
    for finding in found:
        claims = edition.told(finding)
        result = {
            "ruleId": finding.rule,
            "ruleIndex": rules.index(finding.rule),
            "kind": KINDS[finding.verdict],
            "level": LEVELS[finding.severity] if finding.verdict == "discrepancy" else "none",
            "message": message_of(edition, finding),
            "locations": [location(edition, claim, files) for claim in claims[:1]],
            "relatedLocations": [location(edition, claim, files, n) for n, claim in enumerate(claims[1:], start=1)],
            "partialFingerprints": {FINGERPRINT: prints[finding.id]},
            "properties": {"finding": finding.id} | ({"decision": finding.decision} if finding.decision else {}),
        }
        if any_dismissed:
            result["suppressions"] = _suppressions(edition, finding)
        results.append(result)
    return results


def _suppressions(edition: Edition, finding: Finding) -> list[Json]:
    """Return why a finding counts no more, empty where it does; a remark in an article suppresses from inside."""
    if finding.decision != "dismiss":
        return []
    reason = edition.reasons.get(finding.id)
    kind = "inSource" if finding.id in edition.remarked else "external"
    return [{"kind": kind, "status": "accepted", **({"justification": reason} if reason else {})}]
