"""SARIF 2.1.0, for code-scanning dashboards.

Columns and offsets count code points (``columnKind`` says so). Suppressed findings are in the
results, marked as SARIF marks them, so that a dashboard shows them as closed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from mtaudit.detector.families import FAMILIES
from mtaudit.fingerprint import fingerprints
from mtaudit.model import DocumentReport, Finding, Report, Sentence, Suppressed
from mtaudit.reporter.lines import LineIndex
from mtaudit.reporter.options import RenderOptions
from mtaudit.reporter.visible import one_line

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {"critical": "error", "major": "error", "minor": "warning", "neutral": "note"}
_RANK = {"none": 0, "note": 1, "warning": 2, "error": 3}
_SUPPRESSION = {"comment": "inSource", "file": "external", "baseline": "external"}


def render(report: Report, options: RenderOptions) -> str:
    """One run with a rule for every rule that was found and a result for every finding."""
    rules: dict[str, dict[str, Any]] = {}
    results: list[dict[str, Any]] = []
    for document in report.documents:
        index = LineIndex(document.text)
        for finding, digest, suppressed in _all(document):
            rules.setdefault(finding.rule, _rule(finding))
            results.append(_result(document, finding, digest, suppressed, index, options.max_level))
    order = sorted(rules)
    for result in results:
        result["ruleIndex"] = order.index(result["ruleId"])
    driver = {
        "name": "mtaudit",
        "semanticVersion": report.version,
        "properties": {"signature": report.signature},
        "rules": [rules[rule] for rule in order],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(document.path)}} for document in report.documents],
        "results": results,
    }
    return (
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _all(document: DocumentReport) -> Iterator[tuple[Finding, str, Suppressed | None]]:
    """Standing and suppressed findings with their fingerprints, in the order of the text."""
    accepted = {id(each.finding): each for each in document.suppressed}
    found: list[tuple[Sentence, Iterable[Finding]]] = []
    for entry in document.sentences:
        sentence = entry.sentence
        own = [
            each.finding
            for each in document.suppressed
            if sentence.start <= each.finding.start < sentence.end
        ]
        found.append(
            (sentence, sorted([*entry.findings, *own], key=lambda each: (each.start, each.end, each.rule)))
        )
    for finding, digest in fingerprints(found):
        yield finding, digest, accepted.get(id(finding))


def _rule(finding: Finding) -> dict[str, Any]:
    family = FAMILIES.get(finding.rule[:3])
    return {
        "id": finding.rule,
        "name": "".join(part.capitalize() for part in finding.name.split("-")),
        "shortDescription": {"text": one_line(finding.message)},
        "fullDescription": {"text": one_line(finding.explanation)},
        "help": {"text": f"{one_line(finding.explanation)} `mtaudit rules {finding.rule}` shows examples."},
        "defaultConfiguration": {"level": _LEVEL[finding.severity]},
        "properties": {"tags": ["mqm", *finding.mqm.split("/"), *([family.title] if family else [])]},
    }


def _result(
    document: DocumentReport,
    finding: Finding,
    digest: str,
    suppressed: Suppressed | None,
    index: LineIndex,
    highest: str,
) -> dict[str, Any]:
    start, end = index.position(finding.start), index.position(finding.end)
    level = _LEVEL[finding.severity]
    region = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
        "snippet": {"text": _encodable(finding.text)},
    }
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": level if _RANK[level] <= _RANK[highest] else highest,
        "message": {"text": one_line(_sentence(finding))},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": _uri(document.path)}, "region": region}}
        ],
        "partialFingerprints": {"mtaudit/v1": digest},
        "rank": round(finding.confidence * 100, 1),
        "properties": {"severity": finding.severity, "mqm": finding.mqm, "confidence": finding.confidence},
    }
    if finding.suggestions:
        result["fixes"] = [
            {
                "description": {"text": one_line(suggestion)},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": _uri(document.path)},
                        "replacements": [
                            {
                                "deletedRegion": {k: v for k, v in region.items() if k != "snippet"},
                                "insertedContent": {"text": suggestion},
                            }
                        ],
                    }
                ],
            }
            for suggestion in finding.suggestions
        ]
    if suppressed is not None:
        result["suppressions"] = [
            {"kind": _SUPPRESSION[suppressed.kind], "justification": one_line(suppressed.reason)}
        ]
    return result


def _sentence(finding: Finding) -> str:
    advice = f" Write: {finding.suggestions[0]}" if finding.suggestions else ""
    hint = f" {finding.hint}" if finding.hint and not finding.suggestions else ""
    return f"« {finding.text} »: {finding.message}.{advice}{hint}"


def _uri(path: str) -> str:
    return quote(PurePath(path).as_posix(), errors="replace")


def _encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
