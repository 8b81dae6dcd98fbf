"""Pairs that share a key, at a cost that grows with their number: what is too common is split by another key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

Pair = tuple[int, int]
Keys = Sequence[tuple[str, ...]]

LARGEST_BLOCK = 120  # mentions
DEPTH = 3  # keys that a block is split by


def meetings(keys: Keys, finer: Keys, *, largest: int) -> set[Pair]:
    """Return the pairs of places that share one of their keys, the smaller place first.

    A block of more than `largest` places is split by a second key of `finer`, and what is still too large
    by a third. In a block that was split, all that share no such key meet the next one only.

    >>> sorted(meetings([("a", "b"), ("a",), ("b",)], [(), (), ()], largest=9))
    [(0, 1), (0, 2)]
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(keys):
        for key in own:
            blocks[key].append(place)
    return {pair for key, block in blocks.items() for pair in _within(block, finer, (key,), largest)}


def _within(block: Sequence[int], finer: Keys, shared: tuple[str, ...], largest: int) -> Iterator[Pair]:
    """Yield the pairs of a block whose places share some keys."""
    if len(block) <= largest:
        yield from combinations(block, 2)
        return
    yield from pairwise(block)
    if len(shared) > DEPTH:
        return
    parts: dict[str, list[int]] = defaultdict(list)
    for place in block:
        for key in finer[place]:
            if key not in shared and (len(shared) == 1 or key > shared[-1]):
                parts[key].append(place)
    for key, part in parts.items():
        yield from _within(part, finer, (*shared, key), largest)
