"""How many slips in one figure are reported, made on purpose in real articles.

    python benchmarks/slips.py [--shared DIR] [--most N] [--show]

Of the first table, two articles of a story print one figure of a fact in different sentences. In one of them the figure
is changed as a typing hand changes it: 14 becomes 15, 1,204 becomes 1,325, Monday becomes Tuesday. Reported is the slip
where a discrepancy names it. The facts are those that the linking itself has found, so what it never links is not asked
for, and not every change leaves a contradiction (people speak on more than one day). Of the second, a draft is the copy
of an article with one figure changed, whatever it is of, and is checked against the article; the stamps of pages, which
are no facts, are among them. The articles are no part of the project: they belong to their publishers. Where they are
absent, nothing is measured and the exit code is 0.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # this checkout, whatever is installed

from factcheck.align.figures import agreement  # noqa: E402
from factcheck.align.mention import Mention  # noqa: E402
from factcheck.claims import extract  # noqa: E402
from factcheck.claims.base import Claim  # noqa: E402
from factcheck.judge.load import load_rules  # noqa: E402
from factcheck.judge.rules import RuleBook  # noqa: E402
from factcheck.models import Document  # noqa: E402
from factcheck.pipeline import judge_linked, link  # noqa: E402
from factcheck.readers import read  # noqa: E402

KINDS = ("age", "count", "date", "duration", "measure", "money", "ordinal", "percent", "score")
SEEN = ("plain", "rare", "small", "day", "dated", "clock")  # agreements that one slip undoes
COPIED = 0.85  # share of the stems from which two sentences are one text
SMALL = 20  # below it a slip is one more, above it a tenth more
TENTH = 1.1
YEAR = re.compile(r"(?:19|20)\d\d")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_DAY = re.compile(rf"\b(?:{'|'.join(DAYS)})\b")
_DIGITS = re.compile(r"(?<![\d,.:])\d[\d,]*(?:\.\d+)?(?![\d:])")
_WORD = re.compile(rf"\b(?:{'|'.join(NUMBERS[:-1])})\b", re.IGNORECASE)

Claims = dict[str, tuple[Claim, ...]]  # by document


class Place(NamedTuple):
    """A claim whose figure another article of its story prints too."""

    story: str
    claim: Claim


def slipped(text: str) -> str | None:
    """Return a text with another figure, None for one without a figure that can slip.

    >>> [slipped(text) for text in ("14 officers", "$1,204", "Two men", "on Sunday", "dozens")]
    ['15 officers', '$1,325', 'Three men', 'on Monday', None]
    """
    for pattern, other in ((_DAY, _next_day), (_DIGITS, _more), (_WORD, _next_word)):
        if found := pattern.search(text):
            return text[: found.start()] + other(found[0]) + text[found.end() :]
    return None


def _next_day(day: str) -> str:
    return DAYS[(DAYS.index(day) + 1) % len(DAYS)]


def _more(printed: str) -> str:
    """Return digits that are a little more, of a year one less, printed alike."""
    whole, _, part = printed.replace(",", "").partition(".")
    if part:
        return f"{float(f'{whole}.{part}') * TENTH:.{len(part)}f}"
    value = int(whole)
    other = value - 1 if YEAR.fullmatch(printed) else value + 1 if value < SMALL else int(value * TENTH) + 1
    return f"{other:,}" if "," in printed else str(other)


def _next_word(word: str) -> str:
    other = NUMBERS[NUMBERS.index(word.lower()) + 1]
    return other.capitalize() if word[0].isupper() else other


def places(story: str, documents: Sequence[Document], claims: Claims) -> Iterator[Place]:
    """Yield the claims of a story whose figure one more article prints, in a sentence of its own."""
    for linked in link((story, tuple(documents), claims)).linked:
        told = [mention for mention in linked.cluster.mentions if not mention.facet]
        if linked.kind in KINDS and len({mention.figure for mention in told}) == 1:
            yield from (Place(story, mention.claim) for mention in told if _is_told_elsewhere(mention, told))


def _is_told_elsewhere(mention: Mention, told: Sequence[Mention]) -> bool:
    """Return whether others tell a figure, none of them in the same words, and its own article only here."""
    others = [other for other in told if other.claim.document != mention.claim.document]
    copied = any(
        len(mention.stems & other.stems) > COPIED * max(1, min(len(mention.stems), len(other.stems)))
        for other in others
    )
    once = len(told) - len(others) == 1
    return once and not copied and any(agreement(mention, other) in SEEN for other in others)


def in_copy(place: Place, documents: Sequence[Document], claims: Claims, rules: RuleBook) -> str:
    """Return what an article says of a draft that is its copy but for a figure that has slipped."""
    home = next(document for document in documents if document.id == place.claim.document)
    draft = home.model_copy(update={"id": f"draft of {home.id}", "source": "draft"})
    copied = place.claim.model_copy(update={"document": draft.id})
    told = (Place(place.story, copied), (home, draft), {home.id: claims[home.id], draft.id: ()}, rules)
    return verdict(*told, drafts=frozenset((draft.id,)))


def verdict(
    place: Place,
    documents: Sequence[Document],
    claims: Claims,
    rules: RuleBook,
    drafts: frozenset[str] = frozenset(),
) -> str:
    """Return what a story says of a figure that has slipped: "reported", "compatible", or "silent"."""
    claim = place.claim
    text = slipped(claim.text) or claim.text
    home = next(document for document in documents if document.id == claim.document)
    changed = home.model_copy(update={"text": home.text[: claim.start] + text + home.text[claim.end :]})
    told = tuple(changed if document is home else document for document in documents)
    read_anew = {**claims, home.id: extract(changed)}
    at = {
        other.id
        for other in read_anew[home.id]
        if other.start < claim.start + len(text) and other.end > claim.start and other.kind != "quote"
    }
    judged = judge_linked(link((place.story, told, read_anew), drafts), rules=rules, drafts=drafts)
    said = {finding.verdict for finding in judged.findings if not at.isdisjoint(finding.claims)}
    return "reported" if "discrepancy" in said else "compatible" if "compatible" in said else "silent"


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--most", type=int, default=600, metavar="N", help="slips to make, drawn from all by their id")
    parser.add_argument("--show", action="store_true", help="print those that are not reported")
    given = parser.parse_args()
    corpus = given.shared / "corpus" / "stories_dev.jsonl"
    if not corpus.exists():
        print(f"{corpus} is not there: nothing to measure")
        return
    stories: dict[str, list[Document]] = defaultdict(list)
    for document in read([str(corpus)]).documents:
        stories[document.story or ""].append(document)
    claims = {document.id: extract(document) for told in stories.values() for document in told}
    of = {name: {document.id: claims[document.id] for document in told} for name, told in stories.items()}
    rules = load_rules()
    apart = [place for name, told in stories.items() for place in places(name, told, of[name])]
    copied = [Place(name, claim) for name, told in of.items() for each in told.values() for claim in each]
    copied = [place for place in copied if place.claim.kind in KINDS]
    for title, found, judged in (("told in other words", apart, verdict), ("in a copy", copied, in_copy)):
        drawn = sorted(found, key=lambda place: crc32(place.claim.id.encode()))
        drawn = [place for place in drawn if slipped(place.claim.text)][: given.most]
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for place in drawn:
            said = judged(place, stories[place.story], of[place.story], rules)
            counts[place.claim.kind][said] += 1
            if given.show and said != "reported":
                print(f"{place.claim.kind:9} {said:11} {place.story} {place.claim.document}: {place.claim.text!r}")
        print_table(title, counts)


def print_table(title: str, counts: dict[str, Counter[str]]) -> None:
    """Print how many slips of each kind are reported."""
    print(f"{title}\n{'kind':9}{'slips':>7}{'reported':>10}{'compatible':>12}{'silent':>8}{'share':>8}")
    for kind, told in [*sorted(counts.items()), ("all", sum(counts.values(), Counter()))]:
        total = told.total()
        columns = (("reported", 10), ("compatible", 12), ("silent", 8))
        row = "".join(f"{told[said]:>{width}}" for said, width in columns)
        print(f"{kind:9}{total:>7}{row}{told['reported'] / max(1, total):>8.2f}")


if __name__ == "__main__":
    main()
