"""What a run may be told: severity to fail on, rule directories, jobs; nothing about language."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from .models import Frozen

FailOn = Literal["error", "warning", "never"]


class Settings(Frozen):
    """Options of one check, with the values that hold when nobody says otherwise."""

    fail_on: FailOn = "warning"
    rules: tuple[Path, ...] = ()
    jobs: int = 1
