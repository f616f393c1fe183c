"""Where everything lies in the chart of fidelity along an article, in SVG user units (pixels)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtaudit.model import SentenceReport, Severity, Verdict
from mtaudit.reporter.counts import SEVERITIES

LEFT = 36.0
TOP = 10.0
PLOT_HEIGHT = 120.0
MARK_STEP = 12.0
MAX_MARKS = 4
#: What a page for a desk has room for; a short article takes less.
FULL_WIDTH = 1160.0
#: Narrower columns cannot be hit with a pointer; a long article makes the chart wider instead.
MIN_COLUMN = 6.0
MAX_COLUMN = 28.0
#: A sentence with fidelity 0 still shows that it is there.
MIN_BAR = 2.0
BASE = TOP + PLOT_HEIGHT


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A finding below its bar; ``x`` and ``y`` are the middle of the sign."""

    x: float
    y: float
    severity: Severity


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One sentence: its bar, the column around it that can be clicked, and its findings."""

    column_x: float
    column_width: float
    x: float
    y: float
    width: float
    height: float
    verdict: Verdict
    marks: tuple[ChartMark, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole chart; ``ticks`` are fidelity and height of the lines across it."""

    width: float
    height: float
    bars: tuple[ChartBar, ...]
    ticks: tuple[tuple[int, float], ...]


def chart_of(entries: Sequence[SentenceReport]) -> Chart:
    """Lay out one bar per sentence. At most ``MAX_MARKS`` findings show per sentence, worst first."""
    column = min(max((FULL_WIDTH - LEFT) / max(len(entries), 1), MIN_COLUMN), MAX_COLUMN)
    bars = tuple(_bar(entry, LEFT + number * column, column) for number, entry in enumerate(entries))
    rows = max((len(bar.marks) for bar in bars), default=0)
    return Chart(
        width=round(LEFT + column * len(entries), 1),
        height=BASE + 6 + rows * MARK_STEP,
        bars=bars,
        ticks=tuple((value, _height_of(value)) for value in (0, 50, 100)),
    )


def _height_of(fidelity: float) -> float:
    return round(BASE - PLOT_HEIGHT * min(max(fidelity, 0.0), 100.0) / 100, 1)


def _bar(entry: SentenceReport, column_x: float, column: float) -> ChartBar:
    top = min(_height_of(entry.fidelity), BASE - MIN_BAR)
    gap = min(column * 0.2, 4.0)
    middle = column_x + column / 2
    worst_first = sorted(entry.findings, key=lambda finding: SEVERITIES.index(finding.severity))
    marks = tuple(
        ChartMark(round(middle, 1), BASE + 10 + row * MARK_STEP, finding.severity)
        for row, finding in enumerate(worst_first[:MAX_MARKS])
    )
    return ChartBar(
        column_x=round(column_x, 1),
        column_width=round(column, 1),
        x=round(column_x + gap / 2, 1),
        y=top,
        width=round(column - gap, 1),
        height=round(BASE - top, 1),
        verdict=entry.verdict,
        marks=marks,
    )
