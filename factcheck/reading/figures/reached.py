"""Ages that bare numbers tell: she turned 60, Roe was 45 when he died, at 81, he is the oldest."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import mapping, words
from ...text.tokens import Token
from ..clauses.nouns import people
from ..clauses.subjects import is_plural, singular, subject_after
from ..numerals.form import lower_at
from ..people.named import NOBODY, People
from ..people.persons import is_name, is_person
from .figure import Figure

_CHILD = 12  # up to which a bare number at the head of a sentence may be an hour
_COUPLES = frozenset(("both", "couple", "pair", "twins"))
_LATER = frozenset(("in", "next", "on"))
_MARKS = frozenset(",.;)-")


def reached(tokens: Sequence[Token], figure: Figure, people: People = NOBODY) -> bool:
    """Return whether somebody is or turns a bare number: "she turned 60", "his son was only 4 when …".

    A last name alone has to be that of one of the `people` whom the document names in full.
    """
    if _paired(tokens, figure):
        return _are(tokens, figure)
    if not is_bare(tokens, figure):
        return False
    at = over_openers(tokens, figure.opens - 1)
    verb = lower_at(tokens, at)
    if verb == "at":
        return _at(tokens, figure, at)
    if _turns_later(tokens, figure):
        return False
    if verb == "be":
        at = _over_belief(tokens, at)
    if at < 1 or (verb == "were" and tokens[at - 1].lower == "both"):
        return at > 0
    if verb not in words("age_verbs"):
        return False
    holder = tokens[at - 1]
    if holder.lower in words("persons_pronouns") or verb.startswith("turn"):
        return holder.lower in words("persons_pronouns") or is_person(tokens, at - 1)
    named = is_name(holder) and (is_name(tokens[at - 2]) if at > 1 else False)
    when = is_name(holder) and lower_at(tokens, figure.last) == "when"
    told = when and lower_at(tokens, figure.last + 1) in words("persons_pronouns")  # Roe was 45 when he died
    if (
        at == 1
        and verb in ("is", "was")
        and is_name(holder)
        and people.resolve(holder.text)
        and figure.numerals[0].value > _CHILD
    ):
        return True  # Roe was 35.
    return named or told or (not holder.capital and singular(holder.lower) in words("relatives"))


def is_other_age(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether a bare figure is how old somebody was or will be: Roe, then 19, fled; she turns 60 in May."""
    first = figure.first
    past = lower_at(tokens, first - 1) == "then" and lower_at(tokens, first - 2) in (",", "(")
    return (past and lower_at(tokens, figure.last) in (",", ")")) or _turns_later(tokens, figure)


def _turns_later(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether somebody is still to be so old: she turns 60 in May, and is 59; he will turn 21."""
    at = over_openers(tokens, figure.opens - 1)
    verb = lower_at(tokens, at)
    if verb == "turn":
        return lower_at(tokens, at - 1) in ("will", "would", "to")
    return verb == "turns" and lower_at(tokens, figure.last) in _LATER


def is_bare(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether a clause or sentence ends behind a figure, and nothing is counted."""
    behind = lower_at(tokens, figure.last)
    ends = not behind or behind in words("age_closers") or behind in _MARKS
    return ends and subject_after(tokens, figure.last) is None


def over_openers(tokens: Sequence[Token], at: int) -> int:
    """Return the place before the words that may open an age: was only just 14."""
    while at > 0 and tokens[at].lower in words("age_openers"):
        at -= 1
    return at


def _over_belief(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind the holder of an age: will be 40, believed to be 40, is thought to be 40."""
    led = lower_at(tokens, at - 1)
    if led != "to":
        return at - (led in ("will", "would"))
    while lower_at(tokens, at - 1) in words("age_fillers") or mapping("verbs").get(lower_at(tokens, at - 1)) == "be":
        at -= 1
    return at


def _at(tokens: Sequence[Token], figure: Figure, at: int) -> bool:
    """Return whether somebody does at an age what people do, or opens a sentence with it: died at 57, at 81, he."""
    before = lower_at(tokens, at - 1)
    if mapping("verbs").get(before) in words("verbs_at_an_age"):
        return True
    if figure.numerals[0].value <= _CHILD:
        return False
    if before in words("nouns_at_an_age"):
        return True
    following = figure.last + (lower_at(tokens, figure.last) == ",")
    return at == 0 and lower_at(tokens, following) in words("persons_pronouns")


def _paired(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether "and" and another number in digits follow."""
    behind = tokens[figure.last : figure.last + 2]
    return len(behind) > 1 and behind[0].lower == "and" and behind[1].kind == "number"


def _are(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether people are so old, each of them: the boys were 11 and 13, the couple were 34 and 36."""
    at = over_openers(tokens, figure.opens - 1)
    holder = lower_at(tokens, at - 1)
    several = holder in _COUPLES or (is_plural(holder) and singular(holder) in people())
    ends = figure.last + 2 >= len(tokens) or tokens[figure.last + 2].text in _MARKS
    return several and ends and lower_at(tokens, at) in ("were", "are")
