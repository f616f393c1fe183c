"""Markdown for a pull request or a wiki: totals, then every sentence with findings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit.model import DocumentReport, Finding, Report, SentenceReport
from mtaudit.reporter.counts import by_severity
from mtaudit.reporter.headline import headline, support
from mtaudit.reporter.lines import LineIndex
from mtaudit.reporter.options import RenderOptions, Traits
from mtaudit.reporter.scores import metric_rows, score_rows
from mtaudit.reporter.visible import one_line
from mtaudit.reporter.wording import Wording, get_wording

TRAITS = Traits(suffix=".md")

#: Every ASCII sign that can mean something to CommonMark or GitHub's tables anywhere in a line.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
#: What makes a list, a rule or an underlined heading at the start of a line.
_LINE_START = re.compile(r"^(\d*)([-+=.)])")


def render(report: Report, options: RenderOptions) -> str:
    """The report as GitHub-flavoured Markdown."""
    wording = get_wording(options.ui_language)
    lines = [f"# {wording.text('html.report')}", ""]
    if not report.documents:
        lines += [wording.text("nothing"), ""]
    for document in report.documents:
        lines.extend(_document(document, wording))
    lines.append(
        wording.text("label.of", head=wording.text("label.signature"), items=escape(report.signature))
    )
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """``text`` on one line, shown by Markdown as it stands: no markup, no HTML, no links."""
    escaped = _SIGNS.sub(r"\\\1", one_line(text))
    return _LINE_START.sub(r"\1\\\2", escaped)


def _document(document: DocumentReport, wording: Wording) -> Iterator[str]:
    yield f"## {escape(document.title or document.path)}"
    yield ""
    yield f"**{headline(document, wording)}.** {support(document, wording)}".rstrip()
    yield ""
    yield from _totals(document, wording)
    index = LineIndex(document.text)
    for entry in document.sentences:
        if entry.findings:
            yield from _sentence(document, entry, index, wording)


def _totals(document: DocumentReport, wording: Wording) -> Iterator[str]:
    severities = [
        wording.count(f"count.{severity}", n) for severity, n in by_severity(document.findings).items()
    ]
    counts = wording.number(len(document.findings))
    if severities:
        counts = wording.text("label.of", head=counts, items=", ".join(severities))
    yield f"| {wording.text('label.document')} | {escape(document.path)} |"
    yield "|---|---|"
    yield f"| {wording.text('label.words')} | {wording.number(document.words)} |"
    yield f"| {wording.text('label.findings')} | {counts} |"
    for name, value in score_rows(document.scores, wording):
        yield f"| {name} | {value} |"
    for name, value in metric_rows(document):
        yield f"| {name} | {escape(value)} |"
    yield ""


def _sentence(
    document: DocumentReport, entry: SentenceReport, index: LineIndex, wording: Wording
) -> Iterator[str]:
    place = f"{escape(document.path)}:{index.position(entry.sentence.start)}"
    fidelity = wording.text("label.fidelity_of_100", value=wording.number(entry.fidelity))
    verdict = escape(wording.named("verdict", entry.verdict))
    yield f"### {place}, {wording.text('label.fidelity').lower()} {fidelity}, {verdict}"
    yield ""
    yield f"> {escape(entry.sentence.text)}"
    yield ""
    for finding in entry.findings:
        yield from _finding(finding, wording)
    if entry.alignments:
        nearest = entry.alignments[0]
        source = f"{escape(nearest.reference)}, {wording.number(nearest.similarity, 2)}"
        yield ""
        english = f"{escape(nearest.text)} ({source})"
        yield wording.text("label.of", head=wording.text("label.english"), items=english)
    yield ""


def _finding(finding: Finding, wording: Wording) -> Iterator[str]:
    severity = wording.named("severity", finding.severity)
    quoted = f"“{escape(finding.text)}”. {escape(finding.message)}"
    yield "- " + wording.text("label.of", head=f"**{escape(finding.rule)}** {severity}", items=quoted)
    for suggestion in finding.suggestions:
        yield f"  - → {escape(suggestion)}"
    if finding.hint and not finding.suggestions:
        yield "  - " + wording.text("label.of", head=wording.text("label.hint"), items=escape(finding.hint))
