"""What a rule file means once it is read: rules in ladders, conditions on measurements, examples."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, ValidationInfo, field_validator

from ..located import shown, unknown
from ..models import Frozen, Severity, Verdict
from .places import Places, View

Expectation = Literal["agreement", "compatible", "discrepancy", "unrelated", "silent"]
Scope = Literal["pair", "claim", "document", "fact"]
Words = tuple[str, ...]

ANY = "any"  # stands for every kind, in rules of other scopes than pair
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")  # {left.text}
_ONE: Words = ("source", "text", "display", "place")
PLACEHOLDERS: dict[Scope, Words] = {
    "pair": (*(f"{side}.{part}" for side in ("left", "right") for part in _ONE), "label"),
    "claim": (*_ONE, "reckoned"),
    "document": (*_ONE, "others", "reckoned"),
    "fact": (*_ONE, "label", "leading", "others"),
}
NO_FINDING: dict[Scope, Expectation] = {
    "pair": "unrelated", "claim": "silent", "document": "silent", "fact": "silent",
}  # fmt: skip
SCOPES = tuple(NO_FINDING)

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]  # hedged-against-exact


def _day(raw: object) -> dt.date:
    """Return a calendar day written 2022-02-09, and in no other way."""
    with suppress(ValueError):
        if (day := dt.date.fromisoformat(str(raw))).isoformat() == str(raw):
            return day
    raise ValueError(f"“{shown(str(raw))}” is no day; write it as 2022-02-09")


Day = Annotated[dt.date, BeforeValidator(_day)]


class Told(Frozen):
    """One of several texts of an example, with its source and day where they matter."""

    text: Text
    source: Text | None = None
    published: Day | None = None


def _told(raw: object) -> object:
    """Return a text as one without source and day."""
    return {"text": raw} if isinstance(raw, str) else raw


class Example(Frozen):
    """What sources might print, and the verdict it must get.

    A rule on pairs has the sentences of two sources, `left` and `right`; one on claims or documents the
    `text` of one article, one on facts the `texts` of several, a source each, which may be named. Where two rules
    give one verdict, `by` names the rule that must give it. `draft` names the side that is a draft, held against
    the other.
    """

    left: Text | None = None
    right: Text | None = None
    text: Text | None = None
    texts: tuple[Annotated[Told, BeforeValidator(_told)], ...] = ()
    expect: Expectation
    by: Id | None = None
    published: Day | None = None
    left_published: Day | None = None
    right_published: Day | None = None
    draft: Literal["left", "right"] | None = None

    def met(self, verdict: str, rule: str | None) -> bool:
        """Return whether a verdict, and the rule that gave it, are what the example expects."""
        return verdict == self.expect and self.by in (None, rule)

    def fires(self, rule: str, verdict: str | None) -> bool:
        """Return whether the example expects a rule to give its verdict."""
        return self.expect == verdict and self.by in (None, rule)

    def shown(self) -> Words:
        """Return the texts of the example in order."""
        return tuple(text for text in (self.left, self.right, self.text, *(told.text for told in self.texts)) if text)


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

    @property
    def folder(self) -> str:
        """Return the directory of rules that the file lies in."""
        return self.path.rpartition("/")[0]


class Rule(Frozen):
    """A verdict on claims, the conditions under which it is given, and its examples.

    The scope says on what: a pair of claims, one claim, claims of one document, or a whole fact. An
    `optional` rule is asked only where a newsroom selects it.
    """

    id: Id
    title: Text
    verdict: Verdict
    severity: Severity
    scope: Scope = "pair"
    optional: bool = False
    kind: str
    when: tuple[Condition, ...] = ()
    message: Text
    why: Text
    source: Text | None = None
    examples: tuple[Example, ...]
    origin: Origin

    @field_validator("optional")
    @classmethod
    def _only_beside_the_ladder(cls, optional: bool, rest: ValidationInfo) -> bool:
        if optional and rest.data.get("scope", "pair") == "pair":
            raise ValueError("a rule on pairs is never optional; “ignore” takes one out")
        return optional

    @field_validator("message")
    @classmethod
    def _placeholders_are_known(cls, message: str, rest: ValidationInfo) -> str:
        known = PLACEHOLDERS[rest.data.get("scope", "pair")]
        for name in PLACEHOLDER.findall(message):
            if name not in known:
                raise ValueError(unknown("placeholder", name, known))
        if re.search(r"[{}]", PLACEHOLDER.sub("", message)):
            raise ValueError(f"a brace without its partner in “{shown(message)}”")
        return " ".join(message.split())

    @field_validator("examples")
    @classmethod
    def _examples_fire_and_stay_silent(cls, examples: tuple[Example, ...], rest: ValidationInfo) -> tuple[Example, ...]:
        verdict = rest.data.get("verdict")  # None where it is no verdict, which is said already
        fires = {example.fires(rest.data.get("id", ""), verdict) for example in examples}
        if verdict and True not in fires:
            raise ValueError(f"no example fires: one must expect “{verdict}”, the verdict of the rule")
        if verdict and False not in fires:
            raise ValueError(
                f"no example stays silent: one must expect another verdict than “{verdict}”, or another rule"
            )
        return examples


class Ladder(Frozen):
    """The rules of one kind on pairs in the order in which they are tried; `otherwise` decides what is left."""

    kind: str
    rules: tuple[Rule, ...]
    otherwise: Rule


class RuleBook(Frozen):
    """The ladders of all kinds, and beside them the rules of other scopes, by kind in order of name.

    Rules named in `ignored` keep their place, so that a pair does not fall through to a louder rule;
    whoever turns rulings into findings drops theirs. Rules that are `off` are not asked at all. Both, and the
    severity of a rule, may be otherwise for articles at some `places`. `weights` say how many plain sources a
    source is worth, by name. The `view` is from where ids of findings see the paths of articles.
    """

    ladders: dict[str, Ladder]
    beside: dict[str, tuple[Rule, ...]] = Field(default={})
    ignored: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    places: Places = Places()
    view: View = View()
    weights: dict[str, Decimal] = Field(default={})

    def rules(self) -> tuple[Rule, ...]:
        """Return every rule, kind by kind: its ladder, `otherwise` last, then the rules of other scopes."""
        found: list[Rule] = []
        for kind in sorted({*self.ladders, *self.beside}):
            if ladder := self.ladders.get(kind):
                found += (*ladder.rules, ladder.otherwise)
            found += self.beside.get(kind, ())
        return tuple(found)

    def rule(self, id: str) -> Rule:
        """Return the rule of an id; KeyError when there is none."""
        for rule in self.rules():
            if rule.id == id:
                return rule
        raise KeyError(id)

    def asked(self, scope: Scope, kind: str) -> tuple[Rule, ...]:
        """Return the rules of another scope than pair that a kind is held to, on or off, those of any kind last."""
        standing = (*self.beside.get(kind, ()), *self.beside.get(ANY, ()))
        return tuple(rule for rule in standing if rule.scope == scope)

    def all_on(self) -> RuleBook:
        """Return the book with its optional rules selected."""
        return self.model_copy(update={"off": ()}) if self.off else self
