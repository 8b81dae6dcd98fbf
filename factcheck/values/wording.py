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
from rapidfuzz.distance import Indel

from ..lexicon import mapping, table, words, words_of
from ..text.clean import plain
from ..text.spelling import american
from ..text.tokens import Token, tokenise, touches
from .steps import CUT, Word, steps, window

Change = Literal[
    "none", "filler", "spelling", "function", "form", "omission", "content", "number", "and-or", "negation"
]
WEIGHT: dict[Change, int] = {
    "none": 0, "filler": 1, "spelling": 2, "function": 3, "form": 4, "omission": 5, "content": 6, "number": 7,
    "and-or": 8, "negation": 9,
}  # fmt: skip
Edit = tuple[tuple[str, ...], tuple[str, ...]]
ONE_WORD = 0.8  # likeness of letters from which two words are one in another form
_EDITED = re.compile(r"\b[A-Za-z]-+[a-z]+\b|\[[^\]]*\]|\([^)]*\)|\.{3,}|…|[\w-]*\*{2,}\w*")
# Endings of contractions, and the words that they stand for; "n't" is handled first.
_CONTRACTED = (("n't", "not"), ("'ve", "have"), ("'ll", "will"), ("'re", "are"), ("'m", "am"))
_NUMBERED = re.compile(r"\bNos?\.\s{0,3}(?=\d)")  # No. 1
_ARTICLES = {"a", "an"}
# What nobody says: of MySpace.com, of 6:00 p.m., of I' ve.
_UNSPOKEN = (
    (re.compile(r"(?<=\w)\.(?:com|org|net)\b"), ""),
    (re.compile(r"(?<=\d):00\b"), ""),
    (re.compile(r"(?<=[A-Za-z])['’] (?=(?:ve|re|ll|[smdt])\b)"), "'"),
)
_BETWEEN = re.compile(r"[\s/-]+")
_ENDED = re.compile(r"\W")  # the mark behind a word, or before what is left of the next: I'm
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")  # F.B.I.


@lru_cache(maxsize=4096)
def spoken(text: str) -> tuple[Word, ...]:
    """Return the words of a quotation in lower case, marks left out and contractions spelt out.

    >>> spoken("It's “days or weeks”, he doesn't know.")
    ('it', 'is', 'days', 'or', 'weeks', 'he', 'does', 'not', 'know')
    >>> spoken("H1N1 on the 11th")
    ('h1n1', 'on', 'the', '11')
    """
    bare = _unaccented(text)
    for pattern, printed in _UNSPOKEN:
        bare = pattern.sub(printed, bare)
    edited = _EDITED.sub(f" {CUT} ", _NUMBERED.sub("number ", plain(bare)))
    dotless = _INITIALS.sub(lambda hit: hit.group().replace(".", ""), edited).replace("%", " per cent ")
    tokens = [token for token in tokenise(dotless.replace("&", " and ")) if token.kind != "mark" or token.text == CUT]
    kept = [token for place, token in enumerate(tokens) if not _suffix(tokens, place)]
    return tuple(word for token in _codes(kept) for word in _words_of(token))


