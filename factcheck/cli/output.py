"""Where words leave the process: stdout, stderr, files."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import DeskError, FactcheckError, UsageError

if TYPE_CHECKING:
    from ..findings import Failure, Finding

WIDTH = 80  # columns where stdout is no terminal, so that a report is the same everywhere


def exit_code(findings: Iterable[Finding], failures: Iterable[Failure], fail_on: str = "warning") -> int:
    """Return 2 where something failed, else 1 for a discrepancy grave enough to fail on and not dismissed, else 0."""
    from ..findings import counts

    if any(True for _ in failures):
        return 2
    return int(any(counts(finding, fail_on) for finding in findings))


def emit(text: str) -> None:
    """Write text to stdout. A reader that has gone away is no failure; a full disk is."""
    stream = sys.stdout
    if stream is None:
        raise UsageError("standard output is closed; give --output FILE")
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _abandon_stdout()
    except OSError as error:
        _abandon_stdout()
        raise UsageError(f"standard output cannot be written ({error.strerror})") from error


def _abandon_stdout() -> None:
    """Point stdout at nothing, or the interpreter complains when it flushes at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(error: FactcheckError) -> None:
    """Write an error to stderr: one line, or for the files of a desk each problem, as editors read them."""
    if isinstance(error, DeskError):
        note(*error.problems)
    else:
        note(f"factcheck: {' '.join(str(error).split())}")


def note(*lines: str) -> None:
    """Write lines to stderr, safe to print; silent where nobody listens."""
    from ..reports.columns import printable

    with contextlib.suppress(OSError):
        for line in (line for told in lines for line in told.split("\n")):
            indent = len(line) - len(line.lstrip(" "))
            click.echo(" " * indent + printable(line.strip()), err=True)


def tell_failures(failures: Iterable[Failure]) -> None:
    """Write a line for each failure to stderr."""
    note(*(f"factcheck: {failure.document}: {failure.message}" for failure in failures))


def on_screen() -> bool:
    """Return whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def screen_width() -> int:
    """Return the columns of the terminal, 80 where there is none."""
    return max(40, shutil.get_terminal_size((WIDTH, 24)).columns) if on_screen() else WIDTH


def screen_color() -> bool:
    """Return whether to colour: on a terminal that shows it, or where FORCE_COLOR is set; never under NO_COLOR."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (on_screen() and os.environ.get("TERM") != "dumb")


def cores() -> int:
    """Return how many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def near(path: Path) -> Path:
    """Return a path as seen from the working folder, where it lies in it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def refuse_inputs(output: Path, inputs: Iterable[Path]) -> None:
    """Raise UsageError where an output file is one of the inputs, by whatever name."""
    if not output.is_file():
        return
    for path in inputs:
        with contextlib.suppress(OSError, ValueError):
            if output.samefile(path):
                raise UsageError(f"{output}: is one of the inputs; name another file for --output")


def write_file(output: Path, text: str) -> None:
    """Write a text file whole or not at all; a device or pipe is written to, never replaced.

    Raises UsageError when it cannot be written.
    """
    try:
        if output.exists() and not stat.S_ISREG(output.stat().st_mode):
            output.write_bytes(text.encode("utf-8", "backslashreplace"))
        else:
            _replace(Path(os.path.realpath(output)), text.encode("utf-8", "backslashreplace"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"{output}: cannot be written ({reason})") from error


def _replace(target: Path, content: bytes) -> None:
    """Write a file beside the target and put it in the target's place, with the target's permissions."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with draft.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
