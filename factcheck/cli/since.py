"""Which articles have changed since a ref of git: asked of git, without a shell."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from ..errors import UsageError

if TYPE_CHECKING:
    from ..models import Document

LABELS = "story.toml"  # who changes it changes the articles beside it


class Checkout(NamedTuple):
    """A work tree of git, and the files in it that have changed since some commit, all by their real paths."""

    top: str
    changed: frozenset[str]

    def holds(self, document: Document) -> bool:
        """Return whether an article lies in the work tree."""
        return bool(document.path) and _real(document.path or "").startswith(self.top.rstrip(os.sep) + os.sep)

    def touched(self, documents: Iterable[Document]) -> frozenset[str]:
        """Return the ids of articles that have changed, by themselves or by the labels beside them."""
        return frozenset(d.id for d in documents if d.path and not self.changed.isdisjoint(_files(d.path)))


def changed_since(ref: str) -> Checkout:
    """Return the files of this checkout that have changed since a ref, those that git does not track included.

    Where the branch of the ref has gone on, it is the commit from which that branch and ours come: what was done
    here counts, and not what was done there. A file of another name is another file. Raises UsageError where
    git, a checkout or the ref is missing.
    """
    asked = f"--since {ref}"
    if not ref or ref.startswith("-"):
        raise UsageError(f"--since “{ref}”: is no ref of git; name a branch, a tag or a commit")
    top = os.fsdecode(_git("rev-parse", "--show-toplevel", failing=f"{asked}: no checkout of git is here"))[:-1]
    unknown = f"{asked}: git knows no such commit here; a shallow checkout has to fetch it first"
    commit = _line("rev-parse", "--quiet", "--verify", f"{ref}^{{commit}}", failing=unknown)
    base = _line("merge-base", commit, "HEAD") or commit
    failing = f"{asked}: git does not say what has changed"
    found = _git("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", base, "--", at=top, failing=failing)
    found += _git("ls-files", "-z", "--others", "--exclude-standard", at=top, failing=failing)
    names = (os.fsdecode(name) for name in found.split(b"\0") if name)
    return Checkout(_real(top), frozenset(_real(os.path.join(top, name)) for name in names))  # noqa: PTH118


def _git(*arguments: str, at: str | None = None, failing: str | None = None) -> bytes:
    """Return what git answers. Raises UsageError, with what git says, where it fails; nothing where that may be."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", *arguments],
            cwd=at, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False,
        )  # fmt: skip
    except OSError as error:
        raise UsageError(f"--since asks git, which cannot be run here ({error.strerror})") from error
    if done.returncode == 0:
        return done.stdout
    if failing is None:
        return b""
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    raise UsageError(f"{failing} ({said[0].removeprefix('fatal: ')})" if said else failing)


def _line(*arguments: str, failing: str | None = None) -> str:
    return _git(*arguments, failing=failing).decode().strip()


def _files(path: str) -> tuple[str, str]:
    """Return the files that make an article: its own, and the labels beside it."""
    return _real(path), _real(os.path.join(os.path.dirname(path), LABELS))  # noqa: PTH118, PTH120


def _real(path: str) -> str:
    """Return the one name of a file, with bytes that are no text replaced, as reports have them."""
    return os.path.realpath(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
