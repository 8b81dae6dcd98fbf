"""How fast claims are linked, how much memory that takes and how it grows, beside splink on the same claims.

    python benchmarks/linking.py [--claims N ...] [--splink PYTHON]

The claims are made up (made_up.py), so that the facts behind them are known. Every row is measured in a process
of its own. splink runs on DuckDB, with the blocking keys of factcheck; `--splink` names an interpreter that has
both. Where it has not, that is said, and its rows are left out.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # this checkout, whatever is installed

from made_up import CLAIMS_A_STORY, Telling, stories  # noqa: E402

from factcheck.align.cluster import clusters  # noqa: E402
from factcheck.align.context import mentions  # noqa: E402
from factcheck.align.mention import Mention  # noqa: E402
from factcheck.align.pairs import COARSE, candidates, keys  # noqa: E402
from factcheck.claims import kinds  # noqa: E402
from factcheck.engine import uncollected  # noqa: E402

PEER = Path(__file__).with_name("splink_peer.py")
SIZES = (10_000, 100_000, 1_000_000)


class Tally(NamedTuple):
    """What linking some claims took and found: seconds, and numbers of claims, candidates and pairs."""

    preparing: float = 0.0
    linking: float = 0.0
    cpu: float = 0.0
    claims: int = 0
    candidates: int = 0
    linked: int = 0
    true: int = 0
    both: int = 0

    def __add__(self, other: Tally) -> Tally:  # type: ignore[override]
        return Tally(*(one + another for one, another in zip(self, other, strict=True)))


def by_kind(story: Telling) -> dict[str, list[Mention]]:
    """Return the mentions of a story, which hold all that linking looks at, by kind."""
    found: dict[str, list[Mention]] = {}
    for document in story.documents:
        told = [(claim, kinds()[claim.kind].signature(claim), None) for claim in story.claims[document.id]]
        for mention in mentions(document, told):
            found.setdefault(mention.claim.kind, []).append(mention)
    return found


def link(story: Telling) -> Tally:
    """Return what it takes to link the claims of a story, and how well it is done."""
    start = time.perf_counter()
    grouped = by_kind(story)
    middle, worked = time.perf_counter(), time.process_time()
    found = [cluster for told in grouped.values() for cluster in clusters(told)]
    end, worked = time.perf_counter(), time.process_time() - worked
    labels = {mention.claim.id: str(place) for place, each in enumerate(found) for mention in each.mentions}
    met = sum(1 for told in grouped.values() for _ in candidates(told))
    return Tally(middle - start, end - middle, worked, len(labels), met, *pairs(labels, story.truth))


def pairs(labels: Mapping[str, str], truth: Mapping[str, str]) -> tuple[int, int, int]:
    """Return the pairs of claims across documents that are linked, that are one fact, and that are both."""
    home = {claim: claim.partition("@")[2] for claim in truth}
    both = {claim: (label, truth[claim]) for claim, label in labels.items()}
    return _across(labels, home), _across(truth, home), _across(both, home)


def _across(labels: Mapping[str, object], home: Mapping[str, str]) -> int:
    """Return how many pairs of claims have one label and two documents."""
    together = Counter(labels.values())
    at_home = Counter((label, home[claim]) for claim, label in labels.items())
    return sum(n * (n - 1) // 2 for n in together.values()) - sum(n * (n - 1) // 2 for n in at_home.values())


def measure(claims: int) -> dict[str, float]:
    """Return what linking so many claims takes here; each story is made up, linked as in a check, and let go."""
    with uncollected():
        total = sum(map(link, stories(round(claims / CLAIMS_A_STORY))), Tally())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
    return total._asdict() | {"megabytes": peak}


def export(claims: int, file: Path) -> dict[str, str]:
    """Write what linking looks at, with the blocking keys, a claim a line; return the fact of each claim."""
    truth = {}
    with file.open("w", encoding="utf-8") as lines:
        for story in stories(round(claims / CLAIMS_A_STORY)):
            truth.update(story.truth)
            for told in by_kind(story).values():
                lines.writelines(json.dumps(columns(story.name, mention)) + "\n" for mention in told)
    return truth


def columns(story: str, mention: Mention) -> dict[str, Any]:
    """Return a mention as a row of a table."""
    block = f"{story} {mention.claim.kind}"
    coarse = mention.claim.kind in COARSE
    return {
        "unique_id": mention.claim.id, "subject": mention.subject, "subject_class": mention.subject_class,
        "predicate": sorted(mention.predicate), "figure": mention.figure, "stems": sorted(mention.stems),
        "keys": [f"{block} {key}" for key in keys(mention)[coarse:]], "coarse": block if coarse else None,
    }  # fmt: skip


def measure_splink(claims: int, python: str) -> dict[str, float]:
    """Return what linking the same claims takes splink."""
    with tempfile.TemporaryDirectory() as folder:
        table, found = Path(folder, "claims.jsonl"), Path(folder, "clusters.csv")
        truth = export(claims, table)
        told = run(python, PEER, table, found)
        labels = dict(line.split(",") for line in found.read_text("utf-8").splitlines())
    return Tally(0, 0, 0, len(truth), 0, *pairs(labels, truth))._asdict() | told


def run(python: str, *arguments: object) -> dict[str, float]:
    """Return the numbers that a process prints last. Ends this one with its words when it fails."""
    done = subprocess.run([python, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr.strip())
    return dict(json.loads(done.stdout.splitlines()[-1]))


def has_splink(python: str) -> bool:
    """Return whether an interpreter has splink and DuckDB."""
    return subprocess.run([python, "-c", "import duckdb, splink"], capture_output=True).returncode == 0


def exponent(told: Sequence[Mapping[str, float]]) -> float:
    """Return the power of the number of claims with which the work grows, from the first size to the last."""
    first, last = told[0], told[-1]
    return math.log(last["cpu"] / first["cpu"]) / math.log(last["claims"] / first["claims"])


def line(name: str, told: Mapping[str, float], peer: Mapping[str, float] | None) -> str:
    """Return a row of the table."""
    prepared = f"{told['claims'] / told['preparing']:.0f}" if told["preparing"] else "·"
    met = f"{told['candidates'] / told['claims']:.2f}" if told["candidates"] else "·"
    faster = f"{peer['linking'] / told['linking']:.2f} x" if peer else "·"
    quality = f"{told['both'] / told['linked']:.3f}, {told['both'] / told['true']:.3f}"
    speed = f"{told['linking']:9.1f}{told['cpu']:9.1f}{told['claims'] / told['linking']:11.0f}{faster:>12}"
    return f"{told['claims']:9.0f}  {name:11}{speed}{prepared:>12}{told['megabytes']:9.0f}{met:>12}{quality:>20}"


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument("--splink", default=sys.executable, metavar="PYTHON", help="an interpreter that has splink")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--peer", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure_splink(given.one, given.splink) if given.peer else measure(given.one)))
        return
    known = has_splink(given.splink)
    print(f"{'claims':>9}  {'linker':11}{'seconds':>9}{'cpu s':>9}{'claims/s':>11}{'than splink':>12}", end="")
    print(f"{'prepared/s':>12}{'MB':>9}{'candidates':>12}{'precision, recall':>20}")
    rows: dict[str, list[Mapping[str, float]]] = {"factcheck": [], "splink": []}
    for claims in given.claims:
        peer = run(sys.executable, __file__, "--one", claims, "--peer", "--splink", given.splink) if known else None
        ours = run(sys.executable, __file__, "--one", claims)
        print(line("factcheck", ours, peer), flush=True)
        rows["factcheck"].append(ours)
        if peer:
            print(line("splink", peer, None), flush=True)
            rows["splink"].append(peer)
    for name, told in rows.items():
        if len(told) > 1:
            print(f"{name}: work (cpu s) grows with the number of claims to the power of {exponent(told):.2f}")
    if not known:
        print(f"splink: not in {given.splink}, so not measured; pip install splink duckdb")


if __name__ == "__main__":
    main()
