"""Who does what to whom: active and passive, the same way round or turned."""

from __future__ import annotations

import pytest

from mtaudit.scorer.roles import check_roles, english_deeds, french_deeds

ENGLISH = [
    ("Marchetti was beaten by Verneuil.", ["Marchetti<Verneuil"]),
    ("Marchetti has been sacked by President Verneuil.", ["Marchetti<Verneuil"]),
    ("Marchetti beat Verneuil.", ["Marchetti>Verneuil"]),
    ("Marchetti has openly accused Mayor Verneuil.", ["Marchetti>Verneuil"]),
    ("Marchetti lost to Verneuil.", []),
    ("Marchetti met Verneuil.", []),
    ("Marchetti and Verneuil left.", []),
    ("Marchetti, who beat Verneuil, left.", []),
    ("Marchetti was standing by Verneuil.", []),
]
FRENCH = [
    ("Marchetti a été battu par Verneuil.", ["Marchetti<Verneuil"]),
    ("Marchetti, battu par Verneuil, est parti.", ["Marchetti<Verneuil"]),
    ("Marchetti sera remplacé par le maire Verneuil.", ["Marchetti<Verneuil"]),
    ("Marchetti a battu Verneuil.", ["Marchetti>Verneuil"]),
    ("Marchetti a vivement critiqué le maire Verneuil.", ["Marchetti>Verneuil"]),
    ("Marchetti a parlé à Verneuil.", []),
    ("Marchetti a rencontré Verneuil.", []),
    ("Marchetti est venu par Verneuil.", []),
    ("Marchetti, que Verneuil a battu, est parti.", []),
]
SAME = [
    ("Verneuil a battu Marchetti.", "Marchetti was beaten by Verneuil."),
    ("Marchetti a été battu par Verneuil.", "Verneuil beat Marchetti."),
    ("Marchetti a été battu par Verneuil.", "Marchetti was beaten by Verneuil."),
    ("La Russie a envahi l'Ukraine.", "Russia invaded Ukraine."),
]
TURNED = [
    ("Marchetti a battu Verneuil.", "Marchetti was beaten by Verneuil."),
    ("Verneuil a été battu par Marchetti.", "Marchetti was beaten by Verneuil."),
    ("Marchetti a été battu par Verneuil.", "Marchetti beat Verneuil."),
    ("Verneuil a accusé Marchetti.", "Marchetti accused Verneuil."),
    ("L'Ukraine a envahi la Russie.", "Russia invaded Ukraine."),
]
SILENT = [
    # Other people, or the same name on both sides of the verb.
    ("Marchetti a battu Verneuil.", "Marchetti was beaten by Delatour."),
    ("Paul Verneuil a battu Anne Verneuil.", "Anne Verneuil was beaten by Paul Verneuil."),
    ("Marchetti a battu Verneuil.", "Verneuil lost to Marchetti."),
]


def _shown(deeds: list[object]) -> list[str]:
    shown = []
    for deed in deeds:
        words = str(deed.text).replace(",", "").split()  # type: ignore[attr-defined]
        shown.append(f"{words[0]}{'<' if deed.passive else '>'}{words[-1]}")  # type: ignore[attr-defined]
    return shown


@pytest.mark.parametrize(("text", "found"), ENGLISH)
def test_english_deeds(text: str, found: list[str]) -> None:
    assert _shown(list(english_deeds(text))) == found


@pytest.mark.parametrize(("text", "found"), FRENCH)
def test_french_deeds(text: str, found: list[str]) -> None:
    assert _shown(list(french_deeds(text))) == found


@pytest.mark.parametrize(("french", "english"), SAME)
def test_the_same_way_round_matches(french: str, english: str) -> None:
    (check,) = check_roles(french, [english], strict=True)
    assert check.status == "match"
    assert french[check.french_start : check.french_end] == check.french
    assert english[check.english_start : check.english_end] == check.english


@pytest.mark.parametrize(("french", "english"), TURNED)
def test_the_other_way_round_contradicts_the_source(french: str, english: str) -> None:
    (check,) = check_roles(french, [english], strict=True)
    assert check.status == "mismatch"
    (doubt,) = check_roles(french, [english])
    assert doubt.status == "unclear"


@pytest.mark.parametrize(("french", "english"), SILENT)
def test_where_it_cannot_be_told_nothing_is_checked(french: str, english: str) -> None:
    assert check_roles(french, [english], strict=True) == []


def test_without_english_nothing_is_checked() -> None:
    assert check_roles("Marchetti a battu Verneuil.", [], strict=True) == []
