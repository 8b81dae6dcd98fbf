"""Headlines in title case, put in sentence case: of "Police Arrest Four in Leeds" only Leeds is a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ..lexicon import mapping, words, words_of
from .clean import plain

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")
_LINE = re.compile(r"^[^\n]{12,200}$", re.MULTILINE)
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z]\w*")  # with a capital, though it opens no sentence
_PAIR = re.compile(r"\b([A-Z]\w*) (?=([A-Z]\w*))")
_OPENS = re.compile(r"""(?:^|[.!?]["')]*\s+)["'(]*$""")  # what stands before the first word of a sentence
_JOINTS = ("-", "'")  # behind which a word of a title needs no capital
LEAST = 3  # words and numbers of a line in title case
CERTAIN = 2  # words that have a capital for no other reason


def readable(text: str) -> str:
    """Return a text as it is read: typographic variants folded, titles in sentence case; same length, same offsets.

    >>> readable("Four Hurt as Bus Hits House in Leeds")
    'Four hurt as bus hits house in Leeds'
    """
    text = plain(text)
    titles = [line for line in _LINE.finditer(text) if _is_title(line[0])]
    if not titles:
        return text
    usage = _usage(text, titles)
    kept, at = [], 0
    for title in titles:
        kept += [text[at : title.start()], _sentence_case(title[0], usage)]
        at = title.end()
    return "".join((*kept, text[at:]))


class _Usage(NamedTuple):
    """How a text writes words outside its titles: how often small and with a capital, and pairs of capitals."""

    small: Counter[str]
    capital: Counter[str]
    pairs: frozenset[tuple[str, str]]


def _is_title(line: str) -> bool:
    """Return whether each word of a line has a capital, those left out that a title may print small."""
    told = 0
    for word in _WORD.finditer(line):
        told += 1
        small = word[0][0].islower() and word[0] not in words("function_words")
        if small and line[word.start() - 1 : word.start()] not in _JOINTS:
            return False
    return told >= LEAST


def _usage(text: str, titles: Sequence[re.Match[str]]) -> _Usage:
    """Return how a text writes its words outside its titles."""
    ends = [0, *(title.end() for title in titles)]
    starts = [*(title.start() for title in titles), len(text)]
    prose = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    return _Usage(
        Counter(word for word in _WORD.findall(prose) if word.islower()),
        Counter(word.lower() for word in _INSIDE.findall(prose)),
        frozenset((one.lower(), other.lower()) for one, other in _PAIR.findall(prose)),
    )


def _sentence_case(title: str, usage: _Usage) -> str:
    """Return a title with small letters but where a name or a sentence begins; as it is, if hardly a word changes."""
    common = list(_common(title, usage))
    if len(common) < CERTAIN:
        return title
    letters = list(title)
    for word in common:
        small = word[0].lower()
        if len(small) == len(word[0]) and not _OPENS.search(title, 0, word.start()):
            letters[word.start() : word.end()] = small
    return "".join(letters)


def _common(title: str, usage: _Usage) -> Iterator[re.Match[str]]:
    """Yield the words of a title that are no part of a name."""
    found = list(_WORD.finditer(title))
    small = [word[0].lower() for word in found]
    named = [pair in usage.pairs for pair in pairwise(small)]
    common = [_is_common(word, usage) for word in small]
    for place, word in enumerate(found):
        acronym = word[0].isupper() and not title.isupper() and len(word[0]) > 1
        in_name = any(named[max(0, place - 1) : place + 1])
        leads = small[place] in _leading() and not all(common[place + 1 : place + 2])  # New York, West Yorkshire
        numbers = small[place] == "no" and title[word.end() : word.end() + 1] == "."  # No. 9
        if common[place] and not (acronym or in_name or leads or numbers):
            yield word


def _is_common(word: str, usage: _Usage) -> bool:
    """Return whether a word is no name: by how the text writes it, else by the lexicon."""
    if word in words("months") or word in words("weekdays"):
        return False
    small, capital = usage.small[word], usage.capital[word]
    if small or capital:
        return small > capital
    return any(word.removesuffix(ending) in _known() for ending in ("", "s", "es"))


@cache
def _known() -> frozenset[str]:
    """Return the words of the lexicon that are no names."""
    nouns = words_of("nouns", "event_nouns", "units")
    listed = nouns | words_of("function_words", "prepositions", "adjectives", "numbers", "vague")
    return (listed | mapping("verbs").keys()) - words("given_names")


@cache
def _leading() -> frozenset[str]:
    """Return the common words with which a name may begin."""
    return words_of("compass", "adjectives")
