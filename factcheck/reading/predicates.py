"""What the subject of a figure did or suffered: the verbs of its clause, as lemmas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..lexicon import mapping, words
from ..text.tokens import Token
from .subjects import is_plural

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
_PAST_BARE = frozenset("cut hit put set let cost hurt shut quit spread burst cast bet split shed".split())
_BOUNDARY = frozenset((";", ":", '"', "(", ")", "."))
_CLAUSE_OPENERS = frozenset(("before", "after", "when", "while", "who", "which", "that", "because", "until"))
_JOINTS = frozenset(
    ("and", "but", "while", "as", "after", "before", "until", "when", "because", "with", "who", "which", "that")
)


def nearest_verb(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    """Return the lemma of the verb that a date belongs to, verbs of saying included.

    The nearest before it in the clause, "were published last week", else the first behind it in the
    same clause.
    """
    for place in (*_backwards(tokens, first), *_forwards(tokens, last)):
        token = tokens[place]
        if token.text in _BOUNDARY:
            continue
        verb = mapping("verbs").get(token.lower) if not token.capital else None
        if verb and verb not in _AUXILIARY and not _is_noun(tokens, place):
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
        elif tokens[place].text in _BOUNDARY:
            return
        yield place
        place -= 1


def predicate_of(tokens: Sequence[Token], first: int, last: int) -> tuple[str, ...]:
    """Return the lemmas of the verbs that govern a noun phrase, in order, each once.

    The verbs behind a phrase in subject position ("two were found …"), else those before it
    ("police arrested 14 people"), inside the clause. Auxiliaries and verbs of saying are left out.
    """
    after = _behind(tokens, last)
    if after and _opens_clause(tokens, first):
        return after
    before = _before(tokens, first)
    return tuple(dict.fromkeys((*before, *after)))


def lemma(token: Token) -> str | None:
    """Return the lemma of a content verb; None for any other word."""
    found = mapping("verbs").get(token.lower) if not token.capital else None
    if found is None or found in _AUXILIARY or found in words("reporting_verbs"):
        return None
    return found


def _opens_clause(tokens: Sequence[Token], first: int) -> bool:
    """Return whether nothing but a joint stands between the clause's start and the phrase."""
    if first == 0:
        return True
    before = tokens[first - 1]
    return before.kind == "mark" or before.lower in _JOINTS or before.lower in ("the", "these", "those", "of")


def _behind(tokens: Sequence[Token], last: int) -> tuple[str, ...]:
    """Return the lemmas behind a phrase, up to the end of its clause."""
    found: list[str] = []
    for place in range(last, min(last + REACH, len(tokens))):
        token = tokens[place]
        if token.text in _BOUNDARY or (found and (token.text == "," or token.lower in _JOINTS)):
            break
        if token.lower in ("and", "but", "while"):
            break
        verb = lemma(token)
        if verb and not _is_noun(tokens, place):
            found.append(verb)
    return tuple(dict.fromkeys(found))


def _before(tokens: Sequence[Token], first: int) -> tuple[str, ...]:
    """Return the nearest lemma before a phrase in its clause."""
    for place in _backwards(tokens, first):
        token = tokens[place]
        if token.text == ",":
            return ()
        verb = lemma(token)
        if verb and not _is_noun(tokens, place):
            return (verb,)
    return ()


def _is_noun(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a form is a noun here: behind an article, or bare where no verb can be bare.

    "The attack", "murder charges"; but "to attack", "they murder", "police attack".
    """
    before = tokens[place - 1].lower if place else ""
    if before in _DETERMINERS:
        return True
    bare = mapping("verbs").get(tokens[place].lower) == tokens[place].lower
    return bare and tokens[place].lower not in _PAST_BARE and before not in _BEFORE_BARE and not is_plural(before)
