"""What an amount speaks of that counts nothing: profit was 42 million, a fine of £200, $2m in jewellery."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import mapping, words, words_of
from ...text.tokens import Token
from ..clauses.nouns import is_adverb
from ..clauses.subjects import LONGEST_PHRASE, Subject, is_plural, singular, subject_after
from ..clauses.verbs import DETERMINERS, is_noun, is_passive
from ..numerals.form import lower_at
from ..numerals.units import unit_named

BRACKET = 8  # tokens of a bracket behind an amount
_BREAKS = frozenset((",", ";", ":", "(", ")", "—", "–"))
_AWAY = frozenset(("ago", "later", "earlier", "before", "after", "from", "since", "away"))


def past_bracket(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind a short bracket that follows an amount or ends with it: "€2m ($2.6m) of gems"."""
    if at < len(tokens) and tokens[at].text == ")":
        return at + 1
    if at < len(tokens) and tokens[at].text == "(":
        closing = (place for place in range(at, min(at + BRACKET, len(tokens))) if tokens[place].text == ")")
        return next(closing, at - 1) + 1
    return at


def worth_of(tokens: Sequence[Token], at: int) -> Subject | None:
    """Return what an amount of money is paid or lost in: $2m in jewellery, £3m worth of drugs, €5m in damages."""
    at = past_bracket(tokens, at)
    joint = [token.lower for token in tokens[at : at + 2]]
    skip = 2 if joint == ["worth", "of"] else 1 if joint[:1] in (["in"], ["of"]) else 0
    named = at + skip < len(tokens) and tokens[at + skip].capital
    return subject_after(tokens, at + skip, one=True) if skip and not named else None


def topic_before(tokens: Sequence[Token], first: int) -> str | None:
    """Return the noun that a figure speaks of: "profit" in "profit was 42 million", "fine" in "a fine of £200"."""
    owner = owner_of(tokens, first)
    if owner:
        return owner
    verb = next((place for place in range(first - 1, -1, -1) if _is_verb(tokens, place)), None)
    if verb is None or any(token.lower == "that" for token in tokens[verb + 1 : first]):
        return None  # a poll found that 52%
    for place in range(verb - 1, max(-1, verb - LONGEST_PHRASE), -1):
        token = tokens[place]
        if token.kind != "word" or token.lower in words("clause_joints"):
            return None
        if token.lower.endswith("'s") or token.lower in words_of("weekdays", "months") or len(token.lower) < 2:
            return None
        if token.lower in words("function_words") or token.lower in words("negations") or _participle(tokens, place):
            continue
        if is_adverb(token.lower) or _governed(tokens, place):
            continue
        topic = _is_topic(token) and not (_names(tokens, place) or _acts(tokens, place))
        return _of_rate(tokens, place) if topic else None
    return None


def _of_rate(tokens: Sequence[Token], place: int) -> str:
    """Return the noun at a place, of a rate what it is the rate of: the jobless rate is that of unemployment."""
    noun = singular(tokens[place].lower)
    if noun != "rate":
        return noun
    before, behind = lower_at(tokens, place - 1), [token.lower for token in tokens[place + 1 : place + 3]]
    told = behind[1] if behind[:1] == ["of"] and len(behind) > 1 else before
    plain = told and told not in words("function_words") and not told.endswith("'s")
    return mapping("rate_names").get(told, told) if plain else noun


def priced_before(tokens: Sequence[Token], first: int) -> str | None:
    """Return the noun that an amount of money speaks of: what cost it, reached it, fell to it; not who paid it."""
    return owner_of(tokens, first) or _carried(tokens, first, "any")


