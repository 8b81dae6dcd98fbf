"""Numbers that count nothing: parts of names, addresses, telephone numbers, clock times, list marks."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

from ...lexicon import table, words
from ...text.tokens import Token, touches
from ..clauses.subjects import is_plural, singular
from ..numerals import Numeral, sign_before
from ..numerals.form import LONGEST, lower_at
from ..numerals.units import unit_after, unit_before, unit_named
from ..places.addresses import is_house, is_lone_house
from .bare import is_sort
from .codes import is_code
from .idioms import is_idiom
from .years import is_year

# The words and marks of times of day, and of "40s" and "the 400 block".
_CLOSERS = frozenset((":", "o'clock", "gmt", "bst", "am", "pm", "a", "p", "'", "s", "block"))
_SHORT = 2  # digits that no code, house or year has
_BREAKS = frozenset((",", ";", ")", '"', "%"))
_DOUBTFUL = frozenset(("one", "half", "quarter", "zero"))  # pronoun, stretch of time, "to zero in on"
_CROSSES = frozenset(("x", "×"))
_PICTURES = frozenset(("image", "photo", "picture", "slide", "page", "caption"))
_CONSOLES = 5  # PlayStations so far


@cache
def _owners() -> dict[str, str]:
    return {row[0]: row[1] for row in table("numbered_names")}


def is_name(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Return whether a numeral is part of a name, an address, a time of day or a longer code."""
    first, last = numeral.first, numeral.last
    if is_sort(tokens, numeral):
        return True
    if _stands_alone(tokens, numeral):
        long = tokens[first].kind == "number" and len(tokens[first].text) > _SHORT
        return long and (is_lone_house(tokens, numeral) or is_code(tokens, first, last) or is_year(tokens, numeral))
    before = tokens[first - 1] if first else None
    return (
        _stamps(tokens, first, last)
        or _owned(tokens, first)
        or _glued(tokens, first, last)
        or _closed(tokens, first, last)
        or (before is not None and before.text in ("#", "@"))
        or _slashed(tokens, first)
        or is_house(tokens, numeral)
        or is_idiom(tokens, numeral)
        or _titled(tokens, numeral)
        or _day_slashed(tokens, numeral)
        or is_code(tokens, first, last)
        or is_year(tokens, numeral)
    )


