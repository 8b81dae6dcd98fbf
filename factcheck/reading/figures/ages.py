"""Which figures are ages: "44 years old", "aged 7 and 9", "girl, 10,", "Jane Roe (37)", "she turned 60"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ...lexicon import mapping, words, words_of
from ...text.tokens import Token, Tokens
from ...values.units import TIME
from ..clauses.subjects import is_plural, singular, subject_after
from ..numerals.form import lower_at
from ..people.named import NOBODY, People
from ..people.persons import is_name, is_person
from .figure import Figure
from .reached import is_bare, over_openers, reached

_OLDEST = 120
_ENDS = frozenset(",.;)")
_LISTED = frozenset((",", "and", "or", "a", "an"))
_AGED = ("aged", "age", "ages")
_OLD = frozenset((("-", "old"), ("-", "olds"), ("-", "old's"), ("of", "age")))
_AGE_GROUPS = frozenset(("bracket", "brackets", "category", "cohort", "group", "groups", "range"))
_OF_ONE_AGE = frozenset(("twins", "triplets"))
_OF = frozenset("baby boy child girl infant lad man toddler woman youth".split())  # a girl of nine
_SPELT = 20  # below which an age may be spelt out: her son John, four,
_UP = frozenset(("above", "over", "under", "up"))


def ages(tokens: Tokens, figures: Sequence[Figure], known: People = NOBODY) -> dict[int, int]:
    """Return where each age ends, by the first token of its figure; `known` are the persons named in full."""
    ends = ((figure.first, _single(tokens, figure, known)) for figure in figures if _may_be(figure))
    found = {first: last for first, last in ends if last is not None}
    if any(_of_place(tokens, figure) for figure in figures if figure.first in found):  # Spain (93), Britain (39)
        found = {first: last for first, last in found.items() if lower_at(tokens, first - 1) != "("}
    pairs = tuple(itertools.pairwise(figures)) if found else ()
    for left, right in pairs:  # aged 7 and 11
        if left.first in found and right.first not in found and _listed(tokens, left, right) and is_bare(tokens, right):
            found[right.first] = right.last
    for left, right in reversed(pairs):  # 14, 16 and 19 years old
        lent = left.unit is not None and left.unit == right.unit
        if right.first in found and left.first not in found and lent and _listed(tokens, left, right):
            found[left.first] = left.last
    return found


def _of_place(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether a bracket tells how many there are in a country."""
    return lower_at(tokens, figure.first - 1) == "(" and lower_at(tokens, figure.first - 2) in words("wide_places")


def _may_be(figure: Figure) -> bool:
    """Return whether a figure is of the sort that tells an age."""
    if not figure.numerals or figure.numerals[0].ordinal:
        return False
    return not figure.numerals[0].fraction or (figure.unit is not None and figure.numerals[0].value > 1)


def _single(tokens: Sequence[Token], figure: Figure, known: People) -> int | None:
    """Return where an age ends that stands on its own."""
    if figure.unit is not None:
        return _old(tokens, figure)
    if _aged(tokens, figure):
        return max(figure.last, figure.closes)
    if not _plausible(tokens, figure):
        return None
    if _bounded(tokens, figure) or _compared(tokens, figure):
        return max(figure.last, figure.closes)
    return figure.last if _bracketed(tokens, figure) or reached(tokens, figure, known) else None


def _old(tokens: Sequence[Token], figure: Figure) -> int | None:
    """Return where "10-year-old", "44 years old" or "3 years of age" ends."""
    if figure.unit is None or figure.unit.dimension != TIME:
        return None
    following = lower_at(tokens, figure.last)
    if following in ("old", "olds"):
        return figure.last + 1
    if following != "-" and is_bare(tokens, figure) and _of_one(tokens, figure.opens - 1):  # a baby of six months
        return figure.last
    rest = (following, lower_at(tokens, figure.last + 1))
    return figure.last + 2 if rest in _OLD else None


