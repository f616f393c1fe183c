"""Vectors kept between runs."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mtaudit.aligner.encoders import cached
from mtaudit.aligner.encoders.cached import CachedEncoder, with_cache


class Counting:
    """Vectors made from the text's letters; counts what it was asked for."""

    def __init__(self, version: str | None = "1", name: str = "counting") -> None:
        self.version = version
        self.name = name
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Any:
        self.asked += texts
        rows = np.zeros((len(texts), 4), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[sum(map(ord, text)) % 4] = 1.0
        return rows


def test_a_text_is_encoded_once_over_several_runs(tmp_path: Path) -> None:
    first, second = Counting(), Counting()
    one = with_cache(first, tmp_path).encode(["a", "b", "a"])
    two = with_cache(second, tmp_path).encode(["b", "c", "a"])
    assert first.asked == ["a", "b"]
    assert second.asked == ["c"]
    assert np.array_equal(one[0], two[2])
    assert np.array_equal(one[0], one[2])


@pytest.mark.parametrize("other", [Counting("2"), Counting("1", "another")])
def test_another_version_or_model_is_another_key(tmp_path: Path, other: Counting) -> None:
    with_cache(Counting(), tmp_path).encode(["a"])
    with_cache(other, tmp_path).encode(["a"])
    assert other.asked == ["a"]


def test_an_encoder_of_unknown_version_is_not_cached(tmp_path: Path) -> None:
    encoder = Counting(None)
    assert with_cache(encoder, tmp_path) is encoder


def test_no_texts_give_the_encoders_own_empty_answer(tmp_path: Path) -> None:
    assert with_cache(Counting(), tmp_path).encode([]).shape == (0, 4)


@pytest.mark.parametrize("content", [b"", b"this is no database", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_broken_store_is_made_anew(tmp_path: Path, content: bytes) -> None:
    store = tmp_path / "vectors-1.sqlite3"
    store.write_bytes(content)
    for asked in (["a"], []) if content[:3] != b"SQL" else (["a"], ["a"], []):
        encoder = Counting()
        with_cache(encoder, tmp_path).encode(["a"])
        if asked == []:
            assert encoder.asked == []


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    encoder = Counting()
    assert with_cache(encoder, tmp_path / "file").encode(["a"]).shape == (1, 4)


def test_the_store_stays_within_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cached, "MOST_BYTES", 200_000)
    encoder = CachedEncoder(Counting(), tmp_path / "v.sqlite3")
    for batch in range(40):
        encoder.encode([f"text {batch} {number}" for number in range(200)])
    assert (tmp_path / "v.sqlite3").stat().st_size < 400_000
    with sqlite3.connect(tmp_path / "v.sqlite3") as store:
        assert store.execute("SELECT count(*) FROM vectors").fetchone()[0] > 500


def test_runs_at_the_same_time_do_not_disturb_each_other(tmp_path: Path) -> None:
    failures: list[Exception] = []

    def work(number: int) -> None:
        try:
            texts = [f"text {place}" for place in range(number, number + 50)]
            rows = with_cache(Counting(), tmp_path).encode(texts)
            assert np.array_equal(rows, Counting().encode(texts))
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(10 * number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
