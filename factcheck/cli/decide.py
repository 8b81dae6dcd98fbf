"""The command that decides about a finding, and how a check honours decisions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ..errors import UsageError
from .output import emit, near, note
from .settings import root

if TYPE_CHECKING:
    import datetime as dt

    from ..findings import Report
    from ..judge.rules import RuleBook
    from ..models import Document

KNOWN = "known before, in the baseline"  # the reason why a finding of the past is dismissed
LISTED = 5  # ids of decisions that a note names
DAYS = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("id", metavar="FINDING")
@click.argument("decision", type=click.Choice(["accept", "dismiss"]))
@click.option("--reason", metavar="TEXT", required=True, help="Why; whoever reads the decision later needs it.")
@click.option("--until", metavar="DATE", type=DAYS, help="The last day on which the decision holds: 2027-01-31.")
def decide(id: str, decision: str, reason: str, until: dt.datetime | None) -> int:
    """Accept a finding as right, or dismiss it.

    One that is dismissed fails no check. The decision is a line of .factcheck/decisions.jsonl, here or in a
    folder above. It follows the finding while its words stay, and lapses when a figure of it changes.
    """
    from pydantic import ValidationError

    from ..decisions import FILE, Decision, append, found

    path = found(Path.cwd()) or FILE
    try:
        day = until.date() if until else None
        made = Decision.model_validate({"finding": id, "decision": decision, "reason": reason, "until": day})
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        raise UsageError(f"“{fault['loc'][0]}” {fault['msg'].removeprefix('Value error, ')}") from error
    append(path, made)
    emit(f"{decision} {id}: {made.reason}\n")
    return 0


class Honoured(NamedTuple):
    """A report with what was decided on its findings, and the reasons that were given, by the id of a finding.

    Those `remarked` were given inside an article.
    """

    report: Report
    reasons: dict[str, str]
    remarked: frozenset[str]


def baseline_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return the command with --baseline."""
    return click.option(
        "--baseline", is_flag=True, help="Dismiss what .factcheck/baseline.jsonl holds: it was known before."
    )(command)


def known_before(asked: bool) -> frozenset[str]:
    """Return the ids of the findings in the baseline, none where it is not asked for. Raises UnreadableInput."""
    from ..baseline import FILE, load

    path = near(root(Path.cwd()) / FILE)
    return frozenset(known.finding for known in load(path)) if asked else frozenset()


def honoured(
    report: Report,
    documents: Sequence[Document],
    book: RuleBook,
    as_of: dt.datetime | None,
    known: Collection[str] = (),
) -> Honoured:
    """Return a report with what was decided on its findings, in the file of decisions and inside the documents.

    Those that were known before are dismissed too. Decisions that no longer count, and remarks that no finding
    meets, are told on stderr; of a report that leaves findings out, nobody can tell what they meet.
    """
    from ..decisions import decided, found, load
    from ..remarks import heeded

    whole = report.since is None
    told = heeded(report, documents, {rule.id for rule in book.rules()})
    note(*(told.problems if whole else ()))
    findings, reasons, remarked = told.findings, told.reasons, set(told.reasons)
    if path := found(Path.cwd()):
        outcome = decided(findings, load(near(path)), as_of.date() if as_of else _today())
        findings, reasons = outcome.findings, reasons | outcome.reasons
        remarked -= outcome.reasons.keys()
        for decision in outcome.expired:
            note(f"factcheck: the decision on {decision.finding} held until {decision.until}; decide anew")
        if outcome.unused and whole:
            ids = ", ".join(decision.finding for decision in outcome.unused[:LISTED])
            more = f" and {len(outcome.unused) - LISTED} more" if len(outcome.unused) > LISTED else ""
            note(f"factcheck: {near(path)} has decisions that no finding here met: {ids}{more}")
    old = {finding.id for finding in findings if finding.id in known and finding.decision != "dismiss"}
    findings = tuple(f.model_copy(update={"decision": "dismiss"}) if f.id in old else f for f in findings)
    report = report.model_copy(update={"findings": findings})
    return Honoured(report, reasons | dict.fromkeys(sorted(old), KNOWN), frozenset(remarked))


def _today() -> dt.date:
    """Return the day on which a decision is asked; a check itself knows no clock."""
    import datetime as dt

    return dt.datetime.now(dt.UTC).date()
