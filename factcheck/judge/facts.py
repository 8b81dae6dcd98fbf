"""Linked claims into facts, variants and findings: each pair of variants goes down its kind's ladder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from ..align.facts import Linked, day_of
from ..align.model import Link
from ..claims import kinds
from ..claims.base import Claim
from ..findings import RANK, Fact, Finding, Variant
from ..models import content_id
from ..text.differing import around
from ..values.duration import Duration
from ..values.quantity import Quantity
from .bench import Backed, Bench, placeholders
from .doubt import Doubt, doubt
from .evaluate import Ruling, decide, message
from .sources import judge_fact

LONGEST = 120  # code points of a claim in a message
LATER = 2  # days between two articles from which each may tell of a day of its own
WORTH_SAYING = 1.0  # weight of evidence below which a reader need not hear of it
Claims = tuple[Claim, ...]
Pair = tuple[Claim, Claim]


def judge(linked: Linked, bench: Bench) -> tuple[Fact, tuple[Finding, ...]]:
    """Return the fact of some linked claims, and what the rules say about its variants and its sources."""
    backed = _variants(linked, bench)
    groups = {name: each.claims for name, each in backed.items()}
    ids = sorted(claim.id for group in groups.values() for claim in group)
    fact_id = "f" + content_id(linked.story, linked.kind, *ids, length=12)
    told = [*_between(linked, bench, fact_id, groups), *_within(linked, bench, fact_id, groups)]
    homes = {mention.claim.id: mention.claim.document for mention in linked.cluster.mentions}
    graded = (bench.graded(finding, (homes[claim] for claim in finding.claims)) for finding in told)
    found = tuple(finding for finding in graded if finding)
    fact = Fact(
        id=fact_id,
        story=linked.story,
        kind=linked.kind,
        label=linked.label,
        variants=tuple(_variant(linked.kind, name, each) for name, each in backed.items()),
        verdict=max((finding.verdict for finding in found), key=RANK.__getitem__, default="single_source"),
    )
    return fact, found + judge_fact(fact, tuple(backed.values()), bench)


def _variants(linked: Linked, bench: Bench) -> dict[str, Backed]:
    """Return the claims that tell the same, by variant name: first what the weightiest sources tell."""
    groups: dict[str, list[Claim]] = {}
    for mention in linked.cluster.mentions:
        groups.setdefault(mention.signature, []).append(mention.claim)
    backed = [(bench.backed(sorted(group, key=_place)), signature) for signature, group in groups.items()]
    ordered = sorted(backed, key=lambda entry: (-entry[0].weight, -len(entry[0].claims), entry[1]))
    return {f"v{place}": each for place, (each, _) in enumerate(ordered, 1)}


def _place(claim: Claim) -> tuple[str, int]:
    return claim.document, claim.start


def _variant(kind: str, name: str, backed: Backed) -> Variant:
    return Variant(
        id=name,
        display=kinds()[kind].display(backed.claims[0]),
        claims=tuple(claim.id for claim in backed.claims),
        sources=tuple(sorted({source for group in backed.witnesses for source in group})),
        independent_sources=len(backed.witnesses),
    )


def _between(linked: Linked, bench: Bench, fact: str, groups: Mapping[str, Claims]) -> list[Finding]:
    """Return what the ladder says about each two variants, told by the pair that is linked best.

    Claims that are linked only through a third may agree; beyond that nothing is said of them.
    """
    found = []
    for one, other in combinations(groups, 2):
        pair = _best_linked(linked, groups[one], groups[other], bench)
        ruling = _ruling(linked, pair, bench)
        if ruling.rule.verdict != "agreement" and (_link(linked, pair) is None or _hedged_once(linked.kind, pair)):
            continue
        names = (other, one) if ruling.swapped else (one, other)
        told = (pair[1], pair[0]) if ruling.swapped else pair
        found.append(_finding(linked, ruling, bench, fact, told, names))
    return found


def _hedged_once(kind: str, pair: Pair) -> bool:
    """Return whether one article gives a figure hedged, and without: its writer need not repeat the hedge."""
    left, right = pair
    if left.document != right.document or not isinstance(left.value, (Quantity, Duration)):
        return False
    bare = {kinds()[kind].signature(claim).partition("|")[0] for claim in pair}
    return len(bare) == 1


def _within(linked: Linked, bench: Bench, fact: str, groups: Mapping[str, Claims]) -> list[Finding]:
    """Return the findings that several documents tell one variant."""
    found = []
    for name, claims in groups.items():
        others = [claim for claim in claims if claim.document != claims[0].document]
        if others:
            pair = (claims[0], others[0])
            found.append(_finding(linked, _ruling(linked, pair, bench), bench, fact, pair, (name,)))
    return found


def _best_linked(linked: Linked, one: Claims, other: Claims, bench: Bench) -> Pair:
    """Return the best linked claims of two variants: with a draft, across documents, nearest in time, the strongest.

    What differs on one day is not explained by what a third source prints a week later; but it is by a source that
    tells one of the two figures as what was said at first.
    """

    passed = _passed(linked)

    def strength(pair: Pair) -> tuple[bool, bool, bool, bool, int, float, str, str]:
        made = _link(linked, pair)
        homes = {claim.document for claim in pair}
        ids = (pair[0].id, pair[1].id)
        return (
            bool(homes & bench.drafts),
            passed.tells(pair),
            len(homes) > 1,
            made is not None,
            -_days(pair, bench),
            made.score if made else 0.0,
            *ids,
        )

    return max(((left, right) for left in one for right in other), key=strength)


def _days(pair: Pair, bench: Bench) -> int:
    """Return how many days two claims were published apart, 0 where one day is unknown."""
    one, other = (_published(claim, bench) for claim in pair)
    return abs((one - other).days) if one and other else 0


def _link(linked: Linked, pair: Pair) -> Link | None:
    """Return the link between two claims, None where they meet only through others."""
    return linked.cluster.links.get(frozenset(claim.id for claim in pair))


def _ruling(linked: Linked, pair: Pair, bench: Bench) -> Ruling:
    """Return the rule that decides two claims, what their documents tell of them measured too."""
    left, right = pair
    measure, passed = kinds()[linked.kind].measure, _passed(linked)
    made = _link(linked, pair)
    echoed = {"sentence": "same" if made and made.echo else "other"}
    forward = measure(left, right).model_copy(update=echoed | _circumstances(left, right, bench, passed))
    backward = measure(right, left).model_copy(update=echoed | _circumstances(right, left, bench, passed))
    return decide(bench.rules.ladders[linked.kind], forward, backward)


class Passed(NamedTuple):
    """What is known to be overtaken: counts told by their own writer as said at first, and pairs of old and new.

    What is counted grows as it becomes known; an age that was corrected was wrong, and is not among these.
    """

    at_first: frozenset[str]
    replaced: frozenset[tuple[str, str]]

    def tells(self, pair: Pair) -> bool:
        """Return whether one of two claims is told as overtaken, by its own writer or by that of the other."""
        one, other = (claim.id for claim in pair)
        said_at_first = (one in self.at_first) != (other in self.at_first)
        return said_at_first or (one, other) in self.replaced or (other, one) in self.replaced


def _passed(linked: Linked) -> Passed:
    """Return which counts of a fact are told as overtaken."""
    told = linked.cluster.mentions if linked.kind == "count" else ()
    new = [mention for mention in told if mention.replaces]
    return Passed(
        frozenset(mention.claim.id for mention in told if mention.overtaken),
        frozenset((old.claim.id, each.claim.id) for each in new for old in told if old.figure == each.replaces),
    )


def _circumstances(left: Claim, right: Claim, bench: Bench, passed: Passed) -> dict[str, object]:
    """Return the days between two claims, and which of them is of a draft, and which is told as overtaken.

    A draft rests on its sources and is no later news. One article is of one day, whichever that is.
    """
    sides = {
        "draft": _SIDES[left.document in bench.drafts, right.document in bench.drafts],
        "overtaken": _SIDES[left.id in passed.at_first, right.id in passed.at_first],
        "replaced": _SIDES[(left.id, right.id) in passed.replaced, (right.id, left.id) in passed.replaced],
    }
    if left.document == right.document:
        return {"told": "same-day", "days_apart": Decimal(0), **sides}
    return {**days_between(_published(left, bench), _published(right, bench)), **sides}


_SIDES = {(True, True): "both", (True, False): "left", (False, True): "right", (False, False): "none"}


def days_between(left: dt.date | None, right: dt.date | None) -> dict[str, object]:
    """Return which of two days is the first, and how many lie between, as measurements of every kind."""
    if left is None or right is None:
        return {"told": "unknown", "days_apart": None}
    told = "same-day" if left == right else "left-first" if left < right else "right-first"
    return {"told": told, "days_apart": Decimal(abs((left - right).days))}


def _published(claim: Claim, bench: Bench) -> dt.date | None:
    return day_of(bench.documents[claim.document], bench.drafts)


def _finding(linked: Linked, ruling: Ruling, bench: Bench, fact: str, pair: Pair, variants: tuple[str, ...]) -> Finding:
    """Return the finding of a ruling on two claims, left and right as the rule sees them."""
    rule, less = ruling.rule, _doubt(linked, ruling, pair, bench)
    left, right = _cut(*(placeholders(claim, bench.documents[claim.document]) for claim in pair))
    texts = sorted(f"{bench.name(claim.document)} {' '.join(claim.text.split())}" for claim in pair)
    return Finding(
        id=content_id(rule.id, *texts, linked.label),
        rule=rule.id,
        verdict=rule.verdict,
        severity=less.lowered(rule.severity) if less else rule.severity,
        fact=fact,
        claims=tuple(claim.id for claim in pair),
        variants=variants,
        message=message(rule, left, right, linked.label),
        why=(
            " ".join(rule.why.split()),
            *_word_by_word(linked.kind, pair),
            *_linked_by(linked, pair),
            *([less.says] if less else []),
        ),
    )


def _cut(left: dict[str, str], right: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return what a message may say of two claims, long words cut around where the two part."""

    def told(one: dict[str, str], other: dict[str, str]) -> dict[str, str]:
        return one | {part: around(one[part], other[part], LONGEST) for part in ("text", "display")}

    return told(left, right), told(right, left)


def _doubt(linked: Linked, ruling: Ruling, pair: Pair, bench: Bench) -> Doubt | None:
    """Return what lessens a finding on two claims; None where nothing does."""
    if ruling.rule.verdict != "discrepancy" or linked.kind == "quote":
        return None
    ids = frozenset(claim.id for claim in pair)
    drafted = any(claim.document in bench.drafts for claim in pair)
    return doubt(linked.kind, linked.cluster, ids, later=_days(pair, bench) >= LATER, drafted=drafted)


def _word_by_word(kind: str, pair: Pair) -> tuple[str, ...]:
    """Return the line that shows how the words of two claims differ, for kinds that show it."""
    difference = kinds()[kind].difference(*pair)
    return (f"word by word: {difference}",) if difference else ()


def _linked_by(linked: Linked, pair: Pair) -> tuple[str, ...]:
    """Return the sentence that tells why two claims are one fact."""
    told = linked.cluster.evidence(frozenset(claim.id for claim in pair))
    strongest = sorted(told, key=lambda piece: (-piece.weight, piece.says))
    said = "; ".join(piece.says for piece in strongest if piece.weight >= WORTH_SAYING)
    return (f"linked because {said}",) if said else ()
