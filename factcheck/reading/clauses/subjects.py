"""What a figure counts: the head of the noun phrase behind it, in its canonical singular."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ...lexicon import mapping, table, words, words_of
from ...text.tokens import KEPT, Token
from .designations import country_at, model_at, models_at
from .nouns import (
    describes,
    is_adverb,
    is_plural,
    number_openers,
    over_of,
    over_owner,
    plain_form,
    plural_follows,
    singular,
)

__all__ = ["Subject", "is_plural", "over_of", "over_owner", "singular", "subject_after"]

# behind a hyphen they end a noun: sign-ups, passers-by
_PARTICLES = frozenset("aways backs by downs ins offs ons outs overs ups".split())
_WHEN = frozenset(("last", "next", "this"))
_PERIODS = frozenset("week weekend month quarter season summer winter year decade".split())
LONGEST_PHRASE = 8  # tokens between a figure and its head noun


class Subject(NamedTuple):
    """A counted noun: its canonical singular, the words before it, and where the phrase ends."""

    noun: str
    qualifiers: tuple[str, ...]
    last: int

    @property
    def phrase(self) -> str:
        """Return the noun with the words before it: "serving police officer"."""
        kept = (word.removesuffix("'s").rstrip("'") for word in self.qualifiers if describes(word))
        return " ".join((*map(plain_form, kept), mapping("counted_abbreviations").get(self.noun, self.noun)))


def subject_after(tokens: Sequence[Token], at: int, *, one: bool = False) -> Subject | None:
    """Return the noun that a figure ending at a place counts; None when no noun follows.

    The first plural ends the phrase, so that in "nine officers resigned" the verb stays outside;
    after "one" the noun is singular, and the phrase runs up to a function word or verb.
    """
    return _subject_after(tokens, at, one)


@lru_cache(maxsize=KEPT)
def _subject_after(tokens: Sequence[Token], at: int, one: bool) -> Subject | None:
    """Return what `subject_after` does."""
    if not one and (model := models_at(tokens, at)):
        return Subject(model[0], (), model[1])
    run = _phrase(tokens, at, one=one)
    if not run:
        return None
    head = next((place for place in reversed(run) if _can_head(tokens, place)), None)
    if head is None and one and tokens[run[-1]].lower in words("nouns"):
        head = run[-1]
    if head is None:
        return _nominal_adjective(tokens, run)
    if not one:
        head = _compound_head(tokens, run, head)
    qualifiers = _qualifiers(tokens, [place for place in run if place < head])
    noun, end = singular(tokens[head].lower), run[-1]
    if end == head + 2 and tokens[end].lower in _PARTICLES and tokens[head + 1].text == "-":
        return Subject(f"{noun}-{tokens[end].lower.removesuffix('s')}", qualifiers, end + 1)
    return Subject(noun, qualifiers, head + 1)


def _can_head(tokens: Sequence[Token], place: int) -> bool:
    """Return whether the word at a place can head a phrase: no adjective or adverb, no country in letters."""
    lower = tokens[place].lower
    plain = not (lower in words("adjectives") or is_adverb(lower) or lower.endswith(("'s", "'")))
    return plain and not country_at(tokens, place)


def _qualifiers(tokens: Sequence[Token], places: list[int]) -> tuple[str, ...]:
    """Return the words at some places, those that a hyphen joins as one."""
    found: list[str] = []
    for place in places:
        country = country_at(tokens, place)
        if country:
            letters = "".join(token.text for token in tokens[place:country] if token.text != ".")
            found.append(letters if letters == "US" else letters.lower())  # in small letters it would be a pronoun
            continue
        model = model_at(tokens, place + 1)
        if model:
            parts = [token.lower for token in tokens[place:model] if token.text != "-"]
            found.append(("-" if len(parts) < model - place else " ").join(parts))
            continue
        joined = found and tokens[place - 1].text == "-" and tokens[place - 1].end == tokens[place].start
        if joined and tokens[place - 2].end == tokens[place - 1].start:
            found[-1] += f"-{tokens[place].lower}"
        else:
            found.append(tokens[place].lower)
    return tuple(found)


def _compound_head(tokens: Sequence[Token], run: list[int], head: int) -> int:
    """Return the place of what a figure counts where nothing is plural: pages, in "a 12 page document"."""
    nouns = [place for place in run if tokens[place].lower not in words("adjectives")]
    own_plural = tokens[head].lower in mapping("irregular_nouns") or singular(tokens[head].lower) in words("nouns")
    if is_plural(tokens[head].lower) or own_plural or len(nouns) < 2 or nouns[0] != run[0] or tokens[head].capital:
        return head
    if tokens[nouns[0]].lower.endswith("'s"):
        return head
    return nouns[0]


def _phrase(tokens: Sequence[Token], at: int, *, one: bool) -> list[int]:
    """Return the places of the noun phrase's words from a place on."""
    run: list[int] = []
    joined = False  # by a hyphen to the word before: coal-fired, gas-only
    place, furthest = at, min(at + LONGEST_PHRASE, len(tokens))
    while place < furthest:
        country = country_at(tokens, place)
        over = country or (run and _over_joint(tokens, place))
        if over:
            run += [place] if country else []
            joined = not country and tokens[place].text == "-"
            place = over
            continue
        if tokens[place].kind != "word" or not (joined or _belongs(tokens, run, place, one=one)):
            break
        run.append(place)
        if not one and _closes(tokens, place):
            break
        joined = False
        place += 1
    return run


