"""What is linked by a little too little: information between articles, a step lower for a draft and its sources."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck import Document, Finding, check, load_rules

load = cache(load_rules)
DRAFT = "LEEDS - Fifteen officers are being investigated over the death of Ana Roe, 34, police said on Tuesday."
SOURCES = (
    "Police said that they were looking into the conduct of 14 officers after Ana Roe died in custody. She was 35.",
    "Ana Roe, who was 34, died in a cell in Leeds. The watchdog said Monday that 14 officers were under investigation.",
)


def told(*, drafted: bool, draft: str = DRAFT) -> Finding:
    """Return the one discrepancy on the officers, of a draft and its sources or of three articles."""
    mine = Document(id="draft", source="draft", text=draft, story="x")
    others = [Document(id=f"s{at}", source=f"s{at}", text=text, story="x") for at, text in enumerate(SOURCES)]
    found = (check([mine], rules=load(), against=others) if drafted else check([mine, *others], rules=load())).findings
    (one,) = (finding for finding in found if finding.rule == "different-figures")
    return one


def test_what_is_loosely_linked_between_articles_is_information() -> None:
    loose = told(drafted=False)
    assert loose.severity == "info"
    assert any("too little to be sure" in line for line in loose.why)


def test_a_draft_is_warned_of_what_its_sources_tell_though_the_link_is_not_quite_firm() -> None:
    near = told(drafted=True)
    assert near.severity == "warning"
    assert any("a step lower" in line for line in near.why)


@pytest.mark.parametrize("draft", ["Fifteen officers were told of the inquiry into the conduct of the mayor in Leeds."])
def test_a_draft_of_another_thing_is_not_warned(draft: str) -> None:
    with pytest.raises(ValueError, match="not enough values"):
        told(drafted=True, draft=draft)
