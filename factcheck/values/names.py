"""Names of persons: their parts, and how two of them lie to each other."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from ..lexicon import mapping, table, words

NameRelation = Literal["same", "form", "spelling", "different"]
LONG = 8  # letters from which two of them may differ in one name
KEPT = 65536  # names, and pairs of names, that are looked up again and again
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
ENDING = 5  # letters from which a name may have an ending of another script
INITIAL = 3  # letters from which a name between two others is written out: J., Al, Van are not
SHORT = 4  # letters below which a slip makes another name


class Name(NamedTuple):
    """A name in lower case without accents: given names and initials, last name, Jr or III."""

    given: tuple[str, ...]
    last: str
    suffix: str = ""

    @property
    def full(self) -> bool:
        """Return whether a given name stands before the last one."""
        return bool(self.given)


@lru_cache(maxsize=KEPT)
def parse(name: str) -> Name:
    """Return the parts of a printed name; titles before it are left out, particles belong to the last name.

    >>> parse("Sgt. José van Dyke Jr.")
    Name(given=('jose',), last='van dyke', suffix='jr')
    """
    spelt = fold(name).replace(".", " ").replace("-", " ").replace(",", " ").split()
    parts = [mapping("transliterations").get(part, part) for part in map(_ended, spelt)]
    accepted = mapping("name_spellings")
    parts = [accepted.get(part, part) for part in parts]
    suffix = parts.pop() if len(parts) > 1 and parts[-1] in words("name_suffixes") else ""
    while len(parts) > 1 and parts[0] in words("titles"):
        parts.pop(0)
    if not parts:
        return Name((), "")
    opens = len(parts) - 1
    while opens > 1 and parts[opens - 1] in words("name_particles"):
        opens -= 1
    return Name(tuple(parts[:opens]), " ".join(parts[opens:]), suffix)


def _with_umlauts_written_out(name: str) -> Name:
    """Return the parts of a name as a writer without such letters prints them: Füle, Fuele."""
    return parse(name if name.isascii() else name.translate(_WRITTEN_OUT))


def _ended(part: str) -> str:
    """Return a part of a name with an ending that is written in several ways in one of them: Yanukovych, Zelenskyy."""
    alike = next((row for row in table("endings_alike") if part.endswith(row[0]) and len(part) >= ENDING), None)
    return part.removesuffix(alike[0]) + alike[1] if alike else part


def fold(text: str) -> str:
    """Return a text in lower case without accents, apostrophes and the 's of an owner."""
    bare = text.lower().replace("’", "'").removesuffix("'s").replace("'", "")
    if bare.isascii():
        return bare
    return "".join(sign for sign in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(sign))


@lru_cache(maxsize=KEPT)
def relate_names(left: str, right: str) -> NameRelation:
    """Return how two names lie to each other; a last name alone is a form of any full name with it.

    "form" is an accepted other form (Bob for Robert, an initial, one middle name more, Jr); "spelling" the same
    name but for a slip of the pen in one part, or for another middle name.

    >>> [relate_names("Adam Mardis", other) for other in ("Adam Marids", "A. J. Mardis", "Luke Mardis")]
    ['spelling', 'form', 'different']
    >>> [relate_names("Ana Russell Roe", other) for other in ("Ana Russel Roe", "Ana Rosa Roe", "Ana Roe")]
    ['spelling', 'spelling', 'form']
    >>> relate_names("Stefan Fuele", "Štefan Füle"), relate_names("Viktor Yanukovich", "Viktor Yanukovych")
    ('same', 'same')
    >>> relate_names("Roh Jol-su", "Roh Joi-Su"), relate_names("Roh Jol-su", "Roh Min-su")
    ('spelling', 'different')
    """
    one, other = parse(left), parse(right)
    if one == other or (_with_umlauts_written_out(left) == _with_umlauts_written_out(right)):
        return "same"
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return "different"
    given = _given(one.given, other.given, joined="-" in left and "-" in right)
    if one.last == other.last:
        return given
    if given == "form" and one.full and other.full and one.last.rstrip("s") == other.last.rstrip("s"):
        return "form"  # the Poores' house, without its mark
    if given == "different" or not (one.full and other.full):
        return "different"
    if _inside(one, other) or _inside(other, one):
        return "form"
    return "spelling" if given != "spelling" and is_slip(one.last, other.last) else "different"


def _inside(short: Name, long: Name) -> bool:
    """Return whether one name has one more last name behind: Ana Reyes, Ana Reyes Soto."""
    return short.last in long.given[1:] and len(short.last) >= SHORT


def _given(left: tuple[str, ...], right: tuple[str, ...], *, joined: bool) -> NameRelation:
    """Return how the names before two equal last names lie to each other; hyphens may have `joined` parts of both."""
    apart = [pair for pair in zip(left, right, strict=False) if pair[0] != pair[1]]
    if len(left) == len(right) > len(apart) == 1:
        own = joined or left[0] in words("name_particles")  # Lee Min-ho, Abu Omar
        between = _one_between(*apart[0], first=left[0] != right[0], own=own)
        if between:
            return between
    if not left or not right or left == right or set(left) & set(right) - _initials(left):
        return "form"
    return _one_given(left[0], right[0])


def _one_between(left: str, right: str, *, first: bool, own: bool) -> NameRelation | None:
    """Return how two names lie to each other of which one part is another: John Russel, and John Russell.

    Another part behind the first, John Russell and John Henry, is another spelling; where it is the person's `own`,
    as in Lee Min-ho and Lee Jun-ho, another person, but for a slip.
    """
    if _one_given(left, right) == "spelling":
        return "spelling"
    if first or min(len(left), len(right)) < INITIAL or _one_given(left, right) == "form":
        return None
    return "different" if own and OSA.distance(left, right) > 1 else "spelling"


def _initials(given: tuple[str, ...]) -> set[str]:
    return {name for name in given if len(name) == 1}


def _one_given(left: str, right: str) -> NameRelation:
    """Return how two different given names lie to each other."""
    if min(len(left), len(right)) == 1:
        return "form" if left[0] == right[0] else "different"
    if left == right:
        return "form"
    if left in words("given_names") and right in words("given_names"):
        return _known(left, right)
    return "spelling" if left[0] == right[0] and is_slip(left, right) else "different"


def _known(left: str, right: str) -> NameRelation:
    """Return how two given names of the lexicon lie to each other: Jon is short for Jonathan, and no John."""
    if right in _spelt(left) or left in _spelt(right):
        return "spelling"
    shared = _family(left) & _family(right)
    if not shared:
        return "different"
    short = mapping("given_names")
    return "form" if short[left] or short[right] else "spelling"


@cache
def _family(name: str) -> frozenset[str]:
    """Return a given name with those that it shortens or spells otherwise."""
    shortens, spells = next((row[1], row[2]) for row in table("given_names") if row[0] == name)
    return frozenset((name, *shortens.split(), *spells.split()))


@cache
def _spelt(name: str) -> frozenset[str]:
    """Return the given names that one of the lexicon spells otherwise."""
    return frozenset(next(row[2] for row in table("given_names") if row[0] == name).split())


def is_slip(left: str, right: str) -> bool:
    """Return whether two words differ as a slip of the pen does: one letter, two in long words.

    >>> is_slip("mardis", "marids"), is_slip("reed", "reyes")
    (True, False)
    """
    short = min(len(left), len(right))
    if short < SHORT:
        return False
    most = 2 if short >= LONG else 1
    return OSA.distance(left, right, score_cutoff=most) <= most
