"""What a quotation loses where it is cut: words of its sentence without which the rest says something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from ..lexicon import words
from ..text.clean import plain
from ..text.sentences import sentences
from .wording import is_title, spoken

Cut = Literal["denial", "condition", "none"]
Said = tuple[str, ...]
LEAST_WORDS = 2  # of a statement: “Seinfeld” alone is none
CARRIES = {"that"}  # I do not think that …
REACH = 7  # words before a sentence in which a "not" may still deny it
_INVERTED = ("had",)  # I not been there, we would have left
_ENDS = (".", "!", "?")
_MARKS = "\"'”’) "


def cut_between(left: str, right: str) -> Cut:
    """Return what the shorter of two quotations leaves out of a sentence that it prints as if it were whole.

    "denial" where a sentence opens with a capital and had a "not" before that, "condition" where it ends with a stop
    and went on with "if". What opens without a capital stands inside a sentence of the reporter's, and what is
    missing may be said there.

    >>> cut_between("I do not think the plan was bad.", "The plan was bad.")
    'denial'
    >>> cut_between("Had I not been ill, there was no way out.", "There was no way out.")
    'none'
    >>> cut_between("We leave if they pay.", "We leave."), cut_between("We leave if they pay.", "leave.")
    ('condition', 'none')
    >>> cut_between("There will be no next Tatort.", "Tatort")
    'none'
    """
    short, long = sorted((left, right), key=len)
    pieces, whole = _sentences(short), [spoken(sentence) for sentence in _sentences(long)]
    if not pieces or not pieces[0][:1].isupper() or is_title(pieces[0]):
        return "none"
    opening = spoken(pieces[0])
    if len(opening) < LEAST_WORDS:
        return "none"
    if opening[0] not in words("clause_joints") and any(_denied(before) for before, _ in _around(opening, whole)):
        return "denial"
    closed = pieces[-1].rstrip(_MARKS).endswith(_ENDS)
    if closed and any(_conditional(behind) for _, behind in _around(spoken(pieces[-1]), whole)):
        return "condition"
    return "none"


def _sentences(text: str) -> list[str]:
    """Return the sentences of a quotation, in plain spelling."""
    bare = plain(text)
    return [bare[start:end] for start, end in sentences(bare, 0, len(bare))]


def _around(said: Said, whole: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Yield what stands before and behind some words in each sentence that holds them, and more than them."""
    for sentence in whole:
        for at in range(len(sentence) - len(said) + 1):
            if said and len(sentence) > len(said) and sentence[at : at + len(said)] == said:
                yield sentence[:at], sentence[at + len(said) :]


def _denied(before: Said) -> bool:
    """Return whether a "not" reaches over what follows: few words stand between, and no clause begins.

    "Had I not been there" is a condition.
    """
    near = before[-REACH:]
    places = [place for place, word in enumerate(near) if word in words("negations")]
    if not places or near[max(0, places[-1] - 2) : places[-1] - 1] == _INVERTED:
        return False
    return words("clause_joints").isdisjoint({*near[places[-1] + 1 :]} - CARRIES)


def _conditional(behind: Said) -> bool:
    return bool(behind) and behind[0] in words("conditions")
