"""Soft evidence against a sentence, with the true source."""

from __future__ import annotations

import pytest

from mtaudit.model import Alignment, Sentence
from mtaudit.scorer.bootstrap import bootstrap_interval
from mtaudit.scorer.correspondence import group_texts, source_doubts
from mtaudit.scorer.denials import english_denials, french_denials
from mtaudit.scorer.doubts import Doubts
from mtaudit.scorer.fidelity import score_sentence
from mtaudit.scorer.loose_names import english_without_french, french_without_english

ENGLISH = "Angela Merkel met 12 farmers near Prague on Friday and did not promise them any subsidies."
FRENCH = (
    "Angela Merkel a rencontré 12 agriculteurs près de Prague vendredi et ne leur a promis aucune subvention."
)


def test_a_faithful_sentence_raises_no_doubt() -> None:
    assert source_doubts(FRENCH, ENGLISH) == Doubts()
    assert Doubts().correspondence == 1.0
    assert Doubts().reasons == ()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("12", "17"),
        ("vendredi", "samedi"),
        ("Angela", "Federico"),
        ("Merkel", "Köhler"),
        ("ne leur a promis aucune subvention", "leur a promis des subventions"),
        ("a rencontré", "n'a pas rencontré"),
        (" près de Prague vendredi et ne leur a promis aucune subvention", ""),
    ],
)
def test_each_change_of_the_facts_lowers_the_correspondence(right: str, wrong: str) -> None:
    assert right in FRENCH
    doubts = source_doubts(FRENCH.replace(right, wrong), ENGLISH)
    assert doubts.correspondence < 1.0
    assert doubts.reasons


def test_a_part_that_another_sentence_of_the_group_has_is_not_missed() -> None:
    first = "Angela Merkel a rencontré 12 agriculteurs près de Prague vendredi."
    second = "Elle ne leur a promis aucune subvention."
    assert source_doubts(first, ENGLISH).correspondence < 1.0
    assert source_doubts(first, ENGLISH, group=f"{first} {second}").correspondence == 1.0


def test_groups_are_the_sentences_that_share_a_part_of_the_source() -> None:
    sentences = [Sentence(n, 0, 1, text) for n, text in enumerate("abcd")]
    shared = Alignment("en", 3, "both", 0.8, "source")
    other = Alignment("en", 3, "both", 0.8, "comparable")
    assert group_texts(sentences, [(shared,), (shared,), (other,), ()]) == ["a b", "a b", "c", "d"]


def test_one_more_doubt_never_raises_the_correspondence_and_it_stays_bounded() -> None:
    values = [Doubts(names=tuple("abcdefghijklmnopqrstuvwxyz"[:count])).correspondence for count in range(26)]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == len(values)
    assert 0.7 < values[-1] < values[0] == 1.0


@pytest.mark.parametrize(
    ("french", "english", "count"),
    [
        ("Il n'est pas venu.", "He did not come.", 1),
        ("Il n'est jamais venu et n'a rien dit.", "He never came and said nothing.", 2),
        ("Elle est partie sans un mot.", "She left without a word.", 1),
        ("Ni lui ni elle n'ont répondu.", "Neither he nor she answered.", 1),
        ("Il a fait un pas en avant.", "He took a step forward.", 0),
        ("Il n'en reste que deux.", "Two are left.", 0),
        ("Le bilan est lourd.", "The toll is high.", 0),
        ("Il ne fait pas de doute qu'elle viendra.", "It isn't in doubt that she will come.", 1),
    ],
)
def test_denials_are_counted_alike_in_both_languages(french: str, english: str, count: int) -> None:
    assert french_denials(french) == count
    assert english_denials(english) == count


def test_a_word_that_denies_in_part_counts_in_part() -> None:
    assert 0 < english_denials("They failed to agree.") < 1
    assert 0 < french_denials("Ils refusent de partir.") < 1


def test_names_are_compared_part_by_part() -> None:
    assert french_without_english(
        "Selon Federico Merkel, tout va bien.", "According to Angela Merkel, all is well."
    ) == ["Federico"]
    assert english_without_french(
        "According to Angela Merkel, all is well.", "Selon Federico Merkel, tout va bien."
    ) == ["Angela"]
    assert french_without_english("Vladimir Poutine est à Kiev.", "Vladimir Putin is in Kyiv.") == []
    assert (
        english_without_french("The Supreme Court ruled on Monday.", "La Cour suprême a statué lundi.") == []
    )


def test_a_suspect_word_lowers_fidelity_and_is_named() -> None:
    sentence = Sentence(0, 0, 30, "Le gouvernement supporte le projet.")
    alignment = Alignment("en", 0, "The government supports the project.", 0.9, "source")
    plain = score_sentence(sentence, [alignment], [], [], references_given=True, source_given=True)
    doubts = source_doubts(sentence.text, alignment.text, senses=[("supporte", "supports")])
    less = score_sentence(
        sentence, [alignment], [], [], references_given=True, source_given=True, doubts=doubts
    )
    assert less[0] < plain[0]
    assert less[2].doubts == ("'supporte' is often wrong for 'supports'",)


def test_a_sentence_that_the_source_does_not_have_scores_low() -> None:
    sentence = Sentence(0, 0, 30, "Le gouvernement soutient le projet.")
    comparable = Alignment("en", 0, "The government supports the project.", 0.9, "comparable")
    for alignments in ([], [comparable]):
        fidelity, verdict, parts = score_sentence(
            sentence, alignments, [], [], references_given=True, source_given=True
        )
        assert fidelity == 40.0
        assert verdict == "unsupported"
        assert parts.correspondence is None


def test_the_interval_holds_the_mean_and_is_the_same_every_time() -> None:
    values = [100.0, 80.0, 95.0, 60.0, 100.0, 99.0, 72.5]
    interval = bootstrap_interval(values)
    assert interval is not None
    assert interval[0] < sum(values) / len(values) < interval[1]
    assert interval == bootstrap_interval(values)
    assert bootstrap_interval([50.0] * 9) == (50.0, 50.0)
    assert bootstrap_interval([50.0]) is None
