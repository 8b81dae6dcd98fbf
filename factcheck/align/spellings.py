"""Names that the articles of a story spell in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from ..claims import extract_told
from ..claims.base import Claim
from ..claims.name import Printed
from ..lexicon import words, words_of
from ..models import Document
from ..reading.written import Written, written
from ..text.casing import readable
from ..text.zones import zones
from .cluster import Cluster
from .groups import grouped, join, root
from .mention import Mention
from .model import Evidence, Link
from .slips import is_replaced, is_slip_beside, is_slip_of, is_word

READ = ("headline", "body")
TELLING = ("role", "address")  # kinds that tell a spelling themselves
MOST = 40  # forms beside a name, from which it stands beside anything: New, University
RARE = 2  # times that it prints the slip
RIGHTLY = 2  # times that it prints a name beside another, of which a single other form is a slip
WELL_KNOWN = 5  # times that a story prints a name of which a word alone may be a slip
SURE = 10.0  # the score of a certain link
_LOWER = re.compile(r"\b[a-z]{3,}\b")


class Spot(NamedTuple):
    """Where a document writes a name: the word that may be spelt in two ways, and the range of the name."""

    document: str
    word: Written
    start: int
    end: int


Form = tuple[Spot, ...]  # all places of one form of a name
Names = dict[tuple[str, str], dict[str, list[Spot]]]  # by the words before and behind, and by the word


def names_spelt_apart(
    documents: Sequence[Document], claims: Mapping[str, Sequence[Claim]]
) -> dict[str, tuple[Claim, ...]]:
    """Return the names of a story that are spelt like this and like that, by document id.

    What the claims that are read from each article tell is not told again.
    """
    texts = {document.id: readable(document.text) for document in documents}
    ordinary = frozenset(word for text in texts.values() for word in _LOWER.findall(text))
    names = _names(texts)
    told: dict[str, list[Printed]] = defaultdict(list)
    taken: set[tuple[str, int]] = set()
    for forms in (*_beside_another(names, ordinary), *_alone(names, ordinary)):
        places = {(spot.document, spot.word.start) for form in forms for spot in form}
        if places & taken or _told_by(forms, claims):
            continue
        taken |= places
        usual = forms[0][0]
        subject = " ".join(texts[usual.document][usual.start : usual.end].lower().split())
        for spot in (spot for form in forms for spot in _first_of_each(form)):
            told[spot.document].append(Printed(spot.start, spot.end, spot.word.word, subject))
    return {document.id: extract_told(document, told[document.id]) for document in documents if document.id in told}


def _names(texts: Mapping[str, str]) -> Names:
    """Return where each word of a name stands, by the words beside it."""
    found: Names = defaultdict(lambda: defaultdict(list))
    for document, text in texts.items():
        for word in written(text, ((line.start, line.end) for line in zones(text) if line.zone in READ)):
            for beside, spot in _spots(document, word):
                found[beside][word.word].append(spot)
    return found


def _spots(document: str, word: Written) -> Iterator[tuple[tuple[str, str], Spot]]:
    """Yield a word by itself, and as part of the name with the word before, with the word behind, with both."""
    before, behind = word.before, word.behind
    yield ("", ""), Spot(document, word, word.start, word.end)
    if before:
        yield (before.word, ""), Spot(document, word, before.start, word.end)
    if behind:
        yield ("", behind.word), Spot(document, word, word.start, behind.end)
    if before and behind:
        yield (before.word, behind.word), Spot(document, word, before.start, behind.end)


def _beside_another(names: Names, ordinary: frozenset[str]) -> Iterator[tuple[Form, ...]]:
    """Yield the forms of each name that is spelt in several ways beside one other, first the most usual.

    Where one article has two of them, they are two persons or things, unless one is printed once of many times.
    """
    alone = names.get(("", ""), {})
    for beside, forms in sorted(names.items(), reverse=True):
        if not any(beside) or not 1 < len(forms) <= MOST:
            continue
        for group in _slips(sorted(forms), beside, ordinary):
            everyday = all(beside) or any(form in words("given_names") or is_word(form, ordinary) for form in group)
            told = [tuple(forms[form] if everyday else _also(forms[form], alone[form])) for form in group]
            homes = [_homes(form) for form in told]
            if sum(map(len, homes)) == len(set().union(*homes)) or _once_amiss(told):
                yield tuple(sorted(told, key=lambda form: (-len(_homes(form)), form[0].word.word)))


def _once_amiss(told: Sequence[Form]) -> bool:
    """Return whether a name that a story prints again stands there once in another form: Smelly, of Smelley.

    Where a letter of its sort stands in place of another, Vasil and Vasal, the name has to be well known.
    """
    once, *more = sorted(told, key=len)
    if len(once) > 1 or len(more) > 1:
        return False
    slip, usual = (form[0].word.word for form in (once, more[0]))
    return is_slip_of(slip, usual) and len(more[0]) >= (WELL_KNOWN if is_replaced(slip, usual) else RIGHTLY)


def _also(beside: Sequence[Spot], alone: Sequence[Spot]) -> list[Spot]:
    """Return where a name stands beside another, and by itself in the documents where it does not."""
    homes = _homes(beside)
    return [*beside, *(spot for spot in alone if spot.document not in homes)]


def _slips(forms: Sequence[str], beside: tuple[str, str], ordinary: frozenset[str]) -> Iterator[list[str]]:
    """Yield the words beside a name that are one but for a slip of the pen."""
    first = list(range(len(forms)))
    for one, other in combinations(range(len(forms)), 2):
        if is_slip_beside(forms[one], forms[other], beside, ordinary):
            join(first, one, other)
    groups: dict[int, list[str]] = defaultdict(list)
    for place, form in enumerate(forms):
        groups[root(first, place)].append(form)
    yield from (group for group in groups.values() if len(group) > 1)


def _alone(names: Names, ordinary: frozenset[str]) -> Iterator[tuple[Form, ...]]:
    """Yield each name that a story goes on to print, with a slip of it: "Olsen", whom nobody has introduced."""
    alone = {form: spots for form, spots in names.get(("", ""), {}).items() if form not in _other_names()}
    named = {form for beside, forms in names.items() if any(beside) for form in forms}
    known = {form: spots for form, spots in alone.items() if len(spots) >= WELL_KNOWN and form in named}
    opening: dict[str, list[str]] = defaultdict(list)  # a slip keeps the first letter
    for name in sorted(known):
        opening[name[0]].append(name)
    for form, spots in sorted(alone.items()):
        if len(spots) > RARE or form in named or is_word(form, ordinary):
            continue
        meant = [name for name in opening[form[0]] if is_slip_of(form, name)]
        if len(meant) == 1:
            yield tuple(known[meant[0]]), tuple(spots)


def _other_names() -> frozenset[str]:
    return words_of("given_names", "nationals", "states", "not_persons", "months", "weekdays", "function_words")


def _homes(form: Sequence[Spot]) -> set[str]:
    return {spot.document for spot in form}


def _told_by(forms: Sequence[Form], claims: Mapping[str, Sequence[Claim]]) -> bool:
    """Return whether claims of one kind are read from two forms of a name, which are judged by its rules."""
    read = [{kind for spot in form for kind in _kinds(spot, claims.get(spot.document, ()))} for form in forms]
    return any(one & other for one, other in combinations(read, 2))


def _kinds(spot: Spot, claims: Sequence[Claim]) -> Iterator[str]:
    return (
        claim.kind for claim in claims if claim.kind in TELLING and claim.start < spot.end and spot.start < claim.end
    )


def _first_of_each(form: Form) -> Iterator[Spot]:
    """Yield the first place of a form in each document."""
    yield from {spot.document: spot for spot in reversed(form)}.values()


def clusters_of_names(mentions: Sequence[Mention]) -> tuple[Cluster, ...]:
    """Return the forms of each name of a story together."""
    links = {
        (one, other): Link(SURE, (Evidence(SURE, f"both tell of {(mentions[one].claim.subject or '').title()}"),))
        for one, other in combinations(range(len(mentions)), 2)
        if mentions[one].claim.subject == mentions[other].claim.subject
    }
    return grouped(mentions, links)
