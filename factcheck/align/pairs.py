"""Candidate pairs: mentions that share a blocking key, each pair looked at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from .context import Mention
from .quotations import quotation_keys

LARGEST_BLOCK = 120  # mentions: beyond that not every pair is looked at
EACH = 3  # mentions of one value that a large block compares with those of every other value


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
        pairs.update(combinations(block, 2) if len(block) <= LARGEST_BLOCK else _of_large(block, mentions))
    yield from sorted(pairs)


def _of_large(block: Sequence[int], mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a block too large for all of them: nearly as many as it has mentions.

    Mentions of one value are chained, each to the next, for they only have to meet; of the different
    values, the first few of each are compared with those of the values next to it.
    """
    values: dict[str, list[int]] = defaultdict(list)
    for place in block:
        values[mentions[place].figure].append(place)
    for places in values.values():
        yield from pairwise(places)
        yield from combinations(places[: EACH * EACH], 2)
    few = [places[:EACH] for _, places in sorted(values.items(), key=lambda entry: entry[1])]
    for near in (few[at : at + LARGEST_BLOCK // EACH] for at in range(0, len(few), LARGEST_BLOCK // EACH)):
        yield from (
            (min(one, other), max(one, other))
            for left, right in combinations(near, 2)
            for one in left
            for other in right
        )
