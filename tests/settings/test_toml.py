"""Places in TOML: everything has one, and it is where the author has written it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.located import Trail
from factcheck.settings.toml import read

PAGE = '''# settings
rules = ["desk", # the first
  'more',
]
a.b."c d" = {x = 1, y = ["p", {q = 2.5}]}
long = """several " \\" lines
""""  # four marks
[per-path."sport/**"]
ignore = ["x", "y"]
severity = { hedged = "info" }
[[document]]
file = "a"
[document.sub]
day = 2023-05-04 07:00:00
[[document]]
file = 'b'
[x . y]
z = -1
'''
PLACES = [
    (("rules", 1), "'more'"),
    (("a", "b", "c d", "y", 1, "q"), "2.5"),
    (("long",), '"""several'),
    (("per-path", "sport/**", "ignore", 1), '"y"'),
    (("per-path", "sport/**", "severity", "hedged"), '"info"'),
    (("document", 0, "sub", "day"), "2023-05-04"),
    (("document", 1, "file"), "'b'"),
    (("x", "y", "z"), "-1"),
]


def trails(value: object, trail: Trail = ()) -> Iterator[Trail]:
    """Yield the trail of everything in a value."""
    yield trail
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from trails(part, (*trail, key))


@pytest.mark.parametrize(("trail", "words"), PLACES, ids=[words for _, words in PLACES])
def test_a_value_has_its_place(trail: Trail, words: str) -> None:
    line, column = read("a.toml", PAGE.encode()).at(trail)
    assert PAGE.splitlines()[line - 1][column - 1 :].startswith(words)


def test_everything_has_a_place() -> None:
    page = read("a.toml", PAGE.encode())
    assert [trail for trail in trails(page.value) if trail not in page.values] == []


SCRAPS = st.sampled_from(
    ["[", "]", "[[", "{", "}", "=", ".", ",", '"', "'", '"""', "\\", "#", "\n", "\r\n", "a", "1", "\x00", "é", "[" * 99]
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), SCRAPS), min_size=1, max_size=5))
def test_a_broken_page_is_told_with_a_place(edits: list[tuple[float, int, str]]) -> None:
    text = PAGE
    for place, length, scrap in edits:
        at = int(place * len(text))
        text = text[:at] + scrap + text[at + length :]
    page = read("a.toml", text.encode())
    assert page.complete == (not page.problems)
    assert [line for line in page.report() if not line.startswith("a.toml:")] == []
    if page.complete:
        assert [trail for trail in trails(page.value) if trail not in page.values] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a =", "a.toml:1:4: not TOML: Invalid value"),
        ("a = 1\na = 2", "a.toml:2:6: not TOML: Cannot overwrite a value"),
        ("a = " + "[" * 5000, "a.toml:1:1: not TOML: nested too deep"),
        ("a = " + "1" * 5000, "a.toml:1:1: not TOML: "),
        ("a = \x01", "a.toml:1:5: control character U+0001"),
    ],
)
def test_what_is_wrong(text: str, said: str) -> None:
    (told,) = read("a.toml", text.encode()).report()
    assert told.startswith(said)
