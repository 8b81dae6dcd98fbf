"""Claims at one place of a sentence that two documents tell in the same words: what differs there is one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text.tokens import Token
from .mention import Mention, of_two_days

SHARE = 0.8  # of the stems of the fuller sentence that both have
FEWEST = 3  # stems in common that make a sentence the same; of all, one less
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
FEWEST_IN_ROW = 6  # of what has its place in a row: the second child to die, the third
NEXT = 2  # words or marks to either side of a claim that tell its place

Beside = tuple[tuple[str, ...], tuple[str, ...]]  # the words and marks before a claim and behind it, the nearest first


def beside(before: Sequence[Token], behind: Sequence[Token]) -> Beside:
    """Return the words and marks next to a claim, in lower case."""
    return tuple(token.lower for token in before[: -NEXT - 1 : -1]), tuple(token.lower for token in behind[:NEXT])


def place_key(mention: Mention) -> str:
    """Return what two mentions at one place of a sentence have in common: the nearest word or mark on each side."""
    return "beside " + "|".join(words[0] if words else "" for words in mention.beside)


def is_echo(left: Mention, right: Mention) -> bool:
    """Return whether two mentions stand at one place of a sentence that two documents tell in the same words.

    Not where the documents came out on two days, or most figures of the sentence are others: what is told day after day
    in the same words has its figures of each day. Nor where the sentence of one tells the figure of the other too: in a
    list, "23rd, 25th", every place is alike.
    """
    if left.claim.document == right.claim.document or left.facet or right.facet or left.claim.kind == "quote":
        return False
    if of_two_days(left, right) or not (_at_one_place(left.beside, right.beside) and _same_figures(left, right)):
        return False
    if left.beside != right.beside and (_tells_too(left, right) or _tells_too(right, left)):
        return False
    return _same_words(left.stems, right.stems, FEWEST_IN_ROW if left.claim.kind == "ordinal" else FEWEST)


def _at_one_place(left: Beside, right: Beside) -> bool:
    """Return whether the nearest words on both sides are the same, and all on one side."""
    nearest = left[0][:1] == right[0][:1] and left[1][:1] == right[1][:1]
    return nearest and (left[0] == right[0] or left[1] == right[1])


def _tells_too(here: Mention, there: Mention) -> bool:
    """Return whether the sentence of one mention tells the figure or day of another elsewhere."""
    told = set(_FIGURE.findall(here.claim.text)) or set(here.claim.text.lower().split()[:1])
    return here.figure != there.figure and told <= there.figures | there.stems


def _same_figures(left: Mention, right: Mention) -> bool:
    """Return whether two sentences tell the same other figures; beside a date all of them, else half may differ."""
    shared, fuller = len(left.figures & right.figures), max(len(left.figures), len(right.figures))
    return shared == fuller or (left.claim.kind != "date" and 2 * shared >= fuller)


def _same_words(left: frozenset[str], right: frozenset[str], fewest: int) -> bool:
    """Return whether two sentences share nearly all their stems, and so many at the least."""
    shared, fuller = len(left & right), max(len(left), len(right))
    return shared >= SHARE * fuller and shared >= fewest - (shared == fuller)
