"""Which documents tell one story: what they say of themselves, else content and date of publication."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from ..models import Document
from .topics import Terms, Topic, likeness, topics

WINDOW = 31  # days between two articles that may be one story
NEAR = 7  # days within which less likeness is asked for
ALIKE = {"near": 0.22, "far": 0.35, "undated": 0.25}  # likeness of two articles that are one story
TOGETHER = 0.22  # mean likeness across two groups of articles that are one story
KEYS = 12  # heaviest terms of a document: one at least is shared by 99.9 % of the pairs that are alike
LARGEST_BLOCK = 40  # documents: a larger block is split by a second key, then by a third, and so on
LONGEST = 60  # code points of a name

Pair = tuple[int, int]


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
        least = _least(about[left].day, about[right].day)
        alike = likeness(about[left].terms, about[right].terms) if least else 0.0
        if least and alike >= least:
            yield alike, left, right


def _least(left: int | None, right: int | None) -> float | None:
    """Return the likeness that two days of publication ask for, None where they lie too far apart."""
    if left is None or right is None:
        return ALIKE["undated"]
    apart = abs(left - right)
    return None if apart > WINDOW else ALIKE["near" if apart <= NEAR else "far"]


def candidates(about: Sequence[Topic]) -> tuple[Pair, ...]:
    """Return the pairs of places whose topics share a key within the window of days, each once.

    A block too large for all its pairs is split by the other keys of its documents. Those that share
    every key are reprints: each meets the next.
    """
    keys = [tuple(topic.terms)[:KEYS] for topic in about]
    blocks: dict[tuple[str, int | None], list[int]] = defaultdict(list)
    undated = any(topic.day is None for topic in about)
    for place, topic in enumerate(about):
        periods = [] if topic.day is None else [topic.day // WINDOW, topic.day // WINDOW + 1]
        for period in (*periods, *([None] if undated else [])):
            for key in keys[place]:
                blocks[key, period].append(place)
    pairs: set[Pair] = set()
    for (key, period), block in blocks.items():
        if period is not None or any(about[place].day is None for place in block):
            pairs.update(_of_block(block, keys, (key,)))
    return tuple(sorted(pairs))


def _of_block(block: Sequence[int], keys: Sequence[tuple[str, ...]], shared: tuple[str, ...]) -> Iterator[Pair]:
    """Yield the pairs of a block whose documents share some keys, split where it is too large."""
    if len(block) <= LARGEST_BLOCK:
        yield from combinations(block, 2)
        return
    parts: dict[str, list[int]] = defaultdict(list)
    for place in block:
        for key in keys[place]:
            if key > shared[-1]:
                parts[key].append(place)
    if len(shared) == KEYS or not parts:
        yield from pairwise(block)
    for key, part in parts.items():
        if len(part) > 1:
            yield from _of_block(part, keys, (*shared, key))


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
