"""A workbook: a row per article, a row per finding, a row per sentence."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from mtaudit.model import DocumentReport, Finding, Report, SentenceReport
from mtaudit.reporter.as_csv import is_formula
from mtaudit.reporter.cells import cell_width
from mtaudit.reporter.counts import SEVERITIES, VERDICTS, by_severity, family_of, worst
from mtaudit.reporter.facts import SEPARATOR, facts_line
from mtaudit.reporter.headline import headline
from mtaudit.reporter.lines import LineIndex
from mtaudit.reporter.options import RenderOptions, Traits
from mtaudit.reporter.packing import CORE_PROPERTIES, NO_TIME, repacked
from mtaudit.reporter.scores import metric_rows
from mtaudit.reporter.visible import one_line, visible
from mtaudit.reporter.wording import Wording, get_wording

TRAITS = Traits(suffix=".xlsx", binary=True)

#: What one cell can hold (Microsoft, "Excel specifications and limits").
MAX_CELL = 32_767
_LINE_HEIGHT = 15.0
#: Excel allows 409 points; a row that fills the screen cannot be scrolled past.
_MAX_HEIGHT = 195.0
_HEADER_FILL = PatternFill("solid", fgColor="FFEFEBE2")
_SEVERITY_FILL = {
    "critical": PatternFill("solid", fgColor="FFFBE6E6"),
    "major": PatternFill("solid", fgColor="FFFBEAD9"),
    "minor": PatternFill("solid", fgColor="FFF6EFCF"),
    "neutral": PatternFill("solid", fgColor="FFE7ECF0"),
}
_WRAPPED = Alignment(wrap_text=True, vertical="top")

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in characters, how its numbers are shown, whether it has colours."""

    heading: str
    width: float
    number_format: str = "General"
    tinted: bool = False


def render(report: Report, options: RenderOptions) -> bytes:
    """The workbook. No cell is a formula, whatever the texts begin with."""
    wording = get_wording(options.ui_language)
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = wording.text("label.summary")
    _fill(first, _summary_columns(wording), [_summary(each, wording) for each in report.documents])
    _add_signature(first, report, wording)
    findings = book.create_sheet(wording.text("label.findings"))
    _fill(findings, _finding_columns(wording), _findings(report, wording), _tints(wording))
    sentences = book.create_sheet(wording.text("html.sentences"))
    _fill(sentences, _sentence_columns(wording), _sentences(report, wording))
    return _saved(book, report)


def _saved(book: Workbook, report: Report) -> bytes:
    buffer = io.BytesIO()
    properties = book.properties
    properties.creator = "mtaudit"
    properties.description = f"mtaudit {one_line(report.version)}"
    book.save(buffer)
    properties.created = properties.modified = NO_TIME  # saving stamps the time, so only now
    return repacked(buffer.getvalue(), {CORE_PROPERTIES: tostring(properties.to_tree())})


def _fill(
    sheet: Worksheet,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    tints: Mapping[str, PatternFill] | None = None,
) -> None:
    """Write a table with a frozen header and filters; ``tints`` colour the cells that hold just a key."""
    for number, column in enumerate(columns, 1):
        cell = sheet.cell(1, number)
        _set(cell, column.heading)
        cell.font = Font(name="Calibri", size=11, bold=True)
        cell.fill = _HEADER_FILL
        cell.alignment = _WRAPPED
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    for line, row in enumerate(rows, 2):
        for number, value in enumerate(row, 1):
            cell = sheet.cell(line, number)
            _set(cell, value)
            if tints and columns[number - 1].tinted and value in tints:
                cell.fill = tints[str(value)]
            cell.alignment = _WRAPPED
            cell.number_format = columns[number - 1].number_format
        sheet.row_dimensions[line].height = _height(row, columns)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(sheet.max_row, 1)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _height(row: Sequence[Value], columns: Sequence[Column]) -> float:
    """Room for the wrapped texts of a row, in points: not every program works it out by itself."""
    lines = max(
        (
            ceil(cell_width(value) * 1.1 / column.width)
            for value, column in zip(row, columns, strict=True)
            if isinstance(value, str)
        ),
        default=1,
    )
    return min(max(lines, 1) * _LINE_HEIGHT, _MAX_HEIGHT)


def _set(cell: Cell | MergedCell, value: Value) -> None:
    """Put a value into a cell, a text always as text.

    A text that a spreadsheet would take for a formula also gets the mark that Excel itself sets when
    somebody types an apostrophe first: the text stays as it is, and editing the cell does not run it.
    """
    if not value or not isinstance(value, str):
        cell.value = None if value == "" else value
        return
    shown = visible(value)
    if len(shown) > MAX_CELL:
        shown = shown[: MAX_CELL - 1] + "…"
    cell.value = shown
    cell.data_type = "s"
    if is_formula(shown):
        cell.quotePrefix = True


def _tints(wording: Wording) -> dict[str, PatternFill]:
    return {wording.named("severity", code): fill for code, fill in _SEVERITY_FILL.items()}


