from __future__ import annotations

import random

import pytest
from aligner_helpers import PAIRS, BagEncoder, reference, sentences
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.aligner import align
from mtaudit.aligner.mining import MOST, THRESHOLD, choose, mine
from mtaudit.model import Alignment

FRENCH = sentences(*(french for french, _ in PAIRS))
ENGLISH = [english for _, english in PAIRS]


def test_every_sentence_finds_its_counterpart_in_whatever_reference() -> None:
    found = mine(FRENCH, [reference("a", *ENGLISH[5:]), reference("b", *ENGLISH[:5])], BagEncoder())
    assert [alignments[0].text for alignments in found] == ENGLISH
    assert [alignments[0].reference for alignments in found] == ["b"] * 5 + ["a"] * 3
    assert all(each.kind == "comparable" for alignments in found for each in alignments)


def test_index_is_the_place_in_the_reference_not_in_the_list() -> None:
    texts = sentences(*ENGLISH)[3:5]
    found = mine(FRENCH[3:4], [reference("a").__class__("a", texts)], BagEncoder())
    assert found[0][0].index == 3


def test_what_no_reference_says_has_no_counterpart() -> None:
    for missing in range(len(PAIRS)):
        rest = [text for place, text in enumerate(ENGLISH) if place != missing]
        found = mine(FRENCH, [reference("a", *rest)], BagEncoder())
        assert found[missing] == ()
        assert sum(not alignments for alignments in found) == 1


@pytest.mark.parametrize("references", [[], [reference("a")], [reference("a"), reference("b")]])
def test_without_english_nothing_is_found_and_nothing_fails(references: list[object]) -> None:
    encoder = BagEncoder()
    assert mine(FRENCH, references, encoder) == [()] * len(FRENCH)  # type: ignore[arg-type]
    assert encoder.calls == 0
    assert mine((), [reference("a", *ENGLISH)], encoder) == []


def test_one_sentence_against_one_is_not_always_a_match() -> None:
    assert mine(FRENCH[:1], [reference("a", ENGLISH[0])], BagEncoder())[0]
    assert not mine(FRENCH[:1], [reference("a", ENGLISH[4])], BagEncoder())[0]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_the_order_of_references_and_sentences_does_not_matter(seed: int) -> None:
    rng = random.Random(seed)
    texts = list(ENGLISH)
    rng.shuffle(texts)
    cut = rng.randrange(len(texts) + 1)
    parts = [reference("a", *texts[:cut]), reference("b", *texts[cut:])]
    straight = mine(FRENCH, parts, BagEncoder())
    assert straight == mine(FRENCH, parts[::-1], BagEncoder())
    assert [alignments[0].text for alignments in straight] == ENGLISH


def test_two_reports_of_one_event_are_both_found() -> None:
    twice = [reference("a", ENGLISH[0], ENGLISH[1]), reference("b", ENGLISH[0], ENGLISH[6])]
    found = mine(FRENCH[:1], twice, BagEncoder())[0]
    assert [(each.reference, each.index) for each in found] == [("a", 0), ("b", 0)]


def test_a_quotation_inside_a_long_sentence_finds_its_sentence() -> None:
    french = (
        "Interrogé mardi soir par plusieurs dizaines de journalistes devant le siège provisoire de la "
        "délégation, le négociateur a affirmé que “la guerre et la paix jamais été aussi proche ville”."
    )
    english = '"The war and the peace never been this close city."'
    found = mine(sentences(french), [reference("a", *ENGLISH, english)], BagEncoder())[0]
    assert found[0].text == english
    assert found[0].similarity < 0.6


def test_names_break_a_tie() -> None:
    french = sentences("Le maire Dupont ouvre le pont neuf de la ville.")
    same = "The mayor {} opens the new bridge of the city."
    english = [same.format(name) for name in ("Walker", "Dupont", "Miller")]
    found = mine(french, [reference("a", *english)], BagEncoder())[0]
    assert found[0].text == english[1]


def test_the_encoder_is_asked_once() -> None:
    encoder = BagEncoder()
    mine(FRENCH, [reference("a", *ENGLISH), reference("b", *ENGLISH)], encoder)
    assert encoder.calls == 1


def _candidate(score: float) -> Alignment:
    return Alignment("a", 0, "text", 0.5, "comparable", score)


@pytest.mark.parametrize(
    ("scores", "kept"),
    [
        ([], 0),
        ([THRESHOLD - 0.01], 0),
        ([THRESHOLD], 1),
        ([9.0, 8.0, 7.0, 6.0], MOST),
        ([9.0, -0.9, -1.1], 2),
        ([0.0, -1.9, -2.1], 2),
    ],
)
def test_how_many_are_kept(scores: list[float], kept: int) -> None:
    assert len(choose([_candidate(score) for score in scores])) == kept


def test_align_puts_the_source_first() -> None:
    source = reference("source", *ENGLISH)
    found = align(FRENCH, [reference("a", *ENGLISH[:3])], encoder=BagEncoder(), source=source)
    assert [each.kind for each in found[0]] == ["source", "comparable"]
    assert [each.kind for each in found[7]] == ["source"]
    assert len(align(FRENCH, [], encoder=BagEncoder())) == len(FRENCH)
