"""Where a market stood; first what is none."""

from __future__ import annotations

import datetime as dt

import pytest

from factcheck.align.facts import days_of, link_story
from factcheck.claims import extract
from factcheck.models import Document

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
    ],
)
def test_of_two_days_a_market_may_rise_and_fall(left: str, right: str) -> None:
    assert is_linked(left, right, MONDAY, MONDAY)
    assert not is_linked(left, right, MONDAY, TUESDAY)


def test_futures_of_two_months_are_of_two_days_too() -> None:
    rose, fell = "Brent for May settlement rose 33 cents.", "Brent for June settlement fell 33 cents."
    assert not is_linked(rose, fell, MONDAY, TUESDAY)
