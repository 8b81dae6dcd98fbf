"""story.toml: what a folder says about its files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from factcheck.models import Document
from factcheck.readers import Intake, read

ENTRY = '[[document]]\nfile = "a.txt"\n'


@pytest.fixture(autouse=True)
def wires(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wires/deep").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "deep/c.txt"):
        (Path("wires") / name).write_text("Fog closed the harbour.\n")


def read_story(text: str | bytes, path: str = "wires") -> Intake:
    Path("wires/story.toml").write_bytes(text.encode() if isinstance(text, str) else text)
    return read([path])


BROKEN = {
    "no TOML": ("story: Fog", "is not valid TOML (Expected '=' after a key"),
    "a nesting without end": ("story = " + "[" * 5000, "is not valid TOML"),
    "latin-1": (b'story = "caf\xe9"', "byte 0xE9 at offset 12"),
    "empty": ("", "holds no text"),
    "a number for a name": ("story = 7", "“story” is no text"),
    "an entry outside a list": ('document = "a.txt"', "open each entry with [[document]]"),
    "a table for the list": ('[document]\nfile = "a.txt"', "open each entry with [[document]]"),
    "a list of names": ('document = ["a.txt"]', "document 1 names no file"),
    "no file": ('[[document]]\nsource = "Gazette"', "document 1 names no file"),
    "a missing file": (
        '[[document]]\nfile = "gone.txt"',
        "document 1 names gone.txt, and this folder has no",
    ),
    "a folder": ('[[document]]\nfile = "deep"', "this folder has no such file"),
    "a file further down": ('[[document]]\nfile = "deep/c.txt"', "this folder has no such file"),
    "a file further up": ('[[document]]\nfile = "../wires/a.txt"', "this folder has no such file"),
    "a name without end": (f'[[document]]\nfile = "{"x" * 9000}"', "this folder has no such file"),
    "two entries for a file": (ENTRY + ENTRY, "document 2 names a.txt, which has an entry already"),
    "a number for a source": (ENTRY + "source = 7", "document 1 (a.txt): “source” is no text"),
    "a time for a date": (ENTRY + "published = 10:15:00", "document 1 (a.txt): the publication date cannot"),
    "a date that could be two": (ENTRY + 'published = "4/5/2023"', "“4/5/2023” cannot be read"),
}


@pytest.mark.parametrize(("text", "words"), BROKEN.values(), ids=BROKEN)
def test_a_broken_story_does_not_cost_the_articles(text: str | bytes, words: str) -> None:
    intake = read_story(text)
    assert [document.id for document in intake.documents] == [
        "wires/a.txt",
        "wires/b.txt",
        "wires/deep/c.txt",
    ]
    assert [document.source for document in intake.documents] == ["a", "b", "c"]
    assert [failure.document for failure in intake.failures] == ["wires/story.toml"]
    assert words in intake.failures[0].message


def test_a_broken_entry_leaves_the_others() -> None:
    intake = read_story(f'story = "Fog"\n[[document]]\nfile = "gone.txt"\n{ENTRY}source = "Gazette"')
    assert len(intake.failures) == 1
    assert (intake.documents[0].source, intake.documents[0].story) == ("Gazette", "Fog")


@pytest.mark.parametrize(
    "published",
    [
        "2023-05-04",
        '"2023-05-04"',
        '"4 May 2023, 10:15 BST"',
        "2023-05-04T23:30:00-07:00",
        "2023-05-04 10:15:00",
    ],
)
def test_labels(published: str) -> None:
    intake = read_story(
        f'story = "Fog"\nlanguage = "en"\n{ENTRY}source = "Gazette"\ntitle = "Fog"\npublished = {published}'
    )
    text = "Fog closed the harbour.\n"
    assert intake.failures == ()
    assert intake.documents == (
        Document(
            id="wires/a.txt", text=text, path="wires/a.txt", source="Gazette", title="Fog",
            published=dt.date(2023, 5, 4), story="Fog",
        ),
        Document(id="wires/b.txt", text=text, path="wires/b.txt", source="b", story="Fog"),
        Document(id="wires/deep/c.txt", text=text, path="wires/deep/c.txt", source="c"),
    )  # fmt: skip


def test_a_file_named_alone_has_the_labels_of_its_folder() -> None:
    alone = read_story(ENTRY + 'source = "Gazette"', "wires/a.txt")
    assert alone.documents[0] == read(["wires"]).documents[0]


def test_an_article_s_own_labels_come_first() -> None:
    Path("wires/m.md").write_text("---\nsource: Herald\n---\nFog.\n")
    Path("wires/n.jsonl").write_text('{"id": "n", "text": "Fog.", "story": "Own"}\n')
    entries = "".join(
        f'[[document]]\nfile = "{file}"\nsource = "Gazette"\ntitle = "Fog"\n' for file in ("m.md", "n.jsonl")
    )
    labels = {
        document.id: (document.source, document.title, document.story)
        for document in read_story('story = "Fog"\n' + entries).documents
    }
    assert labels["wires/m.md"] == ("Herald", "Fog", "Fog")
    assert labels["n"] == ("Gazette", "Fog", "Own")


def test_a_story_in_a_folder_of_folders() -> None:
    Path("wires/deep/story.toml").write_text('story = "Deep"\n[[document]]\nfile = "c.txt"\ntitle = "Under"\n')
    stories = {document.id: document.story for document in read_story('story = "Fog"').documents}
    assert stories == {"wires/a.txt": "Fog", "wires/b.txt": "Fog", "wires/deep/c.txt": "Deep"}
