"""What is told of a claim and what it is about, in the terms by which claims of two articles are compared."""

from __future__ import annotations

from collections.abc import Sequence

from ..claims.base import Claim
from ..lexicon import mapping, table, words
from ..text.tokens import Token
from ..values.quantity import Quantity
from .mention import COUNTED, noun_classes, outcomes
from .occasions import occasion

DATED = ("date", "period")


def deeds_of(claim: Claim, before: Sequence[Token], behind: Sequence[Token]) -> set[str]:
    """Return what is told of a claim: by its verbs, for a date by the event beside it, else by what it counts.

    That an event is held or scheduled tells less than which it is. 300 employees are employed, though nothing is
    told of them.
    """
    deeds = set(claim.predicate) - words("light_verbs")
    staged = deeds - words("staging_verbs") if claim.kind in DATED else deeds
    deeds = staged or set(occasion(claim, before, behind)) or deeds
    if claim.kind == "score" and "win" in deeds:
        return deeds | {"beat"}  # who won 4-1 beat somebody
    implied = mapping("implied_deeds").get(claim.subject or "") if claim.kind in (*COUNTED, "money") else None
    return {implied} if implied and not claim.predicate else deeds


def deed_of(subject: str | None) -> set[str]:
    """Return the deed that a noun itself tells: 12 deaths, 14 arrests."""
    told = subject in outcomes() and subject not in words("thing_deeds")
    return {subject} if subject and told else set()


def subject_of(claim: Claim) -> str | None:
    """Return what a claim is about: its subject, "other" for "four others", a noun of two words where that is known.

    A noun that counts others is theirs: 12 lives are 12 people.
    """
    if claim.kind == "count" and claim.text.lower().endswith("others"):
        return "other"
    if claim.kind not in COUNTED or not isinstance(claim.value, Quantity):
        return claim.subject
    if claim.subject in words("counted_as"):
        deeds = {"any", *(outcomes()[lemma][0] for lemma in claim.predicate if lemma in outcomes())}
        counted = (row[2] for row in table("counted_as") if row[0] == claim.subject and row[1] in deeds)
        return next(counted, claim.subject)
    compound = " ".join((claim.value.unit or "").split()[-2:])
    alone, _ = noun_classes().get(claim.subject or "", (claim.subject, False))
    known = noun_classes().get(compound)
    return compound if known and known[0] != alone else claim.subject