def _stamps(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a number is the time of an entry, which it opens: "2142 Ana Roe says …"; not 1200 Palestinians."""
    text = tokens[first].text
    if first or last >= len(tokens) or len(text) != len("2142") or not text.isdecimal():
        return False
    behind = tokens[last]
    return text[:2] < "24" and text[2:] < "60" and behind.capital and not is_plural(behind.lower)


def _slashed(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a slash joins a number to another before it, or to a name: 9/11, OS/2."""
    if first < 2 or tokens[first - 1].text != "/":
        return False
    return tokens[first - 2].kind == "number" or (tokens[first - 2].capital and touches(tokens, first))


def _stands_alone(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Return whether plain words or marks stand around a number, so that only its length can make it a name."""
    first, last = numeral.first, numeral.last
    token = tokens[first]
    if not first or token.kind == "mark" or token.lower in _DOUBTFUL or (numeral.ordinal and not numeral.written):
        return False
    before = tokens[first - 1]
    if token.start - before.end != 1 or before.lower in _owning() or (before.kind != "word" and before.text != ","):
        return False
    if last > first + 1 and tokens[first + 1].kind != "word":
        return False
    if last == len(tokens):
        return True
    behind = tokens[last]
    if behind.kind == "word":
        return not (behind.capital or behind.lower in _CLOSERS or behind.lower in _CROSSES)
    return behind.text in _BREAKS or (behind.text == "." and last + 1 == len(tokens))


@cache
def _owning() -> frozenset[str]:
    """Return the words before a number that may make it a name."""
    return frozenset((*_owners(), *_CROSSES, "of"))


def _closed(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether the word right behind makes the number no count: 9:20, 5pm, in his 40s, the 400 block."""
    behind = lower_at(tokens, last)
    if behind not in _CLOSERS:
        return False
    if behind == "'":
        return lower_at(tokens, last + 1) == "s" and touches(tokens, last) and touches(tokens, last + 1)
    return behind == "block" or (behind == "s" and touches(tokens, last)) or _clock(tokens, first, last)


def _owned(tokens: Sequence[Token], first: int) -> bool:
    """Return whether the word before makes the number a name: Radio 4 · No. 10 · Covid-19."""
    at = first - 1
    while at >= 0 and tokens[at].text in (".", "-", "#", ":"):
        at -= 1
    if at < 0 or (at < first - 1 and tokens[at].end != tokens[at + 1].start):
        return False
    if at == first - 1 and tokens[at].text == "PS" and tokens[at].end == tokens[first].start:
        return False  # a mangled pound sign: see is_coded
    if at == first - 1 and tokens[at].lower == "of" and at > 1 and tokens[at - 1].kind == "number":
        return tokens[at - 2].lower in _PICTURES  # Image 9 of 16
    use = _owners().get(tokens[at].lower)
    return use == "any" or (use == "name" and tokens[at].capital and (at > 0 or tokens[at].lower in ("no", "nos")))


def _glued(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether letters or a code touch the number: F-16 · M25 · G7 · 4x4 · 555-0123."""
    if first and tokens[first - 1].end == tokens[first].start:
        before = tokens[first - 1]
        if before.kind == "word" and tokens[first].kind == "number":
            return unit_before(tokens, first) is None
        if before.text in "-/:.+" and first > 1 and tokens[first - 2].end == before.start:
            owner = tokens[first - 2]
            if owner.lower == "of" and first > 3 and singular(tokens[first - 4].lower) in words("nouns"):
                return before.text == "-"  # a father-of-two
            if before.text == "-" and owner.lower == "for":  # 3-for-4
                return True
            if before.text == "-" and tokens[first].kind == "number":
                season = _season(owner, tokens[first]) and not sign_before(tokens, first - 2)
                coded = season or _coded_before(tokens, first - 2) or _dated(tokens, first)
                return owner.capital if owner.kind == "word" else coded
            if before.text == "." and tokens[first].kind == "number":
                return owner.text.isupper()  # ID.3
            return before.text in "/:+" and owner.kind == "number"
    if (
        last < len(tokens)
        and tokens[last].text == "-"
        and tokens[first].kind == "number"
        and _digits_follow(tokens, last)
    ):
        season = touches(tokens, last) and last == first + 1 and _season(tokens[first], tokens[last + 1])
        return season and not sign_before(tokens, first)
    return last < len(tokens) and tokens[last].text == "/" and _digits_follow(tokens, last)


def _day_slashed(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Return whether a slashed number names a day, or what follows: 9/11, the 9/12 Project; not "2/3 Americans"."""
    slashed = numeral.last == numeral.first + 3 and tokens[numeral.first + 1].text == "/"
    if slashed and tokens[numeral.last - 1].text == "11":
        return True
    following = tokens[numeral.last] if slashed and numeral.last < len(tokens) else None
    return following is not None and following.text.istitle() and not is_plural(following.lower)


def _titled(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Return whether a unit in the singular with a capital makes a name: 8 Mile, Seven Mile Road, 7 Action News."""
    if numeral.last >= len(tokens) or numeral.value <= 1 or not tokens[numeral.last].text.istitle():
        return False
    if "News" in (token.text for token in tokens[numeral.last : numeral.last + 2]):
        return True
    unit = unit_named(tokens[numeral.last])
    word = tokens[numeral.last].lower
    named = unit is not None and (unit.dimension == "length" or (unit.is_currency and unit.factor < 1))
    return named and len(word) > 3 and singular(word) == word


def _dated(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a number closes three that hyphens join: 17-08-2013."""
    parts = tokens[max(0, first - 4) : first + 1]
    joined = all(before.end == after.start for before, after in itertools.pairwise(parts))
    return len(parts) == 5 and joined and parts[0].kind == "number" and parts[1].text == "-"


def _coded_before(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the number at a place has letters touching it in front: MS08-078."""
    return touches(tokens, at) and tokens[at - 1].kind == "word"


def _season(opening: Token, closing: Token) -> bool:
    """Return whether two joined numbers are no range: 2014-15, 50-50, or a code or score that falls, 3888-2."""
    if (
        not (opening.text.isdecimal() and closing.text.isdecimal())
        or len(opening.text) > LONGEST
        or len(closing.text) > LONGEST
    ):
        return False
    return (len(opening.text) == 4 and len(closing.text) == 2) or int(opening.text) >= int(closing.text)


def is_coded(tokens: Sequence[Token], numeral: Numeral, priced: bool) -> bool:
    """Return whether letters touch a number from behind that are no unit: 5G, 49ers, 860BOX, 24703m212.

    A currency before it leaves only the letters of a price out: PS5 is a console, PS5m money.
    """
    at = numeral.last
    if priced:
        return tokens[numeral.first - 1].text == "PS" and not numeral.scaled and numeral.value <= _CONSOLES
    if tokens[numeral.first].kind != "number":
        return False
    if tokens[at - 1].lower == "k" and lower_at(tokens, at) in words("thousand_names"):
        return True  # a 4K screen, a 10K run
    if not touches(tokens, at):
        return False
    unit = unit_after(tokens, at)
    end = unit.last if unit else at
    if end >= len(tokens) or tokens[end].start != tokens[end - 1].end:
        return False
    following = tokens[end]
    if unit and end > at:
        return following.kind == "number" and tokens[end - 1].kind == "word"
    return following.kind == "word" and following.lower not in ("x", "s") and not numeral.ordinal


def _digits_follow(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].kind == "number" and tokens[at].end == tokens[at + 1].start


def _clock(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether the number is a time of day."""
    if last >= len(tokens):
        return False
    if tokens[last].text == ":" and _digits_follow(tokens, last):
        return True
    if tokens[last].lower in ("o'clock", "gmt", "bst"):
        return True
    half = tokens[last].lower
    if half in ("a", "p") and tokens[first].kind == "number":
        half += "".join(token.lower for token in tokens[last + 1 : last + 3])
    return half in ("am", "pm", "a.m", "p.m") and len(tokens[first].text.partition(".")[2]) in (0, 2)  # not 2.1 pm
