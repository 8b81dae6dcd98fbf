"""How much speaks for two claims being about one fact: levels of likeness, weighted in a table."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from math import log
from typing import Any, NamedTuple

from ..lexicon import words
from ..values.quantity import Quantity
from .bars import bar, is_human
from .days import announced, moments_apart, of_incident
from .echoes import is_echo
from .figures import agreement, distance, meet_in_margins
from .mention import COUNTED, Mention, noun_classes
from .rarity import Story

WEEK, MONTHS = 7, 60  # days between two articles
Level = tuple[str, str]  # a feature, and how alike two mentions are in it


class Evidence(NamedTuple):
    """One piece of evidence: its weight, and what it says."""

    weight: float
    says: str


class Link(NamedTuple):
    """The sum of the evidence between two mentions; `barred` says why they can be no one fact.

    `odds` tells whether they cannot both be right, `ground` is the sum without what the distance of two
    figures at odds says, and `evidence` is told for links that are kept. `echo` tells whether both stand at one place
    of one sentence.
    """

    score: float
    evidence: tuple[Evidence, ...] = ()
    barred: str | None = None
    odds: bool = False
    ground: float = 0.0
    echo: bool = False


@cache
def weights() -> dict[str, dict[str, Any]]:
    """Return the table of weights, natural logarithms of odds, by feature and level."""
    return tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))


@cache
def threshold(*, same_document: bool, same_figure: bool) -> float:
    """Return the sum of evidence from which two claims are linked."""
    name = "one_document" if same_document else "same_figure" if same_figure else "other_figure"
    return float(weights()["threshold"][name])


@cache
def settled() -> float:
    """Return the sum of evidence from which what two documents tell alike is settled between them."""
    return float(weights()["threshold"]["settled"])


@cache
def firm(kind: str, *, later: bool = False) -> float:
    """Return the sum of evidence from which two claims of a kind that are at odds are linked firmly.

    `later` tells whether their articles came out days apart.
    """
    sums, more = weights()["firm"], weights()["firm_later"]
    return float(sums.get(kind, sums["other"])) + (float(more.get(kind, 0.0)) if later else 0.0)


def link(left: Mention, right: Mention, story: Story, *, odds: bool) -> Link:
    """Return the sum of the evidence between two mentions of one kind, of which `odds` tells whether they differ."""
    echo = is_echo(left, right)
    barred = bar(left, right, odds=odds or meet_in_margins(left, right), echo=echo)
    if barred:
        return Link(0.0, (), barred, odds)
    found = levels(left, right, story, odds=odds)
    score = (
        _prior(left.claim.kind, odds)
        - _rivalry(left, right, story, found[0][1], odds=odds)
        + sum([weigh(level) for level in found])
    )
    return Link(round(score, 3), (), None, odds, round(score - weigh(found[0]) if odds else score, 3), echo)


def _rivalry(left: Mention, right: Mention, story: Story, value: str, *, odds: bool) -> float:
    """Return what it takes to tell a pair from its rivals: the rarer the figure of both, the fewer they are.

    Two have to be told from all of their kind; 1,204 only from others that give 1,204.
    """
    rivals = log(story.rivals.count(left, right, odds=odds))
    alike = left.figure == right.figure and left.claim.kind != "age"  # of an age, a name is what tells
    told = float(weights()["rivals"].get(value, 0.0)) if alike else 0.0
    return rivals - told * (rivals - log(story.rivals.repeats(left, right))) if told else rivals


@cache
def _prior(kind: str, differing: bool) -> float:
    prior = weights()["prior"]
    return float(prior.get(kind, prior["other"])) + (float(weights()["differing"].get(kind, 0.0)) if differing else 0.0)


@cache
def weigh(level: Level) -> float:
    """Return the weight of a level; one that the table does not name weighs nothing."""
    feature, reached = level
    return float(weights()[feature].get(reached, 0.0))


@cache
def _steps(feature: str) -> list[float]:
    return list(weights()[feature]["steps"])


def levels(left: Mention, right: Mention, story: Story, *, odds: bool) -> tuple[Level, ...]:
    """Return how alike two mentions are, feature by feature, the value first."""
    return (
        ("odds", _distance(left, right)) if odds else ("value", agreement(left, right)),
        ("subject", "unknown") if left.claim.kind in _WITHOUT_SUBJECT else _subject(left, right),
        ("predicate", _predicate(left, right, odds=odds)),
        ("modifier", "same" if odds else _modifier(left, right)),
        ("echo", "same" if odds and is_echo(left, right) else "none"),
        *_context(left, right, story, odds=odds),
    )


_SUBJECTS = {"measure": "doer", "percent": "doer", "duration": "lasting"}
_HYPHENED = re.compile(r"\w-[a-z]")  # four-day · 7,591-tonne
_WITHOUT_SUBJECT = ("date", "period", "score")


def _distance(left: Mention, right: Mention) -> str:
    """Return how far two mentions at odds are apart; "moments" for two deeds of one day, each at its own time.

    A word for many, "several", seldom speaks of those that another counts.
    """
    if any(isinstance(mention.claim.value, Quantity) and not mention.stated for mention in (left, right)):
        return "vague"
    apart = distance(left, right)
    if apart == "some" and left.claim.kind == "age" and is_human(left) and is_human(right):
        return "far"  # a girl of 11 is another than one of 14
    if left.claim.kind != "date" or not moments_apart(left, right):
        return apart
    if left.predicate and right.predicate:
        return "moments"
    return "some" if apart == "hour" else "far"


def _context(left: Mention, right: Mention, story: Story, *, odds: bool) -> tuple[Level, ...]:
    """Return how alike the surroundings of two mentions are, from near to far; of a whole told before it is known."""
    if "whole" in (left.facet, right.facet):
        return (("facet", "whole"),)
    return (
        ("facet", "sum" if "sum" in (left.facet, right.facet) else "none"),
        _step("near", story.sentences.likeness(left.near, right.near)),
        _step("wording", story.sentences.likeness(left.stems, right.stems)),
        _step("around", story.paragraphs.likeness(left.around, right.around)),
        ("names", _shared(left.names, right.names)),
        ("figures", _shared(left.figures, right.figures)),
        ("owner", _owner(left, right)),
        ("scope", _scope(left, right, odds=odds)),
        ("included", "same" if left.included == right.included else "other"),
        ("published", _published(left, right) if odds else "unknown"),
        ("place", _place(left, right)),
    )


def _place(left: Mention, right: Mention) -> str:
    """Return whether both stand where articles tell their main things; of a row, or of girls, each may open one."""
    one_of_many = left.claim.kind == "ordinal" or (left.claim.kind == "age" and is_human(left) and is_human(right))
    return "lead" if left.leads and right.leads and not one_of_many else "any"


def _published(left: Mention, right: Mention) -> str:
    """Return how far apart two articles came out: what differs after months has mostly changed, or is another thing.

    Ages of a name grow as is known; and of one word for a day, "Saturday", it cannot be said which article kept it.
    """
    same_words = left.claim.text.lower() == right.claim.text.lower()
    named = left.claim.kind == "age" and not (is_human(left) and is_human(right))
    if left.day is None or right.day is None or named or same_words:
        return "unknown"
    days = abs((left.day - right.day).days)
    return "week" if days <= WEEK else "month" if days <= MONTHS else "later"


def _step(feature: str, likeness: float) -> Level:
    """Return the highest step that a likeness from 0 to 1 reaches, as the table numbers them."""
    return feature, str(bisect_right(_steps(feature), likeness))


def _shared(left: frozenset[str], right: frozenset[str]) -> str:
    if not left or not right:
        return "none"
    return "other" if left.isdisjoint(right) else "shared"


def _scope(left: Mention, right: Mention, *, odds: bool) -> str:
    """Return whether one side counts out of a group, or on top of another count, and the other does not."""
    told = (left.scope, right.scope)
    if left.scope == right.scope or not {"again", "listed", "converted"}.isdisjoint(told):
        return "same"
    if left.claim.kind == "part" and {*told} == {"", "of"}:
        return "same"  # of the nine, four · four of the nine
    same = left.subject_class == right.subject_class is not None and left.figure != "1"  # one of many is anybody
    return "part" if same and not odds and {left.scope, right.scope} == {"", "of"} else "other"


def _owner(left: Mention, right: Mention) -> str:
    if left.owner is None or right.owner is None:
        return "unknown"
    if left.owner == right.owner:
        return "same"
    return "unknown" if left.owner in right.names or right.owner in left.names else "other"


def _subject(left: Mention, right: Mention) -> Level:
    kind = left.claim.kind
    if kind == "age":
        return "person", _person(left, right)
    feature = "subject" if kind in COUNTED else _SUBJECTS.get(kind, "topic")
    if left.subject is None or right.subject is None:
        return feature, "unknown"
    if left.subject == right.subject:
        return feature, "same"
    if left.subject_class == right.subject_class:
        return feature, "synonym"
    neutral = words("neutral_nouns")
    if left.subject_class in neutral and right.subject_class in neutral:
        return feature, "neutral"
    if kind == "money" and left.figure == right.figure and not {left.subject, right.subject} <= words("business_words"):
        return feature, "apart"
    if kind == "duration" and not {left.subject, right.subject} <= noun_classes().keys():
        return feature, "unlisted"
    return feature, "broad" if left.broad or right.broad else "other"


def _person(left: Mention, right: Mention) -> str:
    """Return whether two ages are of one person: the same name, or only the same noun."""
    if left.subject is None or right.subject is None:
        return "unknown"
    nouns = is_human(left), is_human(right)
    if all(nouns):
        return "same_noun" if left.subject_class == right.subject_class else "other_noun"
    return "other_noun" if any(nouns) else "same"


def _predicate(left: Mention, right: Mention, *, odds: bool) -> str:
    if not left.predicate or not right.predicate or left.claim.kind == "change":
        return "unknown"
    shared = left.predicate & right.predicate
    if odds and left.claim.kind == "date" and announced(left, right):
        return "announced"
    if not shared and (left.claim.kind == "age" or _describes(left) or _describes(right)):
        return "unknown"
    if not shared and left.claim.kind in ("date", "period", "ordinal"):
        if not odds and of_incident(left) and of_incident(right):
            return "incident"
        if odds and left.attacked & right.attacked:
            return "victim"
        return "loose" if left.claim.predicate and right.claim.predicate else "unknown"
    if not shared:
        return "unlike" if odds else "other"
    if shared <= words("reporting_verbs"):
        return "reporting"
    if odds and left.claim.kind in ("date", "period") and not (left.claim.predicate and right.claim.predicate):
        return "noun"
    return "synonym" if set(left.claim.predicate).isdisjoint(right.claim.predicate) else "same"


def _describes(mention: Mention) -> bool:
    """Return whether a figure describes a noun, to which anything may have been done: "a four-day conference"."""
    return mention.claim.kind in ("duration", "measure") and _HYPHENED.search(mention.claim.text) is not None


def _modifier(left: Mention, right: Mention) -> str:
    """Return whether two equal figures are told with other modifiers: "more than 20" and "20".

    What makes a time of day vague says nothing of its day: "around 9.30pm on Friday" is "Friday".
    """
    same = left.claim.approximation == right.claim.approximation
    return "same" if same or left.figure != right.figure or _one_timed(left, right) else "other"


def _one_timed(left: Mention, right: Mention) -> bool:
    """Return whether one of two dates has an hour, and the other none."""
    if left.claim.kind != "date":
        return False
    return left.timed != right.timed
