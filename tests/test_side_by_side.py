"""Source and target side by side in one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtaudit.batch import audit_files
from mtaudit.errors import InputError
from mtaudit.options import AuditOptions
from mtaudit.text.readers import document_from_text, read_document, read_source

LINES = [
    (
        "The mayor of Lyon opened a new bridge on Monday.",
        "Le maire de Lyon a inauguré lundi un nouveau pont.",
    ),
    ("The work cost 40 million euros.", "Les travaux ont coûté 40 milliards d'euros."),
    ("Residents complained about the noise.", "Les habitants se sont plaints du bruit."),
]


def _written(tmp_path: Path, between: str, name: str = "pairs.tsv", header: str = "") -> Path:
    path = tmp_path / name
    lines = [f"{english}{between}{french}" for english, french in LINES]
    path.write_text("\n".join([*([header] if header else []), *lines]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("between", "name"), [("\t", "a.tsv"), (" ||| ", "a.bitext"), (" ||| ", "a.tsv")])
def test_each_reader_sees_its_own_column_in_place(tmp_path: Path, between: str, name: str) -> None:
    path = _written(tmp_path, between, name)
    french, english = read_document(path), read_source(path)
    assert [french.text[block.start : block.end] for block in french.blocks] == [pair[1] for pair in LINES]
    assert [english.text[block.start : block.end] for block in english.blocks] == [pair[0] for pair in LINES]
    for document in (french, english):
        assert len(document.plain) == len(document.text)
        assert all(document.plain[b.start : b.end] == document.text[b.start : b.end] for b in document.blocks)
    assert "mayor" not in french.plain
    assert "maire" not in english.plain


def test_a_first_line_may_name_the_columns_the_other_way_round() -> None:
    text = "target\tsource\nLe pont est ouvert.\tThe bridge is open.\n"
    document = document_from_text(text, format="tsv")
    assert [text[block.start : block.end] for block in document.blocks] == ["Le pont est ouvert."]


def test_a_line_with_one_column_is_an_error_that_says_where() -> None:
    with pytest.raises(InputError, match="line 2 has one column"):
        document_from_text("The bridge.\tLe pont.\nLe pont.\n", format="tsv")


def test_a_source_that_is_plain_text_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "en.txt"
    path.write_text("The bridge is open.\n", encoding="utf-8")
    assert read_source(path) == read_document(path)


@pytest.mark.model
def test_the_file_is_its_own_source(tmp_path: Path) -> None:
    report = audit_files([_written(tmp_path, "\t")], options=AuditOptions(fast=True))
    document = report.documents[0]
    assert [entry.alignments[0].kind for entry in document.sentences] == ["source"] * 3
    assert [finding.rule for finding in document.findings] == ["FID001"]
    for entry in document.sentences:
        assert document.text[entry.sentence.start : entry.sentence.end] == entry.sentence.text
