"""How a stage is run over its inputs: here, or in several processes; never what the stage does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from ..lexicon import current, take_up

Given = TypeVar("Given")
Result = TypeVar("Result")
Progress = Callable[[str, int, int], None]

CHUNK = 8  # inputs a process takes at a time


def run(
    stage_function: Callable[[Given], Result],
    inputs: Sequence[Given],
    *,
    stage: str,
    jobs: int = 1,
    progress: Progress | None = None,
) -> list[Result]:
    """Return the results of a stage in the order of its inputs, whatever the number of jobs."""
    results = []
    for done, result in enumerate(_results(stage_function, inputs, jobs), 1):
        results.append(result)
        if progress:
            progress(stage, done, len(inputs))
    return results


def _results(stage_function: Callable[[Given], Result], inputs: Sequence[Given], jobs: int) -> Iterator[Result]:
    """Yield results in order; one job or few inputs stay in this process."""
    if jobs <= 1 or len(inputs) <= CHUNK:
        yield from map(stage_function, inputs)
        return
    from concurrent.futures import (
        ProcessPoolExecutor,
    )  # costs import time that a single article should not pay

    with ProcessPoolExecutor(max_workers=jobs, initializer=take_up, initargs=(current(),)) as pool:
        yield from pool.map(stage_function, inputs, chunksize=CHUNK)
