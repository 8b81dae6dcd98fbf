"""How well documents of one story are found when nobody says so, on articles whose stories are known.

    python benchmarks/stories.py [--shared DIR]

The articles are no part of the project: they belong to their publishers. Where they are absent, nothing is
measured and the exit code is 0.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # this checkout, whatever is installed

from factcheck.align.stories import candidates, stories  # noqa: E402
from factcheck.align.topics import topics  # noqa: E402
from factcheck.models import Document  # noqa: E402
from factcheck.readers import read  # noqa: E402

Labels = Mapping[str, str]


def pairs(labels: Sequence[object]) -> int:
    """Return how many pairs have one label."""
    return sum(times * (times - 1) // 2 for times in Counter(labels).values())


def pairwise(found: Labels, given: Labels) -> tuple[float, float]:
    """Return precision and recall of the pairs of documents that are put together."""
    ids = sorted(given)
    both = pairs([(found[id], given[id]) for id in ids])
    return both / (pairs([found[id] for id in ids]) or 1), both / (pairs([given[id] for id in ids]) or 1)


def b_cubed(found: Labels, given: Labels) -> tuple[float, float]:
    """Return precision and recall as a document meets them, on average.  Source: Bagga and Baldwin (1998)."""
    ids = sorted(given)
    both = Counter((found[id], given[id]) for id in ids)
    ours, theirs = Counter(found[id] for id in ids), Counter(given[id] for id in ids)
    precision = sum(both[found[id], given[id]] / ours[found[id]] for id in ids) / len(ids)
    return precision, sum(both[found[id], given[id]] / theirs[given[id]] for id in ids) / len(ids)


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    corpus = parser.parse_args().shared / "corpus"
    if not corpus.is_dir():
        print(f"{corpus}: no articles there, so nothing is measured")
        return
    print(f"{'articles':26}{'documents':>10}{'stories':>9}{'found':>7}", end="")
    print(f"{'pairs: precision, recall':>26}{'B-cubed: precision, recall':>28}{'candidates':>12}{'docs/s':>8}")
    for file in sorted(corpus.glob("*.jsonl")):
        dated = read([file]).documents
        for name, known in ((file.stem, dated), (f"{file.stem}, undated", tuple(map(undate, dated)))):
            print(f"{name:26}{row(known)}")


def undate(document: Document) -> Document:
    """Return a document without its date of publication."""
    return document.model_copy(update={"published": None})


def row(documents: Sequence[Document]) -> str:
    """Return what is measured on some documents."""
    given = {document.id: str(document.story) for document in documents}
    nameless = [document.model_copy(update={"story": None}) for document in documents]
    start = time.perf_counter()
    grouped = stories(nameless)
    spent = time.perf_counter() - start
    found = {document.id: name for name, told in grouped.items() for document in told}
    met = len(candidates(topics(nameless))) / len(nameless)
    scores = [f"{precision:.3f}, {recall:.3f}" for precision, recall in (pairwise(found, given), b_cubed(found, given))]
    counts = f"{len(nameless):10}{len(set(given.values())):9}{len(grouped):7}"
    return f"{counts}{scores[0]:>26}{scores[1]:>28}{met:12.1f}{len(nameless) / spent:8.0f}"


if __name__ == "__main__":
    main()
