"""The command: words in, exit code out. Nothing heavy is imported before a command needs it.

Exit codes: 0 all read and nothing to fail on, 1 discrepancies at or above --fail-on, 2 usage, rule or
input failures and faults of our own, 130 interrupted.
"""

from __future__ import annotations

import io
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

import click

from .. import __version__
from ..errors import FactcheckError
from .baseline import baseline
from .check import check, claims
from .compare import compare
from .decide import decide
from .diff import diff
from .explain import explain
from .output import complain, emit
from .report import report
from .rules import rules
from .settings import config

__all__ = ["factcheck", "main", "run"]


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 nothing found, 1 discrepancies, 2 bad usage, rules or input, 130 interrupted.",
)
@click.version_option(__version__, message="factcheck %(version)s")
def factcheck() -> None:
    """Show where several articles on one story part ways in facts and figures.
    Articles are .txt, .md or .jsonl files, or folders of them.

    \b
      factcheck check sky.txt itv.txt bbc.txt       compare articles with each other
      factcheck check draft.md --against wires/     compare a draft with its sources
    """


@factcheck.command()
def schema() -> int:
    """Print the JSON Schema of the report."""
    from ..reports.json import encode
    from ..reports.schema import report_schema

    emit(encode(report_schema(), indent=2) + "\n")
    return 0


for _command in (baseline, check, claims, compare, config, decide, diff, explain, report, rules):
    factcheck.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """End the process with the exit code of a command."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code of a command; what went wrong is told on stderr.

    click maps many failures to 1, which means discrepancies here; so every ending is mapped by us.
    """
    _speak_utf8()
    try:
        code = factcheck.main(
            args=None if arguments is None else list(arguments),
            prog_name="factcheck",
            standalone_mode=False,
        )
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    except FactcheckError as error:
        complain(error)
        return 2
    except SystemExit as stop:  # click itself, over a broken pipe under --help
        return 2 if stop.code else 0
    except Exception:  # a fault of ours must not look like a discrepancy
        traceback.print_exc()
        return 2
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    """Make both streams write UTF-8, whatever the locale; stdout with the same line ends everywhere."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
