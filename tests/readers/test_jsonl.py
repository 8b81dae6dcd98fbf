"""JSON Lines: each line stands or falls alone."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from factcheck.models import Document
from factcheck.readers import Intake, read

GOOD = b'{"id": "good", "text": "Fog."}'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read_lines(*lines: bytes, end: bytes = b"\n") -> Intake:
    Path("a.jsonl").write_bytes(end.join(lines))
    return read(["a.jsonl"])


BAD = {
    "cut off": (b'{"id": "a", "text": "Fog', "not valid JSON at column 21 (Unterminated string"),
    "a tab in a string": (b'{"id": "a", "text": "x\ty"}', "column 23 (Invalid control character);"),
    "no JSON": (b"Fog closed the harbour.", "not valid JSON at column 1 (Expecting value)"),
    "two objects": (
        b'{"id": "a", "text": "x"}{"id": "b", "text": "y"}',
        "not valid JSON at column 25 (Extra data",
    ),
    "a nesting without end": (b'{"id": ' + b"[" * 200_000, "not valid JSON"),
    "a number without end": (b'{"id": "a", "text": "x", "n": ' + b"9" * 5000 + b"}", "not valid JSON"),
    "a list": (b'["a", "Fog."]', "is no JSON object"),
    "null": (b"null", "is no JSON object"),
    "no id": (b'{"text": "Fog."}', "“id” is missing"),
    "null for an id": (b'{"id": null, "text": "Fog."}', "“id” is missing"),
    "a number for an id": (b'{"id": 7, "text": "Fog."}', "“id” is blank or no text"),
    "a blank id": (b'{"id": " ", "text": "Fog."}', "“id” is blank or no text"),
    "no text": (b'{"id": "a"}', "“text” is missing"),
    "a blank text": (b'{"id": "a", "text": "\\n"}', "“text” is blank or no text"),
    "half of a surrogate pair": (b'{"id": "a", "text": "\\ud83d"}', "“text” is blank or no text"),
    "latin-1": (b'{"id": "a", "text": "caf\xe9"}', "byte 0xE9 at offset 55"),
}


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize(("line", "words"), BAD.values(), ids=BAD)
def test_a_bad_line_costs_itself_alone(line: bytes, words: str, end: bytes) -> None:
    if end == b"\r\n":
        words = words.replace("offset 55", "offset 56")
    intake = read_lines(GOOD, line, GOOD.replace(b"good", b"better"), end=end)
    assert [document.id for document in intake.documents] == ["better", "good"]
    assert [failure.document for failure in intake.failures] == ["a.jsonl:2"]
    assert words in intake.failures[0].message


def test_an_id_given_twice() -> None:
    intake = read_lines(GOOD, b"", GOOD.replace(b"Fog", b"Mist"))
    assert [document.text for document in intake.documents] == ["Fog."]
    assert [failure.document for failure in intake.failures] == ["a.jsonl:3"]
    assert "“good” is taken by a.jsonl:1" in intake.failures[0].message


@pytest.mark.parametrize("content", [b"", b"\n \n\n", b"\xef\xbb\xbf"[:0]])
def test_no_lines(content: bytes) -> None:
    intake = read_lines(content)
    assert [failure.document for failure in intake.failures] == ["a.jsonl"]


def test_binary() -> None:
    intake = read_lines(GOOD, b"\0")
    assert intake.documents == ()
    assert "is binary" in intake.failures[0].message


@pytest.mark.parametrize("published", ["soon", "yesterday", "May 2023", 2023, [], True])
def test_a_date_that_cannot_be_read_does_not_cost_the_article(published: object) -> None:
    intake = read_lines(json.dumps({"id": "a", "text": "Fog.", "published": published}).encode())
    assert [document.published for document in intake.documents] == [None]
    assert [failure.document for failure in intake.failures] == ["a.jsonl:1"]
    assert "write it as YYYY-MM-DD" in intake.failures[0].message


def test_all_fields() -> None:
    fields = {
        "id": "wire/1", "text": " Fog.\r\nShips wait.\u2028", "source": " Gazette ", "title": "Fog",
        "published": "4 May 2023, 10:15 BST", "story": "s1", "author": {"name": "A. Penn"},
    }  # fmt: skip
    line = json.dumps(fields, ensure_ascii=False).encode()
    intake = read_lines(b"\xef\xbb\xbf" + line)
    assert intake.failures == ()
    assert intake.documents == (
        Document(
            id="wire/1", text=str(fields["text"]), path="a.jsonl", source="Gazette", title="Fog",
            published=dt.date(2023, 5, 4), story="s1",
        ),
    )  # fmt: skip


@pytest.mark.parametrize("rest", ["", ', "source": null, "title": null, "published": null, "story": null'])
def test_source_defaults_to_the_id(rest: str) -> None:
    (document,) = read_lines(f'{{"id": "a", "text": "Fog."{rest}}}'.encode()).documents
    assert document == Document(id="a", text="Fog.", path="a.jsonl", source="a")
