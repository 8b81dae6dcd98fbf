"""How soon the HTML report of many findings is written, opens in a browser, and is filtered.

    python benchmarks/pages.py [--findings N] [--again N] [--browser PATH]

The findings are made up: each a figure that three outlets print, one of them another; a third of them on several days,
so that they are drawn. Seconds in the browser are those
of its own clock, from the start of navigation; the best of several runs. Where there is no browser or no Playwright,
only the writing is timed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # this checkout, whatever is installed

from factcheck.claims.base import Claim  # noqa: E402
from factcheck.findings import Fact, Finding, Report, SourceDocument, Summary, Variant  # noqa: E402
from factcheck.judge.load import load_rules  # noqa: E402
from factcheck.models import Document, Span, content_id  # noqa: E402
from factcheck.reports.edition import Edition, edition_of  # noqa: E402
from factcheck.values.quantity import Quantity  # noqa: E402

OUTLETS = ("Gazette", "Courier", "Echo")
A_STORY = 10  # findings
MOVING = 3  # one story in so many is told on several days, so that its figures are drawn
NOUNS = ("homes", "boats", "pupils", "trains", "goats", "letters", "bridges", "nurses", "trees", "votes")
SENTENCE = "The council said {} {} were counted along the northern shore before the storm came in from the sea. "
AROUND = "Nobody had expected the water to rise so early in the year, and the harbour stayed shut until the evening. "
LOADED = "() => performance.getEntriesByType('navigation')[0].loadEventEnd / 1000"
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000"
FILTERED = """([name, value]) => new Promise((done) => {
  const begun = performance.now(), field = document.forms.filters.elements[name];
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => done((performance.now() - begun) / 1000))))
    .observe(document.querySelector("output"), { childList: true, characterData: true, subtree: true });
})"""


def edition(findings: int, a_story: int) -> Edition:
    """Return a report with so many discrepancies, so many to a story, and its texts."""
    documents: list[Document] = []
    claims: list[Claim] = []
    facts, found = [], []
    for first in range(0, findings, a_story):
        numbers = range(first, min(first + a_story, findings))
        papers = [paper(first // a_story, outlet, numbers) for outlet in range(len(OUTLETS))]
        documents += papers
        for number in numbers:
            told = [claim(text, number, outlet) for outlet, text in enumerate(papers)]
            claims += told
            facts.append(fact(papers[0].story or "", number, told))
            found.append(finding(facts[-1], told))
    summary = Summary(documents=len(documents), claims=len(claims), facts=len(facts), agreement=0, compatible=0,
                      discrepancy=len(facts), single_source=0)  # fmt: skip
    report = Report(documents=tuple(map(named, documents)), claims=tuple(claims), facts=tuple(facts),
                    findings=tuple(found), failures=(), summary=summary)  # fmt: skip
    return edition_of(report, documents, rules=load_rules().rules(), exit_code=1)


def figure(number: int, outlet: int) -> str:
    """Return what an outlet prints: the last one always another figure."""
    return str(number * 7 % 900 + 20 + (outlet == len(OUTLETS) - 1))


def paper(story: int, outlet: int, numbers: range) -> Document:
    """Return the article of one outlet: a paragraph for each fact."""
    told = (AROUND + SENTENCE.format(figure(n, outlet), NOUNS[n % len(NOUNS)]) + AROUND for n in numbers)
    day = 1 + outlet if story % MOVING == 0 else 1
    return Document(
        id=f"{story}-{outlet}.txt", path=f"{story}-{outlet}.txt", text="\n\n".join(told), source=OUTLETS[outlet],
        title=f"Storm number {story}", published=dt.date(2024, 1, day), story=f"storm-{story}",
    )  # fmt: skip


def claim(document: Document, number: int, outlet: int) -> Claim:
    """Return the claim of one fact in an article."""
    noun, printed = NOUNS[number % len(NOUNS)], figure(number, outlet)
    sentence = SENTENCE.format(printed, noun).strip()
    first = document.text.index(sentence)
    start = document.text.index(f"{printed} {noun}", first)
    value = Quantity(stated=(printed,), low=printed, high=printed, literal=printed, unit=noun[:-1])
    return Claim(
        id="c" + content_id(document.id, str(number), length=12), document=document.id, kind="count",
        text=f"{printed} {noun}", start=start, end=start + len(f"{printed} {noun}"), line=1, column=1,
        sentence=Span(start=first, end=first + len(sentence)), zone="body", subject=noun[:-1], predicate=("count",),
        value=value,
    )  # fmt: skip


def fact(story: str, number: int, told: list[Claim]) -> Fact:
    """Return a fact of which the last outlet prints another figure."""
    sides = [(told[:-1], OUTLETS[:-1]), (told[-1:], OUTLETS[-1:])]
    variants = tuple(
        Variant(id=f"v{n}", display=side[0].value.model_dump()["literal"], claims=tuple(c.id for c in side),
                sources=tuple(sorted(sources)), independent_sources=len(sources))
        for n, (side, sources) in enumerate(sides, start=1)
    )  # fmt: skip
    label = f"{NOUNS[number % len(NOUNS)]} counted"
    return Fact(id="f" + content_id(story, str(number), length=12), story=story, kind="count", label=label,
                variants=variants, verdict="discrepancy")  # fmt: skip


def finding(about: Fact, told: list[Claim]) -> Finding:
    """Return what a rule says of a fact: now grave, now less."""
    grave = int(about.id[1:], 16) % 3
    return Finding(
        id=content_id(about.id), rule=("different-figures", "hedged-against-exact", "two-digits-swapped")[grave],
        verdict="discrepancy", severity=("error", "warning", "info")[grave], fact=about.id,  # type: ignore[arg-type]
        claims=(told[0].id, told[-1].id), variants=("v1", "v2"), message="They differ.",
        why=("The figures of one fact differ by more than rounding, hedges or bounds explain.",
             "linked because both tell of “count”; the words next to the figures are 80% alike"),
    )  # fmt: skip


def named(document: Document) -> SourceDocument:
    """Return a document as a report names it."""
    told = document.model_dump(exclude={"text"})
    return SourceDocument(**told, text_sha256=hashlib.sha256(document.text.encode()).hexdigest())


def opened(browser: Any, page: Path) -> tuple[float, ...]:
    """Return the seconds to the first paint and to the load event, the processor seconds of the page's own thread
    up to then, and the seconds of the first filter and of a search for words."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    meter = tab.context.new_cdp_session(tab)
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    tab.goto(page.as_uri(), wait_until="load")
    tab.wait_for_timeout(500)
    busy = {told["name"]: told["value"] for told in meter.send("Performance.getMetrics")["metrics"]}["TaskDuration"]
    seconds = tab.evaluate(PAINTED), tab.evaluate(LOADED), busy
    first = tab.evaluate(FILTERED, ["severity", "warning"])
    words = tab.evaluate(FILTERED, ["text", "goats courier"])
    tab.close()
    return *seconds, first, words


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--findings", type=int, default=5_000, metavar="N")
    parser.add_argument("--again", type=int, default=3, metavar="N", help="runs, of which the best is told")
    parser.add_argument("--browser", default=shutil.which("chromium") or shutil.which("google-chrome"), metavar="PATH")
    given = parser.parse_args()
    heads = ("findings", "stories", "written", "megabytes", "painted", "loaded", "cpu", "filtered", "searched")
    print(("{:>10}" * len(heads)).format(*heads))
    with tempfile.TemporaryDirectory() as folder:
        for a_story in (A_STORY, given.findings):
            page = Path(folder) / f"{a_story}.html"
            written, size = write(page, edition(given.findings, a_story), given.again)
            row = f"{given.findings:>10,}{-(-given.findings // a_story):>10,}{written:>10.2f}{size:>10.1f}"
            print(row + "".join(f"{seconds:>10.2f}" for seconds in in_browser(page, given.browser, given.again)))


def write(page: Path, told: Edition, again: int) -> tuple[float, float]:
    """Write a page; return the seconds that its rendering takes, and its size in megabytes."""
    from factcheck.reports.html import render

    best = float("inf")
    for _ in range(again):
        begun = time.perf_counter()
        text = render(told)
        best = min(best, time.perf_counter() - begun)
    page.write_text(text, "utf-8")
    return best, len(text.encode()) / 1e6


def in_browser(page: Path, path: str | None, again: int) -> tuple[float, ...]:
    """Return the best of what a browser takes; nothing where there is none."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return ()
    if path is None:
        return ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        runs = [opened(browser, page) for _ in range(again)]
        browser.close()
    return tuple(map(min, zip(*runs, strict=True)))


if __name__ == "__main__":
    main()
