"""Report -> str, one module per format, each with `render(edition)`; their names are in `settings.FORMATS`.

An `Edition` is what all of them are made from: the report, the texts it is about, the rules that were asked.
`cases` puts what is to be told in order of weight, and `boards` lays facts out by source.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .edition import Edition


def render(form: str, edition: Edition) -> str:
    """Return a report in one of the formats; the module of that format, and no other, is imported."""
    text: str = import_module(f"{__name__}.{form}").render(edition)
    return text
