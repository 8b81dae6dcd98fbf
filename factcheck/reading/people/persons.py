"""Persons by name or by noun, near a place in a run of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from ...lexicon import mapping, words, words_of
from ...text.tokens import Token, joins
from ..clauses import nouns
from ..clauses.subjects import singular, subject_after
from ..phrases import phrase_until
from .named import NOBODY, People
from .titles import title_until

_DASHES = frozenset(("-", "–", "—"))
_ARTICLES = frozenset(("a", "an", "the"))
REACH = 4  # tokens between an age and the person it belongs to


@cache
def _passed() -> frozenset[str]:
    """Return the words that may stand between a person and the age behind: "a boy of just 10", "who turned 60"."""
    known = words_of("age_verbs", "age_openers", "age_fillers", "name_suffixes")
    return known | frozenset(("and", "a", "an", "the", "of", "at", "age", "ages", "aged", "who"))


@cache
def _deeds() -> frozenset[str]:
    """Return the words that count things and are verbs too: "16-year-old shot by police" tells of no shot's age."""
    return frozenset(mapping("verbs").keys() & nouns.things())


def is_person(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the word at a place closes a person's name or is a noun for a person."""
    token = tokens[at]
    if token.kind != "word":
        return token.text in ('"', "'", ".") and at > 0 and is_person(tokens, at - 1)
    return _closes_name(tokens, at) or singular(token.lower) in words("nouns")


def _closes_name(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the word at a place may end a name, in lower case behind a hyphen too: Lee Min-ho."""
    return is_name(tokens[at]) or (at > 2 and joins(tokens, at - 1) and all(map(is_name, tokens[at - 3 : at - 1])))


def is_name(token: Token) -> bool:
    """Return whether a token looks like part of a proper name."""
    return (
        token.kind == "word" and token.capital and token.lower not in words_of("function_words", "months", "weekdays")
    )


NICKNAMED = 4  # tokens before a last name: a given name, and a word in two marks


class Beside(NamedTuple):
    """The person whose age stands somewhere, by name in lower case or by noun, and the tokens of the two together."""

    person: str
    first: int
    last: int


def person_near(tokens: Sequence[Token], first: int, last: int, people: People = NOBODY) -> Beside | None:
    """Return the person whose age stands in a token range.

    Behind the age first, "10-year-old girl", "36-year-old Jane Roe"; else before it, "Jane Roe, 36". An office
    whose holder is known is that person: "the mayor, 54, …".
    """
    if holder := _holder(tokens, first, last, people):
        return Beside(holder, first, last)
    if beside := _forward(tokens, first, last):
        return beside
    return None if _of_thing(tokens, last) else _backward(tokens, first, last)


def _of_thing(tokens: Sequence[Token], last: int) -> bool:
    """Return whether what follows an age is a thing so old, whoever stands before: "was a 60-year-old handgun"."""
    subject = subject_after(tokens, last)
    return subject is not None and subject.noun.endswith(nouns.things()) and subject.noun not in nouns.people()


def _holder(tokens: Sequence[Token], first: int, last: int, people: People) -> str | None:
    """Return who holds the office beside an age: "the 54-year-old home secretary", "the mayor, 54, …"."""
    if first and tokens[first - 1].lower == "the":
        office = next((found for size in (3, 2, 1) if (found := _office(tokens, last, last + size))), None)
        return people.holder(office) if office else None
    if first > 1 and tokens[first - 1].text in (",", "("):
        title = title_until(tokens, first - 1)
        return people.holder(title.text) if title else None
    return None


def _office(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """Return the office that a token range is, None for any other words."""
    office = phrase_until("offices", tokens, last) if last <= len(tokens) else None
    return office.row[0] if office and office.first == first else None


def _forward(tokens: Sequence[Token], first: int, last: int) -> Beside | None:
    """Return the surname, else the noun, that follows without a mark between."""
    found = None
    near = (place for place in range(last, len(tokens)) if not _is_initial(tokens, place))  # 17-year-old Jane T. Roe
    for place in islice(near, REACH):
        token = tokens[place]
        if token.kind != "word" or token.lower in words("function_words") or _says_or_does(token):
            break
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if is_name(token) and following and not following.capital and _is_calling(following):
            continue  # "3-year-old Detroit girl", "18-year-old Leeds centre Ana Roe": a place, not a name
        if is_name(token) and (following is None or not is_name(following)):
            return Beside(_full_name(tokens, place), first, place + 1)
        if not token.capital and singular(token.lower) in words("nouns") and token.lower not in _deeds():
            found = Beside(singular(token.lower), first, place + 1)
    return found


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a capital letter with a point behind it, or that point, stands at a place."""
    letter = at - (tokens[at].text == ".")
    pointed = 0 <= letter < len(tokens) - 1 and tokens[letter + 1].text == "."
    return pointed and len(tokens[letter].text) == 1 and is_name(tokens[letter])


def _says_or_does(token: Token) -> bool:
    """Return whether a verb in the present tells what somebody so old does: "the 27-year-old admits shooting Roe"."""
    does = token.lower.endswith("s") and mapping("verbs").get(token.lower) not in (None, token.lower)
    return does and singular(token.lower) not in words_of("nouns", "players")


def _is_calling(token: Token) -> bool:
    """Return whether a word is a noun for a person, by what they are or play."""
    return singular(token.lower) in words_of("nouns", "players")


def _backward(tokens: Sequence[Token], first: int, last: int) -> Beside | None:
    """Return the surname or noun right before, over a comma, a bracket or a verb of being, but no colon."""
    place = first - 1
    alone = first > 0 and tokens[first - 1].lower in _ARTICLES
    while (
        place >= 0 and tokens[place].text != ":" and (tokens[place].kind == "mark" or tokens[place].lower in _passed())
    ):
        if tokens[place].lower in ("and", "of") and tokens[place + 1].lower in _ARTICLES:
            return None  # Roe and a 16-year-old friend, the death of the 12-year-old
        if alone and tokens[place].lower == "said":
            return None  # police said a 17-year-old was shot
        place -= 1
    if place < 0 or first - place > 2 * REACH:
        return None
    token = tokens[place]
    if token.text.isupper() and len(token.text) > 1 and tokens[place + 1].text in _DASHES:
        return None  # LEEDS - A 16-year-old
    if mapping("verbs").get(token.lower) in words("verbs_at_an_age"):
        while place > 0 and mapping("verbs").get(tokens[place - 1].lower) in ("have", "be"):
            place -= 1
        place -= 1  # Jane Roe has died at 57
    return _person_at(tokens, place, last)


def _person_at(tokens: Sequence[Token], place: int, last: int) -> Beside | None:
    """Return the person whose name or noun ends at a place, None for any other word."""
    if place < 0 or tokens[place].kind != "word":
        return None
    if _closes_name(tokens, place):
        half = 2 * (not is_name(tokens[place]))
        name = _full_name(tokens, place - half) + "".join(token.lower for token in tokens[place - half + 1 : place + 1])
        return Beside(name, place - half - name.count(" "), last)
    noun = singular(tokens[place].lower)
    return Beside(noun, place, last) if noun in words("nouns") else None


def _full_name(tokens: Sequence[Token], last: int) -> str:
    """Return the name that ends at a place, titles left out: "jane roe"; a surname alone where it stands alone."""
    first = last
    while first > 0 and last - first < 2 and _goes_before(tokens, first - 1):
        first -= 1
    given = _before_nickname(tokens, first) if first == last else None
    name = [*([tokens[given]] if given is not None else []), *tokens[first : last + 1]]
    return " ".join(token.lower.removesuffix("'s") for token in name)


def _goes_before(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a word belongs to the name behind it, no title: also Jan Roe and May Roe, but not "in May Roe"."""
    token = tokens[place]
    if is_name(token):
        return token.lower not in words("titles")
    month = token.capital and token.lower in words("months") and token.lower in words("given_names")
    before = tokens[place - 1] if place else None
    dated = before is not None and (before.kind == "number" or before.lower in words_of("prepositions", "other_times"))
    return month and not dated and before is not None and before.lower not in ("last", "this", "next", "since")


def _before_nickname(tokens: Sequence[Token], last: int) -> int | None:
    """Return the place of the given name before a nickname in quotation marks: Mark “Cornbread” Roe."""
    if last < NICKNAMED or tokens[last - 1].text != '"':
        return None
    opened = next((at for at in (last - 3, last - 4) if at > 0 and tokens[at].text == '"'), None)
    given = opened - 1 if opened is not None else None
    return given if given is not None and tokens[given].lower in words("given_names") else None
