"""What the subject of a figure did or suffered: the verbs of its clause, as lemmas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from ...lexicon import mapping, table, words
from ...text.tokens import Token, Tokens
from .subjects import is_plural

TOLL_REACH = 5  # tokens before a phrase in which "toll" says what it counts
LOST_REACH = 4  # tokens behind a phrase in which "lives" still belong to a verb of losing
ABBREVIATED = 4  # letters of a word that a full stop cuts short: Ave. · Gen.
REACH = 12  # tokens to either side in which a verb still belongs to the figure
_AUXILIARY = frozenset(
    (
        "be",
        "include",
        "last",
        "like",
        "accord",
        "have",
        "do",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "shall",
        "should",
        "must",
    )
)
_DETERMINERS = frozenset(("a", "an", "the", "his", "her", "their", "its", "this", "that", "'s"))
_BEFORE_BARE = frozenset(
    "to will would can could may might must shall should did do does not they we i you who n't didn't don't won't "
    "can't couldn't wouldn't never also and or help let".split()
)
_BOUNDARY = frozenset((";", ":", '"', "(", ")", "."))
_CLAUSE_OPENERS = frozenset(("before", "after", "when", "while", "who", "which", "that", "because", "until"))
_OTHER_CLAUSE = frozenset(("before", "after", "when", "while", "because", "until"))
_JOINTS = frozenset(
    ("and", "but", "while", "as", "after", "before", "until", "when", "because", "with", "who", "which", "that")
)


def nearest_verb(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    """Return the lemma of the verb that a date belongs to, verbs of saying included.

    The nearest before it in the clause, "were published last week", else the first behind it in the
    same clause.
    """
    for place in chain(_backwards(tokens, first), _forwards(tokens, last)):
        token = tokens[place]
        if token.text in _BOUNDARY:
            continue
        verb = mapping("verbs").get(token.lower)
        if verb and token.capital and (place or token.lower == verb):
            continue  # a name; but "Founded in 1936, the mill …"
        if verb and verb not in _AUXILIARY and not is_noun(tokens, place):
            return (verb,)
    return ()


def _forwards(tokens: Sequence[Token], last: int) -> Iterator[int]:
    """Yield places from a token on to the end of its clause."""
    for place in range(last, min(last + REACH, len(tokens))):
        if tokens[place].lower in _CLAUSE_OPENERS:
            return
        yield place


def _backwards(tokens: Sequence[Token], first: int) -> Iterator[int]:
    """Yield places from right before a token back to the clause's start, over anything in brackets."""
    place, lowest = first - 1, max(-1, first - REACH)
    while place > lowest:
        if tokens[place].text == ")":
            while place > 0 and tokens[place].text != "(":
                place, lowest = place - 1, lowest - 1
        elif tokens[place].text in _BOUNDARY and not _abbreviates(tokens, place):
            return
        yield place
        place -= 1


