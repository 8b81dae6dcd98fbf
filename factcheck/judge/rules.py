"""What a rule file means once it is read: rules in ladders, conditions on measurements, examples.

The forms a condition can take follow from the annotations of the kind's measurements.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from decimal import Decimal
from types import NoneType
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, Field, StringConstraints, ValidationInfo, field_validator

from ..models import Frozen, Severity, Verdict
from ..values.base import Measurements, Sides
from .yaml12 import Located, Plain, Trail, shown, unknown, written

Expectation = Literal["agreement", "compatible", "discrepancy", "unrelated"]
Scope = Literal["pair", "claim", "document", "fact"]
Words = tuple[str, ...]

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")  # {left.text}
PLACEHOLDERS: Words = (
    *(f"{side}.{part}" for side in ("left", "right") for part in ("source", "text", "display", "place")),
    "label",
)

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]  # hedged-against-exact


def _day(raw: object) -> dt.date:
    """Return a calendar day written 2022-02-09, and in no other way."""
    with suppress(ValueError):
        if (day := dt.date.fromisoformat(str(raw))).isoformat() == str(raw):
            return day
    raise ValueError(f"“{shown(str(raw))}” is no day; write it as 2022-02-09")


Day = Annotated[dt.date, BeforeValidator(_day)]


class Example(Frozen):
    """Two sentences as two sources might print them, and the verdict they must get."""

    left: Text
    right: Text
    expect: Expectation
    left_published: Day | None = None
    right_published: Day | None = None


class OneOf(Frozen):
    """Holds when a measurement is one of some words."""

    form: Literal["one-of"] = "one-of"
    measurement: str
    words: Words


class Flag(Frozen):
    """Holds when a yes-or-no measurement is as expected."""

    form: Literal["flag"] = "flag"
    measurement: str
    expected: bool


class Between(Frozen):
    """Holds when a number is known and lies between two ends, both included; None is no end."""

    form: Literal["between"] = "between"
    measurement: str
    at_least: Decimal | None = None
    at_most: Decimal | None = None


class OnSides(Frozen):
    """Holds when the words of the left and the right claim are each among some words; None is any."""

    form: Literal["on-sides"] = "on-sides"
    measurement: str
    left: Words | None = None
    right: Words | None = None


Condition = Annotated[OneOf | Flag | Between | OnSides, Field(discriminator="form")]


class Origin(Frozen):
    """The file and line a rule was read from."""

    path: str
    line: int


class Rule(Frozen):
    """A verdict on a pair of claims, the conditions under which it is given, and its examples."""

    id: Id
    title: Text
    verdict: Verdict
    severity: Severity
    scope: Scope = "pair"
    kind: str
    when: tuple[Condition, ...] = ()
    message: Text
    why: Text
    source: Text | None = None
    examples: tuple[Example, ...]
    origin: Origin

    @field_validator("scope")
    @classmethod
    def _scope_is_evaluated(cls, scope: Scope) -> Scope:
        if scope != "pair":
            raise ValueError(f"scope “{scope}” is not evaluated yet; only “pair” is")
        return scope

    @field_validator("message")
    @classmethod
    def _placeholders_are_known(cls, message: str) -> str:
        for name in PLACEHOLDER.findall(message):
            if name not in PLACEHOLDERS:
                raise ValueError(unknown("placeholder", name, PLACEHOLDERS))
        if re.search(r"[{}]", PLACEHOLDER.sub("", message)):
            raise ValueError(f"a brace without its partner in “{shown(message)}”")
        return " ".join(message.split())

    @field_validator("examples")
    @classmethod
    def _examples_fire_and_stay_silent(cls, examples: tuple[Example, ...], rest: ValidationInfo) -> tuple[Example, ...]:
        verdict = rest.data.get("verdict")  # None where it is no verdict, which is said already
        fires = {example.expect == verdict for example in examples}
        if verdict and True not in fires:
            raise ValueError(f"no example fires: one must expect “{verdict}”, the verdict of the rule")
        if verdict and False not in fires:
            raise ValueError(f"no example stays silent: one must expect another verdict than “{verdict}”")
        return examples


class Ladder(Frozen):
    """The rules of one kind in the order in which they are tried; `otherwise` decides what is left."""

    kind: str
    rules: tuple[Rule, ...]
    otherwise: Rule


class RuleBook(Frozen):
    """All ladders by kind, in order of name.

    Rules named in `ignored` keep their place, so that a pair does not fall through to a louder rule;
    whoever turns rulings into findings drops theirs.
    """

    ladders: dict[str, Ladder]
    ignored: tuple[str, ...] = ()

    def rules(self) -> tuple[Rule, ...]:
        """Return every rule, ladder by ladder, each ladder's `otherwise` last."""
        return tuple(r for ladder in self.ladders.values() for r in (*ladder.rules, ladder.otherwise))

    def rule(self, id: str) -> Rule:
        """Return the rule of an id; KeyError when there is none."""
        for rule in self.rules():
            if rule.id == id:
                return rule
        raise KeyError(id)


class Term(NamedTuple):
    """A measurement as rule files may use it: its field, the form of its condition, and its words."""

    field: str
    form: Literal["one-of", "flag", "between", "on-sides"]
    words: Words = ()


Vocabulary = dict[str, Term]


def vocabulary(measurements: type[Measurements]) -> Vocabulary:
    """Return the terms a kind's rules may use, by name as rule files spell it.

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
    for place in wrong:
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
    for key in wrong:
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
