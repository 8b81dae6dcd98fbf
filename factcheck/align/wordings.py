"""Sentences that two documents tell in the same words but for one that turns them round: "was not charged"."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from ..claims.wording import Turn, Turned, wording_of
from ..lexicon import mapping, table, words, words_of
from ..models import Document, content_id
from ..text.casing import readable
from ..text.sentences import sentences
from ..text.zones import zones
from ..values.names import fold
from .cluster import Cluster
from .groups import grouped
from .mention import Mention
from .model import Evidence, Link

READ = ("headline", "body")
CALLED = ("address", "name", "role", "status")  # kinds that tell of a person or place, not what a word says of it
FEWEST = 6  # words of a sentence that make it one and the same
# the same where more may be told in the same words: Roe was held on Monday, and so was Poe; four died, four were hurt
FEWEST_OF: Mapping[Turn, int] = {"name": 8, "outcome": 12}
SURE = 10.0  # the score of a certain link
_MARKS = '.,;:!?"()[]{}…*'
_BARE = str.maketrans("", "", _MARKS)
_WORD = re.compile(r"\S+")
_NAME = "^"
_DENIALS = frozenset(("not", "never", "no"))
_CONTRACTED = {"can't": "can", "won't": "will", "cannot": "can"}


class Side(NamedTuple):
    """What a word turns round, of which set it is, and which side it takes."""

    turn: Turn
    of: str
    side: str


class Told(NamedTuple):
    """A sentence of a document by its half-open offsets, and its words in lower case, names with a mark before them."""

    document: str
    start: int
    end: int
    words: tuple[str, ...]


class Spot(NamedTuple):
    """A word of a sentence with its offsets, a denial before it taken in, and which side it takes."""

    start: int
    end: int
    word: str
    side: Side | None
    denied: bool

    @property
    def said(self) -> str:
        """Return which side it takes, and whether it is denied."""
        return f"{'not ' if self.denied else ''}{self.side.side if self.side else ''}"


@cache
def _sides() -> dict[str, Side]:
    """Return what single words turn round: direction, outcome, title, and any other opposites."""
    told = (row for row in table("outcomes") if row[2] not in ("", "direction"))
    outcomes = {lemma: Side("outcome", group, outcome) for lemma, outcome, group in told}
    found = {word: Side("title", "title", word) for word in words("titles")}
    found |= {row[0]: Side("direction", "direction", row[1]) for row in table("changes")}
    groups = {side.of for side in outcomes.values()}
    for word, name, side in table("opposites"):
        found[word] = Side("outcome" if name in groups else "opposite", name, side)
    return found | outcomes | {form: outcomes[lemma] for form, lemma in mapping("verbs").items() if lemma in outcomes}


@lru_cache(maxsize=1 << 15)
def _key(word: str) -> str:
    """Return what a word is in all sentences that are alike: its set for one that turns, nothing for a denial."""
    side = _side(word)
    if side:
        return f"<{side.turn} {side.of}>"
    return "" if word in _DENIALS else _bare(word)


def _side(word: str) -> Side | None:
    """Return which side a word takes; every name takes one of its own, with its accents or without."""
    return Side("name", "name", fold(word[1:])) if word[0] == _NAME else _sides().get(word)


def _spoken(surface: str, *, named: bool) -> str:
    """Return a word in lower case without marks, with a mark of its own before a name if those are asked for."""
    word = surface.translate(_BARE)
    lower = word.lower()
    return f"{_NAME}{lower}" if named and word[:1].isupper() and lower not in _capitals() else lower


@cache
def _capitals() -> frozenset[str]:
    """Return the words with a capital that are no names, or that other claims tell: Monday, President, I."""
    return words_of("months", "weekdays", "function_words") | _sides().keys()


def _bare(word: str) -> str:
    """Return a word without the denial in it: wasn't is was."""
    return _CONTRACTED.get(word) or word.removesuffix("n't")


def turned_round(
    documents: Sequence[Document],
    clusters: Sequence[Cluster],
    days: Mapping[str, dt.date | None],
    drafts: Collection[str],
) -> dict[str, list[Turned]]:
    """Return the words that turn round a sentence which another document tells without them, by document id.

    Not what `clusters` hold at odds already, and not between two known days: what went up today fell yesterday. Only a
    draft is held to the names of its source: what is told of one person may be told of another in the same words.
    """
    found: dict[str, list[Turned]] = defaultdict(list)
    texts = {document.id: readable(document.text) for document in documents}
    for key, told in _alike(texts, drafts) if len(texts) > 1 else ():
        if len({days[each.document] for each in told} - {None}) > 1:
            continue
        spots = [_spots(texts[each.document], each) for each in told]
        place = _place(spots)
        if place is not None and not _is_known(clusters, told, spots, place):
            turn = _turn([own[place] for own in spots])
            if len(spots[0]) >= FEWEST_OF.get(turn, FEWEST):
                for each, own in zip(told, spots, strict=True):
                    found[each.document].append(_turned(own, place, turn, content_id(key)))
    return dict(found)


