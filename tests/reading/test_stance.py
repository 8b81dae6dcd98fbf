"""Which negations reach a figure: those of its own clause that deny it."""

import pytest

from factcheck.claims import extract
from factcheck.models import Document


def denied(text: str) -> list[bool]:
    claims = extract(Document(id="case", text=text, source="case"))
    return [any(modifier.type == "negation" for modifier in claim.modifiers) for claim in claims]


@pytest.mark.parametrize(
    "text",
    [
        "There is no doubt the 14 boats sank.",
        "She pleaded not guilty on 12 counts.",
        "They did not fish because 14 boats sank.",
        "The crews went without pay for 35 days.",
        "Not only 14 boats sank.",
    ],
)
def test_reaches_no_figure(text: str) -> None:
    assert denied(text) == [False]


@pytest.mark.parametrize(
    "text", ["The fire did not hurt 14 guests.", "They sailed without two of the ships.", "It never sank 14 boats."]
)
def test_denies_a_figure(text: str) -> None:
    assert denied(text) == [True]
