"""The index page in a real browser: it sorts, it can be read, it works without script."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import clean_document, fixed_explanations, harbour_report, report_of
from test_report_work_browser import AXE
from test_reporter_html_browser import LOW_CONTRAST

from mtaudit.reporter.outputs import planned_outputs, write_report

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed (set CHROMIUM to its path)"),
]
HOSTILE = "</a><script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'> {{ 7 }}"


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


def three_articles():
    """Worst first: the harbour, the same without its worst sentence and with a long title, a clean one."""
    bad = harbour_report().documents[0]
    kept = tuple(entry for entry in bad.sentences if entry.verdict != "contradicted")
    scores = replace(
        bad.scores, fidelity=81.0, mqm_per_1000_words=90.5, verdicts={"supported": 2, "partial": 1}
    )
    middle = replace(bad, path="b/écluse.txt", title=HOSTILE, sentences=kept, scores=scores, words=1234)
    return report_of(clean_document(), middle, bad)


@pytest.fixture
def open_index(browser, tmp_path, monkeypatch):
    """Opens the index; at the end there must have been no error and no request beyond the folder."""
    fixed_explanations(monkeypatch)
    noise, contexts = [], []

    def opened(report=None, ui_language="en", **options):
        plan = planned_outputs("html", f"{tmp_path}/reports/", [])
        write_report(report or three_articles(), plan, colour=False, ui_language=ui_language)
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: noise.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: noise.append(f"error: {error}"))
        page.on("request", lambda request: noise.append(request.url))
        page.goto((tmp_path / "reports" / "index.html").as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    beyond = (tmp_path.as_uri(), "data:")
    assert [entry for entry in noise if not entry.startswith(beyond)] == []


def order(page):
    return page.locator("tbody a").evaluate_all("links => links.map(link => link.getAttribute('href'))")


PORT, LOCK, CLEAN = "port.fr.html", "%C3%A9cluse.html", "propre.fr.html"


def test_sorts_by_each_column_and_back(open_index):
    page = open_index()
    assert order(page) == [PORT, LOCK, CLEAN]
    fidelity = page.get_by_role("button", name="Fidelity", exact=True)
    fidelity.click()
    assert order(page) == [PORT, LOCK, CLEAN]
    head = page.locator("th[aria-sort]")
    assert head.get_attribute("aria-sort") == "ascending"
    fidelity.press("Enter")
    assert order(page) == [CLEAN, LOCK, PORT]
    assert head.get_attribute("aria-sort") == "descending"
    page.get_by_role("button", name="Words", exact=True).click()
    assert order(page) == [LOCK, PORT, CLEAN]
    assert page.locator("th[aria-sort]").count() == 1
    page.get_by_role("button", name="Article", exact=True).click()
    assert order(page) == [LOCK, PORT, CLEAN]  # "</a>…", "Le port…", "propre…"
    page.get_by_role("button", name="Verdicts").click()
    assert order(page) == [PORT, LOCK, CLEAN]
    page.get_by_role("button", name="Minor").click()
    assert order(page) == [PORT, LOCK, CLEAN]
    page.get_by_role("button", name="Minor").click()
    assert order(page) == [CLEAN, LOCK, PORT]
    page.get_by_role("button", name="Worst first").click()
    assert order(page) == [PORT, LOCK, CLEAN]
    assert page.locator("th[aria-sort]").count() == 0
    assert page.locator("tfoot tr").count() == 1


def test_sorts_on_a_phone_too(open_index):
    page = open_index(viewport={"width": 375, "height": 700})
    page.get_by_role("button", name="Words", exact=True).click()
    assert order(page) == [LOCK, PORT, CLEAN]


def test_links_open_the_reports(open_index):
    page = open_index()
    for name in (PORT, LOCK, CLEAN):
        page.locator(f"tbody a[href='{name}']").click()
        assert page.url.endswith(f"/{name}")
        assert page.locator("h2").first.is_visible()
        page.go_back()


def test_hostile_title_is_shown_and_does_nothing(open_index):
    page = open_index()
    assert page.locator("tbody a").nth(1).inner_text() == HOSTILE
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0


def test_without_script_the_table_stands_worst_first(open_index):
    page = open_index(java_script_enabled=False)
    assert order(page) == [PORT, LOCK, CLEAN]
    assert page.locator("button:visible").count() == 0
    assert page.locator("thead th").first.inner_text() == "Article"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in(open_index, scheme):
    page = open_index(color_scheme=scheme)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, paper[4:-1].split(", "))) < 384) == (scheme == "dark")
    assert page.evaluate(LOW_CONTRAST) == []


@pytest.mark.parametrize("width", [320, 375, 768, 1024, 1440])
def test_nothing_sticks_out_at(open_index, width):
    page = open_index(viewport={"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [375, 1280])
def test_table_is_a_table_to_a_screen_reader(open_index, width):
    page = open_index(viewport={"width": width, "height": 700}, ui_language="fr")
    assert page.get_by_role("table", name="Tableau des articles").count() == 1
    assert page.get_by_role("columnheader").count() == 10
    assert page.get_by_role("rowheader").count() == 4
    assert page.get_by_role("row").count() == 5
    sparks = page.get_by_role("img").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert sparks[0] == "Entre 21 et 96, au plus bas à la phrase 2"


def test_on_paper_the_ink_is_dark(open_index):
    page = open_index(color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate(LOW_CONTRAST) == []


@pytest.mark.skipif(not AXE, reason="axe-core is not installed (npm install axe-core; AXE_CORE=…/axe.min.js)")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
def test_axe_finds_nothing_serious(open_index, scheme, width):
    page = open_index(ui_language="fr", color_scheme=scheme, viewport={"width": width, "height": 800})
    page.get_by_role("button", name="Mots", exact=True).click()
    page.evaluate(Path(AXE).read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(result => result.violations)")
    grave = [
        (each["id"], each["impact"], [node["html"][:160] for node in each["nodes"][:3]])
        for each in found
        if each["impact"] in ("serious", "critical")
    ]
    assert grave == []
