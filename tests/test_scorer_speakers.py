"""Speakers of quotations: found, the same, replaced, or exchanged."""

from __future__ import annotations

import pytest

from mtaudit.scorer.speakers import check_speakers, find_speakers

FRENCH = [
    ("« Nous partons », a déclaré Anne Verneuil.", ["Anne Verneuil"]),
    ("« Nous partons », a déclaré mardi la maire de Lyon, Anne Verneuil.", ["Anne Verneuil"]),
    ("« Nous partons », dit Verneuil.", ["Verneuil"]),
    ("Verneuil a expliqué qu'elle était « fatiguée ».", ["Verneuil"]),
    ("Selon Anne Verneuil, la ville est « fatiguée ».", ["Anne Verneuil"]),
    ("« Nous partons », a-t-elle dit.", []),
    ("« Nous partons », a déclaré à Anne Verneuil son voisin.", []),
    ("Anne Verneuil a déclaré forfait.", []),
    ("« Anne Verneuil a dit non », raconte-t-on.", []),
    ("Elle a dit que la ville était « fatiguée ».", []),
]
ENGLISH = [
    ('"We leave," said Anne Verneuil.', ["Anne Verneuil"]),
    ('"We leave," said the mayor of Lyon, Anne Verneuil.', ["Anne Verneuil"]),
    ('"We leave," Mrs Verneuil said.', ["Verneuil"]),
    ('"We leave," Anne Verneuil told the crowd.', ["Anne Verneuil"]),
    ('According to Anne Verneuil the city is "tired".', ["Anne Verneuil"]),
    ('"We leave," they told Anne Verneuil.', []),
    ('She said the city was "tired".', []),
    ('"We leave," Anne Verneuil of Blue Harbour Works said.', []),
    ('"We leave," said a voice (Anne Verneuil).', []),
    ("Anne Verneuil said no.", []),
]
SAME = [
    ("« Nous partons », a déclaré Anne Verneuil.", '"We leave," Anne Verneuil said.'),
    ("« Nous partons », a dit Gorbatchev.", '"We leave," said Gorbachev.'),
    ("Selon Verneuil, la ville est « fatiguée ».", 'The city is "tired", Verneuil said, and "old".'),
]
DIFFERENT = [
    ("« Nous partons », a déclaré Paul Marchetti.", '"We leave," Anne Verneuil said.'),
    ("« Nous partons », a dit Marchetti.", '"We leave," said Verneuil.'),
    (
        "« Nous partons », a dit Paul Marchetti au sujet d'Anne Verneuil.",
        '"We leave," Anne Verneuil said when she was asked about Paul Marchetti.',
    ),
]
UNSURE = [
    # The English speaker is in the French too, but the French one is not in the English.
    ("« Nous partons », a dit Marchetti en présence de Verneuil.", '"We leave," Anne Verneuil said.'),
    # A name with small letters in it may be cut in two.
    ("« Nous partons », a dit Rachid-ul Hassan.", '"We leave," Rachid-ul Hassan said.'),
]
SILENT = [
    ("« Nous partons », a-t-elle déclaré.", '"We leave," Anne Verneuil said.'),
    ("« Nous partons », a déclaré Anne Verneuil.", '"We leave," she said.'),
    (
        "« Un », dit Anne Verneuil, « deux », dit Paul Marchetti.",
        '"One," said Anne Verneuil, "two," said Paul Marchetti.',
    ),
]


@pytest.mark.parametrize(("text", "names"), FRENCH)
def test_french_speakers(text: str, names: list[str]) -> None:
    speakers = find_speakers(text, "french")
    assert [speaker.text for speaker in speakers] == names
    assert all(text[speaker.start : speaker.end] == speaker.text for speaker in speakers)


@pytest.mark.parametrize(("text", "names"), ENGLISH)
def test_english_speakers(text: str, names: list[str]) -> None:
    assert [speaker.text for speaker in find_speakers(text, "english")] == names


@pytest.mark.parametrize(("french", "english"), SAME)
def test_a_kept_speaker_matches(french: str, english: str) -> None:
    (check,) = check_speakers(french, [english], strict=True)
    assert (check.kind, check.status) == ("quote", "match")
    assert french[check.french_start : check.french_end] == check.french
    assert english[check.english_start : check.english_end] == check.english


@pytest.mark.parametrize(("french", "english"), DIFFERENT)
def test_another_speaker_contradicts_the_source(french: str, english: str) -> None:
    (check,) = check_speakers(french, [english], strict=True)
    assert (check.kind, check.status) == ("quote", "mismatch")
    (doubt,) = check_speakers(french, [english])
    assert doubt.status == "unclear"


@pytest.mark.parametrize(("french", "english"), UNSURE)
def test_what_may_be_right_is_unclear(french: str, english: str) -> None:
    (check,) = check_speakers(french, [english], strict=True)
    assert check.status == "unclear"


@pytest.mark.parametrize(("french", "english"), SILENT)
def test_without_one_speaker_on_both_sides_nothing_is_checked(french: str, english: str) -> None:
    assert check_speakers(french, [english], strict=True) == []


def test_without_english_nothing_is_checked() -> None:
    assert check_speakers("« Non », dit Anne Verneuil.", [], strict=True) == []
