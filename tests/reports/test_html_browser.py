"""The HTML report in a browser: it asks nothing, runs nothing but its own script, and can be used with keys alone."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.judge.load import load_rules
from factcheck.reports.edition import edition_of
from factcheck.reports.html import render

from .harbour import harbour
from .injections import INJECTIONS, hostile

sync = pytest.importorskip("playwright.sync_api", reason="install playwright to look at the report in a browser")
NAMES = ("chromium", "chromium-browser", "google-chrome")
BROWSER = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium here; name one in CHROMIUM")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
SHOWN = "article.case:visible"
UNFOLD = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"
HARMFUL = [text for text in INJECTIONS.values() if "<" in text or "http" in text or "//" in text or "\u202e" in text]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    told, documents = harbour()
    path = tmp_path_factory.mktemp("html") / "report.html"
    path.write_text(render(edition_of(told, documents, rules=load_rules().rules(), exit_code=2)), "utf-8")
    return path


class Tab:
    """A page that keeps what it complained of and what it asked for."""

    def __init__(self, browser: Any, path: Path, fragment: str = "", **how: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **how})
        self.page = self.context.new_page()
        self.trouble: list[str] = []
        self.page.on("console", lambda message: self.trouble.append(message.text))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("dialog", lambda dialog: self.trouble.append(dialog.message) or dialog.dismiss())
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.asked: list[str] = []
        self.page.goto(path.as_uri() + fragment)

    def labels(self) -> list[str]:
        return self.page.locator(f"{SHOWN} h3").all_inner_texts()

    def hash(self) -> str:
        return self.page.evaluate("location.hash")

    def reach(self, fragment: str) -> None:
        """Wait until the address is that of a view: filters are written a moment after they are set."""
        self.page.wait_for_url(lambda address: address.endswith(fragment))

    def count(self) -> str:
        return self.page.locator("output").inner_text()


@pytest.fixture
def tab(browser: Any, report: Path) -> Iterator[Any]:
    opened: list[Tab] = []

    def open_tab(fragment: str = "", path: Path = report, **how: Any) -> Tab:
        opened.append(Tab(browser, path, fragment, **how))
        return opened[-1]

    yield open_tab
    for tab in opened:
        tab.context.close()
        assert tab.trouble == []
        assert {url.split("#")[0] for url in tab.asked} <= {report.as_uri(), *(u for u in tab.asked if "hostile" in u)}


def test_it_opens_and_asks_for_nothing(tab: Any) -> None:
    opened = tab()
    assert len(opened.asked) == 1
    assert opened.count() == "6 facts"
    assert opened.labels() == ["sailors were hurt", "“Monday 5 May 2023”"]


def test_filters_are_kept_in_the_address(tab: Any) -> None:
    opened = tab()
    opened.page.select_option("[name=severity]", "warning")
    opened.reach("#severity=warning")
    assert opened.labels() == ["“Monday 5 May 2023”"]
    opened.page.select_option("[name=source]", "Mail")
    opened.reach("#severity=warning&source=Mail")
    assert opened.count() == "1 of 6 facts"
    again = tab(opened.hash())
    assert again.labels() == ["“Monday 5 May 2023”"]
    assert again.page.locator("[name=source]").input_value() == "Mail"
    again.page.click("text=Clear")
    assert (again.hash(), again.count()) == ("", "6 facts")


@pytest.mark.parametrize(
    ("fragment", "left"),
    [
        ("#verdict=compatible", "1 of 6 facts"),
        ("#verdict=single", "1 of 6 facts"),
        ("#verdict=dismissed", "1 of 6 facts"),
        ("#kind=count", "6 of 6 facts"),
        ("#rule=later", "1 of 6 facts"),
        ("#source=Echo", "3 of 6 facts"),
        ("#text=LATER", "1 of 6 facts"),
        ("#text=no+such+words", "0 of 6 facts"),
    ],
)
def test_each_filter(tab: Any, fragment: str, left: str) -> None:
    opened = tab(fragment)
    assert opened.count() == left
    if left[0] != "0":
        assert opened.page.locator("[data-kind]:not([hidden])").first.is_visible()


def test_rows_of_the_matrix_are_filtered_too(tab: Any) -> None:
    opened = tab("#text=hedged")
    assert opened.page.locator("tbody tr:visible th").all_inner_texts() == ["crates lost"]


def test_keys(tab: Any) -> None:
    opened = tab()
    here = "document.activeElement.id"
    opened.page.keyboard.press("j")
    first = opened.page.evaluate(here)
    assert opened.hash() == f"#{first}"
    opened.page.keyboard.press("j")
    assert opened.page.evaluate(here) != first
    opened.page.keyboard.press("k")
    assert opened.page.evaluate(here) == first
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("pier")
    opened.reach("#text=pier")
    opened.page.keyboard.press("Escape")
    assert (opened.hash(), opened.count()) == ("", "6 facts")
    opened.page.keyboard.press("Escape")
    opened.page.keyboard.press("?")
    opened.page.locator("dialog button").click()
    assert not opened.page.locator("dialog").is_visible()
    opened.page.keyboard.press("?")
    assert opened.page.locator("dialog").is_visible()
    opened.page.keyboard.press("Escape")
    assert not opened.page.locator("dialog").is_visible()


def test_first_key_skips_to_the_findings(tab: Any) -> None:
    opened = tab()
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    assert opened.page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0


def test_a_cell_leads_to_its_passage_though_it_is_folded(tab: Any) -> None:
    opened = tab()
    opened.page.locator(".agreeing td a").first.click()
    assert opened.page.locator(opened.hash()).is_visible()


def test_a_finding_is_found_by_its_id(tab: Any) -> None:
    opened = tab("#0badcafe")
    box = opened.page.locator("[id='0badcafe']").bounding_box()
    assert 0 <= box["y"] < 900


def test_the_command_is_copied(tab: Any) -> None:
    opened = tab("", permissions=["clipboard-read", "clipboard-write"])
    opened.page.locator(".copy").first.click()
    opened.page.wait_for_selector("text=Copied")
    assert re.match("factcheck decide [0-9a-f]{8} dismiss", opened.page.evaluate("navigator.clipboard.readText()"))


def test_it_reads_without_its_script(tab: Any) -> None:
    opened = tab("", java_script_enabled=False)
    assert opened.labels() == ["sailors were hurt", "“Monday 5 May 2023”"]
    assert not opened.page.locator("#filters").is_visible()
    assert not opened.page.locator(".copy").first.is_visible()
    opened.page.locator("summary", has_text="Agreement").click()
    assert opened.page.locator("article.quiet.agreement").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out(tab: Any, scheme: str) -> None:
    opened = tab("", color_scheme=scheme)
    opened.page.evaluate(UNFOLD)
    assert opened.page.evaluate(CONTRAST) == []


@pytest.mark.parametrize("width", [320, 390, 768])
def test_no_page_is_wider_than_its_screen(tab: Any, width: int) -> None:
    opened = tab("", viewport={"width": width, "height": 800})
    opened.page.evaluate(UNFOLD)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_prints(tab: Any) -> None:
    opened = tab()
    opened.page.emulate_media(media="print")
    assert not opened.page.locator("#filters").is_visible()
    assert opened.page.locator(SHOWN).first.is_visible()
    assert opened.page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("text", [" ".join(HARMFUL), INJECTIONS["long-word"]], ids=["harmful", "long-word"])
def test_nothing_of_an_article_runs(tab: Any, tmp_path: Path, text: str) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(render(edition_of(*hostile(text))), "utf-8")
    opened = tab("", path)
    assert opened.page.evaluate("document.querySelectorAll('script, img, iframe').length") == 1
    assert opened.page.evaluate("document.querySelectorAll('[onerror], [onload], [onfocus], [style]').length") == 0
    assert len(opened.asked) == 1
    opened.page.evaluate(UNFOLD)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 1280


# Every text whose contrast with what lies behind it is below 4.5 : 1, or 3 : 1 where it is large.
CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = (c) => {
    const [r, g, b] = [c[0], c[1], c[2]].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (part) => {
    for (let around = part; around; around = around.parentElement) {
      const color = rgba(getComputedStyle(around).backgroundColor);
      if (color[3] > 250) return color;
    }
    return rgba("white");
  };
  const poor = [];
  for (const part of document.querySelectorAll("body *")) {
    const own = [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || part.closest("svg, script, style, dialog, option, .skip, .unseen") || !part.checkVisibility()) continue;
    const style = getComputedStyle(part), size = parseFloat(style.fontSize);
    const [a, b] = [light(rgba(style.color)), light(behind(part))].sort((x, y) => y - x);
    const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    if ((a + 0.05) / (b + 0.05) < least) poor.push(`${part.tagName} ${part.className}: ${part.textContent}`);
  }
  return poor;
}"""
