"""The conditions of a rule: what a kind's measurements let a rule file ask, and what a file asks read against it.

The forms a condition can take follow from the annotations of the measurements.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from ..claims.base import ClaimMeasurements
from ..located import ENOUGH, Located, Trail, unknown, written
from ..reckoning import reckonings
from ..reckoning.base import DocumentMeasurements
from ..values.base import Sides
from .rules import ANY, Between, Condition, Flag, OneOf, OnSides, Scope, Words
from .sources import FactMeasurements
from .yaml12 import Plain

if TYPE_CHECKING:
    from ..claims.kind import Kind


class Term(NamedTuple):
    """A measurement as rule files may use it: its field, the form of its condition, and its words."""

    field: str
    form: Literal["one-of", "flag", "between", "on-sides"]
    words: Words = ()


Vocabulary = dict[str, Term]
Vocabularies = Mapping[str, Mapping[Scope, Vocabulary]]  # by kind, "any" among them, and by scope


def measured(kinds: Mapping[str, Kind]) -> dict[str, dict[Scope, type[BaseModel]]]:
    """Return what is measured, by kind and scope; of any kind, what all kinds share."""
    found: dict[str, dict[Scope, type[BaseModel]]] = {
        name: {
            "pair": kind.measurements,
            "claim": kind.claim_measurements,
            "document": DocumentMeasurements,
            "fact": FactMeasurements,
        }
        for name, kind in kinds.items()
    }
    found[ANY] = {"claim": ClaimMeasurements, "document": DocumentMeasurements, "fact": FactMeasurements}
    return found


def vocabularies(kinds: Mapping[str, Kind]) -> dict[str, dict[Scope, Vocabulary]]:
    """Return what rules may ask, by kind and scope."""
    terms: dict[type[BaseModel], Vocabulary] = {}
    found: dict[str, dict[Scope, Vocabulary]] = {}
    for kind, models in measured(kinds).items():
        found[kind] = {scope: terms.setdefault(model, vocabulary(model)) for scope, model in models.items()}
        found[kind]["document"] = _reckoned(found[kind]["document"], kind)
    return found


def _reckoned(terms: Vocabulary, kind: str) -> Vocabulary:
    """Return the terms on documents with only those reckonings that tell something of a kind."""
    known = tuple(word for word in terms["against"].words if kind == ANY or kind in reckonings()[word].kinds)
    return {**terms, "against": terms["against"]._replace(words=known)} if known else {}


def vocabulary(measurements: type[BaseModel]) -> Vocabulary:
    """Return the terms that rules on some measurements may use, by name as rule files spell it.

    Raises TypeError for a field whose annotation no condition can test: a fault of the kind.
    """
    return {name.replace("_", "-"): _term(name, field.annotation) for name, field in measurements.model_fields.items()}


def _term(name: str, annotation: Any) -> Term:
    if words := _literal(annotation):
        return Term(name, "one-of", words)
    if annotation is bool:
        return Term(name, "flag")
    if set(get_args(annotation)) == {Decimal, NoneType}:
        return Term(name, "between")
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        generic = annotation.__pydantic_generic_metadata__
        if generic["origin"] is Sides and (words := _literal(generic["args"][0])):
            return Term(name, "on-sides", words)
    raise TypeError(f"measurement {name!r} is neither words, bool, Decimal | None nor Sides of words")


def _literal(annotation: Any) -> Words:
    """Return the strings of a Literal, none for anything else."""
    words = get_args(annotation) if get_origin(annotation) is Literal else ()
    return words if all(isinstance(word, str) for word in words) else ()


def conditions(located: Located, trail: Trail, when: Plain, terms: Vocabulary) -> tuple[Condition, ...]:
    """Return the conditions under a `when`; what is wrong with them goes into the problems of the file."""
    if not isinstance(when, dict) or not when:
        located.blame(trail, "“when” must name measurements; leave it out for a rule that always holds")
        return ()
    built = []
    for name, wanted in when.items():
        if located.full:
            break
        if term := terms.get(name):
            built.append(_BUILD[term.form](located, (*trail, name), name, wanted, term))
        else:
            located.blame((*trail, name), unknown("measurement", name, terms), key=True)
    return tuple(condition for condition in built if condition is not None)


def _words(located: Located, trail: Trail, name: str, wanted: Plain, term: Term) -> Words | None:
    """Return the words asked for, one or a list; None and a problem when one is not known."""
    listed = wanted if isinstance(wanted, list) else [wanted]
    if not listed or any(isinstance(word, list | dict) for word in listed):
        located.blame(trail, f"“{name}” must be a word or a list of words")
        return None
    wrong = [place for place, word in enumerate(listed) if word not in term.words]
    for place in wrong[:ENOUGH]:
        where = (*trail, place) if isinstance(wanted, list) else trail
        located.blame(where, unknown("value", written(listed[place]), term.words, of=name))
    return None if wrong else tuple(dict.fromkeys(str(word) for word in listed))


def _one_of(located: Located, trail: Trail, name: str, wanted: Plain, term: Term) -> OneOf | None:
    words = _words(located, trail, name, wanted, term)
    return OneOf(measurement=term.field, words=words) if words else None


def _flag(located: Located, trail: Trail, name: str, wanted: Plain, term: Term) -> Flag | None:
    if not isinstance(wanted, bool):
        located.blame(trail, f"“{name}” must be true or false")
        return None
    return Flag(measurement=term.field, expected=wanted)


def _keys(located: Located, trail: Trail, name: str, wanted: dict[str, Plain], known: Words) -> bool:
    """Return whether a condition's mapping holds known keys only, and at least one."""
    wrong = [key for key in wanted if key not in known]
    for key in wrong[:ENOUGH]:
        located.blame((*trail, key), unknown("key", key, known), key=True)
    if not wanted:
        located.blame(trail, f"“{name}” must hold “{known[0]}”, “{known[1]}” or both")
    return bool(wanted) and not wrong


def _between(located: Located, trail: Trail, name: str, wanted: Plain, term: Term) -> Between | None:
    if not isinstance(wanted, dict):
        located.blame(trail, f"“{name}” must be a mapping such as {{at-least: 1, at-most: 5}}")
        return None
    if not _keys(located, trail, name, wanted, ("at-least", "at-most")):
        return None
    ends: dict[str, Decimal] = {}
    for key, number in wanted.items():
        if number is None or isinstance(number, bool | str | list | dict) or not Decimal(number).is_finite():
            located.blame((*trail, key), f"“{key}” must be a number")
            return None
        ends[key] = Decimal(number)
    low, high = ends.get("at-least"), ends.get("at-most")
    if low is not None and high is not None and low > high:
        located.blame(trail, f"“{name}” can never hold: at-least {low} is above at-most {high}")
        return None
    return Between(measurement=term.field, at_least=low, at_most=high)


def _on_sides(located: Located, trail: Trail, name: str, wanted: Plain, term: Term) -> OnSides | None:
    if not isinstance(wanted, dict):
        words = _words(located, trail, name, wanted, term)
        return OnSides(measurement=term.field, left=words, right=words) if words else None
    if not _keys(located, trail, name, wanted, ("left", "right")):
        return None
    sides = {side: _words(located, (*trail, side), name, words, term) for side, words in wanted.items()}
    return None if None in sides.values() else OnSides(measurement=term.field, **sides)


_BUILD = {"one-of": _one_of, "flag": _flag, "between": _between, "on-sides": _on_sides}
