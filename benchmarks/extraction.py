"""How fast claims are read from text, beside other readers and beside one regular-expression scan.

    python benchmarks/extraction.py [FILE] [--kilobytes N]

All read the same text in the same run, in one thread; ours ends in pydantic models. A reader that is not
installed is named, not run: `pip install quantulum3 recognizers-text-suite 'emoji<2'` adds them.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # this checkout, whatever is installed

from factcheck.models import Document  # noqa: E402
from factcheck.pipeline import extract  # noqa: E402

NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
    "million billion trillion dozen half third quarter first second"
).split()
MONTHS = "January February March April May June July August September October November December".split()
Reader = Callable[[str], object]


def trie(words: Sequence[str]) -> str:
    """Return a pattern of the words that looks at each letter once."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    ends = branches.pop("", None)
    told = "|".join(letter + trie(rest) for letter, rest in sorted(branches.items()))
    return f"(?:{told}){'?' if ends else ''}" if told else ""


WORDS = trie([*NUMBERS, *map(str.capitalize, NUMBERS), *MONTHS])
SCAN = re.compile(rf"[\s(“‘\"'$£€–—-](?:\d[\d,.]*|{WORDS}\b)")  # " 14"  "£1.2"  "-three"  "(May"


def scan(text: str) -> int:
    """Return how many digits, number words and month names one scan finds: the floor for Python."""
    return len(SCAN.findall(text))


def best(work: Callable[[], object], times: int) -> float:
    """Return the processor seconds of the fastest of some runs."""
    spans = []
    for _ in range(times):
        start = time.process_time()
        work()
        spans.append(time.process_time() - start)
    return min(spans)


def load_dateparser() -> Reader:
    """Return the search for dates of dateparser."""
    search = import_module("dateparser.search").search_dates
    return lambda line: search(line, languages=["en"])


def load_quantulum3() -> Reader:
    """Return the parser of quantulum3."""
    return import_module("quantulum3.parser").parse


def load_recognizers() -> Reader:
    """Return the recognizers for numbers, units and dates, one after the other."""
    number, unit, date = (import_module(f"recognizers_{n}") for n in ("number", "number_with_unit", "date_time"))
    readers = (
        number.recognize_number, number.recognize_ordinal, number.recognize_percentage,
        unit.recognize_currency, unit.recognize_dimension, unit.recognize_age, date.recognize_datetime,
    )  # fmt: skip
    return lambda line: [reader(line, "en-us") for reader in readers]


PEERS = {
    "dateparser.search": load_dateparser,
    "quantulum3": load_quantulum3,
    "recognizers-text": load_recognizers,
}


def spent_by_peer(load: Callable[[], Reader], lines: Sequence[str]) -> float | None:
    """Return the seconds a reader takes for some lines; None where it cannot be imported."""
    try:
        reader = load()
    except ImportError:
        return None
    reader(lines[0])  # its tables are loaded on first use
    return best(lambda: [reader(line) for line in lines], 1)


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, help="a text of your own; else the articles in seeds/")
    parser.add_argument("--kilobytes", type=int, default=60, metavar="N", help="read no more than that")
    given = parser.parse_args()
    warnings.simplefilter("ignore")
    files = [given.file] if given.file else sorted(ROOT.glob("seeds/*/*.txt"))
    text = "\n".join(file.read_text("utf-8") for file in files)
    text = text.encode()[: given.kilobytes * 1000].decode("utf-8", "ignore")
    document, size = Document(id="text", text=text, source="text"), len(text.encode()) / 1e6
    lines = [line for line in text.splitlines() if line.strip()]
    floor, ours = best(lambda: scan(text), 20), best(lambda: extract([document]), 20)
    rows = {"tuned scan": floor, "factcheck": ours}
    rows |= {name: spent_by_peer(load, lines) for name, load in PEERS.items()}
    found = f"the scan finds {scan(text)}, factcheck {len(extract([document]).claims)} claims"
    print(f"{size * 1000:.1f} kB of text: {found}\n")
    print(f"{'reader':20}{'MB/s':>8}{'slower than scan':>20}{'slower than factcheck':>25}")
    for name, spent in rows.items():
        if spent is None:
            print(f"{name:20}  not installed")
            continue
        behind = [f"{spent / other:.1f} x" if spent > other else "·" for other in (floor, ours)]
        print(f"{name:20}{size / spent:8.3f}{behind[0]:>20}{behind[1]:>25}")


if __name__ == "__main__":
    main()
