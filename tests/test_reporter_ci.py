"""The formats that CI systems read."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from helpers import harbour_report, with_text
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.fingerprint import fingerprints
from mtaudit.model import Report, Suppressed
from mtaudit.reporter import RenderOptions, get_renderer

PLAIN = RenderOptions()


def rendered(name: str, report: Report, options: RenderOptions = PLAIN) -> str:
    return get_renderer(name)(report, options)


def with_one_suppressed(report: Report) -> Report:
    """The report with its first finding accepted in a baseline."""
    document = report.documents[0]
    sentences = list(document.sentences)
    at = next(number for number, entry in enumerate(sentences) if entry.findings)
    first, *rest = sentences[at].findings
    sentences[at] = replace(sentences[at], findings=tuple(rest))
    known = Suppressed(first, "baseline", "known")
    return replace(report, documents=(replace(document, sentences=tuple(sentences), suppressed=(known,)),))


def test_sarif_is_valid_and_points_at_the_words() -> None:
    from sarif_pydantic import Sarif

    report = harbour_report()
    text = rendered("sarif", report)
    Sarif.model_validate_json(text)
    run = json.loads(text)["runs"][0]
    document = report.documents[0]
    assert len(run["results"]) == sum(len(each.findings) for each in report.documents)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    lines = document.text.split("\n")
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        begin = region["charOffset"]
        words = document.text[begin : begin + region["charLength"]]
        assert words == region["snippet"]["text"]
        if region["startLine"] == region["endLine"]:
            line = lines[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == words


def test_sarif_level_can_be_capped() -> None:
    run = json.loads(rendered("sarif", harbour_report(), RenderOptions(max_level="note")))["runs"][0]
    assert {result["level"] for result in run["results"]} == {"note"}


def test_sarif_marks_what_is_suppressed() -> None:
    report = harbour_report()
    before = json.loads(rendered("sarif", report))["runs"][0]["results"]
    after = json.loads(rendered("sarif", with_one_suppressed(report)))["runs"][0]["results"]
    assert [each["partialFingerprints"] for each in after] == [each["partialFingerprints"] for each in before]
    assert [each.get("suppressions") for each in after].count(None) == len(after) - 1


def test_junit_has_a_case_for_each_sentence() -> None:
    report = harbour_report()
    root = ElementTree.fromstring(rendered("junit", report))
    cases = root.findall(".//testcase")
    assert len(cases) == sum(len(document.sentences) for document in report.documents)
    failing = [
        entry
        for document in report.documents
        for entry in document.sentences
        if any(finding.severity != "neutral" for finding in entry.findings)
    ]
    assert len(root.findall(".//failure")) == len(failing) == int(root.attrib["failures"])


def test_github_commands_are_escaped() -> None:
    report = harbour_report()
    lines = rendered("github", report).splitlines()
    assert len(lines) == sum(len(document.findings) for document in report.documents)
    command = re.compile(
        r"::(error|warning|notice) file=[^:,]+,line=\d+,endLine=\d+,title=[^:,]+(,col=\d+,endColumn=\d+)?::.+"
    )
    assert all(command.fullmatch(line) for line in lines)
    odd = with_text(harbour_report(), "100 % sûr,\nnon : ::error::")
    assert all(
        line.startswith(("::error ", "::warning ", "::notice "))
        for line in rendered("github", odd).splitlines()
    )


def test_gitlab_fingerprints_are_unique_and_stable() -> None:
    entries = json.loads(rendered("gitlab", harbour_report()))
    prints = [entry["fingerprint"] for entry in entries]
    assert len(set(prints)) == len(prints)
    assert prints == [entry["fingerprint"] for entry in json.loads(rendered("gitlab", harbour_report()))]


def test_tsv_marks_the_words() -> None:
    report = harbour_report()
    header, *rows = [line.split("\t") for line in rendered("tsv", report).splitlines()]
    assert header[:4] == ["system", "doc", "doc_id", "seg_id"]
    assert {len(row) for row in rows} == {len(header)}
    marked = [row for row in rows if "<v>" in row[6]]
    assert len(marked) == sum(len(document.findings) for document in report.documents)


def test_fingerprints_survive_moves_not_edits() -> None:
    document = harbour_report().documents[0]
    found = [(entry.sentence, entry.findings) for entry in document.sentences if entry.findings]
    once = [digest for _, digest in fingerprints(found)]
    moved = [(replace(s, start=s.start + 50, end=s.end + 50), f) for s, f in found]
    assert [digest for _, digest in fingerprints(moved)] == once
    edited = [(replace(s, text=s.text + " Oui."), f) for s, f in found]
    assert not set(once).intersection(digest for _, digest in fingerprints(edited))
    twice = [digest for _, digest in fingerprints([*found, *found])]
    assert len(set(twice)) == len(twice)


@pytest.mark.parametrize("name", ["sarif", "junit", "github", "gitlab", "tsv"])
@settings(max_examples=60, deadline=None)
@given(text=st.text(min_size=1, max_size=80))
def test_any_text_goes_through(name: str, text: str) -> None:
    out = rendered(name, with_text(harbour_report(), text))
    out.encode("utf-8")
    if name in ("sarif", "gitlab"):
        json.loads(out)
    if name == "junit":
        ElementTree.fromstring(out)
