"""One person's name spelt in two ways by one article: "Adam Mardis" and, further on, "Adam Marids"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ..claims.base import Claim
from ..claims.role import role_of
from ..values.names import relate_names
from ..values.offices import relate_titles
from .base import Article, DocumentMeasurements, Reckoned, Reckoning


def find(article: Article) -> Iterator[Reckoned]:
    """Yield the rarer of two spellings, or forms, of one name in an article, beside the other.

    Two names of one sentence are two persons, and so are those whose titles exclude each other, and a name
    that could be a slip of more than one.
    """
    roles = [claim for claim in article.claims if claim.kind == "role" and claim.zone == "body"]
    told: set[frozenset[str]] = set()
    for one, other in combinations(roles, 2):
        names = frozenset((_name(one), _name(other)))
        if names not in told and _one_person(one, other) and not _of_a_third(names, roles):
            told.add(names)
            yield _reckoned(article, one, other)


def _of_a_third(names: frozenset[str], roles: Sequence[Claim]) -> bool:
    """Return whether a name of the article is a slip apart from one of two others, and no form of either."""
    others = {_name(claim) for claim in roles} - names
    return any(
        "spelling" in (told := {relate_names(name, other) for name in names}) and told <= {"spelling", "different"}
        for other in others
    )


def _name(claim: Claim) -> str:
    return role_of(claim).name


def _one_person(one: Claim, other: Claim) -> bool:
    """Return whether two names that are written otherwise may be one person's."""
    left, right = role_of(one), role_of(other)
    if one.sentence == other.sentence or left.name == right.name:
        return False
    return relate_names(left.name, right.name) in ("spelling", "form") and (
        relate_titles(left.title, right.title) != "exclusive"
    )


def _reckoned(article: Article, one: Claim, other: Claim) -> Reckoned:
    """Return the spelling that the article prints less often, the later one where both come as often."""
    rarer = _count(article, one) < _count(article, other)
    told, usual = (one, other) if rarer else (other, one)
    slip = relate_names(_name(one), _name(other)) == "spelling"
    measurements = DocumentMeasurements(
        against="spelling",
        relation="disjoint" if slip else "equal",
        told="beside",
        difference=None,
        gap=None,
        modifier="none",
    )
    return Reckoned(told, (usual,), measurements, _name(usual))


def _count(article: Article, claim: Claim) -> int:
    return article.document.text.count(_name(claim))


RECKONING = Reckoning("spelling", frozenset(("role",)), find)
