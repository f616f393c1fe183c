"""JUnit XML: a suite for each text, a case for each sentence; a sentence with findings fails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from mtaudit.model import DocumentReport, Report, SentenceReport
from mtaudit.reporter.lines import LineIndex
from mtaudit.reporter.options import RenderOptions
from mtaudit.reporter.visible import one_line

#: What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets); ``visible`` leaves none of the controls.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME_LENGTH = 80


def render(report: Report, options: RenderOptions) -> str:
    """The suites; neutral findings fail nothing and stand in the case's output."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    suites = [_suite(document) for document in report.documents]
    tests = sum(len(document.sentences) for document in report.documents)
    failures = sum(_fails(entry) for document in report.documents for entry in document.sentences)
    lines.append(f'<testsuites name="mtaudit" tests="{tests}" failures="{failures}" errors="0">')
    for suite in suites:
        lines += suite
    lines.append("</testsuites>")
    return "\n".join(lines) + "\n"


def _suite(document: DocumentReport) -> Iterator[str]:
    index = LineIndex(document.text)
    failures = sum(map(_fails, document.sentences))
    name = quoteattr(_clean(document.path))
    yield f'  <testsuite name={name} tests="{len(document.sentences)}" failures="{failures}" errors="0">'
    for entry in document.sentences:
        place = index.position(entry.sentence.start)
        text = one_line(entry.sentence.text)
        shown = text if len(text) <= _NAME_LENGTH else text[: _NAME_LENGTH - 1] + "…"
        title = quoteattr(_clean(f"{entry.sentence.index + 1}: {shown}"))
        yield f'    <testcase classname={name} name={title} file={name} line="{place.line}">'
        if _fails(entry):
            counts = [finding for finding in entry.findings if finding.severity != "neutral"]
            message = quoteattr(_clean("; ".join(f"{f.rule} {one_line(f.text)}" for f in counts)))
            body = "\n".join(_line(entry, number) for number in range(len(entry.findings)))
            yield f'      <failure type="finding" message={message}>{escape(_clean(body))}</failure>'
        yield f"      <system-out>fidelity {entry.fidelity:.1f}, {entry.verdict}</system-out>"
        yield "    </testcase>"
    yield "  </testsuite>"


def _fails(entry: SentenceReport) -> bool:
    return any(finding.severity != "neutral" for finding in entry.findings)


def _line(entry: SentenceReport, number: int) -> str:
    finding = entry.findings[number]
    advice = (
        f" → {finding.suggestions[0]}"
        if finding.suggestions
        else (f" ({finding.hint})" if finding.hint else "")
    )
    return one_line(f"{finding.severity} {finding.rule}: « {finding.text} »: {finding.message}{advice}")


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
