"""What is told behind a phrase, up to the end of its clause: the verbs that it is the subject of."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import mapping, words
from ...text.tokens import Token
from .bounds import BOUNDARY, JOINTS, OTHER_CLAUSE, REACH, counts_on
from .nouns import is_plural
from .verbs import DETERMINERS, deed_at, is_deed, is_helper, is_noun, is_passive, lemma, state_at

LISTED = 3  # times the reach to the verb of a list: "12 oars, 13 ropes, a sail and a rudder were seized"
SPOKEN = 6  # tokens of an inserted clause that says who speaks: eight, said the mayor, are …
INSERTED = 16  # tokens between two dashes
COMMON = 6  # tokens between "and" and the plural verb of all that is told of before
_SUBJECTS = frozenset(("i", "he", "she", "we", "they"))
_PLURAL_VERBS = frozenset(("were", "are", "have"))
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its"))
_RELATIVES = frozenset(("who", "which", "that"))


def at_once(tokens: Sequence[Token], last: int) -> tuple[str, ...]:
    """Return the participle or state right behind a phrase: "12 dead", "left 12 people injured"."""
    if last >= len(tokens):
        return ()
    state = state_at(tokens, last)
    if state:
        return (state,)
    verb = deed_at(tokens, last)
    if verb is None or tokens[last].lower == verb or not is_deed(tokens, last):
        return ()
    after = state_at(tokens, last + 1) if last + 1 < len(tokens) else None
    return (verb, after) if after else (verb,)


def left_so(tokens: Sequence[Token], last: int) -> tuple[str, ...]:
    """Return the participle or state right behind a phrase that narrows it down: "identified two men killed in".

    With an object of its own the form is a finite verb: "a fire set by two boys destroyed the barn".
    """
    if last < len(tokens) and (state := state_at(tokens, last)):
        return (state,)
    own = at_once(tokens, last)
    follows = tokens[last + 1].lower if own and last + 1 < len(tokens) else ""
    return () if follows in DETERMINERS or follows == "them" else own


def relative(tokens: Sequence[Token], last: int) -> tuple[str, ...]:
    """Return the lemmas of a clause that narrows down a phrase: "treated four people who were hurt"."""
    opened = last < len(tokens) and tokens[last].lower in _RELATIVES
    return behind(tokens, last + 1) if opened else ()


def to_do(tokens: Sequence[Token], last: int) -> tuple[str, ...]:
    """Return the deed that a phrase is the first or last to do: "the second guard to resign"."""
    told = last + 1 < len(tokens) and tokens[last].lower == "to"
    verb = deed_at(tokens, last + 1) if told else None
    return (verb,) if verb else ()


def behind(tokens: Sequence[Token], last: int) -> tuple[str, ...]:
    """Return the lemmas behind a phrase, up to the end of its clause, over an inserted clause and a list."""
    found: list[str] = []
    start = _over_insertion(tokens, last)
    if start < len(tokens) and tokens[start].lower in _ARTICLES:
        return ()  # with jewels worth $2m the thieves fled
    other = False  # in a relative clause about another noun: "two men in a car that crashed were hurt"
    reach = start + REACH
    for place in range(start, min(start + LISTED * REACH, len(tokens))):
        token = tokens[place]
        if place >= reach or _ends(tokens, place, begun=bool(found), start=start):
            break
        if token.text == "," and counts_on(tokens, place + 1):
            reach = place + REACH
        other = other or (token.lower in _RELATIVES and not _named(tokens, start, place))
        verb = deed_at(tokens, place)
        if verb and is_deed(tokens, place):
            if other:
                other = False
            elif (
                found or place - start < 2 or tokens[place - 1].lower != "to"
            ):  # eight counts of assault with intent to
                found.append(verb)
        elif state := state_at(tokens, place):
            found.append(state)
    return tuple(dict.fromkeys(found))


def state_behind(tokens: Sequence[Token], last: int) -> tuple[str, ...]:
    """Return the state told right behind a phrase, over a preposition: "two in critical condition"."""
    places = range(last, min(last + 2, len(tokens)))
    return tuple(state for place in places if (state := state_at(tokens, place)))[:1]


def _ends(tokens: Sequence[Token], place: int, *, begun: bool, start: int) -> bool:
    """Return whether a clause ends before a token."""
    token = tokens[place]
    if token.text in BOUNDARY or token.lower in OTHER_CLAUSE:
        return True
    if begun and (token.text == "," or token.lower in JOINTS):
        return True
    if token.lower == "as" and place and tokens[place - 1].text == ",":
        return True  # 12 ships, as opposed to eight
    if token.lower in ("and", "but", "while"):
        return not (token.lower == "and" and (counts_on(tokens, place + 1) or _in_common(tokens, place + 1)))
    if token.lower in _SUBJECTS and tokens[place - 1].text == ",":
        return True  # a mother of five, I stood up
    return not begun and _says(tokens, place, start)


def _named(tokens: Sequence[Token], start: int, place: int) -> bool:
    """Return whether nothing but a name stands between two places: "his father, Walter Roe, who"."""
    return all(token.text == "," or token.capital for token in tokens[start:place])


def _says(tokens: Sequence[Token], place: int, start: int) -> bool:
    """Return whether those of a phrase say something: "two officers said that …"; not "two, police said, were …"."""
    if mapping("verbs").get(tokens[place].lower) not in words("reporting_verbs") or tokens[place].capital:
        return False
    if is_noun(tokens, place) or is_passive(tokens, place):
        return False
    if all(is_helper(token) for token in tokens[start:place]):
        return place + 1 < len(tokens) and tokens[place + 1].text not in (",", '"')
    inserted = any(token.text in (",", '"') for token in tokens[place + 1 : place + SPOKEN])
    return tokens[place - 1].text == "," and not inserted


def _in_common(tokens: Sequence[Token], place: int) -> bool:
    """Return whether more is named of which a plural verb tells: "the 23 raiders and their boats were taken"."""
    for at in range(place, min(place + COMMON, len(tokens))):
        if tokens[at].lower in _PLURAL_VERBS:
            return at > place and is_plural(tokens[at - 1].lower)
        if tokens[at].kind == "mark" or lemma(tokens[at]):
            return False
    return False


def _over_insertion(tokens: Sequence[Token], last: int) -> int:
    """Return where the clause goes on behind an insertion: "14 officers, one of whom had left, were …".

    Dashes insert anything: "two sailors – Ana Roe and Jan Doe – were …".
    """
    if _is_dash(tokens, last):
        places = range(last + 1, min(last + INSERTED, len(tokens)))
        return next((place + 1 for place in places if _is_dash(tokens, place)), last)
    opened = last + 1 < len(tokens) and tokens[last].text == "," and _inserts(tokens[last + 1])
    for place in range(last + 2, min(last + REACH, len(tokens))) if opened else ():
        if tokens[place].text == ",":
            return place + 1
    return last


def _is_dash(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a dash with room on both sides stands at a place."""
    return (
        0 < place < len(tokens) - 1
        and tokens[place].text in ("-", "\u2013", "\u2014")
        and tokens[place - 1].end < tokens[place].start
        and tokens[place].end < tokens[place + 1].start
    )


def _inserts(token: Token) -> bool:
    """Return whether a word behind a comma opens an insertion: including six women, wearing masks."""
    return token.lower in words("insertions") or (token.lower.endswith("ing") and lemma(token) is not None)
