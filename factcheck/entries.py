"""Files of ours that a newsroom keeps in its repository: one JSON object a line, each checked against a model."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from .errors import DeskError, UnreadableInput
from .located import MAX_BYTES, Located, Position, opened, unknown
from .models import Frozen

Entry = TypeVar("Entry", bound=Frozen)
LARGEST = 100 * MAX_BYTES
_MERGE = re.compile(r"<{7}|={7}$|>{7}|\|{7}")  # what git leaves where two branches meet


def entries(path: Path, model: type[Entry], *, what: str) -> tuple[Entry, ...]:
    """Return the entries of a file in order; `what` says what a line should be: "decision".

    Raises UnreadableInput when the file cannot be read, DeskError with every line that is no entry.
    """
    try:
        if not path.is_file():
            raise FileNotFoundError(2, "there is no such file")
        page = opened(str(path), path.read_bytes(), most=LARGEST)
    except OSError as error:
        raise UnreadableInput(str(path), f"cannot be read ({error.strerror})") from error
    found = [] if page.refused else list(_read(page, model, what))
    if page.problems:
        raise DeskError(tuple(page.report()))
    return tuple(found)


def _read(page: Located, model: type[Entry], what: str) -> Iterator[Entry]:
    """Yield the entries of a page; the page is told of lines that are none."""
    for number, line in enumerate(page.text.split("\n"), 1):
        if page.full:
            break
        if not line.strip():
            continue
        if _MERGE.match(line):
            page.refuse(Position(number, 1), "a merge is not finished here; keep the lines of both sides")
            continue
        try:
            fields = json.loads(line)
            yield model.model_validate_json(line)
        except json.JSONDecodeError as error:
            page.refuse(Position(number, error.colno), f"no {what}: not JSON ({error.msg})")
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                page.refuse(_place(number, line, fault), f"no {what}: {_said(fault, fields, model)}")
        except (ValueError, RecursionError) as error:
            page.refuse(Position(number, 1), f"no {what}: not JSON ({type(error).__name__})")


def _place(number: int, line: str, fault: Any) -> Position:
    """Return where a field of a line is named, the line's beginning where it is not."""
    name = json.dumps(str(fault["loc"][0]), ensure_ascii=False) if fault["loc"] else "{"
    return Position(number, line.find(name) + 1 if name in line else 1)


def _said(fault: Any, fields: object, model: type[Frozen]) -> str:
    """Return what is wrong with a field, in the words of whoever edits the file."""
    if not isinstance(fields, dict) or not fault["loc"]:
        return 'write {"' + '": …, "'.join(model.model_fields) + '": …}'
    name = str(fault["loc"][0])
    match fault["type"]:
        case "missing":
            return f"“{name}” is missing"
        case "extra_forbidden":
            return unknown("key", name, model.model_fields)
        case "value_error":
            return f"“{name}” {fault['ctx']['error']}"
        case "literal_error":
            return unknown(name, fields.get(name), re.findall(r"'([^']*)'", fault["ctx"]["expected"]))
    return f"“{name}”: {fault['msg'][:1].lower()}{fault['msg'][1:]}"