def _aged(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether a figure stands behind "aged", "age of", "average age is", or before "age group"."""
    if lower_at(tokens, figure.last) == "age" and lower_at(tokens, figure.last + 1) in _AGE_GROUPS:
        return True
    if figure.opens < figure.first and any(token.lower == "age" for token in tokens[figure.opens : figure.first]):
        return True
    at = over_openers(tokens, figure.opens - 1)
    last, noun = lower_at(tokens, at), lower_at(tokens, at - 1)
    if last in _AGED or (last == "of" and noun in _AGED[1:]):
        return True
    told = _of_one(tokens, at) or (mapping("verbs").get(last) == "be" and noun in _AGED[1:])
    return told and is_bare(tokens, figure)


def _of_one(tokens: Sequence[Token], at: int) -> bool:
    """Return whether "of" at a place stands behind a noun for one person: a girl of nine."""
    return lower_at(tokens, at) == "of" and lower_at(tokens, at - 1) in _OF


def _bounded(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether people are under or over a bare number: "people over 65", "those younger than 18"."""
    opening = lower_at(tokens, figure.opens) if figure.opens < figure.first else ""
    led = opening in ("younger", "older") or (opening in ("under", "over") and _people_at(tokens, figure.opens - 1))
    young = tuple(lower_at(tokens, figure.opens - step) for step in (3, 2, 1))
    led = led or young in (("as", "young", "as"), ("as", "old", "as"))
    return led and subject_after(tokens, figure.last) is None


def _people_at(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the word at a place is one for people of any age: those, anyone, patients."""
    holder = lower_at(tokens, at)
    return holder in words("people_pronouns") or (is_plural(holder) and singular(holder) in words("aged_nouns"))


def _compared(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether people so old, and older or younger ones are meant: "15 or younger", "65 and older"."""
    last = max(figure.last, figure.closes) - 1
    if last <= figure.last or tokens[last - 1].lower not in ("or", "and"):
        return False
    older = tokens[last].lower in ("older", "younger")
    return older or (tokens[last].lower in _UP and _people_at(tokens, figure.opens - 1))


def _bracketed(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether marks set a figure beside a person: "girl, 10," or "Jane Roe (37)"."""
    first, last = figure.first, figure.last
    first -= lower_at(tokens, first - 1) in ("now", "both")  # Jane Roe, now 30,
    if first < 2 or figure.modifiers or not (tokens[figure.first].kind == "number" or _spelt(tokens, figure)):
        return False
    behind = tokens[_over_pair(tokens, first, last)].text if last < len(tokens) else ","
    marks = (tokens[first - 1].text, behind)
    if marks[0] == "," and _full_name_goes_on(tokens, first, last):
        return True
    if marks != ("(", ")") and (
        marks[0] != "," or (behind not in ",.;" and tokens[last].lower not in ("was", "has", "who", "from"))
    ):
        return False
    shirt = marks[0] == "(" and any(token.lower in words("players") for token in tokens[max(0, first - 6) : first - 1])
    holder = tokens[first - 2]
    if marks[0] == "," and _of_children(tokens, first - 2):
        return True
    several = is_plural(holder.lower) and not _may_be_name(tokens, first - 2)
    counted = marks[0] == "(" and several and holder.lower not in _OF_ONE_AGE
    return is_person(tokens, first - 2) and not shirt and not counted  # Republican senators (3)


def _spelt(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether a number word beside a child or a given name is small enough for an age: her son John, four,."""
    holder = lower_at(tokens, figure.first - 2)
    marks = (lower_at(tokens, figure.first - 1), lower_at(tokens, figure.last))
    named = holder in words_of("given_names", "relatives") or holder in _OF
    return named and marks in ((",", ","), (",", "."), ("(", ")")) and 1 < figure.numerals[0].value < _SPELT


def _of_children(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the number at a place is that of somebody's children: a mother of three, a father-of-two."""
    parts = [token.lower for token in tokens[max(0, at - 4) : at] if token.text != "-"]
    return parts[-1:] == ["of"] and parts[-2:-1] != [] and parts[-2] in words("relatives")


def _may_be_name(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a plural with a capital may be somebody's name, by the word before: Jane Banks, officer Banks."""
    before = tokens[at - 1] if at else None
    if not tokens[at].capital or before is None:
        return False
    return is_name(before) or before.lower in words_of("nouns", "players", "titles")


def _full_name_goes_on(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a full name stands before, and what it goes on with behind: "Jane Roe, 19 of Leeds, …"."""
    behind = [token.lower for token in tokens[last : last + 2]]
    named = first > 2 and is_name(tokens[first - 2]) and is_name(tokens[first - 3])
    return named and len(behind) == 2 and behind[0] in ("and", "of") and tokens[last + 1].kind == "word"


def _over_pair(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the place behind the second of two ages, "two girls, 12 and 15, who …", or the place itself."""
    paired = last + 2 < len(tokens) and tokens[last].lower == "and" and tokens[last + 1].kind == "number"
    return last + 2 if paired and tokens[last + 2].text in _ENDS and is_plural(tokens[first - 2].lower) else last


def _plausible(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether a bare figure is one whole number that a person can be old; a bare "one" stands for a noun."""
    whole = figure.single is not None and "." not in tokens[figure.first].text and tokens[figure.first].lower != "one"
    return whole and figure.unit is None and 0 < figure.numerals[0].value < _OLDEST


def _listed(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """Return whether two figures are neighbours in a list, the first perhaps with a hyphen: 16- and 17-year-olds."""
    opens = left.last + (lower_at(tokens, left.last) == "-")
    between = tokens.lowers[opens : right.opens]
    return bool(between) and _LISTED.issuperset(between)
