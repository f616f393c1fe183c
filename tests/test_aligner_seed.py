"""The seed article against the project's own reports, held to a key made by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mtaudit.aligner import ReferenceText, get_encoder
from mtaudit.aligner.mining import mine
from mtaudit.model import Alignment, Sentence
from mtaudit.text.readers import read_document
from mtaudit.text.segmenting import segment

ROOT = Path(__file__).resolve().parent.parent
KEY: dict[str, Any] = json.loads((ROOT / "tests/data/seed_alignment_key.json").read_text(encoding="utf-8"))
COUNTERPARTS: dict[str, list[dict[str, str]]] = KEY["counterparts"]


def _segmented(path: str, language: str) -> tuple[Sentence, ...]:
    return segment(read_document(ROOT / path), language)


@pytest.fixture(scope="module")
def references() -> dict[str, ReferenceText]:
    return {name: ReferenceText(name, _segmented(f"references/{name}", "en")) for name in KEY["references"]}


def _is_right(alignment: Alignment, sentence: Sentence) -> bool:
    return any(
        each["file"] == alignment.reference and each["words"] in alignment.text
        for each in COUNTERPARTS[str(sentence.index)]
    )


def test_the_key_names_sentences_that_are_there(references: dict[str, ReferenceText]) -> None:
    seed = _segmented(KEY["seed"], "fr")
    assert sorted(map(int, COUNTERPARTS)) == list(range(len(seed))) == list(range(27))
    for entries in COUNTERPARTS.values():
        for entry in entries:
            holders = [s for s in references[entry["file"]].sentences if entry["words"] in s.text]
            assert len(holders) == 1, entry


@pytest.mark.model
def test_every_seed_sentence_finds_its_counterpart(references: dict[str, ReferenceText]) -> None:
    seed = _segmented(KEY["seed"], "fr")
    found = mine(seed, list(references.values()), get_encoder("use"))
    for sentence, alignments in zip(seed, found, strict=True):
        several = len(COUNTERPARTS[str(sentence.index)]) > 1
        looked_at = alignments[: 2 if several else 1]
        assert any(_is_right(each, sentence) for each in looked_at), sentence.text
    firsts = sum(_is_right(alignments[0], sentence) for sentence, alignments in zip(seed, found, strict=True))
    assert firsts >= 26
    wrong = [
        each
        for s, alignments in zip(seed, found, strict=True)
        for each in alignments
        if not _is_right(each, s)
    ]
    assert len(wrong) <= 1


@pytest.mark.model
def test_with_one_report_alone_the_other_sentences_find_nothing(references: dict[str, ReferenceText]) -> None:
    """Of 108 answers (27 sentences, each report alone) at most 8 are wrong, at most 3 of them made up."""
    seed = _segmented(KEY["seed"], "fr")
    encoder = get_encoder("use")
    made_up = missed = 0
    for name, reference in references.items():
        for sentence, alignments in zip(seed, mine(seed, [reference], encoder), strict=True):
            there = any(each["file"] == name for each in COUNTERPARTS[str(sentence.index)])
            made_up += not there and bool(alignments)
            missed += there and not any(_is_right(each, sentence) for each in alignments)
    assert made_up <= 3
    assert made_up + missed <= 8
