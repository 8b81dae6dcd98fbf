"""The HTML report: whole, sealed by its policy, inert whatever the articles say, and each cell leading to a passage."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from factcheck.judge.load import load_rules
from factcheck.reports.edition import edition_of
from factcheck.reports.html import render

from .golden import golden
from .harbour import harbour
from .injections import INJECTIONS, hostile
from .stories import ferry

VOID = {"meta", "input"}


class Parsed(HTMLParser):
    """The tags of a page with their attributes, its ids, its text, and what stands inside style and script."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.inside: dict[str, str] = {}
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs), (tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while (last := self.open.pop()) != tag:
            assert last == "p", f"{last} is not closed before {tag}"

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("style", "script"):
            self.inside[self.open[-1]] = data
        else:
            self.text += data

    def values(self, name: str) -> list[str]:
        return [attributes[name] or "" for _, attributes in self.tags if name in attributes]


@pytest.fixture(scope="module")
def page() -> str:
    told, documents = harbour()
    rules = load_rules().rules()[:3]
    return render(edition_of(told, documents, rules=rules, exit_code=2, reasons={told.findings[3].id: "one word"}))


def test_golden(page: str) -> None:
    scrubbed = re.sub(r"(<style>|<script>).*?(</style>|</script>)", r"\1…\2", page, flags=re.DOTALL)
    golden("report.html", re.sub("sha256-[^&]+", "sha256-…", scrubbed).replace("><", ">\n<"))


def test_policy_allows_the_style_and_the_script_of_the_page_alone(page: str) -> None:
    parsed = Parsed(page)
    policy = next(a["content"] or "" for tag, a in parsed.tags if a.get("http-equiv") == "Content-Security-Policy")
    allowed = dict(part.split(" ", 1) for part in policy.split("; "))
    assert allowed.keys() == {"default-src", "style-src", "script-src", "base-uri", "form-action"}
    for name in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(parsed.inside[name].encode()).digest()).decode()
        assert allowed[f"{name}-src"] == f"'sha256-{digest}'"
    assert {allowed[name] for name in ("default-src", "base-uri", "form-action")} == {"'none'"}
    first = [tag for tag, attributes in parsed.tags[: parsed.tags.index(("style", {}))] if tag == "script"]
    assert first == []


def test_nothing_is_asked_of_anybody(page: str) -> None:
    parsed = Parsed(page)
    assert not re.search(r"https?:|//[a-z]|url\(|@import", page)
    assert not {tag for tag, _ in parsed.tags} & {"link", "img", "iframe", "object", "embed", "base", "source"}
    assert all(target.startswith("#") for target in parsed.values("href"))
    assert not parsed.values("src")


def test_no_attribute_is_a_style_or_a_handler(page: str) -> None:
    names = {name for _, attributes in Parsed(page).tags for name in attributes}
    assert not {name for name in names if name == "style" or name.startswith("on")}


def test_ids_are_unique_and_links_lead_somewhere(page: str) -> None:
    parsed = Parsed(page)
    ids = parsed.values("id")
    assert len(ids) == len(set(ids))
    assert {t[1:] for t in parsed.values("href") if "=" not in t} <= set(ids)
    assert {id for names in parsed.values("aria-labelledby") for id in names.split()} <= set(ids)


def test_every_cell_leads_to_a_passage_of_its_source(page: str) -> None:
    table = re.search(r'<table class="matrix">.*?</table>', page, re.DOTALL)
    assert table
    row = re.search(r"<tr[^>]*>(?:(?!</tr>).)*sailors were hurt.*?</tr>", table[0], re.DOTALL)
    assert row
    sources = re.findall(r'<th scope="col">([^<]*?) ?<', table[0])[1:]
    cells = re.findall(r"<td[^>]*>(.*?)</td>", row[0])
    assert len(cells) == len(sources) == 4
    for source, cell in zip(sources, cells, strict=True):
        target = re.search(r'href="#([^"]+)"', cell)
        assert target
        passage = re.search(rf'id="{target[1]}">(.*?)</(?:figure|li)>', page, re.DOTALL)
        assert passage
        assert f"<cite>{source}</cite>" in passage[1]


def test_majority_and_outliers_are_told(page: str) -> None:
    assert re.findall(r'<section class="telling (\w+)">\s*<h4>(.*?)</h4>', page) == [
        ("majority", "eight"), ("outlier", "nine"), ("outlier", "11"),
    ]  # fmt: skip


def test_everything_of_a_report_is_there(page: str) -> None:
    text = " ".join(Parsed(page).text.split())
    for words in (
        "e-none.txt is no text", "exit 2", "said by Ada Finn (“said”)", "🔥", "that day is a Friday", "one word",
        "“nearly”: below", "4 May 2023", "long day", 'factcheck decide 0badcafe dismiss --reason "…"',
    ):  # fmt: skip
        assert words in text, words


def test_words_that_differ_are_marked(page: str) -> None:
    assert "<mark><strong>11</strong> sailors</mark>" in page
    assert "<mark><strong>nearly</strong> 30 crates</mark>" in page


@pytest.mark.parametrize("name", INJECTIONS)
def test_article_text_stays_words(name: str) -> None:
    told, documents = hostile(INJECTIONS[name])
    parsed = Parsed(render(edition_of(told, documents)))
    plain = Parsed(render(edition_of(*hostile("sailors"))))
    assert {tag for tag, _ in parsed.tags} <= {tag for tag, _ in plain.tags} | {"h1", "span", "strong", "time"}
    assert {n for _, a in parsed.tags for n in a} <= {n for _, a in plain.tags for n in a}
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]", parsed.text
    )
    assert parsed.inside == plain.inside
    ids = parsed.values("id")
    assert len(ids) == len(set(ids))
    assert re.fullmatch(r"[\w-]*", "".join(ids))


def test_only_an_id_of_ours_is_put_into_a_command() -> None:
    told, documents = ferry()
    (found,) = told.findings
    evil = told.model_copy(update={"findings": (found.model_copy(update={"id": "$(reboot)"}),)})
    assert "factcheck decide" in render(edition_of(told, documents))
    assert "factcheck decide" not in render(edition_of(evil, documents))


def test_what_was_decided_is_told_and_not_asked_again() -> None:
    told, documents = ferry()
    (found,) = told.findings
    for decision, words in (
        ("accept", "<b>Accepted</b>: seen"),
        ("dismiss", "<b>Dismissed inside the article</b>: seen"),
    ):
        decided = told.model_copy(update={"findings": (found.model_copy(update={"decision": decision}),)})
        remarked = [found.id] if decision == "dismiss" else []
        page = render(edition_of(decided, documents, reasons={found.id: "seen"}, remarked=remarked))
        assert words in page
        assert "factcheck decide" not in page


def test_an_article_that_is_not_at_hand_is_told() -> None:
    told, documents = ferry()
    assert "buoy.txt:1:27 · article not at hand" in render(edition_of(told, ()))
    assert "not at hand" not in render(edition_of(told, documents))


def test_bytes_are_the_same_each_time(page: str) -> None:
    told, documents = ferry()
    assert render(edition_of(told, documents)) == render(edition_of(told, documents))
    assert "/home/" not in page
