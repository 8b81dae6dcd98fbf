"""A desk's own words: what they do, that they stay in their process, and what is refused."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import DeskError
from factcheck.lexicon import LexiconInUse, current, shipped, table, take_up
from factcheck.lexicon.desk import TABLES, load_lexicon

ROOT = Path(__file__).parents[2]
PLACED = re.compile(r".+\.tsv:\d+:\d+: \S")


def desk(folder: Path, **tables: str) -> Path:
    """Return a folder with some tables."""
    folder.mkdir(exist_ok=True)
    for name, text in tables.items():
        (folder / f"{name}.tsv").write_text(text, "utf-8")
    return folder


def told(folder: Path) -> list[str]:
    """Return what is wrong with the words of a folder, without its name."""
    with pytest.raises(DeskError) as caught:
        load_lexicon([folder])
    return [problem.replace(f"{folder}/", "") for problem in caught.value.problems]


OPEN = sorted(TABLES.keys() - {"currencies"})  # of which names that several share have no words


@pytest.mark.parametrize("name", OPEN)
def test_our_own_tables_are_of_the_same_form(name: str) -> None:
    rows = [row for row in shipped(name) if row[1:2] not in (("temperature",), ("sound_level",))]  # these are offset
    assert {len(row) for row in rows} == {len(TABLES[name])}
    cells = [(column, cell) for row in rows for column, cell in zip(TABLES[name], row, strict=True)]
    assert [cell for column, cell in cells if (cell or not column.optional) and column.check(cell)] == []


# --- what is refused

BROKEN = [
    ("titels", "provost\n", "titels.tsv:1:1: unknown table “titels”; did you mean “titles”?"),
    ("titles", "Provost\n", "titles.tsv:1:1: title: “Provost” has capitals; write it in small letters\n    Provost"),
    ("titles", "# our own\n\n(.*)+\n", "titles.tsv:3:1: title: “(.*)+” is no word\n    (.*)+"),
    ("titles", "provost\tx\n", "titles.tsv:1:9: 2 of 1 cells between tabs: title\n    provost x"),
    ("titles", "a" * 81, "titles.tsv:1:1: title: longer than 80 letters"),
    ("titles", "provost\nprovost\n", "titles.tsv:2:1: “provost” is given already on line 1"),
    ("titles", "provost\x00", "titles.tsv:1:8: control character U+0000 is not allowed"),
    ("nouns", "bobby officer narrow\n", "nouns.tsv:1:21: 1 of 3 cells between tabs: noun | class | breadth"),
    ("nouns", "bobby\tofficer\tnarow\n", "nouns.tsv:1:15: breadth: unknown word “narow”; did you mean “narrow”?"),
    ("nouns", "bobby\tofficer\tthing\n", "nouns.tsv:1:15: “officer” is narrow, and nouns of one class are alike"),
    ("nouns", "bobby\tofficcer\tnarrow\n", "nouns.tsv:1:7: unknown word “officcer”; did you mean “officer”?"),
    ("nouns", "bobby\t\tnarrow\n", "nouns.tsv:1:7: class: must not be empty"),
    ("outcomes", "sack\tsack\tfat\n", "outcomes.tsv:1:11: “sack” is of the group "),
    ("verbs", "scarpered\tscarper\n", "verbs.tsv:1:11: unknown word “scarper”"),
    ("offices", "provost\tprovost\t-\tcity\n", "offices.tsv:1:19: level: unknown word “city”; known: -, town, state"),
    (
        "units",
        "pitch\taera\t7140\t0\tpitches\n",
        "units.tsv:1:7: dimension: unknown dimension “aera”; did you mean “area”",
    ),
    ("units", "pitch\tarea\t1/0\t0\tpitches\n", "units.tsv:1:12: factor: “1/0” is no positive number"),
    ("units", "pitch\tarea\t-3\t0\tpitches\n", "units.tsv:1:12: factor: “-3” is no positive number"),
    ("units", "pitch\tarea\t1e9999999\t0\tpitches\n", "units.tsv:1:12: factor: "),
    ("units", "pitch\tarea\t7140\t5\tpitches\n", "units.tsv:1:17: offset: “5” must be 0"),
    ("units", "pitch\tarea\t7140\t0\tpitch||pitches\n", "units.tsv:1:19: surfaces: “” cannot be a printed form"),
    ("units", "pitch\tarea\t7140\t0\tkm|pitch\n", "units.tsv:1:19: “km” is a kilometre already"),
]


@pytest.mark.parametrize(("name", "text", "said"), BROKEN, ids=[f"{n} {t[:20]!r}" for n, t, _ in BROKEN])
def test_what_is_wrong(tmp_path: Path, name: str, text: str, said: str) -> None:
    (problem,) = told(desk(tmp_path / "desk", **{name: text}))
    assert problem.startswith(said)


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    folder = desk(tmp_path / "desk", titles="A\nb\nC\n", nouns="x\n")
    assert [problem.split(": ")[0] for problem in told(folder)] == ["nouns.tsv:1:2", "titles.tsv:1:1", "titles.tsv:3:1"]


def test_a_folder_without_tables(tmp_path: Path) -> None:
    assert told(desk(tmp_path / "desk"))[0].endswith("there are no tables (*.tsv) in this folder")
    assert "cannot be read" in told(tmp_path / "nowhere")[0]


ROWS = [row for name in TABLES for row in ("\t".join(cells) for cells in shipped(name)[:5])]
SCRAPS = st.sampled_from(
    ["", "\t", "\n", "\r\n", "|", "||", "*", "0", "1/0", "9" * 200, "A", "é", "\x00", "\u2028", "(a+)+$", "-"]
)


def unplaced(folder: Path) -> list[str]:
    """Return what is wrong with the words of a folder and told without a place."""
    try:
        load_lexicon([folder])
    except DeskError as error:
        return [problem for problem in error.problems if not PLACED.match(problem)]
    return []


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    name=st.sampled_from(sorted(TABLES)),
    rows=st.lists(st.sampled_from(ROWS), min_size=1, max_size=4),
    edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), SCRAPS), max_size=3),
)
def test_a_broken_table_is_refused_with_places(
    tmp_path: Path, name: str, rows: list[str], edits: list[tuple[float, int, str]]
) -> None:
    text = "\n".join(rows)
    for place, length, scrap in edits:
        at = int(place * len(text))
        text = text[:at] + scrap + text[at + length :]
    for old in tmp_path.glob("*.tsv"):
        old.unlink()
    assert unplaced(desk(tmp_path, **{name: text})) == []


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(raw=st.binary(max_size=200))
def test_any_bytes_are_refused_with_places(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "nouns.tsv").write_bytes(raw)
    assert unplaced(tmp_path) == []


# --- what the words do


def test_later_folders_lie_on_earlier_ones(tmp_path: Path) -> None:
    one = desk(tmp_path / "one", nouns="bobby\tofficer\tnarrow\nrozzer\tofficer\tnarrow\n")
    other = desk(tmp_path / "other", nouns="bobby\tbobby\tnarrow\n", titles="provost\n")
    assert load_lexicon([one, other]) == (
        ("nouns", (("bobby", "bobby", "narrow"), ("rozzer", "officer", "narrow"))),
        ("titles", (("provost",),)),
    )


def test_a_process_keeps_its_lexicon() -> None:
    assert table("titles")
    with pytest.raises(LexiconInUse):
        take_up((("titles", (("provost",),)),))
    take_up(())  # what it reads with already
    assert current() == ()


def python(code: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr == ""
    return done.stdout


WORDS = {
    "nouns": "bobby\tofficer\tnarrow\n",
    "units": "football pitch\tarea\t7140\t0\tfootball pitch|football pitches\n",
    "offices": "provost\tmayor\tcivic\ttown\n",
    "name_spellings": "kowalsky\tkowalski\n",
}
PAIRS = [
    ("Nine bobbies were hurt in the riot.", "Seven officers were hurt in the riot.", "discrepancy"),
    ("The fire covers three football pitches.", "The fire covers 2.1 hectares.", "agreement"),
    ("Jan Kowalsky, 41, was charged.", "Jan Kowalski, 41, was charged.", "agreement"),
]


def test_words_are_read(tmp_path: Path) -> None:
    code = "import sys; from factcheck.cli import run; run(sys.argv[1:])"
    folder, pairs = desk(tmp_path / "desk", **WORDS), tmp_path / "pairs.jsonl"
    lines = (json.dumps({"id": verdict, "a": left, "b": right}) for left, right, verdict in PAIRS)
    pairs.write_text("\n".join(lines), "utf-8")
    plain, own = (
        [json.loads(line) for line in python(code, "compare", "--pairs", str(pairs), *more).splitlines()]
        for more in ((), ("--lexicon", str(folder)))
    )
    assert [each["verdict"] for each in own] == [verdict for _, _, verdict in PAIRS]
    assert not any(each["verdict"] == each["id"] for each in plain)


LEAK = """
import sys
from pathlib import Path
from factcheck import Document, check, load_lexicon, load_rules

