"""A report limited to what touches documents that have changed."""

from __future__ import annotations

from factcheck.findings import Since, limited

from .stories import ferry


def test_a_fact_is_no_graver_than_what_is_left_of_its_findings() -> None:
    report, _ = ferry()
    one, other = (Since(ref="main", documents=(name,)) for name in ("news/ferry.txt", "elsewhere.txt"))
    assert limited(report, one).findings == report.findings
    assert limited(report, other).facts == ()
    bare = limited(report.model_copy(update={"findings": ()}), one)
    assert {fact.verdict for fact in bare.facts} == {"single_source"}
    assert bare.summary.discrepancy == 0
