"""Omissions and additions against the true source."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from aligner_helpers import PAIRS, BagEncoder, reference, sentences

from mtaudit.aligner import Gap, align, source_gaps
from mtaudit.options import AuditOptions
from mtaudit.pipeline import audit
from mtaudit.scorer.gap_findings import findings_from_gaps

FRENCH = [french for french, _ in PAIRS]
ENGLISH = [english for _, english in PAIRS]


def _gaps(french: Sequence[str], english: Sequence[str]) -> list[Gap]:
    encoder, source = BagEncoder(), reference("source", *english)
    found = sentences(*french)
    return source_gaps(found, align(found, [], encoder=encoder, source=source), source, encoder)


def test_a_whole_translation_has_no_gaps() -> None:
    assert _gaps(FRENCH, ENGLISH) == []


@pytest.mark.parametrize(("place", "after", "before"), [(2, 1, False), (7, 6, False), (0, 0, True)])
def test_a_dropped_sentence_is_found_at_its_place(place: int, after: int, before: bool) -> None:
    french = [text for number, text in enumerate(FRENCH) if number != place]
    assert _gaps(french, ENGLISH) == [Gap("omission", after, ENGLISH[place], before)]


def test_an_added_sentence_is_found() -> None:
    added = "Les élèves rentrent avec un retard neige train."
    assert _gaps([*FRENCH[:3], added, *FRENCH[3:]], ENGLISH) == [Gap("addition", 3)]


def test_a_short_caption_may_be_left_out() -> None:
    assert _gaps(FRENCH, [*ENGLISH[:4], "Photo by Reuters", *ENGLISH[4:]]) == []


def test_a_summary_is_not_blamed_for_each_sentence() -> None:
    assert _gaps(FRENCH[:3], ENGLISH) == []


def test_findings_lie_in_their_sentence_and_say_what_is_missing() -> None:
    found = sentences("Le pont ouvre.", "  La pluie inonde la ville.  ")
    gaps = [
        Gap("omission", 0, "The judge postpones the trial."),
        Gap("addition", 1),
        Gap("omission", 0, "First.", True),
    ]
    made = findings_from_gaps(found, gaps)
    omission, opening = made[0]
    assert (omission.rule, omission.text, omission.mqm) == ("FID006", "ouvre.", "accuracy/omission")
    assert "The judge postpones the trial." in omission.message
    assert opening.text == "Le"
    (addition,) = made[1]
    assert (addition.rule, addition.text) == ("FID007", "La pluie inonde la ville.")
    for finding in (omission, opening, addition):
        sentence = found[0] if finding.rule == "FID006" else found[1]
        local = slice(finding.start - sentence.start, finding.end - sentence.start)
        assert sentence.text[local] == finding.text


SOURCE = (
    "The mayor of Lyon opened a new bridge over the river on Monday.\n"
    "The work took three years and cost 40 million euros.\n"
    "Residents complained about the noise during the nights of last summer.\n"
    "The old bridge will be pulled down before the end of the year.\n"
)
WHOLE = (
    "Le maire de Lyon a inauguré lundi un nouveau pont sur le fleuve.\n"
    "Les travaux ont duré trois ans et coûté 40 millions d'euros.\n"
    "Les habitants se sont plaints du bruit pendant les nuits de l'été dernier.\n"
    "L'ancien pont sera démoli avant la fin de l'année.\n"
)


def _audited(french: str, tmp_path: Path, **options: object) -> list[str]:
    source = tmp_path / "source.txt"
    source.write_text(SOURCE, encoding="utf-8")
    chosen = AuditOptions(fast=True, **options)  # type: ignore[arg-type]
    return [finding.rule for finding in audit(french, source=source, options=chosen).documents[0].findings]


@pytest.mark.model
def test_the_audit_reports_omissions_and_additions(tmp_path: Path) -> None:
    lines = WHOLE.splitlines(keepends=True)
    assert _audited(WHOLE, tmp_path) == []
    assert _audited("".join([*lines[:2], lines[3]]), tmp_path) == ["FID006"]
    added = "Le champion du monde d'échecs a perdu sa partie contre un jeune Norvégien.\n"
    assert _audited("".join([*lines[:2], added, *lines[2:]]), tmp_path) == ["FID007"]
    assert _audited("".join([*lines[:2], lines[3]]), tmp_path, ignore=("FID006",)) == []
