"""A claim with all that linking looks at, and the classes of what it counts and tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Set
from functools import cache
from typing import NamedTuple

from ..claims.base import Claim
from ..claims.score import Score
from ..lexicon import table, words
from ..values.dates import HOURS, Date
from ..values.duration import Duration
from ..values.interval import Interval
from ..values.quantity import Quantity

COUNTED = ("count", "part", "ordinal")

Facet = tuple[Claim, str, str | None]  # a claim, its signature, and what facet it is if it is no claim of its own


class Mention(NamedTuple):
    """A claim, or one facet of it, with all that linking looks at.

    `figure` is the bare figure of the signature, approximation left out; `facet` is "whole" for the 14 of
    "nine of those 14", "sum" for what two claims make together, "level" for the 14 of "rose from 12 to 14",
    which `replaces` 12. `beside` are the words next to the claim, before and behind it. `series` names the first of
    the reports of which its document is one.
    """

    claim: Claim
    signature: str
    figure: str
    facet: str | None
    source: str
    subject: str | None
    subject_class: str | None
    broad: bool
    predicate: frozenset[str]
    groups: frozenset[tuple[str, str]]
    stems: frozenset[str]
    near: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    owner: str | None
    doer: str | None
    included: bool
    includes: bool
    scope: str
    others: bool
    overtaken: bool
    replaces: str | None
    meant: Interval | None
    denied: bool
    attacked: frozenset[str]
    day: dt.date | None
    when: tuple[Date, ...]
    where: frozenset[str]
    outlook: str
    leads: bool
    beside: tuple[tuple[str, ...], tuple[str, ...]]
    series: str | None = None

    @property
    def stated(self) -> tuple[str, ...]:
        """Return the figures that a quantity, a duration or a score prints, as decimals; none for anything else."""
        value = self.claim.value
        return value.stated if isinstance(value, (Quantity, Duration, Score)) else ()

    @property
    def unit(self) -> str | None:
        """Return the unit of a quantity or a duration; None for anything else."""
        value = self.claim.value
        return value.unit if isinstance(value, (Quantity, Duration)) else None

    @property
    def precision(self) -> str | None:
        """Return how finely a date tells its time; None for anything else."""
        value = self.claim.value
        return value.precision if isinstance(value, Date) else None

    @property
    def timed(self) -> bool:
        """Return whether a date tells the hour."""
        return self.precision in HOURS


@cache
def noun_classes() -> dict[str, tuple[str, bool]]:
    """Return class and breadth of every noun of the lexicon; nationals are of any calling."""
    nationals = {noun: (noun, True) for noun in words("nationals")}
    return nationals | {row[0]: (row[1], row[2] == "broad") for row in table("nouns")}


@cache
def outcomes() -> dict[str, tuple[str, str]]:
    """Return class and exclusive group of every lemma that has one; deeds exclude nothing, their group is empty."""
    deeds = {lemma: (deed, "") for lemma, deed in table("deeds")}
    return deeds | {lemma: (outcome, group) for lemma, outcome, group in table("outcomes")}


def of_two_days(left: Mention, right: Mention) -> bool:
    """Return whether two articles are known to have come out on two days; a draft is of none."""
    return None not in (left.day, right.day) and left.day != right.day


def each_names_another(left: Mention, right: Mention, known: Set[str]) -> bool:
    """Return whether each of two mentions names one of some places or nations that the other does not name."""
    return bool((left.names - right.names) & known) and bool((right.names - left.names) & known)
