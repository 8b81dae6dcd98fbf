"""The Markdown report: short enough for a comment, and the words of articles stay words."""

from __future__ import annotations

import re
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.findings import Report
from factcheck.reports.edition import edition_of
from factcheck.reports.markdown import APART, ROOM, render, words
from factcheck.settings import VERDICTS

from .injections import INJECTIONS, hostile
from .stories import article, claim, fact, finding, newsroom, report, variant

GITHUB = MarkdownIt("gfm-like")


def markdown(told: Report, documents: Any = (), **wanted: Any) -> str:
    return render(edition_of(told, documents, **wanted))


def shape(text: str) -> list[str]:
    """Return the marks of a text in their order, without the words."""

    def marks(tokens: list[Token]) -> list[str]:
        return [part for token in tokens for part in (*([token.type] if token.nesting or not token.children else ()),
                                                      *marks(token.children or []))]  # fmt: skip

    return [mark for mark in marks(GITHUB.parse(text)) if mark not in ("text", "text_special")]


def test_it_reads_as_tables_quotes_and_bold_words() -> None:
    html = GITHUB.render(markdown(*newsroom(), exit_code=2))
    assert "<h2>factcheck: 3 discrepancies</h2>" in html
    assert "<td>boats burned</td>\n<td>14</td>\n<td>14</td>\n<td>≠ about 13</td>" in html
    assert "🔥 At noon <strong>14 boats</strong> burned in the harbour" in html
    assert "“We will <strong>rebuild</strong> the old pier,”" in html
    assert "<code>different-figures</code> · <code>7c3d5ebc</code>" in html


@pytest.mark.parametrize("name", INJECTIONS)
def test_text_of_articles_makes_no_mark(name: str) -> None:
    if not INJECTIONS[name].strip():
        pytest.skip("an empty text leaves out its marks")
    told = markdown(*hostile(INJECTIONS[name]), show=VERDICTS)
    plain = markdown(*hostile("plain words"), show=VERDICTS)
    assert shape(told) == shape(plain)


@pytest.mark.parametrize(
    "text",
    [
        "@all",
        "a@b.example", "met @harbour-desk", "#7", "owner/name#7", "GH-7", "gh-7", "!7", "$7", "~label", "%2", "&3",
        "a1b2c3d",
        "https://x.example", "www.x.example", "//x.example", "mailto:a@b.example", ":tada:", "3768174ab", "^alert#1",
    ],
)  # fmt: skip
def test_nothing_is_linked_or_mentioned(text: str) -> None:
    inert = words(text)
    assert APART in inert
    assert re.sub(f"{APART}|\\\\", "", inert) == text
    assert "<a" not in GITHUB.render(inert)


@pytest.mark.parametrize("text", ["14 officers", "at 10:30", "50% of 1,200", "R&D, it said", "1200000", "2 July"])
def test_plain_words_are_left_as_they_are(text: str) -> None:
    assert words(text).replace("\\", "") == text


@pytest.mark.parametrize(
    "text", ["- a", "1. a", "1) a", "# a", "+ a", "> a", "    a", "---", "===", ": a", "|-|", "* a"]
)
def test_words_begin_no_block(text: str) -> None:
    assert shape(words(text)) == ["paragraph_open", "inline", "paragraph_close"] or shape(words(text)) == [
        "paragraph_open", "paragraph_close",
    ]  # fmt: skip


def test_it_is_cut_behind_the_gravest() -> None:
    documents, claims, facts, findings = [], [], [], []
    for number in range(400):
        one, two = (
            article(f"{number}{d}.txt", f"At last {n} boats sank. " + "It rained. " * 30) for d, n in ("a9", "b8")
        )
        sides = [(one, claim(one, "9 boats")), (two, claim(two, "8 boats"))]
        documents += [one, two]
        claims += [c for _, c in sides]
        facts.append(fact(f"boats {number}", "discrepancy", variant(1, "9", sides[0]), variant(2, "8", sides[1])))
        grave = "error" if number == 399 else "info"
        findings.append(finding(facts[-1], sides[0][1], sides[1][1], severity=grave))  # type: ignore[arg-type]
    text = markdown(report(documents, claims, facts, findings), documents)
    assert len(text) < ROOM + 100
    cases = text.split("\n#### ")[1:]
    assert "**error**" in cases[0]
    assert text.endswith(f"\n… and {400 - len(cases)} findings more, for which there is no room here\n")
