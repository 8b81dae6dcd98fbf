"""Dates with what stands beside them: edges, parts of the day, times of day, weeks."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import mapping, words
from ...text.tokens import Token, Tokens
from ...values.zones import local_offset, offset_on
from .marks import EDGES, Dated, word_at

_LONGEST_JOINT = 4
_OF_DAYS = ("writing", "every")
# "3 June, in the morning" · "Tuesday, early in the evening" · "Monday early morning"
_TO_PART = frozenset((",", "in", "the", "early", "late"))
_UNBOUND = frozenset(("day", "minute", "hour", "part"))


def with_edge(tokens: Sequence[Token], dated: Dated) -> Dated:
    """Return the date with "early", "mid-", "the end of" before it taken in."""
    at = dated.first - 1
    while at >= 0 and tokens[at].lower in ("-", "of", "the", "in"):
        at -= 1
    if at < 0 or tokens[at].lower not in EDGES or dated.written.grain in _UNBOUND:
        return dated
    return dated._replace(first=at, edge=EDGES[tokens[at].lower])


def with_part(tokens: Sequence[Token], dated: Dated) -> Dated:
    """Return a day with the part of it beside it: "Friday morning", "the evening of 3 June"."""
    if dated.written.grain != "day" or dated.written.clock or dated.written.anchor != "writing":
        return dated
    parts, at = mapping("day_parts"), dated.last
    while at < min(dated.last + _LONGEST_JOINT, len(tokens)) and tokens[at].lower in _TO_PART:
        at += 1
    part = parts.get(word_at(tokens, at))
    if part and (at == dated.last or tokens[at - 1].lower != ","):
        return dated._replace(last=at + 1, written=dated.written._replace(clock=part))
    part = parts.get(word_at(tokens, dated.first - 2)) if word_at(tokens, dated.first - 1) in ("of", "on") else None
    if part is None:
        return dated
    return dated._replace(first=dated.first - 2, written=dated.written._replace(clock=part))


def joined(tokens: Tokens, found: Sequence[Dated]) -> tuple[Dated, ...]:
    """Return the dates with every time of day put on the day beside it."""
    kept: list[Dated] = []
    for dated in found:
        one = next((made for join in _JOINS if (made := join(tokens, kept[-1], dated))), None) if kept else None
        if one:
            kept[-1] = one
        else:
            kept.append(dated)
    return tuple(kept)


def _in_two_zones(tokens: Tokens, left: Dated, right: Dated) -> Dated | None:
    """Return "3pm ET (1900 GMT)" as one time, told in the first zone; of "local time" the second tells the offset."""
    between = tokens.lowers[left.last : right.first]
    if between not in (("(",), ("/",), (",",), ("-",)) or not (_zoned(left) and _zoned(right)):
        return None
    closed = word_at(tokens, right.last) == ")"
    if between == ("(",) and not closed:
        return None  # 7:24 p.m. PST (0324 GMT Saturday)
    last = right.last + (between == ("(",))
    zone, known = left.written.zone, offset_on(right.written.zone, None)
    if zone == "(local)" and known:
        zone = local_offset(left.written.clock or "", right.written.clock or "", known)
    return left._replace(last=last, written=left.written._replace(zone=zone))


def _in_week(tokens: Tokens, left: Dated, right: Dated) -> Dated | None:
    """Return "Tuesday next week", "Monday of last week", "next week on Tuesday" as the day of that week."""
    day, week = (left, right) if right.written.grain == "week" else (right, left)
    between = tokens.lowers[left.last : right.first]
    joint = ((), ("of",), ("in",)) if week is right else ((), ("on",), (",", "on"))
    written = day.written
    if between not in joint or week.written.grain != "week" or week.written.shift not in (-1, 0, 1):
        return None
    if not written.weekday or written.day or written.shift is not None or written.within or written.anchor == "every":
        return None
    if week.written.anchor != "writing" or week.written.counted:
        return None
    inside = written._replace(nth=1, within=week.written)
    return Dated(left.first, right.last, inside, day.edge)


def _in_year(tokens: Tokens, left: Dated, right: Dated) -> Dated | None:
    """Return "12 June last year", "June next year" as the day or month of that year."""
    named, year = left.written, right.written
    if left.last != right.first or year.grain != "year" or year.shift not in (-1, 0, 1) or year.anchor != "writing":
        return None
    if named.grain not in ("day", "month") or not named.month or named.year or named.shift is not None or named.within:
        return None
    return Dated(left.first, right.last, named._replace(within=year), left.edge)


def _zoned(dated: Dated) -> bool:
    """Return whether a date is a time of day with a zone behind it."""
    return dated.written.grain in ("minute", "hour") and bool(dated.written.zone)


def _on_day(tokens: Tokens, left: Dated, right: Dated) -> Dated | None:
    """Return a day and a time of day that stand side by side as one date, None for any other pair."""
    timed, day = (left, right) if left.written.grain in ("minute", "hour") else (right, left)
    if (
        timed.written.grain not in ("minute", "hour")
        or day.written.grain != "day"
        or day.written.anchor not in _OF_DAYS
    ):
        return None
    between = tokens.lowers[left.last : right.first]
    if len(between) > _LONGEST_JOINT or not words("clock_joints").issuperset(between):
        return None
    if day.written.clock and not day.written.clock.isalpha():
        return None
    written = day.written._replace(clock=timed.written.clock, zone=timed.written.zone)
    return Dated(left.first, right.last, written, day.edge)


_JOINS = (_in_two_zones, _in_week, _in_year, _on_day)
