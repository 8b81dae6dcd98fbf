"""Made-up claims whose facts are known: stories with a day, outlets that tell them in words of their own."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from factcheck.claims.base import Claim
from factcheck.lexicon import mapping, table
from factcheck.models import Document, Span
from factcheck.values.quantity import Quantity

FIRST_DAY = dt.date(2001, 1, 1)
STORIES_A_DAY = 25
CLAIMS_A_STORY = 41.3  # on average
OUTLETS = (2, 6)
FACTS = (8, 14)
TOLD = 0.7  # of the facts of a story, by each outlet
OWN = 3  # facts that an outlet has for itself
NOUNS = 5  # that a story counts
VERBS = 4  # that tell what happened
KEPT = 0.65  # of the words around a figure
ADDED = 4  # words that an outlet adds
OTHER_VERB = 0.1  # of the claims
OTHER_FIGURE = 0.08  # of the claims
OTHER_NOUN = 0.15  # of the claims whose noun has a synonym
UNITS = {"count": None, "money": "GBP", "percent": "%", "measure": "kilometre"}
KINDS = ("count", "count", "count", "money", "percent", "measure")


class Fact(NamedTuple):
    """What a story tells: who did what, how many, and the words around it."""

    id: str
    kind: str
    noun: str
    verb: str
    figure: int
    words: tuple[str, ...]


class Topic(NamedTuple):
    """What a story is about: the nouns, verbs and other words that its facts share."""

    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    words: tuple[str, ...]


class Telling(NamedTuple):
    """A story as its outlets tell it: documents, claims by document, and the fact of each claim."""

    name: str
    documents: tuple[Document, ...]
    claims: dict[str, tuple[Claim, ...]]
    truth: dict[str, str]


@cache
def vocabulary() -> tuple[str, ...]:
    """Return words that no language has."""
    onsets, vowels, codas = "b d f g k l m n p r s t v z".split(), "aeiou", ("l", "m", "n", "r", "sk", "t")
    return tuple("".join(parts) for parts in product(onsets, vowels, onsets, vowels, codas))


@cache
def nouns() -> dict[str, tuple[str, ...]]:
    """Return the nouns that news counts, each with all of its class."""
    classes: dict[str, list[str]] = {}
    for noun, kind, breadth in table("nouns"):
        if breadth == "narrow":
            classes.setdefault(kind, []).append(noun)
    return {noun: tuple(same) for same in classes.values() for noun in same}


@cache
def verbs() -> tuple[str, ...]:
    """Return the lemmas of all verbs."""
    return tuple(sorted(set(mapping("verbs").values())))


def stories(number: int) -> Iterator[Telling]:
    """Yield stories, always the same ones, one at a time."""
    return map(_story, range(number))


def _story(index: int) -> Telling:
    """Return a story: its facts as two to six outlets tell them."""
    rng = random.Random(index)
    about = Topic(
        tuple(rng.sample(tuple(nouns()), NOUNS)), tuple(rng.sample(verbs(), VERBS)), tuple(rng.sample(vocabulary(), 40))
    )
    facts = [_fact(f"{index}.{number}", about, rng) for number in range(rng.randint(*FACTS))]
    documents, claims, truth = [], {}, {}
    for outlet in range(rng.randint(*OUTLETS)):
        own = [_fact(f"{index}.{outlet}.{number}", about, rng) for number in range(OWN)]
        chosen = [*(fact for fact in facts if rng.random() < TOLD), *own]
        rng.shuffle(chosen)
        document, found = _article(f"{index:07}/{outlet}", chosen, rng)
        day = FIRST_DAY + dt.timedelta(days=index // STORIES_A_DAY + rng.randint(0, 2))
        documents.append(document.model_copy(update={"published": day, "story": f"{index:07}"}))
        claims[document.id] = found
        truth.update(zip((claim.id for claim in found), (fact.id for fact in chosen), strict=True))
    return Telling(f"{index:07}", tuple(documents), claims, truth)


def _fact(name: str, about: Topic, rng: random.Random) -> Fact:
    """Return a fact of a story, some of its words the story's own, some from anywhere."""
    words = (*rng.sample(about.words, 5), *rng.sample(vocabulary(), 3))
    figure = rng.choice((rng.randint(2, 9), rng.randint(10, 99), rng.randint(101, 9999)))
    return Fact(name, rng.choice(KINDS), rng.choice(about.nouns), rng.choice(about.verbs), figure, words)


def _article(name: str, facts: list[Fact], rng: random.Random) -> tuple[Document, tuple[Claim, ...]]:
    """Return an article of one sentence a fact, and its claims."""
    lines, claims, at = [], [], 0
    for fact in facts:
        told = _retold(fact, rng)
        line = _sentence(told, rng)
        span = Span(start=at, end=at + len(line))
        claims.append(_claim(f"{fact.id}@{name}", name, told, at + line.index(str(told.figure)), span))
        lines.append(line)
        at += len(line) + 1
    return Document(id=name, text=" ".join(lines), source=name.partition("/")[2]), tuple(claims)


def _retold(fact: Fact, rng: random.Random) -> Fact:
    """Return a fact as an outlet has it: now and then with another noun, verb or figure."""
    noun = rng.choice(nouns()[fact.noun]) if rng.random() < OTHER_NOUN else fact.noun
    verb = rng.choice(verbs()) if rng.random() < OTHER_VERB else fact.verb
    figure = fact.figure + rng.randint(1, 9) if rng.random() < OTHER_FIGURE else fact.figure
    return fact._replace(noun=noun, verb=verb, figure=figure)


def _sentence(fact: Fact, rng: random.Random) -> str:
    """Return a fact in a sentence, some of its words left out and others added."""
    words = [*(word for word in fact.words if rng.random() < KEPT), *rng.sample(vocabulary(), ADDED)]
    rng.shuffle(words)
    middle = len(words) // 2
    opening = " ".join(words[:middle]).capitalize()
    return f"{opening} {fact.figure} {fact.noun} {fact.verb} {' '.join(words[middle:])}."


def _claim(id: str, document: str, fact: Fact, start: int, sentence: Span) -> Claim:
    """Return the claim that a sentence makes."""
    figure, text = str(fact.figure), f"{fact.figure} {fact.noun}"
    value = Quantity(stated=(figure,), low=figure, high=figure, literal=figure, unit=UNITS[fact.kind] or fact.noun)
    return Claim(
        id=id, document=document, kind=fact.kind, text=text, start=start, end=start + len(text), line=1,
        column=start + 1, sentence=sentence, zone="body", subject=fact.noun, predicate=(fact.verb,), value=value,
    )  # fmt: skip
