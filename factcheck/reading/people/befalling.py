"""Outcomes without a number, and whom they befell: "Dame Cressida has resigned", "the gunman was not arrested"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ...lexicon import Row, mapping, table, words, words_of
from ...text.tokens import Token, Tokens
from ..phrases import phrase_from
from .named import BEFORE_GIVEN, People, bare
from .titles import title_until

REACH = 18  # tokens that may stand between commas behind a subject
_PRONOUNS = frozenset(("he", "she"))
_WORD = re.compile(r"\w+")
_AGE = re.compile(r"\d{1,3}")


class Befallen(NamedTuple):
    """An outcome and its subject: a full name or a noun; denied or not; the token range of the verb phrase."""

    outcome: str
    subject: str
    denied: bool
    first: int
    last: int


def may_befall(text: str, start: int, end: int) -> bool:
    """Return whether a stretch of text holds a word that may open an outcome.

    >>> may_befall("He was sacked.", 0, 14), may_befall("He was seen.", 0, 12)
    (True, False)
    """
    return not _cues().isdisjoint(_WORD.findall(text[start:end].lower()))


@cache
def _cues() -> frozenset[str]:
    """Return the word of each outcome that a sentence cannot do without."""
    return frozenset(
        _WORD.findall(form)[-1 if row[2] == "state" else 0] for row in table("statuses") for form in _forms(row)
    )


@cache
def _openers() -> frozenset[str]:
    """Return the first word of every form of an outcome."""
    return frozenset(_WORD.findall(form)[0] for row in table("statuses") for form in _forms(row))


def _forms(row: Row) -> tuple[str, ...]:
    return (row[0],) if row[4] == "-" else (row[0], row[4])


@cache
def _bare() -> dict[str, tuple[tuple[tuple[str, ...], Row], ...]]:
    """Return the outcomes by the first word of their bare form, read behind did not only."""
    found: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    for row in table("statuses"):
        if row[4] != "-":
            parts = tuple(row[4].split())
            found.setdefault(parts[0], []).append((parts, row))
    return {first: tuple(forms) for first, forms in found.items()}


def befallen(tokens: Tokens, people: People) -> Iterator[Befallen]:
    """Yield the outcomes of a sentence whose subject is known by name, or is one noun behind "the".

    What may, will or must happen is no outcome yet, nor is what is asked.
    """
    if tokens.words.isdisjoint(_cues()) or tokens[-1].text == "?":
        return
    last: Befallen | None = None
    for at in tokens.places(_openers()):
        if last and at < last.last:
            continue
        found = phrase_from("statuses", tokens, at)
        told = _told(tokens, people, found.row, at, found.last) if found else _denied(tokens, people, at)
        if found and told is None and last and last.last == at - 1 and tokens[at - 1].lower == "and":
            told = last._replace(outcome=found.row[1], first=at, last=found.last)  # was arrested and charged with
        if told:
            yield told
            last = told


def _told(tokens: Tokens, people: People, row: Row, at: int, last: int) -> Befallen | None:
    """Return what a phrase of the lexicon at a place tells."""
    chain = _chain(tokens, at)
    if chain is None:
        return None
    first, helpers = chain
    sorts = {mapping("helping_words")[word] for word in helpers}
    active = row[2] == "active" and not sorts & {"be", "do"}
    if active or (row[2] != "active" and "be" in sorts):
        return _about(tokens, people, row, first, last, denied=_denies(helpers))
    if row[2] == "passive" and not sorts & {"be", "do"} and not _denies(helpers):
        return _object(tokens, people, row, at, last)
    return None


def _denied(tokens: Tokens, people: People, at: int) -> Befallen | None:
    """Return what "did not resign" tells: the bare form behind a denied do."""
    for parts, row in _bare().get(tokens[at].lower, ()):
        if tokens.lowers[at : at + len(parts)] == parts:
            chain = _chain(tokens, at)
            if chain and chain[1] & {"did", "didn't"} and _denies(chain[1]):
                return _about(tokens, people, row, chain[0], at + len(parts), denied=True)
    return None


def _denies(helpers: frozenset[str]) -> bool:
    return any(word in ("not", "never") or word.endswith("n't") for word in helpers)


def _chain(tokens: Tokens, at: int) -> tuple[int, frozenset[str]] | None:
    """Return where the helping verbs and adverbs before a verb begin, and which; None behind will, may or to."""
    first = at
    sorts = mapping("helping_words")
    while first and sorts.get(tokens[first - 1].lower, "open") != "open":
        first -= 1
    if first and tokens[first - 1].lower in sorts:
        return None
    return first, frozenset(tokens.lowers[first:at])


def _about(
    tokens: Sequence[Token], people: People, row: Row, first: int, last: int, *, denied: bool
) -> Befallen | None:
    """Return an outcome with the subject that stands before its verbs, None where none stands firmly."""
    subject = _subject(tokens, people, first)
    if subject is None or (subject in words("status_nouns") and mapping("status_nouns")[subject] != row[3]):
        return None
    if subject not in words("status_nouns") and row[3] != "person":
        return None
    return Befallen(row[1], subject, denied, first, last)


def _object(tokens: Sequence[Token], people: People, row: Row, at: int, last: int) -> Befallen | None:
    """Return an outcome with the person named right behind: "police arrested Jane Roe"."""
    if row[3] != "person" or not at or tokens[at - 1].kind != "word" or tokens[at - 1].lower in words("function_words"):
        return None
    place = last
    while place < len(tokens) and place - last < 8 and _leads(tokens[place]):
        person = people.at.get(tokens[place].start)
        if person:
            name = people.resolve(person.name)
            return Befallen(row[1], name.lower().rstrip("."), False, at, last) if name else None
        place += 1
    return None


def _leads(token: Token) -> bool:
    """Return whether a token may stand between a verb and the name of its object: 24-year-old, Officer."""
    return token.capital or token.text in ("-", ".") or token.lower in ("year", "old") or token.kind == "number"


def _subject(tokens: Sequence[Token], people: People, end: int) -> str | None:
    """Return the subject that ends before a place, over what stands between commas behind it."""
    if not end:
        return None
    if tokens[end - 1].lower in _PRONOUNS or tokens[end - 1].lower == "and":
        return _opening(tokens, people, end - 1)
    if tokens[end - 1].lower == "who" and end > 1:
        end -= 1
    if tokens[end - 1].text != ",":
        return _ending(tokens, people, end)
    for comma in range(end - 1, max(0, end - REACH), -1):
        if tokens[comma].text == ",":
            found = _ending(tokens, people, comma)
            if found:
                return found
        elif tokens[comma].text in (".", ";", ":", '"') and comma > 1 and len(tokens[comma - 1].text) > 3:
            return None
    return None


def _opening(tokens: Sequence[Token], people: People, end: int) -> str | None:
    """Return the person whom a sentence opens with, where it names no other up to a place: "Roe fell and was hurt".

    None where somebody speaks in between: what follows may be about another.
    """
    found = [(place, name) for place in range(end) if (name := _known(tokens, people, place))]
    if not found or len({name for _, name in found}) > 1:
        return None
    verbs = mapping("verbs")
    if any(verbs.get(token.lower) in words("reporting_verbs") for token in tokens[found[0][0] : end]):
        return None
    return _ending(tokens, people, found[0][0] + 1)


def _known(tokens: Sequence[Token], people: People, at: int) -> str | None:
    """Return the full name of the person whose name, or its last part, a token ends."""
    token = tokens[at]
    if not token.capital or token.kind != "word":
        return None
    person = people.until.get(token.end)
    return people.resolve(person.name if person else token.text)


def _ending(tokens: Sequence[Token], people: People, end: int) -> str | None:
    """Return the name or noun that ends right before a place, if it is the subject of a clause there."""
    if not end:
        return None
    at = end - 1
    if tokens[at].text == "." and at:
        at -= 1
    person = people.until.get(tokens[end - 1].end)
    office = None if person else title_until(tokens, end)
    holder = people.holder(office.text) if office else None
    if office and holder:
        return holder.lower().rstrip(".") if _opens(tokens, office.first - 1) else None
    if person:
        first = next((place for place in range(at, -1, -1) if tokens[place].start <= person.start), 0)
        name = people.resolve(person.name)
    elif tokens[at].capital:
        first, name = _short(tokens, people, at)
    else:
        return _noun(tokens, at)
    return name.lower().rstrip(".") if name and _opens(tokens, _before_name(tokens, first)) else None


def _short(tokens: Sequence[Token], people: People, at: int) -> tuple[int, str | None]:
    """Return where a short form begins, and the full name that it stands for: Mr Khan, Dame Cressida, Khan."""
    first = at
    while first and (tokens[first - 1].lower in words("titles") or tokens[first - 1].text == "."):
        first -= 1
    if first and tokens[first - 1].capital and first - 1 > 0 and tokens[first - 1].lower not in words("function_words"):
        return first, None
    given = first < at and bare(tokens[first].text) in BEFORE_GIVEN
    spelt = tokens[at].text
    return first, people.resolve(spelt) or (people.resolve(spelt, given=True) if given else None)


def _noun(tokens: Sequence[Token], at: int) -> str | None:
    """Return the noun of a phrase such as "the gunman" that opens its clause."""
    if at < 1 or tokens[at].lower not in words("status_nouns") or tokens[at - 1].lower != "the":
        return None
    return tokens[at].lower if _opens(tokens, at - 2) else None


def _before_name(tokens: Sequence[Token], first: int) -> int:
    """Return the place before a name with the titles, ages and callings that lead it."""
    at = first - 1
    while at >= 0 and (
        (tokens[at].capital and tokens[at].lower not in words("function_words") and at > 0)
        or tokens[at].lower in words_of("offices", "title_words", "titles")
        or tokens[at].text in ("-", ".")
        or tokens[at].lower in ("year", "old", "victim", "suspect")
        or (tokens[at].kind == "number" and _AGE.fullmatch(tokens[at].text))
    ):
        at -= 1
    if at >= 0 and tokens[at].lower in ("the", "a", "an"):
        at -= 1
    return at


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a clause opens right behind a place."""
    return at < 0 or tokens[at].text in (",", ";", ":", '"', "(", "-") or tokens[at].lower in words("clause_openers")
