"""What keeps two dates of what seems one event apart, and what they tell of: news made known, what befell somebody."""

from __future__ import annotations

from decimal import Decimal

from ..lexicon import mapping, words
from ..values.dates import DAYS, HOURS, Date
from .figures import hours_apart
from .mention import Mention, each_names_another

LONG = frozenset(("year", "decade", "century"))
MIDDLE = frozenset(("week", "weekend", "month", "quarter", "season", "half"))
ANNOUNCE = "announce"
MOMENT = Decimal("0.25")  # hours within which two deeds may be one event
REPRINTED = 0.7  # share of the stems of a sentence that its reprint has
NAMED = 2  # words of names that two sentences on one announcement have in common


def days_at_odds(left: Mention, right: Mention, *, echo: bool) -> str | None:
    """Return why two dates of what seems one event are of two."""
    shared = left.predicate & right.predicate
    if (
        not echo
        and left.claim.kind == "date"
        and shared
        and shared <= words("reporting_verbs")
        and not announced(left, right)
    ):
        return "people speak on more than one day"
    if {left.scope, right.scope} & {"again", "listed", "ongoing"}:
        return "one side tells of another time"
    if each_names_another(left, right, words("wide_places")):
        return "each names another country"  # the French ministry, and the Turkish one
    if _reprinted(left, right):
        return "one text, printed on two days"
    if _not_past(left, right):
        return "each tells of the day on which it came out, or of one to come"
    return "one side gives a day, the other a longer time" if _day_and_longer(left, right) else None


def _reprinted(left: Mention, right: Mention) -> bool:
    """Return whether one sentence has "today" on one day and "yesterday" on another: printed, and put on a page."""
    relative = all(mention.claim.text.lower() in mapping("relative_days") for mention in (left, right))
    shared, longer = len(left.stems & right.stems), max(len(left.stems), len(right.stems))
    return relative and left.day != right.day and shared >= REPRINTED * longer


def _not_past(left: Mention, right: Mention) -> bool:
    """Return whether two articles tell of their own days, or of later ones: what happens again, plans that change."""
    ahead = [
        mention.day is not None and (getattr(mention.claim.value, "low", None) or "") >= mention.day.isoformat()
        for mention in (left, right)
    ]
    return all(ahead) and left.day != right.day


def _day_and_longer(left: Mention, right: Mention) -> bool:
    """Return whether one of two dates is a day or an hour, the other a year or "last month": the raid, and the war."""
    told = ((left, right), (right, left))
    return any(_is_long(one) and (other.precision in DAYS or other.precision in HOURS) for one, other in told)


def _is_long(mention: Mention) -> bool:
    """Return whether a date is a year or longer, or weeks and months told from a known day, not "March" by its name."""
    if mention.precision in LONG:
        return True
    if mention.precision not in MIDDLE or mention.day is None:
        return False
    said = mention.claim.text.lower().split()
    return said[0] in ("last", "next") or mapping("months").keys().isdisjoint(said)


def moments_apart(left: Mention, right: Mention) -> bool:
    """Return whether two times of one day are further apart than a call and the arrival of those called."""
    one, other = left.claim.value, right.claim.value
    hours = hours_apart(one, other) if isinstance(one, Date) and isinstance(other, Date) else None
    if hours is None or hours <= MOMENT or left.predicate & right.predicate:
        return False
    return not (of_incident(left) and of_incident(right))


def announced(left: Mention, right: Mention) -> bool:
    """Return whether two dates tell when one piece of news was made known: both name much of what it is about.

    People speak on more than one day; a company announces a takeover on one.
    """
    told = left.predicate | right.predicate
    both = bool(left.predicate) and bool(right.predicate) and told <= words("announcing_verbs")
    return both and ANNOUNCE in told and len(left.names & right.names) >= NAMED


def of_incident(mention: Mention) -> bool:
    """Return whether a date is of what befell somebody: shot, died, fell are one incident on one day."""
    return not mention.predicate.isdisjoint(words("incidents"))
