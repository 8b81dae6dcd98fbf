"""Which documents tell one story: what they say of themselves, else content and date of publication."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..models import Document
from .blocks import Pair, meetings
from .topics import Terms, Topic, likeness, topics

WINDOW = 31  # days between two articles that may be one story
NEAR = 7  # days within which less likeness is asked for
ALIKE = {"near": 0.22, "far": 0.35, "undated": 0.25}  # likeness of two articles that are one story
TOGETHER = 0.22  # mean likeness across two groups of articles that are one story
KEYS = 12  # heaviest terms of a document: one at least is shared by 99.9 % of the pairs that are alike
LARGEST_BLOCK = 40  # documents
LONGEST = 60  # code points of a name


class _Group(NamedTuple):
    """The places of the documents of one story, the sum of their terms, and the name it was given."""

    places: list[int]
    terms: dict[str, float]
    given: str | None


def stories(documents: Sequence[Document]) -> dict[str, tuple[Document, ...]]:
    """Return the documents by story, both in order of their names.

    A `story` that a document names holds. The others join those that they are like, within a month
    of publication; one that is like none is a story of its own. A story that nobody names is called
    by the title of its earliest article, or its first line.
    """
    ordered = sorted(documents, key=lambda each: each.id)
    known = all(document.story for document in ordered)
    groups = _given(ordered, ()) if known else _joined(ordered, topics(ordered))
    found: dict[str, tuple[Document, ...]] = {}
    for group in sorted(groups, key=lambda each: (each.given is None, _first(each, ordered))):
        told = tuple(ordered[place] for place in sorted(group.places))
        found[group.given or _free(_title(ordered[_first(group, ordered)[1]]), found)] = told
    return {name: found[name] for name in sorted(found)}


def _given(documents: Sequence[Document], about: Sequence[Topic]) -> list[_Group]:
    """Return the documents by the story they name, each nameless one by itself."""
    named: dict[str, _Group] = {}
    groups = []
    for place, document in enumerate(documents):
        terms = about[place].terms if about else {}
        group = named.get(document.story or "")
        if group:
            group.places.append(place)
            _add(group.terms, terms)
            continue
        group = _Group([place], dict(terms), document.story)
        groups.append(group)
        if document.story:
            named[document.story] = group
    return groups


def _joined(documents: Sequence[Document], about: Sequence[Topic]) -> list[_Group]:
    """Return the stories: the pairs most alike join their groups first, where the groups are alike too."""
    home = {place: group for group in _given(documents, about) for place in group.places}
    for _, left, right in sorted(_alike(documents, about), key=lambda pair: (-pair[0], pair[1:])):
        one, other = home[left], home[right]
        if one is other or (one.given and other.given):
            continue
        if likeness(one.terms, other.terms) < TOGETHER * len(one.places) * len(other.places):
            continue
        large, small = (one, other) if len(one.places) >= len(other.places) else (other, one)
        large.places.extend(small.places)
        _add(large.terms, small.terms)
        joined = large._replace(given=one.given or other.given)
        home.update(dict.fromkeys(large.places, joined))
    return list({id(group): group for group in home.values()}.values())


def _add(terms: dict[str, float], more: Terms) -> None:
    for term, weight in more.items():
        terms[term] = terms.get(term, 0.0) + weight


def _alike(documents: Sequence[Document], about: Sequence[Topic]) -> Iterator[tuple[float, int, int]]:
    """Yield the pairs of documents that are alike enough for their dates, with their likeness."""
    for left, right in candidates(about):
        if documents[left].story and documents[right].story:
            continue
        alike = likeness(about[left].terms, about[right].terms)
        if alike >= (_least(about[left].day, about[right].day) or 1.0):
            yield alike, left, right


def _least(left: int | None, right: int | None) -> float | None:
    """Return the likeness that two days of publication ask for, None where they lie too far apart."""
    if left is None or right is None:
        return ALIKE["undated"]
    apart = abs(left - right)
    return None if apart > WINDOW else ALIKE["near" if apart <= NEAR else "far"]


def candidates(about: Sequence[Topic]) -> tuple[Pair, ...]:
    """Return the pairs of places whose topics share a key within the window of days, each once."""
    terms = [tuple(topic.terms)[:KEYS] for topic in about]
    undated = any(topic.day is None for topic in about)
    keys = [
        tuple(f"{period} {term}" for period in _periods(topic.day, undated=undated) for term in own)
        for topic, own in zip(about, terms, strict=True)
    ]
    met = meetings(keys, terms, largest=LARGEST_BLOCK)
    return tuple(sorted(pair for pair in met if _least(about[pair[0]].day, about[pair[1]].day)))


def _periods(day: int | None, *, undated: bool) -> tuple[str, ...]:
    """Return the stretches of days that an article meets others in: two, so that neighbours share one.

    An article without a date meets all others.
    """
    periods = () if day is None else (str(day // WINDOW), str(day // WINDOW + 1))
    return (*periods, "any") if undated else periods


def _first(group: _Group, documents: Sequence[Document]) -> tuple[str, int]:
    """Return day and place of the earliest article of a story; one without a date comes last."""
    return min((str(documents[place].published or "~"), place) for place in group.places)


def _title(document: Document) -> str:
    """Return the title of an article, or its first line, in at most 60 code points."""
    lines = (line for line in (document.title or "", *document.text.splitlines()) if line.strip())
    title = " ".join(next(lines, document.id).split())
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _free(name: str, taken: Mapping[str, object]) -> str:
    """Return a name that no other story has, numbered where the same one came before."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free
