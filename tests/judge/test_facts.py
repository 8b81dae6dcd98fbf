"""What is said of the claims of a fact, and of which nothing is."""

from __future__ import annotations

import pytest

from factcheck import check, load_rules
from factcheck.models import Document


def discrepancies(*texts: str) -> list[str]:
    """Return the rules by which some articles of one story are at odds."""
    documents = [Document(id=f"d{n}", source=f"s{n}", story="fire", text=text) for n, text in enumerate(texts)]
    found = check(documents, rules=load_rules()).findings
    return [finding.rule for finding in found if finding.verdict == "discrepancy"]


@pytest.mark.parametrize("hedge", ["Almost", "More than"])
def test_a_writer_need_not_hedge_a_figure_twice(hedge: str) -> None:
    first, second = f"{hedge} 38 homes were flooded in Leeds.", "38 homes were flooded in Leeds."
    assert discrepancies(first, second)
    assert not discrepancies(f"{first} The river fell. {second}")


def test_where_a_reported_quarter_ends_is_no_day_of_an_event() -> None:
    told = "Output of the Leeds mills rose in the three months to {}."
    assert not discrepancies(told.format("31 December"), told.format("30 September"))
    assert discrepancies("The Leeds mills were shut on 31 December.", "The Leeds mills were shut on 30 September.")
