"""One spelling for typographic variants, code point for code point, so that offsets stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

OPEN, CLOSE = "<!--", "-->"  # of a comment, which readers never see
# A long dash, but for one that opens a figure ("the crash—14 people died"), which is a break and never its minus.
_LONG_DASH = re.compile(r"—(?![\d£$€])|(?<=\d)—")

# Marks whose bytes were read in the encoding of another: Anaâ€™s "â€œnoâ€œ", and what stands for them, as long as they.
_MISREAD = {
    "â€™": "  '", "â€˜": "  '", "â€œ": '  "', "â€\x9d": '"  ', "â€\ufffd": '"  ', "â€“": " - ", "â€”": " - ",
    "â€¦": "...", "Â£": " £", "Â\u00a0": "  ",
}  # fmt: skip

_INK = re.compile(r"\S")

# Dashes become hyphens, marks become straight, odd spaces become spaces: always one for one.
_PLAIN = {
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–−", "-"),
    "―": "—",
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "),
}


def plain(text: str) -> str:
    """Return the text with typographic variants folded; same length, same offsets.

    A long dash that touches only the figure behind it stays, so that no one takes it for a minus.
    Two single marks in a row, as wires print them, are a double mark and a space. A comment is blank.

    >>> plain("“Almost 14” – it’s")
    '"Almost 14" - it\\'s'
    """
    text = _without_comments(text) if OPEN in text else text
    text = _reread(text) if "â€" in text or "Â" in text else text
    for variant, folded in _PLAIN.items():  # a search for each in C costs less than a look at each letter
        text = text.replace(variant, folded)
    text = _LONG_DASH.sub("-", text) if "—" in text else text
    return text.replace("''", '" ')


def _reread(text: str) -> str:
    """Return a text with the marks that an encoding has broken; same length, same offsets.

    >>> _reread("Anaâ€™s")
    "Ana  's"
    """
    for broken, mark in _MISREAD.items():
        text = text.replace(broken, mark)
    return text


def _without_comments(text: str) -> str:
    """Return a text with blanks in the place of its comments, lines as they were."""
    kept: list[str] = []
    at = 0
    for start, end in comments(text):
        kept += (text[at:start], _INK.sub(" ", text[start:end]))
        at = end
    return "".join((*kept, text[at:]))


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open offsets of the comments of a text; one that has no end is none.

    >>> list(comments("Fog. <!-- or mist? --> Rain."))
    [(5, 22)]
    """
    start = text.find(OPEN)
    while start >= 0:
        close = text.find(CLOSE, start + len(OPEN))
        if close < 0:
            return
        yield start, close + len(CLOSE)
        start = text.find(OPEN, close + len(CLOSE))
