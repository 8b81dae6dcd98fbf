"""One rule file as it was read into the rules that it gives, each looked at by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from pydantic import Field, ValidationError

from ..located import ENOUGH, Located, Trail, unknown, written
from ..models import Frozen
from .conditions import Vocabularies, conditions
from .rules import ANY, NO_FINDING, Origin, Rule, Scope, Told
from .yaml12 import Plain

RULE_KEYS = tuple(key for key in Rule.model_fields if key not in ("kind", "origin"))
EXAMPLE_KEYS: dict[Scope, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "pair": (("left", "right"), ("left_published", "right_published", "draft")),
    "claim": (("text",), ("published",)),
    "document": (("text",), ("published",)),
    "fact": (("texts",), ("published",)),
}  # the texts that an example must have, and what else it may
_SHAPES = {
    "string_type": "text",
    "string_too_short": "text",
    "string_pattern_mismatch": "lower-case words joined by hyphens",
    "model_type": "a mapping",
    "dict_type": "a mapping",
    "tuple_type": "a list",
}
_EXPECTED = re.compile(r"'([^']*)'")  # 'error', 'warning' or 'info'
Model = TypeVar("Model", bound=Frozen)


class _File(Frozen):
    """The outline of a rule file; what its rules hold is looked at one by one."""

    kind: str = ""
    rules: tuple[dict[str, Any], ...] = ()
    otherwise: dict[str, Any] = Field(default={})
    ignore: tuple[str, ...] = ()
    select: tuple[str, ...] = ()


class Draft(NamedTuple):
    """A rule as one file gives it; `last` for an `otherwise`, `rule` None when something is wrong with it."""

    id: str
    kind: str
    scope: Scope
    last: bool
    page: Located
    trail: Trail
    rule: Rule | None

    def place(self) -> str:
        """Return the file and line of the rule."""
        return f"{self.page.name}:{self.page.at(self.trail).line}"


def _validated(page: Located, trail: Trail, model: type[Model], content: Plain | dict[str, Any]) -> Model | None:
    """Return content as a model, None when it does not fit: the problems of the page say why."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            _blame(page, (*trail, *fault["loc"]), fault)
        return None


def _blame(page: Located, trail: Trail, fault: Any) -> None:
    """Note one fault of a model in the words of a rule author."""
    name = next((step for step in reversed(trail) if isinstance(step, str)), "")
    match fault["type"]:
        case "missing":
            page.blame(trail[:-1], f"“{name}” is missing")
        case "extra_forbidden" if "texts" in trail:
            pass  # said already
        case "extra_forbidden":
            page.blame(trail, unknown("key", name, _File.model_fields), key=True)
        case "literal_error":
            words = _EXPECTED.findall(fault["ctx"]["expected"])
            page.blame(trail, unknown(name, written(fault["input"]), words))
        case "value_error":
            page.blame(trail, str(fault["ctx"]["error"]))
        case shape:
            part = f"each of “{name}”" if trail and isinstance(trail[-1], int) else f"“{name}”"
            page.blame(trail, f"{part if trail else 'a rule file'} must be {_SHAPES.get(shape, fault['msg'])}")


def drafts(page: Located, terms: Vocabularies, *, desk: bool) -> Iterator[Draft]:
    """Yield the rules of a page in file order, its `otherwise` last."""
    if page.complete:
        _validated(page, (), _File, page.value)
    if not isinstance(content := page.value, dict):
        return
    _outline(page, content, desk=desk)
    kind = _kind(page, content, terms) if content.keys() & {"rules", "otherwise"} else ""
    rules = content.get("rules")
    for number, node in enumerate(rules if isinstance(rules, list) else ()):
        if page.full:
            break
        if isinstance(node, dict):
            yield _draft(page, ("rules", number), node, kind, terms)
    if isinstance(last := content.get("otherwise"), dict):
        yield _draft(page, ("otherwise",), last, kind, terms)
    elif "otherwise" in content:
        yield Draft("", kind, "pair", True, page, ("otherwise",), None)


