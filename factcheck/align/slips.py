"""Whether two words of names are one, but for a slip of the pen."""

from __future__ import annotations

from functools import cache

from rapidfuzz.distance import OSA

from ..lexicon import mapping, table, words, words_of
from ..values.names import SHORT, fold, is_slip, relate_names
from ..values.wording import stemmer

_ALIKE = ("aeiouy", "csz", "ckq")  # letters that are taken for each other


def is_slip_beside(one: str, other: str, beside: tuple[str, str], ordinary: frozenset[str]) -> bool:
    """Return whether two words beside one name are spellings of one; `ordinary` words are no names in this story.

    Two words of the language are two words (Majority, Minority Leader). An ending more makes another form of a word,
    and tells something only between two words that are the same: Motion Pictures Arts.
    """
    if fold(one) == fold(other):
        return True  # with and without its accents
    if _is_ending(one, other):
        return f"{min(one, other, key=len)}s" in (one, other) and all(beside)
    if min(len(one), len(other)) < SHORT or {one, other} & _no_names():
        return False
    if all(beside) or (is_word(one, ordinary) and is_word(other, ordinary)):
        return False
    before, behind = beside
    if any(name.startswith("and ") for name in beside) and OSA.distance(one, other) > 1:
        return False  # Romania and Slovakia, Romania and Slovenia
    left, right = (f"{before} {_sounded(word)} {behind}".strip() for word in (one, other))
    return relate_names(left, right) == "spelling"


def is_slip_of(lone: str, known: str) -> bool:
    """Return whether a word that stands beside no name is a slip of one that does: Olsen of Olson, Tump of Trump.

    A letter is missing, doubled or moved, or one of its sort stands in its place; Iran is no slip of Iraq.

    >>> [is_slip_of("olsen", "olson"), is_slip_of("tump", "trump"), is_slip_of("iran", "iraq")]
    [True, True, False]
    """
    alike = lone[0] == known[0] and is_slip(lone, known) and not _is_ending(lone, known)
    return alike and _alike(lone, known) and _sounded(lone) != _sounded(known)


def _alike(one: str, other: str) -> bool:
    """Return whether the letters in which two words of one length differ are moved, or taken for each other."""
    if not is_replaced(one, other):
        return True
    replaced = (pair for pair in zip(one, other, strict=True) if pair[0] != pair[1])
    return all(any(left in letters and right in letters for letters in _ALIKE) for left, right in replaced)


def is_replaced(one: str, other: str) -> bool:
    """Return whether a letter stands in place of another, and none is missing, doubled or moved."""
    return len(one) == len(other) and sorted(one) != sorted(other)


def _is_ending(one: str, other: str) -> bool:
    """Return whether one word is the other with an ending, or with another: Korea and Korean, Tennessean, Argentine."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and long[len(short) :] in words("name_endings"):
        return True
    return any(
        place.endswith(letters) and _is_of(place.removesuffix(letters), other)
        for place, other in ((short, long), (long, short))
        for letters in _CLOSING
    )


def _is_of(bare: str, other: str) -> bool:
    """Return whether a word is what is left of a place with the ending of its people or things."""
    return other.startswith(bare) and other[len(bare) :] in _OF_PLACES


_CLOSING = ("a", "e", "o", "as")  # letters of a place that its people go without: China, Chile, Mexico, Kansas
_OF_PLACES = frozenset(("an", "ans", "ian", "e", "es", "ese", "ish", "r", "rs", "er", "ers"))


@cache
def _no_names() -> frozenset[str]:
    return words_of("function_words", "months", "weekdays")


def is_word(word: str, ordinary: frozenset[str]) -> bool:
    """Return whether a word is one of the language, as the story or most news prints it, and no given name."""
    known = word in ordinary or word in mapping("verbs") or stemmer().stemWord(word) in words("news_stems")
    return known and word not in words("given_names")


def _sounded(word: str) -> str:
    """Return a word with letters that are written in several ways in one of them: Sheikhoun, Sheikhun."""
    word = word.replace("-", "")
    for letters, compared in table("letters_alike"):
        word = word.replace(letters, compared)
    return word
