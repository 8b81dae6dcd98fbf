"""The noun phrases of those who speak: Mr Khan · a spokesman for the firm · she · police."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...lexicon import mapping, words
from ...text.tokens import Token, touches
from .cues import is_cue

PHRASE = 10  # tokens of a speaker's noun phrase
APPOSITION = 22  # tokens between a name and its verb: "Khan, the mayor of London, said"
PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we"))
_MARKS = frozenset((",", ";", ":", "(", ")", '"', "-", "—", ".", "?", "!"))


class Phrase(NamedTuple):
    """The noun phrase of a speaker, in half-open token places."""

    first: int
    last: int


def phrase_until(tokens: Sequence[Token], verb: int, opened: int) -> Phrase | None:
    """Return the noun phrase that is the subject of a verb, over adverbs and an apposition between commas.

    Of "her mother, Jane Lund, said" it is the name.
    """
    last = _over_adverbs(tokens, verb, opened)
    closed = last - 1
    if last > opened and tokens[closed].text in (",", ")"):
        last = _over_apposition(tokens, closed, opened)
        if last - 1 > opened and tokens[last - 1].kind == "number" and tokens[last - 2].text == ",":
            last -= 2  # Lund, 45, of Leeds, said
    if last > opened and tokens[last - 1].lower == "who":
        last -= 1
        last -= last > opened and tokens[last - 1].text == ","
    if last <= opened:
        return None
    named = _one_word(tokens, last) or _led_name(tokens, last, opened)
    if named:
        return named
    inner = name_until(tokens, closed, opened) if last < closed else None
    common = common_until(tokens, last, opened)
    return inner if common and inner and inner.first == last + 1 else common


def _led_name(tokens: Sequence[Token], last: int, opened: int) -> Phrase | None:
    """Return the name that ends at a place, with what it belongs to: a spokesman for Lund, a source at No 10."""
    owner = tokens[last - 2] if last - 2 >= opened and tokens[last - 1].kind == "number" else None
    numbered = owner is not None and owner.capital and owner.lower not in mapping("months")
    name = Phrase(last - 2, last) if numbered else name_until(tokens, last, opened)  # No 10
    if name is None:
        return None
    led = name.first - 1 > opened and tokens[name.first - 1].lower in ("for", "of", "at")
    for first in range(name.first - 2, max(opened, name.first - PHRASE) - 1, -1) if led else ():
        word = tokens[first].lower
        if word in words("speaker_determiners"):
            return Phrase(first, last)
        if tokens[first].text in _MARKS or tokens[first].capital or word in words("function_words"):
            break
    return Phrase(name.first, last)


def _over_adverbs(tokens: Sequence[Token], at: int, opened: int) -> int:
    """Return the place behind the subject of a verb: over "has also", "angrily", "on Monday"."""
    while at > opened:
        word = tokens[at - 1].lower
        adverb = word.endswith("ly") and not tokens[at - 1].capital
        if not (adverb or word in words("before_cues") or (word in mapping("weekdays") and at - 1 > opened)):
            break
        at -= 1
    return at


def _over_apposition(tokens: Sequence[Token], closed: int, opened: int) -> int:
    """Return the place behind a name before ", the mayor of London," or "(R-OK)"."""
    opening = "(" if tokens[closed].text == ")" else ","
    for place in range(closed - 1, max(opened, closed - APPOSITION) - 1, -1):
        if tokens[place].text == opening:
            return place
        if tokens[place].text in ('"', ";", ":"):
            break
    return opened


def _one_word(tokens: Sequence[Token], last: int) -> Phrase | None:
    """Return a pronoun right before a place."""
    return Phrase(last - 1, last) if tokens[last - 1].lower in PRONOUNS else None


def name_until(tokens: Sequence[Token], last: int, opened: int) -> Phrase | None:
    """Return the name that ends at a place: Sadiq Khan · Ms. Alawee · the Bank of England."""
    if not _in_name(tokens, last - 1):
        return None
    first = last - 1
    while first > opened and last - first < PHRASE and _joins_name(tokens, first - 1):
        first -= 1
    while first < last - 1 and not _opens_name(tokens, first):
        first += 1
    return Phrase(first, last) if _opens_name(tokens, first) else None


def _in_name(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a token can end a name: capitalised, and neither a weekday nor a word of grammar."""
    token = tokens[at]
    if token.kind != "word" or not token.capital:
        return False
    lower = token.lower
    return lower not in mapping("weekdays") and lower not in mapping("months") and lower not in words("function_words")


