"""The page of what changed between two results, to be read in ten seconds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..changes import Change, Changes, State
from ..findings import Finding
from ..reports.columns import counted, head, pad, printable, width_of, wrap, wrap_parts
from ..reports.edition import Edition
from ..reports.sheet import paint, place

SIGNS: dict[State, tuple[str, str]] = {
    "new": ("+", "error"), "restated": ("!", "warning"), "changed": ("~", "warning"), "fixed": ("-", "agreement"),
}  # fmt: skip
WORDS = {"unchecked": "not looked at in both", "dismissed": "new but dismissed"}
STATE_WIDTH = max(map(len, SIGNS))
GAP, INDENT = 2, 4


def diff_page(found: Changes, old: Edition, new: Edition) -> str:
    """Return each change that is to be told, gravest first, and a line that counts."""
    wanted = [change for change in found.changes if change.verdict in new.show]
    told = [change for change in wanted if change.state in SIGNS and not _dismissed(change)]
    labels = _labels(old) | _labels(new)
    blocks = ["\n".join(line.rstrip() for line in _change(change, labels[change.told.id], old, new)) for change in told]
    return "\n\n".join([*blocks, "\n".join(_summary(found, wanted, new))]) + "\n"


def _dismissed(change: Change) -> bool:
    """Return whether what came or went is no concern; that somebody decided so is told once."""
    return change.state != "restated" and change.told.decision == "dismiss"


def _change(change: Change, label: str, old: Edition, new: Edition) -> Iterator[str]:
    """Yield the lines of one change: what it is about, what is said, what was said or stands there now, and where."""
    told, other = change.told, change.other
    edition = old if change.state == "fixed" else new
    yield from _head(change.state, told, label, edition)
    yield from _named("", printable(told.message), edition.width)
    if change.state == "restated" and other:
        yield from _named("", _restated(other, told), edition.width)
    elif other:
        word = "" if other.verdict == told.verdict else f"{other.verdict}: "
        yield from _named("now" if change.state == "fixed" else "was", word + printable(other.message), edition.width)
    places = [place(edition, edition.claims[id], edition.width - INDENT) for id in dict.fromkeys(told.claims)]
    for line in wrap_parts(places, edition.width - INDENT, joint="  "):
        yield " " * INDENT + line


def _head(state: State, finding: Finding, label: str, edition: Edition) -> Iterator[str]:
    """Yield the line of sign, state and label, with rule, severity and id on its right or on a line below."""
    sign, style = SIGNS[state]
    lead = f"{sign} {pad(state, STATE_WIDTH)}  "
    word = finding.severity if finding.verdict == "discrepancy" else finding.verdict
    tag = f"{finding.rule}  {word}  {finding.id}"
    room = edition.width - width_of(lead)
    spare = room - width_of(label) - width_of(tag)
    yield (
        paint(edition, lead, style)
        + paint(edition, head(label, room), "strong")
        + (" " * spare + tag if spare >= GAP else "")
    )
    if spare < GAP:
        yield " " * INDENT + head(tag, edition.width - INDENT)


def _labels(edition: Edition) -> dict[str, str]:
    """Return what each finding is about, by its id."""
    labels = {fact.id: fact.label for fact in edition.report.facts}
    return {
        finding.id: printable(labels.get(finding.fact or "") or f"“{edition.claims[finding.claims[0]].text}”")
        for finding in edition.report.findings
    }


def _named(name: str, words: str, width: int) -> Iterator[str]:
    """Yield words wrapped beside their name."""
    lead = " " * INDENT + (f"{name}  " if name else "")
    for number, line in enumerate(wrap(words, width - len(lead))):
        yield (" " * len(lead) if number else lead) + line


def _restated(old: Finding, new: Finding) -> str:
    """Return what is judged otherwise of one finding: its verdict, its severity, what was decided."""
    sides = [(one or "open", other or "open") for one, other in (
        (old.verdict, new.verdict), (old.severity, new.severity), (old.decision, new.decision),
    )]  # fmt: skip
    return ", ".join(f"{one} → {other}" for one, other in sides if one != other)


def _summary(found: Changes, wanted: list[Change], new: Edition) -> list[str]:
    """Return how many changes of each state there are, how many findings are the same, and the exit code."""
    states = Counter("dismissed" if _dismissed(change) and change.new else change.state for change in wanted)
    same = len({finding.id for finding in new.shown()}.intersection(found.unchanged))
    order = ("new", "changed", "fixed", "restated", "unchecked", "dismissed")
    always = ("new", "fixed")
    parts = [f"{states[s]} {WORDS.get(s, s)}" for s in order if states[s] or s in always]
    failures = len(new.report.failures)
    parts += [f"{same} unchanged", *([f"{counted(failures, 'failure')} in the new check"] if failures else ())]
    return wrap_parts([*parts, f"exit {new.exit_code}"], new.width)
