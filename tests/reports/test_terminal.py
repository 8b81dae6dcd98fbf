"""The terminal report: what an editor sees first, at any width, with any text."""

from __future__ import annotations

import re
from typing import Any

import pytest

from factcheck.findings import Failure, Report
from factcheck.models import Document
from factcheck.reports.columns import width_of
from factcheck.reports.edition import edition_of
from factcheck.reports.terminal import render as render_edition

from .stories import article, claim, fact, ferry, finding, newsroom, report, variant

SOURCES = ("Evening Courier", "Harbour Gazette", "The Lighthouse Weekly", "Nordpost", "東京新聞")
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def render(told: Report, documents: tuple[Document, ...], **wanted: Any) -> str:
    return render_edition(edition_of(told, documents, **wanted))


def lines(told: Report, documents: tuple[Document, ...], *, width: int = 80, exit_code: int = 1) -> list[str]:
    return render(told, documents, width=width, exit_code=exit_code).splitlines()


def crowd() -> tuple[Report, tuple[Document, ...]]:
    """Return a report on many sources with long names, long values, wide characters and long words."""
    documents, facts, claims, findings = [], [], [], []
    for number, source in enumerate(SOURCES * 3):
        text = f"在港口 sailors counted {number} boats " + "and then many more of them " * 6 + "x" * 90
        documents.append(article(f"long/folder/name/{number}/article.txt", text, source=f"{source} {number}"))
        claims.append(claim(documents[-1], f"{number} boats"))
    told = list(zip(documents, claims, strict=True))
    variants = [variant(n, f"{n} boats 東京 {'y' * 70}", told[n], told[-n - 1]) for n in range(7)]
    facts.append(fact("boats counted in the harbour by the sailors " * 3, "discrepancy", *variants))
    names = [v.id for v in variants]
    findings.append(finding(facts[0], *claims[:7], rule="a-rule-with-quite-a-long-name", variants=names))
    failure = Failure(document="bad/" + "z" * 120, stage="read", message="is no text; save it as UTF-8")
    return report(documents, claims, facts, findings, [failure]), tuple(documents)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
@pytest.mark.parametrize("build", [ferry, crowd, newsroom])
def test_no_line_is_wider_than_asked(build: object, width: int) -> None:
    told, documents = build()  # type: ignore[operator]
    for line in lines(told, documents, width=width):
        if not line.startswith("next: "):
            assert width_of(line) <= width, line


def test_whole_report() -> None:
    told, documents = ferry()
    assert render(told, documents, width=100, exit_code=1) == (
        "DISCREPANCY  passengers pulled                               hedged-against-exact  warning  "
        f"{told.findings[0].id}\n"
        "    Buoy  buoy.txt:1:27\n"
        "      …came at noon. ‹Almost 12 passengers› were pulled from the water before dark fell on the bay.\n"
        "  ≠ Ferry Post  ferry.txt:2:1\n"
        "      Harbour police said ‹12 passengers› were pulled from the water, and three were taken to…\n"
        "    why  They differ.\n"
        "\n"
        "  facts              Buoy       Ferry Post\n"
        "✗ passengers pulled  almost 12  12\n"
        "✓ statement at       noon       noon\n"
        "  … and 1 fact told by one source only\n"
        "\n"
        "2 documents · 4 claims · 3 facts: 1 agree, 1 discrepancy, 1 told by one source · exit 1\n"
    )


def test_nothing_to_tell_is_one_line() -> None:
    assert lines(report((), (), ()), (), exit_code=0) == ["0 documents · 0 claims · 0 facts: 0 discrepancies · exit 0"]


