"""How a stage is run over its inputs: here, or in several processes; never what the stage does."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple, TypeVar

from ..lexicon import Lexicon, current, take_up

Given = TypeVar("Given")
Result = TypeVar("Result")


class Step(NamedTuple):
    """How far a stage is: the inputs that are done, of how many, and how much was found in them."""

    stage: str
    done: int
    total: int
    found: int


Progress = Callable[[Step], None]

CHUNK = 8  # inputs a process takes at a time


def run(
    stage_function: Callable[[Given], Result],
    inputs: Sequence[Given],
    *,
    stage: str,
    jobs: int = 1,
    progress: Progress | None = None,
    count: Callable[[Result], int] = bool,
) -> list[Result]:
    """Return the results of a stage in the order of its inputs, whatever the number of jobs.

    `progress` hears of each step; `count` says how much one result holds.
    """
    results, found = [], 0
    if progress:
        progress(Step(stage, 0, len(inputs), 0))
    with uncollected():
        for done, result in enumerate(_results(stage_function, inputs, jobs), 1):
            results.append(result)
            if progress:
                found += count(result)
                progress(Step(stage, done, len(inputs), found))
    return results


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold back the search for cycles: a stage makes a great many small objects that stay, and no cycle."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _results(stage_function: Callable[[Given], Result], inputs: Sequence[Given], jobs: int) -> Iterator[Result]:
    """Yield results in order; one job or few inputs stay in this process."""
    if jobs <= 1 or len(inputs) <= CHUNK:
        yield from map(stage_function, inputs)
        return
    from concurrent.futures import (
        ProcessPoolExecutor,
    )  # costs import time that a single article should not pay

    with ProcessPoolExecutor(max_workers=jobs, initializer=_begin, initargs=(current(),)) as pool:
        yield from pool.map(stage_function, inputs, chunksize=CHUNK)


def _begin(lexicon: Lexicon) -> None:
    """Make a process ready to run a stage."""
    gc.disable()
    take_up(lexicon)