def _abbreviates(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a full stop belongs to the word before it: Church Ave. and 55th St."""
    before = tokens[place - 1] if place else None
    short = before is not None and before.capital and len(before.text) <= ABBREVIATED
    return tokens[place].text == "." and short and place + 1 < len(tokens)


def predicate_of(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """Return the lemmas of what was done by or to a noun phrase, in order, each once.

    What a phrase is the object of ("police arrested 14 people"), else, where it opens its clause, the verbs
    behind it ("two were found …"), else both. Auxiliaries and verbs of saying are left out; a state counts
    as a verb ("12 dead", "in critical condition").
    """
    governing = _governing(tokens, first)
    if governing:
        left_so = _at_once(tokens, last) if governing in words("light_verbs") else ()
        return _told((governing, *left_so, *_relative(tokens, last)), tokens, first, last)
    after = _at_once(tokens, last) or _behind(tokens, last)
    if after and _opens_clause(tokens, first):
        return _told(after, tokens, first, last)
    return _told((*_before(tokens, first), *after), tokens, first, last)


def _told(lemmas: Sequence[str], tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """Return lemmas each once, with what a toll counts before them; to lose or claim lives is to die."""
    lemmas = [*lemmas, *_toll(tokens, first, last)]
    if not words("losing_verbs").isdisjoint(lemmas):
        near = tokens.lowers[max(0, first - 2) : last + LOST_REACH]
        lemmas = [*lemmas, *(lost for word in near if (lost := _states("lost").get(word)))]
    if not words("going_verbs").isdisjoint(lemmas):
        lemmas = [*lemmas, *(gone for token in tokens[first:last] if (gone := _states("gone").get(token.lower)))]
    return tuple(dict.fromkeys(lemmas)) or _tallied(tokens, first)


def _toll(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """Return what a toll counts before a phrase: nearby, or far off in the clause of a bare figure.

    "The toll of the quake in the north of the island rose to 12" is told of 12, not of "12 houses"; what it rose
    from may stand behind what it rose to.
    """
    tolls = _states("before")
    near = tuple(tolls[word] for word in tokens.lowers[max(0, first - TOLL_REACH) : first] if word in tolls)
    bare = last - first == 1 and first and tokens[first - 1].lower in words("level_joints")
    if near or not (bare or tokens[first].lower == "from"):
        return near
    passed = ("number", "mark") if tokens[first - 1].lower == "from" else ()
    for place in _backwards(tokens, first):
        token = tokens[place]
        if token.lower in tolls:
            return (tolls[token.lower],)
        if token.lower in _JOINTS or (token.kind in ("number", "mark") and token.kind not in passed):
            break
    return ()


def _tallied(tokens: Sequence[Token], first: int) -> tuple[str, ...]:
    """Return the verb of saying right before a count that nothing else is told of: "reported 42 cases"."""
    verb = mapping("verbs").get(tokens[first - 1].lower) if first else None
    return (verb,) if verb in words("tally_verbs") else ()


@cache
def _states(place: str) -> dict[str, str]:
    """Return the states told at a place, each with the lemma that tells the same."""
    return {state: told for state, told, where in table("states") if where == place}


def _state(tokens: Sequence[Token], place: int) -> str | None:
    """Return the lemma of a state told behind a phrase, "dead" or "in hospital"; none behind an article."""
    lower = tokens[place].lower
    if lower not in _state_openers() or (place and tokens[place - 1].lower in _DETERMINERS):
        return None
    pair = f"{lower} {tokens[place + 1].lower}" if place + 1 < len(tokens) else ""
    return _states("behind").get(pair) or _states("behind").get(lower)


@cache
def _state_openers() -> frozenset[str]:
    """Return the first words of the states told behind a phrase."""
    return frozenset(state.partition(" ")[0] for state in _states("behind"))


def _governing(tokens: Sequence[Token], first: int) -> str | None:
    """Return the verb whose object a phrase is: right before it, over an article or an adverb."""
    for place in range(first - 1, max(-1, first - 4), -1):
        token = tokens[place]
        verb = lemma(token)
        if verb:
            return None if is_noun(tokens, place) or _is_passive(tokens, place) else verb
        if token.kind != "word" or not (token.lower in _DETERMINERS or token.lower in words("object_openers")):
            return None
    return None


def _is_passive(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a form of "be" or "get" stands before a verb: "were killed 14 days later"."""
    return any(token.lower in words("passive_cues") for token in tokens[max(0, place - 2) : place])


def _at_once(tokens: Sequence[Token], last: int) -> tuple[str, ...]:
    """Return the participle or state right behind a phrase: "12 dead", "left 12 people injured"."""
    if last >= len(tokens):
        return ()
    state = _state(tokens, last)
    if state:
        return (state,)
    verb = lemma(tokens[last])
    if verb is None or tokens[last].lower == verb or is_noun(tokens, last):
        return ()
    after = _state(tokens, last + 1) if last + 1 < len(tokens) else None
    return (verb, after) if after else (verb,)


def lemma(token: Token) -> str | None:
    """Return the lemma of a content verb; None for any other word."""
    return None if token.capital else _content_verbs().get(token.lower)


@cache
def _content_verbs() -> dict[str, str]:
    """Return the lemma of each form of a verb that is neither an auxiliary nor a verb of saying."""
    light = _AUXILIARY | words("reporting_verbs")
    return {form: lemma for form, lemma in mapping("verbs").items() if lemma not in light}


def _opens_clause(tokens: Sequence[Token], first: int) -> bool:
    """Return whether nothing but a joint stands between the clause's start and the phrase."""
    if first == 0:
        return True
    before = tokens[first - 1]
    return before.kind == "mark" or before.lower in _JOINTS or before.lower in ("the", "these", "those", "of")


def _relative(tokens: Sequence[Token], last: int) -> tuple[str, ...]:
    """Return the lemmas of a clause that narrows down a phrase: "treated four people who were hurt"."""
    opened = last < len(tokens) and tokens[last].lower in ("who", "which", "that")
    return _behind(tokens, last + 1) if opened else ()


def _behind(tokens: Sequence[Token], last: int) -> tuple[str, ...]:
    """Return the lemmas behind a phrase, up to the end of its clause, over an inserted clause and a list."""
    found: list[str] = []
    start = _over_insertion(tokens, last)
    for place in range(start, min(start + REACH, len(tokens))):
        token = tokens[place]
        if token.text in _BOUNDARY or token.lower in _OTHER_CLAUSE:
            break
        if found and (token.text == "," or token.lower in _JOINTS):
            break
        if token.lower in ("and", "but", "while") and not (token.lower == "and" and _goes_on(tokens, place + 1)):
            break
        verb = lemma(token)
        if verb and not is_noun(tokens, place):
            if found or place - start < 2 or tokens[place - 1].lower != "to":  # eight counts of assault with intent to
                found.append(verb)
        elif state := _state(tokens, place):
            found.append(state)
    return tuple(dict.fromkeys(found))


def _over_insertion(tokens: Sequence[Token], last: int) -> int:
    """Return where the clause goes on behind an insertion: "14 officers, one of whom had left, were …"."""
    opened = last + 1 < len(tokens) and tokens[last].text == "," and tokens[last + 1].lower in words("insertions")
    for place in range(last + 2, min(last + REACH, len(tokens))) if opened else ():
        if tokens[place].text == ",":
            return place + 1
    return last


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Return whether another counted group follows: "one woman and four men were shot"."""
    if place >= len(tokens):
        return False
    token = tokens[place]
    return token.kind == "number" or token.lower in words("numbers") or token.lower in ("a", "an", "another")


def _before(tokens: Sequence[Token], first: int) -> tuple[str, ...]:
    """Return the nearest lemma before a phrase in its clause."""
    for place in _backwards(tokens, first):
        token = tokens[place]
        if token.text == "," or mapping("verbs").get(token.lower) in words("reporting_verbs"):
            return ()
        verb = lemma(token)
        if verb and not is_noun(tokens, place):
            return (verb,)
    return ()


def is_noun(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a form is a noun here: behind an article, or bare where no verb can be bare.

    "The attack", "murder charges"; but "to attack", "they murder", "police attack".
    """
    before = tokens[place - 1].lower if place else ""
    bare = mapping("verbs").get(tokens[place].lower) == tokens[place].lower
    if before in _DETERMINERS and (bare or before != "that"):
        return True
    unchanging = tokens[place].lower in words("unchanging_verbs")
    return bare and not unchanging and before not in _BEFORE_BARE and not is_plural(before)
