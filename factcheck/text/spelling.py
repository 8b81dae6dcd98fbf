"""One spelling for words that Britain and America spell in two ways, by which texts of both are compared."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..lexicon import mapping, words

LEAST = 4  # letters before -ise: realise, and not praise
_ISE = re.compile(r"((?:un|dis)?([a-z]+))is(?:e[ds]?|ers?|ing|ations?)$")


@lru_cache(maxsize=1 << 16)
def american(word: str) -> str:
    """Return a word in lower case as America spells it.

    >>> [american(word) for word in ("neighbourhood", "dishonoured", "organisation", "realised", "uncompromising")]
    ['neighborhood', 'dishonored', 'organization', 'realized', 'uncompromising']
    """
    opening = _openings().match(word)
    if opening:
        return mapping("british_spellings")[opening.group()] + word[opening.end() :]
    found = _ISE.match(word)
    if not found or len(found[1]) < LEAST or found[2] in words("ise_words"):
        return word
    return f"{found[1]}iz{word[found.end(1) + len('is') :]}"


@cache
def _openings() -> re.Pattern[str]:
    longest_first = sorted(mapping("british_spellings"), key=lambda opening: (-len(opening), opening))
    return re.compile("|".join(longest_first))
