"""How well claims are read and facts compared, on the gold sets that lie beside this checkout.

    python benchmarks/accuracy.py [--shared DIR] [--factcheck COMMAND]

The gold sets are no part of the project: their texts belong to their publishers. Where they are absent,
nothing is measured and the exit code is 0.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
COMMAND = shlex.join([sys.executable, "-c", "from factcheck.cli import main; main()"])
DATES = ("--kinds", "date,datetime,duration,set,daterange,time")
EXTRACTION: dict[str, tuple[str, ...]] = {
    "newsquant_dev": (),
    "probes_dev": (),
    "text2num_en_dev": (),
    "recognizers_number_en_dev": (),
    "recognizers_unit_en_dev": (),
    "recognizers_datetime_en_dev": (),
    "quantulum3_dev": (),
    "meantime_en_dev": DATES,
}
F1 = ("value", "value+unit", "value+modifier", "value+unit+modifier")
Row = tuple[str, str, str]


def scored(shared: Path, scorer: str, *arguments: str | Path) -> dict[str, Any]:
    """Return what a scorer prints as JSON. Ends the process with its words when it fails."""
    command = [sys.executable, shared / "score" / scorer, *arguments, "--json"]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{scorer} {' '.join(map(str, arguments))}: {run.stderr.strip()}")
    return dict(json.loads(run.stdout.splitlines()[0]))


def relations(shared: Path, command: str) -> Iterator[Row]:
    """Yield the rows on pairs of passages: the three seed articles, then the real clusters."""
    gold, corpus = shared / "gold", shared / "corpus"
    sets = (
        ("seeds", sorted((shared / "seeds").glob("*.txt")), ("--texts", shared / "seeds")),
        ("relations_dev", [corpus / "gold_dev.jsonl"], ("--facts", gold / "facts_dev.jsonl")),
    )
    for name, texts, options in sets:
        with tempfile.NamedTemporaryFile(suffix=".json") as report:
            check = [*shlex.split(command), "check", *texts, "--output", report.name]
            code = subprocess.run(check, stdout=subprocess.DEVNULL).returncode
            if code not in (0, 1):
                sys.exit(f"factcheck check exited {code} on {name}")
            found = scored(shared, "relations.py", report.name, gold / f"{name}.jsonl", *options)
        facts = found.pop("facts", {})
        for key, value in (*found.items(), *((f"facts: {key}", value) for key, value in facts.items())):
            if not isinstance(value, dict):
                yield name, key.replace("_", " "), str(value)


def probes(shared: Path, command: str) -> Iterator[Row]:
    """Yield the rows on pairs of sentences."""
    found = scored(shared, "pairs.py", shared / "gold" / "compare_probes.jsonl", "--factcheck", command)
    for name, score in found.items():
        missed = round(score["contradictions"] * (1 - (score["recall"] or 0)))
        alarms = score["false_alarms_on_consistent"]
        told = f"contradictions missed {missed}/{score['contradictions']}, false alarms {alarms}"
        yield "compare_probes", f"{name} ({score['pairs']} pairs)", told


def extraction(shared: Path, command: str) -> Iterator[Row]:
    """Yield the rows on claims in single texts, F1 in percent."""
    for name, options in EXTRACTION.items():
        gold = shared / "gold" / f"{name}.jsonl"
        found = scored(shared, "extraction.py", gold, "--factcheck", command, *options)
        told = ", ".join(f"{key} {found[key]['F1']}" for key in F1 if key in found)
        yield name, f"F1 of {found['gold']} claims", told


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    parser.add_argument("--factcheck", default=COMMAND, metavar="COMMAND", help="default: this checkout's")
    given = parser.parse_args()
    if not (given.shared / "score").is_dir():
        print(f"{given.shared}: no gold sets there, so nothing is measured")
        return
    os.environ["PYTHONPATH"] = str(ROOT)  # this checkout, whatever is installed
    print(f"{'set':29}{'what':34}score")
    for part in (relations, probes, extraction):
        for name, what, score in part(given.shared.resolve(), given.factcheck):
            print(f"{name:29}{what:34}{score}", flush=True)


if __name__ == "__main__":
    main()
