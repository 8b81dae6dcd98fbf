"""What links two claims, in words that a reader gets."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.align.evidence import evidence
from factcheck.align.mention import Mention
from factcheck.align.rarity import Story

Told = Callable[..., list[Mention]]
QUIET = "The town lay quiet and the sky was grey. Nobody could say when the wind would turn. " * 10


def said(told: Told, left: str, right: str) -> list[str]:
    """Return the sentences on the first counts of two texts that are at odds."""
    pair = told("a", left)[0], told("b", right)[0]
    return [piece.says for piece in evidence(*pair, Story(pair), odds=True)]


def test_says_what_two_claims_have_in_common(told: Told) -> None:
    common = said(told, "A mob of 40 farmers blocked the bridge.", "On the bridge 60 farmers were blocking lorries.")
    assert "both speak of farmer" in common
    assert "both tell of “block”" in common
    assert "both stand at the beginning" not in common


def test_says_where_two_claims_open_their_articles(told: Told) -> None:
    left, right = f"A mob of 40 farmers blocked the bridge. {QUIET}", f"On the bridge 60 farmers had gathered. {QUIET}"
    assert "both stand at the beginning" in said(told, left, right)
    assert "both stand at the beginning" not in said(told, left, QUIET + right)
