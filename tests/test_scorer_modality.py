"""How sure a statement is: modals kept, dropped, put in, or exchanged."""

from __future__ import annotations

import pytest

from mtaudit.scorer.modality import check_modality, english_modals, french_modals

ENGLISH = [
    ("The bridge may close.", ["may"]),
    ("The bridge closes in May.", []),
    ("The might of the river broke it.", []),
    ("A visit is a must for everyone.", []),
    ("It could not be saved.", []),
    ("The grape must fermenting there smells.", []),
    ("Workers have to leave, perhaps tonight.", ["have", "perhaps"]),
    ("The mayor reportedly should resign.", ["reportedly", "should"]),
]
FRENCH = [
    ("Le pont pourrait fermer.", [("pourrait", True)]),
    ("Le pont peut fermer.", [("peut", False)]),
    ("Le pont serait fermé.", [("serait", True)]),
    ("Il faut partir.", [("faut", False)]),
    ("Devant la mairie, le public attend.", []),
    ("Le pont sera fermé.", []),
    ("Il rit, ne serait-ce qu'un instant.", []),
]
KEPT = [
    ("Le pont pourrait fermer demain.", "The bridge may close tomorrow.", "pourrait"),
    ("Le pont peut fermer demain.", "The bridge might close tomorrow.", "peut"),
    ("Le pont ferme peut-être demain.", "The bridge may close tomorrow.", "peut-être"),
    ("Le pont doit fermer demain.", "The bridge must close tomorrow.", "doit"),
    ("Il faut que le pont ferme demain.", "The bridge must close tomorrow.", "faut"),
    ("La maire aurait quitté la ville.", "The mayor has reportedly left the city.", "aurait"),
    ("Selon la rumeur, la maire est partie.", "The mayor has reportedly left the city.", "Selon"),
    ("La maire devrait quitter la ville.", "The mayor should leave the city.", "devrait"),
    ("La maire voudrait quitter la ville.", "The mayor would like to leave the city.", "voudrait"),
    ("La fermeture du pont risque de durer.", "The closure of the bridge may last.", "risque"),
]
NO_MISMATCH = [
    ("Quelle que soit la météo, le pont ferme.", "Whatever the weather may be, the bridge closes."),
    ("Le pont ferme pour que les ouvriers travaillent.", "The bridge closes so that workers can work."),
    ("Si le pont fermait, le bac reprendrait.", "If the bridge closed, the ferry resumed."),
    ("La maire a dit que le pont serait fermé.", "The mayor said the bridge was closed."),
    ("La maire propose que le pont ferme.", "The mayor proposes that the bridge should close."),
    ("Le pont serait fermé, selon la maire.", "The bridge is closed, according to the mayor."),
    ("Le pont devrait rouvrir lundi.", "The bridge is expected to reopen on Monday."),
    ("Le pont devrait rouvrir lundi.", "The bridge is to be reopened on Monday."),
    ("Le trajet pourrait durer une heure.", "The journey lasts a possible hour."),
    ("La maire aimerait un autre pont.", "The mayor prefers another bridge."),
    ("Il n'y a pas de pont qui relierait les rives.", "There is no bridge between the banks."),
    ("Le pont ferme.", "The bridge may close, but only after the ferry has come back from the yard."),
    ("Le pont ferme-t-il demain ?", "Could the bridge close tomorrow?"),
]
DIFFERENT = [
    ("Le pont ferme demain.", "The bridge may close tomorrow.", "", "may"),
    ("Le pont fermera demain.", "The bridge might close tomorrow.", "", "might"),
    ("La maire a quitté la ville.", "The mayor has allegedly left the city.", "", "allegedly"),
    ("Les ouvriers quittent la ville.", "Workers must leave the city.", "", "must"),
    ("Le pont pourrait fermer demain.", "The bridge closes tomorrow.", "pourrait", ""),
    ("Le maire devrait quitter la ville.", "The mayor leaves the city.", "devrait", ""),
    ("Trois ouvriers seraient blessés.", "Three workers are injured.", "seraient", ""),
    ("Trois ouvriers auraient quitté le pont.", "Three workers left the bridge.", "auraient", ""),
    ("Le pont doit fermer demain.", "The bridge may close tomorrow.", "doit", "may"),
    ("Les ouvriers peuvent partir demain.", "The workers must leave tomorrow.", "peuvent", "must"),
]


@pytest.mark.parametrize(("text", "found"), ENGLISH)
def test_english_modals(text: str, found: list[str]) -> None:
    modals = english_modals(text)
    assert [modal.text for modal in modals] == found
    assert all(text[modal.start : modal.end] == modal.text for modal in modals)


@pytest.mark.parametrize(("text", "found"), FRENCH)
def test_french_modals(text: str, found: list[tuple[str, bool]]) -> None:
    modals = french_modals(text)
    assert [(modal.text, modal.conditional) for modal in modals] == found
    assert all(text[modal.start : modal.end] == modal.text for modal in modals)


@pytest.mark.parametrize(("french", "english", "text"), KEPT)
def test_a_kept_modal_matches(french: str, english: str, text: str) -> None:
    (check,) = check_modality(french, [english], strict=True)
    assert (check.status, check.french) == ("match", text)
    assert french[check.french_start : check.french_end] == text
    assert english[check.english_start : check.english_end] == check.english


@pytest.mark.parametrize(("french", "english"), NO_MISMATCH)
def test_what_may_be_right_is_no_contradiction(french: str, english: str) -> None:
    assert all(check.status != "mismatch" for check in check_modality(french, [english], strict=True))


@pytest.mark.parametrize(("french", "english", "ours", "theirs"), DIFFERENT)
def test_a_changed_modality_contradicts_the_source(french: str, english: str, ours: str, theirs: str) -> None:
    (check,) = check_modality(french, [english], strict=True)
    assert (check.status, check.french, check.english) == ("mismatch", ours, theirs)


@pytest.mark.parametrize(("french", "english", "ours", "theirs"), DIFFERENT)
def test_comparable_reporting_never_contradicts(french: str, english: str, ours: str, theirs: str) -> None:
    assert all(check.status == "match" for check in check_modality(french, [english]))


def test_a_soft_modal_that_is_gone_is_unclear() -> None:
    (check,) = check_modality("Le pont ferme.", ["The bridge has to close."], strict=True)
    assert (check.status, check.english) == ("unclear", "has")


def test_plain_facts_and_missing_english_give_no_check() -> None:
    assert check_modality("Le pont ferme.", ["The bridge closes."], strict=True) == []
    assert check_modality("Le pont pourrait fermer.", [], strict=True) == []


def test_english_left_in_place_is_not_compared() -> None:
    text = "The bridge may close tomorrow."
    assert check_modality(text, [text], strict=True) == []
