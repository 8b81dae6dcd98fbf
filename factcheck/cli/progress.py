"""How far a long run is, told on stderr: a line that is redrawn on a terminal, a line now and then in a log."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..engine import Step

PATIENCE = 1.0  # seconds before anything is shown on a terminal
PACE = 0.1  # seconds between two updates on a terminal
LOG_PACE = 30.0  # seconds before the first line of a log, and between two
SURE = 2.0  # seconds of a stage before it is told how long the rest of it takes
WIDTH = 80  # columns where a terminal does not say
NOUNS = {"documents": ("file", "document"), "claims": ("document", "claim"), "facts": ("story", "fact")}


class Progress:
    """Tells steps as they are made, to people only: nothing of it is written where the report goes.

    A terminal gets one line, which is cleared at the end; what is no terminal gets lines of a log.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._live = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._next = clock() + (PATIENCE if self._live else LOG_PACE)
        self._stage, self._began = "", clock()
        self._drawn = False

    def __enter__(self) -> Progress:
        return self

    def __call__(self, step: Step) -> None:
        """Show a step, unless another was shown just before."""
        now = self._clock()
        if step.stage != self._stage or not step.done:
            self._stage, self._began = step.stage, now
        if now < self._next:
            return
        line = told(step, now - self._began)
        if self._live:
            from ..reports.columns import head

            self._next, self._drawn = now + PACE, True
            self._write(f"\r\x1b[K{head(line, _columns() - 1)}")
        else:
            self._next = now + LOG_PACE
            self._write(f"factcheck: {line}\n")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn:
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError, ValueError):  # nobody listens any more
            if sys.stderr is not None:
                sys.stderr.write(text)
                sys.stderr.flush()


def told(step: Step, seconds: float) -> str:
    """Return a step in words, made so many seconds after its stage began.

    >>> from ..engine import Step
    >>> told(Step("claims", 240, 600, 5120), 4.0)
    '240 of 600 documents · 5120 claims · 60/s · 6 s left'
    """
    from ..reports.columns import counted

    given, found = NOUNS[step.stage]
    parts = [f"{step.done} of {counted(step.total, given)}", counted(step.found, found)]
    if step.done and seconds >= SURE:
        rate = step.done / seconds
        parts.append(f"{rate:.0f}/s" if rate >= 9.95 else f"{rate:.1f}/s")
        parts.append(f"{duration((step.total - step.done) / rate)} left")
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """Return a length of time as a person would say it, rounded up.

    >>> duration(3.2), duration(95), duration(4000)
    ('4 s', '2 min', '1 h 7 min')
    """
    if seconds <= 60:
        return f"{-int(-seconds // 1)} s"
    minutes = -int(-seconds // 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or WIDTH
    except (OSError, ValueError):
        return WIDTH
