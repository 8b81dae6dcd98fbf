"""The figures of captions beside those of the article, held to it as those of a headline are."""

from __future__ import annotations

from .base import Reckoning
from .titles import KINDS, find_captions

RECKONING = Reckoning("caption", KINDS, find_captions)
