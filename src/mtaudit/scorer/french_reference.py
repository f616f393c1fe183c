"""A machine translation held against a human one: sacreBLEU for the text, chrF for each sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from mtaudit.errors import UsageError
from mtaudit.model import Document, DocumentReport, Report
from mtaudit.scorer.reference_metrics import hypothesis_metrics
from mtaudit.text.readers import read_document
from mtaudit.text.segmenting import segment


def lines_of(text: str) -> list[str]:
    """The lines of a text that are not empty, trimmed: what sacreBLEU counts as segments."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def segments_of(hypothesis: str, reference: str) -> tuple[list[str], list[str]]:
    """Two texts in segments that correspond.

    Returns:
        Their lines where they have as many, else each text as one segment.
    """
    ours, theirs = lines_of(hypothesis), lines_of(reference)
    if len(ours) == len(theirs):
        return ours, theirs
    return [" ".join(ours)], [" ".join(theirs)]


def report_with_french_reference(report: Report, path: Path) -> Report:
    """The report of one text with scores against a human translation of it.

    Raises:
        InputError: The translation cannot be read.
        UsageError: There are several texts.
    """
    if len(report.documents) != 1:
        raise UsageError(
            f"--hypothesis-reference goes with one text, not {len(report.documents)}",
            "audit the texts one by one",
        )
    return replace(report, documents=(with_french_reference(report.documents[0], read_document(path)),))


def with_french_reference(report: DocumentReport, reference: Document) -> DocumentReport:
    """Add BLEU, chrF++ and TER to a document's report and chrF to each of its sentences.

    A sentence is compared with the likeliest sentence of the reference (by chrF): among those of the
    same line where both texts have as many lines, else among all.

    Args:
        report: The audit of the machine translation, with its text.
        reference: The human translation.

    Returns:
        The same report with these scores.
    """
    ours, theirs = segments_of(report.text, reference.text)
    from sacrebleu.metrics.chrf import CHRF

    chrf = CHRF()
    sentences = [sentence.text for sentence in segment(reference, "fr")]
    by_line = [_within(line, sentences) for line in theirs] if len(ours) > 1 else [sentences]
    ends = _line_ends(report.text) if len(ours) > 1 else [len(report.text) + 1]
    entries = []
    for entry in report.sentences:
        line = next((number for number, end in enumerate(ends) if entry.sentence.start < end), len(ends) - 1)
        best = max(chrf.sentence_score(entry.sentence.text, [other]).score for other in by_line[line])
        entries.append(replace(entry, chrf=round(float(best), 1)))
    return replace(report, sentences=tuple(entries), reference_metrics=hypothesis_metrics(ours, theirs))


def _within(line: str, sentences: Sequence[str]) -> list[str]:
    """The sentences of a line; the line itself where segmenting joined lines."""
    return [sentence for sentence in sentences if sentence.strip() in line] or [line]


def _line_ends(text: str) -> list[int]:
    """Where each line that is not empty ends, in code points."""
    ends, at = [], 0
    for line in text.splitlines(keepends=True):
        at += len(line)
        if line.strip():
            ends.append(at)
    return ends
