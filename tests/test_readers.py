"""Readers: bytes to documents, refusals, paragraphs, wrapped text, properties of any text."""

from __future__ import annotations

import codecs
import os
import random
import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.errors import InputError, UsageError
from mtaudit.model import Document
from mtaudit.text.readers import MAX_LINE, collect_paths, document_from_text, read_document
from mtaudit.text.segmenting import segment

SENTENCE = "Le président a reçu les élèves à l’Élysée, où « tout était prêt » pour la fête.\n"

PARAGRAPHS = (
    "Le conseil municipal a voté mardi soir le budget de la ville, après six heures d’un débat houleux où "
    "l’opposition a dénoncé des dépenses « sans précédent ». Le maire, lui, parle d’un effort nécessaire.",
    "Les travaux de la nouvelle ligne de tramway commenceront au printemps. Ils dureront trois ans, si tout "
    "va bien, et coûteront 210 millions d’euros. La région en paiera la moitié, l’État un dixième seulement.",
    "« Nous avons attendu cette ligne pendant vingt ans », rappelle une habitante du quartier nord. "
    "D’autres craignent le bruit, la poussière et la perte de quatre cents places de stationnement.",
    "La première rame doit circuler en septembre 2028.",
)


def blocks(document: Document) -> list[str]:
    return [document.plain[block.start : block.end] for block in document.blocks]


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


# --- bytes -------------------------------------------------------------------------------------


@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8])
def test_utf8_with_and_without_a_mark(tmp_path: Path, bom: bytes) -> None:
    document = read_document(write(tmp_path, "a.txt", bom + SENTENCE.encode()))
    assert document.text == SENTENCE
    assert document.format == "txt"


