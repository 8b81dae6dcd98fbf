"""What is told before a phrase: the verb or noun that it is the object of, and where its noun phrase begins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ...lexicon import mapping, table, words, words_of
from ...text.tokens import Token
from .bounds import JOINTS, OTHER_CLAUSE, backwards, counts_on
from .nouns import is_plural, singular
from .verbs import DETERMINERS, deed_at, is_deed, is_noun, is_passive, lemma, present, states

BRACKET = 8  # tokens between a phrase and either end of its bracket
LED = 3  # tokens between a phrase and what governs it
_BOUND = OTHER_CLAUSE | {"who", "which", "whom"}
_OPENERS = frozenset(("these", "those", "another", "first", "last", "next", "other", "only"))
_SINGULAR = frozenset(("was", "is", "has"))
_HELPING = _SINGULAR | {"were", "are", "have", "had", "will", "would", "could"}
_TELLS_THAT = frozenset(("who", "which", "that", "then"))


def phrase_start(tokens: Sequence[Token], first: int) -> int:
    """Return where a noun phrase begins, articles and words that set it off from others included."""
    while first and (tokens[first - 1].lower in DETERMINERS or tokens[first - 1].lower in _OPENERS):
        if tokens[first - 1].lower == "that":
            break
        first -= 1
    return first


def tells_of_head(tokens: Sequence[Token], start: int, last: int) -> bool:
    """Return whether a verb in the singular tells of the noun before "of": "a mother of three was hurt"."""
    led = start and tokens[start - 1].lower == "of" and last < len(tokens)
    if not led or tokens[last].lower not in _SINGULAR:
        return False
    counted = tokens[last - 1].lower
    return is_plural(counted) or (counted in words("numbers") and counted != "one")


def governing(tokens: Sequence[Token], first: int) -> tuple[str, ...]:
    """Return the verb whose object a phrase is: right before it, over an article, an adverb or whom it was done for.

    A group that it makes up is passed over: "arrested a total of 14".
    """
    first = _before_group(tokens, first)
    for place in range(first - 1, max(-1, first - 1 - LED), -1):
        token = tokens[place]
        verb = lemma(token)
        if place == first - 1 and (now := _now(tokens, place)):
            return (now,)
        if verb:
            acts = _acts(tokens, place) if place == first - 1 else not is_noun(tokens, place)
            those = place > 0 and tokens[place - 1].lower == "those"  # besides those killed 14 were hurt
            governs = acts and not those and not is_passive(tokens, place)
            return (deed_at(tokens, place) or verb, *_deadly(tokens, place)) if governs else ()
        if token.lower == "that" or token.kind != "word":
            return ()  # shows that two men …
        if not (token.lower in DETERMINERS or token.lower in words("object_openers")):
            return ()
    return ()


def _now(tokens: Sequence[Token], place: int) -> str | None:
    """Return what the subject right before a form in the present does: "blast wounds 12", no "two wins 12 times".

    The second of two deeds has its subject further off: "kills 12, wounds 40".
    """
    does = present(tokens[place]) if place else None
    before = tokens[place - 1]
    if does is None or before.text == ",":
        return does
    does_itself = lemma(before) not in (None, before.lower)  # gave names 12 cities bear
    other = before.kind != "word" or before.lower in words_of("function_words", "numbers")
    return None if other or does_itself or is_plural(before.lower) else does


def _deadly(tokens: Sequence[Token], place: int) -> tuple[str, ...]:
    """Return that those died of whom a word before a verb or noun tells it: fatally shot, the fatal shooting of."""
    told = states("with").get(tokens[place - 1].lower) if place else None
    return (told,) if told else ()


def _before_group(tokens: Sequence[Token], first: int) -> int:
    """Return the place of the group that a phrase makes up, "a total of", or that of the phrase."""
    grouped = first > 2 and tokens[first - 1].lower == "of" and tokens[first - 2].lower in words("totals")
    return first - 2 if grouped else first


def _acts(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a verb form right before a figure is a verb: also "broke in, shot a dog and shoot four men"."""
    joined = place > 0 and (tokens[place - 1].text == "," or tokens[place - 1].lower in _TELLS_THAT)
    return joined or not is_noun(tokens, place)


