"""Who says a quotation: a name and a verb of saying, on either side of the marks."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..lexicon import mapping, words

REACH = 160  # code points to either side


class Speaker(NamedTuple):
    """The name as printed, or a pronoun, and the verb of saying."""

    name: str
    cue: str
    pronoun: bool


# Mr Khan told the BBC:  ·  she added,  ·  Dame Cressida said
_NAME = r"(?P<name>(?:(?:[A-Z][\w'.-]*|of|de|van|von|al)\s+){0,5}?[A-Z][\w'-]+|[Hh]e|[Ss]he|[Tt]hey)"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns for before the marks, and for both orders behind them."""
    forms = sorted(form for form, lemma in mapping("verbs").items() if lemma in words("reporting_verbs"))
    cue = rf"(?P<cue>{'|'.join(forms)})"
    before = re.compile(rf"{_NAME}(?:,[^,\"]{{1,60}},)?\s+(?:has |had |also )*{cue}\b(?:\s[^\"]{{0,60}})?[:,]?\s*\"?$")
    after = re.compile(rf"^[,.?!]?\"?,?\s*{_NAME}(?:,[^,\"]{{1,60}},)?\s+(?:has |had |also )*{cue}\b")
    inverted = re.compile(rf"^[,.?!]?\"?,?\s*{cue}\s+{_NAME}")
    return before, after, inverted


def speaker_of(text: str, start: int, end: int) -> Speaker | None:
    """Return who says the words between two offsets of a plain text; None where nobody is named."""
    opened = max(text.rfind("\n", 0, start) + 1, start - REACH)
    closed = text.find("\n", end)
    behind = text[end : min(len(text) if closed < 0 else closed, end + REACH)]
    before, after, inverted = _patterns()
    found = after.search(behind) or inverted.search(behind) or before.search(text[opened:start])
    if found is None:
        return None
    name = found.group("name").strip()
    return Speaker(name, found.group("cue"), name.lower() in ("he", "she", "they"))
