"""A lone figure against one that others agree on; first where it is not held against them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from factcheck.align.mention import Mention
from factcheck.align.model import Link
from factcheck.align.outliers import is_outlier
from factcheck.align.partition import Partition

Told = Callable[..., list[Mention]]


def counts(told: Told, texts: Sequence[str]) -> list[Mention]:
    """Return the counts in texts, each of which is a document; "a: …" and "a: …" are of one."""
    split = (text.partition(": ") for text in texts)
    return [mention for name, _, said in split for mention in told(name, said)]


def outlier(found: list[Mention], *scores: float | None) -> bool:
    """Return whether the first count stands alone against the rest, who agree; a link barred has no score."""
    agreed = {(one, other): Link(5.0) for one in range(1, len(found)) for other in range(one + 1, len(found))}
    against = {
        (0, place): Link(0.0, (), "barred", True) if score is None else Link(score, (), None, True)
        for place, score in enumerate(scores, 1)
    }
    partition = Partition(len(found), agreed | against, found)
    for pair in agreed:
        partition.join(pair, least=0.0)
    return is_outlier((0, 1), partition, agreed | against, found)


FOUR = ("Nine boats sank.", "Five boats sank.", "Five boats sank.", "Five boats sank.", "Five boats sank.")
ALONE = [f"{name}: {text}" for name, text in zip("abcde", FOUR, strict=True)]


@pytest.mark.parametrize(
    ("texts", "scores"),
    [
        pytest.param(ALONE[:3], (2.0, 2.0), id="two-are-too-few-to-agree"),
        pytest.param([*ALONE[:3], "c: Five boats sank."], (2.0, 2.0, 2.0), id="one-document-twice-is-one"),
        pytest.param([*ALONE[:4], "a: Five boats sank."], (2.0, 2.0, 2.0, 2.0), id="its-own-document-agrees"),
        pytest.param([*ALONE[:4], "e: Six boats sank."], (2.0, 2.0, 2.0, 2.0), id="they-do-not-agree"),
        pytest.param(ALONE, (2.0, -3.0, -3.0, -3.0), id="like-one-of-four"),
        pytest.param(ALONE, (2.0, None, None, None), id="barred-from-most"),
    ],
)
def test_stands_not_alone(told: Told, texts: list[str], scores: tuple[float | None, ...]) -> None:
    assert not outlier(counts(told, texts), *scores)


def test_stands_alone_against_the_nearer_half(told: Told) -> None:
    assert outlier(counts(told, ALONE), 2.0, 1.0, -3.0, None)
