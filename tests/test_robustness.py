"""Bad input costs nothing else: no text makes a check fail, and no file makes the command fall over."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factcheck.findings import Report
from factcheck.judge.load import load_rules
from factcheck.models import Document
from factcheck.pipeline import check
from factcheck.reports import render as render_form
from factcheck.reports.edition import edition_of
from factcheck.settings import FORMATS

ROOT = Path(__file__).parents[1]
PATIENCE = 60  # seconds until a run counts as hanging; none should take two
EXACT = "Harbour police said 14 divers were rescued from the wreck.\n"
HEDGED = "Almost 14 divers were rescued from the wreck, harbour police said.\n"
load = cache(load_rules)


# --- texts ---------------------------------------------------------------------------------------

PIECES = """
    14 0 00 1,204 1,20 3.5 .5 9999999999999999999999 1/2 1/0 0/0 ½ ٣ Ⅳ 1e5 31 2017 1950s 10th 0th -5 2-1
    £ $ € % ¥ °C km m bn million hundred dozen half third twenty-three and a of to by - – — / : ; . , ! ? …
    ( ) [ ] ' " “ ” ‘ ’ « » almost at least more than up to about Almost No Radio March May Monday February
    30 until since between last week next century ago years days old aged girl officers were killed injured
    said Khan he one another nine those Read more: Follow the Image caption --- rose fell 's s