def _over_joint(tokens: Sequence[Token], at: int) -> int:
    """Return the place behind a mark, joint or number inside a phrase, 0 where the phrase ends."""
    text = tokens[at].lower
    if text in ("-", "&") and at + 1 < len(tokens) and tokens[at + 1].kind == "word":
        joined = tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
        return at + 1 if joined or text == "&" else 0
    if (text == "," and _adjective_list(tokens, at)) or (text in ("and", "or") and _modifier_pair(tokens, at)):
        return at + 1
    return model_at(tokens, at)


def _belongs(tokens: Sequence[Token], run: list[int], place: int, *, one: bool) -> bool:
    """Return whether a word goes on with a phrase."""
    if (
        not run
        and tokens[place].lower in _WHEN
        and any(token.lower in _PERIODS for token in tokens[place + 1 : place + 2])
    ):
        return False  # sales reached 2.5 million last year
    if tokens[place].lower in number_openers() or (run and _third_person(tokens, place, one=one)):
        return False
    month = run and tokens[place].lower in words("months")
    if month and any(token.kind == "number" for token in tokens[place + 1 : place + 3]):
        return False  # first listed Nov. 27
    if one and run and tokens[place].capital and _plain(tokens[place - 1]) and not tokens[place].text.isupper():
        return False  # one reason Jane Roe left
    if one and not run and tokens[place].lower.endswith("s") and tokens[place].lower in mapping("verbs"):
        return False  # the fourth looks at, one tells
    kept = _modifies(tokens, place) or (one and _bare_noun(tokens, run, place))
    return kept or (not run and _determined(tokens, place)) or not _ends_phrase(tokens[place], bool(run))


def _plain(token: Token) -> bool:
    """Return whether a word is a noun without a capital."""
    return token.kind == "word" and not token.capital and token.lower not in words("adjectives")


