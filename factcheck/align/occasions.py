"""The event by which a date is told where no verb governs it: "Friday's raid", "the sinking of the ferry on Sunday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from ..claims.base import Claim
from ..lexicon import mapping, words
from ..reading.clauses.nouns import singular
from ..reading.people.persons import is_name
from ..text.tokens import Token

AHEAD = 5  # tokens behind a date in which the noun that it describes stands
BACK = 12  # tokens before a date in which the noun that it belongs to stands
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its"))
AGAIN = 24  # tokens before a date in which a word may tell that it is of another time
_LISTING = frozenset((",", "and", "or", "&"))
_YEAR = re.compile(r"(?:19|20)\d\d")
_HELPING = frozenset(("is", "are", "was", "were", "be", "been"))
NEAR = 6  # tokens to either side of a date in which a person is named with what befell them
_PLACED = frozenset(("in", "at", "on", "near", "outside", "from", "to", "inside"))
_ENDS = frozenset((".", ";", ":", '"', "(", ")"))
_IN_COMPOUNDS = frozenset(("-", "by"))  # drive-by shooting


def occasion(claim: Claim, before: Sequence[Token], behind: Sequence[Token]) -> tuple[str, ...]:
    """Return the lemma of the event that a date or period is told of, nothing where no noun near it names one."""
    if claim.kind not in ("date", "period"):
        return ()
    led = bool(before) and before[-1].lower in _ARTICLES
    event = _described(behind) if led or claim.text.endswith(("'s", "’s")) else _dated(before)
    return (event,) if event else ()


def _described(behind: Sequence[Token]) -> str | None:
    """Return the last noun that a date stands before: of "the 3 June bomb attack", the attack."""
    found = None
    for token in behind[:AHEAD]:
        if token.lower not in _IN_COMPOUNDS and (token.kind == "mark" or token.lower in words("function_words")):
            break
        found = _lemma(token) or found
    return found


def _dated(before: Sequence[Token]) -> str | None:
    """Return the nearest noun before a date in its clause: "the raid on the bank on Friday"."""
    for token in reversed(before[-BACK:]):
        if token.text in _ENDS:
            return None
        if lemma := _lemma(token):
            return lemma
    return None


def _lemma(token: Token) -> str | None:
    """Return the lemma of a noun that names an event."""
    nouns = mapping("event_nouns")
    return nouns.get(token.lower) or nouns.get(singular(token.lower))


def time_told(claim: Claim, before: Sequence[Token], behind: Sequence[Token]) -> str:
    """Return why a date is not the one day of its event, empty for one that is, and for all other kinds.

    "again" for another time than the news is of, "the last such raid was on Friday", for days that come every week,
    "on Fridays", and for the day up to which something was counted, "as of Friday"; "listed" for one of several, "in
    1996, 1998 and 2000"; "ongoing" for a day on which a deed had not ended, "were still searching on Friday".
    """
    if claim.kind not in ("date", "period"):
        return ""
    if any(token.lower in words("other_times") for token in before[-AGAIN:]) or _comes_again(claim, before):
        return "again"
    if _beside_another(before[::-1]) or _beside_another(behind):
        return "listed"
    return "ongoing" if _goes_on(before) else ""


def _comes_again(claim: Claim, before: Sequence[Token]) -> bool:
    """Return whether a date is a day of every week, or that of the telling: on Mondays, every Monday, as of Monday."""
    led = [token.lower for token in before[-2:]]
    last, weekdays = claim.text.lower().split()[-1], words("weekdays")
    plural = last not in weekdays and last.removesuffix("s") in weekdays
    return plural or led == ["as", "of"] or (bool(led) and led[-1] in words("every"))


def _beside_another(tokens: Sequence[Token]) -> bool:
    """Return whether a list joins the next date, away from the one at hand: ", 1998", "and Tuesday"."""
    joints = [token.lower for token in tokens[:2] if token.lower in _LISTING]
    at = len(joints)
    if not joints or at >= len(tokens):
        return False
    next_one = tokens[at]
    year = next_one.kind == "number" and _YEAR.fullmatch(next_one.text) is not None
    return year or next_one.lower in words("weekdays") or next_one.lower.removesuffix("s") in words("weekdays")


def _goes_on(before: Sequence[Token]) -> bool:
    """Return whether the verb nearest before a date tells of a deed that had not ended: were (still) searching."""
    for place in range(len(before) - 1, max(-1, len(before) - AGAIN), -1):
        token = before[place]
        if token.text in _ENDS:
            return False
        if token.lower in mapping("verbs"):
            helped = any(earlier.lower in _HELPING for earlier in before[max(0, place - 2) : place])
            return helped and token.lower.endswith("ing")
    return False


def attacked(deeds: AbstractSet[str], before: Sequence[Token], behind: Sequence[Token]) -> frozenset[str]:
    """Return the names beside a date on which somebody was attacked: "killed Jane Roe on Sunday".

    What stands behind a preposition of place names nobody: "shot in Leeds on Sunday"; nor is the speaker attacked.
    """
    if deeds.isdisjoint(words("attacks")):
        return frozenset()
    tokens = [*before[-NEAR:], *behind[:NEAR]]
    found, placed = set[str](), False
    for place, token in enumerate(tokens):
        if is_name(token):
            beside = (*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2])
            if not placed and not any(map(_speaks, beside)):
                found.add(token.lower.removesuffix("'s"))
        elif token.kind == "word":
            placed = token.lower in _PLACED
    return frozenset(found)


def _speaks(token: Token) -> bool:
    """Return whether a word tells that somebody said something."""
    return mapping("verbs").get(token.lower) in words("reporting_verbs")
