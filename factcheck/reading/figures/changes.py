"""Which way a figure moves: "rose 5%", "cut by 200", "fell to 41", "a 12% increase"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from ...lexicon import mapping, words
from ...text.tokens import Token
from ..phrases import changes

Direction = Literal["up", "down"]


class Course(NamedTuple):
    """The direction of a change, and how the figure tells it: as a level ("to 41"), led by "by", as a noun."""

    direction: Direction
    level: bool
    led: bool  # "by" stands between


def course_of(tokens: Sequence[Token], opens: int, closes: int) -> Course | None:
    """Return the course of the figure in a token range, None where no word of change stands by it.

    A level needs the verb right before "to": in "rose 3% to 41" the 41 is a plain figure.
    """
    at, passed = opens - 1, set()
    while at >= 0 and (tokens[at].lower in words("change_fillers") or tokens[at].lower.endswith("ly")):
        passed.add(tokens[at].lower)
        at -= 1
    row = changes().get(tokens[at].lower) if at >= 0 else None
    if row and row[2] in ("before", "both"):
        level = "to" in passed or "at" in passed
        use = row[3] if len(row) > 3 else ""
        if (level and use == "amount") or (use == "led" and not passed & {"by", "to"}) or _particle(tokens, at):
            return None
        return Course(row[1], level, "by" in passed)  # type: ignore[arg-type]
    row = changes().get(tokens[closes].lower) if closes < len(tokens) else None
    return Course(row[1], False, False) if row and row[2] in ("after", "both") else None  # type: ignore[arg-type]


def _particle(tokens: Sequence[Token], at: int) -> bool:
    """Return whether up or down belongs to a verb that is no change: racked up 27 per cent, broke down."""
    if tokens[at].lower not in ("up", "down") or not at:
        return False
    before = tokens[at - 1].lower
    verb = mapping("verbs").get(before, before if before.endswith("ed") else None)
    return verb is not None and verb not in words("moving_verbs")