def _joins_name(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a token before a name belongs to it: a capital, an initial with its stop, of, van."""
    token = tokens[at]
    if token.text == ".":
        return touches(tokens, at) and tokens[at - 1].capital
    if token.text in ("-", "&"):
        return at > 0 and tokens[at - 1].capital
    return _in_name(tokens, at) or (_is_particle(token) and at > 0 and tokens[at - 1].capital)


def _is_particle(token: Token) -> bool:
    """Return whether a word in lower case may stand inside a name: van, of."""
    return token.lower == "of" or token.lower in words("name_particles")


def _opens_name(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].capital and tokens[at].lower not in words("function_words")


def common_until(tokens: Sequence[Token], last: int, opened: int) -> Phrase | None:
    """Return the noun phrase that ends at a place: the rights group · a spokesman for the firm · police."""
    if tokens[last - 1].kind != "word" or tokens[last - 1].lower in words("function_words"):
        return None
    for first in range(last - 1, max(opened, last - PHRASE) - 1, -1):
        word = tokens[first].lower
        if word in words("speaker_determiners") and first < last - 1:
            return Phrase(_head_before(tokens, first, opened), last)
        owned = word.endswith("'s") or (word == "'" and first > opened)
        owner = name_until(tokens, first + (word != "'"), opened) if owned and first < last - 1 else None
        if owner:
            return Phrase(owner.first, last)
        if (tokens[first].text in _MARKS and word != "'") or (word in mapping("verbs") and first < last - 1):
            break
    plural = tokens[last - 1].lower in words("speaker_nouns")
    first = last - 1
    while plural and first > opened and _in_name(tokens, first - 1):
        first -= 1
    return Phrase(first, last) if plural else None


def _head_before(tokens: Sequence[Token], first: int, opened: int) -> int:
    """Return where "a spokesman for the firm" opens, given the place of "the"."""
    if first - 2 <= opened or tokens[first - 1].lower not in ("of", "for", "from", "at", "with", "in"):
        return first
    for place in range(first - 2, max(opened, first - PHRASE // 2) - 1, -1):
        if tokens[place].text in _MARKS or tokens[place].lower in mapping("verbs"):
            break
        if tokens[place].lower in words("speaker_determiners"):
            return place
    return first


def phrase_from(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Return the noun phrase that begins at a place: said Mr Khan · said a spokesman for the firm."""
    while at < len(tokens) and (tokens[at].lower in mapping("weekdays") or tokens[at].lower == "on"):
        at += 1
    if at >= len(tokens):
        return None
    if tokens[at].lower in PRONOUNS:
        return Phrase(at, at + 1)
    last = at
    while last < min(len(tokens), at + PHRASE) and _goes_on(tokens, at, last):
        last += 1
    names = list(_names(tokens, at, last))
    if names:
        return names[-1] if tokens[at].lower not in words("speaker_determiners") else Phrase(at, last)
    common = last > at and (
        tokens[at].lower in words("speaker_determiners")
        or tokens[last - 1].lower in words("speaker_nouns")
        or any(token.lower.endswith("'s") for token in tokens[at : last - 1])
    )
    return (_named_behind(tokens, last) or Phrase(at, last)) if common else None


def _named_behind(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Return the name of "the harbour master, Joe Lund"."""
    last = at + 1
    while last < len(tokens) and (_in_name(tokens, last) or _between_names(tokens, last, len(tokens))):
        last += 1
    ends = last >= len(tokens) or tokens[last].kind == "mark"
    return Phrase(at + 1, last) if last > at + 1 and tokens[at].text == "," and ends else None


def _goes_on(tokens: Sequence[Token], at: int, place: int) -> bool:
    """Return whether a token behind the first of a noun phrase still belongs to it."""
    token = tokens[place]
    if token.text == ".":
        return tokens[place - 1].capital and len(tokens[place - 1].text) <= 4 and place + 1 < len(tokens)
    if token.kind != "word":
        return token.text in ("-", "&", "'") and place > at
    if token.lower in words("speaker_determiners"):
        return place == at or tokens[place - 1].lower in ("of", "for", "from", "at")
    if token.lower in ("of", "for", "from", "at", "with"):
        return place > at
    known = token.lower in words("function_words") or token.lower in mapping("weekdays")
    return not known and (token.capital or not is_cue(tokens, place))


def _names(tokens: Sequence[Token], at: int, last: int) -> Iterator[Phrase]:
    """Yield the names in a stretch: Rick Hasen in "election law expert Rick Hasen", none in "Khan's aide"."""
    place = at
    while place < last:
        if not _in_name(tokens, place):
            place += 1
            continue
        first = place
        while place < last and (_in_name(tokens, place) or _between_names(tokens, place, last)):
            place += 1
            if tokens[place - 1].lower.endswith("'s"):
                break
        else:
            yield Phrase(first, place)


def _between_names(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Return whether a stop, hyphen or particle joins two capitals."""
    joint = tokens[at].text in (".", "-", "&") or _is_particle(tokens[at])
    return joint and at + 1 < last and tokens[at + 1].capital


def subject_before(tokens: Sequence[Token], before: int) -> Phrase | None:
    """Return the subject of the verb nearest before a place: "Khan left the hall, saying “…”"."""
    for place in range(before - 1, 0, -1):
        word = tokens[place].lower
        if tokens[place].capital or word.endswith("ing") or tokens[place - 1].lower == "to":
            continue
        if word in mapping("verbs") and (phrase := phrase_until(tokens, place, 0)):
            return phrase
    return None
