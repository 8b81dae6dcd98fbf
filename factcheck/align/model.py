"""How much speaks for two claims being about one fact: levels of likeness, weighted in a table, and what they say."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from math import log
from typing import Any, NamedTuple

from ..lexicon import words
from .bars import bar, is_human
from .context import COUNTED, Mention
from .figures import agreement, at_odds, distance
from .rarity import Story


class Level(NamedTuple):
    """How alike two mentions are in one feature, and the sentence that says so."""

    feature: str
    level: str
    says: str = ""


class Evidence(NamedTuple):
    """One piece of evidence: its weight, and what it says."""

    weight: float
    says: str


class Link(NamedTuple):
    """The sum of the evidence between two mentions; `barred` says why they can be no one fact.

    `ground` is the sum without what the distance of two figures at odds says.
    """

    score: float
    evidence: tuple[Evidence, ...] = ()
    barred: str | None = None
    ground: float = 0.0


@cache
def weights() -> dict[str, dict[str, Any]]:
    """Return the table of weights, natural logarithms of odds, by feature and level."""
    return tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))


@cache
def threshold(*, same_document: bool, same_figure: bool) -> float:
    """Return the sum of evidence from which two claims are linked."""
    name = "one_document" if same_document else "same_figure" if same_figure else "other_figure"
    return float(weights()["threshold"][name])


def link(left: Mention, right: Mention, story: Story) -> Link:
    """Return the evidence between two mentions of one kind."""
    barred = bar(left, right)
    if barred:
        return Link(0.0, (), barred)
    found = levels(left, right, story)
    weighed = [_weight(feature, level) for feature, level, _ in found]
    odds = [weight for weight, level in zip(weighed, found, strict=True) if level.feature == "odds"]
    score = _prior(left.claim.kind, bool(odds)) - log(story.rivals(left, right)) + sum(weighed)
    evidence = tuple(Evidence(weight, level.says) for weight, level in zip(weighed, found, strict=True) if level.says)
    return Link(round(score, 3), evidence, None, round(score - sum(odds), 3))


@cache
def _prior(kind: str, differing: bool) -> float:
    prior = weights()["prior"]
    return float(prior.get(kind, prior["other"])) + (float(weights()["differing"].get(kind, 0.0)) if differing else 0.0)


@cache
def _weight(feature: str, level: str) -> float:
    return float(weights()[feature].get(level, 0.0))


def levels(left: Mention, right: Mention, story: Story) -> tuple[Level, ...]:
    """Return how alike two mentions are, feature by feature."""
    return (
        _subject(left, right),
        _predicate(left, right),
        *_context(left, right, story),
        _value(left, right),
        _modifier(left, right),
    )


def _context(left: Mention, right: Mention, story: Story) -> tuple[Level, ...]:
    """Return how alike the surroundings of two mentions are, from near to far; of a whole told before it is known."""
    facets = {left.facet, right.facet}
    if "whole" in facets:
        return (Level("facet", "whole", "the whole is spoken of as known"),)
    return (
        Level("facet", "sum", "its parts are told side by side") if "sum" in facets else Level("facet", "none"),
        _step("near", story.sentences.likeness(left.near, right.near), "the words next to the figures"),
        _step("wording", story.sentences.likeness(left.stems, right.stems), "the sentences"),
        _step("around", story.paragraphs.likeness(left.around, right.around), "the sentences around them"),
        _shared("names", left.names, right.names, "name"),
        _shared("figures", left.figures, right.figures, "tell"),
        _owner(left, right),
        Level("scope", "same" if left.scope == right.scope else "other"),
        Level("included", "same" if left.included == right.included else "other"),
    )


def _step(feature: str, likeness: float, what: str) -> Level:
    """Return the highest step that a likeness from 0 to 1 reaches, as the table numbers them."""
    step = bisect_right(weights()[feature]["steps"], likeness)
    return Level(feature, str(step), f"{what} are {likeness:.0%} alike" if step else "")


def _shared(feature: str, left: frozenset[str], right: frozenset[str], verb: str) -> Level:
    shared = left & right
    if shared:
        return Level(feature, "shared", f"both sentences {verb} {min(shared)}")
    return Level(feature, "other" if left and right else "none")


def _owner(left: Mention, right: Mention) -> Level:
    if left.owner is None or right.owner is None:
        return Level("owner", "unknown")
    if left.owner == right.owner:
        return Level("owner", "same", f"both figures are {left.owner}'s")
    return Level("owner", "unknown" if left.owner in right.names or right.owner in left.names else "other")


def _subject(left: Mention, right: Mention) -> Level:
    kind = left.claim.kind
    if kind in ("date", "period", "score"):
        return Level("subject", "unknown")
    if kind == "age":
        return _person(left, right)
    feature = "subject" if kind in COUNTED else "doer" if kind == "measure" else "topic"
    if left.subject is None or right.subject is None:
        return Level(feature, "unknown")
    if left.subject == right.subject:
        return Level(feature, "same", f"both speak of {left.subject}")
    if left.subject_class == right.subject_class:
        return Level(feature, "synonym", f"{left.subject} and {right.subject} are one")
    if {left.subject_class, right.subject_class} <= words("neutral_nouns"):
        return Level(feature, "neutral", f"{left.subject} and {right.subject} are people of any kind")
    if left.broad or right.broad:
        return Level(feature, "broad", f"{left.subject} may be {right.subject}")
    return Level(feature, "other")


def _person(left: Mention, right: Mention) -> Level:
    """Return whether two ages are of one person: the same name, or only the same noun."""
    if left.subject is None or right.subject is None:
        return Level("person", "unknown")
    if is_human(left) and is_human(right):
        same = left.subject_class == right.subject_class
        return Level("person", "same_noun" if same else "other_noun", f"{left.subject} may be {right.subject}")
    if is_human(left) or is_human(right):
        return Level("person", "other_noun", f"{left.subject} may be {right.subject}")
    return Level("person", "same", f"both tell the age of {left.subject.title()}")


def _predicate(left: Mention, right: Mention) -> Level:
    if not left.predicate or not right.predicate or left.claim.kind == "change":
        return Level("predicate", "unknown")
    shared = sorted(left.predicate & right.predicate)
    if not shared and left.claim.kind in ("date", "period", "ordinal"):
        return Level("predicate", "loose")
    if not shared:
        return Level("predicate", "unlike" if at_odds(left, right) else "other")
    if set(shared) <= words("reporting_verbs"):
        return Level("predicate", "reporting", "both tell what was said")
    same = set(left.claim.predicate) & set(right.claim.predicate)
    return Level("predicate", "same" if same else "synonym", f"both tell of “{shared[0]}”")


def _value(left: Mention, right: Mention) -> Level:
    if at_odds(left, right):
        return Level("odds", distance(left, right))
    one, other = (" ".join(mention.claim.text.split()) for mention in (left, right))
    says = f"both give {one}" if left.figure == right.figure else f"{one} may be {other}"
    return Level("value", agreement(left, right), says)


def _modifier(left: Mention, right: Mention) -> Level:
    """Return whether two equal figures are told with other modifiers: "more than 20" and "20"."""
    same = left.claim.approximation == right.claim.approximation
    return Level("modifier", "same" if same or left.figure != right.figure else "other")
