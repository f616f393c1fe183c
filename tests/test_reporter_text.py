"""The terminal report: snapshots, underlines in place, widths, colour."""

from __future__ import annotations

import re

import pytest
from helpers import (
    Line,
    Spot,
    assert_golden,
    clean_document,
    document_of,
    harbour_report,
    report_of,
    two_documents_report,
)

from mtaudit.model import Alignment
from mtaudit.reporter import RenderOptions, get_renderer
from mtaudit.reporter.cells import cell_width, truncate, wrap, wrap_ranges

render = get_renderer("text")
ANSI = re.compile(r"\x1b\[[\d;]*m")


@pytest.mark.parametrize(
    ("name", "report", "options"),
    [
        ("harbour.txt", harbour_report(), RenderOptions()),
        ("harbour.fr.txt", harbour_report(), RenderOptions(ui_language="fr")),
        ("harbour.60.txt", harbour_report(), RenderOptions(width=60)),
        ("two-documents.txt", two_documents_report(), RenderOptions()),
    ],
)
def test_snapshot(name, report, options):
    assert_golden(f"reporter/{name}", render(report, options))


def excerpt_of(text, *spots, width=80):
    """The lines between the first header and the findings, without the gutter."""
    lines = render(report_of(document_of([Line(text, spots=spots)])), RenderOptions(width=width)).split("\n")
    return [line.removeprefix("  │").removeprefix(" ") for line in lines if line.startswith("  │")]


def test_underline_stands_under_the_very_characters():
    assert excerpt_of("Il a délivré un discours.", Spot("FFR1", "délivré")) == [
        "Il a délivré un discours.",
        "     ^^^^^^^",
    ]


def test_underline_after_wide_characters_counts_two_cells_each():
    assert excerpt_of("Le 海运 est là.", Spot("A1", "海运", "minor"), Spot("B1", "là")) == [
        "Le 海运 est là.",
        "   ~~~~     ^^",
    ]


def test_underline_of_combining_marks_counts_the_base_only():
    decomposed = "Un e\u0301te\u0301 chaud."
    assert excerpt_of(decomposed, Spot("A1", "e\u0301te\u0301")) == [decomposed, "   ^^^"]


def test_fault_on_a_combining_mark_alone_still_shows():
    assert excerpt_of("Cafe\u0301 noir", Spot("A1", "\u0301")) == ["Cafe\u0301 noir", "   ^"]


def test_fault_of_no_length_marks_the_next_character():
    assert excerpt_of("Il va bien.", Spot("A1", ""))[1] == "^"


def test_worse_fault_wins_where_two_overlap():
    text = "Les gens ont voté hier soir."
    assert excerpt_of(text, Spot("A1", "gens ont voté", "minor"), Spot("B1", "ont", "critical")) == [
        text,
        "    ~~~~~^^^~~~~~",
    ]


def test_underline_goes_on_over_a_line_break():
    text = "Le conseil municipal a enfin adopté hier son budget pour l’année prochaine."
    assert excerpt_of(text, Spot("A1", "budget pour l’année"), width=60) == [
        "Le conseil municipal a enfin adopté hier son budget pour",
        "                                             ^^^^^^^^^^^",
        "l’année prochaine.",
        "^^^^^^^",
    ]


def test_line_and_column_are_those_of_the_finding():
    document = document_of(
        [Line("Première ligne.", after="\n"), Line("Le bal est là.", spots=(Spot("A1", "bal"),))]
    )
    assert "articles/port.fr.md:2:4  fidelity" in render(report_of(document), RenderOptions())


def test_nearest_english_fits_on_one_line_and_keeps_its_source():
    long = Alignment("refs/a/very/deep/folder/report.en.md", 1, "word " * 60, 0.8149)
    document = document_of([Line("Le bal.", spots=(Spot("A1", "bal"),), alignments=(long,))])
    line = next(
        line for line in render(report_of(document), RenderOptions()).split("\n") if "English  " in line
    )
    assert cell_width(line) <= 80
    assert line.endswith("…  (report.en.md, sentence, 0.81)")


@pytest.mark.parametrize("width", [60, 61, 80, 132])
def test_no_line_is_wider_than_the_terminal(width):
    for line in render(two_documents_report(), RenderOptions(width=width)).split("\n"):
        assert cell_width(line) <= width or line.startswith("articles/")


def test_colour_only_when_asked_for_and_it_changes_no_text():
    plain = render(harbour_report(), RenderOptions())
    coloured = render(harbour_report(), RenderOptions(color=True))
    assert "\x1b" not in plain
    assert "\x1b[1;31m" in coloured
    assert re.sub(r" +\n", "\n", ANSI.sub("", coloured)) == plain


def test_clean_document_is_one_line():
    text = render(report_of(clean_document()), RenderOptions())
    assert text == "articles/propre.fr.txt: nothing to correct in 2 sentences, 7 words.\n"


def test_empty_document_and_empty_report_say_so():
    assert (
        render(report_of(document_of([])), RenderOptions()) == "articles/port.fr.md: no sentence to check.\n"
    )
    assert render(report_of(), RenderOptions()) == "No document was audited.\n"


def test_wrap_never_breaks_at_a_no_break_space():
    assert wrap("Il a dit\u00a0: oui", 9) == ["Il a", "dit\u00a0: oui"]


def test_wrap_cuts_a_word_that_is_too_long_but_no_character():
    assert wrap("abcdefgh", 3) == ["abc", "def", "gh"]
    assert wrap("海海海", 3) == ["海", "海", "海"]
    assert wrap("ae\u0301e\u0301", 2) == ["ae\u0301", "e\u0301"]
    assert list(wrap_ranges("   ", 10)) == []


def test_truncate_counts_cells():
    assert truncate("海运集团", 5) == "海运…"
    assert truncate("court", 5) == "court"
