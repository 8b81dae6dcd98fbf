"""A total and the parts that a list gives of it: "15 people: nine men, four women and two children".

Only a list that is announced as the whole is added up, by a colon, dash or bracket or by "made up of",
and only where "and" closes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..align.mention import noun_classes
from ..claims.base import Claim
from ..lexicon import mapping, words
from ..values.interval import Interval
from ..values.quantity import Quantity
from .base import Article, Reckoned, Reckoning, figure, measured

REACH = 60  # characters between a total and what announces its parts
# ": " · " (" · " – "
_MARK = re.compile(r"(?P<noun>[^,;:.()–—\n]{0,60}?)(?::|\s\(|\s[–—-]|—)\s*")
# "12-member jury of"
_BODY = re.compile(r"-(?:member|strong|person|man)\b")
_OF = re.compile(r"(?:\s[\w-]+){1,3}\sof\s")
# "nine in Leeds, four" · "seven women and four"
_JOINT = re.compile(r"(?P<words>(?:\s[\w'’-]+){0,4}?)(?P<joint>,? and|,)\s")
# "four women and a child"
_SINGLE = re.compile(r"(?P<words>(?:\s[\w'’-]+){0,4}?),? and (?:a|an|another)\s[\w-]+")
# " in Hull." · " in May –" · end of the text
_ENDING = re.compile(r"(?P<words>(?:\s[\w'’-]+){0,4})(?:[.;)!?\"”]|\s?[–—]|\s-\s|\s*\n|\s*\Z)")
_MORE = re.compile(r"(?:\s[\w'’-]+){0,4}?,? and (?:a|an|another|one|several|some|many|other|others)\b")


def find(article: Article) -> Iterator[Reckoned]:
    """Yield the totals of an article whose parts are listed behind them."""
    for told in article.sentences("count", "money"):
        for place, total in enumerate(told):
            parts, single = _parts(article.document.text, total, told[place + 1 :])
            if len(parts) + single > 1 and _fit(total, parts):
                yield from _reckoned(total, parts, single)


def _parts(text: str, total: Claim, behind: Sequence[Claim]) -> tuple[tuple[Claim, ...], int]:
    """Return the parts listed behind a total, and one for "and a child"; none where no list closes with "and"."""
    opening = _opening(text, total)
    found: list[Claim] = []
    for claim in behind:
        if found:
            joint = _JOINT.fullmatch(text, found[-1].end, claim.start)
            if joint is None or not _plain(joint["words"]):
                return (), 0
            closed = joint["joint"].endswith("and")
        elif opening is None or claim.start != opening:
            return (), 0
        else:
            closed = False
        found.append(claim)
        if closed:
            return (tuple(found), 0) if _ends_here(text, total, claim) else ((), 0)
    single = _SINGLE.match(text, found[-1].end) if found else None
    if single is None or _MORE.match(text, single.end()) or not _ENDING.match(text, single.end()):
        return (), 0
    return (tuple(found), 1) if _plain(single["words"]) else ((), 0)


def _ends_here(text: str, total: Claim, last: Claim) -> bool:
    """Return whether a list is over with its last part; behind a mark nothing may follow: ", with others abroad"."""
    if _MORE.match(text, last.end):
        return False
    ending = _ENDING.match(text, last.end)
    return _MARK.match(text, total.end) is None or (ending is not None and _plain(ending["words"]))


def _opening(text: str, total: Claim) -> int | None:
    """Return where the list of parts begins behind a total, None where nothing announces it."""
    if marked := _MARK.match(text, total.end):
        return marked.end()
    if _BODY.search(total.text) and (of := _OF.match(text, total.end)):
        return of.end()
    near = text[total.end : total.end + REACH].lower()
    cues = [near.index(cue) + len(cue) + 1 for cue in words("whole_cues") if f" {cue} " in near]
    return total.end + min(cues) if cues else None


def _plain(between: str) -> bool:
    """Return whether the words behind a part leave it a part: "in Leeds" does, "of whom" or "were hurt" does not."""
    told = between.lower().split()
    led = bool(told) and told[0] in words("function_words")
    return words("list_breakers").isdisjoint(told) and (led or mapping("verbs").keys().isdisjoint(told))


def _fit(total: Claim, parts: Sequence[Claim]) -> bool:
    """Return whether the parts may be of the total: one kind and unit, and the same noun or any humans.

    A list as long as the total tells of its members one by one: "two cities: 14 dead in one and 5 in the other".
    """
    kinds = {claim.kind for claim in (total, *parts)}
    units = {claim.value.unit for claim in (total, *parts) if isinstance(claim.value, Quantity)}
    stated = total.value.stated if isinstance(total.value, Quantity) else ()
    if len(kinds) > 1 or stated == (str(len(parts)),):
        return False
    if total.kind == "money":
        return len(units) == 1
    nouns = {part.subject for part in parts}
    anybody = noun_classes().get(total.subject or "", ("", False))[1]
    return None not in nouns and (anybody or nouns == {total.subject})


def _reckoned(total: Claim, parts: Sequence[Claim], single: int) -> Iterator[Reckoned]:
    """Yield the sum of the parts beside their total, unless one of them has an open end."""
    meant = [claim.value.interval for claim in (total, *parts) if isinstance(claim.value, Quantity)]
    lows, highs = [interval.low for interval in meant[1:]], [interval.high for interval in meant[1:]]
    stated = [
        Decimal(claim.value.stated[0])
        for claim in parts
        if isinstance(claim.value, Quantity) and len(claim.value.stated) == 1
    ]
    if None in lows or None in highs or len(stated) != len(parts):
        return
    low, high = (sum((end for end in ends if end is not None), Decimal(single)) for ends in (lows, highs))
    measurements = measured("parts", total, meant[0], Interval(low, high))
    unit = f"{getattr(total.value, 'unit', '')} " if total.kind == "money" else ""
    yield Reckoned(total, tuple(parts), measurements, unit + figure(sum(stated, Decimal(single))))


RECKONING = Reckoning("parts", frozenset(("count", "money")), find)
