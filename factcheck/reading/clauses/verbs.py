"""Which words of a clause are verbs of a deed, and which states tell the same without a verb."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ...lexicon import mapping, table, words
from ...text.tokens import Token
from .nouns import is_adverb, is_plural, plural_follows, singular

AUXILIARY = frozenset("be include last like accord have do will would can could may might shall should must".split())
DETERMINERS = frozenset(("a", "an", "the", "his", "her", "their", "its", "this", "that", "'s"))
_BEFORE_BARE = frozenset(
    "to will would can could may might must shall should did do does not they we i you who n't didn't don't won't "
    "can't couldn't wouldn't never also and or help let".split()
)
_PERCENT = frozenset(("cent", "percent", "%"))  # of people, whom polls ask: 52 per cent back the plan
HARM_REACH = 8  # tokens behind "suffered" in which the harm stands: a non-life-threatening gunshot wound
_FATAL = frozenset(("deadly", "fatal", "mortal"))
_AGAIN = frozenset(("re", "co", "pre"))  # before a hyphen inside a verb: re-elected


def lemma(token: Token) -> str | None:
    """Return the lemma of a content verb; None for any other word."""
    return None if token.capital else _content_verbs().get(token.lower)


def present(token: Token) -> str | None:
    """Return the lemma of a verb in the present that could be a plural noun: "wounds" in "Blast wounds 12"."""
    word = token.lower
    if token.capital or not word.endswith("s") or word in mapping("verbs"):
        return None
    bare = word.removesuffix("es") if word.endswith(("shes", "ches", "sses", "xes")) else word[:-1]
    found = _content_verbs().get(bare)
    return found if found == bare else None


def deed_at(tokens: Sequence[Token], place: int) -> str | None:
    """Return the lemma of the deed that a verb tells with the words behind it: "opened fire" is to shoot."""
    form = None if tokens[place].capital else mapping("verbs").get(tokens[place].lower)
    if form is None:
        return None
    verb, phrases = lemma(tokens[place]), _phrasal().get(form)
    if verb in words("suffering_verbs"):
        return _harm_behind(tokens, place + 1) or verb
    if phrases is None:
        return verb
    told = [" ".join(token.lower for token in tokens[place + 1 : place + reach]) for reach in (4, 3, 2)]
    return next((phrases[words_behind] for words_behind in told if words_behind in phrases), verb)


def in_phrase(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a word only goes with the verb right before it: "place" in "took place"."""
    verb = lemma(tokens[place - 1]) if place else None
    return tokens[place].lower in _phrasal().get(verb, {})


def _harm_behind(tokens: Sequence[Token], at: int) -> str | None:
    """Return the deed that a harm tells whose noun stands a few words on: [suffered] an apparent gunshot wound."""
    fatal = False
    for place, token in enumerate(tokens[at : at + HARM_REACH], at):
        noun = singular(token.lower)
        harm = mapping("harms").get(f"{tokens[place - 1].lower} {noun}") or mapping("harms").get(noun)
        if harm:
            return "die" if fatal else harm
        fatal = fatal or (token.lower in _FATAL and tokens[place - 1].text != "-")  # no non-fatal wound
        led = token.lower in ("a", "an", "from", "other") or token.text == "-"
        if not led and (token.kind == "mark" or token.capital or token.lower in words("function_words")):
            return None
    return None


@cache
def _phrasal() -> dict[str | None, dict[str, str]]:
    """Return the deeds that a verb tells with words behind it, by verb and words."""
    found: dict[str | None, dict[str, str]] = {}
    for verb, behind, told in table("verb_phrases"):
        found.setdefault(verb, {})[behind] = told
    return found


@cache
def _content_verbs() -> dict[str, str]:
    """Return the lemma of each form of a verb that is neither an auxiliary nor a verb of saying."""
    light = AUXILIARY | words("reporting_verbs")
    idle = words("verbal_prepositions")
    return {form: lemma for form, lemma in mapping("verbs").items() if lemma not in light and form not in idle}


def is_helper(token: Token) -> bool:
    """Return whether a word only helps a verb: has, will, also, reportedly."""
    helps = mapping("verbs").get(token.lower) in AUXILIARY
    return helps or token.lower == "also" or token.lower.endswith("ly")


