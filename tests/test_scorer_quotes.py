"""Quotations: found in every style of marks, kept or stretched."""

from __future__ import annotations

import pytest

from mtaudit.scorer.quotes import check_quotes, find_quotations

FOUND = [
    ("Il parle d'une « victoire nette » hier.", [" victoire nette "]),
    ("Il parle d’une “victoire nette” hier.", ["victoire nette"]),
    ('Il parle d\'une "victoire nette" hier.', ["victoire nette"]),
    ("« Il m'a dit “non” hier », raconte-t-elle.", [" Il m'a dit “non” hier "]),
    ("« Nous partons, dit-il. Et demain", [" Nous partons, dit-il. Et demain"]),
    ("nous reviendrons », dit-il.", ["nous reviendrons "]),
    ("Rien n'est cité aujourd'hui.", []),
    ('Un écran de 15" et rien', [" et rien"]),
    ("«»", []),
]
SAME = [
    ("Il parle d'une « victoire nette ».", 'He speaks of a "clear victory".'),
    ("Il parle d'une « victoire nette ».", "He speaks of a “clear victory”."),
    ("Il parle d'une « victoire nette ».", "He speaks of a 'clear victory'."),
    ("« Nous ne céderons pas », a dit la maire.", '"We will not give in," the mayor said.'),
    ("nous ne céderons pas », a dit la maire.", 'we will not give in," the mayor said.'),
    ("« Oui » ou « non », il faut choisir.", '"Yes" or "no", one has to choose.'),
]
NO_MISMATCH = [
    ("Il parle d'une « victoire ».", "He speaks of a victory."),
    ("La revue « Le Phare du soir » ferme.", "The magazine Evening Lighthouse closes down."),
    ("« Non », dit-il sans même lever les yeux de son journal.", '"No," he says.'),
    ("« Cela suffit maintenant, il faut partir tout de suite », dit-il.", '"Enough," he says.'),
    ("Il dit que c'est assez.", '"That is enough," he says.'),
]
STRETCHED = [
    (
        "« La route est coupée depuis ce matin, a dit le maire de la commune en montrant la rivière en crue »",
        '"The road has been cut," the mayor of the village said this morning, pointing at the swollen river.',
    ),
    (
        "Elle « a quitté le bureau à midi, pris le train de nuit et promis de ne jamais y revenir ».",
        'She left the office at noon, took the night train and promised to "never come back there".',
    ),
]


@pytest.mark.parametrize(("text", "stretches"), FOUND)
def test_quotations_are_found(text: str, stretches: list[str]) -> None:
    found = find_quotations(text)
    assert [quotation.text for quotation in found] == stretches
    assert all(text[quotation.start : quotation.end] == quotation.text for quotation in found)


@pytest.mark.parametrize(("french", "english"), SAME)
def test_a_kept_quotation_matches(french: str, english: str) -> None:
    checks = check_quotes(french, [english], strict=True)
    assert checks
    assert {check.status for check in checks} == {"match"}


@pytest.mark.parametrize(("french", "english"), NO_MISMATCH)
def test_what_may_be_right_is_no_contradiction(french: str, english: str) -> None:
    assert all(check.status != "mismatch" for check in check_quotes(french, [english], strict=True))


@pytest.mark.parametrize(("french", "english"), STRETCHED)
def test_words_put_into_a_mouth_contradict_the_source(french: str, english: str) -> None:
    (check,) = check_quotes(french, [english], strict=True)
    assert check.status == "mismatch"
    assert check.french in french
    (doubt,) = check_quotes(french, [english])
    assert doubt.status == "unclear"


def test_a_quotation_that_does_not_close_is_unclear() -> None:
    french = "« Nous ne céderons pas, a dit la maire."
    (check,) = check_quotes(french, ['"We will not give in," the mayor said.'], strict=True)
    assert check.status == "unclear"


def test_no_quotation_in_the_english_is_missing() -> None:
    (check,) = check_quotes("Il parle d'une « victoire ».", ["He speaks of a victory."], strict=True)
    assert check.status == "missing"


def test_table_is_large_enough() -> None:
    assert len(FOUND) + len(SAME) + len(NO_MISMATCH) + len(STRETCHED) >= 20
