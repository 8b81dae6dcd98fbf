"""Claims are built without a look at their fields: these must be what a look would have made of them."""

from pathlib import Path

import pytest

from factcheck.claims import extract
from factcheck.models import Document

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*/*.txt"))
KINDS = (
    "About 40 km of pipe rose 3% to $1.2m.",
    "Nine of those 14 officers, aged 19 to 24, left at 8.20am on Friday.",
    "It lasted almost 14 days, from 2 July 2019 until April 2024.",
)


@pytest.mark.parametrize("text", [*(file.read_text("utf-8") for file in SEEDS), *KINDS])
def test_a_claim_is_as_if_validated(text: str) -> None:
    for claim in extract(Document(id="text", text=text, source="text")):
        for model in (claim, claim.value):
            validated = type(model).model_validate(model.model_dump())
            assert validated == model
            assert repr(validated) == repr(model)  # the order of the fields is that of the report
