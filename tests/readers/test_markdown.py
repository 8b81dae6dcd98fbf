"""Front matter: its labels are read, its text stays in the document so that offsets hold."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from factcheck.readers import Intake, read
from factcheck.readers.markdown import front_matter


def read_text(folder: Path, text: str) -> Intake:
    file = folder / "fog.md"
    file.write_bytes(text.encode())
    return read([file])


NONE = {
    "prose": "Fog.\n---\nsource: Gazette\n---\n",
    "a block that does not end": "---\nsource: Gazette\n\nFog.\n",
    "four dashes": "----\nsource: Gazette\n----\nFog.",
    "an indented fence": "---\nsource: Gazette\n ---\nFog.",
    "a blank line before": "\n---\nsource: Gazette\n---\nFog.",
    "nothing below the fence": "---",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_no_front_matter(text: str, tmp_path: Path) -> None:
    assert front_matter(text) == (None, 0)
    intake = read_text(tmp_path, text)
    assert [document.source for document in intake.documents] == ["fog"]
    assert intake.failures == ()


BROKEN = {
    "an open bracket": ("title: [Fog\nsource: Gazette", "not valid YAML"),
    "a tab": ("source: Gazette\n\ttitle: Fog", "not valid YAML (line 3)"),
    "a nesting without end": ("title: " + "[" * 2000, "not valid YAML"),
    "a control character": ("title: \x01", "not valid YAML"),
    "prose between two rules": ("The harbour was closed all day.", "no “key: value” lines"),
    "a rule far down": ("The harbour was closed all day.\n" * 5000, "no end near the top"),
    "a list": ("- source\n- title", "no “key: value” lines"),
    "a label given twice": ("source: Gazette\nsource: Herald", "gives “source” twice (line 3)"),
    "a source that is a list": ("source: [Gazette, Herald]", "“source” is no text"),
    "half of a surrogate pair": ('title: "\\ud800"', "“title” is no text"),
    "a day that no calendar has": ("published: 2023-02-30", "“2023-02-30” cannot be read"),
    "a date that could be two": ("published: 4/5/2023", "“4/5/2023” cannot be read"),
    "a date that is a list": ("published: [2023, 5]", "the publication date cannot be read"),
}


@pytest.mark.parametrize(("block", "words"), BROKEN.values(), ids=BROKEN)
def test_broken_labels_do_not_cost_the_article(block: str, words: str, tmp_path: Path) -> None:
    text = f"---\n{block}\n---\nFog closed the harbour.\n"
    intake = read_text(tmp_path, text)
    assert [document.text for document in intake.documents] == [text]
    assert intake.documents[0].published is None
    assert len(intake.failures) == 1
    assert words in intake.failures[0].message


def test_a_block_and_no_article(tmp_path: Path) -> None:
    intake = read_text(tmp_path, "---\nsource: Gazette\n---\n\n")
    assert intake.documents == ()
    assert "no text below its front matter" in intake.failures[0].message


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_labels(newline: str, mark: str, tmp_path: Path) -> None:
    lines = (
        "--- ", "source: The Gazette", "published: 2023-05-04T23:10:00-07:00", "title: 'Fog: a warning'",
        "story: 1999", "tags: [a, b]", "? [odd, key]", ": x", "---", "Fog closed the harbour.",
    )  # fmt: skip
    text = newline.join(lines)
    intake = read_text(tmp_path, mark + text)
    (document,) = intake.documents
    assert intake.failures == ()
    assert document.text == text
    assert document.source == "The Gazette"
    assert document.published == dt.date(2023, 5, 4)
    assert document.title == "Fog: a warning"
    assert document.story == "1999"


@pytest.mark.parametrize("value", ["", "null", "~", '""', "'  '"])
def test_a_silent_label(value: str, tmp_path: Path) -> None:
    block = "".join(f"{name}: {value}\n" for name in ("source", "published", "title", "story"))
    intake = read_text(tmp_path, f"---\n{block}---\nFog.")
    (document,) = intake.documents
    assert intake.failures == ()
    assert (document.source, document.published, document.title, document.story) == ("fog", None, None, None)


@pytest.mark.parametrize("value", ["no", "12:30", "0x1F", "1_000"])
def test_values_stay_as_written(value: str, tmp_path: Path) -> None:
    (document,) = read_text(tmp_path, f"---\ntitle: {value}\n---\nFog.").documents
    assert document.title == value


def test_an_unclosed_block_in_a_long_file_is_found_out_quickly() -> None:
    assert front_matter("---\n" + "-- --- \n" * 200_000) == (None, 0)
