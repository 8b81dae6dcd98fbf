"""Numbers that are dialled, addressed or listed: telephone numbers, web addresses, list marks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ...lexicon import words
from ...text.tokens import KEPT, Token, joins, touches
from ..clauses.nouns import is_plural
from ..numerals.units import unit_after

_DIALLED = ((3, 4), (1, 3))  # 555-0123 · 1-800
_EMERGENCY = frozenset(("911", "999"))


def is_code(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether the number in a token range is dialled, stands in a web address, or marks a list."""
    return (
        _linked(tokens, first)
        or _telephone(tokens, first)
        or _marks_list(tokens, first, last)
        or _dialled(tokens, first, last)
        or _is_road(tokens, first, last)
        or _crossed(tokens, first, last)
        or any(_is_record(tokens, opens) for opens in (first, first - 2, first - 4))
    )


def _crossed(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a cross joins the number to another without a space: a 4x4, a four-by-four; not 5-by-7-foot."""

    def crosses(at: int) -> bool:
        joined = joins(tokens, at) and tokens[at].lower in ("x", "×")
        return joined and tokens[at - 1].kind == tokens[at + 1].kind == "number"

    def spelt(at: int) -> bool:
        inside = 0 < at < len(tokens) - 1 and tokens[at].lower == "by"
        joined = inside and tokens[at - 1].text == tokens[at + 1].text == "-"
        return joined and unit_after(tokens, at + len(("by", "-", "7"))) is None

    return crosses(last) or crosses(first - 1) or spelt(last + 1) or spelt(first - 2)


def _is_record(tokens: Sequence[Token], opens: int) -> bool:
    """Return whether three numbers joined by hyphens open at a place: won, lost and drawn, 6-10-2."""
    if opens < 0 or not (_hyphened(tokens, opens + 1) and _hyphened(tokens, opens + 3)):
        return False
    return tokens[opens].kind == tokens[opens + 2].kind == tokens[opens + 4].kind == "number"


def _hyphened(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a hyphen at a place joins two tokens without a space."""
    return joins(tokens, at) and tokens[at].text == "-"


def _linked(tokens: Sequence[Token], first: int) -> bool:
    """Return whether the number stands in a web address."""
    return touches(tokens, first) and first in _link_places(tokens)


@lru_cache(maxsize=KEPT)
def _link_places(tokens: Sequence[Token]) -> frozenset[int]:
    """Return the places inside the web addresses of a sentence, up to the space that ends each."""
    found: set[int] = set()
    for at, token in enumerate(tokens):
        opens = not touches(tokens, at) and (token.lower in ("http", "https", "www") or _domain(tokens, at))
        if opens or (at - 1 in found and touches(tokens, at)):
            found.add(at)
    return frozenset(found)


def _domain(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a web address without a prefix opens at a place: example.com/1.html, 17gem.co."""
    end = at + 1
    while end < len(tokens) and touches(tokens, end) and tokens[end].kind != "mark":
        end += 1
    dotted = end + 1 < len(tokens) and tokens[end].text == "." and touches(tokens, end) and touches(tokens, end + 1)
    return dotted and tokens[end + 1].text in words("web_domains")


def _is_road(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a number is that of a federal road, at the end of a clause or with a branch: U.S. 25W, US 31."""
    dotted = first > 4 and "".join(token.text for token in tokens[first - 4 : first]) == "U.S."
    opens = first - 4 if dotted else first - 1
    if not (dotted or (first and tokens[first - 1].text == "US")) or not tokens[first].text.isdecimal():
        return False
    if touches(tokens, first) or (opens and tokens[opens - 1].lower in ("the", "$")):
        return False
    following = tokens[last] if last < len(tokens) else None
    branch = touches(tokens, last) if following else False
    return following is None or branch or following.kind == "mark" or following.lower in words("function_words")


def _dialled(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a number is that of the police: called 911, a 999 call."""
    if tokens[first].text not in _EMERGENCY or last != first + 1:
        return False
    after = tokens[last].lower if last < len(tokens) else ""
    before = tokens[first - 1].lower if first else ""
    called = before.startswith(("call", "dial", "phon", "ring", "rang"))
    return called or not is_plural(after) or after in ("calls", "operators", "dispatchers", "callers")


def _groups(tokens: Sequence[Token], first: int) -> tuple[int, ...]:
    """Return how many digits the two groups have that a hyphen joins at a place: (3, 4) for 555-0123."""
    if not _hyphened(tokens, first + 1):
        return ()
    return tuple(len(part.text) if part.text.isdecimal() else 0 for part in (tokens[first], tokens[first + 2]))


def _marks_list(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a number counts the entries of a list: "4. Always keep", behind a gap or a line's start."""
    if first == 0 or last >= len(tokens) or tokens[last].text != "." or tokens[first].kind != "number":
        return False
    return tokens[first].start - tokens[first - 1].end > 1


def _zero_led(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a number, or one up to two groups before it, opens with a needless nought: 0800 555 0199."""
    for token in reversed(tokens[max(0, first - 2) : first + 1]):
        if token.kind != "number":
            return False
        if token.text[0] == "0" and token.text.isdecimal() and len(token.text) > 2:
            return True
    return False


def _bracketed(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a number is the area code of "1-(800)-", or the one before it."""
    texts = [token.text for token in tokens[max(0, first - 1) : first + 4]]
    area = texts[:1] + texts[2:4] == ["(", ")", "-"]
    return area or (tokens[first].text == "1" and [token.text for token in tokens[first + 1 : first + 3]] == ["-", "("])


def _telephone(tokens: Sequence[Token], first: int) -> bool:
    """Return whether the number is a group of a telephone number: (904) 630-0500 · 501-315-TIPS."""
    if tokens[first].kind != "number":
        return False
    if _zero_led(tokens, first) or _bracketed(tokens, first):
        return True
    if _groups(tokens, first) in _DIALLED or (first > 1 and _groups(tokens, first - 2) in _DIALLED):
        return True
    if not 3 <= len(tokens[first].text) <= 5:
        return False
    near = tokens[max(0, first - 4) : first + 5]
    groups = [token for token in near if token.kind == "number" and 3 <= len(token.text) <= 5 and "," not in token.text]
    if len(groups) < 2:
        return False
    hyphens = sum(_hyphened(near, place) for place in range(len(near)))
    area = any(token.text == ")" and place and near[place - 1].kind == "number" for place, token in enumerate(near))
    return hyphens >= 1 and (area or hyphens >= 2 or len(tokens[first].text) == 4)
