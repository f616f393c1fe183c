"""Encoding piece by piece: the same vectors, progress told, threads without a say in the result."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from aligner_helpers import PAIRS, BagEncoder, reference, sentences
from numpy.typing import NDArray

import mtaudit
from mtaudit.aligner import PiecewiseEncoder, align, get_encoder, with_cache
from mtaudit.aligner.encoders import use
from mtaudit.cli import notes
from mtaudit.cli.notes import Notes

TEXTS = [f"The mayor opens bridge number {number}." for number in range(70)]


class Small(BagEncoder):
    """Takes ten texts at a time."""

    piece = 10
    version = "1"

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[int] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.sizes.append(len(texts))
        return super().encode(texts)


def test_pieces_make_the_same_vectors() -> None:
    encoder = Small()
    made = PiecewiseEncoder(encoder).encode(TEXTS[:25])
    assert encoder.sizes == [10, 10, 5]
    assert np.array_equal(made, BagEncoder().encode(TEXTS[:25]))


def test_listening_changes_no_piece() -> None:
    deaf, heard = Small(), Small()
    PiecewiseEncoder(deaf).encode(TEXTS)
    PiecewiseEncoder(heard, lambda done, total: None).encode(TEXTS)
    assert deaf.sizes == heard.sizes


def test_progress_begins_at_nothing_and_ends_at_all() -> None:
    told: list[tuple[int, int]] = []
    PiecewiseEncoder(Small(), lambda done, total: told.append((done, total))).encode(TEXTS[:25])
    assert told == [(0, 25), (10, 25), (20, 25), (25, 25)]


def test_no_text_is_no_progress() -> None:
    told: list[tuple[int, int]] = []
    made = PiecewiseEncoder(BagEncoder(), lambda done, total: told.append((done, total)))
    assert made.name == "bag"
    assert made.version is None
    align(sentences(PAIRS[0][0]), [reference("a", PAIRS[0][1])], encoder=made)
    assert told[-1][0] == told[-1][1] > 0


def test_what_the_store_has_is_not_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    encoder = with_cache(PiecewiseEncoder(Small(), lambda done, total: told.append((done, total))), tmp_path)
    encoder.encode(TEXTS[:12])
    encoder.encode(TEXTS[:15])
    assert told == [(0, 12), (10, 12), (12, 12), (0, 3), (3, 3)]


@pytest.mark.model
def test_threads_have_no_say_in_the_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"{text} {'Et encore. ' * (number % 7)}" for number, text in enumerate(TEXTS * 5)]
    encoder = get_encoder("use")
    made = []
    for cores in (1, 2, 3):
        monkeypatch.setattr(use, "_cores", lambda cores=cores: cores)
        made.append(encoder.encode(texts))
    assert len(texts) > 2 * use.BATCH
    assert np.array_equal(made[0], made[1])
    assert np.array_equal(made[0], made[2])


@pytest.mark.model
def test_an_audit_tells_its_progress(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MTAUDIT_CACHE", str(tmp_path / "cache"))
    french, english = tmp_path / "a.fr.txt", tmp_path / "a.en.txt"
    french.write_text("Le maire ouvre le pont neuf de la ville ce matin.\n", encoding="utf-8")
    english.write_text("The mayor opens the new bridge of the city this morning.\n", encoding="utf-8")
    told: list[tuple[int, int]] = []
    mtaudit.audit_files(
        [french], references=[english], on_encoded=lambda done, total: told.append((done, total))
    )
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1] > 2


class Terminal(io.StringIO):
    """An error stream that is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_the_bar_grows_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(notes.sys, "stderr", stream)
    shown = Notes(quiet=False)
    shown.encoded(0, 2000)
    shown.encoded(1000, 2000)
    assert f"[{'#' * 15}{'.' * 15}] 1,000 of 2,000" in stream.getvalue()
    shown.encoded(2000, 2000)
    assert stream.getvalue().endswith("\r\033[K")


@pytest.mark.parametrize(
    ("stream", "quiet", "total"),
    [(io.StringIO(), False, 2000), (Terminal(), True, 2000), (Terminal(), False, 20)],
)
def test_no_bar_without_a_terminal_when_quiet_or_for_few(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, quiet: bool, total: int
) -> None:
    monkeypatch.setattr(notes.sys, "stderr", stream)
    Notes(quiet=quiet).encoded(10, total)
    assert stream.getvalue() == ""
