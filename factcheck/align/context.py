"""What surrounds a claim: the stems and names of its sentence, weighted by how rare they are in the story."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import Stemmer

from ..claims.base import Claim
from ..claims.part import Part
from ..lexicon import table, words
from ..models import Document, Span
from ..reading.persons import is_name
from ..text.clean import plain
from ..text.tokens import Token, tokenise
from ..values.calendar import dates_at_odds
from ..values.dates import Date
from ..values.interval import Interval, relate
from ..values.quantity import Quantity
from ..values.units import by_name, to_base

# six more · four other persons · two others        not "more than 300"
_ON_TOP = re.compile(r"\b(?:more(?! than)|other|others|additional)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|further|extra)\s+$", re.IGNORECASE)
# three of the victims · one of them
_OUT_OF = re.compile(r"^\S+ of (?:the|those|these|them|his|her|their|its|our)\b", re.IGNORECASE)


OWNER_REACH = 8  # tokens before a claim in which the one it belongs to may be named


class Mention(NamedTuple):
    """A claim, or one facet of it, with all that linking looks at."""

    claim: Claim
    signature: str
    facet: bool
    source: str
    subject: str | None
    subject_class: str | None
    broad: bool
    predicate: frozenset[str]
    groups: frozenset[tuple[str, str]]
    stems: frozenset[str]
    names: frozenset[str]
    owner: str | None
    included: bool
    scope: str
    meant: Interval | None
    denied: bool

    @property
    def figure(self) -> str:
        """Return the bare figure of the signature, approximation left out."""
        return self.signature.split("|")[0]


@cache
def noun_classes() -> dict[str, tuple[str, bool]]:
    """Return class and breadth of every noun of the lexicon."""
    return {row[0]: (row[1], row[2] == "broad") for row in table("nouns")}


@cache
def outcomes() -> dict[str, tuple[str, str]]:
    """Return class and exclusive group of every lemma that has one; deeds exclude nothing, their group is empty."""
    deeds = {lemma: (deed, "") for lemma, deed in table("deeds")}
    return deeds | {lemma: (outcome, group) for lemma, outcome, group in table("outcomes")}


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def stems(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the stems of the content words; numbers and function words are left out."""
    content = [token.lower.removesuffix("'s") for token in tokens if token.kind == "word" and len(token.lower) > 2]
    return frozenset(_stemmer().stemWords([word for word in content if word not in words("function_words")]))


class Surroundings(NamedTuple):
    """What the sentence of a claim holds: its plain text, tokens, stems and proper names."""

    text: str
    tokens: tuple[Token, ...]
    stems: frozenset[str]
    names: frozenset[str]


def mentions(document: Document, facets: Sequence[tuple[Claim, str, bool]]) -> tuple[Mention, ...]:
    """Return the mentions of one document; a claim comes with its signature, and whether it is a facet."""
    text = plain(document.text)
    seen: dict[Span, Surroundings] = {}
    found = []
    for claim, signature, facet in facets:
        if claim.sentence not in seen:
            tokens = tokenise(text, claim.sentence.start, claim.sentence.end)
            seen[claim.sentence] = Surroundings(text, tokens, stems(tokens), _names(tokens))
        found.append(_mention(claim, signature, seen[claim.sentence], source=document.source, facet=facet))
    return tuple(found)


def _mention(claim: Claim, signature: str, around: Surroundings, *, source: str, facet: bool) -> Mention:
    """Return a claim with the classes of its subject and predicate, and what stands around it."""
    subject = claim.subject
    subject_class, broad = noun_classes().get(subject or "", (subject, False))
    known = outcomes()
    told = {*claim.predicate, *((subject,) if subject in known else ())}
    found = [known[lemma] for lemma in told if lemma in known]
    own = frozenset[str]() if claim.kind == "quote" else stems(tokenise(around.text, claim.start, claim.end))
    return Mention(
        claim=claim,
        signature=signature,
        facet=facet,
        source=source,
        subject=subject,
        subject_class=subject_class,
        broad=broad,
        predicate=frozenset(known[lemma][0] if lemma in known else lemma for lemma in told - words("light_verbs")),
        groups=frozenset((group, outcome) for outcome, group in found if group),
        stems=around.stems - own,
        names=around.names,
        owner=_owner(around.tokens, claim.start),
        included=_included(around.text, claim.sentence.start, claim.start),
        scope=_scope(around.text, claim) if claim.kind in ("count", "part") else "",
        meant=_meant(claim),
        denied=any(modifier.type == "negation" for modifier in claim.modifiers),
    )


def _names(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the proper names of a sentence in lower case, its first word left out."""
    return frozenset(token.lower.removesuffix("'s") for token in tokens[1:] if is_name(token))


def _included(text: str, start: int, end: int) -> bool:
    """Return whether a figure stands behind "including" in its sentence: a group inside another."""
    return "including" in text[start:end].lower()


def _scope(text: str, claim: Claim) -> str:
    """Return "more" for a figure on top of another, "of" for a group out of a larger one, else nothing.

    "Another six countries", "six more", "four others"; "three of the victims".
    """
    before = text[max(0, claim.start - 12) : claim.start]
    if _ON_TOP.search(claim.text + text[claim.end : claim.end + 12]) or _ANOTHER.search(before):
        return "more"
    return "of" if _OUT_OF.search(claim.text + text[claim.end : claim.end + 12]) else ""


def _owner(tokens: Sequence[Token], start: int) -> str | None:
    """Return the proper name nearest before a claim in its clause: who scored, which city reported."""
    before = [token for token in tokens if token.end <= start][-OWNER_REACH:]
    for token in reversed(before):
        if token.kind == "mark" and token.text not in ("-", "'", "$"):
            return None
        if is_name(token) and token is not tokens[0]:
            return token.lower.removesuffix("'s")
    return None


def _meant(claim: Claim) -> Interval | None:
    """Return the numbers that a value means, in the base unit of its dimension; None for dates and words."""
    value = claim.value
    if isinstance(value, Part):
        value = value.part
    meant = getattr(value, "interval", None)
    if not isinstance(meant, Interval):
        return None
    unit = by_name(getattr(value, "unit", None) or "") if isinstance(value, Quantity) else None
    return to_base(meant, unit) if unit else meant


def at_odds(left: Mention, right: Mention) -> bool:
    """Return whether two mentions, if they speak of one fact, cannot both be right.

    Equal figures never are, whatever stands before them: that is for the rules to judge.
    """
    one, other = left.claim.value, right.claim.value
    if isinstance(one, Date) and isinstance(other, Date):
        return dates_at_odds(one, other)
    if left.figure == right.figure:
        return False
    if left.meant and right.meant:
        return relate(left.meant, right.meant) == "disjoint"
    return True


class Rarity:
    """How much a stem tells in one story: the rarer among its sentences, the more."""

    def __init__(self, sentences: Iterable[frozenset[str]]) -> None:
        seen = set(sentences)
        count = Counter(stem for sentence in seen for stem in sentence)
        self._weights = {stem: math.log(1 + len(seen) / times) for stem, times in count.items()}
        self._totals: dict[frozenset[str], float] = {}

    def likeness(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return the weighted share of stems in common, from 0 to 1 (Dice on inverse frequency)."""
        shared = left & right
        if not shared:
            return 0.0
        return 2 * self._total(shared) / (self._total(left) + self._total(right))

    def _total(self, sentence: frozenset[str]) -> float:
        """Return the weight of all stems of a set, exact in whatever order they come."""
        if sentence not in self._totals:
            self._totals[sentence] = math.fsum(self._weights[stem] for stem in sentence)
        return self._totals[sentence]
