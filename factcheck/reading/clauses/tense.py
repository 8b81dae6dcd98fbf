"""Whether the clause around a date speaks of what was or of what is to come."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from ...lexicon import mapping, words
from ...text.tokens import Tokens
from ...values.dates import Tense

REACH = 12  # tokens to either side in which the verb of a date is sought
_NEAR = 4  # tokens before a verb in which its auxiliary stands
_MODALS = frozenset(("would", "could", "may", "can"))
_PLANNED = frozenset((word, "to") for word in ("due", "is", "are", "was", "were"))  # were to sign
_STOPS = frozenset((";", ":", '"', ".", "(", ")"))


def tense_near(tokens: Tokens, first: int, last: int) -> Tense | None:
    """Return the tense of the verb nearest before a date, else of the first behind it; None if unclear.

    "Announced plans Friday to close" is past, whatever follows; "will meet on Friday" and "is due
    to open in May" are future; "opens on Friday" may be either.
    """
    for places in (range(first - 1, max(-1, first - REACH), -1), range(last, min(last + REACH, len(tokens)))):
        for place in places:
            if tokens[place].text in _STOPS:
                break
            tense = _tense_of(tokens, place) if _may_tell(tokens[place].lower) else None
            if tense:
                return None if tense == "open" else tense
    return None


@lru_cache(maxsize=1 << 12)
def _may_tell(word: str) -> bool:
    """Return whether a word can have a tense, or give one to a date: most words of a sentence cannot."""
    return word == "due" or word in mapping("verbs") or _to_come(word)


def _tense_of(tokens: Tokens, place: int) -> Tense | Literal["open"] | None:
    """Return the tense that a verb at a place has with its auxiliaries, None for any other word.

    A modal verb leaves it open: "would open in May".
    """
    word = tokens[place].lower
    if _to_come(word) or (word == "due" and tokens[place + 1 : place + 2] and tokens[place + 1].lower != "to"):
        return "future"
    lemma = mapping("verbs").get(word)
    if lemma is None or tokens[place].capital:
        return None
    before = tokens.lowers[max(0, place - _NEAR) : place]
    behind = tokens.lowers[place + 1 : place + 3]
    if any(map(_to_come, (*before[-3:], *behind))) or before[-2:] in _PLANNED:
        return "future"
    if not _MODALS.isdisjoint(before[-3:]) or word in _MODALS:
        return "open"
    if before[-1:] == ("to",) or before[-2:] == ("to", "be"):
        forced = any(_is_bound(earlier) for earlier in before[:-1])  # forced to leave, allowing it to leave
        return "open" if forced else "future"
    return "past" if is_past(word, lemma) else None


def _is_bound(word: str) -> bool:
    """Return whether a word is a verb in the past, or one that takes its time from another."""
    lemma = mapping("verbs").get(word, word)
    return is_past(word, lemma) or (word.endswith("ing") and word != lemma)


def _to_come(word: str) -> bool:
    """Return whether a word puts a verb beside it into the future: will, due, 'll."""
    return word in words("future_words") or word.endswith("'ll")


def is_past(word: str, lemma: str) -> bool:
    """Return whether a form of a verb is past tense or participle: was, announced, fell; not its lemma."""
    if lemma == "be":
        return word in ("was", "were", "been", "wasn't", "weren't")
    return word not in (lemma, "has", "have", "does") and not word.endswith(("ing", "s", "n't"))
