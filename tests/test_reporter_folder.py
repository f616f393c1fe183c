"""A folder of reports: file names, the index page, and what may go where."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from helpers import clean_document, fixed_explanations, harbour_report, report_of, two_documents_report
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mtaudit.errors import OutputError, UsageError
from mtaudit.reporter import RenderOptions, registry
from mtaudit.reporter.folder import file_stems
from mtaudit.reporter.index_page import render_index, rows_of
from mtaudit.reporter.outputs import planned_outputs, write_report
from mtaudit.reporter.sparkline import MAX_BARS, sparkline_of
from mtaudit.reporter.visible import visible
from mtaudit.reporter.wording import get_wording


@pytest.fixture(autouse=True)
def _explanations(monkeypatch):
    fixed_explanations(monkeypatch)


def written(tmp_path, report, format, *, ui_language="en"):
    plan = planned_outputs(format, f"{tmp_path}/out/", [])
    assert write_report(report, plan, colour=False, ui_language=ui_language) == ""
    return {path.name: path for path in sorted((tmp_path / "out").iterdir())}


class Page(HTMLParser):
    """Links, elements and attribute names of a page, and its text."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.links, self.elements, self.texts, self.titles = [], [], [], []
        self._in_link = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self._in_link = tag == "a"
        if tag == "a":
            self.links.append(dict(attrs)["href"])
            self.titles.append("")

    def handle_endtag(self, tag):
        if tag == "a":
            self._in_link = False

    def handle_data(self, data):
        self.texts.append(data)
        if self._in_link:
            self.titles[-1] += data


@pytest.mark.parametrize(
    ("format", "names"),
    [
        ("html", ["index.html", "port.fr.html", "propre.fr.html"]),
        ("json", ["port.fr.json", "propre.fr.json"]),
        ("markdown", ["port.fr.md", "propre.fr.md"]),
        ("csv", ["port.fr.csv", "propre.fr.csv"]),
        ("csv-sentences", ["port.fr.csv", "propre.fr.csv"]),
    ],
)
def test_one_file_per_article(tmp_path, format, names):
    assert list(written(tmp_path, two_documents_report(), format)) == names


@pytest.mark.parametrize(("format", "package"), [("docx", "docx"), ("xlsx", "openpyxl")])
def test_office_files_too(tmp_path, format, package):
    pytest.importorskip(package)
    files = written(tmp_path, two_documents_report(), format)
    assert list(files) == [f"port.fr.{format}", f"propre.fr.{format}"]
    assert all(path.read_bytes().startswith(b"PK") for path in files.values())


def test_each_file_is_the_report_of_its_article_alone(tmp_path):
    files = written(tmp_path, two_documents_report(), "json")
    paths = [json.loads(path.read_text(encoding="utf-8"))["documents"][0]["path"] for path in files.values()]
    assert paths == ["articles/port.fr.md", "articles/propre.fr.txt"]


def test_folder_that_is_there_needs_no_slash(tmp_path):
    plan = planned_outputs("html", str(tmp_path), [f"json={tmp_path}/all.json"])
    assert plan.folders == (("html", tmp_path),)
    assert plan.files == (("json", tmp_path / "all.json"),)
    assert plan.stdout is None


def test_several_formats_share_a_folder(tmp_path):
    plan = planned_outputs("text", None, [f"html={tmp_path}/r/", f"markdown={tmp_path}/r/"])
    write_report(two_documents_report(), plan, colour=False, ui_language="en")
    names = {path.name for path in (tmp_path / "r").iterdir()}
    assert names == {"index.html", "port.fr.html", "port.fr.md", "propre.fr.html", "propre.fr.md"}


def test_two_formats_with_one_suffix_cannot_share_a_folder(tmp_path):
    plan = planned_outputs("text", None, [f"csv={tmp_path}/r/", f"csv-sentences={tmp_path}/r/"])
    with pytest.raises(OutputError, match="same file"):
        write_report(two_documents_report(), plan, colour=False, ui_language="en")
    assert not (tmp_path / "r").exists()


@pytest.mark.parametrize("format", ["text", "sarif", "junit", "github"])
def test_report_of_a_whole_run_is_no_folder(tmp_path, format):
    with pytest.raises(UsageError, match=f"cannot write a {format} report to the folder .*file name.*html"):
        planned_outputs(format, str(tmp_path), [])


def test_nothing_is_written_where_one_file_cannot_be(tmp_path):
    (tmp_path / "out" / "propre.fr.html").mkdir(parents=True)
    plan = planned_outputs("html", f"{tmp_path}/out/", [])
    with pytest.raises(OutputError, match=r"propre\.fr\.html: it is a folder"):
        write_report(two_documents_report(), plan, colour=False, ui_language="en")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["propre.fr.html"]


def test_bytes_are_not_for_a_terminal():
    pytest.importorskip("docx")
    with pytest.raises(UsageError, match=r"docx report is not for a terminal .*--output report\.docx"):
        planned_outputs("docx", None, [], terminal=True)
    assert planned_outputs("docx", None, [], terminal=False).stdout == "docx"
    assert planned_outputs("docx", "a.docx", [], terminal=True).stdout is None
    assert planned_outputs("html", None, [], terminal=True).stdout == "html"


