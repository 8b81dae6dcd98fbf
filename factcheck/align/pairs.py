"""Candidate pairs: mentions that share a blocking key, each pair looked at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from ..lexicon import words
from ..values.quantity import Quantity
from .blocks import LARGEST_BLOCK, Pair, meetings
from .echoes import is_echo, place_key
from .mention import COUNTED, Mention
from .quotations import quotation_keys

COARSE = ("money", "percent", "change", "measure", "duration", "period", "score")  # kinds that name no subject for sure
DECADE = 10  # years
IN_COMMON = 2  # stems of two sentences whose claims share neither figure nor deed
WORDS = 6  # rarest stems of a sentence, by which a block too large is split


def keys(mention: Mention) -> tuple[str, ...]:
    """Return the blocking keys of a mention, from coarse to fine."""
    kind = mention.claim.kind
    if kind == "quote":
        return quotation_keys(mention)
    fine = [f"value {mention.figure}", *(f"does {lemma}" for lemma in sorted(mention.predicate))]
    if kind in COUNTED:
        return (f"subject {mention.subject_class}", *fine)
    if kind == "age":
        return (f"subject {_person(mention)}", *fine, *_decade(mention))
    if kind == "date":
        return (*_of_date(mention), *fine)
    return ("any", *fine) if kind in COARSE else tuple(fine)


def _of_date(mention: Mention) -> tuple[str, ...]:
    """Return the keys of dates that meet by less than a day or a deed: announcements, times of day, attacks on one."""
    announced = not mention.predicate.isdisjoint(words("announcing_verbs"))
    told = (("clock", mention.timed), ("announced", announced), *((name, True) for name in sorted(mention.attacked)))
    return tuple(key for key, holds in told if holds)


def _person(mention: Mention) -> str:
    """Return the last name of whose age a mention tells, or the noun."""
    return (mention.subject or "").rpartition(" ")[2]


def _decade(mention: Mention) -> tuple[str, ...]:
    """Return the decade of an age: "in her 30s" meets 34 by nothing else."""
    value = mention.claim.value
    if not isinstance(value, Quantity) or value.unit != "year" or value.interval.low is None:
        return ()
    return (f"decade {int(value.interval.low) // DECADE}",)


def candidates(mentions: Sequence[Mention]) -> Iterator[Pair]:
    """Yield the pairs of places whose mentions share a kind and a key, or a place in a sentence, each once in order."""
    told = [tuple(f"{mention.claim.kind} {key}" for key in keys(mention)) for mention in mentions]
    count = Counter(chain.from_iterable({mention.stems for mention in mentions}))
    finer = [(*own, *_rarest(mention, count)) for mention, own in zip(mentions, told, strict=True)]
    met = meetings(told, finer, largest=LARGEST_BLOCK)
    found = {pair for pair in met if _worth_a_look(mentions[pair[0]], mentions[pair[1]])}
    placed = meetings([(place_key(mention),) for mention in mentions], finer, largest=LARGEST_BLOCK)
    yield from sorted(found.union(pair for pair in placed if is_echo(mentions[pair[0]], mentions[pair[1]])))


def _worth_a_look(left: Mention, right: Mention) -> bool:
    """Return whether two mentions that may share no more than their kind have two words in common too.

    A sentence of fewer words has all of them in common: "The deal is worth $2.4bn." Two ages of one decade have
    their persons or their figure in common, or one is told by its decade.
    """
    if left.claim.kind == "age":
        named = _person(left) == _person(right) or bool(left.predicate & right.predicate)
        return left.figure == right.figure or named or not (left.stated and right.stated)
    if left.claim.kind not in (*COARSE, "date") or left.figure == right.figure or left.predicate & right.predicate:
        return True
    if left.claim.kind in COARSE and left.subject == right.subject is not None:
        return True
    if left.attacked & right.attacked or (left.stated and left.stated == right.stated):  # 200 feet, 200 metres
        return True
    return len(left.stems & right.stems) >= min(IN_COMMON, len(left.stems), len(right.stems))


def _rarest(mention: Mention, count: Mapping[str, int]) -> tuple[str, ...]:
    """Return the rarest stems of a sentence that another one has too."""
    shared = [stem for stem in mention.stems if count[stem] > 1]
    return tuple(sorted(shared, key=lambda stem: (count[stem], stem))[:WORDS])
