"""The Python API and the whole path on the seed article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import mtaudit
from mtaudit.model import Report
from mtaudit.reporter import RenderOptions, get_renderer

ROOT = Path(__file__).resolve().parents[1]
SEED = ROOT / "seeds" / "cessez-le-feu-ukraine-2025-03-14.fr.txt"
TEXT = "Le chef a dit que la balle est maintenant dans la cour de ses adversaires. Il a souri."


def test_audit_of_a_string() -> None:
    report = mtaudit.audit(TEXT, options=mtaudit.AuditOptions(fast=True))
    assert isinstance(report, Report)
    article = report.documents[0]
    assert [sentence.verdict for sentence in article.sentences] == ["unchecked", "unchecked"]
    finding = next(finding for finding in article.findings if finding.rule == "LIT001")
    assert TEXT[finding.start : finding.end] == finding.text
    assert finding.suggestions == ("la balle est maintenant dans le camp",)
    assert article.sentences[1].fidelity == 100
    assert report.signature.startswith(f"mtaudit:{mtaudit.__version__}|pack:en_fr:")


def test_unknown_names_are_attribute_errors() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = mtaudit.nonsense


def test_evidence_from_the_source_makes_a_finding_surer(tmp_path: Path) -> None:
    source = tmp_path / "source.txt"
    source.write_text("The chief said the ball is now in his opponents' court. He smiled.", encoding="utf-8")
    options = mtaudit.AuditOptions(fast=True, select=("LIT001",))
    alone = mtaudit.audit(TEXT, options=options).documents[0].findings[0]
    known = mtaudit.audit(TEXT, source=source, options=options).documents[0].findings[0]
    assert known.confidence > alone.confidence
    assert known.evidence == "english"


@pytest.mark.model
def test_the_committed_report_of_the_seed_is_in_step() -> None:
    """reports/ holds what ``make audit`` writes today; run it and commit when rules change."""
    report = mtaudit.audit_files([SEED.relative_to(ROOT)], references=[Path("references")])
    for name in ("json", "html"):
        written = (ROOT / "reports" / f"seed.{name}").read_text(encoding="utf-8")
        assert get_renderer(name)(report, RenderOptions()) == written, (
            f"reports/seed.{name}: run `make audit`"
        )


@pytest.mark.model
def test_the_seed_is_found_faulty_where_it_is() -> None:
    text = SEED.read_text(encoding="utf-8")
    report = json.loads((ROOT / "reports" / "seed.json").read_text(encoding="utf-8"))
    document = report["documents"][0]
    assert len(document["sentences"]) == 27
    found = {finding["text"] for sentence in document["sentences"] for finding in sentence["findings"]}
    for words in ("envoi", "personnel général", "Deal", "Kursk"):
        assert any(words in each for each in found), words
    for sentence in document["sentences"]:
        for finding in sentence["findings"]:
            assert text[finding["start"] : finding["end"]] == finding["text"]


@pytest.mark.model
def test_the_excerpt_in_the_readme_is_what_the_terminal_shows() -> None:
    report = mtaudit.audit_files([SEED.relative_to(ROOT)], references=[Path("references")])
    shown = get_renderer("text")(report, RenderOptions())
    excerpt = (ROOT / "README.md").read_text(encoding="utf-8").partition("```text\n")[2].partition("```")[0]
    assert excerpt in shown
    assert "LIT001  critical" in excerpt
