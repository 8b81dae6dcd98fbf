"""Where a report goes: to stdout in one form, and to files, each in a form of its own."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ..errors import UsageError
from ..located import unknown
from ..settings import FORMATS, Setting
from .output import WIDTH, emit, on_screen, refuse_inputs, screen_color, screen_width, tell_failures, write_file
from .settings import Settings, spelt_out

if TYPE_CHECKING:
    from ..reports.edition import Edition


class Output(NamedTuple):
    """A file, and the form in which it is written."""

    form: str
    path: Path


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return the command with --output and --width."""
    decorate = click.option(
        "--output", "outputs", metavar="[F=]FILE", multiple=True,
        help="Write the report to a file too, in the form F or that of its ending (.html, .json); may be repeated.",
    )  # fmt: skip
    return decorate(
        click.option(
            "--width", metavar="N", type=click.IntRange(min=40),
            help="Columns of the terminal report.  [default: the screen's, else 80]",
        )(command)
    )  # fmt: skip


def outputs_of(given: Iterable[str], settings: Settings, inputs: Callable[[], Sequence[Path]]) -> tuple[Output, ...]:
    """Return the files that are asked for. Raises UsageError for an unknown form, and for one of the inputs."""
    outputs = tuple(_output(words, settings["format"]) for words in given if words != "-")
    names = [output.path.absolute() for output in outputs]
    for output, name in zip(outputs, names, strict=True):
        if names.count(name) > 1:
            raise UsageError(f"{output.path}: is named twice; each --output needs a file of its own")
    if any(output.path.is_file() for output in outputs):
        for output in outputs:
            refuse_inputs(output.path, inputs())
    return outputs


def _output(words: str, printed: Setting) -> Output:
    """Return one file that is asked for: sarif=out.sarif, report.html; else in the form that --format names.

    An ending that says nothing is no reason to guess: a report.pdf would be text.
    """
    form, equals, path = words.partition("=")
    if equals and form in FORMATS:
        return Output(form, Path(path))
    if equals and form.isalnum():
        raise UsageError(f"--output {words}: {unknown('form', form, FORMATS)} (a file of that name is “./{words}”)")
    file, endings = Path(words), {ending: form for form, ending in FORMATS.items() if ending}
    form = endings.get(file.suffix.lower(), printed.value)
    if file.suffix and file.suffix.lower() not in endings and printed.origin == "built in":
        known = f"{', '.join(endings)} do; else name it: --output json={words}"
        raise UsageError(f"--output {words}: the ending “{file.suffix}” tells no form; {known}")
    return Output(form, file)


def deliver(edition: Edition, settings: Settings, outputs: Sequence[Output], width: int | None) -> None:
    """Write the files, then stdout; failures go to stderr where stdout does not tell them."""
    from ..reports import render

    gc.freeze()  # the report stays to the end; rendering need not have the collector walk it again and again
    edition = replace(edition, show=spelt_out(settings))
    for form, path in outputs:
        write_file(path, render(form, replace(edition, width=width or WIDTH)))
    form = settings["format"].value
    emit(render(form, replace(edition, width=width or screen_width(), color=screen_color())))
    if form != "terminal" or not on_screen():  # on a screen the report itself tells them
        tell_failures(edition.report.failures)
