"""What differs at one place of a sentence that two texts tell in the same words, and what else may differ there."""

from __future__ import annotations

import pytest

from factcheck import Document, check, load_rules


def told(left: str, right: str, *days: str | None) -> list[str]:
    """Return rule and severity of each discrepancy between two texts, as if each came out on its day."""
    documents = [
        Document.model_validate({"id": str(place), "text": text, "source": str(place), "story": "s", "published": day})
        for place, (text, day) in enumerate(zip((left, right), days or (None, None), strict=True))
    ]
    found = check(documents, rules=load_rules()).findings
    return sorted(f"{finding.rule} {finding.severity}" for finding in found if finding.verdict == "discrepancy")


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        pytest.param(
            "It was the second child to die.", "It was the third child to die.", (None, None), id="a-row-in-few-words"
        ),
        pytest.param(
            "The storm shut most harbours, the coastguard said on Monday.",
            "The storm shut most harbours, the coastguard said on Tuesday.",
            ("2024-03-04", "2024-03-05"),
            id="said-on-two-days-that-are-known",
        ),
        pytest.param(
            "Besides the 300 that hit Leeds, at least 130 more shells were stopped, the council said.",
            "Besides the 97 that hit Leeds, 99 more shells were stopped, the council said.",
            (None, None),
            id="on-top-of-two-figures",
        ),
        pytest.param(
            "The boats of the fleet caught 12 sharks off Leeds.",
            "Roe said that 14 were off Leeds with the boats of the fleet.",
            (None, None),
            id="other-words",
        ),
        pytest.param(
            "At least 20 sailors were held after the raid on the mill.",
            "At least 24 sailors were held after the raid on the mill.",
            ("2024-03-04", "2024-03-05"),
            id="a-bound-raised-a-day-later",
        ),
        pytest.param(
            "Roe Mills made a net profit of $8.2m or so, with a potential net profit of $29.9m or so before tax.",
            "Roe Mills told a net profit of $8.2m or so, with a potential net profit of $29.9m or so before tax.",
            (None, None),
            id="two-places-that-are-alike",
        ),
    ],
)
def test_other_words_figures_or_days_explain_it(left: str, right: str, days: tuple[str | None, str | None]) -> None:
    assert told(left, right, *days) == []


def test_a_day_beside_figures_that_are_others_may_be_another_day() -> None:
    left = "The firm sold 40 boats and made £3m in the summer, it said on Monday."
    right = "The firm sold 56 boats and made £4m in the summer, it said on Tuesday."
    assert told(left, right) == ["different-figures error", "money-different-figures info"]


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        pytest.param(
            "Police caught the gunman who shot seven in a raid on the mill.",
            "Police caught the gunman who shot six in a raid on the mill.",
            "different-figures error",
            id="a-count-of-nothing-named",
        ),
        pytest.param(
            "The bank said on Wednesday it would buy the bonds of the mill.",
            "The bank said on Thursday it would buy the bonds of the mill.",
            "dates-differ error",
            id="the-day-of-one-statement",
        ),
        pytest.param(
            "One of the vans at the mill appears to have been stolen.",
            "Two of the vans at the mill appear to have been stolen.",
            "different-figures error",
            id="one-of-a-group",
        ),
        pytest.param(
            "The blast left over 50 others missing in the mine, the council said.",
            "The blast left over 60 others missing in the mine, the council said.",
            "bound-moved warning",
            id="two-bounds",
        ),
        pytest.param(
            "The mill lent the mayor of the town £40,000 for the new pier of the harbour in the third month of war.",
            "The mill lent the mayor of the town £40,000 for the new pier of the harbour in the fourth month of war.",
            "ordinal-different-figures error",
            id="a-row-in-many-words",
        ),
    ],
)
def test_one_place_of_one_sentence_is_one_thing(left: str, right: str, found: str) -> None:
    assert told(left, right) == [found]


def test_a_figure_told_twice_is_changed_once() -> None:
    text = "Six sailors were held at the mill. Roe, of Leeds, said in court that six sailors came by boat to the pier."
    changed = text.replace("Six", "Seven")
    assert told(text, changed) == ["different-figures error"]
