"""How two quotations of what may be the same words differ, word by word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz.distance import Indel, LCSseq
from rapidfuzz.fuzz import partial_ratio_alignment

from ..lexicon import table, words
from ..text.clean import plain
from ..text.tokens import tokenise

Change = Literal["none", "filler", "spelling", "function", "omission", "and-or", "content", "negation"]
WEIGHT: dict[Change, int] = {
    "none": 0, "filler": 1, "spelling": 2, "function": 3, "omission": 4, "content": 5, "and-or": 6, "negation": 7
}  # fmt: skip
CUT = "…"  # stands for words left out or replaced by the editor: "[the bill]", "...", "hard-a**"
ONE_WORD = 0.8  # likeness of letters from which two words are one in another form
_EDITED = re.compile(r"\[[^\]]*\]|\([^)]*\)|\.{3,}|…|[\w-]*\*{2,}\w*")
# Spellings that are one word to the ear: contractions against their full forms.
_FULL = {"it's": ("it", "is"), "i'll": ("i", "will"), "i've": ("i", "have"), "i'm": ("i", "am"), "we're": ("we", "are"),
         "they're": ("they", "are"), "you're": ("you", "are"), "that's": ("that", "is"), "we'll": ("we", "will"),
         "can't": ("can", "not"), "won't": ("will", "not"), "cannot": ("can", "not")}  # fmt: skip


@lru_cache(maxsize=4096)
def spoken(text: str) -> tuple[str, ...]:
    """Return the words of a quotation in lower case, marks left out and contractions spelt out.

    >>> spoken("It's “days or weeks”, he doesn't know.")
    ('it', 'is', 'days', 'or', 'weeks', 'he', 'does', 'not', 'know')
    """
    found: list[str] = []
    for token in tokenise(_EDITED.sub(f" {CUT} ", plain(_unaccented(text)))):
        if token.text == CUT:
            found.append(CUT)
        if token.kind == "mark":
            continue
        if token.lower in _FULL:
            found += _FULL[token.lower]
        elif token.lower.endswith("n't"):
            found += [token.lower[:-3], "not"]
        else:
            found.append(_digits().get(token.lower, token.lower))
    return tuple(found)


@cache
def _digits() -> dict[str, str]:
    """Return the digits of the small number words: "one death" and "1 death" are the same words."""
    return {word: value for word, value, role in table("numbers") if role in ("unit", "teen", "tens")}


def _unaccented(text: str) -> str:
    """Return the text without accents on its letters: fiancé as fiance."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def content(spoken_words: Sequence[str]) -> tuple[str, ...]:
    """Return the words that carry content, function words left out."""
    return tuple(word for word in spoken_words if word not in words("function_words"))


def likeness(left: Sequence[str], right: Sequence[str]) -> Decimal:
    """Return how much of the shorter is found in the longer in order, from 0 to 1, two decimals."""
    short, long = sorted((left, right), key=len)
    if not short:
        return Decimal(0)
    window = _window(short, long)
    return Decimal(str(round(Indel.normalized_similarity(short, window), 2)))


def is_fragment(left: Sequence[str], right: Sequence[str]) -> bool:
    """Return whether the shorter stands word for word inside the longer."""
    short, long = sorted((tuple(left), tuple(right)), key=len)
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def heaviest_change(left: Sequence[str], right: Sequence[str]) -> Change:
    """Return the change that weighs most between the shorter and its place in the longer."""
    short, long = sorted((tuple(left), tuple(right)), key=lambda each: (len(each), each))
    found: Change = "none"
    for before, after in _edits(short, _window(short, long, margin=len(short) // 4 + 1)):
        change = _change(before, after)
        found = max(found, change, key=WEIGHT.__getitem__)
    return found


def _window(short: Sequence[str], long: Sequence[str], margin: int = 0) -> Sequence[str]:
    """Return the stretch of the longer that the shorter lies best upon, and some words to either side."""
    placed = partial_ratio_alignment(short, long)
    if placed is None:
        return long
    return long[max(0, placed.dest_start - margin) : placed.dest_end + margin]


def _edits(short: Sequence[str], window: Sequence[str]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the stretches that differ between the first and the last word in common.

    What stands outside is no change: every desk cuts a quotation where it likes.
    """
    steps = list(LCSseq.opcodes(short, window))
    while steps and steps[0].tag != "equal":
        steps.pop(0)
    while steps and steps[-1].tag != "equal":
        steps.pop()
    found: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    joined = False
    for step in steps:
        if step.tag == "equal":
            joined = False
            continue
        edit = tuple(short[step.src_start : step.src_end]), tuple(window[step.dest_start : step.dest_end])
        if joined:
            edit = found[-1][0] + edit[0], found.pop()[1] + edit[1]
        found.append(edit)
        joined = True
    return found


def _change(before: Sequence[str], after: Sequence[str]) -> Change:
    """Return what sort of change one stretch is."""
    both = set(before) ^ set(after)
    if CUT in both:
        return "filler"
    if both & words("negations"):
        return "negation"
    if {"and", "or"} <= both:
        return "and-or"
    if not (before and after) and both <= words("fillers"):
        return "filler"
    if both <= words("function_words"):
        return "function"
    if not (before and after):
        return "omission"
    return "spelling" if _spelt_alike(before, after) else "content"


def _spelt_alike(before: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether two stretches are one in another spelling or form: judgment · judgement, know · knows."""
    one, other = " ".join(before), " ".join(after)
    return min(len(one), len(other)) > 3 and Indel.normalized_similarity(one, other) >= ONE_WORD
