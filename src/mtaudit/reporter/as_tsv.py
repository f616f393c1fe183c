"""TSV in the layout in which MT researchers exchange MQM annotations.

Columns as in the WMT MQM data (https://github.com/google/wmt-mqm-human-evaluation): system, doc,
doc_id, seg_id, rater, source, target, category, severity; the faulty words stand between ``<v>``
and ``</v>`` in the target, one row for each finding, ``No-error`` for a sentence without.
"""

from __future__ import annotations

from mtaudit.model import Finding, Report, SentenceReport
from mtaudit.reporter.options import RenderOptions
from mtaudit.reporter.visible import one_line, visible

COLUMNS = ("system", "doc", "doc_id", "seg_id", "rater", "source", "target", "category", "severity")
_SEVERITY = {"critical": "critical", "major": "major", "minor": "minor", "neutral": "neutral"}
NO_ERROR = "No-error"


def render(report: Report, options: RenderOptions) -> str:
    """A header row, then the rows in the order of the texts; segments are numbered through."""
    rows = ["\t".join(COLUMNS)]
    segment = 0
    for number, document in enumerate(report.documents, 1):
        for entry in document.sentences:
            segment += 1
            head = ("unknown", document.path, str(number), str(segment), "mtaudit", _source(entry))
            for finding in entry.findings:
                category = finding.mqm
                rows.append(_row(*head, _target(entry, finding), category, _SEVERITY[finding.severity]))
            if not entry.findings:
                rows.append(_row(*head, _field(entry.sentence.text), NO_ERROR, NO_ERROR))
    return "\n".join(rows) + "\n"


def _source(entry: SentenceReport) -> str:
    return next((each.text for each in entry.alignments if each.kind == "source"), "")


def _target(entry: SentenceReport, finding: Finding) -> str:
    text, at = entry.sentence.text, entry.sentence.start
    start, end = finding.start - at, finding.end - at
    # Marks of our own are added after the text's have been made harmless.
    return f"{_field(text[:start])}<v>{_field(text[start:end])}</v>{_field(text[end:])}"


def _row(*fields: str) -> str:
    return "\t".join([*(_bare(field) for field in fields[:6]), fields[6], *fields[7:]])


def _bare(text: str) -> str:
    return one_line(text)


def _field(text: str) -> str:
    return visible(text).replace("<v>", "‹v›").replace("</v>", "‹/v›")
