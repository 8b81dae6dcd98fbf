"""Compare what several articles say about one story: `check` a set, `compare` two texts.

Names are imported on first use, so that `import factcheck` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .claims.base import Claim as Claim
    from .findings import Fact as Fact
    from .findings import Finding as Finding
    from .findings import Report as Report
    from .judge.load import load_rules as load_rules
    from .lexicon.desk import load_lexicon as load_lexicon
    from .models import Document as Document
    from .pipeline import check as check
    from .pipeline import compare as compare

__version__ = "0.1.0"

_HOME = {
    "check": ".pipeline",
    "compare": ".pipeline",
    "load_lexicon": ".lexicon.desk",
    "load_rules": ".judge.load",
    "Claim": ".claims.base",
    "Document": ".models",
    "Fact": ".findings",
    "Finding": ".findings",
    "Report": ".findings",
}
__all__ = sorted(_HOME)


def __getattr__(name: str) -> object:
    """Return the public name from its home; AttributeError for any other."""
    if name not in _HOME:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    return getattr(import_module(_HOME[name], __name__), name)
