"""The command that compares two texts, or many pairs of them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from ..errors import FactcheckError, UnreadableInput, UsageError
from ..settings import PRINTED
from .output import complain, emit, exit_code, screen_width
from .settings import ON_RULES, Settings, book_of, settings_options

if TYPE_CHECKING:
    from ..judge.rules import RuleBook
    from ..pipeline import Comparison


class Pair(NamedTuple):
    """Two texts to compare, and the id of the pair."""

    id: str | int
    a: str
    b: str


@click.command()
@click.argument("texts", metavar="A B", nargs=-1)
@click.option(
    "--pairs", metavar="FILE", type=click.Path(path_type=Path),
    help='Compare many pairs: a file of {"id", "a", "b"} lines; prints one object a line.',
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(PRINTED),
    help="[default: terminal; with --pairs jsonl]",
)  # fmt: skip
@settings_options(*ON_RULES)
def compare(texts: tuple[str, ...], pairs: Path | None, form: str | None, settings: Settings) -> int:
    """Judge two texts or files as the words of two sources."""
    if pairs and texts:
        raise click.UsageError("Give either two texts or --pairs FILE, not both.")
    if not pairs and len(texts) != 2:
        raise click.UsageError(f"Give two texts or files to compare, or --pairs FILE; there are {len(texts)}.")
    book = book_of(settings)
    if pairs:
        return _compare_pairs(pairs, form or "jsonl", book)
    from .. import pipeline

    comparison = pipeline.compare(_text(texts[0]), _text(texts[1]), rules=book)
    emit(_shown(comparison, form or "terminal"))
    return exit_code(comparison.findings, ())


def _text(given: str) -> str:
    """Return the text of the one article in a file of that name; without such a file, what was given."""
    if not given or not os.path.exists(given):  # noqa: PTH110 - a sentence is too long for Path.exists
        return given
    from ..readers import read

    intake = read([given])
    for failure in intake.failures:
        raise UnreadableInput(failure.document, failure.message)
    if len(intake.documents) != 1:
        raise UsageError(f"{given}: holds {len(intake.documents)} articles; use “check” for more than two")
    return intake.documents[0].text


def _shown(comparison: Comparison, form: str) -> str:
    """Return a comparison in a format."""
    if form == "terminal":
        from .pages import comparison_page

        return comparison_page(comparison, screen_width())
    from ..reports.json import dump, encode

    return encode(dump(comparison), indent=2 if form == "json" else None) + "\n"


def _compare_pairs(path: Path, form: str, book: RuleBook) -> int:
    """Print the verdict on each pair of a file; return 2 where a line is no pair, else as for one pair."""
    from .. import pipeline
    from ..reports.columns import printable
    from ..reports.json import dump, encode

    codes = {0}
    judge = partial(pipeline.compare, rules=book)
    for read in _read_pairs(path):
        if isinstance(read, FactcheckError):
            complain(read)
            codes.add(2)
            continue
        comparison = judge(read.a, read.b)
        codes.add(exit_code(comparison.findings, ()))
        if form == "terminal":
            emit(f"{comparison.verdict:11}  {comparison.rule or '·'}  {printable(str(read.id))}\n")
        else:
            emit(encode({"id": read.id, **dump(comparison)}, sort_keys=False) + "\n")
    return max(codes)


def _read_pairs(path: Path) -> Iterator[Pair | UnreadableInput]:
    """Yield the pairs of a file, and for each line that is none what is wrong with it."""
    try:
        lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        yield UnreadableInput(str(path), f"cannot be read ({reason}); name a file of pairs")
        return
    if not any(map(bytes.strip, lines)):
        yield UnreadableInput(str(path), 'holds no pairs; write {"id": "…", "a": "…", "b": "…"} lines')
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _pair(line)
            except ValueError as error:
                yield UnreadableInput(f"{path}:{number}", str(error))


def _pair(line: bytes) -> Pair:
    """Return the pair that a line holds. Raises ValueError with what is wrong."""
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"is not UTF-8 at byte {error.start + 1} of the line") from error
    except (ValueError, RecursionError) as error:
        raise ValueError(f"is not valid JSON ({error})") from error
    if not isinstance(fields, dict):
        raise ValueError('is no JSON object; write {"id": "…", "a": "…", "b": "…"}')
    for name in ("a", "b"):
        if not _is_text(fields.get(name)):
            raise ValueError(f"“{name}” is missing or no text")
    id = fields.get("id")
    if isinstance(id, bool) or not isinstance(id, int | str) or not _is_text(str(id)):
        raise ValueError("“id” is missing; give each pair a text or a number")
    return Pair(id, fields["a"], fields["b"])


def _is_text(given: object) -> bool:
    """Return whether something is text that UTF-8 can write; JSON can escape half a character."""
    if not isinstance(given, str):
        return False
    try:
        given.encode()
    except UnicodeEncodeError:
        return False
    return True