def _codes(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens, those of one word of letters and the digits that follow without a space as one: H1N1, G8."""
    found: list[Token] = []
    coded = False
    for place, token in enumerate(tokens):
        begun = coded or (token.kind == "number" and place > 0 and tokens[place - 1].kind == "word")
        coded = begun and touches(tokens, place)
        if coded:
            text = found[-1].text + token.text
            found[-1] = found[-1]._replace(text=text, lower=text.lower())
        else:
            found.append(token)
    return found


def _words_of(token: Token) -> tuple[Word, ...]:
    """Return the words that a token stands for; several, as "I'll" does, are printed in full."""
    first, *others = _spoken(token)
    if not others:
        return (Word(first, token.text),)
    opening = first.capitalize() if token.text[0].isupper() else first
    return Word(first, opening), *(Word(word, word) for word in others)


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
    return (_digits().get(token.lower) or american(token.lower.replace(",", "")),)


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


def is_title(text: str) -> bool:
    """Return whether all words that carry content open with a capital: a name in quotation marks, and no speech.

    >>> [is_title(text) for text in ("The Problem: Part 1 — Now", "The problem is ours", "LEAVE NOW", "9 -- 5")]
    [True, False, False, False]
    >>> is_title("Osama bin Laden")
    True
    >>> [is_title(text) for text in ("The Tiger", "Enough is enough", "That's why I'm here", "No, Minister!")]
    [True, False, False, False]
    """
    told = [word for word in _BETWEEN.split(text) if word[:1].isalpha()]
    small = words_of("function_words", "name_particles")  # Osama bin Laden
    carrying = [word for word in told if _ENDED.split(word.lower())[0] not in small]
    if not carrying or (len(carrying) == 1 and carrying[0] is told[0]) or text.rstrip()[-1:] in ("!", "?"):
        return False
    if text.isupper() or not told[0][0].isupper() or not all(word[0].isupper() for word in carrying):
        return False
    between = [word for word in told if word.islower()]
    return not any(word in mapping("verbs") or _ENDED.search(word.rstrip(".,:;")) for word in between)  # is, it's


def likeness(left: Sequence[str], right: Sequence[str]) -> Decimal:
    """Return how much of the shorter is found in the longer in order, from 0 to 1, two decimals."""
    short, long = sorted((left, right), key=len)
    if not short:
        return Decimal(0)
    first, last = window(tuple(short), tuple(long))
    return Decimal(str(round(Indel.normalized_similarity(short, long[first:last]), 2)))


def is_fragment(left: Sequence[str], right: Sequence[str]) -> bool:
    """Return whether the shorter stands word for word inside the longer."""
    short, long = sorted((tuple(left), tuple(right)), key=len)
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def heaviest_change(left: Sequence[str], right: Sequence[str]) -> Change:
    """Return the change that weighs most between the shorter and its place in the longer.

    >>> heaviest_change(spoken("The door is old and needs to be fixed."), spoken("The door needs to be fixed."))
    'omission'
    >>> heaviest_change(spoken("I told them I will fix the door."), spoken("I will fix the door."))
    'none'
    """
    edits = _unmoved([(step.before, step.after) for step in steps(left, right) if not step.same])
    denials = [sum(word in words("negations") for word in chain(*sides)) for sides in zip(*edits, strict=True)]
    moved = len(set(denials)) < 2  # as many denials on either side: none was added
    found: Change = "none"
    for before, after in edits:
        change = _change(before, after)
        change = "function" if change == "negation" and moved else change
        found = max(found, change, key=WEIGHT.__getitem__)
    return found


def _unmoved(edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits without the words of content that only changed their place: out here, in there."""
    gone, come = (set(chain(*sides)) for sides in (zip(*edits, strict=True) if edits else ((), ())))
    moved = {word for word in gone & come if word not in words("function_words")}
    kept = (tuple(tuple(word for word in side if word not in moved) for side in edit) for edit in edits)
    return [(before, after) for before, after in kept if before or after]


def _change(before: Sequence[str], after: Sequence[str]) -> Change:
    """Return what sort of change one stretch is."""
    both = set(before) ^ set(after)
    if CUT in both:
        return "filler"
    bounded = {"no"} if "than" in both and both & {"more", "less", "fewer"} else set()  # no more than an accident
    if both & words("negations") - bounded:
        return "negation"
    if {"and", "or"} <= both:
        return "and-or"
    if not (before and after) and both <= words("fillers"):
        return "filler"
    if _reformed(before, after):
        return "form"
    if both <= words("function_words") | words("light_words") or both in ({"a", "1"}, {"an", "1"}):
        return "function"
    if not ({*before} - _ARTICLES and {*after} - _ARTICLES):
        return "omission"
    if _spelt_alike(before, after):
        return "spelling"
    told = [[word for word in side if word[:1].isdecimal()] for side in (before, after)]
    return "number" if all(told) and told[0] != told[1] else "content"


def _reformed(before: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether a verb has another tense or person, or a noun another number: seemed · seems, is · was."""
    one, other = (side if len(side) == 1 else content(side) for side in (before, after))
    pairs = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return len(one) == len(other) and bool(pairs) and all(_in_another_form(*pair) for pair in pairs)


def _in_another_form(one: str, other: str) -> bool:
    """Return whether two words are forms of one, and no possessive: NATO's."""
    verbs = mapping("verbs")
    if "'" in one + other:
        return False
    if one in verbs and other in verbs:
        return verbs[one] == verbs[other]
    stems = stemmer().stemWords([one, other])
    return stems[0] == stems[1] and any(word.endswith(("s", "ed", "ing")) for word in (one, other))


def _spelt_alike(before: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether two stretches are one in another spelling or form: judgment · judgement, sit · sat, US."""
    one, other = " ".join(before).replace("'", ""), " ".join(after).replace("'", "")
    if _forms(before) == _forms(after) or _initials(before, after) or _initials(after, before):
        return True
    digits = any(sign.isdecimal() for sign in one + other)
    return not digits and min(len(one), len(other)) > 3 and Indel.normalized_similarity(one, other) >= ONE_WORD


def _forms(said: Sequence[str]) -> list[str]:
    """Return the words of a stretch as their verbs and stems, function words left out where others stand."""
    carrying = content(said) or said
    verbs = mapping("verbs")
    return list(stemmer().stemWords([verbs.get(word, word) for word in carrying]))


def _initials(short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether one word is the initials of several: IE, Internet Explorer."""
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)


@cache
def stemmer() -> Stemmer.Stemmer:
    """Return the one stemmer of English words, made once."""
    return Stemmer.Stemmer("english")
