"""Words that move the ends of a figure: almost, at least, or more, 14+."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import mapping, words
from ...models import Modifier, modifier
from ...text.tokens import Token
from ..phrases import Phrase, phrase_from, phrase_until

_ARTICLES = frozenset(("the", "a", "an", "just", "only"))
_MARKS = frozenset(("barrier", "level", "line", "mark", "range", "threshold"))
_OF_PLACE = frozenset(("about", "over", "around"))  # prepositions, and parts of verbs


def modifiers_before(tokens: Sequence[Token], first: int, *, ranged: bool) -> tuple[int, tuple[Modifier, ...]]:
    """Return where the words that modify a figure from the left open, and the modifiers."""
    opens, found = first, []
    if ranged and first and tokens[first - 1].lower in ("between", "from"):
        opens = first - 1
    if opens > 1 and tokens[opens - 1].text == "-" and tokens[opens - 2].lower == "sub":  # sub-300
        surface = modifier("approximator", "sub", "under", "less-than")
        return opens - 2, (surface,)
    for _ in range(3):
        at = opens - 1 if opens and tokens[opens - 1].lower in _ARTICLES else opens
        phrase = _phrase_before(tokens, opens) or (_phrase_before(tokens, at) if at < opens else None)
        if phrase is None or _otherwise_used(tokens, phrase, first):
            break
        found.append(_modifier(tokens, phrase.first, phrase.last, phrase.row))
        opens = phrase.first
    return opens, tuple(reversed(found))


def _of_mark(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a figure is a mark that is neared or passed: "around the $50 level"."""
    return any(token.lower in _MARKS for token in tokens[first + 1 : first + 5])


def _phrase_before(tokens: Sequence[Token], last: int) -> Phrase | None:
    """Return the words that end at a place and may stand before a figure: of "14 died and over 20", "over"."""
    phrase = phrase_until("approximators", tokens, last)
    if phrase is None or phrase.row[3] != "after":
        return phrase
    ends = phrase.first and tokens[phrase.first - 1].kind == "number"  # those aged 65 and over
    if ends or tokens[phrase.first].lower != "and":
        return None
    inner = phrase_until("approximators", tokens[last - 1 : last], 1)
    return None if inner is None or inner.row[3] == "after" else Phrase(inner.row, last - 1, last)


def _otherwise_used(tokens: Sequence[Token], phrase: Phrase, figure: int) -> bool:
    """Return whether words that can approximate do not here: "talk about two", "adds up to 14", ">> 14".

    Nor do those of place before an article: "handed over the two men", "drove around the 10-acre site".
    """
    at, said = phrase.first, phrase.row[0]
    if not said[0].isalpha():
        joined = at > 0 and tokens[at - 1].end == tokens[at].start and tokens[at - 1].text not in "(["
        return (tokens[at].end != tokens[at + 1].start and said == "~") or joined
    before = tokens[at - 1].lower if at else ""
    if said == "up to":
        return before in words("before_up_to")
    led = tokens[phrase.last].lower == "the" and not _of_mark(tokens, figure)
    return said in _OF_PLACE and (led or before in words("before_about"))


def modifiers_behind(tokens: Sequence[Token], last: int) -> tuple[int, tuple[Modifier, ...]]:
    """Return where the words that modify a figure from the right close, and the modifier."""
    if last < len(tokens) and tokens[last].text == "+" and tokens[last].start == tokens[last - 1].end:
        surface = modifier("approximator", "+", "or more", "at-least")
        return last + 1, (surface,)
    joined = last + 1 < len(tokens) and tokens[last].text == "-" and tokens[last].start == tokens[last - 1].end
    row = mapping("joined_approximators").get(tokens[last + 1].lower) if joined else None
    if row:  # 30-plus countries, 20-odd people
        word = tokens[last + 1]
        return last + 2, (modifier("approximator", f"-{word.text}", word.lower, row),)
    phrase = phrase_from("approximators", tokens, last)
    if phrase is None or phrase.row[3] == "before" or (phrase.row[3] == "either" and not _ends(tokens, phrase.last)):
        return last, ()
    return phrase.last, (_modifier(tokens, phrase.first, phrase.last, phrase.row),)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a clause ends before a place: "£20 at most."; not "won twice at least 20 times"."""
    return at >= len(tokens) or tokens[at].kind == "mark"


def _modifier(tokens: Sequence[Token], first: int, last: int, row: tuple[str, ...]) -> Modifier:
    """Return the approximator of a table row, with the words as printed."""
    surface = " ".join([token.text for token in tokens[first:last]])
    return modifier("approximator", surface, row[1], row[2])
