"""The figures of a headline, and of captions, beside those of the article.

They are held to the first thing that the article says of the same deed and the same people or things;
where the article counts them in more ways than one, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..align.context import mentions
from ..align.mention import Mention
from ..claims import extract, kinds
from ..claims.base import Claim
from ..lexicon import words
from ..models import Document
from ..values.interval import Interval
from ..values.quantity import Quantity
from .base import NOWHERE, Against, Article, Reckoned, Reckoning, measured

OPENING = 1200  # characters below a headline in which an article tells where and of whom it is
LEAD = 800  # characters of an article in which it tells what its headline says; behind them comes the background
KINDS = frozenset(("count", "money", "percent"))


def find(article: Article) -> Iterator[Reckoned]:
    """Yield the figures of the headline for which the body has one of the same deed and subject, and only one."""
    document = article.document
    printed = [claim for claim in article.claims if claim.zone == "headline"]
    told = _mentions(document, printed) if printed else _mentions(*_title(document))
    yield from _held(article, told, "headline")


def find_captions(article: Article) -> Iterator[Reckoned]:
    """Yield the same for the figures of captions."""
    printed = [claim for claim in article.claims if claim.zone == "caption"]
    yield from _held(article, _mentions(article.document, printed), "caption")


def _held(article: Article, told: Sequence[Mention], against: Against) -> Iterator[Reckoned]:
    """Yield some figures printed apart from the article, each beside what the article says."""
    body = [claim for claim in article.claims if claim.zone == "body"]
    under = _mentions(article.document, body) if told else ()
    for mention in told:
        if _of_owner(article.document.text, mention) and not any(_tells_too(other, mention) for other in under):
            yield from _reckoned(mention, [other for other in under if _same(mention, other)], against)


def _of_owner(text: str, told: Mention) -> bool:
    """Return whether the article opens with whose figure its headline tells: not with Kenya under "Tanzania toll"."""
    if told.owner is None or told.owner in words("nouns"):
        return True
    opens = told.claim.end if told.claim.document else 0
    return re.search(rf"\b{re.escape(told.owner)}", text[opens : opens + OPENING], re.IGNORECASE) is not None


def _title(document: Document) -> tuple[Document, Sequence[Claim]]:
    """Return a title that is told apart from the text, with its claims: they stand in no document."""
    title = document.model_copy(update={"id": NOWHERE, "text": document.title or ""})
    return title, extract(title) if document.title else ()


def _mentions(document: Document, claims: Sequence[Claim]) -> tuple[Mention, ...]:
    """Return the figures among claims that a headline is held to."""
    figures = (claim for claim in claims if claim.kind in KINDS)
    offered = [(claim, kinds()[claim.kind].signature(claim), None) for claim in figures]
    return mentions(document, offered)


def _same(one: Mention, other: Mention) -> bool:
    """Return whether a figure of the body may be that of the headline: the same deed, subject and unit.

    "Twelve dead" counts people, whoever they are.
    """
    left, right = one.claim, other.claim
    anybody = other.broad and (one.broad or one.subject is None)
    alike = left.kind == right.kind and one.denied == other.denied and bool(one.predicate & other.predicate)
    return alike and (anybody or (one.subject_class is not None and one.subject_class == other.subject_class))


def _tells_too(one: Mention, other: Mention) -> bool:
    """Return whether a figure of the body is that of the headline, of the same deed, whatever it counts."""
    return one.figure == other.figure and one.claim.kind == other.claim.kind and bool(one.predicate & other.predicate)


def _reckoned(told: Mention, under: list[Mention], against: Against) -> Iterator[Reckoned]:
    """Yield a figure of the headline or a caption beside the only one of the body that can be meant."""
    if len({mention.figure for mention in under}) != 1 or any(m.scope or m.included for m in (told, *under)):
        return
    opens = told.claim.end if told.claim.document else 0
    meant = _in_one_unit(told, under[0])
    near = against == "caption" or under[0].claim.start - opens < LEAD
    vague = against == "headline" and not told.stated  # "millions" may be 23 million
    if meant and near and not vague and _counts(*meant):
        literal = getattr(under[0].claim.value, "literal", under[0].claim.text)
        yield Reckoned(told.claim, (under[0].claim,), measured(against, told.claim, *meant), literal)


def _in_one_unit(told: Mention, under: Mention) -> tuple[Interval, Interval] | None:
    """Return what two figures mean, in their own unit where they share one, else in its base."""
    left, right = told.claim.value, under.claim.value
    if isinstance(left, Quantity) and isinstance(right, Quantity) and left.unit == right.unit:
        return left.interval, right.interval
    return (told.meant, under.meant) if told.meant and under.meant else None


def _counts(*meant: Interval) -> bool:
    """Return whether no figure is below zero: a dash before it was taken for a minus."""
    return all(interval.low is None or interval.low >= 0 for interval in meant)


RECKONING = Reckoning("headline", KINDS, find)
