"""Polarity: negation kept, dropped, added, or said in another way."""

from __future__ import annotations

import pytest

from mtaudit.scorer.polarity import check_polarity, english_negators, french_negations

NEGATIONS = [
    ("Le traité n'est pas signé.", ["n'est pas"]),
    ("Le traité ne sera jamais signé.", ["ne sera jamais"]),
    ("Il n'y a plus de pain.", ["n'y a plus"]),
    ("Aucun train ne part.", ["ne"]),
    ("Personne n'a répondu.", ["n"]),
    ("Il ne reste que deux jours.", []),
    ("Il ne reste plus que deux jours.", []),
    ("Il part avant qu'il ne neige.", []),
    ("Le traité est signé.", []),
    ("Vous l'avez vu, n'est-ce pas ?", []),
]
SAME = [
    ("Le traité n'est pas signé.", "The treaty is not signed."),
    ("Le traité n'est pas signé.", "The treaty isn't signed."),
    ("Le traité n’est pas signé.", "The treaty isn’t signed."),
    ("Elle ne peut pas venir.", "She cannot come."),
    ("Il n'a jamais menti.", "He never lied."),
    ("Personne n'a répondu.", "Nobody answered."),
    ("Il ne dit rien.", "He says nothing."),
    ("Il n'a aucun ami.", "He has no friends."),
]
SILENT = [
    ("Le traité est signé.", "The treaty is signed."),
    ("Il part sans bruit.", "He leaves without a sound."),
    ("Il ne reste que deux jours.", "Two days remain."),
    ("Il part avant qu'il ne neige.", "He leaves before it snows."),
]
NO_MISMATCH = [
    ("Le projet n'a pas abouti.", "The project failed."),
    ("Elle n'a pas voulu répondre.", "She refused to answer."),
    ("Il n'est pas rare de voir des loups.", "Wolves are a common sight, unlike bears."),
    ("La route n'est pas sûre.", "The road is unsafe."),
    ("Il ne dort pas.", "He is sleepless."),
    ("Il nie avoir menti.", "He said he did not lie."),
    ("Le port est inaccessible.", "The port cannot be reached."),
    ("Il a échoué à convaincre.", "He did not convince them."),
    ("La séance reste ouverte.", "The session has not ended."),
    ("Il a seulement souri.", "He did not say a word."),
]
DIFFERENT = [
    ("Le traité n'est pas signé.", "The treaty is signed.", "n'est pas"),
    ("La ville n'a jamais payé la facture.", "The city paid the bill.", "n'a jamais"),
    ("Les voisins ne veulent pas de ce pont.", "The neighbours want this bridge.", "ne veulent pas"),
    ("Le traité est signé.", "The treaty is not signed.", ""),
    ("La ville a payé la facture.", "The city didn't pay the bill.", ""),
]


@pytest.mark.parametrize(("text", "spans"), NEGATIONS)
def test_french_negations(text: str, spans: list[str]) -> None:
    assert [text[start:end] for start, end in french_negations(text)] == spans


def test_english_negators() -> None:
    found = english_negators("He didn't say no, and can’t be far: not far.")
    assert found == [("n't", True), ("no", False), ("n't", True), ("not", False)]


@pytest.mark.parametrize(("french", "english"), SAME)
def test_a_kept_negation_matches(french: str, english: str) -> None:
    assert [check.status for check in check_polarity(french, [english], strict=True)] == ["match"]


@pytest.mark.parametrize(("french", "english"), SILENT)
def test_without_negation_nothing_is_checked(french: str, english: str) -> None:
    assert check_polarity(french, [english], strict=True) == []


@pytest.mark.parametrize(("french", "english"), NO_MISMATCH)
def test_denial_in_other_words_is_no_contradiction(french: str, english: str) -> None:
    assert all(check.status != "mismatch" for check in check_polarity(french, [english], strict=True))


@pytest.mark.parametrize(("french", "english", "text"), DIFFERENT)
def test_a_lost_or_added_negation_contradicts_the_source(french: str, english: str, text: str) -> None:
    (check,) = check_polarity(french, [english], strict=True)
    assert (check.status, check.french) == ("mismatch", text)


@pytest.mark.parametrize(("french", "english", "text"), DIFFERENT)
def test_comparable_reporting_never_contradicts(french: str, english: str, text: str) -> None:
    assert all(check.status != "mismatch" for check in check_polarity(french, [english]))


def test_english_left_in_place_is_not_compared() -> None:
    text = "The laws don't apply to them."
    assert check_polarity(text, [text], strict=True) == []


def test_table_is_large_enough() -> None:
    assert len(NEGATIONS) + len(SAME) + len(SILENT) + len(NO_MISMATCH) + len(DIFFERENT) >= 30