""".split()
pieces = st.lists(st.sampled_from([*PIECES, "\n", "\n\n", "\r\n", "\t", "\u202e", "\x1b[31m", "\x00"]), max_size=40)
texts = st.text(max_size=200) | pieces.map(" ".join) | pieces.map("".join)
days = st.none() | st.dates(dt.date(1800, 1, 1), dt.date(2200, 12, 31))


def render(report: Report, documents: tuple[Document, ...]) -> str:
    return "".join(render_form(form, edition_of(report, documents)) for form in FORMATS)


HUGE = ("9" * 30, "1" + "0" * 40, "999 octillion", "0." + "0" * 30 + "1", "123456789." + "123456789" * 3)
SAID_OF = (
    "The wait took {} years.", "The girl is {} years old.", "They found {} miles of pipe.", "It cost ${} in all.",
    "Some {} officers died.", "Profit rose {}%.", "A {}-hour strike began.", "The car drove at {} mph for {} days.",
)  # fmt: skip


@pytest.mark.parametrize("said", SAID_OF)
def test_no_figure_is_too_long_for_a_check(said: str) -> None:
    told = [said.replace("{}", number) for number in (*HUGE, "12", "3.5")]
    documents = tuple(Document(id=text, text=text, source=text, story="s") for text in told)
    assert check(documents, rules=load()).failures == ()


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, texts, days)
@example("9 men 1/0 £½m", "A ٣-year-old, one of Ⅳ", None)
def test_no_two_texts_make_a_check_fail(left: str, right: str, published: dt.date | None) -> None:
    both = tuple(
        Document(id=id, text=text, source=id, published=published, story="s")
        for id, text in (("a", left), ("b", right))
    )
    report = check(both, rules=load())
    assert report.failures == ()
    assert render(report, both)
    for claim in report.claims:
        assert (left if claim.document == "a" else right)[claim.start : claim.end] == claim.text


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
def test_one_text_gives_the_same_claims_to_all_who_print_it(text: str) -> None:
    both = tuple(Document(id=id, text=text, source=id, story="s") for id in "ab")
    told = check(both, rules=load()).claims
    first, second = ([(c.start, c.end, c.kind, c.value) for c in told if c.document == id] for id in "ab")
    assert first == second


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param("It fell 900,000 days ago.", dt.date(2022, 2, 9), id="days-before-the-calendar"),
        pytest.param("It fell 65 million years ago.", dt.date(2022, 2, 9), id="years-before-the-calendar"),
        pytest.param("It closed on 31 June 2020.", None, id="no-such-day"),
        pytest.param("It closed between 2018 and 2016.", None, id="years-that-fall"),
        pytest.param("1/0 of the men and 0% of 0 left.", None, id="nought"),
        pytest.param("A 0th man and the -1st left.", None, id="odd-ordinals"),
        pytest.param("²0 1000s", None, id="superscript"),
        pytest.param("1" * 5_000 + " men", None, id="digits"),
        pytest.param("They meet on Friday.", dt.date(9999, 12, 31), id="last-day-of-the-calendar"),
        pytest.param("They met last weekend.", dt.date(1, 1, 1), id="first-day-of-the-calendar"),
    ],
)
def test_no_figure_or_date_costs_the_article(text: str, published: dt.date | None) -> None:
    document = Document(id="a", text=f"{text} {EXACT}", source="a", published=published, story="s")
    report = check((document,), rules=load())
    assert report.failures == ()
    assert "14 divers" in [claim.text for claim in report.claims]


# --- texts that never end ------------------------------------------------------------------------

ENDLESS = {
    "marks": '"' * 100_000,
    "quoted words": "'a " * 30_000,
    "no space": "x" * 200_000,
    "digits": "1" * 50_000,
    "grouped thousands": "1" + ",000" * 3_000,
    "brackets": "(" * 50_000,
    "sentences": "14 officers left. " * 100,
    "lines": "14\n" * 1_000,
    "blank lines": "\n" * 100_000 + "14 men left.",
    "spaces": "14" + " " * 100_000 + "men left.",
    "front matter": "---\n" * 20_000,
    "capitals": "Aa " * 30_000,
    "commas": "young, " * 20_000,
    "parts": "14 of 14 of " * 1_000,
    "hyphens": "14-" * 20_000,
    "number words": "twenty " * 3_000,
    "groups of digits": "1," * 4_000,
    "scales": "million " * 10_000,
    "stops": "." * 100_000,
    "single marks": "'" * 40_000,
    "curly marks": "“’" * 20_000,
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in ENDLESS.items()])
def test_no_text_hangs(text: str, tmp_path: Path) -> None:
    (tmp_path / "endless.txt").write_text(text, encoding="utf-8")
    (tmp_path / "exact.txt").write_text(EXACT, encoding="utf-8")
    outcome = command(tmp_path, "check", "endless.txt", "exact.txt", "--fail-on", "never", "--format", "json")
    assert outcome.code == (2 if outcome.err else 0)
    assert not outcome.err or outcome.err.startswith("factcheck: endless.txt: ")
    assert outcome.err.count("\n") <= 1
    assert '"14 divers"' in outcome.out


# --- the command ---------------------------------------------------------------------------------


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


def command(folder: Path, *arguments: str) -> Outcome:
    """Return what the command does in a folder, as a shell would run it."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", "from factcheck.cli import main; main()", *arguments],
        capture_output=True, env=env, cwd=folder, timeout=PATIENCE, check=False,
    )  # fmt: skip
    return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("exact.txt", EXACT), ("hedged.txt", HEDGED), ("words.txt", "The choir sang well.\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n")
    (tmp_path / "binary.txt").write_bytes(b"\x7fELF\x00\x00\xff14 divers")
    (tmp_path / "latin.txt").write_bytes("14 divers à la plage".encode("latin-1"))
    (tmp_path / "wide.txt").write_bytes("14 divers".encode("utf-16"))
    spanish = "El alcalde dijo que 14 buzos fueron enviados a los restos y que dos de ellos no han vuelto.\n"
    (tmp_path / "spanish.txt").write_text(spanish * 5, encoding="utf-8")
    (tmp_path / "hollow").mkdir()
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "count.yaml").write_text("kind: count\nrules:\n  - id: x\n  title: y\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("absent.txt", "no such file"),
        ("empty.txt", "holds no text"),
        ("blank.txt", "holds no text"),
        ("binary.txt", "is binary"),
        ("latin.txt", "not UTF-8"),
        ("wide.txt", "UTF-16"),
        ("spanish.txt", "not in English"),
        ("hollow", "holds no articles"),
    ],
)
def test_a_bad_input_is_told_and_the_rest_is_read(folder: Path, bad: str, told: str) -> None:
    outcome = command(folder, "check", "exact.txt", bad, "hedged.txt")
    assert outcome.code == 2
    assert outcome.err.startswith(f"factcheck: {bad}: ")
    assert told in outcome.err
    assert outcome.err.count("\n") == 1
    assert "‹Almost 14 divers›" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check", "exact.txt", "--colour"), "--colour"),
        (("chekc", "exact.txt"), "chekc"),
        (("check", "exact.txt", "--format", "pdf"), "pdf"),
        (("check", "exact.txt", "--fail-on", "everything"), "everything"),
        (("check", "exact.txt", "--rules", "desk"), "desk/count.yaml:4:"),
        (("check", "exact.txt", "--rules", "absent"), "absent"),
        (("rules", "test", "--rules", "desk"), "desk/count.yaml:4:"),
        (("check",), "PATH"),
    ],
)
def test_what_cannot_be_done_is_exit_2(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    outcome = command(folder, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", "words.txt"), 0),
        (("check", "words.txt", "exact.txt"), 0),
        (("check", "exact.txt", "hedged.txt"), 1),
        (("check", "exact.txt", "hedged.txt", "--fail-on", "error"), 0),
        (("claims", "words.txt"), 0),
        (("--version",), 0),
    ],
)
def test_exit_codes(folder: Path, arguments: tuple[str, ...], code: int) -> None:
    outcome = command(folder, *arguments)
    assert (outcome.code, outcome.err) == (code, "")


def test_the_installed_command(folder: Path) -> None:
    script = Path(sys.executable).with_name("factcheck")
    if not script.exists():
        pytest.skip("the package is not installed beside this interpreter")
    done = subprocess.run([script, "check", "exact.txt", "hedged.txt"], cwd=folder, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "‹Almost 14 divers›" in done.stdout.decode("utf-8")


HOSTILE = "\x1b[31m Almost 14 divers\x1b]0;owned\x07 were\u202e rescued\u2066 from\x9b31m the wreck\u200f.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "hostile.txt", "exact.txt"),
        ("claims", "hostile.txt"),
        ("compare", "hostile.txt", "exact.txt"),
    ],
)
def test_an_article_cannot_command_the_terminal(folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    outcome = command(folder, *arguments)
    assert "14 divers" in outcome.out
    told = set(outcome.out + outcome.err) - {"\n"}
    assert not [sign for sign in told if unicodedata.category(sign) in ("Cc", "Cf")]


def test_a_file_name_cannot_command_the_terminal(folder: Path) -> None:
    outcome = command(folder, "check", "exact.txt", "\x1b[31mabsent\u202e.txt")
    assert outcome.code == 2
    assert not {"\x1b", "\u202e"} & set(outcome.out + outcome.err)
