"""Numerals that words open: twenty-three, a dozen, two hundred and first, two point five million."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from ...text.tokens import Token, tokenise
from ...values.precision import last_place
from .form import MOST, SCALES, Numeral, Word, lower_at, number_words, role_at, scaled_by
from .fractions import and_share, joined_share, word_fraction

# What may follow what inside one number: "twenty" then "three", never "three" then "four".
_FOLLOWS = {
    "zero": ("", "zero"),
    "unit": ("", "zero", "tens", "hundred", "scale", "and"),
    "teen": ("", "zero", "hundred", "scale", "and"),
    "tens": ("", "zero", "hundred", "scale", "and"),
    "ordinal": ("", "zero", "tens", "hundred", "scale", "and"),
}
_PLURALS = {"hundreds": "hundred", "dozens": "group"}
_THOUSAND = 1000
_LISTING = frozenset((",", "and", "or"))
_LETTER_ZERO = frozenset(("o", "oh"))


def from_words(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return the numeral that words open, None where they open none."""
    if lower_at(tokens, at + 1) in _going_on():
        return _read(tokens, at)
    alone = _alone(tokens[at].lower)
    return Numeral(at, at + 1, *alone[2:]) if alone else None


@cache
def _going_on() -> frozenset[str]:
    """Return the words and marks behind a number word with which the number can go on."""
    return frozenset((*number_words(), "-", "and", "&", "point", "of", "a"))


@cache
def _alone(word: str) -> Numeral | None:
    """Return the numeral that one word is, None where it needs another."""
    return _read(tokenise(word), 0)


