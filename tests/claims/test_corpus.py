"""Each kind against its corpus: texts that must yield nothing, then texts with the claims they hold.

`tests/corpus/<kind>.yaml` has two lists. `silent`: texts without a claim of the kind. `reads`: texts with
all their claims of the kind in order; of a value only the fields named are looked at, and null asks that
a field is absent. A claim without `modifiers` must have no approximator, one without `hedges` no hedge.
A case with `broken` is known to fail, and says why. Where a kind reads the story, ` || ` stands between two articles.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.claims import extract, kinds
from factcheck.claims.base import Claim
from factcheck.models import Document
from factcheck.pipeline import link

CORPUS = Path(__file__).parents[1] / "corpus"
RULES = Path(__file__).parents[2] / "rules"
BETWEEN = " || "
FEWEST = 8  # cases of each sort, so that no kind goes by on one example


def corpus(kind: str) -> dict[str, list[Any]]:
    told: dict[str, list[Any]] = yaml.safe_load((CORPUS / f"{kind}.yaml").read_text(encoding="utf-8"))
    return told


def cases(section: str) -> Iterator[Any]:
    """Yield every case of a section, named after its kind and text."""
    for path in sorted(CORPUS.glob("*.yaml")):
        for listed in corpus(path.stem)[section]:
            case = {"text": listed} if isinstance(listed, str) else listed
            known = [pytest.mark.xfail(strict=True, reason=case["broken"])] if "broken" in case else []
            dated = f", {case['published']}" if "published" in case else ""
            yield pytest.param(path.stem, case, marks=known, id=f"{path.stem}: {case['text'][:60]}{dated}")


def read(kind: str, text: str, published: dt.date | None = None) -> list[Claim]:
    texts = text.split(BETWEEN) if kinds()[kind].reads == "story" else [text]
    documents = [
        Document(id=str(place), text=each, source="case", published=published) for place, each in enumerate(texts)
    ]
    claims = {document.id: extract(document) for document in documents}
    if kinds()[kind].reads == "story":
        claims = link(("case", tuple(documents), claims)).claims
    return [claim for document in documents for claim in claims[document.id] if claim.kind == kind]


def part_of(expected: Any, found: Any) -> Any:
    """Return what was found, cut down to the fields that are expected; an absent field is null."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return {key: part_of(value, found.get(key)) for key, value in expected.items()}
    return found


def approximators(claim: Claim) -> list[str | None]:
    return [modifier.class_ for modifier in claim.modifiers if modifier.type == "approximator"]


def hedges(claim: Claim) -> list[str]:
    return [modifier.canonical for modifier in claim.modifiers if modifier.type == "hedge"]


@pytest.mark.parametrize(("kind", "case"), list(cases("silent")))
def test_yields_nothing(kind: str, case: dict[str, Any]) -> None:
    assert [claim.text for claim in read(kind, case["text"], case.get("published"))] == []


@pytest.mark.parametrize(("kind", "case"), list(cases("reads")))
def test_yields_its_claims(kind: str, case: dict[str, Any]) -> None:
    found = read(kind, case["text"], case.get("published"))
    assert [claim.text for claim in found] == [expected["text"] for expected in case["claims"]]
    for claim, expected in zip(found, case["claims"], strict=True):
        told = claim.value.model_dump(mode="json")
        assert part_of(expected.get("value", {}), told) == expected.get("value", {})
        assert approximators(claim) == expected.get("modifiers", [])
        assert hedges(claim) == expected.get("hedges", [])
        assert claim.subject == expected.get("subject", claim.subject)
        assert case["text"].split(BETWEEN)[int(claim.document)][claim.start : claim.end] == claim.text


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_kind_is_complete(kind: str) -> None:
    """Return without complaint for a kind that has its corpus, its rules and enough cases of each sort."""
    assert (RULES / f"{kind}.yaml").is_file(), f"rules/{kind}.yaml is missing"
    assert (CORPUS / f"{kind}.yaml").is_file(), f"tests/corpus/{kind}.yaml is missing"
    assert list(corpus(kind)) == ["silent", "reads"], "negative cases come first"
    assert all(len(listed) >= FEWEST for listed in corpus(kind).values())


@pytest.mark.parametrize("folder", [CORPUS, RULES], ids=["corpus", "rules"])
def test_nothing_without_a_kind(folder: Path) -> None:
    assert {path.stem for path in folder.glob("*.y*ml")} - {"any"} <= kinds().keys()


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_no_text_is_listed_twice(kind: str) -> None:
    listed = [case["text"] if isinstance(case, dict) else case for case in corpus(kind)["silent"]]
    listed += [f"{case['text']} {case.get('published', '')}" for case in corpus(kind)["reads"]]
    assert sorted(set(listed)) == sorted(listed)