def test_missing_extra_is_one_clear_line(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError("No module named 'docx'", name="docx")

    monkeypatch.setattr(registry, "import_module", missing)
    with pytest.raises(UsageError, match=r"'docx' needs the package docx.*pip install 'mtaudit\[office\]'"):
        planned_outputs("docx", "a.docx", [])


def test_names_are_those_of_the_files():
    assert file_stems(["a/port.fr.md", "b/L’été à Paris.txt", "c/.caché", "d/...", "e\\f\\g.txt"]) == [
        "port.fr",
        "L-été-à-Paris",
        "caché",
        "article",
        "g",
    ]


def test_namesakes_are_told_apart_whatever_their_order():
    paths = ["2024/a.txt", "2025/A.md", "b.txt", "index.txt", "con.fr.txt"]
    stems = file_stems(paths)
    assert [re.sub("[0-9a-f]{8}$", "#", stem) for stem in stems] == ["a-#", "A-#", "b", "index-#", "con.fr-#"]
    again = dict(zip(reversed(paths), file_stems(list(reversed(paths))), strict=True))
    assert [again[path] for path in paths] == stems


@settings(max_examples=200, deadline=None)
@given(paths=st.lists(st.text(alphabet=st.characters(), max_size=80), unique=True, max_size=8))
@example(paths=["a", "A", "a/", "ａ", "a.txt", "\ud800", "\x00", "../../etc/passwd", "é" * 300])
def test_names_are_unique_and_safe_whatever_the_paths(paths):
    stems = file_stems(paths)
    assert len({stem.casefold() for stem in stems}) == len(paths)
    for stem in stems:
        assert re.fullmatch(r"[\w.-]+", stem)
        assert not stem.startswith(".")
        assert len(stem.encode()) < 140
        assert Path(stem).name == stem


def test_worst_article_comes_first():
    good, bad = clean_document(), harbour_report().documents[0]
    middle = replace(bad, path="m.txt", scores=replace(bad.scores, mqm_per_1000_words=1.0))
    rows = rows_of([good, middle, bad], ["g.html", "m.html", "b.html"], get_wording("en"))
    assert [row.href for row in rows] == ["b.html", "m.html", "g.html"]
    assert [row.rank for row in rows] == [1, 2, 3]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_index_leads_to_every_report(tmp_path, language):
    files = written(tmp_path, two_documents_report(), "html", ui_language=language)
    page = Page(files["index.html"].read_text(encoding="utf-8"))
    links = [link for link in page.links if not link.startswith("#")]
    assert links == ["port.fr.html", "propre.fr.html"]
    assert set(links) <= set(files)
    assert get_wording(language).text("index.title") in page.texts
    assert get_wording(language).text("headline.critical") in page.texts


def test_index_loads_nothing():
    page = render_index(two_documents_report(), ["a.html", "b.html"], RenderOptions())
    assert "default-src 'none'" in unescape(page)
    assert not re.search(r"""(?:src|url\()\s*=?\s*["']?(?:https?:)?//""", page)
    tags = [tag for tag, _ in Page(page).elements]
    assert tags.count("script") == 1
    assert not {"img", "iframe", "object", "form"} & set(tags)


def test_index_is_the_same_every_time():
    pages = {render_index(two_documents_report(), ["a.html", "b.html"], RenderOptions()) for _ in range(2)}
    assert len(pages) == 1


@settings(max_examples=40, deadline=None)
@given(text=st.text(alphabet=st.characters(), max_size=60))
@example(text="</script><script>alert(1)</script>")
@example(text='" onmouseover="alert(1)')
@example(text="\x00\ud800\u202e")
def test_index_shows_any_title_as_text(text):
    report = two_documents_report()
    hostile = replace(report.documents[0], title=text, path=text, language=text)
    changed = report_of(hostile, report.documents[1])
    page = Page(render_index(changed, ["a b.html", "b.html"], RenderOptions()))
    harmless = Page(render_index(report, ["a b.html", "b.html"], RenderOptions()))
    assert page.elements == harmless.elements
    assert "a%20b.html" in page.links
    if text:
        assert visible(text) in page.titles


def test_sparkline_shows_every_sentence_of_a_short_article():
    entries = harbour_report().documents[0].sentences
    line = sparkline_of(entries)
    assert [bar.verdict for bar in line.bars] == [entry.verdict for entry in entries]
    assert (line.low, line.high, line.lowest) == (21.0, 96.0, 2)
    assert max(bar.height for bar in line.bars) == line.bars[4].height


def test_sparkline_of_a_long_article_keeps_its_worst_sentence():
    good = harbour_report().documents[0].sentences[4]
    bad = replace(good, fidelity=1.0, verdict="contradicted")
    line = sparkline_of([good] * 333 + [bad] + [good] * 200)
    assert len(line.bars) == MAX_BARS
    assert [bar.verdict for bar in line.bars].count("contradicted") == 1
    assert line.lowest == 334


def test_sparkline_of_nothing():
    assert sparkline_of([]) is None
