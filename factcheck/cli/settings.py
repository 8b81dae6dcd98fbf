"""The options that settings stand behind, and the command that shows what holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..settings import FAIL_ON, FILE, FORMATS, KNOWN, VERDICTS, Setting, settle
from ..settings.forms import PathRules, Source
from .output import emit

if TYPE_CHECKING:
    from ..judge.rules import RuleBook
    from ..models import Document

Settings = dict[str, Setting]
Command = Callable[..., Any]

_OPTIONS: dict[str, Callable[[Command], Command]] = {
    "rules": click.option(
        "--rules", metavar="DIR", multiple=True, help="Rules of your own, laid over those shipped; may be repeated."
    ),
    "lexicon": click.option(
        "--lexicon", metavar="DIR", multiple=True, help="Words of your own, added to those shipped; may be repeated."
    ),
    "select": click.option("--select", metavar="RULE", multiple=True, help="Ask an optional rule; may be repeated."),
    "ignore": click.option("--ignore", metavar="RULE", multiple=True, help="Take a rule out; may be repeated."),
    "fail-on": click.option(
        "--fail-on", type=click.Choice(FAIL_ON),
        help="The least severity of a discrepancy that makes the exit code 1.  [default: warning]",
    ),
    "format": click.option(
        "--format", type=click.Choice(tuple(FORMATS)), help="The form of what is printed.  [default: terminal]"
    ),
    "show": click.option(
        "--show", type=click.Choice((*VERDICTS, "all")), multiple=True,
        help="The verdicts that are spelt out; may be repeated.  [default: discrepancy]",
    ),
    "jobs": click.option(
        "--jobs", metavar="N", type=click.IntRange(min=0), help="Processes to work in; 0 for all cores.  [default: 1]"
    ),
}  # fmt: skip
_CONFIG: Callable[[Command], Command] = click.option(
    "--config", metavar="FILE", type=click.Path(path_type=Path), help="Read settings from this file."
)
KEPT = ".factcheck"  # the folder of decisions and the baseline
ON_RULES = ("rules", "lexicon", "select", "ignore")


def settings_options(*names: str) -> Callable[[Command], Command]:
    """Return what gives a command the options of some settings; it is called with all `settings` as they hold."""

    def decorate(command: Command) -> Command:
        @wraps(command)
        def call(**given: Any) -> Any:
            flags = {name: given.pop(name.replace("-", "_")) for name in names}
            settings = settled(flags, given.pop("config"))
            _take_up(settings["lexicon"])
            return command(settings=settings, **given)

        decorated: Command = call
        for option in (_CONFIG, *(_OPTIONS[name] for name in reversed(names))):
            decorated = option(decorated)
        return decorated

    return decorate


def settled(flags: Mapping[str, object], file: Path | None) -> Settings:
    """Return all settings as they hold here, some given by flags."""
    return settle(flags, os.environ, Path.cwd(), file)


def _take_up(folders: Setting) -> None:
    """Have this process read with the words of some folders, before it reads any."""
    from ..lexicon import take_up

    if folders.value:
        from ..lexicon.desk import load_lexicon

        take_up(load_lexicon([Path(folder) for folder in folders.value]))
    else:
        take_up(())


def spelt_out(settings: Settings) -> frozenset[str]:
    """Return the verdicts that are spelt out, "all" taken for each of them."""
    shown = settings["show"].value
    return frozenset(VERDICTS if "all" in shown else shown)


def book_of(settings: Settings) -> RuleBook:
    """Return the rule book that settings ask for. Raises RuleError with all that is wrong with it."""
    from ..judge.load import Choices, load_rules
    from ..judge.places import View

    choices = Choices(*(settings[name] for name in ("select", "ignore", "severity", "per-path", "sources")))
    folders = [Path(folder) for folder in settings["rules"].value]
    return load_rules(
        folders, choices=choices, view=View(folder=root(Path.cwd()).as_posix(), here=Path.cwd().as_posix())
    )


def root(here: Path) -> Path:
    """Return the folder that a newsroom keeps its decisions or its settings in, here or above; here where none is."""
    above = (here, *here.parents)
    kept = (place for place in above if (place / KEPT).is_dir())
    return next(kept, next((place for place in above if (place / FILE).is_file()), here))


def renamed(documents: Iterable[Document], settings: Settings) -> tuple[Document, ...]:
    """Return documents with their sources named as a newsroom names them."""
    names = {given: source.name for given, source in settings["sources"].value.items() if source.name}
    return tuple(
        document.model_copy(update={"source": names[document.source]}) if document.source in names else document
        for document in documents
    )


@click.command()
@_CONFIG
def config(config: Path | None) -> int:
    """Show every setting that holds, and where it is from.

    A flag holds over the environment, that over the file, that over what is built in.
    """
    rows = [("setting", "value", "from", "what it is")]
    for name, setting in settled({}, config).items():
        rows.append((name, _shown(setting.value), setting.origin, KNOWN[name].about))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        emit("  ".join((*cells, row[3])) + "\n")
    return 0


def _shown(value: Any) -> str:
    """Return the value of a setting on one line."""
    if isinstance(value, dict):
        return ", ".join(f"{key} = {_shown(word)}" for key, word in sorted(value.items())) or "none"
    if isinstance(value, Source):
        weight = "" if value.weight == 1 else f"weight {value.weight}"
        return ", ".join(filter(None, (value.name, weight))) or "as it is"
    if isinstance(value, PathRules):
        told = (("ignore", value.ignore), ("select", value.select), ("severity", dict(value.severity)))
        return f"{value.pattern}: {'; '.join(f'{name} {_shown(given)}' for name, given in told if given)}"
    return ", ".join(map(_shown, value)) or "none" if isinstance(value, tuple) else str(value)
