"""Report -> Code Quality report of GitLab: what a merge request shows beside its changes.

GitLab compares two reports by fingerprints, so each is the same as long as the words of its finding stay, and of no
other. A discrepancy that is an error is major, a warning minor; critical is left for what could not be checked.
"""

from __future__ import annotations

from .annotations import Annotation, annotated, tidy
from .edition import Edition
from .json import encode

SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}
FAILED = "critical"


def render(edition: Edition) -> str:
    """Return a JSON array with an object for each failure and finding, gravest first."""
    return encode([_issue(annotation) for annotation in annotated(edition)], indent=2) + "\n"


def _issue(annotation: Annotation) -> dict[str, object]:
    """Return one issue; what stands somewhere in a file, as an article of a .jsonl file, stands in its first line."""
    see = "".join(f" · see {claim}" for claim in annotation.see)
    return {
        "check_name": annotation.check,
        "description": f"{annotation.title}: {annotation.message}{see}",
        "fingerprint": annotation.fingerprint,
        "location": {"path": tidy(annotation.place.path), "lines": {"begin": annotation.place.line or 1}},
        "severity": SEVERITIES[annotation.severity] if annotation.claims else FAILED,
    }
