"""The HTML report without a browser: structure, names, languages, self-containedness."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from helpers import (
    EXPLANATION,
    Line,
    Spot,
    assert_golden,
    clean_document,
    document_of,
    fixed_explanations,
    harbour_lines,
    harbour_report,
    report_of,
    two_documents_report,
)

from mtaudit.reporter import RenderOptions, get_renderer

VOID = {"meta", "link", "br", "input", "img", "hr"}
render = get_renderer("html")


@pytest.fixture(autouse=True)
def _explanations(monkeypatch):
    fixed_explanations(monkeypatch)


class Tree(HTMLParser):
    """Elements in order, and proof that every one that opens also closes in its place."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.open, self.badly_nested = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.badly_nested.append((tag, self.getpos()))


def tree_of(report, **options):
    return Tree(render(report, RenderOptions(**options)))


REPORTS = {
    "harbour": harbour_report(),
    "two": two_documents_report(),
    "clean": report_of(clean_document()),
    "empty document": report_of(document_of([])),
    "no document": report_of(),
    "equal sentences": report_of(document_of(harbour_lines() * 3)),
}


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS.keys())
@pytest.mark.parametrize("language", ["en", "fr"])
def test_page_is_well_formed(report, language):
    tree = tree_of(report, ui_language=language)
    assert tree.badly_nested == []
    assert tree.open == []
    ids = Counter(attrs["id"] for _, attrs in tree.elements if "id" in attrs)
    assert [name for name, n in ids.items() if n > 1] == []
    targets = {attrs["href"][1:] for tag, attrs in tree.elements if tag == "a"}
    if report.documents and report.documents[0].sentences:
        assert targets <= set(ids)
    labels = [name for _, attrs in tree.elements for name in attrs.get("aria-labelledby", "").split()]
    assert set(labels) <= set(ids)
    assert tree.elements[0] == ("html", {"lang": language})


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS.keys())
def test_headings_skip_no_level(report):
    levels = [int(tag[1]) for tag, _ in tree_of(report).elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_page_loads_nothing():
    page = render(two_documents_report(), RenderOptions())
    tree = Tree(page)
    assert [attrs for _, attrs in tree.elements if "src" in attrs] == []
    assert [attrs["href"] for _, attrs in tree.elements if not attrs.get("href", "#").startswith("#")] == [
        "data:,"
    ]
    assert not re.search(r"@import|url\((?!#)", page)
    policy = next(attrs["content"] for _, attrs in tree.elements if attrs.get("http-equiv"))
    assert policy.startswith(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:;"
    )


def test_every_finding_has_what_later_tools_need():
    report = harbour_report()
    findings = [attrs for _, attrs in tree_of(report).elements if "data-rule" in attrs]
    text = report.documents[0].text
    assert [attrs["data-rule"] for attrs in findings] == [
        "SYN003",
        "LIT014",
        "COL021",
        "FID001",
        "FFR007",
        "TYP002",
    ]
    assert text[int(findings[1]["data-start"]) : int(findings[1]["data-end"])].startswith("Le bal est")
    assert all(re.fullmatch(r"f-[0-9a-f]{12}", attrs["id"]) for attrs in findings)


def test_languages_are_marked():
    elements = tree_of(harbour_report()).elements
    assert {attrs["lang"] for tag, attrs in elements if attrs.get("class") == "french"} == {"fr"}
    assert {attrs["lang"] for tag, attrs in elements if tag == "blockquote"} == {"en"}
    odd = document_of([Line("Oui.")])
    page = render(report_of(type(odd)("a", 'x" onload="y', 1, odd.scores, odd.sentences)), RenderOptions())
    assert 'lang="und"' in page
    assert "onload" not in page


def test_page_says_all_of_it():
    page = render(harbour_report(), RenderOptions())
    for words in (
        "Not ready to publish.",
        "2 of 6 sentences are supported by the English, 1 sentence contradicts it.",
        "Word for word from “the ball is in the management’s court”",
        "La balle est dans le camp de la direction",
        "say who has to act now",
        "references/harbour.en.md",
        "similarity 0.82",
        "digits differ",
        "accuracy/mistranslation/overly-literal",
        "confidence 0.97",
        EXPLANATION,
        "mtaudit:0.1.0|pack:en_fr@3f2a9c10|encoder:use|mode:comparable",
        "No English counterpart found.",
    ):
        assert words in page, words


def test_overlapping_faults_nest_in_lanes():
    page = render(harbour_report(), RenderOptions())
    outer = '<mark><span class="line critical lane0">Le </span></mark>'
    both = '<mark><span class="line critical lane0"><span class="line minor lane1">bal est dans le camp</span></span></mark>'
    assert outer + both in page


def test_snapshot_of_the_main_part():
    page = render(report_of(document_of(harbour_lines()[:2], title="Le port")), RenderOptions())
    assert_golden(
        "reporter/harbour.main.html", page[page.index("<main>") : page.index("</main>")] + "</main>\n"
    )


def test_long_report_stays_quick():
    lines = [Line("Le bal est là.", spots=(Spot("LIT014", "bal"),))] * 3000
    assert render(report_of(document_of(lines)), RenderOptions()).count('class="card"') == 3000
