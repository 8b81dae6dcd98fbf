"""Dates: "until April 2024", "on Wednesday", "2 July", "last week", "in the 1950s", "at 8.20am on Friday"."""

from __future__ import annotations

from collections.abc import Iterator

from ..lexicon import words
from ..models import Modifier, modifier
from ..reading.clauses.predicates import nearest_verb
from ..reading.dates import Dated
from ..reading.phrases import phrase_until
from ..text.tokens import Token
from ..values.calendar import DateMeasurements
from ..values.dates import Date, Expression, Precision
from ..values.weekdays import Day, Weekday, Year, day_told, weekday_of, weekday_told, year_told
from .base import Claim, ClaimMeasurements, display_quantity, measure_dates, sign_date
from .kind import Kind
from .passage import Passage
from .placing import placed

_VAGUE = frozenset(("around", "about", "approximately", "roughly", "circa", "nearly", "shortly", "just"))


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield the dates of a passage that no period has used.

    "Nine days later" with no date before it is left to be read as a length of time.
    """
    for dated in passage.dates:
        if not passage.taken.isdisjoint(range(dated.first, dated.last)):
            continue
        date = value(passage, dated)
        if date.timex is None and date.precision == "unknown":
            continue
        predicate, modifiers = _predicate(passage, dated), _modifiers(passage, dated)
        yield passage.claim("date", date, dated.first, dated.last, predicate=predicate, modifiers=modifiers)


def value(passage: Passage, dated: Dated) -> Date:
    """Return a date resolved from the day of publication, its edge ("early 2019") kept as a modifier.

    What is told from a date mentioned before is only implied: such a date has a TIMEX3 value, but no
    ends, and its precision is "unknown".
    """
    timex, span = placed(passage, dated)
    written = dated.written
    implied = written.anchor not in ("writing", "every") or written.reference is not None
    surface = passage.text(dated.first, dated.last)
    return Date.trusting(
        type="date",
        timex=timex,
        low=span[0].isoformat() if span and not implied else None,
        high=span[1].isoformat() if span and not implied else None,
        precision="unknown" if implied else _precision(written),
        literal=surface,
    )


def _precision(written: Expression) -> Precision:
    """Return how fine a date is told, its time of day taken in."""
    if written.clock is None:
        return written.grain
    return "part" if written.clock.isalpha() else "minute" if ":" in written.clock else "hour"


def _predicate(passage: Passage, dated: Dated) -> tuple[str, ...]:
    """Return the verb a date belongs to; none for "Friday's game", which dates the game.

    Nor for the stamp of a text, "issued at 7.27pm": the next version has another.
    """
    if (
        passage.tokens[dated.last - 1].lower.endswith("'s")
        or _describes(passage, dated)
        or _is_for_year(passage, dated)
    ):
        return ()
    verb = nearest_verb(passage.tokens, dated.first, dated.last)
    stamp = _precision(dated.written) == "minute" and not words("stamp_verbs").isdisjoint(verb)
    return () if stamp else verb


def _describes(passage: Passage, dated: Dated) -> bool:
    """Return whether a date stands between an article and a noun: "the 2000 nominee", "a June 3 hearing"."""
    tokens = passage.tokens
    before = tokens[dated.first - 1].lower if dated.first else ""
    behind = tokens[dated.last] if dated.last < len(tokens) else None
    noun = behind is not None and behind.kind == "word" and behind.lower not in words("function_words")
    return noun and before in ("the", "a", "an", "his", "her", "their", "its")


def _is_for_year(passage: Passage, dated: Dated) -> bool:
    """Return whether a year is the one that something is for, not in which it was done: "the budget for 2005"."""
    return dated.written.grain == "year" and dated.first > 0 and passage.tokens[dated.first - 1].lower == "for"


def _modifiers(passage: Passage, dated: Dated) -> tuple[Modifier, ...]:
    """Return the edge of the date, the bound that a preposition sets, and what makes a time of day vague."""
    found = []
    if dated.edge:
        surface = passage.tokens[dated.first].text
        found.append(modifier("approximator", surface, dated.edge, dated.edge))
    bound = phrase_until("date_bounds", passage.tokens, dated.first)
    if bound and not (dated.written.clock and bound.row[1] == "around"):
        surface = passage.text(bound.first, bound.last)
        found.append(modifier("approximator", surface, bound.row[0], bound.row[1]))
    if dated.written.clock and not found:
        near = passage.tokens[max(0, dated.first - 1) : dated.last]
        found += [_around(token) for token in near if token.lower in _VAGUE][:1]
    return tuple(found)


def _around(token: Token) -> Modifier:
    """Return the approximator of "around 9.30pm"."""
    return modifier("approximator", token.text, token.lower, "around")


def compared(claim: Claim) -> tuple[Claim, ...]:
    """Return the claim where its day or hour is told, nothing where it is implied: that makes no fact.

    Nor does the date line that an article opens with: it dates the article.
    """
    implied = isinstance(claim.value, Date) and claim.value.precision == "unknown"
    opening = (claim.line, claim.column) == (1, 1)
    return () if implied or opening else (claim,)


def sign(claim: Claim) -> str:
    """Return the days of a date, its edge, and its time of day.

    "Saturday morning" and "11am on Saturday" tell the day of "Saturday"; a time alone is a figure itself.
    """
    value = claim.value
    if not isinstance(value, Date) or "T" not in (value.timex or "") or value.precision == "unknown":
        return sign_date(claim)
    day, _, clock = (value.timex or "").partition("T")
    told = day if value.low or "X" in day else ""
    return f"{told or 'T' + clock}|{claim.approximation}|{clock}"


class DateClaimMeasurements(ClaimMeasurements):
    """What is measured of one date: whether its day exists, and is the weekday printed with it."""

    weekday: Weekday
    day: Day
    year: Year
    precision: Precision


def measure_claim(claim: Claim) -> DateClaimMeasurements:
    """Return the measurements of one date by itself."""
    date = _date(claim)
    return DateClaimMeasurements.of(
        claim, weekday=weekday_told(date), day=day_told(date), year=year_told(date), precision=date.precision
    )


def correct(claim: Claim) -> str:
    """Return the weekday that the day of a claim is."""
    return weekday_of(_date(claim))


def _date(claim: Claim) -> Date:
    if not isinstance(claim.value, Date):
        raise TypeError(f"{claim.kind} carries no date")
    return claim.value


KIND = Kind("date", 15, extract, DateMeasurements, measure_dates, display_quantity, sign, compared,
            DateClaimMeasurements, measure_claim, correct, reads="dates")  # fmt: skip
