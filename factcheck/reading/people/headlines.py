"""Who does and suffers what in a headline, which leaves out articles and forms of be: "Met chief Dick quits"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ...lexicon import Row, mapping, table, words, words_of
from ...text.tokens import Token, Tokens
from .befalling import Befallen
from .named import LONGEST_NAME, People

_BREAKS = frozenset((":", "-", "|", ";"))  # behind which a headline tells something of its own
_DENIALS = frozenset(("not", "never"))


class Called(NamedTuple):
    """A person known by full name, and the half-open token range of the name as the headline prints it."""

    name: str
    first: int
    last: int


def called(tokens: Sequence[Token], people: People) -> Iterator[Called]:
    """Yield the persons of the document whom a headline names, in full or in short."""
    end = len(tokens)
    while end:
        found = _name_until(tokens, end, people)
        if found:
            yield found
        end = found.first if found else end - 1


def befallen_in_headline(tokens: Tokens, people: People) -> Iterator[Befallen]:
    """Yield the outcomes that a headline tells of one person of the document, by name or by office.

    "Two officers sacked" counts, "Reyes to quit" has not happened, and "Reyes quits smoking" is about smoking.
    """
    if not tokens or tokens[-1].text == "?":
        return
    for at in range(1, len(tokens)):
        found = _outcome(tokens, at)
        if found is None or not _closes(tokens, found[1]):
            continue
        row, last = found
        first = _over_adverbs(tokens, at)
        subject = _subject(tokens, people, first)
        if subject:
            denied = not _DENIALS.isdisjoint(token.lower for token in tokens[first:at])
            yield Befallen(row[1], subject.lower().rstrip("."), denied, first, last)
            return


@cache
def _outcomes() -> dict[str, tuple[tuple[tuple[str, ...], Row], ...]]:
    """Return what befalls persons by its first word, as headlines print it: resigns, sacked, in critical condition."""
    found: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    for row in table("statuses"):
        if row[3] == "person":
            for form in (row[0], _present(row[4])) if row[4] != "-" else (row[0],):
                parts = tuple(form.split())
                found.setdefault(parts[0], []).append((parts, row))
    return {word: tuple(sorted(forms, key=lambda form: -len(form[0]))) for word, forms in found.items()}


def _present(bare: str) -> str:
    """Return the form that headlines tell the past with: steps down."""
    verb, space, rest = bare.partition(" ")
    return f"{verb}s{space}{rest}"


def _outcome(tokens: Sequence[Token], at: int) -> tuple[Row, int] | None:
    """Return the outcome that stands at a place and where it ends."""
    for parts, row in _outcomes().get(tokens[at].lower, ()):
        if tuple(token.lower for token in tokens[at : at + len(parts)]) == parts:
            return row, at + len(parts)
    return None


def _closes(tokens: Sequence[Token], last: int) -> bool:
    """Return whether no object follows an outcome."""
    if last >= len(tokens) or tokens[last].kind == "mark":
        return last >= len(tokens) or tokens[last].text not in ("-", "'")
    word = tokens[last].lower
    opens_object = word in words("speaker_determiners")  # killed his plan
    return (word in words("function_words") and not opens_object) or word in words("weekdays")


def _over_adverbs(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind the subject of an outcome: over not, reportedly."""
    while at > 1 and mapping("helping_words").get(tokens[at - 1].lower) == "adverb":
        at -= 1
    return at


def _subject(tokens: Sequence[Token], people: People, end: int) -> str | None:
    """Return the full name of whom all words of a headline's clause before a place are the name, or the office."""
    opened = max((at + 1 for at in range(end) if tokens[at].text in _BREAKS), default=0)
    found = _name_until(tokens, end, people)
    if found:
        return found.name if all(_leads(token) for token in tokens[opened : found.first]) else None
    if opened < end and tokens[opened].lower == "the":
        opened += 1
    title = tokens[opened:end]
    plain = all(token.kind == "word" and token.lower not in words("function_words") for token in title)
    return people.holder(" ".join(token.text for token in title)) if title and plain else None


def _name_until(tokens: Sequence[Token], end: int, people: People) -> Called | None:
    """Return the longest name that ends at a place and that the document tells in full."""
    for first in range(max(0, end - LONGEST_NAME), end):
        span = tokens[first:end]
        if all(token.kind == "word" and token.capital for token in span):
            name = people.resolve(" ".join(token.text for token in span))
            if name and (len(span) == 1 or _inside(span, name)):
                return Called(name, first, end)
    return None


def _inside(span: Sequence[Token], name: str) -> bool:
    """Return whether every word of a stretch is one of a name: no "Mayor Reyes"."""
    return {token.lower for token in span} <= set(name.lower().split())


def _leads(token: Token) -> bool:
    """Return whether a word may stand before a name in a headline: Met chief, former officer."""
    if token.lower in words_of("offices", "title_words", "titles", "standings"):
        return True
    known = token.lower in words("function_words") or token.lower in mapping("verbs") or token.lower.endswith("'s")
    return token.text == "." or (token.kind == "word" and token.capital and not known)
