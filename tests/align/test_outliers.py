"""A lone figure against one that others agree on; first where it is not held against them."""

from __future__ import annotations

import pytest

from factcheck.align.context import mentions
from factcheck.align.facts import offered
from factcheck.align.mention import Mention
from factcheck.align.model import Link
from factcheck.align.outliers import is_outlier
from factcheck.align.partition import Partition
from factcheck.claims import extract
from factcheck.models import Document


def told(*texts: str) -> list[Mention]:
    """Return the counts in texts, each of which is a document; "a: …" and "a: …" are of one."""
    found = []
    for text in texts:
        name, _, said = text.partition(": ")
        document = Document(id=name, text=said, source=name)
        found += mentions(document, tuple(offered(document, extract(document))))
    return found


def outlier(counts: list[Mention], *scores: float | None) -> bool:
    """Return whether the first count stands alone against the rest, who agree; a link barred has no score."""
    agreed = {(one, other): Link(5.0) for one in range(1, len(counts)) for other in range(one + 1, len(counts))}
    against = {
        (0, place): Link(0.0, (), "barred", True) if score is None else Link(score, (), None, True)
        for place, score in enumerate(scores, 1)
    }
    partition = Partition(len(counts), agreed | against, counts)
    for pair in agreed:
        partition.join(pair, least=0.0)
    return is_outlier((0, 1), partition, agreed | against, counts)


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
def test_stands_not_alone(texts: list[str], scores: tuple[float | None, ...]) -> None:
    assert not outlier(told(*texts), *scores)


def test_stands_alone_against_the_nearer_half() -> None:
    assert outlier(told(*ALONE), 2.0, 1.0, -3.0, None)
