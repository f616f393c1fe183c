"""CSV for programs: one row per finding, in UTF-8 with commas and without a byte order mark.

The mark would spoil the first column's name for most readers; for Excel, which wants it and, in French,
semicolons too, there is ``xlsx``.
"""

from __future__ import annotations

import csv
import io

from mtaudit.model import DocumentReport, Finding, Report, SentenceReport
from mtaudit.reporter.counts import family_of
from mtaudit.reporter.lines import LineIndex
from mtaudit.reporter.options import RenderOptions, Traits
from mtaudit.reporter.visible import visible

TRAITS = Traits(suffix=".csv")

COLUMNS = (
    "path",
    "line",
    "column",
    "sentence",
    "start",
    "end",
    "rule",
    "name",
    "family",
    "severity",
    "mqm",
    "confidence",
    "text",
    "message",
    "suggestions",
    "hint",
    "english",
    "fidelity",
    "verdict",
    "sentence_text",
)
SUGGESTION_SEPARATOR = " | "
#: A cell that begins with one of these is a formula to a spreadsheet (OWASP, "CSV Injection"),
#: the full-width forms included. Tabs and line ends, dangerous as well, are spaces by then.
_FORMULA_STARTS = tuple("=+-@＝＋－＠")


def render(report: Report, options: RenderOptions) -> str:
    """A header row and one row per finding (``options`` change nothing here)."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for document in report.documents:
        index = LineIndex(document.text)
        for entry in document.sentences:
            for finding in entry.findings:
                writer.writerow(_row(document, entry, finding, index))
    return buffer.getvalue()


def safe_cell(text: str) -> str:
    """``text`` on one line, with an apostrophe in front where a spreadsheet would run it."""
    shown = visible(text)
    return f"'{shown}" if is_formula(shown) else shown


def is_formula(shown: str) -> bool:
    """Whether a spreadsheet may take this text for a formula."""
    return shown.lstrip().startswith(_FORMULA_STARTS)


def _row(document: DocumentReport, entry: SentenceReport, finding: Finding, index: LineIndex) -> list[object]:
    place = index.position(finding.start)
    return [
        safe_cell(document.path),
        place.line,
        place.column,
        entry.sentence.index,
        finding.start,
        finding.end,
        safe_cell(finding.rule),
        safe_cell(finding.name),
        safe_cell(family_of(finding.rule)),
        finding.severity,
        safe_cell(finding.mqm),
        f"{finding.confidence:.2f}",
        safe_cell(finding.text),
        safe_cell(finding.message),
        safe_cell(SUGGESTION_SEPARATOR.join(finding.suggestions)),
        safe_cell(finding.hint),
        safe_cell(finding.english or ""),
        f"{entry.fidelity:.1f}",
        entry.verdict,
        safe_cell(entry.sentence.text),
    ]
