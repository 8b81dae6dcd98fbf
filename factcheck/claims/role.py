"""Persons by name and title: "Home Secretary Priti Patel", "Sadiq Khan, the Mayor of London", "Jane Roe"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from ..reading.people.headlines import called
from ..reading.people.named import Person
from ..reading.people.titles import title_beside
from ..values.base import Measurements, Value
from ..values.names import NameRelation, relate_names
from ..values.offices import TitleRelation, office_of, relate_titles
from .base import Claim
from .kind import Kind
from .passage import Passage


class Role(Value):
    """A person's full name and, where one stands beside it, the title, both as printed."""

    type: Literal["role"] = "role"
    name: str
    title: str | None = None


class RoleMeasurements(Measurements):
    """What can be said of two persons: how their names lie to each other, and their titles."""

    name: NameRelation
    title: TitleRelation


def extract(passage: Passage) -> Iterator[Claim]:
    """Yield each person of a passage who is new, or comes with a new title or spelling; the subject is the name."""
    if passage.zone == "headline":
        yield from _in_headline(passage)
    if passage.zone != "body":
        return
    for person in passage.discourse.people.within(passage.start, passage.end):
        claim = _claim(passage, person)
        key = _key(claim)
        if key not in passage.discourse.told:
            passage.discourse.told |= {key, (key[0], "")}
            yield claim


def _in_headline(passage: Passage) -> Iterator[Claim]:
    """Yield the persons of the document before whom a headline puts a title: Met chief Dick."""
    tokens = passage.tokens
    for name, first, last in called(tokens, passage.discourse.people):
        title = title_beside(tokens, first, last)
        if title and title.first < first and title.last == last:
            start, end = tokens[title.first].start, tokens[last - 1].end
            yield passage.claim_at(
                "role", Role(name=name, title=title.text), start, end, subject=name.lower().rstrip(".")
            )


def _claim(passage: Passage, person: Person) -> Claim:
    first = bisect_left(passage.tokens, person.start, key=lambda token: token.start)
    last = bisect_left(passage.tokens, person.end, key=lambda token: token.start)
    title = title_beside(passage.tokens, first, last)
    start, end = person.start, person.end
    if title:
        start, end = passage.tokens[title.first].start, max(end, passage.tokens[title.last - 1].end)
    value = Role(name=person.name, title=title.text if title else None)
    subject = passage.discourse.people.resolve(person.name) or person.name
    return passage.claim_at("role", value, start, end, subject=subject.lower().rstrip("."))


def _key(claim: Claim) -> tuple[str, str]:
    """Return what makes a person worth telling once: the name as spelt, and the office."""
    value = role_of(claim)
    office = office_of(value.title) if value.title else None
    if office is None:
        return value.name.lower(), ""
    return value.name.lower(), " ".join((office.office, office.group, office.standing, *sorted(office.place)))


def role_of(claim: Claim) -> Role:
    """Return the role that a claim carries."""
    if not isinstance(claim.value, Role):
        raise TypeError(f"{claim.kind} carries no role")
    return claim.value


def measure(left: Claim, right: Claim) -> RoleMeasurements:
    """Return the measurements between two roles."""
    one, other = role_of(left), role_of(right)
    return RoleMeasurements(name=relate_names(one.name, other.name), title=relate_titles(one.title, other.title))


def display(claim: Claim) -> str:
    """Return name and title as a table cell prints them."""
    value = role_of(claim)
    return f"{value.name}, {value.title}" if value.title else value.name


def sign(claim: Claim) -> str:
    """Return the name as spelt, and the office."""
    return "|".join(_key(claim))


KIND = Kind("role", 110, extract, RoleMeasurements, measure, display, sign)
