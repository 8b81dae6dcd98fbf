"""The verbs that introduce somebody's words: said, added, "they say"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from ...lexicon import mapping, words
from ...text.tokens import Token


@cache
def cues() -> frozenset[str]:
    """Return every form of the verbs that introduce somebody's words, the bare one left out: "AP's report"."""
    lemmas = words("reporting_verbs") | words("cue_verbs")
    known = {form for form, lemma in mapping("verbs").items() if lemma in lemmas}
    return frozenset((known | {form for lemma in lemmas for form in _inflected(lemma)}) - lemmas)


def _inflected(lemma: str) -> Iterator[str]:
    """Yield the regular forms of a verb, which the table of verbs leaves out where they are nouns too: notes."""
    stem = lemma.removesuffix("e")
    y = lemma.endswith("y") and lemma[-2] not in "aeou"
    yield from (f"{lemma[:-1]}ies", f"{lemma[:-1]}ied") if y else (f"{lemma}s", f"{stem}ed")
    yield f"{stem}ing"


def is_cue(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a token introduces somebody's words: said, adds; "they say", but not "the report"."""
    token = tokens[at]
    if token.capital or token.kind != "word":
        return False
    if token.lower in cues():
        return not (at and tokens[at - 1].lower in words("speaker_determiners"))
    bare = token.lower in words("reporting_verbs") or token.lower in words("cue_verbs")
    before = tokens[at - 1].lower if at else ""
    return bare and (before in ("they", "we", "i", "people") or before in words("speaker_nouns"))
