"""Every report that people read shows how sure the mean is, and the scores against a human translation."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from helpers import harbour_report

from mtaudit.model import Report
from mtaudit.reporter import RenderOptions, get_renderer

SIGNATURE = "nrefs:1|case:mixed|tok:13a"


def report() -> Report:
    given = harbour_report()
    document = given.documents[0]
    return replace(
        given,
        documents=(
            replace(
                document,
                scores=replace(document.scores, fidelity_interval=(41.25, 77.5)),
                reference_metrics={"BLEU": {"score": 31.416, "signature": SIGNATURE}},
            ),
        ),
    )


def text_of(format: str) -> str:
    rendered = get_renderer(format)(report(), RenderOptions())
    if isinstance(rendered, str):
        return rendered
    if format == "docx":
        docx = pytest.importorskip("docx", reason="python-docx is not installed (extra: office)")
        book = docx.Document(io.BytesIO(rendered))
        return "\n".join(cell.text for table in book.tables for row in table.rows for cell in row.cells)
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed (extra: office)")
    sheet = openpyxl.load_workbook(io.BytesIO(rendered))["Summary"]
    return "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)


@pytest.mark.parametrize("format", ["text", "markdown", "html", "docx", "xlsx"])
def test_interval_and_metrics_are_shown(format: str) -> None:
    text = text_of(format).replace("\\", "")
    assert "41.2" in text
    assert "77.5" in text
    assert "BLEU" in text
    assert "31.4" in text
    assert SIGNATURE in text
