"""Candidate pairs: mentions that share a blocking key, each pair looked at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from .context import Mention
from .quotations import quotation_keys

LARGEST_BLOCK = 250  # mentions: a key so common is left to the finer keys that the same mentions have


def keys(mention: Mention) -> tuple[str, ...]:
    """Return the blocking keys of a mention, from coarse to fine."""
    kind = mention.claim.kind
    if kind == "quote":
        return quotation_keys(mention)
    fine = [f"value {mention.figure}", *(f"does {lemma}" for lemma in sorted(mention.predicate))]
    if kind in ("count", "part", "ordinal"):
        return (f"subject {mention.subject_class}", *fine)
    if kind == "age":
        return (f"subject {(mention.subject or '').rpartition(' ')[2]}", fine[0])
    return ("any", *fine) if kind not in ("date",) else tuple(fine)


def candidates(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places whose mentions share a kind and a key, in order, each once."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, mention in enumerate(mentions):
        for key in keys(mention):
            blocks[mention.claim.kind, key].append(place)
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) <= LARGEST_BLOCK:
            pairs.update(combinations(block, 2))
    yield from sorted(pairs)
