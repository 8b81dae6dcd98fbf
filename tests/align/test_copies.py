"""Who copied whom: what is told independently comes first."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.align.copies import copies
from factcheck.findings import Variant
from factcheck.judge.load import load_rules
from factcheck.models import Document
from factcheck.pipeline import check

load = cache(load_rules)

WIRE = (
    "Fourteen divers were pulled from the sea off Kestrel Bay on Sunday after their boat struck a bank in thick fog.",
    "The lifeboat from Upton reached them within the hour, and all were taken to the cottage hospital for the night.",
    "The skipper, a man from Marlow, is being asked why he had left the harbour though the coastguard warned him.",
)
OWN = (
    "A dive boat ran aground in fog near Kestrel Bay at the weekend.",
    "On Sunday fourteen divers had to be pulled from cold water off Kestrel Bay by the Upton lifeboat, its crew said.",
    "Police want to hear from the skipper.",
)
SPEECH = "“We heard the horn three times and then there was nothing but water and people shouting for their friends,” "


def articles(*texts: str, sources: str = "") -> list[Document]:
    names = sources.split() or [f"s{place}" for place in range(len(texts))]
    told = zip(names, texts, strict=True)
    return [Document(id=f"{n}", text=t, source=name, story="bay") for n, (name, t) in enumerate(told)]


def groups(*texts: str) -> list[int]:
    """Return for each text the first of its copies."""
    return [int(first) for _, first in sorted(copies(articles(*texts)).items())]


def divers(*texts: str, sources: str = "") -> Variant:
    """Return the variant of the fact that tells of the divers."""
    facts = check(articles(*texts, sources=sources), rules=load()).facts
    return next(variant for fact in facts for variant in fact.variants if "ourteen" in variant.display)


# --- what is no copy -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(" ".join(WIRE), " ".join(OWN), id="the-same-news-in-other-words"),
        pytest.param(" ".join(WIRE), f"{WIRE[0]} " + " ".join(OWN) * 2, id="one-sentence-of-a-longer-text"),
        pytest.param(
            f"{OWN[0]} {SPEECH}he said.", f"{OWN[2]} {SPEECH}Ms Kern told us.", id="speech-belongs-to-its-speaker"
        ),
        pytest.param("", " ".join(WIRE), id="nothing"),
        pytest.param("Fog.", "Fog.", id="too-short-to-tell"),
    ],
)
def test_no_copy(left: str, right: str) -> None:
    assert groups(left, right) == [0, 1]


def test_sources_with_words_of_their_own_are_independent() -> None:
    told = divers(" ".join(WIRE), " ".join(OWN))
    assert (len(told.sources), told.independent_sources) == (2, 2)


def test_a_short_sentence_may_meet_by_chance() -> None:
    told = divers(
        "Fourteen divers were rescued on Sunday. " + OWN[0], "Fourteen divers were rescued on Sunday. " + OWN[2]
    )
    assert told.independent_sources == 2


def test_two_sources_that_quote_one_speaker_are_independent() -> None:
    facts = check(articles(f"{OWN[0]} {SPEECH}he said.", f"{OWN[2]} {SPEECH}he said."), rules=load()).facts
    told = [v for fact in facts if fact.kind == "quote" for v in fact.variants]
    assert [v.independent_sources for v in told] == [2]


# --- what is -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(" ".join(WIRE), " ".join(WIRE), id="the-same-text"),
        pytest.param(" ".join(WIRE), "\n\n".join(WIRE).upper(), id="other-case-and-lines"),
        pytest.param(" ".join(WIRE), " ".join(WIRE[:2]), id="cut-at-the-end"),
        pytest.param(" ".join(WIRE), " ".join((OWN[0], *WIRE, OWN[2])), id="with-sentences-added"),
        pytest.param(
            " ".join(WIRE), " ".join(WIRE).replace("Fourteen", "Forty").replace("Sunday", "Monday"), id="edited"
        ),
    ],
)
def test_a_copy(left: str, right: str) -> None:
    assert groups(left, right) == [0, 0]


def test_a_copy_of_a_copy_is_a_copy() -> None:
    assert groups(" ".join(WIRE[:2]), " ".join(OWN), " ".join(WIRE), " ".join(WIRE[1:])) == [0, 1, 0, 0]


def test_reprints_beyond_number() -> None:
    assert set(groups(*(f"{' '.join(WIRE)} Edition {number}." for number in range(100)))) == {0}


def test_agreement_between_copies_counts_once() -> None:
    told = divers(" ".join(WIRE), "\n".join(WIRE), " ".join(OWN))
    assert (len(told.sources), told.independent_sources) == (3, 2)


def test_a_reprinted_passage_in_another_article_counts_once() -> None:
    told = divers(" ".join(WIRE), f"{OWN[0]} {WIRE[0]} {OWN[2]} " + "Nobody at the harbour would speak to us. " * 9)
    assert (len(told.sources), told.independent_sources) == (2, 1)


def test_articles_of_one_source_count_once() -> None:
    told = divers(" ".join(WIRE), " ".join(OWN), sources="Gazette Gazette")
    assert (told.sources, told.independent_sources) == (("Gazette",), 1)
