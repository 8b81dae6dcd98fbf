"""Markdown with front matter: a YAML block between two `---` lines at the very top.

The text of the document is the whole file, block included, so that offsets are those of the file. The
block is never read as prose: whoever labels zones takes a leading block, from `---` through the next
line that is `---` (blanks may follow either), for a notice. A file whose block does not end has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import UnreadableInput
from .plain import File, Reading, decode
from .story import Labels, read_labels

_OPEN = re.compile(r"---[ \t]*(?:\r\n?|\n)")
_CLOSE = re.compile(r"(?<=[\r\n])---[ \t]*(?=[\r\n]|\Z)")
_LONGEST = 64 * 1024  # characters of a block; what is longer is an article between two rules
_LABELS = frozenset({"source", "published", "title", "story"})


def read_markdown(file: File) -> Iterator[Reading]:
    """Yield the one article of a Markdown file, labelled by its front matter.

    Front matter that cannot be read is a problem of the reading. Raises UnreadableInput when the file
    is not text, or has none below the block.
    """
    text = decode(file)
    block, end = front_matter(text)
    if end and not text[end:].strip():
        raise UnreadableInput(file.name, "holds no text below its front matter; fill it or leave it out")
    labels = Labels()
    problems: tuple[str, ...] = ()
    if block is not None:
        try:
            labels, problems = read_labels(_fields(block))
        except UnreadableInput as error:
            problems = (error.reason,)
    yield Reading(place=file.name, document=file.document(text, labels), problems=problems)


def front_matter(text: str) -> tuple[str | None, int]:
    r"""Return the YAML between the fences and the offset where the closing fence ends; else None and 0.

    >>> front_matter("---\ntitle: Fog\n---\nShips wait.")
    ('title: Fog\n', 18)
    """
    start = _OPEN.match(text)
    close = start and _CLOSE.search(text, start.end())
    if not start or not close:
        return None, 0
    return text[start.end() : close.start()], close.end()


def _fields(block: str) -> dict[str, object]:
    """Return the labels of a block, values as written: `no` and `12:30` stay text, `null` is None.

    Raises UnreadableInput when the block is not YAML, is no table, or gives a label twice.
    """
    import yaml

    if len(block) > _LONGEST:
        raise _broken("has no end near the top; close it with a --- line")
    try:
        root = yaml.compose(block, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 2})" if mark else ""
        raise _broken(f"is not valid YAML{where}; correct it") from error
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise _broken("has no “key: value” lines; add them, or remove the --- lines around it")
    fields: dict[str, object] = {}
    for key, value in root.value:
        if not isinstance(key, yaml.ScalarNode) or key.value not in _LABELS:
            continue
        if key.value in fields:
            raise _broken(f"gives “{key.value}” twice (line {key.start_mark.line + 2}); remove one")
        fields[key.value] = None if value.tag == "tag:yaml.org,2002:null" else value.value
    return fields


def _broken(reason: str) -> UnreadableInput:
    return UnreadableInput("front matter", f"the front matter {reason}")
