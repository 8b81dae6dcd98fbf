"""Where sentences begin and end, inside one paragraph and with the quotation mark that closes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..lexicon import words

# "…serving." She said   ·   …in 2018. Almost   ·   …weeks?” And        led by its marks: the engine leaps to them
_END = re.compile(r"""[.!?…](?<![.!?…]{2})[.!?…]*+["')\]]*+(?=\s{1,9}["'(\[]{0,3}[A-Z0-9£$€])""")
LONGEST = 2_000  # code points of one sentence; what is longer is a table or a list
_LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.]*)$")


def sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the half-open offsets of the sentences of a plain text's stretch, spaces trimmed.

    >>> [("He met Mr. Khan. Two left.")[a:b] for a, b in sentences("He met Mr. Khan. Two left.", 0, 26)]
    ['He met Mr. Khan.', 'Two left.']
    """
    found, opened = [], start
    for hit in _END.finditer(text, start, end):
        if hit.group()[0] == "." and _abbreviated(text, opened, hit.start()):
            continue
        found.append((opened, hit.end()))
        opened = hit.end()
    found.append((opened, end))
    whole = (trimmed for pair in found if (trimmed := _trim(text, *pair)))
    return tuple(piece for pair in whole for piece in _pieces(text, *pair))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence whole, or cut at spaces where it is longer than any sentence."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        yield start, cut
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
    if end > start:
        yield start, end


def _abbreviated(text: str, opened: int, stop: int) -> bool:
    """Return whether the full stop at `stop` closes an abbreviation or an initial."""
    word = _LAST_WORD.search(text, max(opened, stop - 12), stop)
    if word is None:
        return False
    surface = word.group(1)
    return surface.lower() in words("abbreviations") or (len(surface) == 1 and surface.isupper())


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the offsets without surrounding space, None when nothing is left."""
    stretch = text[start:end]
    kept = stretch.strip()
    if not kept:
        return None
    start += len(stretch) - len(stretch.lstrip())
    return start, start + len(kept)
