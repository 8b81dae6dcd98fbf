"""Files and folders -> documents: `read` takes paths and gives articles, and says what it could not read.

A reader is found by the suffix of the file, in one table. Ids of documents are the paths as given, or
the `id` of a line of JSON; neither the order of the paths nor that of a folder changes anything.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..engine import Progress, Step
from ..errors import UnreadableInput
from ..findings import Failure
from ..models import Document, Frozen
from .jsonl import read_jsonl
from .markdown import read_markdown
from .plain import File, Reading, decode, load, read_plain, refusal
from .story import STORY_FILE, Labels, Story, parse_story

__all__ = ["READERS", "Intake", "read"]

READERS: dict[str, Callable[[File], Iterator[Reading]]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".jsonl": read_jsonl,
}


class Intake(Frozen):
    """What was read, by document id, and what could not be, by path; both sorted."""

    documents: tuple[Document, ...]
    failures: tuple[Failure, ...]


def read(paths: Sequence[str | Path], *, progress: Progress | None = None) -> Intake:
    """Return the articles that the paths hold, each file once, and a failure for each that cannot be read.

    Folders are walked through, without hidden files and folders, for files of known suffix. A file that
    is named itself is read as plain text where its suffix is unknown. `labels.*` is never read, and
    `story.toml` only for what it says about the articles beside it. Never raises for a bad path or file.
    """
    files, readings = _find(Path(path) if os.fspath(path) else None for path in paths)
    folders = {_real(file.parent): file.parent for file in reversed(files)}
    stories: dict[str, Story] = {}
    for real, folder in folders.items():
        stories[real] = _read_story(folder)
        place = _name(folder / STORY_FILE)
        readings.append(Reading(place=place, problems=stories[real].problems))
    readings += _read_files([file for file in files if file.name != STORY_FILE], stories, progress)
    return _collect(readings)


def _read_files(files: Sequence[Path], stories: Mapping[str, Story], progress: Progress | None) -> Iterator[Reading]:
    """Yield what the files give, each with what the story of its folder says about it."""
    found = 0
    for done, file in enumerate(files):
        if progress:
            progress(Step("documents", done, len(files), found))
        for reading in _read_file(file, stories[_real(file.parent)].labels(file.name)):
            found += reading.document is not None
            yield reading
    if progress:
        progress(Step("documents", len(files), len(files), found))


def _collect(readings: Iterable[Reading]) -> Intake:
    """Return all that was read; of two documents with one id the first stays."""
    documents: dict[str, Document] = {}
    places: dict[str, str] = {}
    failures: set[tuple[str, str]] = set()
    for reading in readings:
        failures.update((reading.place, problem) for problem in reading.problems)
        document = reading.document
        if document is None:
            continue
        if document.id in documents:
            first = places[document.id]
            sentence = f"the id “{document.id}” is taken by {first}; give each article an id of its own"
            failures.add((reading.place, sentence))
            continue
        documents[document.id], places[document.id] = document, reading.place
    return Intake(
        documents=tuple(documents[id] for id in sorted(documents)),
        failures=tuple(Failure(document=place, stage="read", message=message) for place, message in sorted(failures)),
    )


def _find(paths: Iterable[Path | None]) -> tuple[list[Path], list[Reading]]:
    """Return the files to read, each once and sorted by name, and the paths that lead to none.

    The `story.toml` of a folder that is walked is among the files. A file with several names is known
    by the first in order; names that are links come last.
    """
    readings: list[Reading] = []
    names: dict[str, list[Path]] = {}
    labels: list[Path] = []
    for path in paths:
        if path is None:
            readings.append(Reading(place="", problems=("the path is empty; name a file or a folder",)))
        elif _holds(path.is_dir):
            found, problems = _walk(path)
            readings.extend(problems)
            for file in found:
                names.setdefault(_real(file), []).append(file)
        elif _is_label(path):
            labels.append(path)
        else:
            names.setdefault(_real(path), []).append(path)
    if not names:  # named beside articles, as `folder/*` does, labels are found by them
        problem = "holds labels, not an article; a story.toml is found by its articles"
        readings.extend(Reading(place=_name(path), problems=(problem,)) for path in labels)
    files = [min(same, key=lambda file: (_holds(file.is_symlink), _name(file))) for same in names.values()]
    return sorted(files, key=_name), readings


def _walk(folder: Path) -> tuple[list[Path], list[Reading]]:
    """Return the articles and story files below a folder, and what went wrong on the way.

    Each folder is entered once, by its own name before any link to it.
    """
    files: list[Path] = []
    readings: list[Reading] = []
    entered: set[str] = set()
    pending = deque([folder])
    while pending:
        here = pending.popleft()
        if _real(here) in entered:
            continue
        entered.add(_real(here))
        try:
            children = sorted(child for child in here.iterdir() if not child.name.startswith("."))
        except OSError as error:
            readings.append(Reading(place=_name(here), problems=(refusal(error),)))
            continue
        for child in children:
            if _holds(child.is_dir):
                (pending.append if child.is_symlink() else pending.appendleft)(child)
            elif child.name == STORY_FILE or (child.suffix.lower() in READERS and not _is_label(child)):
                files.append(child)
    if not readings and all(file.name == STORY_FILE for file in files):
        problem = f"holds no articles; they are files that end in {', '.join(READERS)}"
        readings.append(Reading(place=_name(folder), problems=(problem,)))
    return files, readings


def _read_file(path: Path, labels: Labels) -> Iterator[Reading]:
    """Yield what a file gives, or why it gives nothing."""
    name = _name(path)
    reader = READERS.get(path.suffix.lower(), read_plain)
    try:
        yield from reader(File(name=name, raw=load(path, name), labels=labels))
    except UnreadableInput as error:
        yield Reading(place=name, problems=(error.reason,))


def _read_story(folder: Path) -> Story:
    """Return what a folder says about its files; nothing where it has no `story.toml`."""
    path = folder / STORY_FILE
    if not _holds(path.is_file):
        return Story()
    name = _name(path)
    try:
        text = decode(File(name=name, raw=load(path, name)))
        present = {child.name for child in folder.iterdir() if not _holds(child.is_dir)}
        return parse_story(text, present)
    except UnreadableInput as error:
        return Story(problems=(error.reason,))
    except (OSError, ValueError) as error:
        return Story(problems=(refusal(error),))


def _is_label(path: Path) -> bool:
    """Return whether a file says something about articles and is none itself."""
    return path.name == STORY_FILE or path.name.lower().startswith("labels.")


def _holds(question: Callable[[], bool]) -> bool:
    """Return the answer of a path about itself; one that cannot be asked says no, and fails when read."""
    try:
        return question()
    except (OSError, ValueError):
        return False


def _real(path: Path) -> str:
    """Return the one name that all names of a file or folder lead to."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def _name(path: Path) -> str:
    """Return the path as reports print it: with slashes, and bytes that are no text replaced."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
