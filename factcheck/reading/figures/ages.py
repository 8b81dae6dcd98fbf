"""Which figures are ages: "44 years old", "aged 7 and 9", "girl, 10,", "Jane Roe (37)", "she turned 60"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ...lexicon import mapping, words, words_of
from ...text.tokens import Token, Tokens
from ...values.units import TIME
from ..clauses.subjects import is_plural, singular, subject_after
from ..numerals.form import lower_at
from ..people.persons import is_name, is_person
from .figure import Figure

OLDEST = 120
_ENDS = frozenset(",.;)")
_LISTED = frozenset((",", "and", "or"))
_AGED = ("aged", "age", "ages")
_AGE_GROUPS = frozenset(("bracket", "brackets", "category", "cohort", "group", "groups", "range"))
_OF_ONE_AGE = frozenset(("twins", "triplets"))
_OF = frozenset(("boy", "girl", "lad", "man", "woman", "youth", "child"))  # a girl of nine


def ages(tokens: Tokens, figures: Sequence[Figure]) -> dict[int, int]:
    """Return where each age ends, by the first token of its figure."""
    found = {
        figure.first: last for figure in figures if _may_be(figure) and (last := _single(tokens, figure)) is not None
    }
    if any(_of_place(tokens, figure) for figure in figures if figure.first in found):  # Spain (93), Britain (39)
        found = {first: last for first, last in found.items() if lower_at(tokens, first - 1) != "("}
    pairs = tuple(itertools.pairwise(figures)) if found else ()
    for left, right in pairs:  # aged 7 and 11
        if left.first in found and right.first not in found and _listed(tokens, left, right) and _bare(tokens, right):
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


def _single(tokens: Sequence[Token], figure: Figure) -> int | None:
    """Return where an age ends that stands on its own."""
    if figure.unit is not None:
        return _old(tokens, figure)
    if _aged(tokens, figure):
        return max(figure.last, figure.closes)
    if not _plausible(tokens, figure):
        return None
    if _bounded(tokens, figure) or _compared(tokens, figure):
        return max(figure.last, figure.closes)
    return figure.last if _bracketed(tokens, figure) or _reached(tokens, figure) else None


def _old(tokens: Sequence[Token], figure: Figure) -> int | None:
    """Return where "10-year-old", "44 years old" or "3 years of age" ends."""
    if figure.unit is None or figure.unit.dimension != TIME:
        return None
    following = lower_at(tokens, figure.last)
    if following in ("old", "olds"):
        return figure.last + 1
    rest = (following, lower_at(tokens, figure.last + 1))
    return figure.last + 2 if rest in (("-", "old"), ("-", "olds"), ("of", "age")) else None


def _aged(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether a figure stands behind "aged", "age of", "under the age of", or before "age group"."""
    if lower_at(tokens, figure.last) == "age" and lower_at(tokens, figure.last + 1) in _AGE_GROUPS:
        return True
    if figure.opens < figure.first and any(token.lower == "age" for token in tokens[figure.opens : figure.first]):
        return True
    last, noun = lower_at(tokens, figure.opens - 1), lower_at(tokens, figure.opens - 2)
    return last in _AGED or (last == "of" and (noun in _AGED[1:] or (noun in _OF and _bare(tokens, figure))))


def _bounded(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether people are under or over a bare number: "people over 65", "40% of them under 25"."""
    if figure.opens < 1 or lower_at(tokens, figure.opens) not in ("under", "over"):
        return False
    holder = tokens[figure.opens - 1].lower
    people = holder in words("people_pronouns") or (is_plural(holder) and singular(holder) in words("aged_nouns"))
    return people and subject_after(tokens, figure.last) is None


def _compared(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether people so old, and older or younger ones are meant: "15 or younger", "65 and older"."""
    last = max(figure.last, figure.closes) - 1
    return last > figure.last and tokens[last].lower in ("older", "younger") and tokens[last - 1].lower in ("or", "and")


def _bracketed(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether marks set a figure beside a person: "girl, 10," or "Jane Roe (37)"."""
    first, last = figure.first, figure.last
    first -= lower_at(tokens, first - 1) == "now"  # Jane Roe, now 30,
    if first < 2 or figure.modifiers or tokens[figure.first].kind != "number":
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
    several = is_plural(holder.lower) and not _may_be_name(tokens, first - 2)
    counted = marks[0] == "(" and several and holder.lower not in _OF_ONE_AGE
    return is_person(tokens, first - 2) and not shirt and not counted  # Republican senators (3)


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


def _reached(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether somebody is or turns a bare number: "she turned 60", "his son was only 4 when …"."""
    at = figure.opens - 1
    paired = (
        lower_at(tokens, figure.last) == "and"
        and figure.last + 1 < len(tokens)
        and tokens[figure.last + 1].kind == "number"
    )
    if paired or not _bare(tokens, figure):
        return False
    while at > 0 and tokens[at].lower in words("age_openers"):
        at -= 1
    verb = lower_at(tokens, at)
    if verb == "at":  # died at 57
        return mapping("verbs").get(lower_at(tokens, at - 1)) in words("verbs_at_an_age")
    if verb == "turn" and lower_at(tokens, at - 1) in ("will", "would", "to"):
        return False  # she will turn 60, and is 59
    at -= verb == "be" and lower_at(tokens, at - 1) in ("will", "would", "to")
    if verb not in words("age_verbs") or at < 1:
        return False
    if verb == "turns" and lower_at(tokens, figure.last) in ("on", "in", "next"):
        return False  # she turns 60 in May, and is 59
    holder = tokens[at - 1]
    if holder.lower in words("persons_pronouns") or verb.startswith("turn"):
        return holder.lower in words("persons_pronouns") or is_person(tokens, at - 1)
    named = is_name(holder) and at > 1 and is_name(tokens[at - 2])
    return named or (not holder.capital and singular(holder.lower) in words("relatives"))


def _plausible(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether a bare figure is one whole number that a person can be old; a bare "one" stands for a noun."""
    whole = figure.single is not None and "." not in tokens[figure.first].text and tokens[figure.first].lower != "one"
    return whole and figure.unit is None and 0 < figure.numerals[0].value < OLDEST


def _bare(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether nothing is counted or measured by a figure."""
    behind = lower_at(tokens, figure.last)
    ends = not behind or behind in words("age_closers") or behind in (",", ".", ";", ")", "-")
    return figure.unit is None and ends and subject_after(tokens, figure.last) is None


def _listed(tokens: Tokens, left: Figure, right: Figure) -> bool:
    """Return whether two figures are neighbours in a list, the first perhaps with a hyphen: 16- and 17-year-olds."""
    opens = left.last + (lower_at(tokens, left.last) == "-")
    between = tokens.lowers[opens : right.opens]
    return bool(between) and _LISTED.issuperset(between)
