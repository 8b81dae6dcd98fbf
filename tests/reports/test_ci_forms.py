"""The forms for code review and CI: their schemas, their places, and what no text can do to them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.findings import Failure, Report
from factcheck.models import Document
from factcheck.reports import render
from factcheck.reports.annotations import annotated, fingerprints, tidy
from factcheck.reports.columns import printable
from factcheck.reports.edition import Edition, edition_of
from factcheck.settings import VERDICTS

from .harbour import harbour
from .injections import INJECTIONS, hostile
from .official import faults, schema_of
from .runner import commands
from .shapes import GITLAB, RDJSON, SARIF
from .stories import article, claim, fact, ferry, finding, report, variant

FORMS = ("sarif", "github", "gitlab", "rdjson")
SHAPES = {"sarif": SARIF, "gitlab": GITLAB, "rdjson": RDJSON}
PUBLISHED = {"sarif": "sarif-schema-2.1.0.json", "gitlab": "codeclimate.json", "rdjson": "DiagnosticResult.json"}
FIRE = "🔥 é – Nine sailors were hurt in the blaze."  # 🔥 is 1 code point, 2 units of UTF-16, 4 bytes of UTF-8


def told(build: Callable[[], tuple[Report, tuple[Document, ...]]], *, show: str = "", **wanted: Any) -> Edition:
    made, documents = build()
    shown = VERDICTS if show == "all" else ("discrepancy",)
    return edition_of(made, documents, exit_code=1, show=shown, **wanted)


def nothing() -> tuple[Report, tuple[Document, ...]]:
    return report((), (), ()), ()


def only_failures() -> tuple[Report, tuple[Document, ...]]:
    failed = [
        Failure(document="wires/today.jsonl:12", stage="read", message="is no JSON"),
        Failure(document="", stage="read", message="the path is empty"),
    ]
    return report((), (), (), (), failed), ()


def of_one_file() -> tuple[Report, tuple[Document, ...]]:
    """Return the report on two articles of one .jsonl file."""
    made, documents = ferry()
    inside = tuple(document.model_copy(update={"path": "wires.jsonl"}) for document in made.documents)
    return made.model_copy(update={"documents": inside}), documents


def without_files() -> tuple[Report, tuple[Document, ...]]:
    made, documents = ferry()
    nowhere = tuple(document.model_copy(update={"path": None}) for document in made.documents)
    return made.model_copy(update={"documents": nowhere}), documents


def fire(
    path: str = "fire.txt", message: str = "Nine or eight.", why: str = "They differ."
) -> tuple[Report, tuple[Document, ...]]:
    """Return the report on a figure behind an emoji."""
    one, other = article(path, FIRE), article("quay.txt", "Eight sailors were hurt.")
    sides = (one, claim(one, "Nine sailors")), (other, claim(other, "Eight sailors"))
    about = fact("hurt", "discrepancy", *(variant(n + 1, side[1].text, side) for n, side in enumerate(sides)))
    claims = [side[1] for side in sides]
    found = finding(about, *claims).model_copy(update={"message": message, "why": (why,)})
    return report((one, other), claims, [about], [found]), (one, other)


BUILDS = (nothing, only_failures, ferry, of_one_file, without_files, fire, harbour)


@pytest.mark.parametrize("form", SHAPES)
@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("show", ["", "all"])
def test_shape(form: str, build: Any, show: str) -> None:
    for edition in (told(build, show=show), told(lambda: (build()[0], ()), show=show)):
        assert faults(SHAPES[form], json.loads(render(form, edition))) == []


@pytest.mark.parametrize("form", PUBLISHED)
@pytest.mark.parametrize("build", BUILDS)
def test_published_schema(form: str, build: Any) -> None:
    schema = schema_of(PUBLISHED[form])
    schema = {"type": "array", "items": schema} if form == "gitlab" else schema
    for edition in (told(build, show="all"), told(lambda: (build()[0], ()), show="all")):
        assert faults(schema, json.loads(render(form, edition))) == []


@pytest.mark.parametrize("name", INJECTIONS)
def test_published_schemas_take_any_text(name: str) -> None:
    edition = told(lambda: hostile(INJECTIONS[name]), show="all")
    for form in ("sarif", "rdjson"):
        assert faults(schema_of(PUBLISHED[form]), json.loads(render(form, edition))) == []


@pytest.mark.parametrize("form", FORMS)
def test_the_order_of_documents_changes_nothing_but_their_own(form: str) -> None:
    made, documents = harbour()
    assert render(form, edition_of(made, documents)) == render(form, edition_of(made, documents[::-1]))


def test_columns_behind_an_emoji() -> None:
    edition = told(fire)
    points, units, bytes_ = len("🔥 é – "), len("🔥 é – ") + 1, len("🔥 é – ".encode())
    region = json.loads(render("sarif", edition))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (units + 1, units + 1 + len("Nine sailors"))
    (annotation,) = commands(render("github", edition))
    assert (annotation.properties["col"], annotation.properties["endColumn"]) == (str(units + 1), str(units + 13))
    (diagnostic,) = json.loads(render("rdjson", edition))["diagnostics"]
    assert diagnostic["location"]["range"] == {
        "start": {"line": 1, "column": bytes_ + 1},
        "end": {"line": 1, "column": bytes_ + 13},
    }
    assert render("concise", edition).startswith(f"fire.txt:1:{points + 1}: ")


def test_what_failed_comes_first() -> None:
    edition = told(only_failures)
    assert render("github", edition) == (
        "::error file=wires/today.jsonl,line=12,title=An input could not be read::is no JSON\n"
        "::error title=An input could not be read::the path is empty\n"
    )
    assert [issue["severity"] for issue in json.loads(render("gitlab", edition))] == ["critical"] * 2
    assert [d["severity"] for d in json.loads(render("rdjson", edition))["diagnostics"]] == ["ERROR"] * 2


def test_an_article_among_many_is_named() -> None:
    (annotation,) = commands(render("github", told(of_one_file)))
    assert annotation.properties.keys() == {"file", "title"}
    assert "See Buoy: “Almost 12 passengers”, news/buoy.txt:1:27" in annotation.data
    assert "See Ferry Post: “12 passengers”, news/ferry.txt:2:1" in annotation.data


def test_what_was_dismissed_is_not_annotated() -> None:
    made, documents = ferry()
    gone = tuple(found.model_copy(update={"decision": "dismiss"}) for found in made.findings)
    edition = edition_of(made.model_copy(update={"findings": gone}), documents)
    assert (render("github", edition), render("gitlab", edition)) == ("", "[]\n")
    assert json.loads(render("rdjson", edition))["diagnostics"] == []


def many(errors: int, warnings: int, infos: int) -> Edition:
    one, other = article("a.txt", "Nine sailors."), article("b.txt", "Eight sailors.")
    sides = (one, claim(one, "Nine sailors")), (other, claim(other, "Eight sailors"))
    graves = ["info"] * infos + ["warning"] * warnings + ["error"] * errors
    facts = [fact(str(n), "discrepancy", variant(1, "9", sides[0]), variant(2, "8", sides[1])) for n in range(100)]
    found = [
        finding(facts[n], sides[0][1], sides[1][1], severity=grave, rule=f"rule-{n}")  # type: ignore[arg-type]
        for n, grave in enumerate(graves)
    ]
    return edition_of(report((one, other), [c for _, c in sides], facts, found), (one, other))


@pytest.mark.parametrize(
    ("found", "shown", "last"),
    [
        ((10, 10, 10), (10, 10, 10), None),
        ((11, 0, 0), (10, 0, 1), "1 more than GitHub shows: 1 error."),
        ((12, 30, 10), (10, 10, 10), "23 more than GitHub shows: 2 errors, 20 warnings, 1 notice."),
        ((0, 0, 0), (0, 0, 0), None),
    ],
)
def test_github_is_told_the_gravest(found: tuple[int, int, int], shown: tuple[int, int, int], last: str | None) -> None:
    taken = commands(render("github", many(*found)))
    names = [command.name for command in taken]
    assert tuple(names.count(name) for name in ("error", "warning", "notice")) == shown
    assert names == sorted(names, key=["error", "warning", "notice"].index)
    assert [c.data.startswith(last) for c in taken[-1:]] == [True] if last else "more" not in str(taken[-1:])


def test_fingerprints_differ_and_stay() -> None:
    edition = many(20, 0, 0)
    prints = [annotation.fingerprint for annotation in annotated(edition)]
    assert len(set(prints)) == 20
    made, documents = ferry()
    later = tuple(d.model_copy(update={"text": f"One line more.\n\n{d.text}"}) for d in documents)
    moved = tuple(
        c.model_copy(update={"start": c.start + 16, "end": c.end + 16, "line": c.line + 2}) for c in made.claims
    )
    before = fingerprints(edition_of(made, documents), made.findings)
    after = fingerprints(edition_of(made.model_copy(update={"claims": moved}), later), made.findings)
    assert before == after
    drafted = fingerprints(
        edition_of(made.model_copy(update={"drafts": ("news/ferry.txt",)}), documents), made.findings
    )
    assert before == drafted


def test_fingerprints_of_words_that_meet_twice() -> None:
    one, other = article("a.txt", "Nine men. Nine men."), article("b.txt", "Eight men.")
    first, eight = claim(one, "Nine men"), claim(other, "Eight men")
    again = first.model_copy(update={"id": "c2", "start": 10, "end": 18, "column": 11})
    about = fact("men", "discrepancy", variant(1, "9", (one, first), (one, again)), variant(2, "8", (other, eight)))
    found = [finding(about, first, eight), finding(about, again, eight)]
    edition = edition_of(report((one, other), [first, again, eight], [about], found), (one, other))
    assert len(set(fingerprints(edition, found).values())) == 2
    assert fingerprints(edition, found) == fingerprints(edition, found[::-1])


@pytest.mark.parametrize("name", INJECTIONS)
def test_no_text_opens_a_command(name: str) -> None:
    edition = told(lambda: hostile(INJECTIONS[name]), show="all")
    text = render("github", edition)
    taken = commands(text)
    assert len(taken) == text.count("\n") == len(annotated(edition))
    assert {command.name for command in taken} <= {"error", "warning", "notice"}
    for command_ in taken:
        assert command_.properties.keys() <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert "##[" not in command_.data + command_.properties["title"]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


@pytest.mark.parametrize("form", SHAPES)
@pytest.mark.parametrize("name", INJECTIONS)
def test_any_text_stays_words(form: str, name: str) -> None:
    text = render(form, told(lambda: hostile(INJECTIONS[name]), show="all"))
    assert json.loads(text.encode()) is not None
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


TEXTS = st.text(max_size=60) | st.lists(
    st.sampled_from(["%", "%0A", "%25", "\r", "\n", ":", "::", ",", "=", "##[", "##[error]", " ", "a", "🔥", "title="]),
    max_size=8,
).map("".join)


@given(message=TEXTS, why=TEXTS, path=TEXTS.map("x".__add__))
def test_a_runner_reads_back_what_is_said(message: str, why: str, path: str) -> None:
    edition = told(lambda: fire(f"{path}x", message, why))
    (taken,), (annotation,) = commands(render("github", edition)), annotated(edition)
    assert annotation.text().startswith(printable(message))
    assert taken.data == annotation.text()
    assert taken.properties["file"] == " ".join(printable(word) for word in tidy(f"{path}x").split(" "))
    assert taken.properties.keys() == {"file", "line", "endLine", "col", "endColumn", "title"}
