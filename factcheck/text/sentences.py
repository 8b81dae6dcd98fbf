"""Where sentences begin and end, inside one paragraph and with the quotation mark that closes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters

from ..lexicon import words

# "…serving." She said   ·   …in 2018. Almost   ·   …weeks?” And        led by its marks: the engine leaps to them
_END = re.compile(r"""[.!?…](?<![.!?…]{2})[.!?…]*+["')\]]*+(?P<gap>\s++)(?=["'(\[]{0,3}[A-Z0-9£$€])""")
LONGEST = 2_000  # code points of one sentence; what is longer is a table or a list
LONGEST_WORD = 12  # letters of an abbreviation
_LETTERS = f"{ascii_letters}."


def sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the half-open offsets of the sentences of a plain text's stretch, spaces trimmed.

    >>> [("He met Mr. Khan. Two left.")[a:b] for a, b in sentences("He met Mr. Khan. Two left.", 0, 26)]
    ['He met Mr. Khan.', 'Two left.']
    """
    return tuple(_sentences(text, start, end))


def sentence_from(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the offsets of the first sentence of a stretch, None where there is only space."""
    return next(_sentences(text, start, end), None)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    opened, closed = _trim(text, start, end)
    for hit in _END.finditer(text, opened, closed):
        if text[hit.start()] != "." or not _abbreviated(text, opened, hit.start()):
            yield from _pieces(text, opened, hit.start("gap"))
            opened = hit.end()
    yield from _pieces(text, opened, closed)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence whole, or cut at spaces where it is longer than any sentence; none of nothing."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        yield start, cut
        start = _trim(text, cut, end)[0]
    if end > start:
        yield start, end


def _abbreviated(text: str, opened: int, stop: int) -> bool:
    """Return whether the full stop at `stop` closes an abbreviation or an initial."""
    near = text[max(opened, stop - LONGEST_WORD) : stop]
    surface = near[len(near.rstrip(_LETTERS)) :].lstrip(".")
    if surface.lower() == "no":  # No. 10, and not "No. They left."
        return text[stop + 1 : stop + 3].strip()[:1].isdecimal()
    if surface.islower() and surface in words("capital_abbreviations"):
        return False
    return surface.lower() in words("abbreviations") or (len(surface) == 1 and surface.isupper())


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets without surrounding space."""
    stretch = text[start:end].rstrip()
    return start + len(stretch) - len(stretch.lstrip()), start + len(stretch)
