"""How fast claims are read from text, beside other readers and beside one regular-expression scan.

    python benchmarks/extraction.py [FILE] [--kilobytes N]

Everything reads the same text in the same run, in one thread. Ours ends in pydantic models. Readers that
are not installed are named, not run: `pip install quantulum3 recognizers-text-suite` adds them.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # this checkout, whatever is installed

from factcheck.claims import extract
from factcheck.models import Document

NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "trillion dozen half third quarter first second"
).split()
MONTHS = "January February March April May June July August September October November December".split()
TEMPLATES = (
    "{hedge} {count} {people} were {done} after the fire at the {town} {place} on {day}.",
    "{part} of those {count} {people} were from {town}, the county said.",
    "The repairs will cost {hedge} £{money}m, {rise}% more than in {year}.",
    "“We were given {days} days to leave the {place},” said {name}, {age}, who has lived there since {year}.",
    "The {place} had stood empty between {year} and {later}, and its owners had asked twice for help.",
    "Nobody at the company wanted to speak about it, and its lawyers did not return our calls.",
    "An inquiry opens on {date} {month} and is to report in {days} weeks.",
    "Neighbours had complained for a long time about the smoke, the noise and the lorries at night.",
    "Insurers expect claims of $1.{rise}bn, and {rise}% of the cover runs out in {month} {later}.",
    "The {place} lies {money} miles from {town}, on the road that floods whenever the river is high.",
    "{name} called the answer of the council “too little for {count} {people}, and too late”.",
    "It was the {age}th fire of its sort in the county, and the brigade has asked for more engines.",
)
WORDS = {
    "people": ("officers", "residents", "nurses", "passengers", "workers", "divers"),
    "done": ("rescued", "injured", "evacuated", "questioned", "treated"),
    "town": ("Marlow", "Fairhaven", "Oldbridge", "Kestrel Bay", "Upton", "Harrow Hill"),
    "place": ("warehouse", "harbour", "school", "station", "hospital", "market hall"),
    "day": ("Monday", "Tuesday", "Wednesday", "Friday", "Sunday"),
    "name": ("Jane Roe", "Omar Field", "Anna Penn", "Tom Marsh", "Ruth Vale"),
    "month": MONTHS,
}
RANGES = {
    "count": (12, 980), "part": (2, 11), "money": (2, 90), "rise": (2, 9), "days": (3, 21), "age": (24, 79),
    "year": (1999, 2016), "later": (2017, 2024), "date": (1, 28),
}  # fmt: skip
HEDGES = ("Some", "Almost", "At least", "About", "Nearly", "More than", "Up to")


def articles(number: int, per_story: int = 5) -> list[Document]:
    """Return made-up articles, always the same ones: `per_story` outlets tell a story with its figures."""
    told = []
    for index in range(number):
        story, outlet = divmod(index, per_story)
        facts, style = random.Random(story), random.Random(f"{story} {outlet}")
        lines = [f"Fire in {facts.choice(WORDS['town'])}: what is known"]
        for _ in range(2):
            slots: dict[str, object] = {name: facts.choice(words) for name, words in WORDS.items()}
            slots |= {name: facts.randint(*ends) for name, ends in RANGES.items()}
            for template in style.sample(TEMPLATES, len(TEMPLATES) - 2):
                line = template.format(**slots, hedge=style.choice(HEDGES))
                lines.append(line[0].upper() + line[1:])
        text = "\n".join(lines) + "\n"
        told.append(Document(id=f"{story}/{outlet}", text=text, source=f"Outlet {outlet}", story=f"s{story}"))
    return told


def trie(words: Sequence[str]) -> str:
    """Return a pattern of the words that looks at each letter once."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    ends = branches.pop("", None)
    return f"(?:{'|'.join(a + trie(b) for a, b in sorted(branches.items()))}){'?' * bool(ends)}" if branches else ""


SCAN = re.compile(
    rf"[\s(“‘\"'$£€–—-](?:\d[\d,.]*|{trie([*NUMBERS, *map(str.capitalize, NUMBERS), *MONTHS])}\b)"
)


def scan(text: str) -> int:
    """Return how many digits, number words and month names one scan finds: the floor for Python."""
    return len(SCAN.findall(text))


def best(work: Callable[[], object], times: int = 3) -> float:
    """Return the seconds of the fastest of some runs."""
    spans = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spans.append(time.perf_counter() - start)
    return min(spans)


def _recognizers(line: str) -> None:
    for module, names in (("number_with_unit", "currency dimension temperature age"), ("date_time", "datetime")):
        package = import_module(f"recognizers_{module}")
        for name in names.split():
            getattr(package, f"recognize_{name}")(line, "en-us")
    package = import_module("recognizers_number")
    for name in ("number", "ordinal", "percentage"):
        getattr(package, f"recognize_{name}")(line, "en-us")


def peers() -> dict[str, Callable[[str], object] | None]:
    """Return what reads one line, by name; None for a reader that cannot be imported."""
    found: dict[str, Callable[[str], object] | None] = {}
    for name, module, reader in (
        ("dateparser.search", "dateparser.search", lambda m: lambda line: m.search_dates(line, languages=["en"])),
        ("quantulum3", "quantulum3.parser", lambda m: m.parse),
        ("recognizers-text", "recognizers_suite", lambda m: _recognizers),
    ):
        try:
            found[name] = reader(import_module(module))
        except ImportError:
            found[name] = None
    return found


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, help="a text; without it, made-up articles")
    parser.add_argument("--kilobytes", type=int, default=60, help="how much of the text is read")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    text = given.file.read_text("utf-8") if given.file else "\n".join(d.text for d in articles(200))
    text = text.encode()[: given.kilobytes * 1000].decode("utf-8", "ignore")
    size, document = len(text.encode()) / 1e6, Document(id="text", text=text, source="text")
    lines = [line for line in text.splitlines() if line.strip()]
    floor, ours = best(lambda: scan(text), 9), best(lambda: extract(document), 5)
    print(f"{size * 1000:.0f} kB of text, {scan(text)} hits of the scan, {len(extract(document))} claims\n")
    print(f"{'reader':20}{'MB/s':>9}{'seconds':>10}{'scan is faster':>17}{'factcheck is faster':>22}")
    rows: list[tuple[str, float | None]] = [("tuned scan", floor), ("factcheck", ours)]
    for name, read in peers().items():
        rows.append((name, best(lambda read=read: [read(line) for line in lines], 1) if read else None))
    for name, spent in rows:
        print(f"{name:20}" + (f"{size / spent:9.3f}{spent:10.3f}{spent / floor:15.1f} x{spent / ours:20.1f} x"
                              if spent else "  not installed"))  # fmt: skip


if __name__ == "__main__":
    main()
