"""A renderer: a report as one line a document."""

from __future__ import annotations

from mtaudit.api import RenderOptions, Report


def render(report: Report, options: RenderOptions) -> str:
    """How many findings each document has."""
    return "".join(f"{document.path}: {len(document.findings)}\n" for document in report.documents)
