"""The title that stands beside a person's name: Home Secretary Priti Patel · Ana Reyes, a nurse from Leeds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ...lexicon import words, words_of
from ...text.tokens import Token
from ..phrases import Phrase, phrase_until

WIDEST = 5  # words that a title takes in before its office
PLACE = 5  # words of the place behind an office
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "its", "our", "my"))
_STOPS = frozenset((",", ".", ";", ")", "of", "for", "at", "in", "with", "from", "who", "on", "and", "to", "-"))
_OF = frozenset(("of", "for", "at", "in", "with"))


class Title(NamedTuple):
    """A title as printed, without its article, and the half-open token range of title and name."""

    text: str
    first: int
    last: int


def title_beside(tokens: Sequence[Token], first: int, last: int) -> Title | None:
    """Return the title of the person whose name is a token range; before the name, else behind it."""
    return _before(tokens, first, last) or _behind(tokens, first, last)


def title_until(tokens: Sequence[Token], end: int) -> Title | None:
    """Return the title that ends at a place and stands for a person behind "the": the home secretary.

    The range takes in the article.
    """
    office = phrase_until("offices", tokens, end) or phrase_until("offices", tokens, _placed(tokens, end))
    if office is None:
        return None
    first = _widened(tokens, office.first)
    if tokens[first].lower == "the":  # at the head of a sentence
        first += 1
    led = first > 0 and tokens[first - 1].lower == "the"
    return Title(_text(tokens[first:end]), first - 1, end) if led and first <= office.first else None


def _before(tokens: Sequence[Token], first: int, last: int) -> Title | None:
    """Return a title right before a name, or before it and a comma that closes again behind it."""
    end = _over_address(tokens, first)
    comma = bool(end) and tokens[end - 1].text == "," and last < len(tokens) and tokens[last].text == ","
    if comma:
        end -= 1
    office = phrase_until("offices", tokens, end) or phrase_until("offices", tokens, _placed(tokens, end))
    if office is None:
        return None
    start = _widened(tokens, office.first)
    if start > 1 and tokens[start - 1].lower in ("and", "&") and tokens[start - 2].capital:
        start = office.first  # Enlargement and Neighbourhood Commissioner: of what is told in part
    if start and tokens[start - 1].lower in ("a", "an"):  # how good a prime minister Ana Roe would be
        return None
    owned = tokens[start].lower.endswith("'s")  # London's mayor, Sadiq Khan,
    if comma and not owned and (start == 0 or tokens[start - 1].lower not in _DETERMINERS):
        return None
    return Title(_text(tokens[start:end]), start, last)


def _over_address(tokens: Sequence[Token], first: int) -> int:
    """Return where the title before a name ends, without Dr and Dame; "Attorney General" stays whole."""
    end = first
    while end:
        stopped = end > 1 and tokens[end - 1].text == "."
        at = end - 1 - stopped
        if phrase_until("offices", tokens, at + 1) or tokens[at].lower not in words("titles"):
            return at + 1 if stopped else end
        end = at
    return end


def _placed(tokens: Sequence[Token], end: int) -> int:
    """Return where the office before "of London" ends, 0 where no place closes the title."""
    at = end
    while at and end - at < PLACE and tokens[at - 1].capital:
        at -= 1
    return at - 1 if 0 < at < end and tokens[at - 1].lower in ("of", "for") else 0


def _widened(tokens: Sequence[Token], first: int) -> int:
    """Return where the words that belong to an office begin: London, Colorado Springs police, former."""
    at = first
    while at and first - at < WIDEST:
        token = tokens[at - 1]
        touches = at > 1 and tokens[at - 2].end == token.start
        joint = touches and (token.text == "-" or (token.text == "." and _is_short(tokens, at - 2)))
        known = token.lower in words("title_words") or token.lower in words("standings")
        if not joint and not known and not _names_place(tokens, at - 1):
            break
        at -= 1
    return at


def _is_short(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a full stop behind a word stands inside a title: U.S., Asst., St. Louis mayor."""
    return len(tokens[at].text) == 1 or (tokens[at].lower in words("abbreviations") and _names_place(tokens, at))


def _names_place(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word with a capital belongs to a title, and does not just open the sentence."""
    token = tokens[at]
    return (
        token.kind == "word" and token.capital and token.lower not in words_of("function_words", "months", "weekdays")
    )


def _behind(tokens: Sequence[Token], first: int, last: int) -> Title | None:
    """Return a title between commas behind a name and, if told, an age: Ana Reyes, 36, a nurse in Leeds."""
    at = last
    if at >= len(tokens) or tokens[at].text != ",":
        return None
    if at + 2 < len(tokens) and tokens[at + 1].kind == "number" and tokens[at + 2].text == ",":
        at += 2
    opened = at + 1
    if opened < len(tokens) and tokens[opened].lower in _DETERMINERS:
        opened += 1
    stop = opened
    while stop < len(tokens) and stop - opened <= WIDEST and tokens[stop].lower not in _STOPS:
        stop += 1
    if stop < len(tokens) and tokens[stop].lower not in _STOPS:
        return None
    office = _office_until(tokens, stop)
    if office is None or office.first < opened or _verb_inside(tokens[opened : office.first]):
        return None
    end = _with_place(tokens, office.last)
    if opened == at + 1 and _list_goes_on(tokens, end):
        return None
    return Title(_text(tokens[opened:end]), first, end)


def _office_until(tokens: Sequence[Token], stop: int) -> Phrase | None:
    """Return the office that ends at a place, or goes on over it: chief of staff."""
    longer = (phrase_until("offices", tokens, min(stop + more, len(tokens))) for more in (2, 3))
    return next((office for office in longer if office and office.first < stop), phrase_until("offices", tokens, stop))


def _verb_inside(tokens: Sequence[Token]) -> bool:
    """Return whether a phrase is no title: "Ana Reyes, accused by the mayor,"."""
    return any(token.lower in words("function_words") or token.lower in ("accused", "said") for token in tokens)


def _with_place(tokens: Sequence[Token], stop: int) -> int:
    """Return where the place or firm behind an office ends, the stop itself where there is none."""
    if stop >= len(tokens) or tokens[stop].lower not in _OF:
        return stop
    at = stop + 1
    while at < len(tokens) and at - stop <= PLACE and (tokens[at].capital or tokens[at].lower == "the"):
        at += 1
    owning = tokens[at - 1].lower.endswith("'s")  # governor of Iraq's northern province
    return at if at > stop + 1 and tokens[at - 1].capital and not owning else stop


def _list_goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Return whether a bare office behind a comma may open the next of a list: "Ana Reyes, mayor and ..."."""
    return end < len(tokens) and tokens[end].lower == "and"


def _text(tokens: Sequence[Token]) -> str:
    """Return tokens as a title prints them, one space between words and none before marks."""
    told, reached = "", 0
    for token in tokens:
        glue = not told or token.kind == "mark" or told.endswith("-") or token.start == reached
        told, reached = told + (token.text if glue else f" {token.text}"), token.end
    return told.strip(" .,-").removeprefix("the ")
