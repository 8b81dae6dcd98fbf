"""Who copied: articles that reprint one text, and passages printed word for word in otherwise different articles."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from ..claims.base import Claim
from ..models import Document
from ..text.clean import plain
from .groups import join, root

LENGTH = 5  # words of a shingle
COPIED = 0.5  # share of the shorter article's shingles from which one is a copy of the other
PASSAGE = 0.5  # the same of the shorter sentence,
RUN = 8  # if that many shingles are the same: twelve words in a row do not meet by chance
SAMPLE = 4  # one shingle in so many is looked up: a copy has many more to be found by
LARGEST_BLOCK = 40  # documents that share a shingle; in a larger block each meets the next only
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SPEECH = re.compile(r'"[^"\n]*(?:"|$)', re.MULTILINE)  # "We cannot wait" is what a speaker said, whoever prints it

Copies = Mapping[str, str]


def copies(documents: Sequence[Document]) -> dict[str, str]:
    """Return for each document of a story the first of the documents that are copies of one text.

    Half of the shorter article, speech left out, stands word for word in the other; a copy of a copy
    is a copy.
    """
    told = sorted(documents, key=lambda each: each.id)
    texts = [shingles(written(document.text)) for document in told]
    first = list(range(len(told)))
    for left, right in _candidates(texts, sample=SAMPLE):
        if _overlap(texts[left], texts[right]) >= COPIED:
            join(first, left, right)
    return {document.id: told[root(first, place)].id for place, document in enumerate(told)}


def witnesses(claims: Sequence[Claim], documents: Mapping[str, Document], copied: Copies) -> tuple[frozenset[str], ...]:
    """Return the sources that tell some claims, those together that count as one.

    Sources go together where their articles are copies, or where the sentences are one passage; the
    words of a quotation are the speaker's and tell nothing of who copied.
    """
    told = [documents[claim.document] for claim in claims]
    if len({document.source for document in told}) == 1:
        return (frozenset({told[0].source}),)
    first = list(range(len(told)))
    seen: dict[tuple[str, str], int] = {}
    for place, document in enumerate(told):
        join(first, seen.setdefault(("source", document.source), place), place)
        join(first, seen.setdefault(("text", copied[document.id]), place), place)
    spans = ((written(documents[claim.document].text), claim.sentence) for claim in claims)
    passages = [_passage(text[sentence.start : sentence.end]) for text, sentence in spans]
    for left, right in () if claims[0].kind == "quote" else _candidates(passages, sample=1):
        if _is_passage(passages[left], passages[right]):
            join(first, left, right)
    groups: dict[int, set[str]] = defaultdict(set)
    for place, document in enumerate(told):
        groups[root(first, place)].add(document.source)
    return tuple(map(frozenset, groups.values()))


@lru_cache(maxsize=64)  # many facts of a story are told in one article, and often in one sentence
def written(text: str) -> str:
    """Return a text in plain spelling, with blanks for direct speech; same length, same offsets.

    >>> written("“We cannot wait,” he said.")
    '                  he said.'
    """
    return _SPEECH.sub(lambda speech: " " * len(speech[0]), plain(text))


def shingles(text: str) -> frozenset[int]:
    """Return every run of five words of a text, as numbers; marks and case left out.

    >>> len(shingles("The ferry left at noon.") & shingles("The FERRY left - at noon!"))
    1
    """
    said = _WORD.findall(text.lower())
    runs = zip(*(said[start:] for start in range(LENGTH)), strict=False)
    return frozenset(zlib.crc32(" ".join(run).encode()) for run in runs)


_passage = lru_cache(maxsize=4096)(shingles)  # of a sentence


def _is_passage(left: frozenset[int], right: frozenset[int]) -> bool:
    """Return whether two sentences are one, reprinted."""
    return len(left & right) >= RUN and _overlap(left, right) >= PASSAGE


def _overlap(left: frozenset[int], right: frozenset[int]) -> float:
    """Return the share of the shorter text that stands in the other, 0 for a text of no length."""
    return len(left & right) / (min(len(left), len(right)) or 1)


def _candidates(texts: Sequence[frozenset[int]], *, sample: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places whose texts share a shingle of a sample, one in so many, each once."""
    blocks: dict[int, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for shingle in text:
            if shingle % sample == 0:
                blocks[shingle].append(place)
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        pairs.update(combinations(block, 2) if len(block) <= LARGEST_BLOCK else pairwise(block))
    yield from sorted(pairs)