def _outline(page: Located, content: dict[str, Plain], *, desk: bool) -> None:
    """Note what is wrong with the keys of a page, whatever they hold."""
    for key, done in (("ignore", "ignored"), ("select", "selected")):
        if key in content and not desk:
            page.blame((key,), f"shipped rules cannot be {done} here, only in a directory of your own", key=True)
    if not content.keys() & {"rules", "otherwise", "ignore", "select"}:
        page.blame((), "the file holds neither “rules” nor “otherwise” nor “ignore”")
    if "otherwise" in content and content.get("kind") == ANY:
        page.blame(("otherwise",), "an “otherwise” is of one kind; “any” has none", key=True)


def _kind(page: Located, content: dict[str, Plain], terms: Vocabularies) -> str:
    """Return the kind whose rules a page holds, whether it is known or not; "" when there is none."""
    kind = content.get("kind")
    if "kind" not in content:
        page.blame((), "“kind” is missing")
    elif isinstance(kind, str) and kind not in terms:
        page.blame(("kind",), unknown("kind", kind, [name for name in terms if name != ANY]))
    return kind if isinstance(kind, str) else ""


def _draft(page: Located, trail: Trail, node: dict[str, Plain], kind: str, terms: Vocabularies) -> Draft:
    """Return one rule of a page, checked; conditions only where kind and scope are known."""
    last = trail == ("otherwise",)
    for key in islice((key for key in node if key not in RULE_KEYS), ENOUGH):
        page.blame((*trail, key), unknown("key", key, RULE_KEYS), key=True)
    for key in ("when", "scope"):
        if last and key in node:
            page.blame((*trail, key), f"an “otherwise” has no “{key}”: it decides what no rule decides", key=True)
    scope = _scope(page, trail, node, kind)
    known = terms.get(kind, {}).get(scope) if scope else None
    dropped = ("when", "scope") if last else ("when",)
    fields: dict[str, Any] = {key: value for key, value in node.items() if key in RULE_KEYS and key not in dropped}
    if "when" in node and not last and known is not None:
        fields["when"] = conditions(page, (*trail, "when"), node["when"], known)
    if scope and isinstance(examples := node.get("examples"), list):
        fields["examples"] = [_example(page, (*trail, "examples", n), raw, scope) for n, raw in enumerate(examples)]
    fields |= {"kind": kind, "origin": Origin(path=page.name, line=page.at(trail).line)}
    rule = _validated(page, trail, Rule, fields)
    id = node.get("id")
    return Draft(id if isinstance(id, str) else "", kind, scope or "pair", last, page, trail, rule)


def _scope(page: Located, trail: Trail, node: dict[str, Plain], kind: str) -> Scope | None:
    """Return the scope of a rule, None where it is none; "any" kind of claim makes no pair."""
    given = node.get("scope", "pair") if trail != ("otherwise",) else "pair"
    scope = next((scope for scope in NO_FINDING if scope == given), None)
    if scope == "pair" and kind == ANY:
        page.blame((*trail, "scope"), "a rule on pairs is of one kind; with “any”, give scope claim, document or fact")
    return scope


def _example(page: Located, trail: Trail, raw: Plain, scope: Scope) -> Plain | dict[str, Any]:
    """Return an example without the keys that its scope does not have; what it lacks is a problem."""
    if not isinstance(raw, dict):
        return raw
    texts, more = EXAMPLE_KEYS[scope]
    known = (*texts, "expect", "by", *more)
    for key in raw:
        if key not in known:
            page.blame((*trail, key), unknown("key", key, known), key=True)
    for key in texts:
        if key not in raw:
            page.blame(trail, f"“{key}” is missing")
    for number, told in enumerate(listed if isinstance(listed := raw.get("texts"), list) else ()):
        for key in told if isinstance(told, dict) else ():
            if key not in Told.model_fields:
                page.blame((*trail, "texts", number, key), unknown("key", key, Told.model_fields), key=True)
    silent = NO_FINDING[scope]
    if raw.get("expect") in set(NO_FINDING.values()) - {silent}:
        page.blame((*trail, "expect"), f"a rule of scope “{scope}” that says nothing expects “{silent}”")
    return {key: value for key, value in raw.items() if key in known}
