"""CSV with one row per sentence, those without findings too.

Like ``csv`` it is UTF-8 with commas and without a byte order mark: a program reads it as it stands, and
Excel, which would want the mark and, in French, semicolons too, is served by ``xlsx``.
"""

from __future__ import annotations

import csv
import io

from mtaudit.model import DocumentReport, Report, SentenceReport
from mtaudit.reporter.as_csv import safe_cell
from mtaudit.reporter.counts import worst
from mtaudit.reporter.facts import SEPARATOR, facts_line
from mtaudit.reporter.lines import LineIndex
from mtaudit.reporter.options import RenderOptions, Traits
from mtaudit.reporter.wording import get_wording

TRAITS = Traits(suffix=".csv")

COLUMNS = (
    "path",
    "line",
    "column",
    "sentence",
    "start",
    "end",
    "kind",
    "verdict",
    "fidelity",
    "alignment",
    "checks",
    "penalty",
    "findings",
    "worst",
    "rules",
    "text",
    "english",
    "reference",
    "similarity",
    "facts",
)


def render(report: Report, options: RenderOptions) -> str:
    """A header row and one row per sentence; of ``options`` only the language counts, in ``facts``."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for document in report.documents:
        index = LineIndex(document.text)
        for entry in document.sentences:
            writer.writerow(_row(document, entry, index, options.ui_language))
    return buffer.getvalue()


def _row(document: DocumentReport, entry: SentenceReport, index: LineIndex, language: str) -> list[object]:
    sentence, parts = entry.sentence, entry.parts
    place = index.position(sentence.start)
    nearest = entry.alignments[0] if entry.alignments else None
    return [
        safe_cell(document.path),
        place.line,
        place.column,
        sentence.index,
        sentence.start,
        sentence.end,
        sentence.kind,
        entry.verdict,
        f"{entry.fidelity:.1f}",
        _share(parts.alignment),
        _share(parts.checks),
        _share(parts.penalty),
        len(entry.findings),
        worst(entry.findings) or "",
        safe_cell(SEPARATOR.join(finding.rule for finding in entry.findings)),
        safe_cell(sentence.text),
        safe_cell(nearest.text) if nearest else "",
        safe_cell(nearest.reference) if nearest else "",
        f"{nearest.similarity:.2f}" if nearest else "",
        safe_cell(facts_line(entry.checks, get_wording(language))),
    ]


def _share(part: float | None) -> str:
    """A part of the score, 0 to 1; empty where it was not checked."""
    return "" if part is None else f"{part:.2f}"