def test_gravest_first_then_by_place() -> None:
    one, other = (
        article("a.txt", "Seven men. Eight dogs. Nine cats."),
        article("b.txt", "Six men. Ten dogs. Two cats."),
    )
    facts, findings, claims = [], [], []
    for noun, grave in (("cats", "error"), ("dogs", "error"), ("men", "warning")):
        sides = [(d, claim(d, next(w for w in d.text.split(". ") if noun in w).strip("."))) for d in (one, other)]
        claims += [told for _, told in sides]
        facts.append(fact(noun, "discrepancy", variant(1, "x", sides[0]), variant(2, "y", sides[1])))
        findings.append(finding(facts[-1], *claims[-2:], severity=grave))  # type: ignore[arg-type]
    heads = [
        line.split()[1]
        for line in lines(report((one, other), claims, facts, findings), (one, other))
        if line[:4] == "DISC"
    ]
    assert heads == ["dogs", "cats", "men"]


def test_findings_on_one_fact_share_a_head_and_its_passages() -> None:
    documents = [article(f"{n}.txt", f"In all {n} boats sank.") for n in range(3)]
    told = [(d, claim(d, f"{n} boats")) for n, d in enumerate(documents)]
    about = fact("boats", "discrepancy", *(variant(n + 1, f"{n} boats", t) for n, t in enumerate(told)))
    claims = [c for _, c in told]
    pairs = [(0, 1), (0, 2), (1, 2)]
    found = [
        finding(about, claims[a], claims[b], variants=(f"v{a + 1}", f"v{b + 1}"), rule=rule)
        for (a, b), rule in zip(pairs, ("different", "different", "rounded-badly"), strict=True)
    ]
    shown = lines(report(documents, claims, [about], found), tuple(documents))
    text = "\n".join(shown)
    assert text.count("DISCREPANCY") == 1
    assert text.count("‹1 boats›") == 1
    assert shown[0].endswith("+1")
    assert "rounded-badly" in shown[1]
    assert [line[2] for line in shown if ".txt:" in line] == [" ", "≠", "≠"]
    assert text.count("They differ.") == 1


def test_a_variant_shows_two_claims_of_two_documents_and_counts_the_rest() -> None:
    one = article("a.txt", "9 boats sank. Yes, 9 ships sank. Truly 9 hulls sank.")
    other, third = article("b.txt", "All 9 vessels sank."), article("c.txt", "Only 8 boats sank.")
    many = [(one, claim(one, w)) for w in ("9 boats", "9 ships", "9 hulls")] + [(other, claim(other, "9 vessels"))]
    against = (third, claim(third, "8 boats"))
    about = fact("boats", "discrepancy", variant(1, "9", *many), variant(2, "8", against))
    claims = [c for _, c in (*many, against)]
    told = report((one, other, third), claims, [about], [finding(about, claims[0], claims[-1])])
    passages = [line for line in lines(told, (one, other, third)) if ".txt:" in line]
    assert ["a.txt" in passages[0], "b.txt" in passages[1], "c.txt" in passages[2]] == [True] * 3
    assert [line.endswith("  +2 more") for line in passages] == [False, True, False]


def test_a_long_quotation_shows_the_word_that_was_changed() -> None:
    opening = "we have looked at all of this with the greatest care and for a very long time indeed "
    texts = [
        f"“{opening}and we {verb} to reopen the bridge before the winter storms arrive”" for verb in ("hope", "plan")
    ]
    documents = tuple(article(f"{n}.txt", text) for n, text in enumerate(texts))
    told = [(d, claim(d, d.text.strip("“”"))) for d in documents]
    about = fact("bridge", "discrepancy", variant(1, "hope", told[0]), variant(2, "plan", told[1]))
    found = finding(about, told[0][1], told[1][1])
    passages = [
        line for line in lines(report(documents, [c for _, c in told], [about], [found]), documents) if "›" in line
    ]
    assert "hope" in passages[0]
    assert "plan" in passages[1]