def _read(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return the numeral that words open, read step by step."""
    share = word_fraction(tokens, at)
    if share:
        return share
    article = tokens[at].lower == "a"
    if (article and role_at(tokens, at + 1) not in SCALES) or not _opens(tokens, at):
        return None
    run = _Run()
    if article:
        run.current, run.role = Decimal(1), "article"
    last = place = at + article
    while place < len(tokens) and not run.ordinal:
        step = _step(tokens, place, run)
        if not step:
            break
        place = last = place + step
    if last == at + article:
        return None
    value = run.total()
    numeral = Numeral(
        at,
        last,
        value,
        last_place(value),
        ordinal=run.ordinal,
        written=True,
        scaled=run.scaled,
        scale=run.scale,
    )
    return numeral if run.ordinal else and_share(tokens, _parted(tokens, _decimal(tokens, numeral)))


def _parted(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """Return a larger number over the part that follows: a hundred thousandths, thirty-two fifths."""
    word = number_words().get(lower_at(tokens, numeral.last))
    if word is None or word.role != "part" or numeral.value < 13 or word.value < 5:
        return numeral
    return numeral._replace(
        last=numeral.last + 1,
        value=numeral.value / word.value,
        place=Decimal(1) / word.value,
        fraction=True,
        scaled=False,
    )


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word can begin a number: "o" only before another digit, "thousands" never."""
    if tokens[at].lower in _LETTER_ZERO:
        return not tokens[at].capital and role_at(tokens, at + 1) in ("unit", "tens", "teen")
    return role_at(tokens, at) != "scales"


def _decimal(tokens: Sequence[Token], whole: Numeral) -> Numeral:
    """Return a numeral with its decimals in words: twelve point nine nine, two point five million."""
    place = whole.last + 1
    if lower_at(tokens, whole.last) != "point" or role_at(tokens, place) not in (
        "unit",
        "zero",
        "tens",
        "teen",
    ):
        return whole
    digits = ""
    while role_at(tokens, place) in ("unit", "zero") or (not digits and role_at(tokens, place) in ("tens", "teen")):
        step = _pair(tokens, place) if not digits else (str(number_words()[tokens[place].lower].value), place + 1)
        digits, place = digits + step[0], step[1]
    value = whole.value + Decimal(f"0.{digits}")
    numeral = whole._replace(last=place, value=value, place=last_place(value))
    if role_at(tokens, place) in ("scale", "scales"):
        return scaled_by(numeral, Decimal(number_words()[tokens[place].lower].value), place + 1)
    return numeral


def _pair(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Return the first decimals and where they end: "ninety-nine" gives two at once."""
    value, last = number_words()[tokens[at].lower].value, at + 1
    skip = last + (lower_at(tokens, last) == "-")
    if role_at(tokens, at) == "tens" and role_at(tokens, skip) == "unit":
        return str(value + number_words()[tokens[skip].lower].value), skip + 1
    return str(value), last


class _Run:
    """The state of a number in words: what is settled, what is still growing, the last role."""

    def __init__(self) -> None:
        self.settled = Decimal(0)
        self.current: Decimal | None = None
        self.role = ""
        self.ordinal = False
        self.scaled = False
        self.scale = Decimal(1)
        self.joined = Decimal(0)  # what stood before "and", which a dozen behind it leaves alone

    def total(self) -> Decimal:
        """Return the number so far."""
        return self.settled + (self.current or 0)

    def multiply(self, word: Word, role: str) -> None:
        """Take hundred, a group (dozen) or a scale (million)."""
        self.scale = Decimal(word.value)
        self.scaled = True
        if role == "group":  # three hundred and two dozen
            self.current = self.joined + ((self.current or Decimal(1)) - self.joined) * word.value
        elif role != "scale":
            self.current = (self.current or Decimal(1)) * word.value
        elif self.role == "scale" and self.current is None:
            self.settled *= word.value
        else:
            self.settled += (self.current or Decimal(1)) * word.value
            self.current = None
        self.role = "scale" if role == "group" else role


def _step(tokens: Sequence[Token], at: int, run: _Run) -> int:
    """Take the token at a place into the run; return how many tokens were taken, 0 at the end."""
    word = number_words().get(tokens[at].lower)
    if word is None:
        return _joint(tokens, at, run)
    if word.role in SCALES or word.role == "scales":
        if (word.role == "scales" and not run.role) or (run.role == "zero" and word.role != "hundred"):
            return 0
        plain = word.role if word.role in SCALES else _PLURALS.get(tokens[at].lower, "scale")
        if run.total() >= MOST:
            return 0
        run.multiply(word, plain)
        return 1
    if word.role not in _FOLLOWS:
        return 0
    large = word.role == "ordinal" and word.value >= 100
    if (run.role not in _FOLLOWS[word.role] and not (large and run.role)) or (
        run.role == "tens" and 9 < word.value < 100
    ):
        return 0
    run.current = (run.current or Decimal(1)) * word.value if large else (run.current or Decimal(0)) + word.value
    run.ordinal = word.role == "ordinal"
    run.role = word.role
    return 1


def _joint(tokens: Sequence[Token], at: int, run: _Run) -> int:
    """Take "and" or a hyphen where the number goes on behind it."""
    following = role_at(tokens, at + 1)
    text = tokens[at].lower
    if not following or not run.role or joined_share(tokens, at, at):
        return 0
    if text == "-" and (following in SCALES or (run.role == "tens" and following in ("unit", "ordinal"))):
        return 1 + _step(tokens, at + 1, run)
    if text in ("and", "&") and run.role in ("hundred", "scale") and following in ("unit", "teen", "tens", "ordinal"):
        if following == "ordinal" and number_words()[tokens[at + 1].lower].value < 100 and run.scale < 100:
            return 0
        run.role, run.joined = "and", run.current or Decimal(0)
        return 1
    return int(text == "," and run.scale >= _THOUSAND and run.current is None and _group(tokens, at + 1, run.scale))


def _group(tokens: Sequence[Token], at: int, scale: Decimal) -> bool:
    """Return whether the next group of a number opens behind its comma: four thousand, eight hundred and one.

    Not the next number of a list: two thousand, five of them new; five thousand, three hundred and two million.
    """
    group = _read(tokens, at)
    if group is None or not group.scaled or group.value >= scale:
        return False
    following = lower_at(tokens, group.last)
    return following != "of" and not (following in _LISTING and role_at(tokens, group.last + 1))
