"""Markdown and CSV."""

from __future__ import annotations

import csv
import io

import pytest
from helpers import assert_golden, clean_document, harbour_report, report_of, two_documents_report, with_text

from mtaudit.reporter import RenderOptions, get_renderer
from mtaudit.reporter.as_csv import COLUMNS, safe_cell
from mtaudit.reporter.as_markdown import escape


def rows(report):
    return list(csv.DictReader(io.StringIO(get_renderer("csv")(report, RenderOptions()))))


def test_csv_snapshot():
    assert_golden("reporter/harbour.csv", get_renderer("csv")(harbour_report(), RenderOptions()))


def test_csv_has_one_row_per_finding_with_its_place():
    found = rows(two_documents_report())
    assert [row["rule"] for row in found] == ["SYN003", "LIT014", "COL021", "FID001", "FFR007", "TYP002"]
    assert (found[1]["line"], found[1]["column"], found[1]["family"]) == ("3", "3", "LIT")
    assert found[0]["suggestions"] == "depuis quatre jours | pour le quatrième jour consécutif"


def test_csv_of_a_clean_report_is_its_header():
    assert get_renderer("csv")(report_of(clean_document()), RenderOptions()) == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize(
    "text", ["=1+1", "+33 6", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "＝1"]
)
def test_csv_cell_that_would_run_gets_an_apostrophe(text):
    assert safe_cell(text).startswith("'")
    assert all(row["text"].startswith("'") for row in rows(with_text(harbour_report(), text * 2)))


@pytest.mark.parametrize("text", ["Le bal", "« Oui »", "— Non", "1+1", ""])
def test_csv_leaves_ordinary_cells_alone(text):
    assert safe_cell(text) == text


def test_markdown_snapshot():
    assert_golden("reporter/harbour.md", get_renderer("markdown")(harbour_report(), RenderOptions()))


def test_markdown_in_french():
    assert_golden(
        "reporter/harbour.fr.md", get_renderer("markdown")(harbour_report(), RenderOptions(ui_language="fr"))
    )


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<b>gras</b>", r"\<b\>gras\</b\>"),
        ("[lien](http://a)", r"\[lien\](http://a)"),
        ("a | b", r"a \| b"),
        ("# titre", r"\# titre"),
        ("- tiret", r"\- tiret"),
        ("12. douze", r"12\. douze"),
        ("deux\nlignes", "deux lignes"),
        ("*_`&~", r"\*\_\`\&\~"),
    ],
)
def test_markdown_shows_text_as_it_stands(text, escaped):
    assert escape(text) == escaped
