"""JSON for machines, schema version 1 (``report.schema.json`` in this folder describes it)."""

from __future__ import annotations

import json
import re

from mtaudit.model import Alignment, Check, DocumentReport, FidelityParts, Finding, Report, SentenceReport
from mtaudit.reporter.counts import verdict_counts
from mtaudit.reporter.explaining import explanation_of
from mtaudit.reporter.options import RenderOptions, Traits

TRAITS = Traits(suffix=".json")

SCHEMA_VERSION = 1

FIDELITY_DIGITS = 1
SIMILARITY_DIGITS = 4
CONFIDENCE_DIGITS = 2

#: Where the words of a check stand; left out where they have no place of their own.
_PLACES = ("french_start", "french_end", "english_start", "english_end", "alignment")
_SURROGATE = re.compile("[\ud800-\udfff]")


def render(report: Report, options: RenderOptions) -> str:
    """The report as indented JSON, text left readable (``options`` change nothing here).

    A lone surrogate, which UTF-8 cannot carry, is written as the JSON escape of itself, so reading
    the file back gives the very text.
    """
    dumped = json.dumps(report_object(report), ensure_ascii=False, indent=2, allow_nan=False)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", dumped) + "\n"


def report_object(report: Report) -> dict[str, object]:
    """The report as the plain objects that JSON has, keys in the order of the schema."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "mtaudit", "version": report.version, "signature": report.signature},
        "documents": [_document(document) for document in report.documents],
    }


def _document(document: DocumentReport) -> dict[str, object]:
    return {
        "path": document.path,
        "language": document.language,
        "words": document.words,
        "scores": {
            "fidelity": _rounded(document.scores.fidelity, FIDELITY_DIGITS),
            **_interval(document.scores.fidelity_interval),
            "mqm_per_1000_words": _rounded(document.scores.mqm_per_1000_words, FIDELITY_DIGITS),
            "verdicts": verdict_counts(document.scores),
            **({"reference_metrics": document.reference_metrics} if document.reference_metrics else {}),
        },
        "sentences": [_sentence(entry) for entry in document.sentences],
    }


def _sentence(entry: SentenceReport) -> dict[str, object]:
    sentence, parts = entry.sentence, entry.parts
    return {
        "index": sentence.index,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "fidelity": _rounded(entry.fidelity, FIDELITY_DIGITS),
        "verdict": entry.verdict,
        "alignments": [_alignment(alignment) for alignment in entry.alignments],
        "checks": [_check(check) for check in entry.checks],
        "findings": [_finding(finding) for finding in entry.findings],
        "parts": {
            "alignment": _rounded_or_none(parts.alignment),
            "checks": _rounded_or_none(parts.checks),
            "penalty": _rounded(parts.penalty, SIMILARITY_DIGITS),
            **_correspondence(parts),
        },
        "explanation": explanation_of(entry),
        **({} if entry.chrf is None else {"chrf": _rounded(entry.chrf, FIDELITY_DIGITS)}),
    }


def _interval(interval: tuple[float, float] | None) -> dict[str, object]:
    """The interval of the mean, where there is one."""
    if interval is None:
        return {}
    return {"fidelity_interval": [_rounded(end, FIDELITY_DIGITS) for end in interval]}


def _correspondence(parts: FidelityParts) -> dict[str, object]:
    """The part that only the true source gives."""
    if parts.correspondence is None:
        return {}
    return {
        "correspondence": _rounded(parts.correspondence, SIMILARITY_DIGITS),
        "doubts": list(parts.doubts),
    }


def _alignment(alignment: Alignment) -> dict[str, object]:
    return {
        "reference": alignment.reference,
        "index": alignment.index,
        "text": alignment.text,
        "similarity": _rounded(alignment.similarity, SIMILARITY_DIGITS),
        "kind": alignment.kind,
        "link": alignment.link,
    }


def _check(check: Check) -> dict[str, object]:
    return {
        "kind": check.kind,
        "status": check.status,
        "french": check.french,
        "english": check.english,
        **{name: value for name in _PLACES if (value := getattr(check, name)) is not None},
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "mqm": finding.mqm,
        "severity": finding.severity,
        "confidence": _rounded(finding.confidence, CONFIDENCE_DIGITS),
        "message": finding.message,
        "explanation": finding.explanation,
        "suggestions": list(finding.suggestions),
        "hint": finding.hint,
        "english": finding.english,
        "evidence": finding.evidence,
    }


def _rounded(value: float, digits: int) -> float:
    """``value`` as a float with ``digits`` decimals; numpy scalars become floats, -0.0 becomes 0.0."""
    return round(float(value), digits) + 0.0


def _rounded_or_none(value: float | None) -> float | None:
    return None if value is None else _rounded(value, SIMILARITY_DIGITS)
