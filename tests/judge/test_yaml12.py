"""YAML 1.2 core: what is refused first, then what scalars mean and where everything stands."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.judge.yaml12 import MAX_DEPTH, read
from factcheck.located import MAX_BYTES, Located

from .fake import block

RULES = Path(__file__).parents[2] / "rules"
REFUSED = [
    ("duplicate-key", "a: 1\nb: 2\na: 3\n", "t:3:1: duplicate key “a”, given already on line 1\n    a: 3"),
    ("duplicate-in-flow", "{a: 1, a: 2}", "t:1:8: duplicate key “a”, given already on line 1"),
    ("duplicate-quoted", "a: 1\n'a': 3\n", "t:2:1: duplicate key “a”, given already on line 1"),
    ("anchor", "a: &x 1\n", "t:1:4: anchor “&x”: anchors are not allowed"),
    ("anchor-on-mapping", "a: &x {b: 1}\n", "t:1:4: anchor “&x”: anchors are not allowed"),
    ("anchor-on-key", "&x a: 1\n", "t:1:1: anchor “&x”: anchors are not allowed"),
    ("alias", "- *x\n", "t:1:3: alias “*x”: aliases are not allowed"),
    ("tag", "a: !!str 12\n", "t:1:4: tag “!!str”: tags are not allowed"),
    ("own-tag", "a: !env HOME\n", "t:1:4: tag “!env”: tags are not allowed"),
    ("bare-tag", "a: ! b\n", "t:1:4: tag “!”: tags are not allowed"),
    (
        "python-tag",
        "!!python/name:os.system x\n",
        "t:1:1: tag “!!python/name:os.system”: tags are not allowed",
    ),
    ("key-is-number", "a:\n  12: x\n", "t:2:3: a key must be text; put it in quotes"),
    ("key-is-null", "~: x\n", "t:1:1: a key must be text; put it in quotes"),
    ("key-is-list", "? [a]\n: x\n", "t:1:3: a key must be text; put it in quotes"),
    ("second-document", "a: 1\n---\nb: 2\n", "t:2:1: a second document; one file holds one"),
    ("endless-number", f"a: {'9' * 5000}\n", "t:1:4: number “" + "9" * 59 + "…” is too long"),
    ("endless-exponent", "a: 1e99999999999999999999\n", "t:1:4: number “1e99999999999999999999” is too long"),
    ("control-character", "a: b\nc: d\x1be\n", "t:2:5: control character U+001B is not allowed\n    c: d�e"),
    ("unclosed", "a: [1, 2\nb: 3\n", "t:2:2: not YAML: "),
    ("tab", "a:\n\tb: 1\n", "t:2:1: not YAML: "),
]


@pytest.mark.parametrize(("text", "problem"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refused(text: str, problem: str) -> None:
    reports = list(read("t", text.encode()).report())
    assert len(reports) == 1
    assert reports[0].startswith(problem)


def test_problems_are_collected_and_sorted_by_place() -> None:
    located = read("t", b"a: !x 1\nb: &y 2\nc: *y\na: 4\n")
    assert [problem.split(": ")[0] for problem in located.report()] == ["t:1:4", "t:2:4", "t:3:4", "t:4:1"]
    assert located.complete
    assert located.value == {"a": 1, "b": 2, "c": None}


def test_places_inside_a_second_key_do_not_move_those_of_the_first() -> None:
    located = read("t", b"a: {b: 1}\na: {b: 2}\n")
    assert located.value == {"a": {"b": 1}}
    assert located.at(("a", "b")) == (1, 8)


def test_what_was_refused_is_not_blamed_again() -> None:
    located = read("t", b"a: *x\n")
    located.blame(("a",), "“a” must be text")
    assert len(list(located.report())) == 1


@pytest.mark.parametrize("text", ["[" * 5000, "- " * 5000, "{a: " * 5000])
def test_depth_is_capped(text: str) -> None:
    located = read("t", text.encode())
    assert not located.complete
    assert located.value is None
    assert f"nested deeper than {MAX_DEPTH} levels" in "".join(located.report())


def test_depth_up_to_the_cap_is_read() -> None:
    assert read("t", ("[" * MAX_DEPTH + "]" * MAX_DEPTH).encode()).problems == []


def test_size_is_capped() -> None:
    assert read("t", b"#" * MAX_BYTES).problems == []
    assert list(read("t", b"#" * (MAX_BYTES + 1)).report()) == ["t:1:1: the file is larger than 1,000,000 bytes"]


def test_not_utf8_gives_the_place_of_the_byte() -> None:
    raw = "a: é\nb: caf".encode() + b"\xe9\n"
    expected = "t:2:7: not UTF-8: byte 0xE9; save the file as UTF-8\n    b: caf�"
    assert list(read("t", raw).report()) == [expected]


def test_a_long_line_is_cut() -> None:
    (report,) = read("t", b"a: !x " + b"y" * 500).report()
    assert len(report.splitlines()[1].strip()) == 160


TEXT = [
    "no",
    "off",
    "on",
    "yes",
    "y",
    "12:30",
    "2022-02-09",
    "1_000",
    "0b11",
    "<<",
    "=",
    "None",
    "1,200",
    "+",
    ".",
    "tRUE",
    "1.2.3",
    "½",
    "٣",
    "0x",
    "1e",
    "-.nan",
]
SCALARS: dict[str, object] = {word: word for word in TEXT} | {
    "014": 14,
    "-3": -3,
    "+3": 3,
    "0": 0,
    "0o14": 12,
    "0xFF": 255,
    "'12'": "12",
    "true": True,
    "False": False,
    "TRUE": True,
    '"true"': "true",
    "null": None,
    "~": None,
    "": None,
    "''": "",
    "'~'": "~",
    "0.05": Decimal("0.05"),
    ".5": Decimal("0.5"),
    "3.": Decimal(3),
    "1e3": Decimal(1000),
    "-1.5E-2": Decimal("-0.015"),
    ".inf": Decimal("Infinity"),
    "-.INF": Decimal("-Infinity"),
}


@pytest.mark.parametrize(("text", "expected"), SCALARS.items())
def test_scalars_of_the_core_schema(text: str, expected: object) -> None:
    located = read("t", f"- {text}\n".encode())
    assert located.problems == []
    assert isinstance(located.value, list)
    assert (located.value[0], type(located.value[0])) == (expected, type(expected))


def test_decimals_keep_their_digits() -> None:
    assert str(read("t", b"0.10").value) == "0.10"


def test_every_key_and_value_has_its_place() -> None:
    text = block(
        """
        # a comment, with “curly quotes” before
        rules:
          - id: été
            when: {"left": [almost, nearly]}
        """
    )
    located = read("t", text.encode())
    assert located.at(("rules",), key=True) == (2, 1)
    assert located.at(("rules", 0)) == (3, 5)
    assert located.at(("rules", 0, "id")) == (3, 9)
    assert located.at(("rules", 0, "when", "left"), key=True) == (4, 12)
    assert located.at(("rules", 0, "when", "left", 1)) == (4, 29)
    assert located.at(("rules", 0, "why")) == (3, 5)
    assert located.at(("rules", 7, "why")) == located.at(("rules",))


def test_columns_count_code_points_and_a_byte_order_mark_counts_nothing() -> None:
    assert read("t", "\ufeff{é: 1, 😀: 2}".encode()).at(("😀",), key=True) == (1, 8)


def test_line_endings_of_windows() -> None:
    assert list(read("t", b"a: 1\r\nb: !x 2\r\n").report()) == ["t:2:4: tag “!x”: tags are not allowed\n    b: !x 2"]


@pytest.mark.parametrize("raw", [b"", b"# only a comment\n", b"---\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_null(raw: bytes) -> None:
    located = read("t", raw)
    assert (located.value, located.complete, located.problems) == (None, True, [])


@given(st.binary(max_size=80) | st.text("ab:-&*!{}[]\"' \n#?|>~0.e", max_size=60).map(str.encode))
def test_nothing_is_ever_raised(raw: bytes) -> None:
    located = read("t", raw)
    assert isinstance(located, Located)
    assert located.complete or located.problems
    for problem in located.report():
        assert problem.startswith("t:")


# --- what is most likely wrong


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rules:\n\t- id: x", "a tab before the words; indent with blanks"),
        ("message: {left.text} is too high", "a text that begins with { must stand in quotes"),
        ("title: Two figures: one is wrong", "a text with a colon in it must stand in quotes"),
        ("examples: [{left: a, right: b: c}]", "did not find expected ',' or '}' (while parsing a flow mapping)"),
    ],
)
def test_the_likely_mistake_is_named(text: str, said: str) -> None:
    (problem,) = read("a.yaml", text.encode()).report()
    assert f"not YAML: {said}\n" in problem


# --- places are found when they are asked for


@pytest.mark.parametrize("file", sorted(RULES.glob("*.yaml")), ids=lambda file: file.stem)
def test_places_found_late_are_the_places(file: Path) -> None:
    early, late = read("t", file.read_bytes()), read("t", file.read_bytes())
    early.at((), key=True)  # finds them all
    assert early.locate is None
    assert late.locate is not None
    assert late.value == early.value
    assert [late.at(("rules", 0)), late.at(("rules",))] == [early.at(("rules", 0)), early.at(("rules",))]
    assert late.locate is not None
    assert late.at(("rules", 0, "examples", 0)) == early.at(("rules", 0, "examples", 0))
    assert (late.keys, late.values) == (early.keys, early.values)


@pytest.mark.parametrize("depth", [MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 1, 5000])
def test_depth_is_the_same_either_way(depth: int) -> None:
    located = read("t", b"[" * depth + b"]" * depth)
    assert located.complete == (depth <= MAX_DEPTH)
