"""A Word document: the scores, then the article with a comment on every span that is at fault.

The article carries no other marks, so what an editor hands on after working through the comments is
clean text.
"""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Cm, Pt

from mtaudit.model import DocumentReport, Report
from mtaudit.reporter.counts import by_severity
from mtaudit.reporter.docx_article import add_article
from mtaudit.reporter.docx_styles import MUTED, NOTE, define_styles, set_language
from mtaudit.reporter.headline import headline, support
from mtaudit.reporter.options import RenderOptions, Traits
from mtaudit.reporter.packing import NO_TIME, repacked
from mtaudit.reporter.scores import metric_rows, score_rows
from mtaudit.reporter.visible import one_line
from mtaudit.reporter.wording import Wording, get_wording

TRAITS = Traits(suffix=".docx", binary=True)

_WIDTHS = (Cm(3.5), Cm(12.5))


def render(report: Report, options: RenderOptions) -> bytes:
    """All articles of the report, each with its scores on a page before it."""
    wording = get_wording(options.ui_language)
    book = docx.Document()
    _prepare(book, report, wording)
    if not report.documents:
        book.add_paragraph(wording.text("nothing"))
    for document in report.documents:
        _add_summary(book, report, document, wording)
        add_article(book, document, wording)
    buffer = io.BytesIO()
    book.save(buffer)
    return repacked(buffer.getvalue())


def _prepare(book: Document, report: Report, wording: Wording) -> None:
    """Page, styles and properties; the template's preview picture goes, it shows another page."""
    core = book.core_properties
    titles = [document.title or document.path for document in report.documents]
    core.title = one_line(titles[0] if len(titles) == 1 else wording.text("html.report"))[:255]
    core.author = core.last_modified_by = "mtaudit"
    core.comments = core.keywords = core.subject = ""
    core.created = core.modified = NO_TIME
    core.revision = 1
    relations = book.part.package.rels
    for key in [key for key, rel in relations.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[key]
    section = book.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)
    define_styles(book)


def _add_summary(book: Document, report: Report, document: DocumentReport, wording: Wording) -> None:
    top = book.add_paragraph(f"mtaudit – {wording.text('html.report')}", style=NOTE)
    top.paragraph_format.page_break_before = document is not report.documents[0]
    book.add_paragraph(one_line(document.title or document.path), style="Title")
    verdict = book.add_paragraph()
    verdict.add_run(f"{headline(document, wording)}.").bold = True
    if line := support(document, wording):
        verdict.add_run(f" {line}.")
    severities = [wording.count(f"count.{each}", n) for each, n in by_severity(document.findings).items()]
    counts = wording.number(len(document.findings))
    if severities:
        counts = wording.text("label.of", head=counts, items=", ".join(severities))
    rows = [
        (wording.text("label.document"), one_line(document.path)),
        (wording.text("label.words"), wording.number(document.words)),
        (wording.text("label.findings"), counts),
        *score_rows(document.scores, wording),
        *metric_rows(document),
        (wording.text("label.reference"), ", ".join(one_line(each) for each in report.references)),
    ]
    _add_table(book, [(name, value) for name, value in rows if value], wording)
    signature = wording.text(
        "label.of", head=wording.text("label.signature"), items=one_line(report.signature)
    )
    note = book.add_paragraph(signature, style=NOTE)
    note.paragraph_format.space_before = Pt(10)
    for paragraph in (top, verdict, note):
        set_language(paragraph, wording.language)


def _add_table(book: Document, rows: list[tuple[str, str]], wording: Wording) -> None:
    table = book.add_table(rows=0, cols=2)
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    for head, value in rows:
        cells = table.add_row().cells
        for cell, text, width in zip(cells, (head, value), _WIDTHS, strict=True):
            cell.width = width
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
            cell.paragraphs[0].add_run(text)
            set_language(cell.paragraphs[0], wording.language)
        cells[0].paragraphs[0].runs[0].font.color.rgb = MUTED
