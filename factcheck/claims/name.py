"""Names that the articles of a story spell in two ways: "Oaks Drive" and "Oakes Drive"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from ..values.base import Measurements, Value
from ..values.names import fold
from .base import Claim
from .kind import Kind
from .passage import Passage


class Name(Value):
    """A name as printed, and its word that is spelt in several ways, in lower case."""

    type: Literal["name"] = "name"
    name: str
    word: str


class NameMeasurements(Measurements):
    """What can be said of two names that stand for one: whether they are spelt alike."""

    spelling: Literal["same", "other"]


def extract(_: Passage) -> Iterator[Claim]:
    """Yield nothing: whether a name is worth telling is known once the articles of a story are beside each other."""
    yield from ()


class Printed(NamedTuple):
    """Where a document prints a name: half-open offsets, the word in question, and the name as most print it."""

    start: int
    end: int
    word: str
    usual: str

    def claim(self, passage: Passage) -> Claim:
        """Return the claim that a name is spelt as it is; the subject is the name as most print it."""
        name = Name(name=" ".join(passage.plain[self.start : self.end].split()), word=self.word)
        return passage.claim_at("name", name, self.start, self.end, subject=self.usual)


def _name(claim: Claim) -> Name:
    if not isinstance(claim.value, Name):
        raise TypeError(f"{claim.kind} carries no name")
    return claim.value


def measure(left: Claim, right: Claim) -> NameMeasurements:
    """Return the measurements between two names."""
    return NameMeasurements(spelling="same" if sign(left) == sign(right) else "other")


def display(claim: Claim) -> str:
    """Return the name as a table cell prints it."""
    return _name(claim).name


def sign(claim: Claim) -> str:
    """Return the word that is spelt in several ways, without accents."""
    return fold(_name(claim).word)


KIND = Kind("name", 120, extract, NameMeasurements, measure, display, sign, reads="story")