def is_noun(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a form is a noun here: behind an article, or bare where no verb can be bare.

    "The attack", "murder charges"; but "to attack", "they murder", "police attack".
    """
    before = tokens[place - 1].lower if place else ""
    bare = mapping("verbs").get(tokens[place].lower) == tokens[place].lower
    if before in DETERMINERS and (bare or before != "that"):
        return True
    named = _is_adjective(before) or before in words("prepositions")  # a mild upset, in cost cuts
    unchanging = tokens[place].lower in words("unchanging_verbs") and not named
    led = before in _BEFORE_BARE or before.endswith(("'ll", "'d")) or _acts_in_number(tokens, place - 1)
    led = led or (before in _PERCENT and mapping("verbs").get(tokens[place].lower) in words("polled_verbs"))
    return bare and not unchanging and not led and not is_plural(before)


def _acts_in_number(tokens: Sequence[Token], place: int) -> bool:
    """Return whether "police" at a place is a subject: "police arrest 12", but not "in a police raid 12 were hurt"."""
    if place < 0 or tokens[place].lower != "police":
        return False
    before = tokens[place - 1].lower if place else ""
    return before not in DETERMINERS and before not in words("prepositions") and not _is_adjective(before)


def describes_noun(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a verb form only describes a noun, or is one: gang-related, 13 loaded guns, nights of rioting.

    A gerund behind "of" is a deed only where a verb or noun leads it to an object: accused of firing rockets.
    """
    before = tokens[place - 1] if place else None
    if before is None:
        return False
    if before.text == "-" and place > 1:
        return before.end == tokens[place].start and tokens[place - 2].lower not in _AGAIN
    form = tokens[place].lower
    if before.lower == "as":
        return form.endswith("ed")  # as opposed to
    if form.endswith("ing") and before.lower == "of":
        return place > 1 and is_plural(tokens[place - 2].lower)
    joined = place > 1 and tokens[place - 2].text == "-" and form.endswith("ing")  # the all-time scoring record
    if _is_adjective(before.lower) or before.lower.endswith("'s") or joined:
        return form.endswith(("ed", "en", "ing")) and _noun_follows(tokens, place + 1)
    if before.lower.endswith("ly") and place > 1:  # 13 fully loaded magazines
        before = tokens[place - 2]
    if not (before.kind == "number" or before.lower in words("numbers")):
        return False
    if form.endswith("ing"):  # a 44-26 rebounding edge
        return _noun_follows(tokens, place + 1)
    return form.endswith(("ed", "en")) and plural_follows(tokens, place + 1)


def _is_adjective(word: str) -> bool:
    """Return whether a word describes a noun, by the lexicon; adverbs before an adjective are listed there too."""
    return word in words("adjectives") and not word.endswith("ly")


def _noun_follows(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the word at a place may be a noun, by what it is not."""
    if at >= len(tokens) or tokens[at].kind != "word" or tokens[at].capital:
        return False
    word = tokens[at].lower
    verb = mapping("verbs").get(word)
    return word not in words("function_words") and verb in (None, word) and not is_adverb(word)


def is_deed(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a form of a verb stands for a deed here: no noun, and no word that describes one."""
    return not is_noun(tokens, place) and not describes_noun(tokens, place)


def is_passive(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a form of "be" or "get" before a participle makes it passive: "were killed 14 days later".

    "Are seeking two men" is not.
    """
    if tokens[place].lower.endswith("ing"):
        return False
    return any(token.lower in words("passive_cues") for token in tokens[max(0, place - 2) : place])


@cache
def states(place: str) -> dict[str, str]:
    """Return the states told at a place, each with the lemma that tells the same."""
    return {state: told for state, told, where in table("states") if where == place}


def state_at(tokens: Sequence[Token], place: int) -> str | None:
    """Return the lemma of a state told behind a phrase, "dead" or "in hospital"; none behind an article."""
    lower = tokens[place].lower
    if lower not in _state_openers() or (place and tokens[place - 1].lower in DETERMINERS):
        return None
    told = (" ".join(token.lower for token in tokens[place : place + size]) for size in (3, 2, 1))
    return next((states("behind")[words_here] for words_here in told if words_here in states("behind")), None)


@cache
def _state_openers() -> frozenset[str]:
    """Return the first words of the states told behind a phrase."""
    return frozenset(state.partition(" ")[0] for state in states("behind"))