def lasted_before(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """Return what lasted a stretch of time: "the trial took nine days", "a sentence of 12 years"; else None.

    "Nine days ago", "in nine days" and "over the past nine days" place what is told, and measure nothing.
    """
    owner = owner_of(tokens, first)
    if owner or first == 0 or (last < len(tokens) and tokens[last].lower in _AWAY):
        return owner
    at = first - 1 - (tokens[first - 1].lower == "for")
    governs = at > 0 and mapping("verbs").get(tokens[at].lower) in words("carrying_verbs")
    return _carried(tokens, first, "time") if governs else None


def _carried(tokens: Sequence[Token], first: int, use: str) -> str | None:
    """Return the topic of a figure whose verb carries it to its subject, and does not tell who did what."""
    verb = next((place for place in range(first - 1, -1, -1) if _is_verb(tokens, place)), None)
    if verb is None or any(token.text in _BREAKS for token in tokens[verb:first]):
        return None
    carries = mapping("carrying_verbs").get(mapping("verbs")[tokens[verb].lower])
    changed_hands = use == "any" and lower_at(tokens, first - 1) in ("for", "at") and is_passive(tokens, verb)
    return topic_before(tokens, first) if carries in ("any", use) or changed_hands else None


def paid_for(tokens: Sequence[Token], first: int, last: int) -> Subject | None:
    """Return what a sum is paid for: "paid £40m for the site"."""
    pays = mapping("verbs").get(lower_at(tokens, first - 1)) == "pay" and lower_at(tokens, last) == "for"
    return subject_after(tokens, last + 1 + (lower_at(tokens, last + 1) in DETERMINERS), one=True) if pays else None


def antecedent(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """Return the noun of which a share is told behind it: "the voters, 36% of whom", "12 boats, half of which"."""
    behind = [token.lower for token in tokens[last : last + 2]]
    if first < 2 or behind not in (["of", "whom"], ["of", "which"]) or tokens[first - 1].text != ",":
        return None
    noun = tokens[first - 2]
    return singular(noun.lower) if noun.kind == "word" and is_plural(noun.lower) else None


def measured_near(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """Return what a measure is of: the noun it stands before, "30 cm of rain"; else its topic."""
    noun = _noun_behind(tokens, first, last)
    return noun.noun if noun else topic_before(tokens, first)


def lasting_near(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """Return what lasts: the noun before which a length of time stands, "a two-year deal"; else what lasted so long."""
    noun = _noun_behind(tokens, first, last)
    if noun:
        return mapping("lasting_nouns").get(noun.phrase, noun.noun)
    before = lasted_before(tokens, first, last)
    return mapping("lasting_nouns").get(before, before) if before else None


def _noun_behind(tokens: Sequence[Token], first: int, last: int) -> Subject | None:
    """Return the noun that a measure describes: "a two-year deal", "four days of riots"."""
    hyphen = any(token.text == "-" for token in tokens[first + 1 : last - 1])
    of = last < len(tokens) and tokens[last].lower == "of"
    return subject_after(tokens, last + of, one=True) if hyphen or of else None


def _is_verb(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a form is a verb at a place: not "an annual rate", "8GB of RAM"."""
    token = tokens[place]
    base = mapping("verbs").get(token.lower)
    if base is None or (token.capital and place > 0):
        return False
    before = tokens[place - 1].lower if place else ""
    return base != token.lower or not (before in words("adjectives") or before in ("a", "an", "the", "of"))


def _names(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a word is a name, as far as its capital tells: one that opens a sentence may be any noun."""
    return tokens[place].capital and (place > 0 or tokens[place].lower in words_of("given_names", "wide_places"))


def _acts(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a verb's bare form is no noun: "they say it cost £3m"; not "and profit was £3m"."""
    if not place or tokens[place - 1].lower in ("and", "or"):
        return False
    return mapping("verbs").get(tokens[place].lower) == tokens[place].lower and not is_noun(tokens, place)


def _is_topic(token: Token) -> bool:
    """Return whether a word can be what an amount speaks of: no adjective, verb or unit of measure."""
    verb = mapping("verbs").get(token.lower)
    if (
        token.lower in words("adjectives")
        or token.lower in words("numbers")
        or token.lower in words("empty_amounts")
        or (verb is not None and verb != token.lower)
    ):
        return False
    return unit_named(token) is None


def owner_of(tokens: Sequence[Token], first: int) -> str | None:
    """Return the noun right before "of" or "worth" and a figure: a depth of 30 feet, jewellery worth $2m."""
    if first < 2 or tokens[first - 1].lower not in ("of", "worth"):
        return None
    noun = tokens[first - 2]
    if noun.kind != "word" or noun.capital or noun.lower in words("function_words"):
        return None
    return singular(noun.lower) if _is_topic(noun) else None


def number_of(tokens: Sequence[Token], first: int) -> Subject | None:
    """Return what a bare figure is the number of: "the number of cases has risen to 12,345"."""
    for place in range(first - 2, max(-1, first - LONGEST_PHRASE - 4), -1):
        if tokens[place].text in ".;":
            return None
        if tokens[place].lower in words("number_nouns") and tokens[place + 1].lower == "of":
            found = subject_after(tokens, place + 2)
            return found if found and found.last < first and is_plural(tokens[found.last - 1].lower) else None
    return None


def over_number(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind "the number of" that opens at a place: "brings to 74 the number of people killed"."""
    number = lower_at(tokens, at) == "the" and lower_at(tokens, at + 1) in words("number_nouns")
    return at + 3 if number and lower_at(tokens, at + 2) == "of" else at


def _governed(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a noun stands behind a preposition, so that the topic is before it: "profit for the year"."""
    at = place - 1
    while at > 0 and (
        tokens[at].lower in words("adjectives") or tokens[at].lower in ("the", "a", "an", "its", "their")
    ):
        at -= 1
    return at > 0 and tokens[at].lower in words("prepositions")


def _participle(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a word before a verb belongs to it: "was expected to cost"; not "arms spending would reach"."""
    lower = tokens[place].lower
    if lower.endswith("ing") and mapping("verbs").get(lower_at(tokens, place - 1)) != "be":
        return lower in mapping("verbs") and lower_at(tokens, place + 1) not in words("function_words")
    return lower in mapping("verbs") and lower.endswith(("ed", "ing"))
