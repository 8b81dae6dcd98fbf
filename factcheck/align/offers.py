"""What the claims of a document offer for comparison: themselves, what they take for known, and sums of two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..claims import kinds
from ..claims.base import Claim
from ..lexicon import words
from ..models import Document
from ..values.dates import HOURS, Date
from ..values.quantity import Quantity, compare
from ..values.units import by_name, to_base
from .figures import middle
from .mention import Facet
from .sums import sums

READ = ("headline", "body")  # zones whose claims may speak of a fact
LONGEST_OPENING = 4  # words
OPENING = 300  # code points with which an article opens: there "Updated" and a time are its stamp
REACH = 40  # code points before a time in which that is said
CONVERTED = 1.3  # ratio up to which a figure in brackets is the one before in another unit, rounded
_WORD = re.compile(r"[a-z]+")
_OR_ELSE = re.compile(r"\s{0,3}(?:\(\s?(?:or\s)?|,?\sor\s)")  # 3,000 km ( · 3,000 km, or
_POSTED = re.compile(r"\(@\w{1,30}\)\s{0,3}$")  # Ana Roe (@anaroe) 8 January 2020
_REPORTED = re.compile(r"\b(?:months?|weeks?|quarter|half|year) (?:to|ended|ending|through)(?: the end of)?\s+$")
# GENEVA | Mon May 18 · Last updated at 10:48 GMT · Aired February 13, 2011 - 10:00 ET · 2009 06 24 07:14 JST
_STAMPED = re.compile(
    r"(?:\|(?: \w{3})?|\b(?:aired|posted|published|updated)(?: at| on|:)?[^.!?]{0,20}|\b\d{4} \d\d? \d\d?)(?: -)?\s*$",
    re.IGNORECASE,
)
# NAIROBI, Nov. 17 (    BEIJING, 3 May --
_DATELINE = re.compile(r"[A-Z][A-Z'. -]{2,30}(?:, [A-Z][\w. ]{2,20})?, [A-Z]?[\w. ]{2,18} (?:\([A-Z]|--|–|—|_)")


def offered(document: Document, claims: Sequence[Claim]) -> Iterator[Facet]:
    """Yield what the claims of a document offer for comparison, each with its signature."""
    told = [claim for claim in claims if claim.zone in READ and not _tells_no_event(document.text, claim)]
    again = {claim.id: _restates(document, before, claim) for before, claim in pairwise(told)}
    read = [claim for claim in told if again.get(claim.id) != "exactly"]
    for claim in read:
        kind = kinds()[claim.kind]
        for facet in kind.facets(claim):
            sort = None if facet is claim else "level" if (claim.kind, facet.kind) == ("change", "count") else "whole"
            yield facet, kinds()[facet.kind].signature(facet), "restated" if again.get(claim.id) else sort
    for total in sums(read, document.text):
        yield total, kinds()[total.kind].signature(total), "sum"


def _restates(document: Document, before: Claim, claim: Claim) -> str:
    """Return how a measure tells the one before in another unit: 3,000 km (1,900 miles); "" where it does not.

    What tells it "exactly" makes no fact; what tells it "roughly", 15km (10 miles), is known by its figure alone.
    """
    if claim.kind != "measure" or before.kind != "measure":
        return ""
    one, other = before.value, claim.value
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)) or one.unit == other.unit:
        return ""
    joined = _OR_ELSE.fullmatch(document.text, before.end, claim.start)
    if joined is None:
        return ""
    if compare(one, other, ("none", "none")).relation in ("equal", "inside", "overlap"):
        return "exactly"
    return "roughly" if "(" in joined.group() and _converts(one, other) else ""


def _converts(one: Quantity, other: Quantity) -> bool:
    """Return whether two figures are one in two units, rounded."""
    unit, another = by_name(one.unit or ""), by_name(other.unit or "")
    if unit is None or another is None or unit.dimension != another.dimension:
        return False
    low, high = sorted((middle(to_base(one.interval, unit)), middle(to_base(other.interval, another))))
    return 0 < high <= CONVERTED * low


def _tells_no_event(text: str, claim: Claim) -> bool:
    """Return whether a date is the stamp of a text, or ends the months of a report: the quarter to 31 December.

    Nor does "8 hrs ago" tell how long anything took.
    """
    if claim.kind == "duration":
        return text.startswith(" ago", claim.end)
    if claim.kind != "date":
        return False
    return _is_stamp(text, claim) or _REPORTED.search(text, claim.sentence.start, claim.start) is not None


def _timed(claim: Claim) -> bool:
    """Return whether a date tells the hour."""
    return isinstance(claim.value, Date) and claim.value.precision in HOURS


def _is_stamp(text: str, claim: Claim) -> bool:
    """Return whether a date tells when a text was put out: of a post by its writer, of a line by its opening."""
    before = text[claim.sentence.start : claim.start]
    told = _WORD.findall(before.lower())
    shortest = 1 if before.rstrip().endswith(":") else len(told)
    openings = (" ".join(told[-count:]) for count in range(shortest, min(len(told), LONGEST_OPENING) + 1))
    if _DATELINE.match(text, claim.sentence.start, claim.end + len(" (Xinhua)")):
        return True
    if _timed(claim) and claim.start < OPENING and _STAMPED.search(text, max(0, claim.start - REACH), claim.start):
        return True
    return bool(_POSTED.search(before)) or any(opening in words("stamp_openers") for opening in openings)
