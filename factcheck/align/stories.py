"""Which documents tell one story: what the documents say of themselves, else all that came together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePosixPath

from ..models import Document


def stories(documents: Sequence[Document]) -> dict[str, tuple[Document, ...]]:
    """Return the documents by story, both in order of their names.

    A document that names no story belongs with the other nameless ones of its folder.
    """
    found: dict[str, list[Document]] = defaultdict(list)
    for document in sorted(documents, key=lambda each: each.id):
        found[document.story or _folder(document)].append(document)
    return {name: tuple(found[name]) for name in sorted(found)}


def _folder(document: Document) -> str:
    """Return the name of the folder that a document came from, "story" for the working one."""
    return PurePosixPath(document.path or "").parent.name or "story"
