"""Where a market stood; first what is none."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck.align.facts import days_of, link_story
from factcheck.claims import extract
from factcheck.judge.load import load_rules
from factcheck.models import Document
from factcheck.pipeline import check

MONDAY, TUESDAY = dt.date(2022, 5, 2), dt.date(2022, 5, 3)
ROSE, FELL = "Shares in Roe Mills rose 2.4 percent.", "Shares in Roe Mills fell 2.4 percent."


def is_linked(left: str, right: str, *days: dt.date | None, drafts: tuple[str, ...] = ()) -> bool:
    """Return whether the change that two articles tell is one fact."""
    documents = [
        Document(id=f"d{place}", text=text, source=f"s{place}", published=day)
        for place, (text, day) in enumerate(zip((left, right), days, strict=True))
    ]
    linked = link_story("story", documents, {each.id: extract(each) for each in documents}, days_of(documents, drafts))
    return any(fact.kind == "change" and len(fact.cluster.mentions) > 1 for fact in linked)


@pytest.mark.parametrize(
    ("left", "right", "days", "drafts"),
    [
        pytest.param(ROSE, FELL, (MONDAY, MONDAY), (), id="of-one-day"),
        pytest.param(ROSE, FELL, (MONDAY, None), (), id="of-an-unknown-day"),
        pytest.param(ROSE, FELL, (MONDAY, TUESDAY), ("d1",), id="a-draft-is-of-no-day"),
        pytest.param(ROSE, ROSE, (MONDAY, TUESDAY), (), id="it-did-the-same"),
        pytest.param(
            ROSE.replace("t.", "t on Monday."),
            FELL.replace("t.", "t on Monday."),
            (MONDAY, TUESDAY),
            (),
            id="of-a-named-day",
        ),
        pytest.param(
            "Theft in Roe Mills rose 2.4 percent.",
            "Theft in Roe Mills fell 2.4 percent.",
            (MONDAY, TUESDAY),
            (),
            id="no-market",
        ),
    ],
)
def test_compared(left: str, right: str, days: tuple[dt.date | None, ...], drafts: tuple[str, ...]) -> None:
    assert is_linked(left, right, *days, drafts=drafts)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(ROSE, FELL, id="by-its-verb"),
        pytest.param("Shares in Roe Mills were up 2.4 percent.", FELL, id="by-where-it-stood"),
        pytest.param("The Leeds index gained 2.4 percent.", "The Leeds index slipped 2.4 percent.", id="an-index"),
        pytest.param("The yield added five basis points.", "The yield slid five basis points.", id="a-yield"),
        pytest.param("Bullion rose 0.3 percent in Leeds.", "Bullion dipped 0.3 percent in Leeds.", id="bullion"),
        pytest.param("Leeds shares inched up 2%.", "Leeds shares ticked down 2%.", id="by-their-particle"),
    ],
)
def test_of_two_days_a_market_may_rise_and_fall(left: str, right: str) -> None:
    assert is_linked(left, right, MONDAY, MONDAY)
    assert not is_linked(left, right, MONDAY, TUESDAY)


def test_futures_of_two_months_are_of_two_days_too() -> None:
    rose, fell = "Brent for May settlement rose 33 cents.", "Brent for June settlement fell 33 cents."
    assert not is_linked(rose, fell, MONDAY, TUESDAY)


def severities(left: str, right: str, *days: dt.date | None, drafts: int = 0) -> list[str]:
    """Return how weighty the discrepancies are between two articles, or between a draft and an article."""
    documents = [
        Document(id=f"d{place}", text=text, source=f"s{place}", story="story", published=day)
        for place, (text, day) in enumerate(zip((left, right), days, strict=True))
    ]
    report = check(documents[: drafts or None], rules=load_rules(), against=documents[drafts:] if drafts else ())
    return [finding.severity for finding in report.findings if finding.verdict == "discrepancy"]


CLOSED = "Shares in Roe Mills of Leeds closed up {} percent on the exchange, in line with the market."
STOOD = "Shares in Roe Mills of Leeds slipped {} percent after Reyes cut the stock to sell from neutral."


@pytest.mark.parametrize(
    ("text", "days", "drafts"),
    [
        pytest.param(CLOSED, (MONDAY, MONDAY), 0, id="a-day-closes-once"),
        pytest.param(STOOD, (MONDAY, None), 0, id="of-an-unknown-day"),
        pytest.param(STOOD, (MONDAY, MONDAY), 1, id="a-draft-is-of-no-moment"),
        pytest.param("Thefts in Leeds fell {} percent after Reyes cut the fees of the old market.",
                     (MONDAY, MONDAY), 0, id="no-market"),
    ],
)  # fmt: skip
def test_weighs_fully(text: str, days: tuple[dt.date | None, ...], drafts: int) -> None:
    assert severities(text.format("1.5"), text.format("1.7"), *days, drafts=drafts) == ["error"]


def test_a_price_that_moves_is_told_for_information() -> None:
    assert severities(STOOD.format("1.5"), STOOD.format("1.7"), MONDAY, MONDAY) == ["info"]


def test_prices_of_two_days_are_two() -> None:
    assert not severities(STOOD.format("1.5"), STOOD.format("1.7"), MONDAY, TUESDAY)