def test_nothing_is_normalised(tmp_path: Path) -> None:
    text = "Un\u00a0mot\u202f!\r\nE\u0301te\u0301 «\u00a0là\u00a0»\r\n\ttrois ’ ' \u200b\n"
    document = read_document(write(tmp_path, "a.txt", text.encode()))
    assert document.text == text
    assert blocks(document) == ["Un\u00a0mot\u202f!", "E\u0301te\u0301 «\u00a0là\u00a0»", "trois ’ ' \u200b"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (SENTENCE.encode("utf-16"), r"is UTF-16, not UTF-8 .*iconv -f UTF-16 -t utf-8"),
        (SENTENCE.encode("utf-32"), r"is UTF-32, not UTF-8 .*iconv -f UTF-32"),
        (SENTENCE.encode("utf-16-le"), r"looks like UTF-16, .*iconv -f UTF-16LE"),
        (SENTENCE.encode("utf-16-be"), r"looks like UTF-16, .*iconv -f UTF-16BE"),
        (SENTENCE.encode("cp1252"), r"looks like Windows-1252, .*iconv -f WINDOWS-1252"),
        ("Été à Noël.".encode("latin-1"), r"looks like Latin-1 .*iconv -f ISO-8859-1"),
        (SENTENCE.encode("mac_roman"), r"looks like Mac Roman, .*iconv -f MACINTOSH"),
        ("Un été où tout a été dépensé.".encode("cp850"), r"looks like DOS code page 850"),
        ("Première ligne\nété".encode() + b"\xc3", r"not valid UTF-8 at byte 21 \(line 2\)"),
        (b"", "the file is empty"),
        (b" \r\n\t\xc2\xa0\n", "only white space"),
        (codecs.BOM_UTF8, "only white space"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a binary file"),
        (bytes(range(256)) * 4, "a binary file"),
        (b"\x01\x02\x03\x04\x05\x06abc", "a binary file"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file.*pdftotext"),
        (b"PK\x03\x04rest", "docx"),
        (b"{\\rtf1 bonjour}", "RTF"),
        (b"<!DOCTYPE html><html><p>Bonjour</p>", "HTML"),
        (b"... --- ...", "no words"),
    ],
)
def test_what_is_no_utf8_text_is_refused_in_one_line(tmp_path: Path, content: bytes, message: str) -> None:
    path = write(tmp_path, "a.txt", content)
    with pytest.raises(InputError, match=message) as caught:
        read_document(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_missing_directory_and_odd_paths_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_document(tmp_path / "missing.txt")
    with pytest.raises(InputError, match="a directory"):
        read_document(tmp_path)
    with pytest.raises(InputError):
        read_document("a\0b.txt")
    with pytest.raises(InputError):
        read_document(tmp_path / ("x" * 5000))


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"Bonjour.")
    path.chmod(0)
    with pytest.raises(InputError, match="cannot be read"):
        read_document(path)


def test_endless_device_is_refused() -> None:
    with pytest.raises(InputError, match="larger than 64 MiB"):
        read_document("/dev/zero")


def test_longest_line(tmp_path: Path) -> None:
    longest = "mot " * (MAX_LINE // 4)
    assert len(document_from_text("Un.\n" + longest).blocks) == 2
    with pytest.raises(InputError, match=r"line 2 has 5,000,000 characters, more than 1,000,000"):
        read_document(write(tmp_path, "a.txt", b"Un.\n" + b"mot " * 1_250_000))


def test_formats_by_suffix_and_by_name(tmp_path: Path) -> None:
    assert read_document(write(tmp_path, "a.MD", b"# Titre\n")).format == "md"
    assert read_document(write(tmp_path, "a.news", b"# Titre\n")).format == "txt"
    assert read_document(write(tmp_path, "nosuffix", b"# Titre\n")).format == "txt"
    with pytest.raises(UsageError, match=r"no reader for the format 'odt' \(formats: md, tsv, txt\)"):
        document_from_text("Bonjour.", format="odt")


# --- which files -------------------------------------------------------------------------------


def test_collecting(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    for name in ("z.txt", "a.MD", "b/c/x.txt", "b/y.md", "b/data.csv", ".git/h.txt", "b/.hidden.txt"):
        write(tmp_path, name, b"Bonjour.")
    expected = [tmp_path / name for name in ("a.MD", "z.txt", "b/y.md", "b/c/x.txt")]
    assert collect_paths([tmp_path]) == expected
    first = tmp_path / "b" / "data.csv"
    assert collect_paths([first, str(tmp_path), tmp_path / "b" / ".." / "z.txt"]) == [first, *expected]
    assert collect_paths([tmp_path], suffixes=(".csv",)) == [first]
    assert collect_paths([]) == []


def test_collecting_refuses(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no texts in this directory \(looked for .txt, .md\)"):
        collect_paths([tmp_path])
    with pytest.raises(InputError, match="no such file"):
        collect_paths([tmp_path / "missing"])


# --- plain text --------------------------------------------------------------------------------


def test_each_line_is_a_paragraph() -> None:
    document = document_from_text("\n".join(PARAGRAPHS) + "\n")
    assert blocks(document) == list(PARAGRAPHS)
    assert {block.kind for block in document.blocks} == {"paragraph"}
    assert document.plain == document.text


@pytest.mark.parametrize("width", [50, 64, 72, 80, 100])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_wrapped_paragraphs_are_joined(width: int, line_break: str) -> None:
    wrapped = (line_break * 2).join(line_break.join(textwrap.wrap(text, width)) for text in PARAGRAPHS)
    document = document_from_text("Le tramway arrive" + line_break * 2 + wrapped)
    assert [" ".join(text.split()) for text in blocks(document)] == ["Le tramway arrive", *PARAGRAPHS]
    assert document.blocks[0].kind == "heading"
    sentences = [" ".join(sentence.text.split()) for sentence in segment(document)]
    assert sentences[1:3] == [
        PARAGRAPHS[0].removesuffix(" Le maire, lui, parle d’un effort nécessaire."),
        "Le maire, lui, parle d’un effort nécessaire.",
    ]


@pytest.mark.parametrize("width", [50, 64, 72, 80, 100])
def test_wrapped_without_blank_lines_no_sentence_is_cut(width: int) -> None:
    wrapped = "\n".join("\n".join(textwrap.wrap(text, width)) for text in PARAGRAPHS)
    whole = segment(document_from_text("\n".join(PARAGRAPHS)))
    sentences = segment(document_from_text(wrapped))
    assert [" ".join(s.text.split()) for s in sentences] == [s.text for s in whole]


def test_short_lines_that_are_paragraphs_stay_apart() -> None:
    """Lines of like length, as in a list of headlines or in short news, are not a wrapped text."""
    lines = [
        "Le maire de Lyon renonce à son projet de tour.",
        "Grève dans les trains : un service sur deux.",
        "Le prix du blé recule pour le troisième mois.",
        "Football : Nantes s’incline à domicile hier.",
    ]
    assert blocks(document_from_text("\n".join(lines))) == lines


def test_headline_above_a_paragraph_stays_apart() -> None:
    text = "Le tramway arrive dans le quartier nord\n" + "\n".join(PARAGRAPHS)
    assert blocks(document_from_text(text)) == ["Le tramway arrive dans le quartier nord", *PARAGRAPHS]


def test_a_sentence_that_visibly_runs_on_is_joined() -> None:
    text = "Le maire a annoncé\nque les travaux sont finis.\niPhone : le prix baisse"
    assert blocks(document_from_text(text)) == [
        "Le maire a annoncé\nque les travaux sont finis.",
        "iPhone : le prix baisse",
    ]


def test_items_stand_alone() -> None:
    document = document_from_text("Le programme\n- un débat\n- un vote\n• une fête\n– Oui, dit-il.")
    assert [block.kind for block in document.blocks] == ["heading", "item", "item", "item", "paragraph"]


# --- any text ----------------------------------------------------------------------------------

MARKUP = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from(
            [
                *"*_~`#>|-[]()<>!\\&=\"'.:;,+1 ",
                "\n", "\n\n", "\r\n", "  \n", "\u2028", "\u00a0", "\ufeff", "---\n", "```\n", "~~~", "# ", "> ",
                "- ", "1. ", "| a | b |\n|---|---|\n", "<!--", "-->", "<b>", "</b>", "<script>", "</script>",
                "[a](b)", "![a](b)", "[a][b]", "[b]: c\n", "[^1]", "[^1]: ", "&nbsp;", "title: Un\n",
                "Le mot", "été", "fin.", "A", "**", "__", "===\n",
            ]
        ),
        max_size=40,
    ).map("".join),
)  # fmt: skip


@given(MARKUP, st.sampled_from(["txt", "md"]))
def test_any_text_is_read_or_refused(text: str, format: str) -> None:
    try:
        document = document_from_text(text, format=format)
    except InputError:
        assert not any(mark.isalnum() for mark in text) or format == "md" or "html" in text.lower()
        return
    assert document.text == text
    assert len(document.plain) == len(text)
    for plain, original in zip(document.plain, text, strict=True):
        assert plain in (original, " ")
    in_block = [False] * len(text)
    last_end = 0
    for block in document.blocks:
        assert last_end <= block.start < block.end
        last_end = block.end
        in_block[block.start : block.end] = [True] * (block.end - block.start)
        assert document.plain[block.start : block.end] == document.plain[block.start : block.end].strip()
    assert all(inside or mark.isspace() for inside, mark in zip(in_block, document.plain, strict=True))
    sentences = segment(document)
    assert [s.text for s in sentences] == [text[s.start : s.end] for s in sentences]
    covered = "".join("".join(document.plain[s.start : s.end].split()) for s in sentences)
    assert covered == "".join(document.plain.split())
    assert document_from_text(text, format=format) == document


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(content)
    try:
        outcome = read_document(path).text.encode()
    except InputError as error:
        outcome = str(error).encode()
        assert b"\n" not in outcome
    else:
        assert outcome == content.removeprefix(codecs.BOM_UTF8)


def test_reading_is_linear_in_the_length() -> None:
    """Markup that is opened and never closed, over and over: a quadratic step would take minutes."""
    pieces = [
        "*a",
        "[",
        "[a](",
        "`a``",
        "<a ",
        "<!-- ",
        "_a ",
        "| a",
        "~~a",
        "\\*",
        '[a](b "',
        "a\n> ",
        "<script ",
    ]
    order = random.Random(0)
    began = time.perf_counter()
    for piece in [*pieces, "".join(order.sample(pieces, len(pieces)))]:
        document = document_from_text("Le mot " + piece * (100_000 // len(piece)), format="md")
        assert document.blocks
    assert time.perf_counter() - began < 20


def test_a_readme_in_a_directory_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Texts", encoding="utf-8")
    (tmp_path / "a.md").write_text("Bonjour.", encoding="utf-8")
    assert collect_paths([tmp_path]) == [tmp_path / "a.md"]
    assert collect_paths([tmp_path / "README.md"]) == [tmp_path / "README.md"]
