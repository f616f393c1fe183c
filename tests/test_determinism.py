"""The same texts give the same bytes, in whatever order and by however many processes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from ci_helpers import articles, run

FORMATS = ("json", "sarif", "junit")


def reports(folder: Path, files: list[str], *options: str) -> tuple[bytes, ...]:
    asked = [part for name in FORMATS for part in ("--report", f"{name}=out.{name}")]
    done = run(folder, "audit", *files, "--fast", "--quiet", *asked, *options)
    assert done.returncode == 0, done.stderr
    return tuple((folder / f"out.{name}").read_bytes() for name in FORMATS)


def agree(folder: Path, runs: int) -> None:
    files = [f"articles/{path.name}" for path in articles(folder / "articles", 6)]
    first = reports(folder, files, "--no-cache")
    draw = random.Random(7)
    for number in range(runs):
        shuffled = draw.sample(files, len(files))
        options = ["--jobs", str(1 + number % 2), *(["--no-cache"] if number % 3 else [])]
        assert reports(folder, shuffled, *options) == first


def test_four_runs_agree(tmp_path: Path) -> None:
    agree(tmp_path, 4)


@pytest.mark.slow
def test_twenty_runs_agree(tmp_path: Path) -> None:
    agree(tmp_path, 20)


def test_the_first_error_is_told_whoever_meets_it(tmp_path: Path) -> None:
    files = articles(tmp_path / "articles", 6)
    english = (
        "The president said on Friday that the talks had been productive and that both sides were close. " * 3
    )
    for path in (files[2], files[4]):
        path.write_text(english, encoding="utf-8")
    errors = {
        run(tmp_path, "audit", "articles", "--fast", "--jobs", jobs).stderr for jobs in ("1", "2", "3", "2")
    }
    assert len(errors) == 1
    assert "a02.md: the text is not French" in errors.pop()
