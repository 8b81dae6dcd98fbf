"""What an amount speaks of that counts nothing: profit was 42 million, a fine of £200, $2m in jewellery."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import mapping, words, words_of
from ...text.tokens import Token
from ..clauses.subjects import LONGEST_PHRASE, Subject, is_plural, singular, subject_after
from ..numerals.units import unit_named


def worth_of(tokens: Sequence[Token], at: int) -> Subject | None:
    """Return what an amount of money is paid or lost in: $2m in jewellery, £3m worth of drugs, €5m in damages."""
    joint = [token.lower for token in tokens[at : at + 2]]
    skip = 2 if joint == ["worth", "of"] else 1 if joint[:1] in (["in"], ["of"]) else 0
    named = at + skip < len(tokens) and tokens[at + skip].capital
    return subject_after(tokens, at + skip, one=True) if skip and not named else None


def topic_before(tokens: Sequence[Token], first: int) -> str | None:
    """Return the noun that a figure speaks of: "profit" in "profit was 42 million", "fine" in "a fine of £200"."""
    owner = owner_of(tokens, first)
    if owner:
        return owner
    verb = next((place for place in range(first - 1, -1, -1) if _is_verb(tokens, place)), None)
    if verb is None:
        return None
    for place in range(verb - 1, max(-1, verb - LONGEST_PHRASE), -1):
        token = tokens[place]
        if token.kind != "word" or token.lower in words("clause_joints"):
            return None
        if token.lower.endswith("'s") or token.lower in words_of("weekdays", "months") or len(token.lower) < 2:
            return None
        if token.lower in words("function_words") or token.lower in words("negations") or _participle(token):
            continue
        if _governed(tokens, place):
            continue
        named = token.capital and place > 0 and tokens[place - 1].kind == "word"
        return None if named or not _is_topic(token) else singular(token.lower)
    return None


def measured_near(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """Return what a measure is of: the noun it stands before, "a two-year deal", "30 cm of rain"; else its topic."""
    hyphen = any(token.text == "-" for token in tokens[first + 1 : last - 1])
    of = last < len(tokens) and tokens[last].lower == "of"
    noun = subject_after(tokens, last + of, one=True) if hyphen or of else None
    return noun.noun if noun else topic_before(tokens, first)


def _is_verb(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a form is a verb at a place: not "an annual rate", "8GB of RAM"."""
    token = tokens[place]
    base = mapping("verbs").get(token.lower)
    if base is None or (token.capital and place > 0):
        return False
    before = tokens[place - 1].lower if place else ""
    return base != token.lower or not (before in words("adjectives") or before in ("a", "an", "the", "of"))


def _is_topic(token: Token) -> bool:
    """Return whether a word can be what an amount speaks of: no adjective, verb or unit of measure."""
    verb = mapping("verbs").get(token.lower)
    if (
        token.lower in words("adjectives")
        or token.lower in words("numbers")
        or (verb is not None and verb != token.lower)
    ):
        return False
    return unit_named(token) is None


def owner_of(tokens: Sequence[Token], first: int) -> str | None:
    """Return the noun right before "of" or "worth" and a figure: a depth of 30 feet, jewellery worth $2m."""
    if first < 2 or tokens[first - 1].lower not in ("of", "worth"):
        return None
    noun = tokens[first - 2]
    if noun.kind != "word" or noun.capital or noun.lower in words("function_words"):
        return None
    return singular(noun.lower) if _is_topic(noun) else None


def number_of(tokens: Sequence[Token], first: int) -> Subject | None:
    """Return what a bare figure is the number of: "the number of cases has risen to 12,345"."""
    for place in range(first - 2, max(-1, first - LONGEST_PHRASE - 4), -1):
        if tokens[place].text in ".;":
            return None
        if tokens[place].lower in words("number_nouns") and tokens[place + 1].lower == "of":
            found = subject_after(tokens, place + 2)
            return found if found and found.last < first and is_plural(tokens[found.last - 1].lower) else None
    return None


def _governed(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a noun stands behind a preposition, so that the topic is before it: "profit for the year"."""
    at = place - 1
    while at > 0 and (
        tokens[at].lower in words("adjectives") or tokens[at].lower in ("the", "a", "an", "its", "their")
    ):
        at -= 1
    return at > 0 and tokens[at].lower in words("prepositions")


def _participle(token: Token) -> bool:
    """Return whether a word before a verb belongs to it: "was expected to cost"."""
    return token.lower in mapping("verbs") and token.lower.endswith(("ed", "ing"))
