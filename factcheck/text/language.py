"""Whether a text is in English, the one language that is read."""

from __future__ import annotations

import re

from ..lexicon import words

SAMPLE = 3000  # code points at the beginning that are looked at
LEAST = 60  # words below which a text is taken for English: a list of results, a caption
STRANGE = 0.05  # share of letters that English does not have from which a text may be in another script
RARE = 0.12  # share of English words of grammar below which a text may be in another language: prose has a third
_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Return whether a text is in English, or too short, or a table, so that nothing tells.

    >>> is_english("Der Bürgermeister sagte, dass die Brücke nicht von der Stadt gebaut wird. " * 8)
    False
    >>> is_english("Reyes Moreau 14 Okafor Lindqvist 12 " * 30)
    True
    """
    sample = text[:SAMPLE]
    told = _WORD.findall(sample.lower())
    if len(told) < LEAST:
        return True
    english, foreign = (sum(map(words(name).__contains__, told)) for name in ("function_words", "foreign_words"))
    letters = "".join(told)
    strange = 1 - len(letters.encode("ascii", "ignore")) / len(letters)
    return foreign <= english and (english >= RARE * len(told) or strange < STRANGE)
