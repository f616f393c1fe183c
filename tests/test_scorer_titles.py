"""Titles and gender: found with their holders, kept, exchanged, or of the other gender."""

from __future__ import annotations

import pytest

from mtaudit.scorer.title_checks import check_titles
from mtaudit.scorer.titles import find_titles

FOUND_FRENCH = [
    ("Le président Paul Verneuil est venu.", [("président", "m", "verneuil")]),
    ("La présidente du conseil, Anne Verneuil, est venue.", [("présidente", "f", "verneuil")]),
    ("Paul Verneuil, maire de la ville, est venu.", [("maire", None, "verneuil")]),
    ("La ministre est venue.", [("ministre", "f", "")]),
    ("Le Premier ministre Paul Verneuil est venu.", [("Premier ministre", "m", "verneuil")]),
    ("Le ministre de l'Éducation nationale Paul Verneuil parle.", [("ministre", "m", "verneuil")]),
    ("La vice-présidente Anne Verneuil parle.", [("vice-présidente", "f", "verneuil")]),
    ("Les ministres Verneuil et Maury parlent.", []),
    ("La chef du parti parle.", [("chef", "f", "")]),
]
FOUND_ENGLISH = [
    ("President Paul Verneuil came.", [("President", None, "verneuil")]),
    ("Paul Verneuil, the mayor, came.", [("mayor", None, "verneuil")]),
    ("A spokeswoman came.", [("spokeswoman", "f", "")]),
    ("The chief executive, Anne Verneuil, came.", [("chief executive", None, "verneuil")]),
]
SAME = [
    ("Le président Verneuil est venu.", "President Verneuil came."),
    ("La présidente du groupe, Anne Verneuil, part.", "The group's chairwoman, Anne Verneuil, leaves."),
    ("Le patron du groupe, Paul Verneuil, part.", "The group's chief executive, Paul Verneuil, leaves."),
    ("La ministre a dit qu'elle partait.", "The minister said she was leaving."),
    ("Une porte-parole a démenti.", "A spokeswoman denied it."),
    ("Un porte-parole a démenti.", "A spokesman denied it."),
]
NO_MISMATCH = [
    # Somebody else is she.
    ("Le ministre a dit à Anne Maury qu'elle partait.", "The minister told Anne Maury she was leaving."),
    ("Le juge a dit à la victime de revenir.", "The judge told the victim that she should come back."),
    # She comes before the title, and may be another.
    ("Quand elle est entrée, le maire a ri.", "When she came in, the mayor laughed."),
    # He and she.
    ("Le maire l'a saluée.", "The mayor said he had seen her."),
    # Another person's title.
    ("Le maire Paul Verneuil a vu Anne Maury.", "Paul Verneuil saw Senator Anne Maury."),
    # A spokesman may be a woman.
    ("La porte-parole Anne Maury a démenti.", "Spokesman Anne Maury denied it."),
]
DIFFERENT = [
    ("Le ministre a dit qu'il partait.", "The minister said she was leaving.", "ministre", "minister"),
    ("La présidente a dit qu'elle partait.", "The president said he was leaving.", "présidente", "president"),
    ("Un porte-parole a démenti.", "A spokeswoman denied it.", "porte-parole", "spokeswoman"),
    ("Le ministre Maury est parti.", "The minister, Mrs Maury, has left.", "ministre", "minister"),
    ("Le maire Paul Verneuil est parti.", "Senator Paul Verneuil has left.", "maire", "Senator"),
    (
        "Le président de la région, Paul Verneuil, parle.",
        "The governor's lawyer, Paul Verneuil, speaks.",
        "",
        "",
    ),
    ("Paul Verneuil, sénateur, est parti.", "Judge Paul Verneuil has left.", "sénateur", "Judge"),
]


@pytest.mark.parametrize(("text", "found"), FOUND_FRENCH)
def test_french_titles(text: str, found: list[tuple[str, str | None, str]]) -> None:
    titles = find_titles(text, "french")
    assert [(title.text, title.gender, title.surname) for title in titles] == found
    assert all(text[title.start : title.end] == title.text for title in titles)


@pytest.mark.parametrize(("text", "found"), FOUND_ENGLISH)
def test_english_titles(text: str, found: list[tuple[str, str | None, str]]) -> None:
    assert [(title.text, title.gender, title.surname) for title in find_titles(text, "english")] == found


@pytest.mark.parametrize(("french", "english"), SAME)
def test_a_kept_title_matches(french: str, english: str) -> None:
    (check,) = check_titles(french, [english], strict=True)
    assert check.status == "match"
    assert french[check.french_start : check.french_end] == check.french
    assert english[check.english_start : check.english_end] == check.english


@pytest.mark.parametrize(("french", "english"), NO_MISMATCH)
def test_what_may_be_right_is_no_contradiction(french: str, english: str) -> None:
    assert all(check.status != "mismatch" for check in check_titles(french, [english], strict=True))


@pytest.mark.parametrize(("french", "english", "ours", "theirs"), [case for case in DIFFERENT if case[2]])
def test_another_title_or_gender_contradicts_the_source(
    french: str, english: str, ours: str, theirs: str
) -> None:
    (check,) = check_titles(french, [english], strict=True)
    assert (check.status, check.french, check.english) == ("mismatch", ours, theirs)
    (doubt,) = check_titles(french, [english])
    assert doubt.status == "unclear"


def test_two_titles_left_over_are_no_sure_case() -> None:
    french, english, *_ = next(case for case in DIFFERENT if not case[2])
    assert all(check.status != "mismatch" for check in check_titles(french, [english], strict=True))


def test_without_english_nothing_is_checked() -> None:
    assert check_titles("Le maire Paul Verneuil est parti.", [], strict=True) == []
