"""The real command with folders and binary formats: what lands where, and what a terminal is told."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

FRENCH = "Le ministre a déclaré que la balle est maintenant dans la cour de ses adversaires.\n"
CLEAN = "Le ministre a présenté son projet de budget aux députés mardi matin à Paris.\n"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "mtaudit", "audit", "--fast", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, timeout=120)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    (folder / "deep").mkdir(parents=True)
    (folder / "un.fr.txt").write_text(FRENCH, encoding="utf-8")
    (folder / "deep" / "un.fr.txt").write_text(CLEAN, encoding="utf-8")
    (folder / "deux.md").write_text("# Titre\n\n" + CLEAN, encoding="utf-8")
    return folder


def test_a_folder_of_articles_becomes_a_folder_of_reports(articles: Path, tmp_path: Path) -> None:
    done = run(articles, "--format", "html", "--output", f"{tmp_path}/reports/")
    assert done.returncode == 0, done.stderr
    assert done.stdout == b""
    assert f"wrote {tmp_path}/reports".encode() in done.stderr
    names = sorted(path.name for path in (tmp_path / "reports").iterdir())
    assert len(names) == 4
    assert {"deux.html", "index.html"} < set(names)
    assert sum(name.startswith("un.fr-") for name in names) == 2
    before = {path.name: path.read_bytes() for path in (tmp_path / "reports").iterdir()}
    run(articles, "--format", "html", "--output", tmp_path / "reports")
    assert {path.name: path.read_bytes() for path in (tmp_path / "reports").iterdir()} == before


def test_office_reports_are_written_and_piped(articles: Path, tmp_path: Path) -> None:
    pytest.importorskip("docx")
    pytest.importorskip("openpyxl")
    article = articles / "un.fr.txt"
    piped = run(article, "--format", "docx", "--report", f"xlsx={tmp_path}/a.xlsx")
    assert piped.returncode == 0, piped.stderr
    assert "word/comments.xml" in zipfile.ZipFile(io.BytesIO(piped.stdout)).namelist()
    assert zipfile.is_zipfile(tmp_path / "a.xlsx")
    run(article, "--format", "docx", "--output", tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_bytes() == piped.stdout


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals here")
def test_bytes_do_not_go_to_a_terminal(articles: Path) -> None:
    pytest.importorskip("docx")
    controller, terminal = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "mtaudit", "audit", str(articles / "un.fr.txt"), "--format", "docx"],
        stdout=terminal,
        stderr=subprocess.PIPE,
        check=False,
        timeout=120,
    )
    os.close(terminal)
    os.close(controller)
    assert done.returncode == 2
    assert b"mtaudit: error: a docx report is not for a terminal (add --output report.docx" in done.stderr


def test_a_format_whose_extra_is_missing_is_one_line(articles: Path, tmp_path: Path) -> None:
    hide = "import sys; sys.modules['openpyxl'] = None; from mtaudit.cli.app import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", hide, "audit", str(articles), "--report", f"xlsx={tmp_path}/a.xlsx"],
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 2
    lines = done.stderr.decode().splitlines()
    assert lines == [
        "mtaudit: error: the report format 'xlsx' needs the package openpyxl, which is not installed "
        "(pip install 'mtaudit[office]')"
    ]
