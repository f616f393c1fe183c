"""The scores of a text in words, the same in every report that people read."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.model import DocumentReport, DocumentScores
from mtaudit.reporter.counts import verdict_counts
from mtaudit.reporter.visible import one_line
from mtaudit.reporter.wording import Wording


def score_rows(scores: DocumentScores, wording: Wording) -> Iterator[tuple[str, str]]:
    """Fidelity with its interval, the MQM score, and the verdicts: (name, value)."""
    line = wording.text("label.fidelity_of_100", value=wording.number(scores.fidelity, 1))
    if scores.fidelity_interval is not None:
        low, high = (wording.number(end, 1) for end in scores.fidelity_interval)
        line += f" ({wording.text('label.interval', low=low, high=high)})"
    yield wording.text("label.fidelity"), line
    points = wording.number(scores.mqm_per_1000_words, 1)
    yield wording.text("label.mqm"), wording.text("label.mqm_per_1000", value=points)
    parts = [
        wording.text("label.counted", n=wording.number(n), name=wording.named("verdict", verdict))
        for verdict, n in verdict_counts(scores).items()
    ]
    yield wording.text("label.verdicts"), ", ".join(parts)


def metric_rows(document: DocumentReport) -> Iterator[tuple[str, str]]:
    """What sacreBLEU says against a human translation, where one was given: (metric, score and signature)."""
    for name, found in document.reference_metrics.items():
        yield name, one_line(f"{found['score']:.2f}  {found['signature']}")
