from __future__ import annotations

from aligner_helpers import PAIRS, BagEncoder, reference, sentences
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.aligner.ordered import align_source, beads

FRENCH = [french for french, _ in PAIRS]
ENGLISH = [english for _, english in PAIRS]


def shapes(french: list[str], english: list[str]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [(bead.french, bead.english) for bead in beads(french, english, BagEncoder())]


def one_to_one(places: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [((place, place + 1), (place, place + 1)) for place in range(places)]


def test_a_straight_translation_is_one_to_one() -> None:
    assert shapes(FRENCH, ENGLISH) == one_to_one(8)


def test_two_english_sentences_became_one() -> None:
    french = [*FRENCH[:2], f"{FRENCH[2]} {FRENCH[3]}", *FRENCH[4:]]
    found = shapes(french, ENGLISH)
    assert ((2, 3), (2, 4)) in found
    assert len(found) == 7


def test_one_english_sentence_became_two() -> None:
    english = [*ENGLISH[:2], f"{ENGLISH[2]} {ENGLISH[3]}", *ENGLISH[4:]]
    aligned = align_source(sentences(*FRENCH), reference("s", *english), BagEncoder())
    assert aligned[2] == aligned[3]
    assert aligned[2][0].text == english[2]
    assert aligned[2][0].similarity > 0.95


def test_a_dropped_and_an_added_sentence_in_texts_of_equal_length() -> None:
    english = [*ENGLISH[:5], *ENGLISH[6:], "Nothing of the sort stood anywhere else today."]
    french = list(FRENCH)
    assert len(english) == len(french)
    aligned = align_source(sentences(*french), reference("s", *english), BagEncoder())
    assert aligned[5] == ()
    assert [each[0].text for place, each in enumerate(aligned) if place != 5] == english[:-1]


def test_the_alignment_tells_both_english_sentences_and_the_first_place() -> None:
    french = [f"{FRENCH[0]} {FRENCH[1]}", *FRENCH[2:]]
    first = align_source(sentences(*french), reference("s", *ENGLISH), BagEncoder())[0][0]
    assert (first.index, first.text, first.kind) == (0, f"{ENGLISH[0]} {ENGLISH[1]}", "source")


def test_nothing_against_something() -> None:
    assert beads([], ENGLISH, BagEncoder()) == []
    assert beads(FRENCH, [], BagEncoder()) == []
    assert align_source(sentences(*FRENCH), reference("s"), BagEncoder()) == [()] * 8
    assert shapes(FRENCH[:1], ENGLISH[:1]) == one_to_one(1)
    assert shapes(FRENCH[:1], ENGLISH[4:5]) == []


def test_a_text_far_longer_than_the_corridor() -> None:
    french = [f"{FRENCH[place % 8]} numéro x{place}" for place in range(200)]
    english = [f"{ENGLISH[place % 8]} number x{place}" for place in range(200)]
    assert shapes(french, english) == one_to_one(200)
    assert shapes(french[150:], english)[-1] == ((49, 50), (199, 200))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 7), max_size=10), st.lists(st.integers(0, 7), max_size=10))
def test_beads_are_in_order_and_never_overlap(left: list[int], right: list[int]) -> None:
    found = beads([FRENCH[place] for place in left], [ENGLISH[place] for place in right], BagEncoder())
    at_french = at_english = 0
    for bead in found:
        assert bead.french[0] >= at_french
        assert bead.english[0] >= at_english
        assert 1 <= bead.french[1] - bead.french[0] <= 2
        assert 1 <= bead.english[1] - bead.english[0] <= 2
        at_french, at_english = bead.french[1], bead.english[1]
    assert at_french <= len(left)
    assert at_english <= len(right)
