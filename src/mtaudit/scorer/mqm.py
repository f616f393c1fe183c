"""MQM penalties of whole documents, and counts by family and severity."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import get_args

from mtaudit.model import SEVERITY_WEIGHT, DocumentScores, Finding, SentenceReport, Severity, Verdict
from mtaudit.scorer.bootstrap import bootstrap_interval


def mqm_per_1000_words(findings: Iterable[Finding], words: int) -> float:
    """The penalty per 1,000 words: sum of severity weights / words * 1000 (as in ISO 5060).

    Args:
        findings: All findings of the text. Confidence plays no part: a reported fault counts whole.
        words: Length of the text in words; 0 counts as 1.

    Returns:
        Penalty points per 1,000 words, 0 or more, rounded to one decimal.
    """
    points = sum(SEVERITY_WEIGHT[finding.severity] for finding in findings)
    return round(points * 1000 / max(words, 1), 1)


def family_of(rule: str) -> str:
    """The family of a rule code, the letters before its number: ``LIT`` of ``LIT014``."""
    return rule.rstrip("0123456789") or rule


def counts_by_family(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings each family has, families in alphabetical order."""
    return dict(sorted(Counter(family_of(finding.rule) for finding in findings).items()))


def counts_by_severity(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings each severity has, the gravest first, zeros included."""
    counts = Counter(finding.severity for finding in findings)
    levels: tuple[Severity, ...] = get_args(Severity)
    return {level: counts[level] for level in reversed(levels)}


def document_scores(
    sentence_reports: Sequence[SentenceReport],
    words: int,
    interval: Callable[[Sequence[float]], tuple[float, float] | None] = bootstrap_interval,
) -> DocumentScores:
    """Score a document from its sentences.

    Args:
        sentence_reports: The audited sentences.
        words: Length of the document in words.
        interval: Gives the bootstrap interval; whoever knows it already need not make it again.

    Returns:
        The plain mean of the sentences' fidelity (100 for a text without sentences: nothing in it
        is wrong) with its bootstrap interval, the MQM penalty, and how many sentences got each
        verdict (zeros left out).
    """
    fidelity = 100.0
    if sentence_reports:
        fidelity = math.fsum(report.fidelity for report in sentence_reports) / len(sentence_reports)
    counts = Counter(report.verdict for report in sentence_reports)
    verdicts = {verdict: counts[verdict] for verdict in get_args(Verdict) if counts[verdict]}
    findings = [finding for report in sentence_reports for finding in report.findings]
    ends = interval([report.fidelity for report in sentence_reports])
    return DocumentScores(round(fidelity, 1), mqm_per_1000_words(findings, words), verdicts, ends)
