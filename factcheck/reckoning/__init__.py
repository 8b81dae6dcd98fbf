"""What of one article follows from the rest of it: the reckonings of this package, and the stage that runs them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ..claims.base import Claim
from ..models import Document
from .base import Article, Reckoned, Reckoning


@cache
def reckonings() -> dict[str, Reckoning]:
    """Return every reckoning by name; each module with a RECKONING is one."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    found = [module.RECKONING for module in modules if hasattr(module, "RECKONING")]
    return {reckoning.name: reckoning for reckoning in sorted(found, key=lambda reckoning: reckoning.name)}


def reckon(document: Document, claims: Sequence[Claim]) -> Iterator[Reckoned]:
    """Yield what follows from the claims of one article, beside what it says; `claims` by their place."""
    article = Article(document, tuple(claims))
    for reckoning in reckonings().values():
        yield from reckoning.find(article)
