"""Report -> JUnit XML: a suite for each story, a case for each fact that two sources tell.

A case fails where a finding on its fact makes the check fail; agreement passes. What only one source tells is
no case, but counted in the properties of its suite. Articles that could not be read are errors.

`file` and `line` are read by GitLab, CircleCI and others; the schema of the Jenkins xunit plugin lacks them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple
from xml.etree import ElementTree as ET

from ..claims.base import Claim
from ..findings import Failure, Finding
from .cases import Case, cases, first_place, gravity
from .columns import printable
from .edition import Edition
from .sheet import passage

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
UNREAD = "articles that failed"
WIDTH = 160  # columns of a passage


class _Subject(NamedTuple):
    """What one test case is about: a fact, or an article by itself; with the discrepancies on it."""

    id: str
    story: str
    label: str
    place: tuple[int, int, int]
    claims: Sequence[Claim]
    findings: Sequence[Finding]


def render(edition: Edition) -> str:
    """Return the report as one XML document, stories in the order of their names, cases as they stand in the text."""
    told = {case.key: case for case in cases(replace(edition, show=frozenset({"discrepancy"})))}
    stories: dict[str, list[_Subject]] = {document.story: [] for document in edition.report.documents}
    for subject in sorted(_subjects(edition), key=lambda subject: (subject.place, subject.id)):
        stories.setdefault(subject.story, []).append(subject)
    root = ET.Element("testsuites", name="factcheck")
    if edition.report.failures:
        root.append(_unread(edition.report.failures))
    articles = Counter(document.story for document in edition.report.documents)
    single = Counter(fact.story for fact in edition.report.facts if fact.verdict == "single_source")
    for story, subjects in sorted(stories.items()):
        suite = _suite(story, {"articles": articles[story], "facts told by one source": single[story]})
        suite.extend(_cases(edition, subjects, told))
        root.append(_totalled(suite))
    for total in ("tests", "failures", "errors"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    ET.indent(root)
    return f"{DECLARATION}{ET.tostring(root, encoding='unicode')}\n"


def _subjects(edition: Edition) -> Iterator[_Subject]:
    """Yield the facts that are told twice or have a discrepancy, and the articles that have one by themselves."""
    found: dict[str, list[Finding]] = {}
    for finding in edition.report.findings:
        if finding.verdict == "discrepancy":
            found.setdefault(finding.fact or finding.id, []).append(finding)
    for fact in edition.report.facts:
        findings = found.pop(fact.id, [])
        if fact.verdict != "single_source" or findings:
            claims = [edition.claims[id] for v in fact.variants for id in v.claims if id in edition.claims]
            claims.sort(key=lambda claim: (claim.document not in edition.drafts, edition.at(claim)))
            yield _Subject(fact.id, fact.story, printable(fact.label), first_place(edition, fact), claims, findings)
    for id, findings in found.items():
        claims = list(edition.told(findings[0]))
        document = edition.documents.get(claims[0].document) if claims else None
        label = printable(f"{findings[0].rule}: “{claims[0].text if claims else ''}”")
        place = edition.at(claims[0]) if claims else (0, 0, 0)
        yield _Subject(id, document.story if document else "", label, place, claims, findings)


def _suite(story: str, counts: Mapping[str, int]) -> ET.Element:
    """Return the suite of one story, as yet without cases."""
    suite = ET.Element("testsuite", name=printable(story))
    properties = ET.SubElement(suite, "properties")
    for name, count in counts.items():
        ET.SubElement(properties, "property", name=name, value=str(count))
    return suite


def _cases(edition: Edition, subjects: Sequence[_Subject], told: Mapping[str, Case]) -> Iterator[ET.Element]:
    """Yield the cases of one story; labels that several facts have are told apart by their ids."""
    uses = Counter(subject.label for subject in subjects)
    for subject in subjects:
        name = f"{subject.label} [{printable(subject.id)}]" if uses[subject.label] > 1 else subject.label
        yield _case(edition, subject, name, told.get(subject.id))


def _case(edition: Edition, subject: _Subject, name: str, case: Case | None) -> ET.Element:
    """Return the case of a fact: failed, skipped where all was dismissed, or passed, with what does not fail it."""
    classname = "factcheck." + printable(subject.story).replace(".", "_")  # Jenkins takes dots for packages
    element = ET.Element("testcase", classname=classname, name=name)
    failing = sorted(filter(edition.fails, subject.findings), key=gravity)
    _set_place(edition, element, edition.told(failing[0]) if failing else subject.claims)
    if failing:
        worst = failing[0]
        failure = ET.SubElement(element, "failure", type=printable(worst.rule), message=printable(worst.message))
        failure.text = _words(edition, case) if case else None
    elif subject.findings and all(finding.decision == "dismiss" for finding in subject.findings):
        reasons = dict.fromkeys(edition.reasons[f.id] for f in subject.findings if f.id in edition.reasons)
        message = "; ".join(["dismissed", *map(printable, reasons)])
        ET.SubElement(element, "skipped", message=message)
    elif case:
        ET.SubElement(element, "system-out").text = _words(edition, case)
    return element


def _set_place(edition: Edition, element: ET.Element, claims: Sequence[Claim]) -> None:
    """Give a case the file and the line of the first of some claims."""
    for claim in claims[:1]:
        region = edition.region(claim)
        element.set("file", printable(region.path))
        if region.line:
            element.set("line", str(region.line))


def _words(edition: Edition, case: Case) -> str:
    """Return what is told of a case, line by line: the findings, the passages, why."""
    lines = [printable(f"{f.rule} ({f.severity}, {f.id}): {f.message}") for f in case.findings]
    for claim, _, other in case.told():
        document = edition.documents.get(claim.document)
        lines.append(printable(f"{document.source if document else ''}, {claim.document}:{claim.line}:{claim.column}"))
        lines.append(f"  {passage(edition, claim, other, WIDTH)}")
    lines += map(printable, case.reasons())
    return "\n" + "\n".join(lines) + "\n"


def _unread(failures: Sequence[Failure]) -> ET.Element:
    """Return the suite of what could not be done."""
    suite = ET.Element("testsuite", name=UNREAD)
    for failure in failures:
        name = printable(failure.document)
        case = ET.SubElement(suite, "testcase", classname=f"factcheck.{failure.stage}", name=name)
        ET.SubElement(case, "error", type=failure.stage, message=printable(failure.message))
    return _totalled(suite)


def _totalled(suite: ET.Element) -> ET.Element:
    """Return a suite with its counts."""
    outcomes = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    suite.set("tests", str(len(suite.findall("testcase"))))
    for total, tag in outcomes.items():
        suite.set(total, str(len(suite.findall(f"testcase/{tag}"))))
    return suite
