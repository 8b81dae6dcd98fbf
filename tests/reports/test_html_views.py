"""What the HTML report shows, before any markup: standing, passages, drawings."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factcheck.findings import Fact, Report
from factcheck.models import Document
from factcheck.reports.edition import Edition, edition_of
from factcheck.reports.html.cards import Desk, fact_card
from factcheck.reports.html.page import page
from factcheck.reports.html.timeline import Timeline, timeline
from factcheck.reports.html.views import Story
from factcheck.reports.standing import standings

from .harbour import NEARLY, figure, harbour, told_by
from .stories import article, claim, fact, finding, report, variant


def story(**changed: Any) -> Story:
    told, documents = harbour()
    (found,) = page(edition_of(told.model_copy(update=changed), documents, exit_code=2)).stories
    return found


def test_facts_lie_where_their_verdict_puts_them() -> None:
    told = story()
    assert [c.label for c in told.cards] == ["sailors were hurt", "“Monday 5 May 2023”"]
    assert [c.label for c in told.compatible] == ["crates lost"]
    assert [c.label for c in told.agreed] == ["when shut"]
    assert [c.label for c in told.dismissed] == ["the pier"]
    assert [fact.display for source in told.alone for fact in source.facts] == ["Monday 5 May 2023"]


def test_what_was_dismissed_counts_no_more() -> None:
    told, _ = harbour()
    findings = tuple(f.model_copy(update={"decision": "dismiss"}) for f in told.findings)
    calm = story(findings=findings)
    assert (calm.errors, calm.warnings, calm.cards) == (0, 0, ())
    assert len(calm.dismissed) == 3


def test_the_source_that_has_most_in_question_has_the_first_column() -> None:
    assert [source.name for source in story().sources] == ["The Wire", "Echo", "Post", "Mail"]


def test_a_draft_comes_first_and_is_called_so() -> None:
    drafted = story(drafts=("post.txt",))
    assert drafted.title == "Fire at the pier, says Post"
    assert [(source.name, source.draft) for source in drafted.sources][:2] == [("Post", True), ("The Wire", False)]
    telling = drafted.cards[0].tellings[0]
    assert (telling.says[0].text, telling.standing, telling.spelt[0].draft) == ("11", "outlier", True)


@pytest.mark.parametrize(
    ("independent", "standing"),
    [((2, 1, 1), ["majority", "outlier", "along"]), ((1, 1, 3), ["apart", "apart", "along"])],
)
def test_only_variants_in_question_make_a_majority(independent: tuple[int, ...], standing: list[str]) -> None:
    documents = [article(f"{n}.txt", f"In all {n} boats sank.") for n in range(3)]
    claims = [claim(document, f"{n} boats") for n, document in enumerate(documents)]
    variants = [
        variant(n + 1, str(n), pair).model_copy(update={"independent_sources": independent[n]})
        for n, pair in enumerate(zip(documents, claims, strict=True))
    ]
    about = fact("boats", "discrepancy", *variants)
    assert list(standings(about, [finding(about, claims[0], claims[1])]).values()) == standing


def test_a_card_begins_with_the_passage_that_its_finding_names() -> None:
    one = article("a.txt", "Some 9 boats sank. Later 9 ships sank.")
    other = article("b.txt", "In all 8 boats sank.")
    first, named, against = claim(one, "9 boats"), claim(one, "9 ships"), claim(other, "8 boats")
    about = fact("boats", "discrepancy", variant(1, "9", (one, first), (one, named)), variant(2, "8", (other, against)))
    found = finding(about, named, against)
    edition = edition_of(report((one, other), (first, named, against), (about,), (found,)), (one, other))
    told, row = fact_card(Desk(edition, {"A": 0, "B": 1}, {about.id: [found]}), about, ["A", "B"])
    nine = next(telling for telling in told.tellings if telling.says[0].text == "9")
    assert "".join(piece.text for piece in nine.spelt[0].words) == "9 ships"
    assert [cell[0].anchor for cell in row.cells] == [nine.spelt[0].anchor, told.tellings[1].spelt[0].anchor]


def test_the_sentence_stands_out_from_its_paragraph() -> None:
    text = "Fog lay on the bay. At noon 9 boats sank. Nobody was hurt."
    one, other = article("a.txt", text), article("b.txt", "At noon 8 boats sank.")
    begin = text.index("At noon")
    nine = claim(one, "9 boats", sentence=(begin, text.index(" Nobody")))
    eight = claim(other, "8 boats")
    about = fact("boats", "discrepancy", variant(1, "9", (one, nine)), variant(2, "8", (other, eight)))
    found = finding(about, nine, eight)
    edition = edition_of(report((one, other), (nine, eight), (about,), (found,)), (one, other))
    told, _ = fact_card(Desk(edition, {"A": 0, "B": 1}, {about.id: [found]}), about, ["A", "B"])
    quote = told.tellings[0].spelt[0]
    assert (quote.lead, quote.before) == ("Fog lay on the bay. ", "At noon ")
    assert (quote.after, quote.trail) == (" sank.", " Nobody was hurt.")


def drawn(*told: tuple[str, str, str, dt.date | None], **more: Any) -> Timeline | None:
    """Return the drawing of figures: source, words, figure, day."""
    documents = [
        told_by(source, f"In all {words} were lost.", day).model_copy(update={"id": f"{number}.txt"})
        for number, (source, words, _, day) in enumerate(told)
    ]
    claims = [figure(d, words, number, **more) for d, (_, words, number, _) in zip(documents, told, strict=True)]
    variants = [variant(n + 1, "x", pair) for n, pair in enumerate(zip(documents, claims, strict=True))]
    about: Fact = fact("lost", "discrepancy", *variants)
    return timeline(dated(report(documents, claims, (about,)), documents), about, {"v1": "majority", "v2": "outlier"})


def dated(told: Report, documents: list[Document]) -> Edition:
    """Return the edition of a report whose documents have their days."""
    days = {document.id: document.published for document in documents}
    sources = tuple(d.model_copy(update={"published": days[d.id]}) for d in told.documents)
    return edition_of(told.model_copy(update={"documents": sources}), documents)


MAY, JUNE = dt.date(2023, 5, 4), dt.date(2023, 6, 1)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param([("A", "8 men", "8", MAY), ("B", "9 men", "9", MAY)], id="one-day"),
        pytest.param([("A", "8 men", "8", MAY), ("B", "8 cats", "8", JUNE)], id="one-figure"),
        pytest.param([("A", "8 men", "8", MAY), ("B", "9 men", "9", None)], id="no-day"),
        pytest.param([("A", "8 men", "8", MAY), ("B", "9 men", "many", JUNE)], id="no-number"),
        pytest.param([("A", "8 men", "8", MAY), ("B", "9 men", "Infinity", JUNE)], id="no-end"),
    ],
)
def test_what_does_not_move_is_not_drawn(told: list[Any]) -> None:
    assert drawn(*told) is None


def test_a_later_figure_lies_to_the_right_and_a_higher_one_above() -> None:
    line = drawn(("A", "8 men", "8", MAY), ("B", "1400 men", "1400", JUNE))
    assert line is not None
    early, late = line.marks
    assert early.x < late.x
    assert early.y > late.y
    assert [tick.label for tick in line.figures] == ["1,400", "8"]
    assert [tick.label for tick in line.days] == ["4 May 2023", "1 Jun 2023"]
    assert [mark.standing for mark in line.marks] == ["majority", "outlier"]
    assert line.told == "4 May 2023: 8 men (A); 1 June 2023: 1400 men (B)"


def test_a_source_that_changes_its_figure_has_a_line() -> None:
    line = drawn(("A", "8 men", "8", MAY), ("A", "9 men", "9", JUNE), ("B", "9 cats", "9", JUNE))
    assert line is not None
    assert len(line.lines) == 1
    assert [mark.label for mark in line.marks] == ["A", "A, B"]


def test_a_bound_is_drawn_as_far_as_it_may_reach() -> None:
    line = drawn(("A", "nearly 8 men", "8", MAY), ("B", "nearly 9 men", "9", JUNE), modifiers=(NEARLY,))
    assert line is not None
    assert all(mark.bar for mark in line.marks)
