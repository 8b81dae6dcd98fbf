"""The edition: where a claim stands in its file, and in which paragraph."""

from __future__ import annotations

import pytest

from factcheck.reports.edition import edition_of
from factcheck.reports.position import Position
from factcheck.settings import FORMATS

from .stories import ferry


def test_region_of_an_article_that_is_a_file() -> None:
    told, documents = ferry()
    edition = edition_of(told, documents)
    region = edition.region(next(claim for claim in told.claims if claim.text == "12 passengers"))
    assert region == ("news/ferry.txt", 2, 1, Position(2, 1, 1, 1), Position(2, 14, 14, 14))


def test_region_without_the_text_has_the_line() -> None:
    told, _ = ferry()
    claim = next(claim for claim in told.claims if claim.text == "12 passengers")
    assert edition_of(told, ()).region(claim) == ("news/ferry.txt", 2, 1, None, None)


def test_region_of_an_article_among_many_is_the_file() -> None:
    told, documents = ferry()
    inside = tuple(document.model_copy(update={"path": "news.jsonl"}) for document in told.documents)
    edition = edition_of(told.model_copy(update={"documents": inside}), documents)
    assert edition.region(told.claims[0]) == ("news.jsonl", None, None, None, None)


def test_passage_is_the_paragraph() -> None:
    told, documents = ferry()
    claim = next(claim for claim in told.claims if claim.text == "12 passengers")
    before, words, after = edition_of(told, documents).passage(claim)
    assert (before, words) == ("Harbour police said\n", "12 passengers")
    assert after.endswith("taken to hospital.")
    assert edition_of(told, ()).passage(claim) == ("", "12 passengers", "")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_renders_with_and_without_the_texts(form: str) -> None:
    from factcheck.reports import render

    told, documents = ferry()
    assert render(form, edition_of(told, documents))
    assert render(form, edition_of(told, ()))
    assert isinstance(render(form, edition_of(told.model_copy(update={"findings": (), "facts": ()}), ())), str)


def test_what_fails_a_check_is_grave_enough_and_not_dismissed() -> None:
    told, documents = ferry()
    (warning,) = told.findings
    assert edition_of(told, documents).fails(warning)
    assert not edition_of(told, documents, fail_on="error").fails(warning)
    assert not edition_of(told, documents).fails(warning.model_copy(update={"decision": "dismiss"}))
    assert not edition_of(told, documents).fails(warning.model_copy(update={"verdict": "compatible"}))


def test_the_claim_in_question_is_that_of_the_draft_else_the_first() -> None:
    told, documents = ferry()
    (found,) = told.findings
    assert [c.document for c in edition_of(told, documents).told(found)] == ["news/buoy.txt", "news/ferry.txt"]
    drafted = edition_of(told.model_copy(update={"drafts": ("news/ferry.txt",)}), documents)
    assert [c.document for c in drafted.told(found)] == ["news/ferry.txt", "news/buoy.txt"]
