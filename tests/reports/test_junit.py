"""The JUnit report: it is what its schema says, and fails exactly where the check does."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import xmlschema

from factcheck.findings import Report
from factcheck.reports.edition import edition_of
from factcheck.reports.junit import render
from factcheck.settings import FAIL_ON

from .injections import INJECTIONS, hostile
from .stories import ferry, finding, newsroom

# Of the Jenkins xunit plugin, as pytest 8.4.2 ships it (PyPI, testing/example_scripts), under the MIT licence that it
# begins with.
SCHEMA = Path(__file__).parent / "schemas" / "junit-10.xsd"
BEYOND = ("file", "line")  # read by GitLab, CircleCI and others, and not in the schema


@pytest.fixture(scope="module")
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(SCHEMA)


def root_of(told: Report, documents: Any = (), **wanted: Any) -> ET.Element:
    return ET.fromstring(render(edition_of(told, documents, **wanted)).encode("utf-8", "strict"))


def case_of(root: ET.Element, name: str) -> ET.Element:
    (case,) = (case for case in root.iter("testcase") if case.get("name") == name)
    return case


@pytest.mark.parametrize("name", [None, *INJECTIONS])
def test_schema_takes_it(schema: xmlschema.XMLSchema, name: str | None) -> None:
    root = root_of(*(newsroom() if name is None else hostile(INJECTIONS[name])))
    for case in root.iter("testcase"):
        for attribute in BEYOND:
            case.attrib.pop(attribute, None)
    schema.validate(root)


@pytest.mark.parametrize("fail_on", FAIL_ON)
def test_a_case_fails_where_the_check_does(fail_on: str) -> None:
    told, documents = newsroom()
    root = root_of(told, documents, fail_on=fail_on)
    failed = {"error": 1, "warning": 3, "never": 0}[fail_on]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("7", str(failed), "1")
    assert len(root.findall(".//failure")) == failed
    assert len(root.findall(".//system-out")) == 3 - failed


def test_every_failing_finding_fails_a_case_even_of_one_source() -> None:
    told, documents = ferry()
    single = next(fact for fact in told.facts if fact.verdict == "single_source")
    found = finding(single, next(c for c in told.claims if c.text == "three"), rule="single-source", variants=("v1",))
    root = root_of(told.model_copy(update={"findings": (found,)}), documents)
    assert case_of(root, "taken to hospital").find("failure") is not None


def test_what_only_one_source_tells_is_counted_and_no_case() -> None:
    root = root_of(*ferry())
    assert [case.get("name") for case in root.iter("testcase")] == ["statement at", "passengers pulled"]
    assert {p.get("name"): p.get("value") for p in root.iter("property")} == {
        "articles": "2", "facts told by one source": "1",
    }  # fmt: skip


def test_a_dismissed_discrepancy_is_skipped_with_its_reason() -> None:
    told, documents = newsroom()
    dismissed = next(finding.id for finding in told.findings if finding.decision)
    case = case_of(root_of(told, documents, reasons={dismissed: "the zoo\ncounts so"}), "seals came")
    assert [(part.tag, part.get("message")) for part in case] == [("skipped", "dismissed; the zoo counts so")]


def test_a_failure_tells_its_passages_with_an_emoji_before_the_figure() -> None:
    case = case_of(root_of(*newsroom()), "boats burned")
    assert (case.get("classname"), case.get("file"), case.get("line")) == (
        "factcheck.harbour fire",
        "news/gazette.md",
        "1",
    )
    failure = case.find("failure")
    assert failure is not None
    assert failure.get("type") == "different-figures"
    text = (failure.text or "").splitlines()
    assert "The Gazette, news/gazette.md:1:11" in text
    assert "  🔥 At noon ‹14 boats› burned in the harbour, and 3 crews were saved." in text


def test_facts_of_one_label_are_told_apart_and_packages_not_made_of_dots() -> None:
    told, documents = ferry()
    one, other = told.facts[0], told.facts[1]
    both = (one, other.model_copy(update={"label": one.label}))
    named = tuple(d.model_copy(update={"story": "no. 1"}) for d in told.documents)
    facts = tuple(fact.model_copy(update={"story": "no. 1"}) for fact in both)
    root = root_of(told.model_copy(update={"facts": facts, "documents": named}), documents)
    cases = list(root.iter("testcase"))
    assert {case.get("name") for case in cases} == {f"{one.label} [{fact.id}]" for fact in both}
    assert {case.get("classname") for case in cases} == {"factcheck.no_ 1"}


@pytest.mark.parametrize("name", INJECTIONS)
def test_text_of_articles_makes_no_element(name: str) -> None:
    plain = root_of(*hostile("plain"))
    root = root_of(*hostile(INJECTIONS[name]))
    assert [element.tag for element in root.iter()] == [element.tag for element in plain.iter()]
