"""What became of findings between two reports built by hand; first what must not be told as new or fixed."""

from __future__ import annotations

from factcheck.changes import Changes, changes
from factcheck.findings import Failure, Finding, Report, Since, limited
from factcheck.models import Document

from .stories import article, claim, fact, ferry, finding, report, variant


def said(found: Changes) -> list[tuple[str, str | None, str | None]]:
    """Return the state of each change, and the rules of its sides."""
    return [(each.state, each.old and each.old.rule, each.new and each.new.rule) for each in found.changes]


def told(
    figure: str, *, rule: str = "different-figures", label: str = "passengers", decision: str | None = None
) -> Report:
    """Return a report on two articles, of which the second has some figure."""
    one = article("one.txt", "12 passengers were pulled from the water.")
    other = article("other.txt", f"{figure} passengers were pulled from the water.")
    left, right = claim(one, "12 passengers"), claim(other, f"{figure} passengers")
    about = fact(label, "discrepancy", variant(1, "12", (one, left)), variant(2, figure, (other, right)))
    found = finding(about, left, right, rule=rule).model_copy(update={"decision": decision})
    return report((one, other), (left, right), (about,), (found,))


def told_twice(*figures: str) -> Report:
    """Return a report on two articles whose second has several figures, each a fact of its own."""
    one = article("one.txt", "12 passengers were pulled from the water.")
    other = article("other.txt", " ".join(f"{figure} passengers were pulled out." for figure in figures))
    left, rights = claim(one, "12 passengers"), [claim(other, f"{figure} passengers") for figure in figures]
    facts = [
        fact(f"passengers {number}", "discrepancy", variant(1, "12", (one, left)), variant(2, "x", (other, right)))
        for number, right in enumerate(rights)
    ]
    findings = [finding(about, left, right) for about, right in zip(facts, rights, strict=True)]
    return report((one, other), (left, *rights), facts, findings)


def empty(*documents: Document) -> Report:
    return report(documents, (), ())


def test_the_same_report() -> None:
    first, _ = ferry()
    assert changes(first, first) == Changes(changes=(), unchanged=(first.findings[0].id,))


def test_an_article_that_is_no_longer_there() -> None:
    assert said(changes(told("14"), empty(article("one.txt", "Fog.")))) == [("unchecked", "different-figures", None)]


def test_an_article_that_could_not_be_read() -> None:
    failed = empty(article("one.txt", "Fog."), article("other.txt", "Fog."))
    failed = failed.model_copy(update={"failures": (Failure(document="one.txt", stage="extract", message="no"),)})
    assert said(changes(told("14"), failed)) == [("unchecked", "different-figures", None)]


def test_a_report_that_is_limited_on_either_side() -> None:
    whole, elsewhere = told("14"), limited(told("14"), Since(ref="main", documents=("third.txt",)))
    assert said(changes(whole, elsewhere)) == [("unchecked", "different-figures", None)]
    assert said(changes(elsewhere, whole)) == [("unchecked", None, "different-figures")]
    assert not changes(elsewhere, whole).changes[0].fails("warning")


def test_drafts_are_held_against_others_only() -> None:
    whole, drafted = told("14"), empty(*(article(name, "Fog.") for name in ("one.txt", "other.txt", "draft.txt")))
    drafted = drafted.model_copy(update={"drafts": ("draft.txt",)})
    assert said(changes(whole, drafted)) == [("unchecked", "different-figures", None)]
    assert said(changes(drafted, whole)) == [("unchecked", None, "different-figures")]


def test_two_that_could_stand_in_one_place() -> None:
    found = changes(told_twice("14"), told_twice("15", "16"))
    assert [state for state, _, _ in said(found)] == ["new", "changed"]  # the label tells which is meant
    found = changes(told("14", label="x"), told_twice("15", "16"))
    assert [state for state, _, _ in said(found)] == ["new", "new", "fixed"]


def test_new_and_fixed() -> None:
    documents = (article("one.txt", "Fog."), article("other.txt", "Fog."))
    assert said(changes(empty(*documents), told("14"))) == [("new", None, "different-figures")]
    assert said(changes(told("14"), empty(*documents))) == [("fixed", "different-figures", None)]


def test_a_figure_that_was_changed_and_still_differs() -> None:
    found = changes(told("14"), told("15"))
    assert said(found) == [("changed", "different-figures", "different-figures")]
    assert found.changes[0].fails("error")


def test_another_rule_in_the_same_place() -> None:
    found = changes(told("14", label="then"), told("14", rule="far-apart", label="now"))
    assert said(found) == [("changed", "different-figures", "far-apart")]


def test_what_stands_where_a_discrepancy_was() -> None:
    def agreed(each: Finding) -> Finding:
        return each.model_copy(update={"verdict": "agreement", "rule": "same", "id": "0" * 8})

    now = told("12")
    now = now.model_copy(update={"findings": tuple(map(agreed, now.findings))})
    fixed, worse = changes(told("14"), now), changes(now, told("14"))
    assert said(fixed) == [("fixed", "different-figures", "same")]
    assert said(worse) == [("new", "same", "different-figures")]
    assert [fixed.changes[0].fails("warning"), worse.changes[0].fails("warning")] == [False, True]


def test_decisions() -> None:
    opened, dismissed = told("14"), told("14", decision="dismiss")
    found = changes(opened, dismissed)
    assert said(found) == [("restated", "different-figures", "different-figures")]
    assert not found.changes[0].fails("warning")
    assert changes(dismissed, opened).changes[0].fails("warning")
    assert not changes(told("14", decision="accept"), opened).changes[0].fails("warning")
