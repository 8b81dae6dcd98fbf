"""Bare numbers that count nothing: marks of a list, counters beside a page, sorts of things, and ends of names."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import mapping, words
from ...text.tokens import Token
from ..clauses.nouns import number_openers
from ..clauses.subjects import Subject, is_plural, singular, subject_after
from ..numerals import Numeral
from ..numerals.form import lower_at
from ..numerals.units import unit_after
from .figure import Figure

_YEAR = 4  # digits
_COUNTED = frozenset(("them", "those", "these", "us", "whom", "which"))  # in Leeds 14 of them failed


def is_list_mark(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a sentence is nothing but a number of one or two digits, or a year: "12." above a paragraph."""
    text = tokens[at].text
    year = len(text) == _YEAR and text[:2] in ("19", "20")
    if not text.isdecimal() or (len(text) > 2 and not year) or len(tokens) > 3:
        return False
    return all(place == at or token.kind == "mark" for place, token in enumerate(tokens))


def is_idle_counter(tokens: Sequence[Token], figure: Figure) -> bool:
    """Return whether a nought stands beside another bare number, as counters of a page do: "Share 0 0 0"."""
    at = figure.first
    beside = [tokens[place].kind for place in (at - 1, at + 1) if 0 <= place < len(tokens)]
    return tokens[at].text == "0" and "number" in beside and not figure.modifiers


def is_sort(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Return whether a number in digits says of which sort the things are that another counts: two new 747 jets."""
    first = numeral.first
    if first < 2 or tokens[first].kind != "number" or tokens[first - 1].lower not in words("adjectives"):
        return False
    counted = tokens[first - 2].kind == "number" or tokens[first - 2].lower in number_openers()
    if not counted or unit_after(tokens, numeral.last):
        return False
    return subject_after(tokens, numeral.last) is not None


def ends_name(tokens: Sequence[Token], figure: Figure, subject: Subject | None) -> bool:
    """Return whether a bare whole number ends a name: Planet 9, ASX 200, Windows 11, day 3 of the trial.

    It stands behind a capital or a word that is numbered, and no plural follows that it could count.
    """
    single = figure.single
    if single is None or figure.opens != figure.first or figure.first == 0:
        return False
    if tokens[figure.last - 1].text == "K" and subject is None:  # he ran a 10K · Apple TV 4K
        return tokens[figure.first - 1].capital or tokens[figure.first - 1].lower in ("a", "the")
    if single.scaled:
        return False
    if lower_at(tokens, figure.last) == "of" and lower_at(tokens, figure.last + 1) in _COUNTED:
        return False
    before = tokens[figure.first - 1]
    if before.lower in words("numbered_words") and (not before.capital or figure.first == 1):
        return _numbers(tokens, figure, subject)
    if tokens[figure.first].kind == "word" and (not tokens[figure.first].capital or before.text.isupper()):
        return False
    opens = figure.first == 1 and not (before.text.isupper() and len(before.text) > 1)  # KING 5 obtained the tape
    if not before.capital or opens or "," in tokens[figure.first].text or single.value != int(single.value):
        return False
    if before.lower in words("months") or before.lower in words("weekdays") or before.lower in words("function_words"):
        return False
    return subject is None or not is_plural(tokens[subject.last - 1].lower) or _does(tokens, figure.last)


def _numbers(tokens: Sequence[Token], figure: Figure, subject: Subject | None) -> bool:
    """Return whether a number is that of the thing before it: part 2; not "last week 12 were hurt"."""
    plural = subject is not None and is_plural(tokens[subject.last - 1].lower)
    behind = lower_at(tokens, figure.last)
    if not tokens[figure.first].text.isdecimal():
        return behind == "of" and subject is not None and not plural  # day two of the trial
    led = figure.first > 1 and tokens[figure.first - 2].lower in words("pointing_words")
    return not (led or (plural and behind != "of") or behind in mapping("verbs"))


def _does(tokens: Sequence[Token], at: int) -> bool:
    """Return whether what could be a plural is a verb with its object: "the Curve 8900 features a camera"."""
    return lower_at(tokens, at + 1) in words("objects") and singular(lower_at(tokens, at)) in mapping("verbs")


def is_bearing(subject: Subject) -> bool:
    """Return whether what seems counted is a bearing or a day: latitude 19.1 north, Highway 101 Friday."""
    return len(subject.noun) > 1 and (subject.noun in words("compass") or subject.noun in words("weekdays"))
