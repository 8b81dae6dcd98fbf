"""Report -> workflow commands of GitHub Actions, each an annotation beside a line of a file.

GitHub shows ten errors, ten warnings and ten notices of a step; the gravest are told, and how many are left out.
Columns are UTF-16 units, as GitHub counts them in SARIF.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..models import Severity
from .annotations import Annotation, annotated, tidy
from .columns import counted, head, printable
from .edition import Edition

COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
SHOWN = 10  # annotations of each command
TITLE = 200  # columns; GitHub takes 255 characters


def render(edition: Edition) -> str:
    """Return a command a line, what failed first, then the gravest; an empty text where nothing is to be told."""
    told = annotated(edition)
    kept = list(_kept(told))
    lines = [_command(annotation) for annotation in kept]
    if left_out := Counter(annotation.severity for annotation in told) - Counter(one.severity for one in kept):
        lines.append(_left_out(left_out))
    return "".join(f"{line}\n" for line in lines)


def _kept(told: Sequence[Annotation]) -> Iterator[Annotation]:
    """Yield what GitHub has room for; where something is left out, one notice less, for the last one says so."""
    counts = Counter(annotation.severity for annotation in told)
    room = dict.fromkeys(COMMANDS, SHOWN)
    if any(count > SHOWN for count in counts.values()):
        room["info"] -= 1
    for annotation in told:
        room[annotation.severity] -= 1
        if room[annotation.severity] >= 0:
            yield annotation


def _command(annotation: Annotation) -> str:
    """Return one annotation: ::error file=a.txt,line=3,col=5,title=Different figures::What is said."""
    region = annotation.place
    properties: dict[str, str | int] = {"file": _safe(tidy(region.path))} if region.path else {}
    if region.line:
        properties["line"] = region.line
    if region.start and region.end:
        properties["endLine"] = region.end.line
        if region.start.line == region.end.line:  # a runner takes columns of one line only
            properties |= {"col": region.start.column_utf16, "endColumn": region.end.column_utf16}
    properties["title"] = head(annotation.title, TITLE)
    said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{COMMANDS[annotation.severity]} {said}::{_data(annotation.text())}"


def _left_out(counts: Counter[Severity]) -> str:
    """Return the notice that says how many annotations GitHub has no room for."""
    more = ", ".join(counted(counts[severity], name) for severity, name in COMMANDS.items() if counts[severity])
    said = f"{counts.total()} more than GitHub shows: {more}. The other forms of the report have them all."
    return f"::notice title=factcheck::{_data(said)}"


def _safe(path: str) -> str:
    """Return a path without what steers a screen, its spaces as they are."""
    return " ".join(map(printable, path.split(" ")))


def _data(text: str) -> str:
    """Return text as the message of a command, which ends where the line does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return text as a property of a command, which ends at a comma, and with it all properties at "::"."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
