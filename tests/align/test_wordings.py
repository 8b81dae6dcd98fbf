"""Which word of a sentence that a draft has from its source is another there, and which differences are none."""

from __future__ import annotations

from collections import defaultdict

import pytest

from factcheck import Document, check, load_rules
from factcheck.lexicon import mapping, table

SOURCE = "The ferry was shut when the storm came to Leeds in the night, Ana Roe said in court."


def told(source: str, draft: str) -> list[tuple[str, ...]]:
    """Return rule and words of each discrepancy between a draft and its source."""
    documents = [Document(id=name, text=text, source=name) for name, text in (("source", source), ("draft", draft))]
    report = check(documents[1:], against=documents[:1], rules=load_rules())
    words = {claim.id: claim.text for claim in report.claims}
    found = [finding for finding in report.findings if finding.verdict == "discrepancy"]
    return [(finding.rule, *sorted(words[claim] for claim in finding.claims)) for finding in found]


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param(SOURCE, id="a-copy"),
        pytest.param(SOURCE.replace("Leeds", "Léeds"), id="an-accent"),
        pytest.param(SOURCE.replace("ferry", "boat"), id="another-noun"),
        pytest.param(SOURCE.replace("Leeds", "the town"), id="a-name-told-otherwise"),
        pytest.param(SOURCE + " The ferry was shut when the storm came to York in the night, Ana Roe said.", id="more"),
        pytest.param("Ana Roe said that York was hit by a storm in the night.", id="words-of-its-own"),
    ],
)
def test_other_words_are_no_slip(draft: str) -> None:
    assert told(SOURCE, draft) == []


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        (SOURCE.replace("Leeds", "York"), ("wording-name", "to Leeds in", "to York in")),
        (SOURCE.replace("was shut", "was not shut"), ("wording-turned-round", "was not shut when", "was shut when")),
        (SOURCE.replace("shut", "opened"), ("wording-turned-round", "was opened when", "was shut when")),
        (SOURCE.replace("night", "morning"), None),
    ],
    ids=["a-place", "a-denial", "an-opposite", "a-word-of-no-set"],
)
def test_one_word_of_a_copied_sentence_is_told(draft: str, found: tuple[str, ...] | None) -> None:
    assert told(SOURCE, draft) == ([found] if found else [])


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("accepted", "rejected"),
        ("confirmed", "denied"),
        ("accelerated", "delayed"),
        ("widened", "narrowed"),
        ("surveyed monthly", "surveyed weekly"),
    ],
)
def test_opposites_of_what_was_decided_are_told(source: str, draft: str) -> None:
    sentence = "The council of the town {} the works at the bridge in the spring."
    assert [rule for rule, *_ in told(sentence.format(source), sentence.format(draft))] == ["wording-turned-round"]


def test_every_set_of_opposites_has_two_sides() -> None:
    outcomes = {group for _, _, group in table("outcomes")}
    sides = defaultdict(set)
    for _, name, side in table("opposites"):
        sides[name].add(side)
    assert [name for name, told in sides.items() if len(told) < 2 and name not in outcomes] == []


def test_no_opposite_is_an_outcome_too() -> None:
    lemmas = {lemma for lemma, _, group in table("outcomes") if group != "direction"}
    forms = lemmas | {form for form, lemma in mapping("verbs").items() if lemma in lemmas}
    assert [word for word, *_ in table("opposites") if word in forms] == []
