"""The Word document: comments on the right words, the article intact, the same bytes every time."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from helpers import (
    Line,
    Spot,
    clean_document,
    document_of,
    harbour_report,
    report_of,
    two_documents_report,
    with_text,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st

docx = pytest.importorskip("docx", reason="python-docx is not installed (extra: office)")

from mtaudit.reporter import RenderOptions, get_renderer  # noqa: E402
from mtaudit.reporter.xml_text import xml_text  # noqa: E402
from mtaudit.text.readers import document_from_text  # noqa: E402
from mtaudit.text.readers.lines import LINE_BREAK  # noqa: E402

SOFFICE = shutil.which("soffice")
LEFT_OVER = "Findings without a place in the text"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def rendered(report, **options):
    return get_renderer("docx")(report, RenderOptions(**options))


def opened(report, **options):
    return docx.Document(io.BytesIO(rendered(report, **options)))


def anchored(book):
    """The words under each comment, by its id, read from the markers in the body."""
    inside, words = [], {}
    for node in book.element.body.iter():
        if node.tag == f"{W}commentRangeStart":
            inside.append(node.get(f"{W}id"))
            words[inside[-1]] = ""
        elif node.tag == f"{W}commentRangeEnd":
            inside.remove(node.get(f"{W}id"))
        elif node.tag in (f"{W}t", f"{W}tab"):
            for each in inside:
                words[each] += "\t" if node.tag == f"{W}tab" else node.text or ""
    assert inside == []
    return words


def comments(book):
    """(words under it, text of the comment) for every comment."""
    words = anchored(book)
    return [
        (words[str(each.comment_id)], "\n".join(p.text for p in each.paragraphs)) for each in book.comments
    ]


def article(book):
    """The paragraphs from the first that begins a page to the next one that does, or the closing list."""
    found = []
    for paragraph in book.paragraphs:
        begins_page = bool(paragraph.paragraph_format.page_break_before)
        if found and (begins_page or paragraph.text == LEFT_OVER):
            break
        if found or begins_page:
            found.append(paragraph)
    return found


def test_every_finding_is_a_comment_on_its_words():
    report = harbour_report()
    found = comments(opened(report))
    assert [words for words, _ in found] == [finding.text for finding in report.documents[0].findings]
    text = found[1][1]
    assert text.startswith("Literal phrase, critical (LIT014)\nWord for word from “the ball is in")
    assert "→ La balle est dans le camp de la direction" in text
    assert "The English behind it: the ball is in the management’s court" in text
    assert "Hint: say who has to act now" in found[2][1]


def test_comments_are_signed_and_have_no_date():
    book = opened(harbour_report())
    assert {(each.author, each.initials, each.timestamp) for each in book.comments} == {
        ("mtaudit", "mt", None)
    }


def test_crossing_and_nested_spans_each_cover_their_own_words():
    words = ["un deux trois", "deux trois quatre", "trois", "un deux trois quatre cinq", "cinq"]
    spots = tuple(Spot(f"LIT{n:03}", each) for n, each in enumerate(words))
    book = opened(report_of(document_of([Line("Voici un deux trois quatre cinq.", spots=spots)])))
    assert sorted(each for each, _ in comments(book)) == sorted(words)
    assert article(book)[0].text == "Voici un deux trois quatre cinq."


def document_with_text(text, path):
    """The report of a text whose every block is one sentence, with a finding on its last word."""
    read = document_from_text(text, path=path, format=Path(path).suffix[1:])
    lines = []
    for block in read.blocks:
        content = text[block.start : block.end]
        lines.append(Line(content, spots=(Spot("LIT001", content.split()[-1]),)))
    made = document_of(lines, path)
    entries = []
    for block, entry in zip(read.blocks, made.sentences, strict=True):
        shift = block.start - entry.sentence.start
        findings = tuple(replace(f, start=f.start + shift, end=f.end + shift) for f in entry.findings)
        sentence = replace(entry.sentence, start=block.start, end=block.end, kind=block.kind)
        entries.append(replace(entry, sentence=sentence, findings=findings))
    return replace(made, text=text, sentences=tuple(entries))


def test_headings_paragraphs_items_and_wrapped_lines_of_markdown():
    text = (
        "# La grève\n\nLe port est fermé\ndepuis mardi.\n\n## La suite\n\n- un point\n- un autre\n\n"
        "> Une parole\n> citée\n\n1. premier\n"
    )
    found = article(opened(report_of(document_with_text(text, "a.md"))))
    assert [(p.style.name, p.text) for p in found] == [
        ("Heading 1", "La grève"),
        ("Normal", "Le port est fermé depuis mardi."),
        ("Heading 2", "La suite"),
        ("List Paragraph", "- un point"),
        ("List Paragraph", "- un autre"),
        ("Quote", "Une parole citée"),
        ("List Paragraph", "1. premier"),
    ]


def test_lines_of_a_plain_text_stay_paragraphs():
    text = "La grève continue\nLe port est fermé. Personne ne sait pourquoi.\n\nLe maire se tait.\n"
    found = article(opened(report_of(document_with_text(text, "a.txt"))))
    assert [p.text for p in found] == [line for line in text.split("\n") if line]
    assert found[0].style.name == "Heading 1"


def test_what_has_no_place_is_listed_at_the_end():
    report = harbour_report()
    document = report.documents[0]
    entry = document.sentences[1]
    moved = tuple(replace(f, start=f.start + 1, end=f.end + 1) for f in entry.findings[:1])
    empty = replace(entry.findings[1], end=entry.findings[1].start, text="")
    beyond = replace(entry.findings[2], start=90_000, end=90_005)
    changed = replace(entry, findings=(*moved, empty, beyond))
    sentences = (*document.sentences[:1], changed, *document.sentences[2:])
    book = opened(report_of(replace(document, sentences=sentences)))
    assert [words for words, _ in comments(book)] == [
        "pour un quatrième jour",
        "délivré un discours",
        "“ sine die ”",
    ]
    heading = next(
        n for n, p in enumerate(book.paragraphs) if p.text == "Findings without a place in the text"
    )
    listed = [p.text for p in book.paragraphs[heading + 2 :]]
    assert [re.search(r"\((\w+)\)", text).group(1) for text in listed] == ["LIT014", "COL021", "FID001"]
    assert "→ La balle est dans le camp de la direction" in listed[0]


def test_nothing_is_listed_where_all_have_their_place():
    assert LEFT_OVER not in [p.text for p in opened(harbour_report()).paragraphs]


def test_a_report_without_its_text_is_laid_out_by_sentences():
    report = harbour_report()
    bare = replace(report, documents=(replace(report.documents[0], text=""),))
    book = opened(bare)
    assert [p.text for p in article(book)] == [e.sentence.text for e in report.documents[0].sentences]
    assert len(comments(book)) == len(report.documents[0].findings)


def test_summary_stands_before_the_article():
    book = opened(harbour_report(), ui_language="fr")
    texts = [p.text for p in book.paragraphs[:3]]
    assert texts[0] == "mtaudit – Rapport de fidélité"
    assert texts[1] == harbour_report().documents[0].title
    assert texts[2].startswith("Pas publiable en l’état. ")
    table = {row.cells[0].text: row.cells[1].text for row in book.tables[0].rows}
    assert table["Fidélité"] == "71,1 sur 100"
    assert table["Fautes"] == "6\u00a0: 1 critique, 2 majeures, 2 mineures, 1 neutre"


def test_several_articles_each_begin_with_their_scores():
    book = opened(two_documents_report())
    assert len(book.tables) == 2
    assert [p.text for p in book.paragraphs if p.style.name == "Title"][1] == clean_document().path


def test_the_same_report_gives_the_same_bytes_without_a_time():
    first, second = rendered(two_documents_report()), rendered(two_documents_report())
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "docProps/thumbnail.jpeg" not in package.namelist()
        core = package.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z?", core)) == {"1980-01-01T00:00:00Z"}


def test_no_document_at_all_is_said():
    assert [p.text for p in opened(report_of()).paragraphs] == ["No document was audited."]


@settings(max_examples=25, deadline=None)
@given(text=st.text(alphabet=st.characters(), min_size=1, max_size=60))
@example(text="</w:t></w:r><w:r><w:t>& <b>gras</b> ]]>")
@example(text="\x00\x01\x0b\x1b[31m\x7f\x85\ufffe\ud800")
@example(text="a\u202eb\u200fc\u200bd e\u0301 👩\u200d💻 \ufeff")
@example(text="  \u00a0mot\tmot \u00a0")
def test_any_text_comes_back_from_the_article(text):
    report = with_text(harbour_report(), text)
    report = replace(report, documents=(replace(report.documents[0], path="a.txt"),))
    lines = [line.strip() for line in LINE_BREAK.split(text)]
    # A line may be joined to the one before it, with a space; each comes back as it is.
    shown = " ".join(p.text for p in article(opened(report)))
    assert shown == " ".join(xml_text(line) for line in lines if line)


def test_long_sentence_is_whole():
    text = "Très " * 2000 + "long."
    assert article(opened(with_text(harbour_report(), text)))[0].text == text


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed (soffice is not on the path)")
def test_libreoffice_opens_it_with_all_comments_at_their_words(tmp_path):
    source = tmp_path / "report.docx"
    source.write_bytes(rendered(harbour_report()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind in ("fodt", "pdf"):
        subprocess.run(
            [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path), str(source)],
            check=True,
            capture_output=True,
            timeout=180,
        )
    flat = (tmp_path / "report.fodt").read_text(encoding="utf-8")
    ranges = re.findall(
        r'<office:annotation [^>]*office:name="([^"]+)"[^>]*>(.*?)</office:annotation>', flat, re.S
    )
    expected = {finding.rule: finding.text for finding in harbour_report().documents[0].findings}
    under = {}
    for name, comment in ranges:
        start, end = (
            flat.index(comment) + len(comment),
            flat.index(f'<office:annotation-end office:name="{name}"'),
        )
        body = re.sub(r"<office:annotation .*?</office:annotation>", "", flat[start:end], flags=re.S)
        rule = re.search(r"\((\w{3}\d{3})\)", comment).group(1)
        under[rule] = unescape(re.sub(r"<[^>]+>", "", body))
    assert under == expected
    names = [name for name, _ in ranges]
    assert flat.count("<dc:creator>mtaudit</dc:creator>") >= len(names)
    assert "La balle est dans le camp de la direction" in flat
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
