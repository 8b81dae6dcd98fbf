"""Ordinals: "a 10th", "the third inquiry"; the first, second and third of a list of reasons are none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from ..lexicon import words
from ..reading.clauses.subjects import Subject, singular, subject_after
from ..reading.figures import Figure
from .base import Claim
from .kind import quantity_kind
from .passage import Passage

LONGEST_NAME = 5  # words


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the ordinals of a passage: those in digits, and in words where a noun follows."""
    for figure in passage.free():
        if len(figure.numerals) != 1 or not figure.numerals[0].ordinal:
            continue
        at = figure.last + (passage.tokens.lowers[figure.last : figure.last + 1] == ("such",))  # the third such attack
        noun = subject_after(passage.tokens, at, one=True) or _apposed(passage, at)
        noun = noun or (None if figure.numerals[0].written else _of_name(passage, figure.last))
        bare = noun is None and figure.numerals[0].value <= 3 and not _in_row(passage, figure)
        if figure.numerals[0].written and (_named(passage, figure) or bare):
            continue
        last = noun.last if noun else figure.last
        subject = noun.noun if noun else passage.discourse.counted
        yield passage.claim(
            "ordinal",
            passage.quantity(figure._replace(modifiers=()), counted=True, unit=subject),
            figure.first,
            figure.last,
            subject=subject,
            predicate=passage.predicate(figure.first, last),
        )


def _in_row(passage: Passage, figure: Figure) -> bool:
    """Return whether another ordinal stands next to this one: "first, second and third"."""
    place = passage.figures.index(figure)
    for other in passage.figures[max(0, place - 1) : place + 2]:
        between = passage.tokens[min(figure.last, other.last) : max(figure.first, other.first)]
        if other is not figure and other.single and other.single.ordinal:
            return all(token.lower in (",", "and", "or") for token in between)
    return False


def _named(passage: Passage, figure: Figure) -> bool:
    """Return whether an ordinal in words is part of a name or title: First World War, first minister."""
    tokens, at = passage.tokens, figure.last
    if at >= len(tokens):
        return False
    capital = tokens[figure.first].capital and tokens[at].capital and tokens[at].kind == "word"
    return capital or tokens[at].lower in words("ordinal_titles")


def _apposed(passage: Passage, at: int) -> Subject | None:
    """Return the noun set beside an ordinal: "a 10th - a former officer -"."""
    following = passage.tokens.lowers[at : at + 2]
    apposed = len(following) == 2 and following[0] == "-" and following[1] in ("a", "an", "the")
    return subject_after(passage.tokens, at + 2, one=True) if apposed else None


def _of_name(passage: Passage, at: int) -> Subject | None:
    """Return the last word of a name that opens behind an ordinal: the 131st Rose Parade."""
    words_on = takewhile(lambda token: token.capital, passage.tokens[at : at + LONGEST_NAME])
    name = [token.lower for token in words_on]
    return Subject(singular(name[-1]), (), at + len(name)) if name else None


KIND = quantity_kind("ordinal", 80, extract)
