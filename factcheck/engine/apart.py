"""A function run in a process of its own, which reads with another lexicon than this one."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any, TypeVar

from ..lexicon import Lexicon, take_up

Result = TypeVar("Result")
_CODE = "import sys; sys.path[:] = sys.argv[1:]; from factcheck.engine.apart import answer; answer()"


def apart(lexicon: Lexicon, function: Callable[..., Result], *given: Any, **named: Any) -> Result:
    """Return what a function of this package gives in a new process that has taken up a lexicon.

    Raises what the function raises there. No guard is needed in the caller's script: it is not run again.
    """
    asked = pickle.dumps(lexicon) + pickle.dumps((function, given, named))
    done = subprocess.run([sys.executable, "-c", _CODE, *sys.path], input=asked, stdout=subprocess.PIPE, check=True)
    returned, outcome = pickle.loads(done.stdout)
    if not returned:
        raise outcome
    result: Result = outcome
    return result


def answer() -> None:
    """Run in the new process what stdin asks for, and write to stdout what it returns or raises."""
    take_up(pickle.load(sys.stdin.buffer))
    function, given, named = pickle.load(sys.stdin.buffer)  # imports what reads words, so the lexicon comes first
    try:
        outcome = True, function(*given, **named)
    except Exception as error:  # whoever asked is to see it
        outcome = False, error
    sys.stdout.buffer.write(pickle.dumps(outcome))
