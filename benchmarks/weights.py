"""What unlabelled stories say about the weights of linking, beside the ones in use.

    python benchmarks/weights.py [--shared DIR]

Two sources of one story that print one rare figure nearly always speak of one fact; two that print
figures at odds nearly never do. A logistic regression on how alike their surroundings are tells the two
apart; since a few of either sort are the other, each pair counts by how sure the last round was of it.
What the value itself says cannot be seen this way, nor what holds of figures at odds alone: those weights
are set by reading findings. The texts are no part of the project; where they are absent, nothing is measured.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # this checkout, whatever is installed

from factcheck.align.context import mentions  # noqa: E402
from factcheck.align.figures import agreement, at_odds  # noqa: E402
from factcheck.align.mention import Mention  # noqa: E402
from factcheck.align.model import levels, weights  # noqa: E402
from factcheck.align.offers import offered  # noqa: E402
from factcheck.align.rarity import Story  # noqa: E402
from factcheck.claims import extract  # noqa: E402
from factcheck.models import Document  # noqa: E402
from factcheck.readers import read  # noqa: E402

KNOWN = ("rare", "plain", "day")  # agreements that are seldom a coincidence
UNSEEN = ("value", "odds", "modifier")
STEPPED = ("near", "wording", "around")
COPIED = 0.9  # sentences so alike are one text, and teach nothing
ROUNDS, STEPS, RATE, SMOOTH = 4, 300, 0.5, 3.0
ALIKE, DIFFERING = 0.85, 0.02  # pairs that are one fact, at first: among the agreeing, among those at odds

Features = tuple[str, ...]
Counts = dict[Features, tuple[float, float]]  # pairs at odds, pairs that agree


def stories(documents: Sequence[Document]) -> Iterator[list[Mention]]:
    """Yield the mentions of each kind in each story."""
    found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for document in documents:
        for mention in mentions(document, tuple(offered(document, extract(document)))):
            found[document.story or "", mention.claim.kind].append(mention)
    yield from (found[key] for key in sorted(found) if key[1] not in ("quote", "role", "status"))


def pairs(documents: Sequence[Document]) -> Counts:
    """Return how many pairs of each pattern of features are at odds, and how many agree on a rare figure."""
    counts: dict[Features, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for told in stories(documents):
        story = Story(told)
        for left, right in combinations(told, 2):
            if left.claim.document == right.claim.document or left.facet or right.facet:
                continue
            if story.sentences.likeness(left.stems, right.stems) >= COPIED:
                continue
            if at_odds(left, right):
                counts[features(left, right, story, odds=True)][0] += 1
            elif agreement(left, right) in KNOWN:
                counts[features(left, right, story, odds=False)][1] += 1
    return {pattern: (odds, alike) for pattern, (odds, alike) in counts.items()}


def features(left: Mention, right: Mention, story: Story, *, odds: bool) -> Features:
    """Return the levels of a pair; of a stepped likeness all steps up to the one it reaches."""
    found = []
    for feature, level in levels(left, right, story, odds=odds):
        if feature in STEPPED:
            found += [f"{feature} {step}" for step in range(1, int(level) + 1)]
        elif feature not in UNSEEN and level in weights()[feature]:
            found.append(f"{feature} {level}")
    return tuple(found)


def fitted(counts: Counts) -> dict[str, float]:
    """Return the weight of each feature; one that speaks for a link is never negative, and the other way round."""
    names = sorted({name for pattern in counts for name in pattern})
    signs = {name: math.copysign(1, _used(name)) for name in names}
    weight, slopes = dict.fromkeys(names, 0.0), dict.fromkeys(names, 1e-8)
    bias, bias_slope = -1.0, 1e-8
    for _ in range(STEPS):
        gradient = {name: -SMOOTH * weight[name] for name in names}
        shift = 0.0
        for pattern, (odds, alike) in counts.items():
            missing = alike - (odds + alike) * _sigmoid(bias + sum(weight[name] for name in pattern))
            shift += missing
            for name in pattern:
                gradient[name] += missing
        for name in names:
            slopes[name] += gradient[name] ** 2
            moved = weight[name] + RATE * gradient[name] / math.sqrt(slopes[name])
            weight[name] = moved if moved * signs[name] > 0 else 0.0
        bias_slope += shift**2
        bias += RATE * shift / math.sqrt(bias_slope)
    base = math.log(sum(alike for _, alike in counts.values()) / sum(odds for odds, _ in counts.values()))
    return {"": bias - base, **weight}


def sorted_out(counts: Counts, weight: dict[str, float]) -> Counts:
    """Return the pairs with those that look like the other sort counted there."""
    found = {}
    for pattern, (odds, alike) in counts.items():
        score = weight[""] + sum(weight[name] for name in pattern)
        true, strayed = (_sigmoid(score + math.log(share / (1 - share))) for share in (ALIKE, DIFFERING))
        found[pattern] = (odds * (1 - strayed) + alike * (1 - true), alike * true)
    return found


def _used(name: str) -> float:
    feature, level = name.split(" ", 1)
    table = weights()[feature]
    return float(table.get(level, 0.0)) - (float(table.get(str(int(level) - 1), 0.0)) if feature in STEPPED else 0.0)


def _sigmoid(score: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, score))))


def main() -> None:
    """Print one table: the estimate and the weight in use, by feature and level."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    corpus = parser.parse_args().shared / "corpus" / "stories_dev.jsonl"
    if not corpus.exists():
        print(f"{corpus} is not there: nothing to estimate from")
        return
    counts = pairs(read([str(corpus)]).documents)
    weight = fitted(counts)
    for _ in range(ROUNDS):
        weight = fitted(sorted_out(counts, weight))
    agreeing, odds = (sum(column) for column in zip(*((alike, odds) for odds, alike in counts.values()), strict=True))
    print(f"{agreeing:.0f} pairs that print one rare figure, {odds:.0f} at odds; weights of one step of a likeness")
    times = Counter(name for pattern in counts for name in pattern)
    for name in sorted(times):
        print(f"{name:22} estimated {weight[name]:6.2f}   used {_used(name):6.2f}")


if __name__ == "__main__":
    main()
