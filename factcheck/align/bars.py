"""What rules out that two claims speak of one fact; values at odds are held to more than equal ones."""

from __future__ import annotations

from ..lexicon import mapping, words
from ..reading.clauses.nouns import people
from ..values.names import relate_names
from ..values.quantity import Quantity
from .days import of_incident
from .figures import dimension, telling, two_moneys
from .frames import foreseen
from .markets import at_two_times
from .mention import COUNTED, Mention, noun_classes
from .odds import bar_at_odds, is_one, overtaking

FACING = {"at-least": "up", "more-than": "up", "at-most": "down", "less-than": "down"}


def bar(left: Mention, right: Mention, *, odds: bool, echo: bool = False) -> str | None:
    """Return why two mentions, their figures at odds or not, can be no one fact; None where nothing rules it out.

    `echo` tells that they stand at one place of one sentence, which leaves no doubt of what is told.
    """
    if _one_sentence(left, right) and not overtaking(left, right):
        return "one sentence tells two things"
    if left.figure != right.figure and not {left.facet, right.facet} <= {None, "level"}:
        return "a whole or a sum is only known by its figure"
    if _swapped(left, right):
        return f"one figure is {left.owner}'s, the other {right.owner}'s"
    return (bar_at_odds(left, right, echo=echo) if odds else None) or _at_all(left, right, odds=odds)


def _one_sentence(left: Mention, right: Mention) -> bool:
    """Return whether two mentions stand in one sentence of one document."""
    return left.claim.document == right.claim.document and left.claim.sentence == right.claim.sentence


def _swapped(left: Mention, right: Mention) -> bool:
    """Return whether both sentences name both whose figures these are: "42 in Berlin, 17 in Munich"."""
    same_day = left.claim.kind in ("date", "period") and left.figure == right.figure
    if same_day or left.claim.kind == "age" or left.owner is None or right.owner is None or left.owner == right.owner:
        return False
    named = left.owner in right.names, right.owner in left.names
    return any(named) if left.claim.kind == "change" else all(named)


def _at_all(left: Mention, right: Mention, *, odds: bool) -> str | None:
    """Return why two mentions cannot be one fact whatever their figures."""
    if left.denied != right.denied and (left.predicate & right.predicate or not (left.predicate and right.predicate)):
        return "one side denies it"
    if left.claim.kind in COUNTED and not _same_subject(left, right):
        return f"{left.subject} are not {right.subject}"
    if (left.claim.kind in ("age", "measure") or foreseen(left, right)) and _two_sides(left, right):
        return "one side tells of what is below a limit, the other of what is above it"
    if _turned(left, right):
        if left.figure != right.figure:
            return "what rose by one figure and fell by another changed twice"
        if at_two_times(left, right):
            return "a market that rose on one day may fall on another"
    if left.claim.kind == "part" and left.figure != right.figure and is_one(left) and is_one(right):
        return "one of a group may be one of any"
    if left.claim.kind == "age" and _other_person(left, right, odds=odds):
        return f"{left.subject} is not {right.subject}"
    if dimension(left) != dimension(right) and not two_moneys(left, right):
        return "the units measure different things"
    # A man of 31 who was arrested may have been charged, and what rose may have been sold.
    return None if left.claim.kind in ("change", "age") else _other_outcome(left, right, odds=odds)


def _turned(left: Mention, right: Mention) -> bool:
    """Return whether one of two changes is told of a rise, the other of a fall."""
    if left.claim.kind != "change":
        return False
    values = left.claim.value, right.claim.value
    return {value.direction for value in values if isinstance(value, Quantity)} == {"up", "down"}


def _two_sides(left: Mention, right: Mention) -> bool:
    """Return whether one figure is the most on one side, the least on the other, not of one name: under 18, over 18."""
    if " " in (left.subject or "") and " " in (right.subject or ""):
        return False
    facing = {FACING.get(mention.claim.approximation) for mention in (left, right)}
    return facing == {"up", "down"} and left.stated == right.stated


def _other_outcome(left: Mention, right: Mention, *, odds: bool) -> str | None:
    """Return how the outcomes exclude each other: killed is not injured."""
    for group, outcome in sorted(left.groups):
        if group == "direction" and left.claim.kind in ("date", "period"):
            continue  # who climbed a hill on Monday may have fallen on Monday
        if not odds and left.claim.kind == "date" and of_incident(left) and of_incident(right):
            continue  # some were killed on Monday, others hurt
        others = sorted(other for name, other in right.groups if name == group)
        if not odds and {outcome, *others} <= words("casualty_outcomes") - {"die"}:
            continue  # five were hurt, five were taken to hospital
        if others and outcome not in others and not left.predicate & right.predicate:
            return f"{outcome} is not {others[0]}"
    return None


def _same_subject(left: Mention, right: Mention) -> bool:
    """Return whether two counted nouns may name the same things: one where the figure tells, if either is new to us."""
    if left.subject is None or right.subject is None or left.subject_class == right.subject_class:
        return True
    if (left.broad or right.broad) and is_human(left) and is_human(right):
        return True
    return telling(left, right) and _unlisted(left, right) and not (left.facet or right.facet)


def _unlisted(left: Mention, right: Mention) -> bool:
    """Return whether the lexicon does not know one of two nouns: attacks may be raids, but officers no trawlers."""
    calling = any(is_human(mention) and not mention.broad for mention in (left, right))
    return not calling and not {left.subject, right.subject} <= noun_classes().keys()


def is_human(mention: Mention) -> bool:
    """Return whether a noun counts people, as far as the lexicon knows."""
    return mention.subject in people()


def _other_person(left: Mention, right: Mention, *, odds: bool) -> bool:
    """Return whether two ages belong to two persons: other names; where they differ, other nouns and deeds."""
    one, other = left.subject, right.subject
    if is_human(left) or is_human(right) or one is None or other is None:
        return odds and one != other and (left.predicate.isdisjoint(right.predicate) or _other_sex(one, other))
    return not (_same_person(one, other) or (not odds and _part_of_name(one, other)))


def _other_sex(left: str | None, right: str | None) -> bool:
    """Return whether one noun is for a man or boy, and the other for a woman or girl."""
    told = mapping("gendered_nouns")
    return {told.get(left or ""), told.get(right or "")} == {"he", "she"}


def _part_of_name(left: str, right: str) -> bool:
    """Return whether one name is a word of the other: Ana, and Ana Roe, of one age."""
    short, long = sorted((left.split(), right.split()), key=len)
    return len(short) == 1 and short[0] in long


def _same_person(left: str, right: str) -> bool:
    """Return whether two names may be one person: the same, an accepted form, or a slip apart."""
    return relate_names(left, right) != "different"
