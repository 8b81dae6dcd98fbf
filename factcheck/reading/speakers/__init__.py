"""Who says a quotation: the noun phrase of the verb of saying beside it, on either side of the marks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ...text.quotes import quotations
from ...text.sentences import sentence_from, sentences
from ...text.tokens import Token, tokenise
from .cues import is_cue
from .phrases import (
    APPOSITION,
    PHRASE,
    PRONOUNS,
    Phrase,
    common_until,
    name_until,
    phrase_from,
    phrase_until,
    subject_before,
)

__all__ = ["PRONOUNS", "Speaker", "opens_sentence", "speaker_of", "speaker_onward"]

REACH = 400  # code points to either side
PARAGRAPHS = 6  # over which one speech may go on
FIRST = 3  # code points of a quotation that show whether a sentence opens with it
_PARTING = frozenset((",", ";", ":", "(", ")", '"', "?", "!"))
_JOINING = frozenset(("and", "but", "or", "while", "as", "who", "which", "that", "when", "because", "after", "before"))
_PASSIVE = frozenset(("is", "was", "were", "are", "be", "been", "being", "am"))


class Speaker(NamedTuple):
    """The name as printed, or a pronoun, the verb of saying, and the offsets of the name in the text."""

    name: str
    cue: str
    pronoun: bool
    start: int
    end: int


def speaker_of(text: str, start: int, end: int) -> Speaker | None:
    """Return who says the words between two offsets of a plain text; None where nobody is named beside them.

    Looked for in the rest of the sentence behind the marks, then in the part of it before them.

    >>> said = '"The pier will open," said the mayor of Leeds.'
    >>> speaker_of(said, 1, 20).name
    'the mayor of Leeds'
    """
    behind, before = _behind(text, end), _window_before(text, start)
    leads = bool(before) and (before[-1].text in (":", ",") or is_cue(before, len(before) - 1))
    stopped = text[end - 1 : end] in ".?!" and (text[end - 1] == "." or leads)
    if stopped and behind and behind[0].text[:1].isupper():
        behind = ()  # what follows is a sentence of its own
    first, second = (_before, _close_behind) if leads else (_close_behind, _before)
    return (
        first(text, before if leads else behind)
        or second(text, behind if leads else before)
        or _far_behind(text, behind)
    )


def speaker_onward(text: str, end: int) -> Speaker | None:
    """Return who says the words that no mark closes before a paragraph's end: told beside the paragraphs that go on.

    >>> speaker_onward('"The pier is lost.\\n"We will build another," said Lund.', 18).name
    'Lund'
    """
    for _ in range(PARAGRAPHS):
        start = _next_line(text, end)
        closed = text.find("\n", start)
        if text[start : start + 1] != '"':
            return None
        spoken = quotations(text, start, len(text) if closed < 0 else closed)
        if not spoken:
            return None
        end = spoken[0].end
        if not spoken[0].open_end:
            return speaker_of(text, spoken[0].start, end)
    return None


def _next_line(text: str, end: int) -> int:
    """Return where the next paragraph begins behind a place at which one ends; the text's end where none does."""
    at = end
    while at < len(text) and text[at].isspace():
        at += 1
    return at if "\n" in text[end:at] else len(text)


def opens_sentence(text: str, start: int) -> bool:
    """Return whether nothing of its sentence stands before a quotation.

    >>> opens_sentence('"One," he said. "Two."', 17), opens_sentence('He said "two".', 9)
    (True, False)
    """
    return not _window_before(text, start)


def _behind(text: str, end: int) -> tuple[Token, ...]:
    """Return the tokens from the closing mark to the end of the sentence or to the next quotation."""
    opened = end + 1 if text[end : end + 1] in ('"', "'") else end
    closed = text.find("\n", opened, opened + REACH)
    closed = min(len(text), opened + REACH) if closed < 0 else closed
    rest = sentence_from(text, opened, closed)
    last = rest[1] if rest else opened
    following = text.find('"', opened, last)
    return tokenise(text, opened, last if following < 0 else following)


@lru_cache(maxsize=1)
def _window_before(text: str, start: int) -> tuple[Token, ...]:
    """Return the tokens of the sentence before the opening mark, what it quotes left out.

    A colon at the end of the paragraph before leads over to a quotation that opens its own.
    """
    near = max(0, start - REACH)
    line = max(near, text.rfind("\n", near, start) + 1)
    if not text[line:start].strip(" \"'"):
        led = text[near:line].rstrip()
        line = near + led.rfind("\n") + 1 if led.endswith(":") else start
    spans = sentences(text, line, min(len(text), start + FIRST))
    if not spans or spans[-1][0] >= start - 1:
        return ()
    told = tokenise(text, spans[-1][0], start)
    if '"' not in told.words:
        return told
    tokens, inside = [], False
    for token in told:
        if token.text == '"':
            inside = not inside
        elif not inside:
            tokens.append(token)
    return tuple(tokens)


