"""Sums that a sentence tells in parts: "238 passengers and five crew" are 243 people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ..claims.base import Claim
from ..lexicon import words
from ..reading.clauses.nouns import people
from ..values.quantity import Quantity, plain_decimal
from .mention import noun_classes, outcomes

# 238 passengers and five crew · two dead, and four hurt
_JOINT = re.compile(r",? and (?:the )?", re.IGNORECASE)
# killed one and injured 15 · killed two people and left seven
_VERB_JOINT = re.compile(r",? and (?:\w+ ){1,3}", re.IGNORECASE)


# seven rifles, two other rifles
_OTHERS_JOINT = re.compile(r",(?: and)? |,? and ", re.IGNORECASE)
HARMED = ("harm",)  # what befell the dead and the hurt together, and neither of them alone


def sums(claims: Sequence[Claim], text: str) -> Iterator[Claim]:
    """Yield the sum of each two counts that one sentence tells side by side: of people as persons, of things as things.

    It stands where the two stand, under the id of the first; it is no claim of its own.
    """
    counts = sorted((claim for claim in claims if _is_exact(claim)), key=lambda claim: claim.start)
    for left, right in pairwise(counts):
        between = text[left.end : right.start]
        if left.sentence != right.sentence:
            continue
        if _counts_people(left) and _counts_people(right) and _joined(left, right, between):
            yield _sum(left, right, text, of="person")
        elif (
            left.subject and left.subject == right.subject and _OTHERS_JOINT.fullmatch(between) and _leads_others(right)
        ):
            yield _sum(left, right, text, of=left.subject)


def _is_exact(claim: Claim) -> bool:
    """Return whether a claim counts with one figure."""
    return claim.kind == "count" and claim.approximation in ("none", "around") and len(_quantity(claim).stated) == 1


def _counts_people(claim: Claim) -> bool:
    return claim.subject is None or claim.subject in people()


def _leads_others(claim: Claim) -> bool:
    """Return whether a claim counts others than those told of before: "two other rifles"."""
    return claim.text.lower().split()[1:2] == ["other"]


def _joined(left: Claim, right: Claim, between: str) -> bool:
    """Return whether two counts are of two groups: other nouns side by side, or the dead and the hurt."""
    if _JOINT.fullmatch(between) and left.subject and right.subject:
        return noun_classes()[left.subject][0] != noun_classes()[right.subject][0]
    fates = [{outcomes()[lemma][0] for lemma in claim.predicate if lemma in outcomes()} for claim in (left, right)]
    told = bool(_VERB_JOINT.fullmatch(between) or _JOINT.fullmatch(between))
    return told and fates[0] != fates[1] and all(fate and fate <= words("casualty_outcomes") for fate in fates)


def _sum(left: Claim, right: Claim, text: str, *, of: str) -> Claim:
    total = plain_decimal(sum((Decimal(_quantity(claim).stated[0]) for claim in (left, right)), Decimal(0)))
    literal = f"{_quantity(left).literal} + {_quantity(right).literal}"
    value = Quantity(stated=(total,), low=total, high=total, literal=literal, unit=of)
    same = tuple(lemma for lemma in left.predicate if lemma in right.predicate)
    harmed = HARMED if of == "person" and left.predicate and right.predicate and not same else same
    return left.model_copy(
        update={
            "value": value,
            "subject": of,
            "predicate": harmed,
            "end": right.end,
            "text": text[left.start : right.end],
        }
    )


def _quantity(claim: Claim) -> Quantity:
    if not isinstance(claim.value, Quantity):
        raise TypeError(f"{claim.kind} carries no quantity")
    return claim.value
