"""Paths -> documents and failures: what is walked, what is skipped, what is refused, in any order."""

from __future__ import annotations

import itertools
import os
from pathlib import Path, PurePath

import pytest

from factcheck.readers import Intake, plain, read

FERRY = "The ferry left at noon with 40 passengers.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, content: str | bytes = FERRY) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def ids(intake: Intake) -> list[str]:
    return [document.id for document in intake.documents]


def failures(intake: Intake) -> dict[str, str]:
    assert all(failure.stage == "read" for failure in intake.failures)
    return {failure.document: failure.message for failure in intake.failures}


def test_nothing_gives_nothing() -> None:
    assert read([]) == Intake(documents=(), failures=())


REFUSED = {
    "empty": (b"", "holds no text"),
    "blank": (b" \n\t\r\n", "holds no text"),
    "only a byte order mark": (b"\xef\xbb\xbf", "holds no text"),
    "latin-1": ("Ein Caf\u00e9".encode("latin-1"), "byte 0xE9 at offset 7"),
    "latin-1 after a byte order mark": (b"\xef\xbb\xbfab\xff", "byte 0xFF at offset 5"),
    "cut in the middle of a character": ("caf\u00e9".encode()[:-1], "byte 0xC3 at offset 3"),
    "binary": (b"PK\x03\x04\x00\x00", "a NUL byte at offset 4"),
    "utf-16": ("Ferry".encode("utf-16"), "is UTF-16"),
}


@pytest.mark.parametrize("suffix", [".txt", ".md", ".log", ""])
@pytest.mark.parametrize(("content", "words"), REFUSED.values(), ids=REFUSED)
def test_no_text(content: bytes, words: str, suffix: str) -> None:
    name = f"a{suffix}"
    intake = read([write(name, content)])
    assert intake.documents == ()
    assert words in failures(intake)[name]


def test_missing_paths() -> None:
    write("a.txt")
    intake = read(["gone.txt", "gone/", "a.txt/b.txt", "", "nul\0.txt", "x" * 5000, "gone.txt"])
    assert intake.documents == ()
    assert len(intake.failures) == 6
    for path in ("gone.txt", "gone", "a.txt/b.txt"):
        assert failures(intake)[path] == "there is no such file or folder; check the path"
    assert "the path is empty" in failures(intake)[""]


@pytest.mark.parametrize("name", ["story.toml", "labels.jsonl", "Labels.txt", "labels.csv"])
def test_labels_are_never_articles(name: str) -> None:
    write(f"wires/{name}", "story = 'Ferry'" if name == "story.toml" else FERRY)
    assert "labels, not an article" in failures(read([f"wires/{name}"]))[f"wires/{name}"]
    assert "holds no articles" in failures(read(["wires"]))["wires"]
    write("wires/a.txt")
    assert ids(read(["wires"])) == ["wires/a.txt"]


def test_folder_without_articles() -> None:
    Path("empty").mkdir()
    write("pictures/a.jpg", b"\xff\xd8")
    write("hidden/.a.txt")
    write("hidden/.git/b.txt")
    intake = read(["empty", "pictures", "hidden"])
    assert intake.documents == ()
    assert set(failures(intake)) == {"empty", "pictures", "hidden"}
    assert failures(intake)["empty"].endswith(".txt, .md, .markdown, .jsonl")