def _close_behind(text: str, tokens: Sequence[Token]) -> Speaker | None:
    """Return the speaker right behind the marks: “…,” said Mr Khan · she added · according to the mayor."""
    at = 0
    while at < len(tokens) and tokens[at].text in (",", "-", "."):
        at += 1
    if [token.lower for token in tokens[at : at + 2]] == ["according", "to"]:
        phrase = phrase_from(tokens, at + 2)
        return _made(text, tokens, phrase, "according to") if phrase else None
    if at < len(tokens) and is_cue(tokens, at):
        phrase = None if tokens[at].lower.endswith("ing") else phrase_from(tokens, at + 1)
        return _made(text, tokens, phrase, tokens[at].text) if phrase else None
    return _subject_first(text, tokens, at)


def _subject_first(text: str, tokens: Sequence[Token], at: int) -> Speaker | None:
    """Return the speaker of “…,” Khan, the mayor of London, later told the BBC."""
    for place in range(at, min(at + APPOSITION + PHRASE, len(tokens))):
        if tokens[place].text in (";", '"'):
            return None
        if is_cue(tokens, place):
            phrase = phrase_until(tokens, place, at)
            if phrase and not any(
                token.text in _PARTING or token.lower in _JOINING for token in tokens[at : phrase.first]
            ):
                return _made(text, tokens, phrase, tokens[place].text)
    return None


def _far_behind(text: str, tokens: Sequence[Token]) -> Speaker | None:
    """Return the speaker at the end of the sentence: … in Leeds, Khan said."""
    for place in range(len(tokens) - 1, 0, -1):
        if not is_cue(tokens, place):
            continue
        phrase = phrase_until(tokens, place, 0)
        if phrase and phrase.first and tokens[phrase.first - 1].text == ",":
            return _made(text, tokens, phrase, tokens[place].text)
    for place in range(1, len(tokens)):
        if [token.lower for token in tokens[place - 1 : place + 1]] == ["according", "to"]:
            phrase = phrase_from(tokens, place + 1)
            return _made(text, tokens, phrase, "according to") if phrase else None
    return None


def _before(text: str, tokens: Sequence[Token]) -> Speaker | None:
    """Return the speaker of the last verb of saying before the marks: Khan said that the plan was “…”."""
    for place in range(len(tokens) - 1, -1, -1):
        word = tokens[place].lower
        if word == "to" and place and tokens[place - 1].lower == "according":
            phrase = phrase_from(tokens, place + 1)
            return _made(text, tokens, phrase, "according to") if phrase else None
        if not is_cue(tokens, place):
            continue
        phrase = _teller(tokens, place)
        if phrase:
            return _made(text, tokens, phrase, tokens[place].text)
    phrase = _before_colon(tokens) if tokens and tokens[-1].text == ":" else None
    return _made(text, tokens, phrase, ":") if phrase else None


def _before_colon(tokens: Sequence[Token]) -> Phrase | None:
    """Return who speaks behind a colon without a verb of saying: "Khan: “…”", "Khan went further: “…”"."""
    last = len(tokens) - 1
    phrase = name_until(tokens, last, 0) or common_until(tokens, last, 0)
    if phrase and (phrase.first == 0 or tokens[phrase.first - 1].lower in ("from", "-")):
        return phrase
    return subject_before(tokens, last)


def _teller(tokens: Sequence[Token], place: int) -> Phrase | None:
    """Return who speaks by a verb before the marks: its subject; of a passive, whom "by" names."""
    participle = tokens[place].lower.endswith("ing")
    passive = not participle and place > 0 and tokens[place - 1].lower in _PASSIVE
    if passive:
        led = place + 1 < len(tokens) and tokens[place + 1].lower == "by"
        return phrase_from(tokens, place + 2) if led else None
    if place and (tokens[place - 1].lower in ("and", "but") or (participle and tokens[place - 1].text == ",")):
        return subject_before(tokens, place)
    return phrase_until(tokens, place, 0) or (subject_before(tokens, place) if participle else None)


def _made(text: str, tokens: Sequence[Token], phrase: Phrase, cue: str) -> Speaker:
    """Return the speaker of a noun phrase."""
    start, end = tokens[phrase.first].start, tokens[phrase.last - 1].end
    name = text[start:end].removesuffix("'s")
    return Speaker(name, cue, name.lower() in PRONOUNS, start, start + len(name))
