"""The end of the terminal report: counts, scores, verdicts and the signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtaudit.model import DocumentReport, DocumentScores, Finding, Report
from mtaudit.reporter.ansi import Painter
from mtaudit.reporter.cells import cell_width, pad, truncate, wrap
from mtaudit.reporter.counts import all_findings, by_family, by_severity, total_scores
from mtaudit.reporter.headline import headline, headline_level
from mtaudit.reporter.scores import metric_rows, score_rows
from mtaudit.reporter.visible import one_line
from mtaudit.reporter.wording import Wording

_INDENT = "  "
_GAP = "  "
_HEADLINE_STYLE = {
    "critical": "critical",
    "contradicted": "contradicted",
    "major": "major",
    "minor": "minor",
    "clean": "supported",
}


def summary(report: Report, width: int, wording: Wording, paint: Painter) -> Iterator[str]:
    """Lines of the summary: a table of documents when there are several, then the totals."""
    yield _rule(wording.text("label.summary"), width, paint)
    if len(report.documents) == 1:
        document = report.documents[0]
        yield f"{_INDENT}{_verdict(document, wording, paint)}{_GAP}{paint('quiet', _size(report, wording))}"
    else:
        yield from _table(report, width, wording, paint)
    yield ""
    findings = all_findings(report.documents)
    rows = [
        *score_rows(total_scores(report), wording),
        # Only a single text can have been compared with a human translation.
        *(metric_rows(report.documents[0]) if len(report.documents) == 1 else ()),
        (wording.text("label.signature"), one_line(report.signature)),
    ]
    count_label = wording.text("label.findings")
    label_width = max(cell_width(label) for label in (count_label, *(label for label, _ in rows)))
    yield _row_line(count_label, label_width, _severities(findings, wording, paint), paint)
    for label, value in rows:
        for number, line in enumerate(wrap(value, width - len(_INDENT) - label_width - len(_GAP))):
            yield _row_line(label if number == 0 else "", label_width, line, paint)
    yield ""
    yield from _families(findings, wording, paint)


def _row_line(label: str, label_width: int, value: str, paint: Painter) -> str:
    return f"{_INDENT}{paint('quiet', pad(label, label_width))}{_GAP}{value}"


def _rule(title: str, width: int, paint: Painter) -> str:
    return paint("quiet", f"── {title} " + "─" * max(width - cell_width(title) - 4, 0))


def _verdict(document: DocumentReport, wording: Wording, paint: Painter) -> str:
    return paint(_HEADLINE_STYLE.get(headline_level(document), "strong"), headline(document, wording))


def _size(report: Report, wording: Wording) -> str:
    words = sum(document.words for document in report.documents)
    sentences = sum(len(document.sentences) for document in report.documents)
    return f"{wording.count('count.words', words)}, {wording.count('count.sentences', sentences)}"


def _severities(findings: Sequence[Finding], wording: Wording, paint: Painter) -> str:
    counts = by_severity(findings)
    parts = [paint(severity, wording.count(f"count.{severity}", n)) for severity, n in counts.items()]
    return wording.text("label.of", head=wording.number(len(findings)), items=", ".join(parts))


def _families(findings: Sequence[Finding], wording: Wording, paint: Painter) -> Iterator[str]:
    counts = by_family(findings)
    yield _INDENT + paint("quiet", wording.text("label.families"))
    code_width = max(cell_width(one_line(code)) for code in counts)
    name_width = max(cell_width(wording.named("family", code)) for code in counts)
    number_width = max(len(wording.number(n)) for n in counts.values())
    for code, n in counts.items():
        name = pad(wording.named("family", code), name_width)
        yield f"{_INDENT}{paint('strong', pad(one_line(code), code_width))}{_GAP}{name}{_GAP}{wording.number(n):>{number_width}}"


def _table(report: Report, width: int, wording: Wording, paint: Painter) -> Iterator[str]:
    """One row per document, its path cut on the left edge of what has to fit, then the total."""
    headings = ["label.words", "label.findings", "label.mqm", "label.fidelity"]
    rows = [[wording.text("label.document"), *map(wording.text, headings)]]
    for document in report.documents:
        rows.append(_row(document.path, document.words, len(document.findings), document.scores, wording))
    words = sum(document.words for document in report.documents)
    findings = len(all_findings(report.documents))
    rows.append(_row(wording.text("label.total"), words, findings, total_scores(report), wording))
    widths = [max(cell_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    room = width - len(_INDENT) - sum(widths[1:]) - len(_GAP) * (len(widths) - 1)
    widths[0] = min(widths[0], max(room, 8))
    for number, row in enumerate(rows):
        name = pad(truncate(row[0], widths[0]), widths[0])
        numbers = [
            " " * (widths[column] - cell_width(row[column])) + row[column] for column in range(1, len(row))
        ]
        line = _INDENT + _GAP.join([name, *numbers])
        yield (
            paint("quiet", line)
            if number == 0
            else paint("strong", line)
            if number == len(rows) - 1
            else line
        )


def _row(name: str, words: int, findings: int, scores: DocumentScores, wording: Wording) -> list[str]:
    return [
        one_line(name),
        wording.number(words),
        wording.number(findings),
        wording.number(scores.mqm_per_1000_words, 1),
        wording.number(scores.fidelity, 1),
    ]
