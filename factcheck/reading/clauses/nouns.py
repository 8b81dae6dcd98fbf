"""Single words of a noun phrase: their singular, their plain form, and which of them describe."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ...lexicon import mapping, table, words, words_of
from ...text.tokens import Token


@cache
def singular(noun: str) -> str:
    """Return the singular of a lower-case noun; a singular comes back as it is.

    >>> singular("officers"), singular("families"), singular("women"), singular("gas")
    ('officer', 'family', 'woman', 'gas')
    """
    irregular = mapping("irregular_nouns")
    if noun in irregular:
        return irregular[noun]
    if len(noun) < 4 or noun.endswith(("ss", "us", "is")):
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses", "zes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") else noun


@cache
def people() -> frozenset[str]:
    """Return the nouns that count people, by what they are or by what befell them."""
    return words("nationals") | {noun for noun, _, breadth in table("nouns") if breadth != "thing"}


@cache
def things() -> tuple[str, ...]:
    """Return the nouns that count no humans."""
    return tuple(noun for noun, _, breadth in table("nouns") if breadth == "thing")


@cache
def plural(noun: str) -> str:
    """Return the plural of a lower-case singular.

    >>> plural("officer"), plural("family"), plural("person"), plural("bus")
    ('officers', 'families', 'people', 'buses')
    """
    if noun in _plurals():
        return _plurals()[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def _plurals() -> dict[str, str]:
    """Return the plurals that no rule gives, by singular; of two the first."""
    pairs = [(form, one) for form, one in mapping("irregular_nouns").items() if form != one]
    return {one: form for form, one in reversed(pairs)}


@cache
def is_plural(noun: str) -> bool:
    """Return whether a lower-case noun is plural by its form."""
    irregular = mapping("irregular_nouns")
    if noun.endswith("'s"):
        return False
    return irregular.get(noun, noun) != noun or (noun not in irregular and singular(noun) != noun)


def plural_follows(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the word at a place is a plural noun: "police officers", "sports cars"."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return False
    word = tokens[at].lower
    return is_plural(word) and word not in words("function_words") and word not in mapping("verbs")


@cache
def plain_form(word: str) -> str:
    """Return the plain form of a graded adjective: smallest -> small; other words as they are.

    >>> plain_form("smaller"), plain_form("earliest"), plain_form("officer")
    ('small', 'early', 'officer')
    """
    for ending in ("er", "est"):
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        for plain in (stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem, stem[:-1]):
            if len(plain) > 2 and plain in words("adjectives"):
                return plain
    return word


@cache
def is_adverb(word: str) -> bool:
    """Return whether a lower-case word is an adverb by its form: temporarily, mostly; not family, supply.

    >>> is_adverb("temporarily"), is_adverb("family"), is_adverb("rally")
    (True, False, False)
    """
    noun = word in words("ly_nouns") or word in words("nouns") or word in mapping("verbs") or word in words("months")
    return word.endswith("ly") and len(word) > len("only") and not noun


@cache
def describes(word: str) -> bool:
    """Return whether a word before a noun says which sort it is: not "stolen", "combined", "decently".

    Compounds do: coal-fired.
    """
    if "-" in word:
        return True
    verb = mapping("verbs").get(word)
    participle = verb is not None and verb != word and (word.endswith(("ing", "en")) or word not in words("adjectives"))
    return not (
        participle or (word.endswith("ed") and len(word) > 4) or word.endswith("ly") or word in words("function_words")
    )


@cache
def number_openers() -> frozenset[str]:
    """Return the words that begin another number: "one two three" counts nothing."""
    return frozenset(row[0] for row in table("numbers") if row[2] in ("zero", "unit", "teen", "tens"))


def over_of(tokens: Sequence[Token], at: int) -> int:
    """Return the place of the noun phrase behind "of the", "of those", or the place itself."""
    if at < len(tokens) and tokens[at].lower == "of":
        at += 1
    while at < len(tokens) and tokens[at].lower in (
        "the",
        "those",
        "these",
        "all",
        "its",
        "their",
        "his",
        "her",
        "our",
    ):
        at += 1
    return at


def over_owner(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind whose they are: "one of Norway's most famous firms", "two of the firm's 40 drivers"."""
    if at + 1 >= len(tokens) or not tokens[at].lower.endswith("'s"):
        return at
    at += 1
    passed = words_of("stretch_words", "numbers")
    while at < len(tokens) and (
        tokens[at].kind == "number" or tokens[at].lower == "most" or tokens[at].lower in passed
    ):
        at += 1
    return at
