"""Scores and votes of two sides: "won 3-1", "by 52-48"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from ..lexicon import words, words_of
from ..values.base import Measurements, Value
from .base import Claim
from .kind import Kind
from .passage import Passage

# 3-1 · 52-48 · 52 to 48 · 52 votes to 48        two numbers and a hyphen or "to", nothing else touching
_SCORE = re.compile(
    r"(?<![\w.,$£€/×-])(?P<one>\d{1,3})(?P<joint>-|(?:\ votes)?\ to\ )(?P<other>\d{1,3})(?![\w/-]|[.,:]\d|%)"
)


class Score(Value):
    """The two figures of a score, as printed and in that order."""

    type: Literal["score"] = "score"
    stated: tuple[str, str]


class ScoreMeasurements(Measurements):
    """What can be said of two scores; "reversed" tells the same result from the other side."""

    relation: Literal["equal", "reversed", "different"]


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the scores of a passage: falling figures, or any behind a word of winning and losing."""
    if "-" not in passage.words and ("to" not in passage.words or passage.words.isdisjoint(words("score_cues"))):
        return
    for hit in _SCORE.finditer(passage.plain, passage.start, passage.end):
        places = [n for n, token in enumerate(passage.tokens) if hit.start() <= token.start < hit.end()]
        first, last = places[0], places[-1] + 1
        if not passage.taken.isdisjoint(places) or not _is_score(passage, hit, first, last):
            continue
        value = Score(stated=(hit["one"], hit["other"]))
        yield passage.claim("score", value, first, last, predicate=passage.predicate(first, last))


def _is_score(passage: Passage, hit: re.Match[str], first: int, last: int) -> bool:
    """Return whether two joined figures are a score and no range: ranges rise."""
    around = frozenset(passage.tokens.lowers[max(0, first - 6) : last + 3])
    told = not around.isdisjoint(words("score_cues"))
    if not around.isdisjoint(words("no_score_cues")) or hit.group() in ("24-7", "50-50", "9-11"):
        return False
    if hit["joint"] != "-":
        return told and _is_result(passage, hit, first, last)
    tokens = passage.tokens
    record = first > 1 and last < len(tokens) and tokens[first - 1].text == "(" and tokens[last].text == ")"
    if record and tokens[first - 2].capital:  # the standing of a team behind its name
        return True
    return int(hit["one"]) >= int(hit["other"]) or told


def _is_result(passage: Passage, hit: re.Match[str], first: int, last: int) -> bool:
    """Return whether two figures with "to" between them are a result: passed 52 to 48, by 52 votes to 48.

    A range rises, or follows "from"; behind a result nothing is counted but votes.
    """
    tokens = passage.tokens
    before = tokens[first - 1].lower if first else ""
    behind = tokens[last] if last < len(tokens) else None
    closed = behind is None or behind.kind == "mark" or behind.lower in words_of("function_words", "score_nouns")
    return closed and before not in ("from", "between") and int(hit["one"]) >= int(hit["other"])


def measure(left: Claim, right: Claim) -> ScoreMeasurements:
    """Return the measurements between two scores."""
    one, other = _stated(left), _stated(right)
    relation = "equal" if one == other else "reversed" if one == other[::-1] else "different"
    return ScoreMeasurements(relation=relation)


def _stated(claim: Claim) -> tuple[str, ...]:
    if not isinstance(claim.value, Score):
        raise TypeError(f"{claim.kind} carries no score")
    return claim.value.stated


def display(claim: Claim) -> str:
    """Return the score as printed."""
    return claim.text


def sign(claim: Claim) -> str:
    """Return the score, the larger figure first: both sides tell one result."""
    return "-".join(sorted(_stated(claim), key=int, reverse=True))


KIND = Kind("score", 18, extract, ScoreMeasurements, measure, display, sign)
