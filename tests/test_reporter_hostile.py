"""Any Unicode text through all renderers: nothing breaks, nothing leaks, text stays text."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest
from helpers import fixed_explanations, harbour_report, with_text
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from mtaudit.reporter import RenderOptions, get_renderer
from mtaudit.reporter.visible import visible

NASTY = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='x",
    "{{ 7 * 7 }}{% raw %}",
    "</title></style><!-- ]]>",
    "\x1b[31mrouge\x1b[0m\x1b]0;titre\x07",
    "=cmd|' /C calc'!A0",
    "javascript:alert(1)",
    "\u202etxt.exe\u202c",
    "e\u0301\u0302\u0303 海运 👩\u200d💻",
    "\ud800 et \udfff",
    "\x00\x01\x7f\x85\ufffe",
    "| a | b |\n# titre\n- liste",
    "",
    " \u00a0 ",
]
texts = st.text(alphabet=st.characters(), max_size=60) | st.sampled_from(NASTY)
quick = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(autouse=True)
def _explanations(monkeypatch):
    fixed_explanations(monkeypatch)


def rendered(name, text, **options):
    page = get_renderer(name)(with_text(harbour_report(), text), RenderOptions(**options))
    assert page.encode("utf-8").decode("utf-8") == page
    assert page.endswith("\n")
    return page


@pytest.mark.parametrize("language", ["en", "fr"])
@quick
@given(text=texts)
@example(text=NASTY[6])
def test_terminal_gets_no_control_codes(text, language):
    page = rendered("text", text, ui_language=language)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", page)


@quick
@given(text=texts)
def test_json_gives_the_text_back(text):
    assume(
        not re.search("[\ud800-\udbff][\udc00-\udfff]", text)
    )  # a pair of halves reads back as one character
    report = json.loads(rendered("json", text))
    entry = report["documents"][0]["sentences"][0]
    assert entry["text"] == entry["findings"][0]["text"] == entry["alignments"][0]["text"] == text


@quick
@given(text=texts)
@example(text=NASTY[7])
def test_csv_stays_a_table_that_runs_nothing(text):
    rows = list(csv.reader(io.StringIO(rendered("csv", text))))
    assert len(rows) == 3
    assert {len(row) for row in rows} == {20}
    assert not [
        cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))
    ]


@quick
@given(text=texts)
@example(text=NASTY[13])
def test_markdown_has_the_shape_of_harmless_text(text):
    def shape(page):
        """Starts of lines that make structure, and unescaped HTML."""
        lines = [re.match(r"#{1,6} |> |- |  - |\|", line) for line in page.split("\n")]
        return [line.group() for line in lines if line], re.findall(r"(?<!\\)<", page)

    page, harmless = rendered("markdown", text), rendered("markdown", "mot")
    structure, html = shape(page)
    expected, _ = shape(harmless)
    # An empty hint or suggestion may leave lines out; nothing may come in.
    assert html == []
    assert len(structure) <= len(expected)


class Page(HTMLParser):
    """Elements with their attributes, and the text of the first French paragraph."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.elements, self.french, self._inside = [], [], False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        if ("class", "french") in attrs:
            self._inside = True

    def handle_endtag(self, tag):
        if tag == "p":
            self._inside = False

    def handle_data(self, data):
        if self._inside:
            self.french.append(data)


@quick
@given(text=texts)
@example(text=NASTY[0])
@example(text=NASTY[2])
def test_html_shows_text_as_text(text):
    page = Page(rendered("html", text))
    assert "".join(page.french).strip() == visible(text).strip()
    known = {tag for tag, _ in Page(rendered("html", "mot")).elements}
    assert {tag for tag, _ in page.elements} <= known
    # The page's own script, and the data block that no text can break out of.
    assert [tag for tag, _ in page.elements].count("script") == 2
    assert not [name for _, names in page.elements for name in names if name.startswith("on")]
