"""Rule files into a rule book: the shipped rules, and a newsroom's directories on top of them.

Every file is read to its end before anything is raised, so that its author sees all problems at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ..errors import RuleError
from ..located import MAX_BYTES, Located
from ..settings import Setting
from .conditions import vocabularies
from .drafts import drafts
from .layers import Steps, blame_unknown_deciders, blame_unreachable, book_of, close, lay, named, unknown_choices
from .places import View, placed
from .rules import ANY, RuleBook
from .yaml12 import read

if TYPE_CHECKING:
    from ..claims.kind import Kind


class Choices(NamedTuple):
    """What is chosen among the rules: optional ones asked, others ignored, another severity; for which paths; and
    what each source is worth."""

    select: Setting = Setting((), "")
    ignore: Setting = Setting((), "")
    severity: Setting = Setting(MappingProxyType({}), "")
    per_path: Setting = Setting((), "")
    sources: Setting = Setting(MappingProxyType({}), "")

    def of_rules(self) -> dict[str, Setting]:
        """Return the choices that name rules."""
        return {name: setting for name, setting in self._asdict().items() if name != "sources"}

    def weights(self) -> dict[str, Decimal]:
        """Return what sources are worth that are not worth one, under the names that the newsroom gives them."""
        named = ((source.name or given, source.weight) for given, source in self.sources.value.items())
        return {name: weight for name, weight in named if weight != 1}


def load_rules(
    directories: Sequence[Path] = (),
    *,
    kinds: Mapping[str, Kind] | None = None,
    choices: Choices = Choices(),  # noqa: B008 - frozen
    view: View = View(),  # noqa: B008 - frozen
) -> RuleBook:
    """Return the shipped rules with those of some directories on top, each over the ones before it.

    A rule whose id is known replaces it in place; new ids go before all that stands in the ladder of
    their kind, in file order; `otherwise` replaces. Where `kinds` are given, shipped rules of others
    are left out. `choices` are laid over all directories; the `view` is from where
    paths of articles are seen. Raises RuleError with all problems of all files.
    """
    problems: list[str] = []
    shipped = _read_layer(shipped_directory(), "rules", problems)
    if kinds is None:
        from ..claims import kinds as every_kind

        kinds = every_kind()
    else:
        shipped = [page for page in shipped if _wanted(page, kinds)]
    terms = vocabularies(kinds)
    desks = [_read_layer(Path(directory), str(directory), problems) for directory in directories]
    ladders: dict[str, Steps] = {}
    for layer in (shipped, *desks):
        lay(ladders, [draft for page in layer for draft in drafts(page, terms, desk=layer is not shipped)])
    close(ladders, kinds)
    blame_unreachable(ladders, (shipped, *desks), terms)
    blame_unknown_deciders(ladders)
    pages = [page for layer in desks for page in layer]
    ignored, selected = (named(pages, key, ladders) for key in ("ignore", "select"))
    problems += unknown_choices(ladders, choices.of_rules())
    problems += [line for page in (*shipped, *pages) for line in page.report()]
    if problems:
        raise RuleError(tuple(problems))
    ignored, selected = ignored | {*choices.ignore.value}, selected | {*choices.select.value}
    book = book_of(ladders, ignored=ignored, selected=selected, severity=choices.severity.value)
    return book.model_copy(
        update={"places": placed(choices.per_path, view.here), "weights": choices.weights(), "view": view}
    )


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
    return bool(page.problems) or not isinstance(kind, str) or kind in kinds or kind == ANY
