"""Places of the compared words: in the document, and in the one English passage they are from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mtaudit.examining import Examined, _moved
from mtaudit.model import Alignment, Check, Sentence
from mtaudit.scorer.checks import findings_from_checks, run_checks
from mtaudit.scorer.doubts import NO_DOUBTS
from mtaudit.scorer.places import check_at, distinct, placed, shifted

BEFORE = 37
FRENCH = (
    "« Le pont ne rouvrira pas », a dit mardi Hélène Marchetti, après 25 jours de travaux "
    "à Moscou et 25 000 euros de dépenses en 2009."
)
FIRST = "The bridge stays shut, engineers reported in Lyon."
SECOND = (
    '"The bridge will not reopen," Hélène Marchetti said on Tuesday, after 25 days of work in Moscow '
    "and 25,000 euros spent in 2009."
)


def _checks(*alignments: Alignment, french: str = FRENCH) -> tuple[Check, ...]:
    return run_checks(Sentence(0, BEFORE, BEFORE + len(french), french), alignments)


def _alignment(text: str, kind: str = "comparable") -> Alignment:
    return Alignment("r", 0, text, 0.8, kind)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["source", "comparable"])
def test_both_places_hold_the_words(kind: str) -> None:
    alignments = (_alignment(FIRST, kind), _alignment(SECOND, kind))
    checks = _checks(*alignments)
    assert {check.kind for check in checks} >= {"number", "date", "name", "quote", "polarity"}
    for check in checks:
        assert check.french_start is not None, check
        assert check.french_end is not None, check
        assert FRENCH[check.french_start - BEFORE : check.french_end - BEFORE] == check.french
        assert check.status == "match", check
        assert check.alignment == 1, check
        assert SECOND[check.english_start : check.english_end] == check.english, check


def test_a_number_is_not_found_in_a_longer_one() -> None:
    french = "Il faut 25 000 euros et 25 jours."
    checks = _checks(_alignment("It takes 25,000 euros and 25 days.", "source"), french=french)
    places = {check.french: check.french_start for check in checks}
    assert places["25"] == BEFORE + french.index("25 jours")


def test_places_count_in_the_alignment_even_when_only_the_source_is_compared() -> None:
    checks = _checks(_alignment(SECOND), _alignment(SECOND, "source"))
    assert {check.alignment for check in checks} == {1}


def test_what_the_english_lacks_has_a_french_place_only() -> None:
    (check,) = _checks(_alignment("The bridge is shut.", "source"), french="Il manque 312 boulons.")
    assert (check.status, check.english_start, check.english_end, check.alignment) == (
        "missing",
        None,
        None,
        None,
    )
    assert check.french_start is not None


def test_a_name_whose_parts_lie_apart_is_marked_at_its_last() -> None:
    english = "Hélène is one of the two sisters who grew up beside the old bridge of the Marchetti family."
    (check,) = _checks(_alignment(english, "source"), french="Voici Hélène Marchetti.")
    assert english[check.english_start : check.english_end] == "Marchetti"


def test_the_finding_stands_where_the_check_stands() -> None:
    french = "En 25 000 jours ou en 25 ans."
    sentence = Sentence(0, BEFORE, BEFORE + len(french), french)
    alignments = (_alignment("In 25,000 days or in 52 years.", "source"),)
    checks = run_checks(sentence, alignments)
    (finding,) = findings_from_checks(sentence, checks, alignments)
    assert finding.start == BEFORE + french.index("25 ans")


def test_a_fact_said_twice_is_one_check() -> None:
    once = check_at("number", "match", "3", "3", ours=(1, 2), theirs=(3, 4))
    again = check_at("number", "match", "3", "3", ours=(9, 10), theirs=(3, 4))
    other = check_at("number", "match", "4", "4", ours=(5, 6))
    assert distinct([once, again, other]) == [once, other]


def test_a_place_beyond_one_passage_is_left_out() -> None:
    check = check_at("name", "match", "a", "b", ours=(0, 1), theirs=(3, 8))
    moved = placed(check, 10, ["abcde", "fgh"], [0, 1])
    assert (moved.french_start, moved.english_start, moved.alignment) == (10, None, None)
    inside = placed(replace(check, english_start=6, english_end=9), 0, ["abcde", "fgh"], [4, 7])
    assert (inside.english_start, inside.english_end, inside.alignment) == (0, 3, 7)


def test_checks_move_with_their_sentence() -> None:
    sentence = Sentence(0, BEFORE, BEFORE + len(FRENCH), FRENCH)
    alignments = (_alignment(SECOND, "source"),)
    examined = Examined(sentence, alignments, run_checks(sentence, alignments), (), NO_DOUBTS, "key")
    later = Sentence(3, 500, 500 + len(FRENCH), FRENCH)
    moved = _moved(examined, later)
    assert moved.checks == run_checks(later, alignments)
    assert shifted(Check("name", "match", "a", "a"), 5) == Check("name", "match", "a", "a")
