"""Words that turn a sentence round which another text tells without them: "was not charged" and "was charged"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from ..values.base import Measurements, Value
from .base import Claim
from .kind import Kind
from .passage import Passage

Turn = Literal["denial", "direction", "name", "outcome", "title", "opposite"]


class Wording(Value):
    """Words as printed, the one among them that tells, in lower case, and which side it takes: "rose" is up.

    `turn` says what it turns round, and `sentence` is the same for all sentences that are alike but for such words.
    """

    type: Literal["wording"] = "wording"
    words: str
    word: str
    turn: Turn
    side: str
    sentence: str


class WordingMeasurements(Measurements):
    """What can be said of two wordings of one sentence: whether they say the same, else what turns one round."""

    turn: Literal["same", Turn]


def extract(_: Passage) -> Iterator[Claim]:
    """Yield nothing: whether a sentence is turned round is known once the articles of a story are beside each other."""
    yield from ()


class Turned(NamedTuple):
    """Where a document has words that turn a sentence round: half-open offsets, and their value but for the words."""

    start: int
    end: int
    word: str
    turn: Turn
    side: str
    sentence: str

    def claim(self, passage: Passage) -> Claim:
        """Return the claim that the sentence has these words."""
        words = " ".join(passage.plain[self.start : self.end].split())
        value = Wording(words=words, word=self.word, turn=self.turn, side=self.side, sentence=self.sentence)
        return passage.claim_at("wording", value, self.start, self.end)


def wording_of(claim: Claim) -> Wording:
    """Return the wording that a claim carries."""
    if not isinstance(claim.value, Wording):
        raise TypeError(f"{claim.kind} carries no wording")
    return claim.value


def measure(left: Claim, right: Claim) -> WordingMeasurements:
    """Return the measurements between two wordings."""
    one, other = wording_of(left), wording_of(right)
    return WordingMeasurements(turn="same" if one.side == other.side else one.turn)


def display(claim: Claim) -> str:
    """Return the words as a table cell prints them."""
    return wording_of(claim).words


def sign(claim: Claim) -> str:
    """Return the word that tells, with its denial."""
    return wording_of(claim).word


KIND = Kind("wording", 130, extract, WordingMeasurements, measure, display, sign, reads="story")