def _add_signature(sheet: Worksheet, report: Report, wording: Wording) -> None:
    lines = [
        *(row for document in report.documents for row in metric_rows(document)),
        (wording.text("label.signature"), report.signature),
    ]
    lines += [(wording.text("label.reference"), reference) for reference in report.references]
    for number, (head, value) in enumerate(lines, sheet.max_row + 2):
        _set(sheet.cell(number, 1), head)
        _set(sheet.cell(number, 2), value)


def _summary_columns(w: Wording) -> list[Column]:
    return [
        Column(w.text("label.document"), 34),
        Column(w.text("index.article"), 46),
        Column(w.text("column.state"), 26),
        Column(w.text("label.words"), 9, "0"),
        Column(w.text("column.sentences"), 10, "0"),
        Column(w.text("label.findings"), 10, "0"),
        *(Column(w.named("severity", severity).capitalize(), 10, "0") for severity in SEVERITIES),
        Column(w.text("label.fidelity"), 10, "0.0"),
        Column(w.text("column.interval_low"), 12, "0.0"),
        Column(w.text("column.interval_high"), 12, "0.0"),
        Column(w.text("label.mqm_unit"), 14, "0.0"),
        *(Column(w.named("verdict", verdict).capitalize(), 14, "0") for verdict in VERDICTS),
    ]


def _summary(document: DocumentReport, w: Wording) -> list[Value]:
    severities, scores = by_severity(document.findings), document.scores
    return [
        document.path,
        document.title or "",
        headline(document, w),
        document.words,
        len(document.sentences),
        len(document.findings),
        *(severities.get(severity, 0) for severity in SEVERITIES),
        round(scores.fidelity, 1),
        *(
            (None, None)
            if scores.fidelity_interval is None
            else (round(x, 1) for x in scores.fidelity_interval)
        ),
        round(scores.mqm_per_1000_words, 1),
        *(scores.verdicts.get(verdict, 0) for verdict in VERDICTS),
    ]


def _finding_columns(w: Wording) -> list[Column]:
    return [
        Column(w.text("label.document"), 28),
        Column(w.text("column.line"), 7, "0"),
        Column(w.text("column.column"), 9, "0"),
        Column(w.text("column.sentence"), 9, "0"),
        Column(w.text("html.severity"), 11, tinted=True),
        Column(w.text("html.family"), 19),
        Column(w.text("column.rule"), 10),
        Column(w.text("column.text"), 34),
        Column(w.text("label.what"), 44),
        Column(w.text("column.suggestions"), 34),
        Column(w.text("label.hint"), 28),
        Column(w.text("label.behind"), 30),
        Column(w.text("label.why"), 44),
        Column(w.text("column.confidence"), 11, "0.00"),
        Column(w.text("column.mqm"), 34),
        Column(w.text("column.french"), 60),
    ]


def _findings(report: Report, w: Wording) -> Iterator[list[Value]]:
    for document in report.documents:
        index = LineIndex(document.text)
        for number, entry in enumerate(document.sentences, 1):
            for finding in entry.findings:
                yield _finding(document, number, entry, finding, index, w)


def _finding(
    document: DocumentReport,
    number: int,
    entry: SentenceReport,
    finding: Finding,
    index: LineIndex,
    w: Wording,
) -> list[Value]:
    place = index.position(finding.start)
    return [
        document.path,
        place.line,
        place.column,
        number,
        w.named("severity", finding.severity),
        w.named("family", family_of(finding.rule)),
        finding.rule,
        finding.text,
        finding.message,
        SEPARATOR.join(finding.suggestions),
        finding.hint,
        finding.english or "",
        finding.explanation,
        round(finding.confidence, 2),
        finding.mqm,
        entry.sentence.text,
    ]


def _sentence_columns(w: Wording) -> list[Column]:
    return [
        Column(w.text("label.document"), 28),
        Column(w.text("column.line"), 7, "0"),
        Column(w.text("column.sentence"), 9, "0"),
        Column(w.text("column.verdict"), 18),
        Column(w.text("label.fidelity"), 10, "0.0"),
        Column(w.text("label.findings"), 10, "0"),
        Column(w.text("column.worst"), 13),
        Column(w.text("column.french"), 64),
        Column(w.text("label.english"), 64),
        Column(w.text("label.reference"), 28),
        Column(w.text("column.similarity"), 11, "0.00"),
        Column(w.text("label.checks"), 54),
    ]


def _sentences(report: Report, w: Wording) -> Iterator[list[Value]]:
    for document in report.documents:
        index = LineIndex(document.text)
        for number, entry in enumerate(document.sentences, 1):
            nearest = entry.alignments[0] if entry.alignments else None
            severity = worst(entry.findings)
            yield [
                document.path,
                index.position(entry.sentence.start).line,
                number,
                w.named("verdict", entry.verdict),
                round(entry.fidelity, 1),
                len(entry.findings),
                w.named("severity", severity) if severity else "",
                entry.sentence.text,
                nearest.text if nearest else "",
                nearest.reference if nearest else "",
                round(nearest.similarity, 2) if nearest else None,
                facts_line(entry.checks, w),
            ]
