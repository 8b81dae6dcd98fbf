"""How often the speaker of a direct quotation is found, on articles whose attributions were marked by hand.

    python benchmarks/speakers.py [FILE] [--shared DIR] [--show N]

A quotation counts from three words on. Its speaker is right where the name or pronoun that was found overlaps
the source marked for words that the quotation overlaps. Precision is over the quotations for which a speaker is
given, recall over the marked attributions that hold quotation marks and have a source. The marked articles are
no part of the project; where they are absent, nothing is measured and the exit code is 0.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # this checkout, whatever is installed

from factcheck.claims import extract  # noqa: E402
from factcheck.claims.base import Claim  # noqa: E402
from factcheck.claims.quote import Quote  # noqa: E402
from factcheck.models import Document  # noqa: E402

LEAST_WORDS = 3
QUOTED = re.compile(r"“([^“”]+)|\"([^\"]+)|''((?:[^']|'(?!'))+)")  # the words between marks
Spans = Sequence[Sequence[int]]


def overlap(spans: Spans, start: int, end: int) -> bool:
    """Return whether a stretch shares a code point with any of some spans."""
    return any(first < end and start < last for first, last in spans)


def marked(text: str, record: dict[str, Any]) -> bool:
    """Return whether an attribution has a source, and quotes three words or more."""
    said = " ".join(text[first:last] for first, last in record["content"])
    long = any(len(hit.group().split()) >= LEAST_WORDS for hit in QUOTED.finditer(said))
    return bool(record["has_quote_marks"] and record["source"] and long)


def quotations(text: str) -> list[Claim]:
    """Return the quotations of a text from three words on."""
    found = extract(Document(id="text", text=text, source="text"))
    return [claim for claim in found if isinstance(claim.value, Quote) and len(claim.text.split()) >= LEAST_WORDS]


def right(claim: Claim, attributions: Sequence[dict[str, Any]]) -> bool:
    """Return whether the speaker given for a quotation is the source of an attribution that it overlaps."""
    said = claim.attribution
    if said is None or said.start is None or said.end is None:
        return False
    about = [told for told in attributions if overlap(told["content"], claim.start, claim.end)]
    return any(overlap(told["source"], said.start, said.end) for told in about)


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", type=Path, help="JSON lines with a text and its attributions")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print that many mistakes")
    given = parser.parse_args()
    path = given.file or given.shared / "gold" / "attributions_dev.jsonl"
    if not path.is_file():
        print(f"{path}: no marked articles there, so nothing is measured")
        return
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    named = correct = sought = found = 0
    mistakes: list[tuple[str, str, int, int]] = []
    for record in records:
        text, attributions = record["text"], record["attributions"]
        claims = quotations(text)
        given_to = [claim for claim in claims if claim.attribution]
        good = [claim for claim in given_to if right(claim, attributions)]
        named, correct = named + len(given_to), correct + len(good)
        wrong = [claim for claim in given_to if claim not in good]
        mistakes += [("wrong", repr(c.attribution and c.attribution.speaker), c.start, c.end) for c in wrong]
        for told in (told for told in attributions if marked(text, told)):
            hit = any(right(claim, [told]) for claim in claims if overlap(told["content"], claim.start, claim.end))
            sought, found = sought + 1, found + hit
            if not hit:
                source = " … ".join(text[first:last] for first, last in told["source"])
                mistakes.append(("missed", source, told["content"][0][0], told["content"][-1][1]))
        for sort, speaker, start, end in mistakes[: given.show]:
            context = f"{text[max(0, start - 160) : start]}‹{text[start:end]}›{text[end : end + 120]}"
            print(f"{sort}: {speaker} | {' '.join(context.split())}")
        given.show, mistakes = max(0, given.show - len(mistakes)), []
    precision, recall = correct / named if named else 0.0, found / sought if sought else 0.0
    mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"{'articles':>10}{'marked':>10}{'found':>10}{'given':>10}{'right':>10}{'P':>8}{'R':>8}{'F1':>8}")
    print(f"{len(records):10}{sought:10}{found:10}{named:10}{correct:10}{precision:8.3f}{recall:8.3f}{mean:8.3f}")


if __name__ == "__main__":
    main()
