"""Where rules hold otherwise: patterns of paths, and the articles that they fit."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TypeVar

from ..located import shown
from ..models import Frozen
from ..settings import Setting
from ..settings.forms import PathRules

Part = TypeVar("Part")
ANYWHERE, ANY_NAME, ANY_LETTER = "**", "*", "?"


class View(Frozen):
    """From where paths of articles are seen: relative ones begin `here`, and all are told as from `folder`."""

    folder: str = ""
    here: str = ""

    def of(self, path: str) -> str:
        """Return a path as seen from the folder, as it is where none is named."""
        return posixpath.relpath(posixpath.join(self.here, path), self.folder) if self.folder else path


class Places(Frozen):
    """What holds for articles at some paths, in the order of the file; a later pattern is laid over earlier ones."""

    view: View = View()
    each: tuple[PathRules, ...] = ()

    def of(self, path: str | None) -> tuple[PathRules, ...]:
        """Return what holds for the article at a path, none for one outside the folder or without a path."""
        if path is None or not self.each:
            return ()
        seen = self.view.of(path)
        return () if seen.startswith("../") else tuple(place for place in self.each if fits(place.pattern, seen))


def placed(setting: Setting, here: str) -> Places:
    """Return what a setting has for some paths, seen from the folder of its file, and of a working folder."""
    if not setting.value:
        return Places()
    return Places(
        view=View(folder=posixpath.dirname(posixpath.join(here, setting.origin)), here=here), each=setting.value
    )


def idle(setting: Setting, here: str, checked: Collection[str], read: Collection[str]) -> Iterator[str]:
    """Yield a sentence for each pattern that fits no article, where all that lies in its folder was checked.

    `checked` are the paths that were asked for, `read` those of the articles found.
    """
    places = placed(setting, here)
    whole = (posixpath.normpath(posixpath.join(here, path)) for path in checked)
    if not any(f"{places.view.folder}/".startswith(f"{path.rstrip('/')}/") for path in whole):
        return
    told = {place.pattern for path in read for place in places.of(path)}
    for place in places.each:
        if place.pattern not in told:
            yield setting.blamed((place.pattern,), f"no article lies at “{shown(place.pattern)}”", key=True)


def fits(pattern: str, path: str) -> bool:
    """Return whether a pattern fits a path: `*` and `?` stand inside a name, `**` for folders, any number of them.

    A pattern without a slash is that of a file's name, in whatever folder.

    >>> fits("sport/**", "sport/cup/final.md"), fits("sport/*.md", "sport/cup/final.md"), fits("*.md", "sport/x.md")
    (True, False, True)
    """
    names = pattern.removeprefix("./").removeprefix("/").split("/")
    if pattern.endswith("/"):
        names[-1] = ANYWHERE
    elif len(names) == 1 and "/" not in pattern:
        names.insert(0, ANYWHERE)
    return _runs(names, path.split("/"), ANYWHERE, _names_fit)


def _names_fit(pattern: str, name: str) -> bool:
    return _runs(pattern, name, ANY_NAME, lambda one, letter: one in (ANY_LETTER, letter))


def _runs(pattern: Sequence[Part], given: Sequence[Part], star: str, fit: Callable[[Part, Part], bool]) -> bool:
    """Return whether a row of parts fits a pattern in which a star stands for any number of them.

    Only the last star met is ever given more: no pattern takes longer than its length times that of the row.
    """
    at, here = 0, 0
    back: tuple[int, int] | None = None  # behind the last star, and what it has taken so far
    while here < len(given):
        if at < len(pattern) and pattern[at] == star:
            at, back = at + 1, (at + 1, here)
        elif at < len(pattern) and fit(pattern[at], given[here]):
            at, here = at + 1, here + 1
        elif back:
            back = back[0], back[1] + 1
            at, here = back
        else:
            return False
    return all(part == star for part in pattern[at:])
