"""What those counted did or suffered, told in sentences; what must not be read as theirs comes first."""

from __future__ import annotations

import pytest

from factcheck.claims import extract
from factcheck.models import Document


def predicates(text: str) -> list[tuple[str, ...]]:
    """Return the predicates of the counts of a text, in order."""
    claims = extract(Document(id="a", text=text, source="a", story="s"))
    return [claim.predicate for claim in claims if claim.kind == "count"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("The driver, who hit 12 cyclists, was jailed.", [("hit",)], id="what-the-doer-suffered"),
        pytest.param("The blast that injured five sailors happened at noon.", [("injure",)], id="what-happened-when"),
        pytest.param("Divers rescued two sailors and a dog was hurt.", [("rescue",)], id="the-next-clause"),
        pytest.param("Two dead, nine hurt in ferry fire.", [("die",), ("hurt",)], id="its-neighbour's-state"),
        pytest.param("14 wardens, one of whom had resigned, were cleared.", [("clear",), ("resign",)], id="insertion"),
        pytest.param("There were 243 people on the ferry.", [()], id="no-verb-but-being"),
        pytest.param("He faces 8 counts of assault with intent to maim.", [()], id="what-was-intended"),
        pytest.param("Nine counts of assault after a boy was hurt.", [()], id="the-clause-behind-after"),
    ],
)
def test_what_is_another_s_stays_out(text: str, told: list[tuple[str, ...]]) -> None:
    assert predicates(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Police arrested 14 sailors.", [("arrest",)], id="object"),
        pytest.param("Two sailors were promoted.", [("promote",)], id="subject"),
        pytest.param("One nun and four monks were robbed.", [("rob",), ("rob",)], id="coordinated"),
        pytest.param("Nine oars, a sail and 13 ropes were seized.", [("seize",), ("seize",)], id="list"),
        pytest.param("Thirteen sailors, including the captain, are dead.", [("die",)], id="over-an-insertion"),
        pytest.param("The storm left 12 sailors dead.", [("leave", "die")], id="left-dead"),
        pytest.param("Two sailors are in critical condition.", [("critical",)], id="condition"),
        pytest.param("The death toll rose to 12.", [("rise", "die")], id="toll"),
        pytest.param("At least 23 sailors lost their lives.", [("lose", "die")], id="lives"),
        pytest.param("The clinic treated four sailors who were hurt.", [("treat", "hurt")], id="relative-clause"),
        pytest.param("Four shot dead in harbour bar.", [("shoot", "die")], id="shot-dead"),
    ],
)
def test_what_is_told_of_those_counted(text: str, told: list[tuple[str, ...]]) -> None:
    assert predicates(text) == told