def test_a_source_in_two_variants_shows_both() -> None:
    one, other = article("a.txt", "At 9 or 10 it left."), article("b.txt", "At 9 it left.")
    nine, ten, again = (one, claim(one, "9")), (one, claim(one, "10")), (other, claim(other, "9"))
    about = fact("it left at", "compatible", variant(1, "9", nine, again), variant(2, "10", ten))
    shown = lines(report((one, other), [c for _, c in (nine, ten, again)], [about]), (one, other))
    assert shown[1].split() == ["≈", "it", "left", "at", "9", "/", "10", "9"]


def test_each_of_a_few_stories_has_its_own_table_and_silent_stories_none() -> None:
    told, documents = ferry()
    fire, smoke, calm = (
        article(f"{name}.txt", "Two homes.", story=s)
        for name, s in (("fire", "fire"), ("smoke", "fire"), ("calm", "calm"))
    )
    sides = [(d, claim(d, "Two homes")) for d in (fire, smoke, calm)]
    homes = fact("homes", "agreement", variant(1, "two", *sides[:2]), story="fire")
    alone = fact("homes", "single_source", variant(1, "two", sides[2]), story="calm")
    every = (*documents, fire, smoke, calm)
    both = report(every, (*told.claims, *(c for _, c in sides)), (*told.facts, homes, alone), told.findings)
    shown = lines(both, every)
    headings = [line.strip("─ ") for line in shown if line.startswith("──")]
    assert headings == ["ferry · 2 articles", "fire · 2 articles"]
    assert "✓ homes  two   two" in shown


def test_sources_that_copy_are_told_where_they_are_spelt_out() -> None:
    told, documents = ferry()
    pulled, *others = told.facts
    two = pulled.variants[0].model_copy(update={"sources": ("Buoy", "Ferry Post"), "independent_sources": 1})
    copied = pulled.model_copy(update={"variants": (two, pulled.variants[1])})
    shown = lines(told.model_copy(update={"facts": (copied, *others)}), documents)
    assert "  ≠ Ferry Post  ferry.txt:2:1  (2 sources, 1 independent)" in shown
    assert not [line for line in lines(told, documents) if "independent" in line]


def test_article_text_cannot_steer_the_terminal() -> None:
    evil = article("e\x1b[2J.txt", "Some \x1b[31m9 boats\u202e sank.", source="Ev\x1bil")
    good = article("g.txt", "Some 8 boats sank.")
    sides = [(evil, claim(evil, "9 boats\u202e")), (good, claim(good, "8 boats"))]
    about = fact("bo\x07ats", "discrepancy", variant(1, "9\x1b", sides[0]), variant(2, "8", sides[1]))
    found = finding(about, *(c for _, c in sides), why="be\x1bcause")
    failure = Failure(document="\x1b]0;x", stage="read", message="no\x9b")
    text = render(report((evil, good), [c for _, c in sides], [about], [found], [failure]), (evil, good), exit_code=2)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_colour_changes_nothing_but_colour() -> None:
    told, documents = ferry()
    coloured = render(told, documents, color=True, exit_code=1)
    assert ANSI.search(coloured)
    assert ANSI.sub("", coloured) == render(told, documents, exit_code=1)


def test_compatible_findings_are_spelt_out_on_demand() -> None:
    told, documents = ferry()
    softer = told.model_copy(
        update={"findings": tuple(f.model_copy(update={"verdict": "compatible"}) for f in told.findings)}
    )
    assert "›" not in render(softer, documents, exit_code=0)
    assert "\n  ≈ Ferry Post  ferry.txt" in render(softer, documents, show=("compatible",), exit_code=0)


def test_without_the_texts_a_passage_is_its_claim() -> None:
    told, _ = ferry()
    assert "      ‹Almost 12 passengers›" in lines(told, ())