def _turned(spots: Sequence[Spot], place: int, turn: Turn, sentence: str) -> Turned:
    """Return the word at a place of a sentence with its neighbours."""
    spot = spots[place]
    word = f"not {spot.word}" if spot.denied else spot.word.removeprefix(_NAME)
    return Turned(*_about(spots, place), word, turn, spot.said, sentence)


def _place(spots: Sequence[Sequence[Spot]]) -> int | None:
    """Return the place of the first word by which sentences are turned round, else of one that is another.

    None where they only differ in how they deny: was not, wasn't.
    """
    together = list(enumerate(zip(*spots, strict=True)))
    turned = (at for at, same in together if len({spot.said for spot in same}) > 1)
    other = (at for at, same in together if len({spot.side and spot.word for spot in same}) > 1)
    return next(turned, next(other, None))


def _turn(spots: Sequence[Spot]) -> Turn:
    """Return what turns sentences round in which some words stand at one place."""
    side = spots[0].side
    return "denial" if side is None or len({spot.denied for spot in spots}) > 1 else side.turn


def _alike(texts: Mapping[str, str], drafts: Collection[str]) -> Iterator[tuple[str, list[Told]]]:
    """Yield the first sentences of several documents that are alike but for words that turn, and are not all the same.

    What one document tells both ways is two things.
    """
    groups: dict[str, list[Told]] = defaultdict(list)
    for document, text in texts.items():
        for start, end in _sentences(text):
            told = Told(document, start, end, _spoken_in(text[start:end], named=bool(drafts)))
            if len(told.words) >= FEWEST:
                groups[" ".join(filter(None, map(_key, told.words)))].append(told)
    for key, alike in sorted(groups.items()):
        if len({each.words for each in alike}) > 1 and len(key.split()) >= FEWEST - 1:
            first = {each.document: each for each in reversed(alike)}
            if len(first) > 1 and all(each.words == first[each.document].words for each in alike):
                yield key, sorted(first.values())


def _spoken_in(sentence: str, *, named: bool) -> tuple[str, ...]:
    """Return the words of a sentence; its first is no name, whatever its capital."""
    if not named:
        return tuple(sentence.lower().translate(_BARE).split())
    first, *others = sentence.split()
    return tuple(filter(None, (_spoken(first, named=False), *(_spoken(each, named=True) for each in others))))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text's headline and prose."""
    for line in zones(text):
        if line.zone in READ:
            yield from sentences(text, line.start, line.end)


def _spots(text: str, told: Told) -> list[Spot]:
    """Return the words of a sentence; one is denied by a word before it, "not charged", or inside that, "wasn't"."""
    found: list[Spot] = []
    denied, opened = False, None
    printed = (hit for hit in _WORD.finditer(text, told.start, told.end) if hit[0].translate(_BARE))
    for word, hit in zip(told.words, printed, strict=True):
        if word in _DENIALS:
            denied, opened = True, hit.start()
            continue
        opens = hit.end() - len(hit[0].lstrip(_MARKS)) if opened is None else opened
        closes = hit.start() + len(hit[0].rstrip(_MARKS))
        found.append(Spot(opens, closes, _bare(word), _side(word), denied))
        denied, opened = word != _bare(word), None
    return found


def _about(spots: Sequence[Spot], place: int) -> tuple[int, int]:
    """Return the offsets of a word with the one before and the one behind."""
    return spots[max(place - 1, 0)].start, spots[min(place + 1, len(spots) - 1)].end


def _is_known(facts: Iterable[Cluster], told: Sequence[Told], spots: Sequence[Sequence[Spot]], place: int) -> bool:
    """Return whether claims tell it: a figure or quotation that has the word in it, or two of one fact that differ."""
    at = {each.document: (own[place], *_about(own, place)) for each, own in zip(told, spots, strict=True)}
    for fact in facts:
        signatures = set()
        for mention in fact.mentions:
            spot, start, end = at.get(mention.claim.document, (None, 0, 0))
            inside = spot is not None and mention.claim.start <= spot.start and spot.end <= mention.claim.end
            if inside and mention.claim.kind not in CALLED:
                return True
            if mention.claim.start < end and start < mention.claim.end:
                signatures.add(mention.signature)
        if len(signatures) > 1:
            return True
    return False


def clusters_of_wordings(mentions: Sequence[Mention]) -> tuple[Cluster, ...]:
    """Return the wordings of each sentence together."""
    evidence = (Evidence(SURE, "the rest of the sentence is the same"),)
    links = {
        (one, other): Link(SURE, evidence)
        for one, other in combinations(range(len(mentions)), 2)
        if wording_of(mentions[one].claim).sentence == wording_of(mentions[other].claim).sentence
    }
    return grouped(mentions, links)
