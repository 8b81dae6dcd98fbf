"""How two quotations of what may be the same words differ, word by word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import chain
from typing import Literal

import Stemmer
from rapidfuzz.distance import Indel, LCSseq
from rapidfuzz.fuzz import partial_ratio_alignment

from ..lexicon import mapping, table, words
from ..text.clean import plain
from ..text.tokens import Token, tokenise

Change = Literal["none", "filler", "spelling", "function", "omission", "and-or", "content", "negation"]
WEIGHT: dict[Change, int] = {
    "none": 0, "filler": 1, "spelling": 2, "function": 3, "omission": 4, "content": 5, "and-or": 6, "negation": 7
}  # fmt: skip
CUT = "…"  # stands for words left out or replaced by the editor: "[the bill]", "...", "hard-a**"
ONE_WORD = 0.8  # likeness of letters from which two words are one in another form
_EDITED = re.compile(r"\b[A-Za-z]-+[a-z]+\b|\[[^\]]*\]|\([^)]*\)|\.{3,}|…|[\w-]*\*{2,}\w*")
# Endings of contractions, and the words that they stand for; "n't" is handled first.
_CONTRACTED = (("n't", "not"), ("'ve", "have"), ("'ll", "will"), ("'re", "are"), ("'m", "am"))
_NUMBERED = re.compile(r"\bNos?\.\s{0,3}(?=\d)")  # No. 1
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")  # F.B.I.


@lru_cache(maxsize=4096)
def spoken(text: str) -> tuple[str, ...]:
    """Return the words of a quotation in lower case, marks left out and contractions spelt out.

    >>> spoken("It's “days or weeks”, he doesn't know.")
    ('it', 'is', 'days', 'or', 'weeks', 'he', 'does', 'not', 'know')
    """
    edited = _EDITED.sub(f" {CUT} ", _NUMBERED.sub("number ", plain(_unaccented(text))))
    dotless = _INITIALS.sub(lambda hit: hit.group().replace(".", ""), edited).replace("%", " per cent ")
    tokens = [token for token in tokenise(dotless.replace("&", " and ")) if token.kind != "mark" or token.text == CUT]
    return tuple(word for place, token in enumerate(tokens) if not _suffix(tokens, place) for word in _spoken(token))


def _suffix(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a token is the "th" of "11th": the order of words says enough."""
    before = tokens[place - 1] if place else None
    touches = before is not None and before.kind == "number" and before.end == tokens[place].start
    return touches and tokens[place].lower in ("st", "nd", "rd", "th")


def _spoken(token: Token) -> tuple[str, ...]:
    """Return the words that a token stands for."""
    known = mapping("spoken_forms").get(token.lower)
    if known:
        return tuple(known.split())
    for ending, word in _CONTRACTED:
        if token.lower.endswith(ending) and len(token.lower) > len(ending):
            return token.lower.removesuffix(ending), word
    return (_digits().get(token.lower, token.lower.replace(",", "")),)


@cache
def _digits() -> dict[str, str]:
    """Return the digits of the small number words: "one death" and "1 death" are the same words."""
    roles = ("unit", "teen", "tens", "ordinal")
    return {word: value for word, value, role in table("numbers") if role in roles and word != "second"}


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
    edits = _edits(short, _window(short, long, margin=len(short) // 4 + 1))
    denials = [sum(word in words("negations") for word in chain(*sides)) for sides in zip(*edits, strict=True)]
    moved = len(set(denials)) < 2  # as many denials on either side: none was added
    found: Change = "none"
    for before, after in edits:
        change = _change(before, after)
        change = "function" if change == "negation" and moved else change
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
    """Return whether two stretches are one in another spelling or form: judgment · judgement, run · running."""
    one, other = " ".join(before), " ".join(after)
    if _stemmer().stemWords(list(before)) == _stemmer().stemWords(list(after)):
        return True
    return min(len(one), len(other)) > 3 and Indel.normalized_similarity(one, other) >= ONE_WORD


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")
