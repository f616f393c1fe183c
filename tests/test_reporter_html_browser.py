"""The HTML report in a real browser: it runs, filters, steps, and can be read."""

from __future__ import annotations

import os
import shutil

import pytest
from helpers import fixed_explanations, harbour_report, two_documents_report, with_text

from mtaudit.reporter import RenderOptions, get_renderer

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed (set CHROMIUM to its path)"),
]
HOSTILE = "</p><script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'> « & » {{ 7 }}"

#: Contrast of every shown text with what lies behind it, by WCAG 2.2's formula (success criterion 1.4.3).
LOW_CONTRAST = """() => {
  const rgb = (css) => css.match(/[\\d.]+/g).map(Number);
  const light = (c) => { c = c / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
  const behind = (node) => {
    for (; node; node = node.parentElement) {
      const colour = rgb(getComputedStyle(node).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || node.closest("script, style, svg, option, [hidden]")) continue;
    const [a, b] = [luminance(rgb(getComputedStyle(node).color)), luminance(behind(node))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) low.push(`${contrast.toFixed(2)} ${node.className} ${node.textContent.trim().slice(0, 30)}`);
  }
  return low;
}"""


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture
def open_page(browser, tmp_path, monkeypatch):
    """Opens a report; at the end there must have been no error and no request beyond the file."""
    fixed_explanations(monkeypatch)
    noise, contexts = [], []

    def opened(report, ui_language="en", **options):
        file = tmp_path / "report.html"
        page_text = get_renderer("html")(report, RenderOptions(ui_language=ui_language))
        file.write_text(page_text, encoding="utf-8")
        context = browser.new_context(
            reduced_motion="reduce", **{"viewport": {"width": 1280, "height": 800}, **options}
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: noise.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: noise.append(f"error: {error}"))
        page.on(
            "request", lambda request: noise.append(request.url) if request.url != file.as_uri() else None
        )
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [entry for entry in noise if not entry.startswith(("file://", "data:"))] == []
    assert [entry for entry in noise if entry.startswith("file://") and "report.html#" not in entry] == []


def shown(page):
    return page.locator(".card:not([hidden])").evaluate_all("cards => cards.map(card => card.id)")


def test_filters_by_severity_family_verdict_and_text(open_page):
    page = open_page(harbour_report())
    everything = [f"s-1-{n}" for n in range(1, 7)]
    assert shown(page) == everything
    page.select_option("[name=severity]", "major")
    assert shown(page) == ["s-1-2", "s-1-3"]
    page.select_option("[name=family]", "FFR")
    assert shown(page) == ["s-1-3"]
    page.select_option("[name=severity]", "critical")
    assert shown(page) == []
    assert page.get_by_text("No sentence fits these filters.").is_visible()
    page.get_by_role("button", name="Show all").click()
    playwright.expect(page.locator(".card:not([hidden])")).to_have_count(6)
    page.select_option("[name=verdict]", "unsupported")
    assert shown(page) == ["s-1-4"]
    page.get_by_role("button", name="Show all").click()
    playwright.expect(page.locator(".card:not([hidden])")).to_have_count(6)
    page.get_by_label("Search").fill("DELIVRE un")
    assert shown(page) == ["s-1-3"]
    assert page.locator("output").inner_text() == "1 of 6 sentences shown"
    page.get_by_label("Search").fill("")
    page.get_by_label("Only with findings").check()
    assert shown(page) == ["s-1-1", "s-1-2", "s-1-3", "s-1-6"]


def test_steps_by_keyboard_go_round_the_findings(open_page):
    page = open_page(harbour_report())

    def rule():
        return page.evaluate("document.activeElement.dataset.rule")

    visited = []
    for _ in range(7):
        page.keyboard.press("j")
        visited.append(rule())
    assert visited == ["SYN003", "LIT014", "COL021", "FID001", "FFR007", "TYP002", "SYN003"]
    page.keyboard.press("k")
    assert rule() == "TYP002"
    for _ in range(3):
        page.keyboard.press("k")
    assert rule() == "COL021"
    bar, card = page.locator(".workbar").bounding_box(), page.locator("#s-1-2").bounding_box()
    assert 0 <= card["y"] - (bar["y"] + bar["height"]) < 40  # right below the bar, not under it
    page.select_option("[name=severity]", "major")
    page.locator("body").press("j")
    assert rule() == "FID001"  # what the filter dims is passed over
    page.get_by_label("Search").focus()
    page.keyboard.press("j")
    assert page.get_by_label("Search").input_value() == "j"


def test_labels_and_chart_lead_to_their_places(open_page):
    page = open_page(harbour_report())
    page.get_by_role("link", name="Finding 3: FID001, major").click()
    target = page.evaluate("document.querySelector(':target').dataset.rule")
    assert target == "FID001"
    page.select_option("[name=severity]", "critical")
    page.get_by_role("link", name="Sentence 3: fidelity 74, supported, 1 finding").click()
    assert "s-1-3" in shown(page)  # the filter gave way
    assert page.evaluate("document.querySelector(':target').id") == "s-1-3"


def test_hostile_text_is_shown_and_does_nothing(open_page):
    page = open_page(with_text(harbour_report(), HOSTILE))
    assert page.evaluate("document.querySelector('.french').textContent") == HOSTILE
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0
    assert HOSTILE in page.locator(".compared blockquote").inner_text()


def test_pointing_at_a_fact_shows_both_sides(open_page):
    page = open_page(harbour_report())
    page.locator(".checks [data-fact='0']").first.hover()
    pointed = page.locator(".pointed")
    assert pointed.first.inner_text() == "4,5 %"
    assert any(each.inner_text() == "5.4 percent" for each in pointed.all())
    page.locator("h1").hover()
    assert pointed.count() == 0


def test_marked_text_is_the_sentence_itself(open_page):
    page = open_page(harbour_report())
    texts = page.locator(".french").evaluate_all("all => all.map(one => one.textContent)")
    assert texts == [entry.sentence.text for entry in harbour_report().documents[0].sentences]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in(open_page, scheme):
    page = open_page(two_documents_report(), color_scheme=scheme)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, paper[4:-1].split(", "))) < 384) == (scheme == "dark")
    assert page.evaluate(LOW_CONTRAST) == []


@pytest.mark.parametrize("width", [320, 375, 768, 1024, 1440])
def test_nothing_sticks_out_at(open_page, width):
    page = open_page(two_documents_report(), viewport={"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_control_has_a_name(open_page):
    page = open_page(harbour_report(), ui_language="fr")
    for role in ("button", "combobox", "checkbox", "searchbox", "link"):
        names = page.get_by_role(role).evaluate_all(
            "all => all.map(one => one.ariaLabel || (one.labels?.[0] || one).textContent.trim())"
        )
        assert names, role
        assert all(names), role


def test_on_paper_there_is_no_toolbar_and_the_ink_is_dark(open_page):
    page = open_page(harbour_report(), color_scheme="dark")
    page.emulate_media(media="print")
    assert not page.locator(".toolbar").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate(LOW_CONTRAST) == []


def test_without_script_everything_is_shown(open_page):
    page = open_page(harbour_report(), java_script_enabled=False)
    assert page.locator(".card").count() == 6
    assert page.locator(".card").last.is_visible()
    assert not page.locator(".toolbar").is_visible()
