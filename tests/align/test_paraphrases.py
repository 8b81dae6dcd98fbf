"""One fact told in two wordings is found by its figures, two that sound alike are kept apart: paraphrases.yaml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from factcheck import Document, check, load_rules

load = cache(load_rules)
PAIRS = yaml.safe_load(Path(__file__).with_name("paraphrases.yaml").read_text(encoding="utf-8"))


def verdicts(texts: list[str]) -> set[str]:
    """Return what is said of two texts, taken for articles on one story."""
    documents = [Document(id=f"d{at}", source=f"s{at}", text=text, story="x") for at, text in enumerate(texts)]
    return {finding.verdict for finding in check(documents, rules=load()).findings}


@pytest.mark.parametrize("texts", PAIRS["apart"], ids=" / ".join)
def test_two_facts_are_kept_apart(texts: list[str]) -> None:
    assert "discrepancy" not in verdicts(texts)


@pytest.mark.parametrize("texts", PAIRS["differ"], ids=" / ".join)
def test_one_fact_in_two_wordings_is_found(texts: list[str]) -> None:
    assert "discrepancy" in verdicts(texts)
