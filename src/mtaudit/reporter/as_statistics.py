"""Counts of a run as JSON: findings by rule, family and severity, in all and per document.

Suppressed findings are counted apart; they are in none of the other counts.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from mtaudit.model import DocumentReport, Finding, Report
from mtaudit.reporter.counts import SEVERITIES, all_findings, family_of, total_scores
from mtaudit.reporter.options import RenderOptions

SCHEMA_VERSION = 1


def render(report: Report, options: RenderOptions) -> str:
    """The counts, every key there even where it is 0 or empty (``options`` change nothing here)."""
    scores = total_scores(report)
    counted = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "mtaudit", "version": report.version, "signature": report.signature},
        "documents": len(report.documents),
        "sentences": sum(len(document.sentences) for document in report.documents),
        "words": sum(document.words for document in report.documents),
        "fidelity": round(scores.fidelity, 1),
        "mqm_per_1000_words": round(scores.mqm_per_1000_words, 1),
        **_counts(all_findings(report.documents)),
        "suppressed": _suppressed(report.documents),
        "by_document": {document.path: _counts(document.findings) for document in report.documents},
    }
    text = json.dumps(counted, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _counts(findings: Sequence[Finding]) -> dict[str, object]:
    severities = Counter(finding.severity for finding in findings)
    return {
        "findings": len(findings),
        "by_severity": {severity: severities[severity] for severity in SEVERITIES},
        "by_family": _sorted(family_of(finding.rule) for finding in findings),
        "by_rule": _sorted(finding.rule for finding in findings),
    }


def _suppressed(documents: Sequence[DocumentReport]) -> dict[str, int]:
    kinds = Counter(each.kind for document in documents for each in document.suppressed)
    return {kind: kinds[kind] for kind in ("comment", "file", "baseline")}


def _sorted(names: Iterable[str]) -> dict[str, int]:
    """Counts, the highest first, equal ones by name."""
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))
