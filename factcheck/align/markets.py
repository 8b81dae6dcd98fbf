"""Where a market stood: a price, a rate or an index that is another on every day, and so says nothing of the next."""

from __future__ import annotations

from functools import cache

from ..lexicon import words
from ..reading.clauses.nouns import people
from ..values.wording import stemmer
from .mention import Mention, of_two_days

_STANDS = frozenset(("up", "down", "flat", "higher", "lower", "steady", "unchanged"))  # shares were up 2 percent
_CLOSES = frozenset(("close", "end", "finish", "settle"))  # of a day there is one close


def at_two_times(left: Mention, right: Mention) -> bool:
    """Return whether both tell where a market stood, in articles of two days, and not on a day that both name."""
    of_one = {date.low for date in left.when} & {date.low for date in right.when}
    return told_anew(left, right) and not of_one and is_traded(left) and is_traded(right)


def moves(left: Mention, right: Mention) -> bool:
    """Return whether both tell where a market stood, in articles that have a day, and not both how that day closed."""
    if left.day is None or right.day is None or not (is_traded(left) and is_traded(right)):
        return False
    return left.day != right.day or _CLOSES.isdisjoint(left.predicate & right.predicate)


def told_anew(left: Mention, right: Mention) -> bool:
    """Return whether two figures, no tolls, came out on two days."""
    return of_two_days(left, right) and left.predicate.isdisjoint(words("tallies"))


def is_traded(mention: Mention) -> bool:
    """Return whether a claim tells where a market stood: closed at 1,664 points, fell to 58.71 dollars a barrel."""
    if mention.subject in people() or mention.stems.isdisjoint(_market_stems()):
        return False
    if mention.predicate:
        return bool(mention.predicate & words("market_verbs"))
    if mention.claim.kind == "change":
        return True  # the yield added five basis points: the verb is the change itself
    return not _STANDS.isdisjoint(mention.beside[0])


@cache
def _market_stems() -> frozenset[str]:
    """Return the stems of the words of market reports."""
    return frozenset(stemmer().stemWords(sorted(words("market_words"))))
