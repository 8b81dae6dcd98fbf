"""Letters and numbers that stand inside a noun phrase: U.S. officials, AK-47 rifles, Boeing 737 jets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...lexicon import words
from ...text.tokens import Token
from .nouns import is_plural, plural_follows


def country_at(tokens: Sequence[Token], at: int) -> int:
    """Return where the letters of a country or body end that open at a place, 0 where none do: U.S. · U.N. · US."""
    if not tokens[at].capital:
        return 0
    place = at
    while (
        place + 1 < len(tokens)
        and len(tokens[place].text) == 1
        and tokens[place].capital
        and tokens[place + 1].text == "."
        and tokens[place + 1].start == tokens[place].end
        and (place == at or tokens[place].start == tokens[place - 1].end)
    ):
        place += 2
    return place if place > at + 2 else at + 1 if tokens[at].text == "US" else 0


def model_at(tokens: Sequence[Token], at: int) -> int:
    """Return where the number of a model ends behind its name, 0 where there is none: AK-47 rifles, Model 3 sedans."""
    if at + 1 >= len(tokens) or not tokens[at - 1].capital:
        return 0
    number = at + (tokens[at].text == "-" and tokens[at].start == tokens[at - 1].end)
    if number + 1 >= len(tokens) or tokens[number].kind != "number" or not tokens[number].text.isdecimal():
        return 0
    joined = number > at and tokens[number].start == tokens[at].end
    behind = tokens[number + 1]
    plural = behind.kind == "word" and (is_plural(behind.lower) or plural_follows(tokens, number + 2))
    return number + 1 if plural and (joined or (number == at and _is_model(tokens[at - 1].lower))) else 0


def models_at(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """Return the model that is counted at a place and where it ends, None where none is: AK-47s · Boeing 737s."""
    if at + 2 >= len(tokens) or not tokens[at].capital or tokens[at].kind != "word":
        return None
    number = at + 1 + (tokens[at + 1].text == "-")
    if number + 1 >= len(tokens) or tokens[number].kind != "number" or tokens[number + 1].lower not in ("s", "'s"):
        return None
    parts = tokens[at : number + 2]
    touching = all(left.end == right.start for left, right in pairwise(parts[1:]))
    joined = number == at + 1 or parts[0].end == parts[1].start
    if not (touching and joined) or not _is_model(tokens[at].lower):
        return None
    return tokens[at].lower + ("-" if number > at + 1 else " ") + tokens[number].text, number + 2


def _is_model(word: str) -> bool:
    """Return whether a word with a capital can name a model: not "Almost 14 divers", "May 14"."""
    if word in words("months") or word in words("weekdays") or word in words("function_words"):
        return False
    return word not in words("approximators") and word not in words("hedges") and not is_plural(word)
