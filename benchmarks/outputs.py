"""What it costs a check to write five reports instead of one, and how long each form takes.

    python benchmarks/outputs.py [--shared DIR] [--runs N]

The articles are no part of the project: they belong to their publishers. Where they are absent, nothing is
measured and the exit code is 0.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # this checkout, whatever is installed

from factcheck.judge.load import load_rules  # noqa: E402
from factcheck.pipeline import check  # noqa: E402
from factcheck.readers import read  # noqa: E402
from factcheck.reports import render  # noqa: E402
from factcheck.reports.edition import edition_of  # noqa: E402
from factcheck.settings import FORMATS  # noqa: E402

FIVE = ("json", "html", "junit", "csv", "markdown")
LAUNCH = """if True:
    import resource, subprocess, sys
    code = subprocess.run([sys.executable, *sys.argv[1:]], stdout=subprocess.DEVNULL).returncode
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(code, used.ru_utime + used.ru_stime)
"""  # processor seconds of one child: what else the machine does counts little


def checked(file: Path, forms: tuple[str, ...], folder: str) -> float:
    """Return the processor seconds of a check that writes some forms to files. Raises RuntimeError when it fails."""
    outputs = [f"--output={form}={folder}/report.{form}" for form in forms]
    command = ["-c", "from factcheck.cli import main; main()", "check", str(file), *outputs]
    launched = [sys.executable, "-S", "-c", LAUNCH, *command]
    code, spent = subprocess.run(launched, cwd=ROOT, capture_output=True, text=True).stdout.split()
    if code not in ("0", "1"):
        raise RuntimeError(f"check of {file} exited {code}")
    return float(spent)


def rendered(file: Path) -> list[tuple[str, float, float]]:
    """Return for each form the seconds that it takes, and its megabytes."""
    documents, book = read([file]).documents, load_rules()
    edition = edition_of(check(documents, rules=book), documents, rules=book.rules())
    rows = []
    for form in FORMATS:
        start = time.process_time()
        text = render(form, edition)
        rows.append((form, time.process_time() - start, len(text.encode("utf-8", "replace")) / 1e6))
    return rows


def main() -> None:
    """Print two tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR")
    parser.add_argument("--runs", type=int, default=3, metavar="N")
    given = parser.parse_args()
    file = (given.shared / "corpus" / "stories_dev.jsonl").resolve()
    if not file.is_file():
        print(f"{file}: no articles there, so nothing is measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        runs = [(checked(file, FIVE[:1], folder), checked(file, FIVE, folder)) for _ in range(given.runs)]
    one, five = (min(column) for column in zip(*runs, strict=True))
    print(f"{'check of ' + file.name:32}{'cpu s':>8}{'more':>9}")
    print(f"{'writing ' + FIVE[0]:32}{one:8.2f}")
    print(f"{'writing ' + ', '.join(FIVE):32}{five:8.2f}{five / one - 1:9.1%}\n")
    print(f"{'form':12}{'cpu s':>8}{'of check':>10}{'MB':>8}")
    for form, spent, size in rendered(file):
        print(f"{form:12}{spent:8.3f}{spent / one:10.1%}{size:8.2f}")


if __name__ == "__main__":
    main()
