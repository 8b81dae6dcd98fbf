"""What is said about an article beside its text: its labels, and the `story.toml` of its folder.

story = "Harbour fire"

[[document]]
file = "gazette.txt"
source = "The Gazette"
title = "Warehouse burns at the harbour"
published = 2023-05-04
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Container, Mapping

from pydantic import Field

from ..errors import UnreadableInput
from ..models import Frozen
from ..values.published import parse_published

STORY_FILE = "story.toml"
_SHOWN = 40  # characters of a faulty value that a message repeats


class Labels(Frozen):
    """What is known about an article besides its text; None where nobody says so."""

    source: str | None = None
    title: str | None = None
    published: dt.date | None = None
    story: str | None = None

    def over(self, other: Labels) -> Labels:
        """Return these labels, with those of `other` where these are silent."""
        return Labels(
            source=self.source or other.source,
            title=self.title or other.title,
            published=self.published or other.published,
            story=self.story or other.story,
        )


class Story(Frozen):
    """A folder's story: its name, the labels of its files by file name, and what is wrong with it."""

    name: str | None = None
    files: dict[str, Labels] = Field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def labels(self, file: str) -> Labels:
        """Return what the folder says about one of its files; a file it does not list has its story."""
        return self.files.get(file, Labels()).over(Labels(story=self.name))


def read_labels(fields: Mapping[str, object]) -> tuple[Labels, tuple[str, ...]]:
    """Return the labels among the fields, and one sentence for each that cannot be read.

    A field that cannot be read counts as silent; blank text is silence too; other fields are ignored.

    >>> read_labels({"source": "Gazette", "published": "4 May 2023", "author": "A. Penn"})[0].published
    datetime.date(2023, 5, 4)
    """
    problems: list[str] = []
    texts: dict[str, str | None] = {}
    for name in ("source", "title", "story"):
        value = fields.get(name)
        if value is None or is_text(value):
            texts[name] = str(value or "").strip() or None
        else:
            problems.append(f"“{name}” is no text; write it as text in quotation marks")
    printed = fields.get("published")
    published = _published(printed)
    if published is None and not (printed is None or printed == "" or str(printed).isspace()):
        shown = f" “{_show(printed)}”" if isinstance(printed, str) else ""
        problems.append(f"the publication date{shown} cannot be read; write it as YYYY-MM-DD")
    return Labels(published=published, **texts), tuple(problems)


def is_text(value: object) -> bool:
    """Return whether the value is a string that UTF-8 can hold: no half of a surrogate pair in it."""
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def parse_story(text: str, present: Container[str]) -> Story:
    """Return the story that the text of a `story.toml` describes.

    `present` holds the names of the files in its folder. An entry that cannot be used is a problem of
    the story; the others hold. Raises UnreadableInput when the text is not TOML.
    """
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(STORY_FILE, f"is not valid TOML ({error}); correct the file") from error
    head, found = read_labels({"story": table.get("story")})
    problems = list(found)
    entries = table.get("document", [])
    if not isinstance(entries, list):
        entries = []
        problems.append("“document” is no list of tables; open each entry with [[document]]")
    files: dict[str, Labels] = {}
    for number, entry in enumerate(entries, 1):
        file = str(entry.get("file", "")) if isinstance(entry, dict) else ""
        problem = _refuse(file, present, files)
        if problem:
            problems.append(f"document {number} {problem}")
            continue
        files[file], found = read_labels(entry)
        problems.extend(f"document {number} ({file}): {sentence}" for sentence in found)
    return Story(name=head.story, files=files, problems=tuple(problems))


def _refuse(file: str, present: Container[str], taken: Container[str]) -> str | None:
    """Return why an entry for this file cannot be used, or None."""
    if not file:
        return 'names no file; add file = "…"'
    if file in taken:
        return f"names {_show(file)}, which has an entry already; remove one of the two"
    if file not in present:
        return f"names {_show(file)}, and this folder has no such file; correct the name or remove the entry"
    return None


def _published(value: object) -> dt.date | None:
    """Return the day, from text or from the date types of TOML; None for anything else."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return parse_published(value) if isinstance(value, str) else None


def _show(value: str) -> str:
    """Return the text in one short printable line."""
    line = " ".join(value.split()).encode(errors="replace").decode()
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
