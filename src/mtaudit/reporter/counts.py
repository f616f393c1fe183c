"""Counting what a report holds: by severity, by family, by verdict, and over several documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from mtaudit.model import DocumentReport, DocumentScores, Finding, Report, Severity, Verdict

#: From the worst to the least; reports list and sort by it.
SEVERITIES: tuple[Severity, ...] = ("critical", "major", "minor", "neutral")
#: From the best to the least known.
VERDICTS: tuple[Verdict, ...] = ("supported", "partial", "unsupported", "contradicted", "unchecked")
#: The order in which families are explained to the reader: meaning first, form last.
FAMILIES: tuple[str, ...] = (
    "FID",
    "LIT",
    "FFR",
    "SEN",
    "TER",
    "COL",
    "SYN",
    "NAM",
    "UNT",
    "GRA",
    "GAR",
    "TYP",
)

_LETTERS = re.compile(r"[^\W\d_]+")


def family_of(rule: str) -> str:
    """The family code of a rule: the letters it starts with (``LIT014`` gives ``LIT``)."""
    match = _LETTERS.match(rule)
    return match.group() if match else rule


def by_severity(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Findings per severity, worst first; severities without any are left out."""
    counts = Counter(finding.severity for finding in findings)
    return {severity: counts[severity] for severity in SEVERITIES if counts[severity]}


def by_family(findings: Iterable[Finding]) -> dict[str, int]:
    """Findings per family code, most frequent first; equal ones in the order of ``FAMILIES``."""
    counts = Counter(family_of(finding.rule) for finding in findings)
    return {
        code: counts[code] for code in sorted(counts, key=lambda code: (-counts[code], *family_rank(code)))
    }


def family_rank(code: str) -> tuple[int, str]:
    """Sort key of a family code; families of plug-ins come last, by name."""
    return (FAMILIES.index(code) if code in FAMILIES else len(FAMILIES), code)


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The worst severity among ``findings``, or None where there are none."""
    return next(iter(by_severity(findings)), None)


def verdict_counts(scores: DocumentScores) -> dict[str, int]:
    """Sentences per verdict, in a fixed order; verdicts without any are left out."""
    order = [*VERDICTS, *sorted(set(scores.verdicts) - set(VERDICTS))]
    return {verdict: scores.verdicts[verdict] for verdict in order if scores.verdicts.get(verdict)}


def all_findings(documents: Iterable[DocumentReport]) -> tuple[Finding, ...]:
    """The findings of all documents, in order."""
    return tuple(finding for document in documents for finding in document.findings)


def total_scores(report: Report) -> DocumentScores:
    """Scores over all documents of a report.

    Fidelity is the mean over sentences, MQM points are per 1,000 words of all documents together;
    so both are what one long document made of all of them would get.
    """
    words = sum(document.words for document in report.documents)
    sentences = sum(len(document.sentences) for document in report.documents)
    fidelity = sum(document.scores.fidelity * len(document.sentences) for document in report.documents)
    points = sum(document.scores.mqm_per_1000_words * document.words for document in report.documents)
    verdicts: Counter[str] = Counter()
    for document in report.documents:
        verdicts.update(document.scores.verdicts)
    return DocumentScores(
        fidelity=fidelity / sentences if sentences else 0.0,
        mqm_per_1000_words=points / words if words else 0.0,
        verdicts=dict(verdicts),
        fidelity_interval=report.documents[0].scores.fidelity_interval
        if len(report.documents) == 1
        else None,
    )
