"""Plain text: the document is the file, character for character."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.models import Document
from factcheck.readers import read

KEPT = {
    "line feed": "Fog.\nShips wait.\n",
    "carriage return and line feed": "Fog.\r\nShips wait.\r\n",
    "carriage return": "Fog.\rShips wait.",
    "separators": "Fog.\u2028Ships\x0bwait\x85 \u00a0.",
    "beyond the basic plane": "Fog \U0001f32b over caf\u00e9s.",
    "front matter is Markdown's": "---\nsource: Gazette\n---\nFog.",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_text_is_kept_as_it_stands(text: str, tmp_path: Path) -> None:
    file = tmp_path / "evening.news.txt"
    file.write_bytes(text.encode())
    (document,) = read([file]).documents
    assert document == Document(id=file.as_posix(), text=text, path=file.as_posix(), source="evening.news", title=None)


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbfFog \xef\xbb\xbf.")
    assert read([file]).documents[0].text == "Fog \ufeff."
