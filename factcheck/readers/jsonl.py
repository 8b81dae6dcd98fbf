"""JSON Lines: one article a line, `{"id", "text", "source", "published", "title", "story"}`.

`id` and `text` are required and kept as they are; the others may be absent or null; further keys are
ignored. A line that cannot be read costs that line alone. Offsets of claims are those of `text`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..errors import UnreadableInput
from .plain import File, Reading, not_utf8, refuse_binary
from .story import is_text, read_labels


def read_jsonl(file: File) -> Iterator[Reading]:
    """Yield a reading for each line that is not blank, placed at `file:line`, lines counted from 1.

    Raises UnreadableInput when the file is binary or every line is blank.
    """
    refuse_binary(file)
    empty = True
    start = 0
    for number, raw in enumerate(file.raw.split(b"\n"), 1):
        if raw.strip():
            empty = False
            yield _read_line(file, f"{file.name}:{number}", raw, start)
        start += len(raw) + 1
    if empty:
        raise UnreadableInput(file.name, "holds no articles; add one JSON object a line or leave it out")


def _read_line(file: File, place: str, raw: bytes, start: int) -> Reading:
    """Return the article of one line, whose bytes begin at offset `start` of the file."""
    try:
        fields = _parse(place, raw, start)
        id, text = _required(place, fields, "id"), _required(place, fields, "text")
        labels, problems = read_labels(fields)
        return Reading(place=place, document=file.document(text, labels, id=id), problems=problems)
    except UnreadableInput as error:
        return Reading(place=place, problems=(error.reason,))


def _parse(place: str, raw: bytes, start: int) -> dict[str, object]:
    """Return the object of a line. Raises UnreadableInput when it holds none."""
    try:
        value = json.loads(raw.rstrip(b"\r").decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        raise UnreadableInput(place, not_utf8(error, start)) from error
    except json.JSONDecodeError as error:
        reason = f"is not valid JSON at column {error.colno} ({error.msg.removesuffix(' at')}); correct the line"
        raise UnreadableInput(place, reason) from error
    except (ValueError, RecursionError) as error:  # a number or a nesting without end
        raise UnreadableInput(place, f"is not valid JSON ({error}); correct the line") from error
    if not isinstance(value, dict):
        raise UnreadableInput(place, 'is no JSON object; write {"id": "…", "text": "…"}')
    return value


def _required(place: str, fields: dict[str, object], name: str) -> str:
    """Return a field that every line needs. Raises UnreadableInput when it is missing, blank or no text."""
    value = fields.get(name)
    if not is_text(value) or not str(value).strip():
        state = "is missing" if value is None else "is blank or no text"
        raise UnreadableInput(place, f'“{name}” {state}; every line needs "id" and "text"')
    return str(value)