def told(lexicon=None):
    report = check(documents, rules=rules, lexicon=lexicon, jobs=2)
    return sorted({finding.rule for finding in report.findings})

if True:  # no guard: the script must not be run again in another process
    rules = load_rules()
    texts = ("Nine bobbies were hurt in the riot.", "Seven officers were hurt in the riot.")
    documents = [Document(id=name, text=text, source=name, story="s") for name, text in zip("ab", texts)]
    print(told(), told(load_lexicon([Path(sys.argv[1])])), told(), told(()))
"""


def test_a_lexicon_does_not_leak_into_the_next_check(tmp_path: Path) -> None:
    folder = desk(tmp_path / "desk", **WORDS)
    assert python(LEAK, str(folder)) == "[] ['different-figures'] [] []\n"


def test_every_process_reads_with_it(tmp_path: Path) -> None:
    folder, news = desk(tmp_path / "desk", **WORDS), tmp_path / "news"
    news.mkdir()
    for number in range(20):
        (news / f"{number}.txt").write_text(f"The fire of {number} May burned three football pitches.\n", "utf-8")
    code = "import sys; from factcheck.cli import run; run(sys.argv[1:])"
    one, two = (
        python(code, "claims", str(news), "--lexicon", str(folder), "--format", "json", "--jobs", jobs)
        for jobs in ("1", "2")
    )
    assert one == two
    assert one.count('"unit": "football pitch"') == 20


def test_a_fault_in_another_process_is_raised_here() -> None:
    from factcheck.engine.apart import apart
    from factcheck.judge.load import load_rules

    with pytest.raises(DeskError, match="nowhere"):
        apart((("titles", (("provost",),)),), load_rules, [Path("nowhere")])
