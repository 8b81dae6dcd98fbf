"""A check holds back the search for cycles of objects, so it must leave none behind: they would stay in memory."""

from __future__ import annotations

import gc
from pathlib import Path

from factcheck import check, load_rules
from factcheck.readers import read

SEEDS = Path(__file__).parents[1] / "seeds"


def test_a_check_leaves_no_cycles() -> None:
    documents, rules = read([str(SEEDS)]).documents, load_rules()
    check(documents, rules=rules)  # tables are read on first use
    gc.collect()
    gc.disable()
    try:
        report = check(documents, rules=rules)
        assert report.claims
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_check_leaves_the_collector_as_it_was() -> None:
    documents, rules = read([str(SEEDS)]).documents, load_rules()
    assert gc.isenabled()
    check(documents, rules=rules)
    assert gc.isenabled()
    gc.disable()
    try:
        check(documents, rules=rules)
        assert not gc.isenabled()
    finally:
        gc.enable()
