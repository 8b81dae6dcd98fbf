"""Words of a clause that weaken or deny what is said of a figure: reportedly 14, none of them more than eight."""

from __future__ import annotations

from functools import cache

from ...lexicon import table, words
from ...models import Modifier, modifier
from ...text.tokens import Tokens
from ..phrases import phrase_from

REACH = 10  # tokens before a claim
BARE = 2  # tokens behind "without" that it denies
_BOUNDARY = frozenset((",", ";", ":", '"', "(", ")", ".", "and", "but", "while", "who", "which", "that"))


def stance_before(tokens: Tokens, first: int) -> tuple[Modifier, ...]:
    """Return the hedges and negations that stand before a place in its clause, in order."""
    found: list[Modifier] = []
    for place in _openings(tokens, first):
        hedge = phrase_from("hedges", tokens, place)
        if hedge and hedge.last <= first:
            surface = " ".join(token.text for token in tokens[hedge.first : hedge.last])
            found.append(modifier("hedge", surface, hedge.row[1]))
        elif tokens[place].lower in words("negations") and not _idle(tokens, place, first):
            found.append(modifier("negation", tokens[place].text, "not"))
    return tuple(found)


@cache
def _stances() -> frozenset[str]:
    """Return the words that open a hedge or negate."""
    return words("negations") | frozenset(row[0].split()[0] for row in table("hedges"))


def _openings(tokens: Tokens, first: int) -> list[int]:
    """Return the places before one, in its clause, where a hedge or negation can open."""
    known = _stances()
    if known.isdisjoint(tokens.words):
        return []
    found = []
    for place in range(first - 1, max(0, first - REACH) - 1, -1):
        if tokens[place].lower in _BOUNDARY or tokens[place].lower in words("stance_ends") or _is_dash(tokens, place):
            break
        if tokens[place].lower in known:
            found.append(place)
    return found[::-1]


def _idle(tokens: Tokens, place: int, first: int) -> bool:
    """Return whether a negation denies nothing of a claim: "no doubt", "not only", "without pay for 35 days"."""
    if tokens[place].lower == "without":
        return first - place > BARE
    return tokens[place + 1].lower in words("idle_negations")


def _is_dash(tokens: Tokens, place: int) -> bool:
    """Return whether a mark is a dash between clauses, and no hyphen inside a word."""
    return tokens[place].text == "-" and place > 0 and tokens[place - 1].end < tokens[place].start
