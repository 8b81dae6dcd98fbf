"""The JSON Schema of rule files, generated from what kinds measure: an editor completes keys and values by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from ..models import Severity, Verdict
from .conditions import Term, Vocabularies, Vocabulary
from .drafts import EXAMPLE_KEYS
from .rules import ANY, NO_FINDING, SCOPES, Expectation, Scope

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

_TEXT: Schema = {"type": "string", "minLength": 1}
_DAY: Schema = {"type": "string", "format": "date"}
_DRAFT: Schema = {"enum": ["left", "right"], "description": "The side that is a draft, held against the other."}
_ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_ABOUT = {
    "id": "Lower-case words joined by hyphens; the id of a known rule replaces that rule.",
    "title": "What the rule finds, in one line.",
    "scope": "What the rule looks at: two claims of one fact, one claim, figures of one article, or a whole fact.",
    "optional": "Asked only where a newsroom selects it.",
    "verdict": "What the rule says of the claims it holds for.",
    "severity": "How grave a discrepancy is.",
    "when": "All must hold; leave it out for a rule that always does.",
    "message": "What a reader is told, with placeholders such as {left.text} or {text}.",
    "why": "The reason, as the style guide would give it.",
    "source": "Where the rule comes from.",
    "examples": "One at least gets the verdict of the rule, one at least does not.",
}


def rule_schema(terms: Vocabularies) -> Schema:
    """Return the JSON Schema of a rule file: for each kind and scope its own measurements and words."""
    kinds = sorted(terms)
    asked = [(kind, scope) for kind in kinds for scope in SCOPES if terms[kind].get(scope)]
    first: dict[str, str] = {}  # kinds that measure the same share a definition, named for the first of them
    for kind, scope in asked:
        first.setdefault(repr(terms[kind][scope]), f"{kind}-{scope}")
    named = {(kind, scope): first[repr(terms[kind][scope])] for kind, scope in asked}
    return {
        "$schema": DIALECT,
        "title": "A rule file of factcheck",
        "type": "object",
        "properties": {
            "kind": {"enum": kinds, "description": "The kind of claim that the rules are on."},
            "rules": {"type": "array", "items": {"type": "object"}},
            "otherwise": {"$ref": "#/$defs/otherwise", "description": "Decides what no rule on pairs decides."},
            "ignore": {"type": "array", "items": _ID, "description": "Rules that say nothing."},
            "select": {"type": "array", "items": _ID, "description": "Optional rules that are asked."},
        },
        "additionalProperties": False,
        "allOf": [_of_kind(kind, named) for kind in kinds],
        "$defs": {
            **{name: _when(terms[kind][scope]) for (kind, scope), name in named.items() if name == f"{kind}-{scope}"},
            **{f"rule-on-{scope}": _rule(scope) for scope in SCOPES},
            "otherwise": _rule("pair", last=True),
        },
    }


def _of_kind(kind: str, named: Mapping[tuple[str, Scope], str]) -> Schema:
    """Return what the rules of a file must be when it is of a kind, told apart by their scope."""
    scopes = [scope for scope in SCOPES if (kind, scope) in named]
    cases: list[Schema] = [
        {
            "if": {"properties": {"scope": {"const": scope}}, "required": [] if scope == "pair" else ["scope"]},
            "then": {
                "$ref": f"#/$defs/rule-on-{scope}",
                "properties": {"when": {"$ref": f"#/$defs/{named[kind, scope]}"}},
            },
        }
        for scope in scopes
    ]
    given = {"properties": {"scope": {"enum": scopes}}, "required": [] if "pair" in scopes else ["scope"]}
    rules: Schema = {"type": "array", "items": {**given, "allOf": cases}}
    then: Schema = {"rules": rules} | ({"otherwise": False} if kind == ANY else {})
    return {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": {"properties": then}}


def _rule(scope: Scope, *, last: bool = False) -> Schema:
    """Return the schema of a rule but for what it may ask; `last` for an `otherwise`, which asks nothing."""
    fields: Schema = {
        "id": _ID,
        "title": _TEXT,
        "verdict": {"enum": list(get_args(Verdict))},
        "severity": {"enum": list(get_args(Severity))},
        "message": _TEXT,
        "why": _TEXT,
        "source": _TEXT,
        "examples": {"type": "array", "minItems": 2, "items": _example(scope)},
    }
    required = [name for name in fields if name != "source"]
    if not last:
        fields |= {"scope": {"const": scope}, "when": {"type": "object", "minProperties": 1}}
    if scope != "pair":
        fields["optional"] = {"type": "boolean"}
    described = {name: {**field, "description": _ABOUT[name]} for name, field in fields.items()}
    return {"type": "object", "properties": described, "required": required, "additionalProperties": False}


def _when(terms: Vocabulary) -> Schema:
    """Return the schema of the conditions on some measurements."""
    asked = {name: _condition(term) for name, term in terms.items()}
    return {"type": "object", "properties": asked, "additionalProperties": False}


def _example(scope: Scope) -> Schema:
    """Return the schema of an example of a scope."""
    texts, more = EXAMPLE_KEYS[scope]
    one: Schema = {"type": "object", "properties": {"text": _TEXT, "source": _TEXT, "published": _DAY}}
    told_of: Schema = {**one, "required": ["text"], "additionalProperties": False}
    told: Schema = {"type": "array", "items": {"anyOf": [_TEXT, told_of]}, "minItems": 1}
    silent = set(NO_FINDING.values()) - {NO_FINDING[scope]}
    expected = [word for word in get_args(Expectation) if word not in silent]
    return {
        "type": "object",
        "properties": {
            **{name: told if name == "texts" else _TEXT for name in texts},
            "expect": {"enum": expected},
            "by": {**_ID, "description": "The rule that must decide, where two give one verdict."},
            **{key: _DRAFT if key == "draft" else _DAY for key in more},
        },
        "required": [*texts, "expect"],
        "additionalProperties": False,
    }


def _condition(term: Term) -> Schema:
    """Return the schema of what may be asked of a measurement."""
    word: Schema = {"enum": list(term.words)}
    words: list[Schema] = [word, {"type": "array", "items": word, "minItems": 1}]
    match term.form:
        case "flag":
            return {"type": "boolean"}
        case "between":
            ends: Schema = {key: {"type": "number"} for key in ("at-least", "at-most")}
            return {"type": "object", "properties": ends, "additionalProperties": False, "minProperties": 1}
        case "on-sides":
            sides: Schema = {key: {"anyOf": words} for key in ("left", "right")}
            both: Schema = {"type": "object", "properties": sides, "additionalProperties": False, "minProperties": 1}
            return {"anyOf": [*words, both]}
        case "one-of":
            return {"anyOf": words}