def _closes(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a phrase ends with the word at a place, its first plural."""
    return (
        is_plural(tokens[place].lower)
        and not plural_follows(tokens, place + 1)
        and not _hyphen_follows(tokens, place + 1)
    )


def _third_person(tokens: Sequence[Token], place: int, *, one: bool) -> bool:
    """Return whether what could be a plural is a verb: "the evidence supports this", "a 10th officer works"."""
    lower = tokens[place].lower
    if not lower.endswith("s") or place + 1 >= len(tokens):
        return False
    if is_plural(tokens[place - 1].lower):  # the number of deaths stands at 19
        return lower == "stands" and tokens[place + 1].lower == "at"
    verb = any(mapping("verbs").get(lower[:cut]) == lower[:cut] for cut in (-1, -2))
    before = tokens[place - 1]
    single = one and not tokens[place].capital and (before.lower in words("nouns") or before.text.istitle())
    return verb and (single or tokens[place + 1].kind == "number" or tokens[place + 1].lower in words("objects"))


def _hyphen_follows(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a touching hyphen goes on with the word before a place."""
    return (
        at + 1 < len(tokens)
        and tokens[at].text == "-"
        and tokens[at].start == tokens[at - 1].end
        and (tokens[at + 1].kind == "word" and tokens[at + 1].start == tokens[at].end)
    )


def _modifier_pair(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a joint stands between two modifiers of one plural: "Israeli and Palestinian children"."""
    if is_plural(tokens[at - 1].lower) or at + 2 >= len(tokens):
        return False
    first, second = tokens[at + 1], tokens[at + 2]
    sound = all(token.kind == "word" and token.lower not in words("function_words") for token in (first, second))
    verb = tokens[at - 1].lower not in words("adjectives") and first.lower in mapping("verbs") and not first.capital
    return (
        sound
        and not verb
        and not is_plural(first.lower)
        and is_plural(second.lower)
        and first.lower not in number_openers()
    )


def _modifies(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a verb form or particle belongs to the plural behind it: hijacked ships, off-road cars."""
    if place + 2 < len(tokens) and tokens[place + 1].text == "-" and tokens[place + 2].kind == "word":
        return tokens[place].end == tokens[place + 1].start and tokens[place + 1].end == tokens[place + 2].start
    lower = tokens[place].lower
    verb = mapping("verbs").get(lower)
    if verb is None or not (verb == lower or lower.endswith(("ed", "ing", "en"))) or lower in words("function_words"):
        return False
    at = place + 1
    if at < len(tokens) and lower.endswith(("ed", "en")) and tokens[at].lower in words_of("adjectives", "nationals"):
        return plural_follows(tokens, at + 1)  # two captured British sailors
    return at < len(tokens) and not tokens[at].capital and plural_follows(tokens, at)


def _determined(tokens: Sequence[Token], place: int) -> bool:
    """Return whether an article before a verb's bare form makes it a noun: "12% of the harvest"."""
    lower = tokens[place].lower
    article = place > 0 and tokens[place - 1].lower in ("the", "a", "an", "its", "their", "his", "her", "this", "that")
    return article and mapping("verbs").get(lower) == lower and lower not in words("function_words")


def _bare_noun(tokens: Sequence[Token], run: list[int], place: int) -> bool:
    """Return whether a verb's bare form is a noun here: "one particular demand", "one rescue worker"."""
    lower = tokens[place].lower
    opens = not run and not _governs(tokens, place + 1)
    described = bool(run) and (tokens[run[-1]].lower in words("adjectives") or tokens[run[-1] - 1].text == "-")
    compound = bool(run) and run[-1] == place - 1 and not _acts(tokens[run[-1]].lower)
    behind = opens or compound or (described and run[-1] == place - 1)
    bare = mapping("verbs").get(lower) == lower and lower not in words("unchanging_verbs")
    if opens and not bare and lower in words("nouns") and place > 1:  # fired one shot, a third shot
        before = tokens[place - 2].lower
        return before in ("a", "the") or before in mapping("verbs")
    return behind and bare and lower not in words("function_words")


@cache
def _acts(noun: str) -> bool:
    """Return whether a verb's bare form behind a noun may be its deed: "saw one man run", not "one rocket attack"."""
    people = any(row[0] == noun and row[2] != "thing" for row in table("nouns"))
    return is_plural(noun) or (people and noun not in mapping("verbs"))


def _governs(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a participle stands at a place with its object, or so it seems: "propelled grenade launchers"."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind != "word" or tokens[at + 1].lower in words("function_words"):
        return False
    return tokens[at].lower.endswith("ed") and tokens[at].lower in mapping("verbs")


def _adjective_list(tokens: Sequence[Token], comma: int) -> bool:
    """Return whether a comma stands between two adjectives: "two young, armed men"."""
    after = tokens[comma + 1].lower if comma + 1 < len(tokens) else ""
    return tokens[comma - 1].lower in words("adjectives") and after in words("adjectives")


def _ends_phrase(token: Token, begun: bool) -> bool:
    """Return whether a word cannot belong to the phrase: a function word, or a verb behind a noun."""
    if token.lower in words("adjectives"):
        return False
    return (
        token.lower in words("function_words")
        or token.lower in words("negations")
        or (
            token.lower in mapping("verbs")
            and (begun or not token.lower.endswith("ing"))
            and not is_plural(token.lower)
            and not (begun and token.capital and mapping("verbs")[token.lower] == token.lower)
        )
    )


def _nominal_adjective(tokens: Sequence[Token], run: list[int]) -> Subject | None:
    """Return "other" in "ten others": people, told apart by the word itself."""
    last = tokens[run[-1]].lower
    return Subject(singular(last), (), run[-1] + 1) if is_plural(last) else None
