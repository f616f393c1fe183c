"""Translations side by side, significance, and scores against a human translation."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from mtaudit.cli.app import main
from mtaudit.comparison import FIDELITY, MQM, compare
from mtaudit.errors import UsageError
from mtaudit.options import AuditOptions
from mtaudit.pipeline import audit
from mtaudit.reporter.comparing import FORMATS, comparison_object, render_comparison
from mtaudit.scorer.french_reference import report_with_french_reference
from mtaudit.scorer.reference_metrics import hypothesis_metrics, paired_metrics
from mtaudit.scorer.significance import compare_rates

TOWNS = [
    "Lyon",
    "Nantes",
    "Rennes",
    "Toulouse",
    "Strasbourg",
    "Bordeaux",
    "Lille",
    "Grenoble",
    "Dijon",
    "Brest",
]
GOOD = [f"Le maire de {town} soutient le projet de bibliothèque du quartier." for town in TOWNS]
BAD = [f"Le maire de {town} supporte le projet de librairie du quartier." for town in TOWNS]
ENGLISH = [f"The mayor of {town} supports the plan for a library in the district." for town in TOWNS]
FAST = AuditOptions(fast=True)


def _file(folder: Path, name: str, lines: list[str]) -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_clear_gap_is_shown_and_its_sign_is_right() -> None:
    first = [(50.0 + number % 7, 1.0) for number in range(60)]
    second = [(points + 5, weight) for points, weight in first]
    difference = compare_rates(first, second)
    assert difference.gap == pytest.approx(5.0)
    assert difference.p < 0.01
    assert difference.low == pytest.approx(5.0)
    assert compare_rates(second, first).gap == pytest.approx(-5.0)


def test_equal_systems_show_no_difference() -> None:
    units = [(float(number), 1.0) for number in range(20)]
    assert compare_rates(units, units).p == 1.0


def test_chance_alone_is_seldom_called_a_difference() -> None:
    rng = random.Random(1)
    called = 0
    for _ in range(100):
        first = [(rng.gauss(80, 10), 1.0) for _ in range(40)]
        second = [(rng.gauss(80, 10), 1.0) for _ in range(40)]
        called += compare_rates(first, second, rounds=300).p < 0.05
    assert called <= 12


def test_units_that_cannot_be_paired_are_exchanged_freely() -> None:
    first = [(40.0 + number % 5, 1.0) for number in range(30)]
    second = [(60.0 + number % 5, 1.0) for number in range(25)]
    difference = compare_rates(first, second)
    assert difference.p < 0.01
    assert difference.low < difference.gap < difference.high
    assert compare_rates([], second).p == 1.0


def test_the_paired_metrics_are_sacrebleus() -> None:
    found = {
        name: scores for name, scores, _, _ in paired_metrics([("a", BAD), ("b", GOOD)], GOOD, rounds=50)
    }
    for name, metric in hypothesis_metrics(BAD, GOOD).items():
        assert found[name][0] == metric["score"]
    assert found["BLEU"][1] == 100.0


def test_the_better_translation_is_named(tmp_path: Path) -> None:
    bad, good = _file(tmp_path, "bad.fr.txt", BAD), _file(tmp_path, "good.fr.txt", GOOD)
    comparison = compare([bad, good], french_reference=_file(tmp_path, "human.fr.txt", GOOD), options=FAST)
    assert comparison.paired
    assert comparison.units == len(TOWNS)
    values = {measure.name: measure.values for measure in comparison.measures}
    assert values[FIDELITY][1] > values[FIDELITY][0]
    assert values[MQM][1] < values[MQM][0]
    assert values["BLEU"][1] == 100.0
    assert comparison.families["FFR"][0] >= 10
    assert comparison.families["FFR"][1] == 0
    for name in (FIDELITY, MQM, "BLEU", "TER"):
        (verdict,) = (each for each in comparison.verdicts if each.startswith(f"{name}:"))
        assert "good.fr.txt is better than bad.fr.txt" in verdict


def test_a_translation_is_no_better_than_itself(tmp_path: Path) -> None:
    one, other = _file(tmp_path, "one.fr.txt", BAD), _file(tmp_path, "other.fr.txt", BAD)
    comparison = compare([one, other], options=FAST)
    assert all("no difference shown" in verdict for verdict in comparison.verdicts)


def test_texts_of_different_length_are_compared_without_pairing(tmp_path: Path) -> None:
    one, other = _file(tmp_path, "one.fr.txt", BAD), _file(tmp_path, "other.fr.txt", GOOD[:-1])
    comparison = compare([one, other], options=FAST)
    assert not comparison.paired
    with pytest.raises(UsageError, match="10 lines"):
        compare([one, other], french_reference=_file(tmp_path, "h.fr.txt", GOOD[:-1]), options=FAST)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_tells_the_verdict_and_escapes(tmp_path: Path, format: str) -> None:
    odd = _file(tmp_path, "a<b>&.fr.txt", BAD)
    comparison = compare([odd, _file(tmp_path, "good.fr.txt", GOOD)], options=FAST)
    shown = render_comparison(comparison, format)
    assert "good.fr.txt is better than" in shown
    assert ("<b>" in shown) == (format != "html")
    if format == "json":
        assert json.loads(shown) == comparison_object(comparison)


def test_the_command_writes_and_refuses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad, good = _file(tmp_path, "bad.fr.txt", BAD), _file(tmp_path, "good.fr.txt", GOOD)
    out = tmp_path / "compared.html"
    with pytest.raises(SystemExit) as done:
        main(["compare", str(bad), str(good), "--fast", "--format", "html", "--output", str(out)])
    assert done.value.code in (0, None)
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    for arguments in (
        [str(bad)],
        [str(bad), str(good), "--format", "pdf"],
        [str(bad), str(tmp_path / "none.txt")],
    ):
        with pytest.raises(SystemExit) as refused:
            main(["compare", *arguments])
        assert refused.value.code == 2
        assert capsys.readouterr().err.startswith("mtaudit: error:")


@pytest.mark.model
def test_fidelity_to_the_source_tells_engines_apart(tmp_path: Path) -> None:
    wrong = [line.replace(town, "Marseille") for line, town in zip(GOOD, TOWNS, strict=True)]
    files = [_file(tmp_path, "wrong.fr.txt", wrong), _file(tmp_path, "good.fr.txt", GOOD)]
    comparison = compare(files, source=_file(tmp_path, "en.txt", ENGLISH), options=FAST)
    assert "fidelity: good.fr.txt is better than wrong.fr.txt" in comparison.verdicts[0]


def test_an_audit_takes_a_human_translation(tmp_path: Path) -> None:
    human = _file(tmp_path, "human.fr.txt", GOOD)
    report = report_with_french_reference(audit("\n".join([*BAD[:5], *GOOD[5:]]), options=FAST), human)
    document = report.documents[0]
    assert set(document.reference_metrics) == {"BLEU", "chrF++", "TER"}
    assert "nrefs:1" in str(document.reference_metrics["BLEU"]["signature"])
    scores = [entry.chrf for entry in document.sentences]
    assert all(score is not None and score < 100 for score in scores[:5])
    assert scores[5:] == [100.0] * 5


def test_a_human_translation_with_other_lines_is_compared_as_a_whole(tmp_path: Path) -> None:
    human = _file(tmp_path, "human.fr.txt", [" ".join(GOOD)])
    document = report_with_french_reference(audit("\n".join(GOOD), options=FAST), human).documents[0]
    assert document.reference_metrics["BLEU"]["score"] == 100.0
    assert [entry.chrf for entry in document.sentences] == [100.0] * len(GOOD)


@pytest.mark.parametrize("format", ["json", "text", "html"])
def test_the_reports_show_the_scores(tmp_path: Path, format: str, capsys: pytest.CaptureFixture[str]) -> None:
    bad, human = _file(tmp_path, "bad.fr.txt", BAD), _file(tmp_path, "human.fr.txt", GOOD)
    arguments = ["audit", str(bad), "--hypothesis-reference", str(human), "--fast", "--no-config", "--quiet"]
    with pytest.raises(SystemExit) as done:
        main([*arguments, "--format", format])
    assert done.value.code in (0, None)
    shown = capsys.readouterr().out
    assert "chrF++" in shown
    assert "nrefs:1|case:mixed" in shown
    if format == "json":
        schema = json.loads(Path("src/mtaudit/reporter/report.schema.json").read_text(encoding="utf-8"))
        Draft202012Validator(schema).validate(json.loads(shown))
