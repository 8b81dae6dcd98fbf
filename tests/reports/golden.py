"""Golden files: what a format once wrote and a person looked at, held against what it writes now.

To write them anew: `RENEW_GOLDEN=1 pytest tests/reports`. Then read `git diff tests/reports/golden` before you commit.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def golden(name: str, text: str) -> None:
    """Hold a text against the golden file of a name, or write the file where that is asked for."""
    path = FOLDER / name
    if os.environ.get("RENEW_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    assert text == path.read_bytes().decode(), f"{name} differs; is that wanted? RENEW_GOLDEN=1 writes it anew"
