"""What a newsroom has decided about findings: lines of a text file that lives beside its articles.

One decision a line, the last on a finding holds: where two branches decide, git keeps the lines of both. A finding
keeps its id while its words stay, wherever they stand in the article; when a figure of it is changed, it is
another finding, and the decision has lapsed.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import field_validator

from .entries import entries
from .errors import UsageError
from .findings import Finding
from .models import Frozen

FILE = Path(".factcheck") / "decisions.jsonl"
ATTRIBUTES = ".gitattributes"
FINDING = re.compile(r"[0-9a-f]{8}")  # 7f3a91c2


class Decision(Frozen):
    """One decision: the finding is right ("accept"), or no concern of ours ("dismiss"), and why; until a day."""

    finding: str
    decision: Literal["accept", "dismiss"]
    reason: str
    until: dt.date | None = None

    @field_validator("finding")
    @classmethod
    def _is_an_id(cls, finding: str) -> str:
        if not FINDING.fullmatch(finding):
            raise ValueError("is no id of a finding, such as 7f3a91c2")
        return finding

    @field_validator("reason")
    @classmethod
    def _is_told(cls, reason: str) -> str:
        if not reason.strip():
            raise ValueError("must be told")
        return " ".join(reason.split())

    def holds(self, day: dt.date) -> bool:
        """Return whether the decision has not expired on a day."""
        return self.until is None or day <= self.until


class Outcome(NamedTuple):
    """Findings with what was decided on them, why, by id, and the decisions that have expired or met no finding."""

    findings: tuple[Finding, ...]
    reasons: dict[str, str]
    expired: tuple[Decision, ...]
    unused: tuple[Decision, ...]


def decided(findings: Sequence[Finding], decisions: Mapping[str, Decision], day: dt.date) -> Outcome:
    """Return what some decisions make of some findings on a day."""
    standing = {id: decision for id, decision in decisions.items() if decision.holds(day)}
    met = {finding.id for finding in findings}
    return Outcome(
        findings=tuple(
            finding.model_copy(update={"decision": standing[finding.id].decision})
            if finding.id in standing
            else finding
            for finding in findings
        ),
        reasons={id: standing[id].reason for id in sorted(met & standing.keys())},
        expired=tuple(decision for id, decision in sorted(decisions.items()) if id not in standing and id in met),
        unused=tuple(decision for id, decision in sorted(decisions.items()) if id not in met),
    )


def found(folder: Path) -> Path | None:
    """Return the nearest file of decisions, in a folder or above it."""
    return next((place / FILE for place in (folder, *folder.parents) if (place / FILE).is_file()), None)


def load(path: Path) -> dict[str, Decision]:
    """Return the decisions of a file by finding, the last on each. Raises DeskError with all lines that are none."""
    return {decision.finding: decision for decision in entries(path, Decision, what="decision")}


def append(path: Path, decision: Decision) -> None:
    """Add a decision as the last line of a file, whole or not at all; who writes at the same time waits.

    Raises UsageError when the file cannot be written.
    """
    line = decision.model_dump_json(exclude_none=True) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _have_git_join_lines(path)
        with path.open("a+b") as stream:
            _lock(stream.fileno())
            stream.seek(0, os.SEEK_END)
            if stream.tell() and not _ends_in_a_break(path):
                line = "\n" + line
            stream.write(line.encode())
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error


def _have_git_join_lines(path: Path) -> None:
    """Tell git, beside a file that is new, to keep the lines of both sides where two branches have decided."""
    if not path.exists():
        with suppress(FileExistsError), (path.parent / ATTRIBUTES).open("x", encoding="utf-8") as stream:
            stream.write(f"{path.name} merge=union\n")


def _lock(descriptor: int) -> None:
    """Wait until nobody else writes; where files cannot be locked, a line is short enough to be written at once."""
    try:
        import fcntl
    except ImportError:  # pragma: no cover - not on this system
        return
    fcntl.flock(descriptor, fcntl.LOCK_EX)


def _ends_in_a_break(path: Path) -> bool:
    with path.open("rb") as stream:
        stream.seek(-1, os.SEEK_END)
        return stream.read(1) == b"\n"
