"""Titles and gender of a French sentence held against the English: who is what, and whether he or she."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from mtaudit.model import Check, CheckStatus
from mtaudit.packs.tables import load_table
from mtaudit.scorer.name_forms import similar, tokens
from mtaudit.scorer.names import name_runs
from mtaudit.scorer.places import check_at, found_in, span_of
from mtaudit.scorer.titles import Gender, Title, find_titles

_GENDERS: dict[Gender, str] = {"m": "a man", "f": "a woman"}


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("facts/titles.toml")["gender"][key])


def check_titles(french: str, english: Sequence[str], *, strict: bool = False) -> list[Check]:
    """Compare the titles of persons, and the gender they are given, with the English counterparts.

    Args:
        french: The French sentence.
        english: Its counterparts; a match in any of them is a match.
        strict: The English is the true source. Then a mismatch is a title that nothing in the English
            can stand for, where the same person has one that nothing in the French stands for and no
            other title is left over; or a French form of the other gender than the English
            *spokeswoman*, *Mrs* or, where nobody else is spoken of, *she*. Otherwise it is unclear.

    Returns:
        One check per title that has a counterpart, or stands in the place of one; titles that only one
        side gives are no fact to check. None without English.
    """
    if not english:
        return []
    ours = find_titles(french, "french")
    theirs = found_in(english, lambda text: find_titles(text, "english"))
    checks = [check for title in ours if (check := _known(title, ours, theirs, english, strict)) is not None]
    left = [title for title in ours if not any(title.entries & other.entries for other in theirs)]
    others = [title for title in theirs if not any(title.entries & other.entries for other in ours)]
    if len(left) == 1 and len(others) == 1 and _same_person(left[0], others[0]):
        note = "the English gives the same person another title"
        checks.append(_check("mismatch" if strict else "unclear", left[0], others[0], note))
    return checks


def _same_person(french: Title, english: Title) -> bool:
    return bool(french.surname and english.surname) and similar(french.surname, english.surname)


def _known(
    title: Title, ours: Sequence[Title], theirs: Sequence[Title], english: Sequence[str], strict: bool
) -> Check | None:
    """The check of a title that the English has too: of the same person where one is named."""
    fitting = [other for other in theirs if title.entries & other.entries]
    if not fitting:
        return None
    other = next((each for each in fitting if _same_person(title, each)), fitting[0])
    alike = [each for each in ours if each.entries & other.entries]
    gender = _gender(other, theirs, english) if len(english) == 1 else None
    if gender is None or title.gender in (None, gender):
        return _check("match", title, other)
    # With two holders of one title the pronoun or the form may be the other's.
    sure = strict and len(alike) == len(fitting) == 1
    return _check(
        "mismatch" if sure else "unclear", title, other, f"the English speaks of {_GENDERS[gender]}"
    )


def _gender(title: Title, theirs: Sequence[Title], english: Sequence[str]) -> Gender | None:
    """What the English says of the holder's gender: by the title, by *Mr* or *Mrs*, or by a lone pronoun."""
    if title.gender is not None:
        return title.gender
    words = tokens(english[0])
    genders: tuple[tuple[Gender, str, str], ...] = (("m", "masculine", "he"), ("f", "feminine", "she"))
    for place, token in enumerate(words[1:], 1):
        if title.surname and token.folded == title.surname:
            before = words[place - 1].folded
            for gender, forms, _ in genders:
                if before in _words(forms):
                    return gender
    people = {run.parts[-1].folded for run in name_runs(english[0]) if not run.initial or len(run.parts) > 1}
    if (
        len(theirs) != 1
        or people - {title.surname}
        or any(token.folded in _words("others") for token in words)
    ):
        return None
    pronouns = [
        (token, gender) for token in words for gender, _, key in genders if token.folded in _words(key)
    ]
    found = {gender for _, gender in pronouns}
    # One before the title may be somebody else's.
    if len(found) != 1 or pronouns[0][0].start < title.start:
        return None
    return found.pop()


def _check(status: CheckStatus, french: Title, english: Title, note: str = "") -> Check:
    return check_at(
        "title", status, french.text, english.text, note, ours=span_of(french), theirs=span_of(english)
    )
