"""Counts: "14 officers", "dozens of people", "no officers", and elided ones: "two were found", "another resigned"."""

from __future__ import annotations

from collections.abc import Iterator

from ..lexicon import mapping, words
from ..reading.clauses.nouns import people
from ..reading.clauses.subjects import Subject, is_plural, over_of, over_owner, subject_after
from ..reading.clauses.verbs import lemma
from ..reading.figures import Figure
from ..reading.figures.approximation import modifiers_behind
from ..reading.figures.bare import ends_name, is_bearing, is_idle_counter, is_list_mark
from ..reading.figures.groups import groups
from ..reading.figures.idioms import counts_by_hyphen
from ..reading.figures.reached import is_other_age
from ..reading.figures.topics import number_of, over_number, owner_of, topic_before
from ..reading.people.persons import is_name
from ..values.quantity import Quantity
from .base import Claim
from .kind import quantity_kind
from .passage import Passage

# Between a figure and what it counts: "35 million of its readers", "two more officers".
_OVER = frozenset(("more", "other", "such", "additional", "further", "of", "the", "new", "its", "my", "our", "your",
                   "his", "her", "their", "those", "these", "most", '"'))  # fmt: skip

# Behind "none of" these stand for nothing that was counted.
_NOT_COUNTED = frozenset(("us", "you", "this", "that", "it", "what", "which", "whom"))
_DENIALS = frozenset(("no", "none", "not"))


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the counts of a passage; a "one" that neither counts a noun nor stands for one is none."""
    if not passage.words.isdisjoint(_DENIALS):
        yield from _none(passage)
    for figure in passage.free():
        if figure.unit is None and not (figure.numerals and figure.numerals[0].ordinal):
            claim = _counted(passage, figure)
            if claim:
                yield claim
    if "another" in passage.words:
        yield from _another(passage)
    if not passage.words.isdisjoint(words("group_words")):
        yield from _worded(passage)


def _worded(passage: Passage) -> Iterator[Claim]:
    """Yield the counts told by words that are no numerals: both officers, a pair of brothers, shot twice."""
    for group in groups(passage.tokens):
        figure, counted = group.figure, group.subject
        if passage.taken.isdisjoint(range(figure.first, group.last)):
            value = passage.quantity(figure, counted=True, unit=counted.phrase)
            yield passage.claim(
                "count",
                value,
                figure.opens,
                group.last,
                subject=counted.noun,
                predicate=passage.predicate(figure.opens, group.last),
                modifiers=figure.modifiers,
            )


def _counted(passage: Passage, figure: Figure) -> Claim | None:
    """Return the claim of a figure without a unit, None where it counts nothing."""
    idle = is_idle_counter(passage.tokens, figure) or is_other_age(passage.tokens, figure)
    alone = is_list_mark(passage.tokens, figure.first)
    if idle or (alone and passage.end - passage.start < len(passage.plain.strip())):
        return None
    one = figure.single is not None and figure.single.value == 1
    subject = _subject(passage, figure, one=one)
    if subject and is_bearing(subject):
        return None
    noun, last = (subject.noun, subject.last) if subject else (None, max(figure.last, figure.closes))
    shared = _shared(passage, figure) if figure.single else None
    if shared:
        subject, noun, last = shared, shared.noun, figure.last
    phrase = subject.phrase if subject else None
    if not (subject is None and _elided(passage, figure)) and ends_name(passage.tokens, figure, subject):
        return None
    if subject:
        passage.remember(subject)
        if passage.tokens[max(figure.last, figure.closes)].lower == "other":
            phrase = f"other {phrase}"
    else:
        noun, phrase = _understood(passage, figure, last)
    if subject is None and last < len(passage.tokens) and passage.tokens[last].lower == "others":
        phrase, last = f"other {phrase}" if phrase else "other", last + 1
    if one and figure.numerals[0].written and _counts_none(passage, figure, subject, noun):
        return None
    if subject and last == subject.last and not figure.modifiers:
        last, behind = modifiers_behind(passage.tokens, last)  # 20 people or so
        figure = figure._replace(modifiers=behind)
    value = passage.quantity(figure, counted=True, unit=phrase)
    predicate = passage.predicate(figure.opens, last) or (passage.done if noun and not subject else ())
    passage.done = predicate
    return passage.claim(
        "count", value, figure.opens, last, subject=noun, predicate=predicate, modifiers=figure.modifiers
    )


def _counts_none(passage: Passage, figure: Figure, subject: Subject | None, noun: str | None) -> bool:
    """Return whether the word "one" counts nothing: without a noun, or as the pronoun of a thing."""
    thing = subject is None and _stands_for_thing(passage, figure)
    return (noun is None or thing) and not _in_row(passage, figure)


def _stands_for_thing(passage: Passage, figure: Figure) -> bool:
    """Return whether a preposition makes "one" the pronoun of a thing told before: "got their hands on one"."""
    tokens, first, last = passage.tokens, figure.first, figure.last
    led = first > 0 and tokens[first - 1].lower in words("before_lone_one")
    return led and not (last < len(tokens) and tokens[last].lower == "of")


def _elided(passage: Passage, figure: Figure) -> bool:
    """Return whether verb and noun are those of the count before: "Leeds reported 42 cases and York 17"."""
    tokens, at = passage.tokens, figure.first - 1
    if not 0 < passage.spoken < figure.first or figure.opens != figure.first or figure.single is None:
        return False
    while at > passage.spoken and is_name(tokens[at]):
        at -= 1
    behind = tokens[figure.last] if figure.last < len(tokens) else None
    ends = behind is None or behind.kind == "mark" or behind.lower in ("and", "but", "while")
    return ends and at < figure.first - 1 and tokens[at].lower in (",", ";", "and", "but", "while")


def _understood(passage: Passage, figure: Figure, last: int) -> tuple[str | None, str | None]:
    """Return noun and phrase of what a figure counts that no noun follows: told before it, or left out."""
    head = _group_of(passage, figure)
    told = number_of(passage.tokens, figure.opens)
    if head or told:
        return (head, head) if told is None else (told.noun, told.phrase)
    noun = passage.carried() if _leaves_out(passage, figure, last) else None
    if noun and noun not in people() and _befell(passage.predicate(figure.opens, last)):
        return None, None  # a bomb hit two schools, and left three dead
    return noun, passage.discourse.phrase if noun else None


def _befell(predicate: tuple[str, ...]) -> bool:
    """Return whether a predicate tells of dead or injured."""
    known = mapping("outcomes")
    return not words("casualty_outcomes").isdisjoint(known.get(lemma, lemma) for lemma in predicate)


def _leaves_out(passage: Passage, figure: Figure, last: int) -> bool:
    """Return whether a bare figure leaves out the noun counted before: "two were found"."""
    if figure.vague or _hyphen_at(passage, last):
        return False
    return 0 < passage.spoken <= figure.first or _verb_follows(passage, last)


def _group_of(passage: Passage, figure: Figure) -> str | None:
    """Return the noun that a number tells the size of: a crew of 900, a crowd put at 70; not "a total of 900"."""
    tokens, opens = passage.tokens, figure.opens
    owner = owner_of(tokens, opens)
    if owner is None and (figure.opens < figure.first or tokens[opens - 1].lower == "at"):
        owner = topic_before(tokens, opens) if tokens[opens - 1].lower != "at" else tokens[opens - 2].lower
    return owner if owner in words("collectives") else None


def _hyphen_at(passage: Passage, at: int) -> bool:
    """Return whether a touching hyphen goes on behind a place: a 4.5-star rating."""
    tokens = passage.tokens
    return at < len(tokens) and tokens[at].text == "-" and tokens[at].start == tokens[at - 1].end


def _shared(passage: Passage, figure: Figure) -> Subject | None:
    """Return the noun that stands with the next figure: "two British and three American hostages", "two or three"."""
    tokens, at = passage.tokens, figure.last
    while at < min(figure.last + 2, len(tokens)) and (tokens[at].capital or tokens[at].lower in words("adjectives")):
        if is_plural(tokens[at].lower):
            return None  # three Republicans and two Democrats
        at += 1
    if at >= len(tokens) or tokens[at].lower != ("or" if at == figure.last else "and"):
        return None
    following = passage.starts.get(at + 1)
    found = _subject(passage, following, one=False) if following and following.unit is None else None
    if found is None or not is_plural(tokens[found.last - 1].lower):
        return None
    return found if at == figure.last else found._replace(qualifiers=())  # the British are no American hostages


def _in_row(passage: Passage, figure: Figure) -> bool:
    """Return whether another figure touches this one, as in counting aloud: "one two three"."""
    place = passage.figures.index(figure)
    neighbours = passage.figures[max(0, place - 1) : place + 2]
    return any(other.last == figure.first or other.first == figure.last for other in neighbours)


def _subject(passage: Passage, figure: Figure, *, one: bool) -> Subject | None:
    """Return what a figure counts, over "of" and over a measure: "eight million 250ml bottles"."""
    tokens, at = passage.tokens, over_number(passage.tokens, max(figure.last, figure.closes))
    start = at
    inner = passage.starts.get(at)
    describing = inner and inner.unit is None and _hyphen_at(passage, inner.last)  # 12 three-page letters
    if inner and not describing and (inner.unit is None or inner.unit.is_currency):
        inner = None
    if inner and not figure.vague:
        at = start = inner.last + (2 if describing else 0)
    if inner and "".join(tokens.lowers[at : at + 2]).startswith("-old"):
        at = start = at + 2
        if tokens[at - 1].lower == "olds":
            return Subject("person", (), at)
    if tokens.lowers[at : at + 2] == ("-", "strong"):  # a 12-strong jury
        strong = subject_after(tokens, at + 2, one=True)
        return Subject(strong.noun, (), at + 2) if strong and strong.noun in words("collectives") else None
    if at + 1 < len(tokens) and tokens[at].text == "-" and tokens[at].start == tokens[at - 1].end:
        known = counts_by_hyphen(tokens, at) or "." in tokens[figure.first].text  # a 4.5-star rating
        return Subject(tokens[at + 1].lower, (), at + 2) if known else None
    while at < len(tokens) and tokens[at].lower in _OVER:
        at += 1
    of = any(token.lower == "of" for token in tokens[start:at])
    found = subject_after(tokens, at, one=one and not of)
    if found and is_bearing(found) and figure.single and figure.single.scaled:
        return None  # a city of 11 million southwest of Leeds
    if of and found is None:
        found = subject_after(tokens, over_owner(tokens, at))
    return None if inner and found and not is_plural(tokens[found.last - 1].lower) else found


def _verb_follows(passage: Passage, at: int) -> bool:
    """Return whether a verb with a content of its own stands behind the figure: "two were found"."""
    tokens = passage.tokens
    while at < len(tokens) and tokens[at].lower in mapping("verbs") and lemma(tokens[at]) is None:
        at += 1
    return at < len(tokens) and lemma(tokens[at]) is not None


def _another(passage: Passage) -> Iterator[Claim]:
    """Yield the single one of "another resigned", where a count before says of what."""
    for place, token in enumerate(passage.tokens):
        noun = passage.carried()
        free = token.lower == "another" and place not in passage.taken and noun
        if free and not _bare_verb(passage, place + 1) and _verb_follows(passage, place + 1):
            value = Quantity(stated=("1",), low="1", high="1", literal=token.text, unit=passage.discourse.phrase)
            predicate = passage.predicate(place, place + 1)
            yield passage.claim("count", value, place, place + 1, subject=noun, predicate=predicate)


def _bare_verb(passage: Passage, at: int) -> bool:
    """Return whether a word is a verb without an ending, so that no single one does it: another attack."""
    word = passage.tokens[at].lower if at < len(passage.tokens) else ""
    return mapping("verbs").get(word) == word


def _none(passage: Passage) -> Iterator[Claim]:
    """Yield the zero of "no officers were charged", "none of the 14", "not one of them"."""
    tokens = passage.tokens
    noun: str | None
    phrase: str | None
    for place in tokens.places(_DENIALS):
        if place in passage.taken:
            continue
        token = tokens[place]
        following = [after.lower for after in tokens[place + 1 : place + 3]]
        if token.lower == "no":
            counted = subject_after(tokens, place + 1)
            plural = counted is not None and is_plural(tokens[counted.last - 1].lower)
            if counted is None or not plural or counted.noun not in words("nouns"):
                continue
            noun, last, phrase = counted.noun, counted.last, counted.phrase
        elif (token.lower == "none" and following[:1] == ["of"] and not _priced(passage, place)) or following == [
            "one",
            "of",
        ]:
            last = place + 1 + (token.lower == "not")
            if tokens[last + 1].lower in _NOT_COUNTED if last + 1 < len(tokens) else True:
                continue
            which = _of_which(passage, last)
            if which is None:
                continue
            noun, phrase = which
        else:
            continue
        value = Quantity(stated=("0",), low="0", high="0", literal=passage.text(place, last), unit=phrase)
        yield passage.claim("count", value, place, last, subject=noun, predicate=passage.predicate(place, last))


def _of_which(passage: Passage, at: int) -> tuple[str | None, str | None] | None:
    """Return noun and phrase behind "of": of those offers, of the four cases; or those carried over.

    None for what cannot be counted: "none of the evidence".
    """
    at = over_of(passage.tokens, at)
    figure = passage.starts.get(at)
    found = subject_after(passage.tokens, figure.last if figure else at)
    if found is None:
        return passage.carried(), passage.discourse.phrase
    counted = figure is not None or is_plural(passage.tokens[found.last - 1].lower)
    return (found.noun, found.phrase) if counted else None


def _priced(passage: Passage, place: int) -> bool:
    """Return whether money follows close: "none of the $5 billion"."""
    near = (passage.starts.get(at) for at in range(place + 1, place + 5))
    return any(figure is not None and figure.unit is not None for figure in near)


KIND = quantity_kind("count", 90, extract, reads="passage")
