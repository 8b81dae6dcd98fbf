"""What a command is given to read: the articles, and the sources that they are held against."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .output import note
from .settings import Settings, renamed

if TYPE_CHECKING:
    from ..engine import Progress
    from ..findings import Failure
    from ..models import Document


class Intake(NamedTuple):
    """The articles and the sources beside them, under the names that the settings give, and what was not read.

    It is `void` where the paths of the articles hold neither an article nor anything that could not be read.
    """

    articles: tuple[Document, ...]
    beside: tuple[Document, ...]
    failures: tuple[Failure, ...]
    void: bool

    @property
    def documents(self) -> tuple[Document, ...]:
        """Return everything that was read."""
        return (*self.articles, *self.beside)


def taken_in(
    paths: Sequence[str], against: Sequence[str], settings: Settings, *, progress: Progress | None = None
) -> Intake:
    """Return what lies at some paths, and at those of the sources; no article is its own source."""
    from ..readers import read

    drafts, sources = read(paths, progress=progress), read(against, progress=progress)
    _tell_idle((*paths, *against), (*drafts.documents, *sources.documents), settings)
    return Intake(
        articles=renamed(drafts.documents, settings),
        beside=renamed(_others(sources.documents, drafts.documents), settings),
        failures=(*drafts.failures, *sources.failures),
        void=not drafts.documents and not drafts.failures,
    )


def _tell_idle(paths: Sequence[str], documents: Sequence[Document], settings: Settings) -> None:
    """Tell the patterns of the settings that fit no article."""
    if settings["per-path"].value:
        from ..judge.places import idle

        read = {document.path for document in documents if document.path}
        note(*idle(settings["per-path"], Path.cwd().as_posix(), paths, read))


def _others(sources: Sequence[Document], drafts: Sequence[Document]) -> tuple[Document, ...]:
    """Return the sources without the drafts, which may lie in the same folder."""
    known = {_identity(draft) for draft in drafts}
    return tuple(source for source in sources if _identity(source) not in known)


def _identity(document: Document) -> str:
    """Return what tells a document from others: its file by whatever name, or the id it has of its own."""
    return os.path.realpath(document.path) if document.path == document.id else document.id