def event(tokens: Sequence[Token], first: int) -> tuple[str, ...]:
    """Return the lemma of the noun that tells what was done to a phrase: "the shooting of two men"."""
    place = _before_object(tokens, first)
    if place > 1 and tokens[place].lower == "of" and tokens[place - 1].lower in words("conduct_nouns"):
        place = _before_object(tokens, place - 1)
    if place < 1:
        return ()
    preposition, noun = tokens[place].lower, singular(tokens[place - 1].lower)
    told = _deed(noun, preposition) or _deed(tokens[place - 1].lower, preposition)
    return (told, *_deadly(tokens, place - 1)) if told else ()


def _before_object(tokens: Sequence[Token], first: int) -> int:
    """Return the place before a phrase, over what describes it."""
    place = first - 1
    while place > 1 and _describes_object(tokens[place]):
        place -= 1
    return place


def _deed(noun: str, preposition: str) -> str | None:
    """Return the lemma of what a noun tells of those behind a preposition."""
    told = mapping("event_nouns").get(noun)
    if told and (preposition == "of" or (preposition == "on" and told in words("attacks"))):
        return told
    return _deeds().get((noun, preposition))


@cache
def _deeds() -> dict[tuple[str, str], str]:
    """Return the lemmas of nouns of deeds that have no day, by noun and preposition."""
    return {(noun, preposition): told for noun, preposition, told in table("deed_nouns")}


def _describes_object(token: Token) -> bool:
    """Return whether a word may stand between a preposition and the figure of its phrase: of the armed 16-year-old."""
    return any(token.lower in known for known in (DETERMINERS, words("object_openers"), words("adjectives")))


def opens_clause(tokens: Sequence[Token], start: int) -> bool:
    """Return whether nothing but a joint stands between the clause's start and the phrase."""
    if start == 0:
        return True
    before = tokens[start - 1]
    joint = before.lower in JOINTS or before.lower in words("clause_openers")
    return before.kind == "mark" or joint


def before(tokens: Sequence[Token], first: int, *, joints: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the nearest lemma before a phrase in its clause, over what is counted before it in a list."""
    listed = False
    for place in backwards(tokens, first):
        token = tokens[place]
        if token.text == ",":
            listed = _lists(tokens, place + 1 + (tokens[place + 1].lower == "and"))
        if mapping("verbs").get(token.lower) == "include":
            return included(tokens, place)
        if (token.text == "," and not listed) or token.lower in _BOUND or token.lower in joints:
            return ()
        if mapping("verbs").get(token.lower) in words("reporting_verbs"):
            if token.lower.endswith("ed") and tokens[place + 1].lower in ("to", "at"):
                continue  # jewels estimated at
            return ()
        verb = deed_at(tokens, place)
        if verb and is_deed(tokens, place):
            return (verb,) if not listed or counts_on(tokens, place + 1) else ()
    return ()


def _lists(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a list goes on at a place: a count, or a bare plural."""
    return counts_on(tokens, place) or (place < len(tokens) and is_plural(tokens[place].lower))


def included(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """Return what befell those that a list tells of: "the confiscated arms included two rifles"."""
    for place in backwards(tokens, at):
        if tokens[place].text == ",":
            return ()
        verb = lemma(tokens[place])
        if verb and tokens[place].lower.endswith(("ed", "en")):
            return (verb,)
    return ()


def out_of_brackets(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return the range of the bracket that a phrase stands in: "paid €200m ($265m)", "23 (12 of them boys)".

    A bracket with a verb of its own tells its own deed.
    """
    opens = next((at for at in range(first - 1, max(-1, first - BRACKET), -1) if tokens[at].text == "("), None)
    places = range(last, min(last + BRACKET, len(tokens)))
    closes = next((at for at in places if tokens[at].text == ")"), None)
    if opens is None or closes is None or any(lemma(token) for token in tokens[opens:closes]):
        return first, last
    return opens, closes + 1


def told_by_helper(tokens: Sequence[Token], last: int) -> bool:
    """Return whether a helping verb right behind a phrase makes it the subject of its clause: "12 were killed"."""
    return last < len(tokens) and tokens[last].lower in _HELPING
