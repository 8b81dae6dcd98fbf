"""How fast whole checks are and how much memory they take, beside limits taken in the same run.

    python benchmarks/speed.py [--articles N] [--jobs N]

The articles are made up from the templates below, always the same ones: five outlets tell each story with
its figures and hedges of their own. Whole checks run as processes of their own, as a shell would run them.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from extraction import MONTHS, ROOT, best, load_dateparser, scan

from factcheck.claims import extract
from factcheck.models import Document

OUTLETS = 5
HEDGES = ("Some", "Almost", "At least", "About", "Nearly", "More than", "Up to")
WORDS = {
    "people": ("officers", "residents", "nurses", "passengers", "workers", "divers"),
    "done": ("rescued", "injured", "evacuated", "questioned", "treated"),
    "town": ("Marlow", "Fairhaven", "Oldbridge", "Kestrel Bay", "Upton", "Harrow Hill"),
    "place": ("warehouse", "harbour", "school", "station", "hospital", "market hall"),
    "day": ("Monday", "Tuesday", "Wednesday", "Friday", "Sunday"),
    "name": ("Jane Roe", "Omar Field", "Anna Penn", "Tom Marsh", "Ruth Vale"),
    "month": tuple(MONTHS),
}
ENDS = {
    "count": (12, 980), "part": (2, 11), "money": (2, 90), "rise": (2, 9), "days": (3, 21), "age": (24, 79),
    "year": (1999, 2016), "later": (2017, 2024), "date": (1, 28),
}  # fmt: skip
FIGURES = (
    "{hedge} {count} {people} were {done} after the fire at the {town} {place} on {day}.",
    "{part} of those {count} {people} came from {town}, the county said.",
    "The repairs will cost {hedge} £{money}m, {rise}% more than in {year}.",
    "“We were given {days} days to leave the {place},” said {name}, {age}, who moved here in {year}.",
    "The {place} had stood empty between {year} and {later}, and its owners had asked for help twice.",
    "An inquiry opens on {date} {month} and is to report in {days} weeks.",
    "The {place} lies {money} miles from {town}, on the road along the river.",
)
REST = (
    "Nobody at the company wanted to speak about it, and its lawyers did not return our calls.",
    "Neighbours had complained for a long time about the smoke, the noise and the lorries at night.",
    "The mayor of {town} thanked the crews, and promised that the {place} would open again.",
    "{name} called the answer of the council “too little, and too late for the {people}”.",
    "What set off the blaze is not known, and the brigade would not guess before the ruin is cold.",
    "Shops in {town} stayed shut, buses took another way, and the bridge was closed to lorries.",
    "Some of the {people} spent the night with friends, others in the hall of the church.",
)


LAUNCH = """if True:
    import resource, subprocess, sys, time
    start = time.perf_counter()
    code = subprocess.run([sys.executable, *sys.argv[1:]], stdout=subprocess.DEVNULL).returncode
    print(code, time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""  # a process of little memory: what it starts would begin with the peak of ours


def articles(number: int) -> list[Document]:
    """Return made-up articles; those of one story share their figures."""
    told = []
    for index in range(number):
        story, outlet = divmod(index, OUTLETS)
        facts, style = random.Random(story), random.Random(f"{story}/{outlet}")
        lines = ["Two fires: what is known"]
        for _ in range(2):
            slots: dict[str, object] = {name: facts.choice(words) for name, words in WORDS.items()}
            slots |= {name: facts.randint(*ends) for name, ends in ENDS.items()}
            chosen = style.sample((*FIGURES, *REST), 11)
            told_here = (line.format(**slots, hedge=style.choice(HEDGES)) for line in chosen)
            lines += [line[0].upper() + line[1:] for line in told_here]
        name = f"Outlet {outlet}"
        told.append(Document(id=f"{story}/{outlet}", text="\n".join(lines), source=name, story=f"fires {story}"))
    return told


def process(*arguments: str) -> tuple[float, float]:
    """Return the seconds and the peak megabytes of an interpreter. Raises RuntimeError when it fails."""
    launched = [sys.executable, "-S", "-c", LAUNCH, *arguments]
    code, spent, peak = subprocess.run(launched, cwd=ROOT, capture_output=True, text=True).stdout.split()
    if code not in ("0", "1"):
        raise RuntimeError(f"{arguments} exited {code}")
    return float(spent), float(peak) * (1 if sys.platform == "darwin" else 1024) / 1e6


def factcheck(*arguments: str) -> tuple[float, float]:
    """Return the seconds and the peak megabytes of a factcheck command."""
    return process("-c", "from factcheck.cli import main; main()", *arguments)


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=600, metavar="N")
    parser.add_argument("--jobs", default="1", metavar="N", help="as in factcheck check")
    given = parser.parse_args()
    told = articles(given.articles)
    texts = [document.text for document in told]
    size = sum(len(text.encode()) for text in texts) / 1e6
    few = "\n".join(texts).encode()[:20_000].decode("utf-8", "ignore")
    search = load_dateparser()
    dates = best(lambda: [search(line) for line in few.splitlines()], 1) * size * 1e6 / len(few.encode())
    floor = best(lambda: [scan(text) for text in texts], 5)
    read = best(lambda: [extract(document) for document in told], 1)
    bare = min(process("-c", "pass") for _ in range(5))
    start, seeds = (min(factcheck(*a) for _ in range(5)) for a in (("--help",), ("check", "seeds")))
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "corpus.jsonl")
        corpus.write_text("".join(document.model_dump_json(exclude={"path"}) + "\n" for document in told), "utf-8")
        whole = factcheck("check", str(corpus), "--jobs", given.jobs, "--format", "json", "--output", f"{folder}/r")
    rows = (
        ("reading claims", f"{size / read:.3f} MB/s", read / floor, f"tuned scan, {size / floor:.1f} MB/s"),
        ("", "", read / dates, f"dateparser.search, {size / dates:.3f} MB/s on 20 kB"),
        ("whole check", f"{whole[0]:.2f} s", whole[0] / floor, f"tuned scan, {floor:.4f} s"),
        ("peak memory", f"{whole[1]:.0f} MB", whole[1] / bare[1], f"bare interpreter, {bare[1]:.0f} MB"),
        ("factcheck --help", f"{start[0]:.3f} s", start[0] / bare[0], f"bare interpreter, {bare[0]:.3f} s"),
        ("check of seeds/", f"{seeds[0]:.3f} s", seeds[0] / bare[0], f"bare interpreter, {bare[0]:.3f} s"),
    )
    print(f"{len(told)} articles, {size:.2f} MB, jobs: {given.jobs}\n")
    print(f"{'measured':18}{'':>12}{'times':>10}  the limit")
    for name, value, ratio, limit in rows:
        print(f"{name:18}{value:>12}{ratio:10.2f}  {limit}")


if __name__ == "__main__":
    main()
