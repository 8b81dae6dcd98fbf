"""What the subject of a figure did or suffered: the verbs of its clause, as lemmas."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from ...lexicon import mapping, words
from ...text.tokens import Token, Tokens
from .behind import at_once, behind, relative
from .bounds import BOUNDARY, JOINTS, OTHER_CLAUSE, backwards, forwards
from .nouns import is_plural, singular
from .verbs import AUXILIARY, DETERMINERS, deed_at, is_deed, is_noun, is_passive, lemma, states

TOLL_REACH = 5  # tokens before a phrase in which "toll" says what it counts
LOST_REACH = 4  # tokens behind a phrase in which "lives" still belong to a verb of losing
LED = 3  # tokens between a phrase and what governs it
_OPENERS = frozenset(("these", "those", "another", "first", "last", "next", "other", "only"))
_AND = frozenset(("and", "but"))
_OTHER_CLAUSES = OTHER_CLAUSE | {"who", "which", "whom"}
_SINGULAR = frozenset(("was", "is", "has"))
_TELLS_THAT = frozenset(("who", "which", "that", "then"))


def nearest_verb(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    """Return the lemma of the verb that a date belongs to, verbs of saying included.

    The nearest before it in the clause, "were published last week", else the first behind it in the
    same clause.
    """
    for place in chain(backwards(tokens, first), forwards(tokens, last)):
        token = tokens[place]
        if token.text in BOUNDARY:
            continue
        verb = mapping("verbs").get(token.lower)
        if verb and token.capital and (place or token.lower == verb):
            continue  # a name; but "Founded in 1936, the mill …"
        if verb and verb not in AUXILIARY and not is_noun(tokens, place):
            return (verb,)
    return ()


def predicate_of(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """Return the lemmas of what was done by or to a noun phrase, in order, each once.

    What a phrase is the object of ("police arrested 14 people"), or the noun that tells a deed done to it ("the
    killing of 14 people"); else, where it opens its clause, the verbs behind it ("two were found …"); else the verb
    before it and what narrows it down. Auxiliaries and verbs of saying are left out; a state counts as a verb
    ("12 dead", "in critical condition").
    """
    governing = _governing(tokens, first)
    if governing:
        left_so = at_once(tokens, last) if governing in words("light_verbs") else ()
        return _told((governing, *left_so, *relative(tokens, last)), tokens, first, last)
    event = _event(tokens, first)
    if event:
        return _told((event, *relative(tokens, last)), tokens, first, last)
    own = at_once(tokens, last) or relative(tokens, last)
    start = _start(tokens, first)
    if start and tokens[start - 1].lower in words("passive_cues"):
        return _told(own or _to_do(tokens, last) or _before(tokens, start, joints=_AND), tokens, first, last)
    if start and tokens[start - 1].lower == "for" and (to_do := _to_do(tokens, last)):
        return _told(to_do, tokens, first, last)
    head = _tells_of_head(tokens, start, last)
    if _opens_clause(tokens, start) and not head:
        told = own or behind(tokens, last)
        if told:
            return _told(told, tokens, first, last)
    before = _before(tokens, first)
    led = head or before or (start and tokens[start - 1].lower in words("prepositions"))
    return _told((*before, *(own if led else own or behind(tokens, last))), tokens, first, last)


def _start(tokens: Sequence[Token], first: int) -> int:
    """Return where a noun phrase begins, articles and words that set it off from others included."""
    while first and (tokens[first - 1].lower in DETERMINERS or tokens[first - 1].lower in _OPENERS):
        if tokens[first - 1].lower == "that":
            break
        first -= 1
    return first


def _tells_of_head(tokens: Sequence[Token], start: int, last: int) -> bool:
    """Return whether a verb in the singular tells of the noun before "of": "a mother of three was hurt"."""
    led = start and tokens[start - 1].lower == "of" and last < len(tokens)
    if not led or tokens[last].lower not in _SINGULAR:
        return False
    counted = tokens[last - 1].lower
    return is_plural(counted) or (counted in words("numbers") and counted != "one")


def _to_do(tokens: Sequence[Token], last: int) -> tuple[str, ...]:
    """Return the deed that a phrase is the first or last to do: "the second guard to resign"."""
    told = last + 1 < len(tokens) and tokens[last].lower == "to"
    verb = deed_at(tokens, last + 1) if told else None
    return (verb,) if verb else ()


def _told(lemmas: Sequence[str], tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """Return lemmas each once, with what a toll counts before them; to lose or claim lives is to die."""
    lemmas = [*lemmas, *_toll(tokens, first, last)]
    if not words("losing_verbs").isdisjoint(lemmas):
        near = tokens.lowers[max(0, first - 2) : last + LOST_REACH]
        lemmas = [*lemmas, *(lost for word in near if (lost := states("lost").get(word)))]
    if not words("going_verbs").isdisjoint(lemmas):
        lemmas = [*lemmas, *(gone for token in tokens[first:last] if (gone := states("gone").get(token.lower)))]
    return tuple(dict.fromkeys(lemmas)) or _tallied(tokens, first)


def _toll(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """Return what a toll counts before a phrase: nearby, or far off in the clause of a bare figure.

    "The toll of the quake in the north of the island rose to 12" is told of 12, not of "12 houses"; what it rose
    from may stand behind what it rose to.
    """
    tolls = states("before")
    near = tuple(tolls[word] for word in tokens.lowers[max(0, first - TOLL_REACH) : first] if word in tolls)
    bare = last - first == 1 and first and tokens[first - 1].lower in words("level_joints")
    if near or not (bare or tokens[first].lower == "from"):
        return near
    passed = ("number", "mark") if tokens[first - 1].lower == "from" else ()
    for place in backwards(tokens, first):
        token = tokens[place]
        if token.lower in tolls:
            return (tolls[token.lower],)
        if token.lower in JOINTS or (token.kind in ("number", "mark") and token.kind not in passed):
            break
    return ()


def _tallied(tokens: Sequence[Token], first: int) -> tuple[str, ...]:
    """Return the verb of saying right before a count that nothing else is told of: "reported 42 cases"."""
    verb = mapping("verbs").get(tokens[first - 1].lower) if first else None
    return (verb,) if verb in words("tally_verbs") else ()


def _governing(tokens: Sequence[Token], first: int) -> str | None:
    """Return the verb whose object a phrase is: right before it, over an article, an adverb or whom it was done for.

    A group that it makes up is passed over: "arrested a total of 14".
    """
    first = _before_group(tokens, first)
    for place in range(first - 1, max(-1, first - 1 - LED), -1):
        token = tokens[place]
        verb = lemma(token)
        if verb:
            acts = _acts(tokens, place) if place == first - 1 else not is_noun(tokens, place)
            return verb if acts and not is_passive(tokens, place) else None
        if token.lower == "that" or token.kind != "word":
            return None  # shows that two men …
        if not (token.lower in DETERMINERS or token.lower in words("object_openers")):
            return None
    return None


def _before_group(tokens: Sequence[Token], first: int) -> int:
    """Return the place of the group that a phrase makes up, "a total of", or that of the phrase."""
    grouped = first > 2 and tokens[first - 1].lower == "of" and tokens[first - 2].lower in words("totals")
    return first - 2 if grouped else first


def _acts(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a verb form right before a figure is a verb: also "broke in, shot a dog and shoot four men"."""
    joined = place > 0 and (tokens[place - 1].text == "," or tokens[place - 1].lower in _TELLS_THAT)
    return joined or not is_noun(tokens, place)


def _event(tokens: Sequence[Token], first: int) -> str | None:
    """Return the lemma of the noun that tells what was done to a phrase: "the shooting of two men"."""
    place = first - 1
    while place > 1 and _describes_object(tokens[place]):
        place -= 1
    if place < 1 or tokens[place].lower not in ("of", "on"):
        return None
    noun = tokens[place - 1].lower
    told = mapping("event_nouns")
    event = told.get(noun) or told.get(singular(noun))
    return event if tokens[place].lower == "of" or event in words("attacks") else None


def _describes_object(token: Token) -> bool:
    """Return whether a word may stand between a preposition and the figure of its phrase: of the armed 16-year-old."""
    return any(token.lower in known for known in (DETERMINERS, words("object_openers"), words("adjectives")))


def _opens_clause(tokens: Sequence[Token], start: int) -> bool:
    """Return whether nothing but a joint stands between the clause's start and the phrase."""
    if start == 0:
        return True
    before = tokens[start - 1]
    joint = before.lower in JOINTS or before.lower in words("clause_openers") or before.lower == "of"
    return before.kind == "mark" or joint


def _before(tokens: Sequence[Token], first: int, *, joints: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the nearest lemma before a phrase in its clause."""
    for place in backwards(tokens, first):
        token = tokens[place]
        if token.text == "," or token.lower in _OTHER_CLAUSES or token.lower in joints:
            return ()
        if mapping("verbs").get(token.lower) in words("reporting_verbs"):
            if token.lower.endswith("ed") and tokens[place + 1].lower in ("to", "at"):
                continue  # jewels estimated at
            return ()
        verb = deed_at(tokens, place)
        if verb and is_deed(tokens, place):
            return (verb,)
    return ()
