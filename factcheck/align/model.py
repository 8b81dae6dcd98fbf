"""How much speaks for two claims being about one fact: a table of evidence, each with its sentence."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ..lexicon import words
from ..values.dates import Date
from ..values.precision import is_round
from .bars import bar, is_human
from .context import Mention, Rarity, at_odds


class Evidence(NamedTuple):
    """One piece of evidence: its weight, and what it says."""

    weight: float
    says: str


class Link(NamedTuple):
    """The sum of the evidence between two mentions; `barred` says why they can be no one fact."""

    score: float
    evidence: tuple[Evidence, ...]
    barred: str | None = None


@cache
def weights() -> dict[str, dict[str, float]]:
    """Return the table of weights."""
    return tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))


@cache
def threshold(*, same_document: bool, same_figure: bool) -> float:
    """Return the sum of evidence from which two claims are linked."""
    name = "one_document" if same_document else "same_figure" if same_figure else "other_figure"
    return weights()["threshold"][name]


def link(left: Mention, right: Mention, rarity: Rarity, *, alone: bool = False) -> Link:
    """Return the evidence between two mentions of one kind."""
    likeness = rarity.likeness(left.stems, right.stems)
    barred = bar(left, right, likeness, firm=weights()["firm"])
    if barred:
        return Link(0.0, (), barred)
    found = [
        *_subject(left, right),
        *_predicate(left, right),
        *_value(left, right),
        _wording(left, right, likeness),
    ]
    if alone:
        found.append(Evidence(weights()["alone"]["only"], "each text tells only one such figure"))
    kept = tuple(piece for piece in found if piece.weight)
    return Link(round(sum(piece.weight for piece in kept), 3), kept)


def _subject(left: Mention, right: Mention) -> tuple[Evidence, ...]:
    table, kind = weights()["subject"], left.claim.kind
    if kind in ("date", "period", "score"):
        return ()
    if kind == "age":
        return _person(left, right)
    if left.subject is None or right.subject is None:
        return (Evidence(table["unknown"], "one side does not name what it counts"),)
    if left.subject == right.subject:
        return (Evidence(table["same"], f"both speak of {left.subject}"),)
    if left.subject_class == right.subject_class:
        return (Evidence(table["synonym"], f"{left.subject} and {right.subject} are one"),)
    if left.broad or right.broad:
        return (Evidence(table["broad"], f"{left.subject} may be {right.subject}"),)
    return (Evidence(table["doer" if kind == "measure" else "topic"], f"{left.subject} is not {right.subject}"),)


def _person(left: Mention, right: Mention) -> tuple[Evidence, ...]:
    """Return the evidence of one person: the same name, or only the same noun."""
    if left.subject is None or right.subject is None:
        return ()
    table = weights()["names"]
    if is_human(left) and is_human(right):
        same = left.subject_class == right.subject_class
        return (Evidence(table["same_noun" if same else "other_noun"], f"{left.subject}, {right.subject}"),)
    if is_human(left) or is_human(right):
        return (Evidence(table["other_noun"], f"{left.subject} may be {right.subject}"),)
    return (Evidence(table["same_person"], f"both tell the age of {left.subject.title()}"),)


def _predicate(left: Mention, right: Mention) -> tuple[Evidence, ...]:
    table = weights()["predicate"]
    if not left.predicate or not right.predicate or left.claim.kind == "change":
        return (Evidence(table["unknown"], "one side tells no deed"),)
    shared = sorted(left.predicate & right.predicate)
    if not shared:
        loose = left.claim.kind in ("date", "period", "ordinal")
        return (Evidence(table["other_verb" if loose else "different"], f"{_told(left)} is not {_told(right)}"),)
    if set(shared) <= words("reporting_verbs"):
        return (Evidence(table["reporting"], "both tell what was said"),)
    same = set(left.claim.predicate) & set(right.claim.predicate)
    return (Evidence(table["same" if same else "outcome"], f"both tell of “{shared[0]}”"),)


def _told(mention: Mention) -> str:
    return "/".join(sorted(mention.predicate))


def _value(left: Mention, right: Mention) -> tuple[Evidence, ...]:
    """Return what an equal value says: the rarer the figure, the more."""
    one, other = left.claim.value, right.claim.value
    if isinstance(one, Date) and isinstance(other, Date):
        same = one.told == other.told
        day = "same_day" if one.precision in ("day", "part", "hour", "minute") else "same_other"
        return (Evidence(weights()["date"][day], f"both give {one.literal}"),) if same else ()
    if left.figure != right.figure:
        close = left.claim.approximation in _CLOSE and right.claim.approximation in _CLOSE and not at_odds(left, right)
        return (Evidence(weights()["value"]["close"], f"{one_text(left)} may be {one_text(right)}"),) if close else ()
    stated = getattr(one, "stated", None) or getattr(getattr(one, "part", None), "stated", None)
    rarity = _rarity_of(Decimal(stated[0])) if stated else "vague"
    return (Evidence(weights()["value"][rarity], f"both give {left.claim.text}"),)


_CLOSE = ("none", "around", "below", "above")


def one_text(mention: Mention) -> str:
    """Return a claim's text on one line."""
    return " ".join(mention.claim.text.split())


def _rarity_of(figure: Decimal) -> str:
    """Return how much it says that a figure is printed twice."""
    if abs(figure) <= 10:
        return "small"
    return "plain" if abs(figure) < 100 or is_round(figure) else "rare"


def _wording(left: Mention, right: Mention, likeness: float) -> Evidence:
    table = weights()["wording"]
    if left.facet or right.facet:
        return Evidence(weights()["value"]["known"], "the whole is spoken of as known")
    if not likeness:
        return Evidence(table["nothing"], "the sentences share no word of weight")
    return Evidence(round(table["most"] * likeness, 3), f"the sentences are {likeness:.0%} alike")
