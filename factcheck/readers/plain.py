"""Plain text: the whole file is the article. Also what all readers share: bytes, text, readings.

A label that cannot be read never costs the article: it is read without the label, and the reading says
what is wrong.
"""

from __future__ import annotations

import codecs
import stat
from collections.abc import Iterator
from pathlib import Path, PurePath

from ..errors import UnreadableInput
from ..models import Document, Frozen
from .story import Labels

LARGEST = 256 * 1024 * 1024  # bytes of one file
LONGEST = 2_000_000  # code points of one article: three novels; a file beyond that holds many articles
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class File(Frozen):
    """A file that was loaded: its name in reports, its bytes, and what its folder says about it."""

    name: str
    raw: bytes
    labels: Labels = Labels()

    def document(self, text: str, own: Labels, *, id: str | None = None) -> Document:
        """Return an article of this file; its own labels come before those of the folder.

        Its id is the name of the file unless it has one of its own; its source, where nobody names
        it, is its own id or the name of the file without folder and suffix. Raises UnreadableInput
        when the text is too long for an article.
        """
        if len(text) > LONGEST:
            much = f"holds {len(text):,} characters, more than an article can ({LONGEST:,})"
            raise UnreadableInput(self.name, f"{much}; split it, or hand it in as .jsonl, one article a line")
        labels = own.over(self.labels)
        return Document(
            id=id or self.name,
            text=text,
            path=self.name,
            source=labels.source or id or PurePath(self.name).stem,
            title=labels.title,
            published=labels.published,
            story=labels.story,
        )


class Reading(Frozen):
    """What one place (a file, or `file:line`) gave: an article or none, and what is wrong with it."""

    place: str
    document: Document | None = None
    problems: tuple[str, ...] = ()


def read_plain(file: File) -> Iterator[Reading]:
    """Yield the one article of a text file. Raises UnreadableInput when it is not text."""
    yield Reading(place=file.name, document=file.document(decode(file), Labels()))


def load(path: Path, name: str) -> bytes:
    """Return the bytes of a file. Raises UnreadableInput when it is missing, closed to us or too large."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableInput(name, "is not a file; name a text file or a folder of them")
        if status.st_size > LARGEST:
            limit = f"{LARGEST // 1024**2} MiB"
            raise UnreadableInput(name, f"is larger than {limit}; split it into several files")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableInput(name, "there is no such file or folder; check the path") from error
    except (OSError, ValueError) as error:
        raise UnreadableInput(name, refusal(error)) from error


def refusal(error: OSError | ValueError) -> str:
    """Return in one sentence why the system did not let us read."""
    if isinstance(error, PermissionError):
        return "permission to read it is denied; change its permissions or leave it out"
    reason = error.strerror if isinstance(error, OSError) else None
    return f"the system cannot read it ({reason or error}); check the path"


def decode(file: File) -> str:
    """Return the text of a file: UTF-8, byte order mark removed, every newline as it stands.

    Raises UnreadableInput for bytes that are not UTF-8, for binary content and for a file without text.
    """
    refuse_binary(file)
    try:
        text = file.raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise UnreadableInput(file.name, not_utf8(error)) from error
    if not text or text.isspace():
        raise UnreadableInput(file.name, "holds no text; fill it or leave it out")
    return text


def refuse_binary(file: File) -> None:
    """Raise UnreadableInput for UTF-16 and for content that no text has: a NUL byte."""
    if file.raw.startswith(_UTF16):
        raise UnreadableInput(file.name, "is UTF-16 text; save it as UTF-8")
    offset = file.raw.find(b"\0")
    if offset >= 0:
        reason = f"is binary (a NUL byte at offset {offset}), not text; save the article as UTF-8 text"
        raise UnreadableInput(file.name, reason)


def not_utf8(error: UnicodeDecodeError, start: int = 0) -> str:
    """Return in one sentence where the bytes, which begin at offset `start` of the file, are not UTF-8."""
    byte = error.object[error.start]
    return f"is not UTF-8 text (byte 0x{byte:02X} at offset {start + error.start}); save it as UTF-8"
