"""What links two claims, in words that a reader gets."""

from __future__ import annotations

from factcheck.align.context import mentions
from factcheck.align.evidence import evidence
from factcheck.align.facts import offered
from factcheck.align.mention import Mention
from factcheck.align.rarity import Story
from factcheck.claims import extract
from factcheck.models import Document

QUIET = "The town lay quiet and the sky was grey. Nobody could say when the wind would turn. " * 10


def counted(name: str, text: str) -> Mention:
    """Return the first count of a text."""
    document = Document(id=name, text=text, source=name)
    told = mentions(document, tuple(offered(document, extract(document))))
    return next(mention for mention in told if mention.claim.kind == "count")


def said(left: str, right: str) -> list[str]:
    """Return the sentences on the counts of two texts that are at odds."""
    pair = counted("a", left), counted("b", right)
    return [piece.says for piece in evidence(*pair, Story(pair), odds=True)]


def test_says_what_two_claims_have_in_common() -> None:
    told = said("A mob of 40 farmers blocked the bridge.", "On the bridge 60 farmers were blocking lorries.")
    assert "both speak of farmer" in told
    assert "both tell of “block”" in told
    assert "both stand at the beginning" not in told


def test_says_where_two_claims_open_their_articles() -> None:
    left, right = f"A mob of 40 farmers blocked the bridge. {QUIET}", f"On the bridge 60 farmers had gathered. {QUIET}"
    assert "both stand at the beginning" in said(left, right)
    assert "both stand at the beginning" not in said(left, QUIET + right)
