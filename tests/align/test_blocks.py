"""Blocking: what shares a key meets, and what is too common meets by another key, never all with all."""

from __future__ import annotations

from itertools import combinations

from factcheck.align.blocks import meetings


def test_places_without_a_common_key_never_meet() -> None:
    assert meetings([("a",), ("b",), ()], [(), (), ()], largest=9) == set()


def test_a_block_up_to_the_limit_meets_whole() -> None:
    assert meetings([("a",)] * 9, [()] * 9, largest=9) == set(combinations(range(9), 2))


def test_a_block_too_large_is_split_by_a_second_key() -> None:
    finer = [(str(place % 10),) for place in range(100)]
    found = meetings([("a",)] * 100, finer, largest=10)
    assert {pair for pair in combinations(range(100), 2) if (pair[1] - pair[0]) % 10 == 0} <= found
    assert len(found) == 10 * 45 + 99


def test_what_shares_every_key_meets_the_next() -> None:
    keys = [("a", "b", "c", "d", "e")] * 50
    assert meetings(keys, keys, largest=10) == {(place, place + 1) for place in range(49)}


def test_the_cost_of_many_common_keys_is_bound() -> None:
    keys = [tuple("abcdefghijkl")] * 400
    assert len(meetings(keys, keys, largest=10)) == 399
