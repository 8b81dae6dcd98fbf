"""What the subject of a figure did or suffered: the verbs of its clause, as lemmas."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from ...lexicon import mapping, words
from ...text.tokens import Token, Tokens, touches
from .before import (
    before,
    event,
    governing,
    included,
    opens_clause,
    out_of_brackets,
    phrase_start,
    tells_of_head,
    told_by_helper,
)
from .behind import at_once, behind, left_so, relative, state_behind, to_do
from .bounds import BOUNDARY, JOINTS, backwards, forwards
from .verbs import AUXILIARY, deed_at, in_phrase, is_noun, lemma, states

TOLL_REACH = 5  # tokens before a phrase in which "toll" says what it counts
LED_REACH = 8  # tokens behind a phrase in which it is told where somebody was taken
LOST_REACH = 4  # tokens behind a phrase in which "lives" still belong to a verb of losing
_AND = frozenset(("and", "but"))


def nearest_verb(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    """Return the lemma of the verb that a date belongs to, verbs of saying included.

    The nearest before it in the clause, "were published last week", else the first behind it in the
    same clause; for an adverb the first behind it: "what we recently bought".
    """
    adverb = last - first == 1 and tokens[first].lower.endswith("ly") and last < len(tokens) and lemma(tokens[last])
    if adverb and not is_noun(tokens, last):
        return (adverb,)
    for place in chain(backwards(tokens, first), forwards(tokens, last)):
        token = tokens[place]
        if token.text in BOUNDARY:
            continue
        verb = mapping("verbs").get(token.lower)
        if verb and token.capital and (place or token.lower == verb):
            continue  # a name; but "Founded in 1936, the mill …"
        if verb and touches(tokens, place) and tokens[place - 1].text == "-":
            continue  # rebel-held Leeds
        if verb and verb not in AUXILIARY and not is_noun(tokens, place) and not in_phrase(tokens, place):
            return (deed_at(tokens, place) or verb,)
    return ()


def predicate_of(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """Return the lemmas of what was done by or to a noun phrase, in order, each once.

    What a phrase is the object of ("police arrested 14 people"), or the noun that tells a deed done to it ("the
    killing of 14 people"); else, where it opens its clause, the verbs behind it ("two were found …"); else the verb
    before it and what narrows it down. Auxiliaries and verbs of saying are left out; a state counts as a verb
    ("12 dead", "in critical condition").
    """
    first, last = out_of_brackets(tokens, first, last)
    done = governing(tokens, first) or event(tokens, first)
    if done and not (done[0] in words("clause_verbs") and told_by_helper(tokens, last)):
        return _told((*done, *_narrowed(tokens, last, done[0])), tokens, first, last)
    return _told(_led(tokens, first, last), tokens, first, last)


def _narrowed(tokens: Sequence[Token], last: int, done: str) -> tuple[str, ...]:
    """Return what else is told of the object of a deed: "identified two killed in the raid", "left two unable"."""
    so = left_so(tokens, last)
    befell = not tokens[last].lower.endswith("ing") and so[0] in mapping("outcomes") if so else False
    return (*(so if befell or done in words("light_verbs") else ()), *relative(tokens, last))


def _led(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """Return the deeds told of a phrase that is no verb's or noun's object, by the word that leads it."""
    start = phrase_start(tokens, first)
    leads = tokens[start - 1].lower if start else ""
    own = left_so(tokens, last) or relative(tokens, last) or state_behind(tokens, last)
    if leads in words("passive_cues"):
        return own or to_do(tokens, last) or before(tokens, start, joints=_AND)
    if mapping("verbs").get(leads) in ("have", "do"):
        return own
    if mapping("verbs").get(leads) == "include":
        return own or included(tokens, start - 1)
    if leads == "for" and (told := to_do(tokens, last)):
        return told
    if leads in words("prepositions") and leads != "with":
        return (*before(tokens, first), *own)
    if leads == "of":
        earlier = before(tokens, first)
        return (*earlier, *own) if earlier or tells_of_head(tokens, start, last) else own or behind(tokens, last)
    return _as_subject(tokens, first, last, opens=opens_clause(tokens, start) or told_by_helper(tokens, last))


def _as_subject(tokens: Tokens, first: int, last: int, *, opens: bool) -> tuple[str, ...]:
    """Return what a phrase does or suffers where it opens its clause, else the verb before it first."""
    own = at_once(tokens, last) or relative(tokens, last)
    told = own or behind(tokens, last)
    if opens and told:
        return told
    earlier = before(tokens, first)
    return (*earlier, *own) if earlier else told


def _told(lemmas: Sequence[str], tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """Return lemmas each once, with what a toll counts before them; to lose or claim lives is to die."""
    lemmas = [*lemmas, *_toll(tokens, first, last)]
    leads = mapping("verbs").get(tokens[first - 1].lower, "") if first else ""  # "claimed" may be a verb of saying
    if not words("losing_verbs").isdisjoint((*lemmas, leads)):
        near = tokens.lowers[max(0, first - 2) : last + LOST_REACH]
        lemmas = [*lemmas, *(lost for word in near if (lost := states("lost").get(word)))]
    if not words("transport_verbs").isdisjoint(lemmas):
        led = tokens.lowers[last : last + LED_REACH]
        lemmas = [*lemmas, *(told for word in led if (told := states("carried").get(word)))]
    if not words("going_verbs").isdisjoint(lemmas):
        lemmas = [*lemmas, *(gone for token in tokens[first:last] if (gone := states("gone").get(token.lower)))]
    return tuple(dict.fromkeys(lemmas)) or _described(tokens, first, last) or _tallied(tokens, first)


def _described(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """Return what befell those counted where a participle before their noun alone tells it: "four injured nuns"."""
    for token in tokens[first : last - 1]:
        verb = lemma(token) if token.lower.endswith(("ed", "en")) else None
        if verb in mapping("outcomes"):
            return (verb,)
    return ()


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
