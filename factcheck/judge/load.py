"""Rule files into a rule book: the shipped rules, and a newsroom's directories on top of them.

Every file is read to its end before anything is raised, so that its author sees all problems at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pydantic import Field, ValidationError

from ..errors import RuleError
from ..models import Frozen
from .rules import Example, Ladder, Origin, Rule, RuleBook, Vocabulary, conditions, vocabulary
from .yaml12 import MAX_BYTES, Located, Plain, Trail, read, unknown, written

if TYPE_CHECKING:
    from ..claims.kind import Kind

_RULE_KEYS = tuple(key for key in Rule.model_fields if key not in ("kind", "origin"))
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


class _Draft(NamedTuple):
    """A rule as one file gives it; `last` for an `otherwise`, `rule` None when something is wrong with it."""

    id: str
    kind: str
    last: bool
    page: Located
    trail: Trail
    rule: Rule | None

    def place(self) -> str:
        """Return the file and line of the rule."""
        return f"{self.page.name}:{self.page.at(self.trail).line}"


@dataclass(slots=True)
class _Steps:
    """A ladder while directories are laid on each other; the order of `rules` is that of the ladder."""

    rules: dict[str, _Draft] = field(default_factory=dict)
    otherwise: _Draft | None = None


def load_rules(directories: Sequence[Path] = (), *, kinds: Mapping[str, Kind] | None = None) -> RuleBook:
    """Return the shipped rules with those of some directories on top, each over the ones before it.

    A rule whose id is known replaces it in place; new ids go before all that stands in the ladder of
    their kind, in file order; `otherwise` replaces. Where `kinds` are given, shipped rules of others
    are left out. Raises RuleError with all problems of all files.
    """
    problems: list[str] = []
    shipped = _read_layer(shipped_directory(), "rules", problems)
    if kinds is None:
        from ..claims import kinds as every_kind

        kinds = every_kind()
    else:
        shipped = [page for page in shipped if _wanted(page, kinds)]
    terms = {name: vocabulary(kind.measurements) for name, kind in kinds.items()}
    desks = [_read_layer(Path(directory), str(directory), problems) for directory in directories]
    ladders: dict[str, _Steps] = {}
    for layer in (shipped, *desks):
        _lay(ladders, [draft for page in layer for draft in _drafts(page, terms, desk=layer is not shipped)])
    _close(ladders, terms)
    ignored = {id for layer in desks for page in layer for id in _ignored(page, ladders)}
    problems += [line for layer in (shipped, *desks) for page in layer for line in page.report()]
    if problems:
        raise RuleError(tuple(problems))
    return RuleBook(ladders=dict(_bound(ladders)), ignored=tuple(sorted(ignored)))


def shipped_directory() -> Traversable:
    """Return the folder of shipped rules: inside an installed package, beside it in a source checkout."""
    package = files("factcheck")
    inside = package.joinpath("rules")
    beside = Path(str(package)).parent
    return beside / "rules" if not inside.is_dir() and (beside / "pyproject.toml").is_file() else inside


def _read_layer(directory: Traversable, label: str, problems: list[str]) -> list[Located]:
    """Return the rule files of a directory as read, by name; what cannot be read is a problem."""
    try:
        found = sorted((file for file in directory.iterdir() if _is_rule_file(file)), key=lambda file: file.name)
    except OSError as error:
        problems.append(f"{label}: the directory of rules cannot be read ({error.strerror})")
        return []
    pages = []
    if not found:
        problems.append(f"{label}: there are no rule files (*.yaml) in this directory")
    for file in found:
        try:
            pages.append(read(f"{label}/{file.name}", _bytes(file)))
        except OSError as error:
            problems.append(f"{label}/{file.name}: the file cannot be read ({error.strerror})")
    return pages


def _is_rule_file(file: Traversable) -> bool:
    """Return whether a name is that of a rule file; hidden ones are left behind by editors."""
    return file.name.endswith((".yaml", ".yml")) and not file.name.startswith(".") and not file.is_dir()


def _bytes(file: Traversable) -> bytes:
    """Return the bytes of a regular file, at most one more than allowed; a pipe would never end."""
    if isinstance(file, Path) and file.exists() and not file.is_file():
        raise OSError(0, "it is no regular file")
    with file.open("rb") as stream:
        return bytes(stream.read(MAX_BYTES + 1))


def _wanted(page: Located, kinds: Mapping[str, Kind]) -> bool:
    """Return whether a shipped page may hold rules of these kinds; a broken one may."""
    kind = page.value.get("kind") if isinstance(page.value, dict) else None
    return bool(page.problems) or not isinstance(kind, str) or kind in kinds


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
        case "extra_forbidden":
            known = Example.model_fields if "examples" in trail else _File.model_fields
            page.blame(trail, unknown("key", name, known), key=True)
        case "literal_error":
            words = _EXPECTED.findall(fault["ctx"]["expected"])
            page.blame(trail, unknown(name, written(fault["input"]), words))
        case "value_error":
            page.blame(trail, str(fault["ctx"]["error"]))
        case shape:
            part = f"each of “{name}”" if trail and isinstance(trail[-1], int) else f"“{name}”"
            page.blame(trail, f"{part if trail else 'a rule file'} must be {_SHAPES.get(shape, fault['msg'])}")


def _drafts(page: Located, terms: Mapping[str, Vocabulary], *, desk: bool) -> Iterator[_Draft]:
    """Yield the rules of a page in file order, its `otherwise` last."""
    if page.complete:
        _validated(page, (), _File, page.value)
    if not isinstance(content := page.value, dict):
        return
    if "ignore" in content and not desk:
        page.blame(("ignore",), "shipped rules cannot be ignored here, only in a directory of your own", key=True)
    if not content.keys() & {"rules", "otherwise", "ignore"}:
        page.blame((), "the file holds neither “rules” nor “otherwise” nor “ignore”")
    kind = _kind(page, content, terms) if content.keys() & {"rules", "otherwise"} else ""
    rules = content.get("rules")
    for number, node in enumerate(rules if isinstance(rules, list) else ()):
        if isinstance(node, dict):
            yield _draft(page, ("rules", number), node, kind, terms.get(kind))
    if isinstance(last := content.get("otherwise"), dict):
        yield _draft(page, ("otherwise",), last, kind, terms.get(kind))
    elif "otherwise" in content:
        yield _Draft("", kind, True, page, ("otherwise",), None)


def _kind(page: Located, content: dict[str, Plain], terms: Mapping[str, Vocabulary]) -> str:
    """Return the kind whose rules a page holds, whether it is known or not; "" when there is none."""
    kind = content.get("kind")
    if "kind" not in content:
        page.blame((), "“kind” is missing")
    elif isinstance(kind, str) and kind not in terms:
        page.blame(("kind",), unknown("kind", kind, terms))
    return kind if isinstance(kind, str) else ""


def _draft(page: Located, trail: Trail, node: dict[str, Plain], kind: str, terms: Vocabulary | None) -> _Draft:
    """Return one rule of a page, checked; conditions only where the kind is known."""
    last = trail == ("otherwise",)
    for key in node:
        if key not in _RULE_KEYS:
            page.blame((*trail, key), unknown("key", key, _RULE_KEYS), key=True)
    if last and "when" in node:
        page.blame((*trail, "when"), "an “otherwise” has no “when”: it decides what no rule decides", key=True)
    fields: dict[str, Any] = {key: value for key, value in node.items() if key in _RULE_KEYS and key != "when"}
    if "when" in node and not last and terms is not None:
        fields["when"] = conditions(page, (*trail, "when"), node["when"], terms)
    fields |= {"kind": kind, "origin": Origin(path=page.name, line=page.at(trail).line)}
    rule = _validated(page, trail, Rule, fields)
    id = node.get("id")
    return _Draft(id if isinstance(id, str) else "", kind, last, page, trail, rule)


def _lay(ladders: dict[str, _Steps], drafts: Iterable[_Draft]) -> None:
    """Put the rules of one directory on top of the ladders."""
    before = {draft.id: draft for draft in _standing(ladders)}
    given: dict[str, _Draft] = {}
    fresh: dict[str, dict[str, _Draft]] = {}
    closed: dict[str, _Draft] = {}
    for draft in drafts:
        if problem := _clash(draft, given.get(draft.id), before.get(draft.id), closed.get(draft.kind)):
            draft.page.blame((*draft.trail, "id"), problem)
            continue
        given[draft.id] = draft
        steps = ladders.setdefault(draft.kind, _Steps())
        if draft.last:
            steps.otherwise = closed[draft.kind] = draft
        elif draft.id in steps.rules:
            steps.rules[draft.id] = draft
        else:
            fresh.setdefault(draft.kind, {})[draft.id] = draft
    for kind, added in fresh.items():
        ladders[kind].rules = {**added, **ladders[kind].rules}


def _clash(draft: _Draft, twin: _Draft | None, old: _Draft | None, close: _Draft | None) -> str | None:
    """Return why a rule cannot stand beside those of its directory and those below, None when it can."""
    if draft.id and twin:
        return f"rule id “{draft.id}” is used already in {twin.place()}"
    if draft.id and old and (old.kind, old.last) != (draft.kind, draft.last):
        role = "the “otherwise”" if old.last else "a rule"
        return f"rule id “{draft.id}” is that of {role} of kind “{old.kind}” in {old.place()}"
    if draft.last and close:
        return f"kind “{draft.kind}” has an “otherwise” already in {close.place()}"
    return None


def _standing(ladders: Mapping[str, _Steps]) -> Iterator[_Draft]:
    """Yield all that stands in the ladders."""
    for steps in ladders.values():
        yield from steps.rules.values()
        if steps.otherwise:
            yield steps.otherwise


def _close(ladders: Mapping[str, _Steps], kinds: Mapping[str, Vocabulary]) -> None:
    """Note a problem for each kind that has rules but no `otherwise`."""
    for kind, steps in ladders.items():
        if steps.otherwise is None and kind in kinds:
            page = next(iter(steps.rules.values())).page
            page.blame(("kind",), f"kind “{kind}” has no “otherwise”, so some pairs would get no verdict")


def _ignored(page: Located, ladders: Mapping[str, _Steps]) -> Iterator[str]:
    """Yield the ids a page ignores; an id that no rule has is a problem."""
    listed = page.value.get("ignore") if isinstance(page.value, dict) else None
    known = sorted({draft.id for draft in _standing(ladders)} - {""})
    for number, id in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(id, str) and id not in known:
            page.blame(("ignore", number), unknown("rule id", id, known))
        elif isinstance(id, str):
            yield id


def _bound(ladders: Mapping[str, _Steps]) -> Iterator[tuple[str, Ladder]]:
    """Yield the ladders by kind, in order of name, once nothing is wrong with any rule."""
    for kind, steps in sorted(ladders.items()):
        *rules, otherwise = (draft.rule for draft in _standing({kind: steps}) if draft.rule)
        yield kind, Ladder(kind=kind, rules=tuple(rules), otherwise=otherwise)