def many(stories: int, sources: int) -> tuple[Report, tuple[Document, ...]]:
    """Return a report on stories of which the first has a discrepancy, and each an agreement of all sources."""
    documents, claims, facts, findings = [], [], [], []
    for story in map(str, range(stories)):
        told = []
        for number in range(sources):
            boats = 9 if number == 0 and story == "0" else 8
            document = article(
                f"{story}/{number}.txt", f"{boats} boats, 5 men.", source=f"Source {number}", story=story
            )
            told.append((document, claim(document, f"{boats} boats"), claim(document, "5 men")))
        documents += [document for document, _, _ in told]
        claims += [c for _, boats, men in told for c in (boats, men)]
        sides = [(document, boats) for document, boats, _ in told]
        if story == "0":
            facts.append(
                fact("boats", "discrepancy", variant(1, "9", sides[0]), variant(2, "8", *sides[1:]), story=story)
            )
            findings.append(finding(facts[-1], sides[0][1], sides[1][1]))
        facts.append(fact("men", "agreement", variant(1, "5", *((d, m) for d, _, m in told)), story=story))
    return report(documents, claims, facts, findings), tuple(documents)


def test_of_many_stories_only_those_with_a_case_are_told() -> None:
    told, documents = many(5, 3)
    shown = lines(told, documents)
    assert [line for line in shown if line.startswith("──")] == ["── 0 · 3 articles " + "─" * 62]
    assert "✗ boats  ≠ 9       8         8" in shown
    assert "15 documents in 5 stories, 1 with a discrepancy · 30 claims" in shown
    assert "  … and 1 fact that agrees" in shown


def test_agreements_are_counted_where_they_are_many_and_listed_on_demand() -> None:
    one, other = (article(f"{name}.txt", "".join(f"{n} boats. " for n in range(40))) for name in "ab")
    sides = [[(d, claim(d, f"{n} boats.")) for d in (one, other)] for n in range(40)]
    agreed = [fact(f"boats {n}", "agreement", variant(1, str(n), *side)) for n, side in enumerate(sides)]
    told = report((one, other), [c for side in sides for _, c in side], agreed)
    shown = lines(told, (one, other), exit_code=0)
    assert sum(line.startswith("✓") for line in shown) == 12
    assert "  … and 28 facts that agree" in shown
    whole = render(told, (one, other), show=("agreement",), exit_code=0).splitlines()
    assert sum(line.startswith("✓") for line in whole) == 40


def test_facts_that_many_sources_tell_are_listed_by_variant() -> None:
    shown = lines(*many(1, 15))
    assert shown[shown.index("✗ boats") + 1 :][:3] == [
        "    9  Source 0",
        "    8  Source 1, Source 10, Source 11, Source 12, Source 13, Source 14 +8",
        "✓ men: 5  Source 0, Source 1, Source 10, Source 11, Source 12, Source 13 +9",
    ]


def test_long_cells_begin_before_they_part_ways() -> None:
    opening = "we have looked at all of this with the greatest care and we"
    one, other = (article(f"{verb}.txt", f"“{opening} {verb} to go”") for verb in ("hope", "plan"))
    sides = [(d, claim(d, d.text.strip("“”"))) for d in (one, other)]
    about = fact("go", "discrepancy", *(variant(n, side[1].text, side) for n, side in enumerate(sides)))
    shown = lines(report((one, other), [c for _, c in sides], [about]), (one, other))
    assert "✗ go     …care and we hope to go  …care and we plan to go" in shown


def test_a_dismissed_fact_says_so() -> None:
    told, documents = ferry()
    (found,) = told.findings
    shown = lines(told.model_copy(update={"findings": (found.model_copy(update={"decision": "dismiss"}),)}), documents)
    assert not any(line.startswith("DISCREPANCY") for line in shown)
    assert any(line.startswith("✗ passengers pulled (dismissed)") for line in shown)


def test_a_passage_says_who_is_quoted() -> None:
    told, documents = newsroom()
    assert "    The Gazette  gazette.md:2:2  — Ann Lee" in lines(told, documents)


def test_the_passage_of_a_draft_comes_first() -> None:
    told, documents = ferry()
    for draft in documents:
        shown = render(told.model_copy(update={"drafts": (draft.id,)}), documents).splitlines()
        assert shown[1].startswith(f"    {draft.source}  ")
