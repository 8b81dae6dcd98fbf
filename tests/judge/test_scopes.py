"""Rules on one claim, on figures of one article, and on whole facts: what files may ask, and what is found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from textwrap import dedent

import pytest

from factcheck.claims import kinds
from factcheck.errors import RuleError
from factcheck.findings import Report
from factcheck.judge.conditions import vocabularies
from factcheck.judge.load import Choices, load_rules
from factcheck.models import Document
from factcheck.pipeline import check
from factcheck.rehearsal import Rehearsal
from factcheck.settings import Setting
from factcheck.settings.forms import Source

from .conftest import Desk
from .fake import file, rule

Problems = Callable[..., list[str]]
ARTICLE = "The hearing is on Thursday, 9 February 2022. Nine of the 14 schools, or 70%, were closed by the storm."


def article(text: str = ARTICLE, name: str = "a") -> Document:
    return Document(id=f"{name}.txt", text=text, source=name.upper(), story="s")


def report(*documents: Document, rules: Sequence[Path] = (), against: Sequence[Document] = ()) -> Report:
    return check(documents, rules=load_rules(rules), against=against)


SILENT = "[{text: b, expect: discrepancy}, {text: b, expect: silent}]"
BROKEN = [
    (
        "scope",
        {"scope": "sentence", "message": "differ"},
        "12:12: unknown scope “sentence”; ",
    ),
    (
        "measurement-of-pairs",
        {"examples": SILENT, "scope": "claim", "when": "{gap: {at-least: 1}}"},
        "11:12: unknown measurement “gap”; ",
    ),
    (
        "placeholder-of-pairs",
        {"examples": SILENT, "scope": "claim", "message": '"{left.text}"'},
        "7:14: unknown placeholder “left.text”; did you mean “text”?",
    ),
    (
        "example-of-pairs",
        {"scope": "document", "examples": "[{text: a, expect: discrepancy}, {text: b, left: c, expect: silent}]"},
        "9:58: unknown key “left”; ",
    ),
    (
        "example-lacks-text",
        {"scope": "claim", "examples": "[{text: a, expect: discrepancy}, {expect: silent}]"},
        "9:48: “text” is missing",
    ),
    (
        "unrelated",
        {"scope": "claim", "examples": "[{text: a, expect: discrepancy}, {text: b, expect: unrelated}]"},
        "9:66: a rule of scope “claim” that says nothing expects “silent”",
    ),
    (
        "silent-pair",
        {"examples": "[{left: a, right: b, expect: discrepancy}, {left: a, right: b, expect: silent}]"},
        "9:86: a rule of scope “pair” that says nothing expects “unrelated”",
    ),
]


@pytest.mark.parametrize(("fields", "expected"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_broken_rule_of_a_scope(desk: Desk, problems: Problems, fields: dict[str, str], expected: str) -> None:
    message = {"message": '"{text}"'} if "scope" in fields else {}
    (problem,) = problems(desk(file(rule("mine", **(message | fields)))))
    assert problem.startswith(f"desk.yaml:{expected}")


def test_pairs_are_of_one_kind(desk: Desk, problems: Problems) -> None:
    text = file(rule("mine"), kind="any", otherwise=rule("else"))
    found = [problem.split("\n")[0] for problem in problems(desk(text))]
    assert any("a rule on pairs is of one kind" in problem for problem in found)
    assert any("“any” has none" in problem for problem in found)


def test_a_kind_asks_on_documents_only_what_is_reckoned_of_it() -> None:
    terms = vocabularies(kinds())
    assert terms["percent"]["document"]["against"].words == ("caption", "ends", "headline", "percentage")
    assert terms["quote"]["document"] == {}
    assert "weekday" in terms["date"]["claim"]
    assert "weekday" not in terms["any"]["claim"]


def test_findings_on_one_article_carry_no_fact() -> None:
    found = {finding.rule: finding for finding in report(article()).findings}
    assert set(found) == {"weekday-does-not-fit", "share-against-percentage"}
    assert [(finding.fact, finding.variants) for finding in found.values()] == [(None, ())] * 2
    assert len(found["weekday-does-not-fit"].claims) == 1
    assert len(found["share-against-percentage"].claims) == 2
    assert found["weekday-does-not-fit"].message == "A says “Thursday, 9 February 2022”; that day is a Wednesday"
    assert found["share-against-percentage"].message == "A says “70%”, but “Nine of the 14 schools” is 64.3%"


def test_what_is_wrong_inside_a_source_is_not_told_of_a_draft() -> None:
    draft = article("The council met on Monday.", name="draft")
    assert report(draft, against=[article()]).findings == ()
    assert len(report(article(), against=[draft]).findings) == 2


def test_a_claim_printed_twice_is_told_once() -> None:
    twice = article("The hearing is on Thursday, 9 February 2022. Come on Thursday, 9 February 2022.")
    assert len(report(twice).findings) == 1


def test_a_rule_on_one_article_can_be_ignored(tmp_path: Path) -> None:
    (tmp_path / "desk.yaml").write_text("ignore: [weekday-does-not-fit]\n", encoding="utf-8")
    assert [finding.rule for finding in report(article(), rules=[tmp_path]).findings] == ["share-against-percentage"]


def test_an_optional_rule_is_asked_where_it_is_selected(tmp_path: Path) -> None:
    articles = article("Police said 14 people were rescued."), article("The ferry ran aground.", name="b")
    assert report(*articles).findings == ()
    (tmp_path / "desk.yaml").write_text("select: [single-source]\n", encoding="utf-8")
    selected = report(*articles, rules=[tmp_path])
    (finding,) = selected.findings
    assert (finding.rule, finding.severity, finding.message) == (
        "single-source", "info", "only A says “14 people”",
    )  # fmt: skip
    assert [fact.verdict for fact in selected.facts if fact.id == finding.fact] == ["single_source"]


def test_a_text_of_an_example_may_have_its_source_and_day(tmp_path: Path) -> None:
    rule = """
        kind: any
        rules:
          - id: desk-heavy
            title: t
            scope: fact
            verdict: discrepancy
            severity: info
            when: {verdict: discrepancy, weight: {at-least: 3}}
            message: "{leading} against {others}"
            why: w
            examples:
              - {texts: [{text: "Police said 14 divers were rescued.", source: The Gazette, published: 2023-05-04},
                  "A lifeboat rescued 19 divers."], expect: discrepancy}
              - {texts: ["Police said 14 divers were rescued.", "A lifeboat rescued 19 divers."], expect: silent}
    """
    (tmp_path / "any.yaml").write_text(dedent(rule), "utf-8")
    sources = Setting({"The Gazette": Source("The Gazette", Decimal(3))}, "")
    book = load_rules([tmp_path], choices=Choices(sources=sources))
    judged = [Rehearsal().judge(example, book)[1] for example in book.rule("desk-heavy").examples]
    assert judged[0] == "desk-heavy"
    assert judged[1] != "desk-heavy"


def test_a_text_of_an_example_with_an_unknown_key(tmp_path: Path) -> None:
    rule = "kind: any\nrules:\n  - id: x\n    scope: fact\n    examples:\n"
    text = f"{rule}      - {{texts: [{{text: a, sorce: b}}], expect: silent}}\n"
    (tmp_path / "any.yaml").write_text(text, "utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules([tmp_path])
    (told,) = (problem for problem in caught.value.problems if "sorce" in problem.splitlines()[0])
    assert "any.yaml:6:28: unknown key “sorce”; did you mean “source”?" in told
