"""One spelling for typographic variants, code point for code point, so that offsets stay."""

from __future__ import annotations

import re

# A long dash, but for one that opens a figure ("the crash—14 people died"), which is a break and never its minus.
_LONG_DASH = re.compile(r"—(?![\d£$€])|(?<=\d)—")

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
    Two single marks in a row, as wires print them, are a double mark and a space.

    >>> plain("“Almost 14” – it’s")
    '"Almost 14" - it\\'s'
    """
    for variant, folded in _PLAIN.items():  # a search for each in C costs less than a look at each letter
        text = text.replace(variant, folded)
    text = _LONG_DASH.sub("-", text) if "—" in text else text
    return text.replace("''", '" ')
