"""SARIF: what refers to something finds it, places hold the words, and addresses are addresses of files."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.findings import Report
from factcheck.judge.load import load_rules
from factcheck.models import Document
from factcheck.reports.edition import edition_of
from factcheck.reports.sarif import render
from factcheck.reports.sarif.places import located
from factcheck.settings import VERDICTS

from .harbour import harbour
from .injections import INJECTIONS, hostile
from .stories import FERRY, article, claim, fact, ferry, finding, report, variant

LINK = re.compile(r"(?<!\\)\[((?:[^\\\[\]]|\\[\\\[\]])*)\]\(([^)]*)\)")  # as the standard has them in plain text


def run_of(told: Report, documents: Sequence[Document], **wanted: Any) -> dict[str, Any]:
    """Return the one run of a report."""
    wanted = {"show": VERDICTS, **wanted}
    (run,) = json.loads(render(edition_of(told, documents, **wanted)))["runs"]
    found: dict[str, Any] = run
    return found


def places_of(result: dict[str, Any]) -> list[dict[str, Any]]:
    return [place["physicalLocation"] for place in (*result["locations"], *result["relatedLocations"])]


def cut(text: str, region: dict[str, Any]) -> str:
    """Return what a region holds of a text, its columns counted in UTF-16."""
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    starts = [sum(len(line) + 2 for line in lines[:number]) for number in range(len(lines))]
    first = starts[region["startLine"] - 1] + 2 * (region["startColumn"] - 1)
    last = starts[region["endLine"] - 1] + 2 * (region["endColumn"] - 1)
    return text.encode("utf-16-le")[first:last].decode("utf-16-le")


def test_regions_hold_the_words_and_their_sentence() -> None:
    told, documents = harbour()
    texts = {document.path: document.text for document in documents}
    places = [place for result in run_of(told, documents)["results"] for place in places_of(result)]
    assert len(places) == 9
    for place in places:
        text, region = texts[place["artifactLocation"]["uri"]], place["region"]
        assert cut(text, region) == region["snippet"]["text"]
        around = place["contextRegion"]
        assert cut(text, around) == around["snippet"]["text"]
        assert region["snippet"]["text"] in around["snippet"]["text"] != region["snippet"]["text"]


def test_lines_that_end_as_on_windows() -> None:
    text = FERRY.replace("\n", "\r\n")
    one, other = article("a.txt", text), article("b.txt", "It was 13 passengers.")
    sides = (one, claim(one, "said\r\n12 passengers")), (other, claim(other, "13 passengers"))
    about = fact("x", "discrepancy", *(variant(n, s[1].text, s) for n, s in enumerate(sides, start=1)))
    claims = [side[1] for side in sides]
    (result,) = run_of(report((one, other), claims, [about], [finding(about, *claims)]), (one, other))["results"]
    region = places_of(result)[0]["region"]
    assert (region["startLine"], region["endLine"], region["endColumn"]) == (1, 2, 14)


def test_what_refers_to_something_finds_it() -> None:
    run = run_of(*harbour())
    rules, files = run["tool"]["driver"]["rules"], run["artifacts"]
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in run["results"]})
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        ids = [place["id"] for place in result["relatedLocations"]]
        assert [int(target) for _, target in LINK.findall(result["message"]["text"])] == ids
        for place in places_of(result):
            location = place["artifactLocation"]
            assert files[location.pop("index")]["location"] == location


def test_the_place_is_in_the_draft() -> None:
    told, documents = ferry()
    (result,) = run_of(told.model_copy(update={"drafts": ("news/ferry.txt",)}), documents)["results"]
    assert [place["artifactLocation"]["uri"] for place in places_of(result)] == ["news/ferry.txt", "news/buoy.txt"]
    assert result["relatedLocations"][0]["message"]["text"] == "Buoy: “Almost 12 passengers”"
    assert result["message"]["text"] == "One says this, the other that. Compare [Buoy](1)."


def test_kinds_and_levels() -> None:
    told, documents = harbour()
    found = {result["properties"]["finding"]: result for result in run_of(told, documents)["results"]}
    expected = {"discrepancy": "fail", "compatible": "informational", "agreement": "pass"}
    for finding_ in told.findings:
        result = found[finding_.id]
        assert result["kind"] == expected[finding_.verdict]
        assert (result["level"] == "none") == (finding_.verdict != "discrepancy")
    alone = run_of(told, documents, show=("discrepancy",))["results"]
    assert {result["kind"] for result in alone} == {"fail"}


def test_what_was_dismissed_is_suppressed() -> None:
    told, documents = harbour()
    (dismissed,) = (found.id for found in told.findings if found.decision)
    results = run_of(told, documents, reasons={dismissed: "we asked"})["results"]
    assert [result["suppressions"] for result in results[:-1]] == [[]] * (len(results) - 1)
    assert results[-1]["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "we asked"}]
    inside = run_of(told, documents, reasons={dismissed: "we asked"}, remarked={dismissed})["results"]
    assert inside[-1]["suppressions"][0]["kind"] == "inSource"
    unknown = run_of(told, documents)["results"]
    assert unknown[-1]["suppressions"] == [{"kind": "external", "status": "accepted"}]


def test_no_suppressions_are_told_where_nothing_was_dismissed() -> None:
    told, documents = ferry()
    accepted = tuple(found.model_copy(update={"decision": "accept"}) for found in told.findings)
    (result,) = run_of(told.model_copy(update={"findings": accepted}), documents)["results"]
    assert "suppressions" not in result
    assert result["properties"]["decision"] == "accept"


def test_a_rule_brings_its_help() -> None:
    told, documents = ferry()
    book = load_rules()
    (descriptor,) = run_of(told, documents, rules=book.rules())["tool"]["driver"]["rules"]
    rule = book.rule("hedged-against-exact")
    assert descriptor["shortDescription"]["text"] == rule.title
    assert descriptor["defaultConfiguration"]["level"] == rule.severity
    assert descriptor["properties"]["tags"] == ["count", "discrepancy"]
    assert "→ discrepancy" in descriptor["help"]["text"]
    assert "**Examples**" in descriptor["help"]["markdown"]


def test_without_rules_and_texts_there_is_what_the_report_says() -> None:
    told, _ = ferry()
    run = run_of(told, ())
    (descriptor,) = run["tool"]["driver"]["rules"]
    assert descriptor["shortDescription"]["text"] == "Hedged against exact"
    assert places_of(run["results"][0])[0]["region"] == {
        "startLine": 1, "snippet": {"text": "Almost 12 passengers"},
    }  # fmt: skip


def test_articles_of_one_file() -> None:
    told, documents = ferry()
    inside = tuple(document.model_copy(update={"path": "wires.jsonl"}) for document in told.documents)
    run = run_of(told.model_copy(update={"documents": inside}), documents)
    assert [file["properties"] for file in run["artifacts"]] == [{"articles": 2}]
    (place,) = run["results"][0]["locations"]
    assert place == {
        "physicalLocation": {"artifactLocation": {"uri": "wires.jsonl", "uriBaseId": "SRCROOT", "index": 0}},
        "logicalLocations": [{"fullyQualifiedName": "news/buoy.txt", "kind": "article"}],
    }


def test_what_failed_is_told_by_the_tool() -> None:
    run = run_of(*harbour())
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "e-none.txt"
    stages = run["tool"]["driver"]["notifications"]
    assert stages[notification["descriptor"]["index"]]["id"] == notification["descriptor"]["id"] == "read"


@pytest.mark.parametrize("name", INJECTIONS)
def test_no_text_becomes_a_link_or_a_placeholder(name: str) -> None:
    run = run_of(*hostile(INJECTIONS[name]))
    for result in run["results"]:
        said = result["message"]["text"]
        assert [target for _, target in LINK.findall(said)] == [str(p["id"]) for p in result["relatedLocations"]]
        assert not re.search(r"(?<!\{)(?:\{\{)*\{\d+\}(?!\})", said)


@given(st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=30))
def test_addresses_lead_to_their_files(path: str) -> None:
    place = located(path)
    address = urlsplit(place["uri"])
    expected = posixpath.normpath(path).encode("utf-8", "surrogatepass")
    assert place["uri"].isascii()
    assert (address.netloc, address.query, address.fragment) == ("", "", "")
    if re.match(r"[A-Za-z]:/|/", path):
        assert address.scheme == "file"
        assert "uriBaseId" not in place
        assert unquote_to_bytes(address.path).lstrip(b"/") == expected.lstrip(b"/")
    else:
        assert (address.scheme, place["uriBaseId"]) == ("", "SRCROOT")
        assert unquote_to_bytes(place["uri"]) == expected


def test_many_results_are_told_apart() -> None:
    told, documents = harbour()
    prints = [result["partialFingerprints"]["factcheckWords/v1"] for result in run_of(told, documents)["results"]]
    assert len(set(prints)) == len(prints) == len(told.findings)
