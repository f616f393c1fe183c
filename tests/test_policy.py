"""What a house decides: severities, quotations, regions."""

from __future__ import annotations

import mtaudit
from mtaudit.gate.thresholds import Gate
from mtaudit.text.quotations import quotations
from mtaudit.text.readers import document_from_text

TEXT = "Il a dit : « La balle est maintenant dans la cour de nos rivaux. » La balle est dans leur cour, a-t-il ajouté."


def severities(**options: object) -> list[str]:
    chosen = mtaudit.AuditOptions(fast=True, select=("LIT001",), **options)  # type: ignore[arg-type]
    return [finding.severity for finding in mtaudit.audit(TEXT, options=chosen).documents[0].findings]


def test_quotations() -> None:
    assert severities() == ["critical", "critical"]
    assert severities(quotes="lower") == ["major", "critical"]
    assert severities(quotes="skip") == ["critical"]


def test_quotation_spans() -> None:
    document = document_from_text('Elle dit “oui”, « non » et "peut-être.\n« Jamais fermé')
    assert [document.text[start:end] for start, end in quotations(document)] == [
        "“oui”",
        "« non »",
        '"peut-être.',
        "« Jamais fermé",
    ]


def test_severities_of_rules_and_families() -> None:
    assert severities(severity=(("LIT", "minor"),)) == ["minor", "minor"]
    assert severities(severity=(("LIT", "minor"), ("LIT001", "major"))) == ["major", "major"]


def test_gates_say_by_how_much() -> None:
    report = mtaudit.audit(TEXT, options=mtaudit.AuditOptions(fast=True, select=("LIT001",)))
    assert Gate().broken(report) == []
    assert Gate(fail_on="critical").broken(report) == ["2 findings of severity critical or graver"]
    assert Gate(max_findings={"LIT": 1}).broken(report) == ["2 findings of LIT, 1 above the 1 allowed"]
    assert Gate(max_findings={"ALL": 2}).broken(report) == []
    assert len(Gate(min_sentence_fidelity=99).broken(report)) == 2
    assert "above 10" in Gate(max_mqm_per_1000=10).broken(report)[0]