def test_permission_denied(monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    write("wires/a.txt")
    monkeypatch.setattr(Path, "read_bytes", deny)
    assert "permission to read it is denied" in failures(read(["wires"]))["wires/a.txt"]
    monkeypatch.setattr(Path, "iterdir", deny)
    assert set(failures(read(["wires"]))) == {"wires"}


def test_too_large() -> None:
    with Path("large.txt").open("wb") as file:
        file.truncate(plain.LARGEST + 1)
    assert "larger than 256 MiB" in failures(read(["large.txt"]))["large.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for() -> None:
    os.mkfifo("pipe.txt")
    assert "is not a file" in failures(read(["pipe.txt"]))["pipe.txt"]


def test_one_bad_file_costs_itself_alone() -> None:
    write("wires/a.txt")
    write("wires/b.txt", b"\xff")
    write("wires/c.md")
    intake = read(["wires"])
    assert ids(intake) == ["wires/a.txt", "wires/c.md"]
    assert set(failures(intake)) == {"wires/b.txt"}


def test_folders_are_walked_for_known_suffixes() -> None:
    for name in ("b.txt", "a.MD", "deep/er/c.markdown", "notes.log", "page.html", "d.jsonl.bak", "README"):
        write(f"wires/{name}")
    write("wires/e.jsonl", '{"id": "e1", "text": "Fog."}\n')
    intake = read(["wires"])
    assert ids(intake) == ["e1", "wires/a.MD", "wires/b.txt", "wires/deep/er/c.markdown"]
    assert intake.failures == ()


def test_a_file_that_is_named_is_read_whatever_its_suffix() -> None:
    names = ["draft", "notes.log", "wires/.hidden.txt", "page.html"]
    for name in names:
        write(name)
    assert ids(read(names)) == sorted(names)
    assert ids(read(["wires/.hidden.txt"])) == ["wires/.hidden.txt"]


@pytest.mark.parametrize("again", ["wires/a.txt", "./wires/a.txt", "wires", "wires/../wires/a.txt"])
def test_each_file_is_read_once(again: str) -> None:
    write("wires/a.txt")
    intake = read(["wires/a.txt", again])
    assert len(intake.documents) == 1
    assert intake == read([again, Path("wires/a.txt")])


def test_absolute_and_relative_names_are_one_file(folder: Path) -> None:
    write("a.txt")
    assert len(read(["a.txt", folder / "a.txt"]).documents) == 1


def test_links_are_followed_once() -> None:
    write("wires/z.txt")
    write("wires/deep/y.txt")
    Path("wires/a.txt").symlink_to("z.txt")
    Path("wires/again").symlink_to("deep")
    Path("wires/deep/loop").symlink_to("..")
    Path("wires/gone.txt").symlink_to("nowhere")
    Path("wires/self.txt").symlink_to("self.txt")
    intake = read(["wires"])
    assert ids(intake) == ["wires/deep/y.txt", "wires/z.txt"]
    assert set(failures(intake)) == {"wires/gone.txt", "wires/self.txt"}


def test_equal_ids_in_two_files() -> None:
    write("a.jsonl", '{"id": "x", "text": "First."}\n{"id": "y", "text": "Second."}')
    write("b.jsonl", '\n{"id": "x", "text": "Third."}')
    intake = read(["b.jsonl", "a.jsonl"])
    assert [(document.id, document.text) for document in intake.documents] == [
        ("x", "First."),
        ("y", "Second."),
    ]
    assert "“x” is taken by a.jsonl:1" in failures(intake)["b.jsonl:2"]


def test_a_name_that_is_no_text() -> None:
    try:
        write(os.fsdecode(b"wires/caf\xe9.txt"))
    except OSError:
        pytest.skip("this file system has no such names")
    assert ids(read(["wires"])) == ["wires/caf\ufffd.txt"]


def test_the_order_of_paths_changes_nothing() -> None:
    write("wires/story.toml", 'story = "Ferry"\n[[document]]\nfile = "gone.txt"\n')
    write("wires/a.txt")
    write("wires/b.jsonl", '{"id": "draft.txt", "text": "One."}\n{"id": "wires/a.txt", "text": "Two."}\nnull\n')
    write("draft.txt")
    Path("link.txt").symlink_to("draft.txt")
    paths = ["wires", "link.txt", "draft.txt", "wires/a.txt", "gone", "wires/story.toml"]
    expected = read(paths)
    assert ids(expected) == ["draft.txt", "wires/a.txt"]
    assert len(expected.failures) == 5
    for order in itertools.permutations(paths):
        assert read(order) == expected


def test_fifty_megabytes_of_one_article_are_a_failure_and_the_rest_is_read(tmp_path):
    (tmp_path / "big.txt").write_text("The storm killed 12 people in Leeds. " * 1_400_000)
    (tmp_path / "small.txt").write_text("The storm killed 12 people.")
    intake = read([tmp_path])
    assert [PurePath(document.id).name for document in intake.documents] == ["small.txt"]
    (failure,) = intake.failures
    assert failure.message.startswith("holds 51,800,000 characters, more than an article can (2,000,000)")
