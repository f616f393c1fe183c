"""The workbook and the CSV by sentence: every row there, nothing runs, the same bytes every time."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace

import pytest
from helpers import clean_document, harbour_report, report_of, two_documents_report, with_text
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mtaudit.reporter import RenderOptions, get_renderer
from mtaudit.reporter.as_csv_sentences import COLUMNS
from mtaudit.reporter.visible import visible

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed (extra: office)")

DANGEROUS = ["=1+1", "+33 6", "-2", "@SUM(A1)", "  =1", "\u00a0=1", "＝1", "=cmd|' /C calc'!A0"]


def rendered(report, **options):
    return get_renderer("xlsx")(report, RenderOptions(**options))


def opened(report, **options):
    return openpyxl.load_workbook(io.BytesIO(rendered(report, **options)))


def table(sheet):
    """The rows of a sheet as dictionaries, up to the first empty row."""
    head, *rows = sheet.iter_rows(values_only=True)
    full = rows[: next((n for n, row in enumerate(rows) if not any(row)), len(rows))]
    return [dict(zip(head, row, strict=True)) for row in full]


def sentence_rows(report):
    return list(csv.DictReader(io.StringIO(get_renderer("csv-sentences")(report, RenderOptions()))))


def test_one_sheet_per_question():
    book = opened(two_documents_report())
    assert book.sheetnames == ["Summary", "Findings", "Sentences"]
    assert [row["Article"] for row in table(book["Summary"])] == [harbour_report().documents[0].title, None]
    findings = table(book["Findings"])
    assert [row["Rule"] for row in findings] == ["SYN003", "LIT014", "COL021", "FID001", "FFR007", "TYP002"]
    assert findings[1]["Write instead"] == "La balle est dans le camp de la direction"
    assert (findings[1]["Line"], findings[1]["Column"], findings[1]["Sentence"]) == (3, 3, 2)
    sentences = table(book["Sentences"])
    assert len(sentences) == 8
    assert sentences[1]["Verdict"] == "contradicted"
    assert sentences[1]["Fidelity"] == 21.0
    assert "number differs: 4,5 % ↔ 5.4 percent" in sentences[1]["Facts compared"]


def test_numbers_are_numbers():
    row = table(opened(harbour_report())["Summary"])[0]
    document = harbour_report().documents[0]
    assert row["Words"] == document.words
    assert row["Fidelity"] == round(document.scores.fidelity, 1)
    assert (row["Critical"], row["Major"], row["Minor"], row["Neutral"]) == (1, 2, 2, 1)


def test_sheets_can_be_worked_with():
    for sheet in opened(harbour_report()):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(cell.font.bold for cell in sheet[1])
        assert all(cell.alignment.wrap_text for cell in sheet[2])
        assert all(dimension.width > 5 for dimension in sheet.column_dimensions.values())


def test_in_french():
    book = opened(harbour_report(), ui_language="fr")
    assert book.sheetnames == ["Bilan", "Fautes", "Phrases"]
    assert table(book["Fautes"])[1]["Gravité"] == "critique"


def test_signature_stands_below_the_summary():
    texts = [row[1] for row in opened(harbour_report())["Summary"].iter_rows(values_only=True)]
    assert harbour_report().signature in texts


def test_a_report_without_documents_is_its_headings():
    assert [sheet.max_row for sheet in opened(report_of())][1:] == [1, 1]
    assert get_renderer("csv-sentences")(report_of(), RenderOptions()) == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_runs_and_none_would_after_editing(text):
    book = opened(with_text(harbour_report(), text))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    same = [cell for cell in cells if cell.value == visible(text)]
    assert len(same) > 10
    assert all(cell.quotePrefix for cell in same)
    rows = sentence_rows(with_text(harbour_report(), text))
    assert rows[0]["text"] == f"'{visible(text)}"


def test_ordinary_cells_have_no_mark():
    book = opened(harbour_report())
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.quotePrefix]


def test_the_same_report_gives_the_same_bytes_without_a_time():
    first, second = rendered(two_documents_report()), rendered(two_documents_report())
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert core.count("1980-01-01T00:00:00Z") == 2


def test_a_cell_holds_what_it_can():
    row = table(opened(with_text(harbour_report(), "é" * 40_000))["Sentences"])[0]
    assert len(row["French"]) == 32_767
    assert row["French"].endswith("é…")


@settings(max_examples=40, deadline=None)
@given(text=st.text(alphabet=st.characters(), min_size=1, max_size=60))
@example(text="</t></si>& <b>gras</b> ]]>")
@example(text="\x00\x01\x0b\x1b[31m\x7f\x85\ufffe\ud800")
@example(text="e\u0301 👩\u200d💻 \ufeff\u200f")
def test_any_text_comes_back_from_the_cells(text):
    report = with_text(harbour_report(), text)
    row = table(opened(report)["Sentences"])[0]
    assert (row["French"] or "") == visible(text)
    rows = sentence_rows(report)
    assert len(rows) == 1
    assert rows[0]["text"].removeprefix("'") == visible(text).removeprefix("'")
    assert not rows[0]["text"].lstrip().startswith(("=", "+", "-", "@"))


def test_csv_has_one_row_per_sentence():
    rows = sentence_rows(two_documents_report())
    assert len(rows) == 8
    second = rows[1]
    assert (second["line"], second["column"], second["verdict"], second["fidelity"]) == (
        "3",
        "1",
        "contradicted",
        "21.0",
    )
    assert (second["findings"], second["worst"]) == ("3", "critical")
    assert second["rules"] == "LIT014 | COL021 | FID001"
    assert (second["alignment"], second["checks"], second["penalty"]) == ("0.82", "0.33", "0.79")
    assert second["reference"] == "references/harbour.en.md"
    assert "date agrees: mardi ↔ on Tuesday" in second["facts"]
    last = rows[5]
    assert (last["english"], last["similarity"], last["alignment"], last["checks"]) == ("", "", "", "")


def test_csv_offsets_are_those_of_the_text():
    document = harbour_report().documents[0]
    for row in sentence_rows(harbour_report()):
        assert document.text[int(row["start"]) : int(row["end"])] == row["text"]


def test_csv_begins_without_a_byte_order_mark():
    for name in ("csv", "csv-sentences"):
        text = get_renderer(name)(report_of(replace(clean_document(), title="t")), RenderOptions())
        assert text.startswith("path,line,")
