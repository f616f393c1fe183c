"""Annotations for GitHub Actions: one workflow command for each finding.

GitHub shows ten annotations of each level in a step and cuts a message at 4,096 bytes, so the
gravest come first and long ones are cut here
(https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
"""

from __future__ import annotations

from mtaudit.model import SEVERITY_WEIGHT, DocumentReport, Finding, Report
from mtaudit.reporter.lines import LineIndex
from mtaudit.reporter.options import RenderOptions
from mtaudit.reporter.visible import one_line

_COMMAND = {"critical": "error", "major": "error", "minor": "warning", "neutral": "notice"}
_LONGEST = 1000


def render(report: Report, options: RenderOptions) -> str:
    """The commands, gravest first, then in the order of the texts."""
    found = [
        (document, finding, LineIndex(document.text))
        for document in report.documents
        for finding in document.findings
    ]
    found.sort(key=lambda each: -SEVERITY_WEIGHT[each[1].severity])
    return "".join(_command(*each) for each in found)


def _command(document: DocumentReport, finding: Finding, index: LineIndex) -> str:
    start, end = index.position(finding.start), index.position(finding.end)
    properties = {
        "file": document.path,
        "line": str(start.line),
        "endLine": str(end.line),
        "title": f"{finding.rule} {finding.name}",
    }
    if start.line == end.line:
        # GitHub takes columns only within one line.
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    advice = f" → {finding.suggestions[0]}" if finding.suggestions else ""
    message = one_line(f"« {finding.text} »: {finding.message}{advice}")
    if len(message) > _LONGEST:
        message = message[: _LONGEST - 1] + "…"
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMAND[finding.severity]} {shown}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
