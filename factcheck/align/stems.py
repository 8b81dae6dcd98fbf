"""The stems of the content words of a document, by their place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from ..lexicon import words
from ..text.spelling import american
from ..values.wording import stemmer

SHORTEST = 3  # letters of a word with content
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")  # a word as tokens have it: people · don't


class Stems:
    """The stems of a text that is already plain; numbers and function words are left out."""

    def __init__(self, text: str) -> None:
        found = [(hit.group().lower().removesuffix("'s"), hit.start(), hit.end()) for hit in WORD.finditer(text)]
        empty = words("function_words")
        content = [told for told in found if told[2] - told[1] >= SHORTEST and told[0] not in empty]
        self._stems = stemmer().stemWords([american(word) for word, _, _ in content])
        self._starts = [start for _, start, _ in content]
        self._ends = [end for _, _, end in content]

    def between(self, start: int, end: int) -> frozenset[str]:
        """Return the stems of the words that lie wholly between two offsets.

        >>> sorted(Stems("Two divers of the club were rescued").between(4, 35))
        ['club', 'diver', 'rescu']
        """
        return frozenset(self._stems[bisect_left(self._starts, start) : bisect_right(self._ends, end)])
