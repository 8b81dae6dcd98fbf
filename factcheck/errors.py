"""Errors that reach a user: each is one sentence that names the place and what to do."""

from __future__ import annotations


class FactcheckError(Exception):
    """Base of everything we raise on purpose; the command line prints it and exits 2."""


class UsageError(FactcheckError):
    """The command was asked for something it cannot do."""


class UnreadableInput(FactcheckError):
    """An input that is missing, no text, or not in the form its name promises."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[UnreadableInput], tuple[str, str]]:
        return type(self), (self.path, self.reason)


class DeskError(FactcheckError):
    """All that is wrong with files that a newsroom writes: `path:line:column: …`, and the line itself below it."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type[DeskError], tuple[tuple[str, ...]]]:
        return type(self), (self.problems,)


class RuleError(DeskError):
    """All that is wrong with the rule files."""


class UnitMismatch(FactcheckError):
    """Two quantities whose units measure different things were compared as numbers."""
