"""The JSON report: its schema, its rounding, its round trip."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest
from helpers import (
    SIGNATURE,
    assert_golden,
    fixed_explanations,
    harbour_report,
    report_of,
    two_documents_report,
    with_text,
)

from mtaudit.reporter import RenderOptions, get_renderer

render = get_renderer("json")
SCHEMA = json.loads((files("mtaudit.reporter") / "report.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _explanations(monkeypatch):
    fixed_explanations(monkeypatch)


def rendered(report):
    return json.loads(render(report, RenderOptions()))


def test_snapshot():
    assert_golden("reporter/harbour.json", render(harbour_report(), RenderOptions()))


def test_schema_is_itself_valid():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("report", [harbour_report(), two_documents_report(), report_of()])
def test_reports_validate(report):
    jsonschema.Draft202012Validator(SCHEMA).validate(rendered(report))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), 2),
        (("documents", 0, "sentences", 0, "verdict"), "maybe"),
        (("documents", 0, "sentences", 0, "fidelity"), 101),
        (("documents", 0, "sentences", 1, "findings", 0, "severity"), "grave"),
        (("documents", 0, "sentences", 1, "findings", 0, "start"), -1),
        (("documents", 0, "extra"), 1),
    ],
)
def test_schema_refuses_what_is_wrong(path, value):
    broken = rendered(harbour_report())
    place = broken
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(broken)


def test_text_between_the_offsets_is_the_text_of_the_finding():
    report = harbour_report()
    text = report.documents[0].text
    found = [
        (text[finding["start"] : finding["end"]], finding["text"])
        for sentence in rendered(report)["documents"][0]["sentences"]
        for finding in sentence["findings"]
    ]
    assert len(found) == 6
    assert all(between == named for between, named in found)


def test_floats_are_rounded_at_the_boundary():
    report = harbour_report()
    document = report.documents[0]
    entry = document.sentences[1]
    entry = replace(
        entry,
        fidelity=20.9499999,
        alignments=(replace(entry.alignments[0], similarity=0.123456),),
        findings=(replace(entry.findings[0], confidence=1 / 3),),
    )
    scores = replace(document.scores, fidelity=-0.0, mqm_per_1000_words=2 / 3)
    changed = rendered(replace(report, documents=(replace(document, sentences=(entry,), scores=scores),)))
    sentence = changed["documents"][0]["sentences"][0]
    assert sentence["fidelity"] == 20.9
    assert sentence["alignments"][0]["similarity"] == 0.1235
    assert sentence["findings"][0]["confidence"] == 0.33
    assert str(changed["documents"][0]["scores"]["fidelity"]) == "0.0"
    assert changed["documents"][0]["scores"]["mqm_per_1000_words"] == 0.7


def test_text_stays_readable_and_the_file_ends_with_a_newline():
    text = render(harbour_report(), RenderOptions())
    assert "« Le bal est dans le camp" in text
    assert "海运集团" in text
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


def test_lone_surrogate_is_escaped_and_comes_back():
    text = render(with_text(harbour_report(), "avant \ud800 après"), RenderOptions())
    assert text.encode("utf-8").decode("utf-8") == text
    assert "avant \\ud800 après" in text
    assert json.loads(text)["documents"][0]["sentences"][0]["text"] == "avant \ud800 après"


def test_tool_and_version():
    tool = {"name": "mtaudit", "version": "0.1.0", "signature": SIGNATURE}
    assert rendered(report_of()) == {"schema_version": 1, "tool": tool, "documents": []}


def test_same_report_gives_the_same_bytes():
    assert render(harbour_report(), RenderOptions()) == render(
        harbour_report(), RenderOptions(width=20, color=True)
    )
