"""A line of text's height that shows where an article's fidelity drops, in SVG user units (pixels)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtaudit.model import SentenceReport, Verdict

WIDTH = 150.0
HEIGHT = 30.0
#: More bars than this could not be told apart; neighbours share one then.
MAX_BARS = 50
_MAX_STEP = 9.0
_MIN_BAR = 1.5


@dataclass(frozen=True, slots=True)
class SparkBar:
    """One sentence, or the worst one of several neighbours."""

    x: float
    y: float
    width: float
    height: float
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Sparkline:
    """The bars; ``low`` and ``high`` are fidelities (0..100), ``lowest`` a sentence's number from 1."""

    width: float
    height: float
    bars: tuple[SparkBar, ...]
    low: float
    high: float
    lowest: int


def sparkline_of(entries: Sequence[SentenceReport]) -> Sparkline | None:
    """Lay out the bars; None for an article without sentences."""
    if not entries:
        return None
    count = min(len(entries), MAX_BARS)
    step = min(WIDTH / count, _MAX_STEP)
    groups = [entries[i * len(entries) // count : (i + 1) * len(entries) // count] for i in range(count)]
    bars = []
    for number, group in enumerate(groups):
        worst = min(group, key=lambda entry: entry.fidelity)
        height = max(HEIGHT * min(max(worst.fidelity, 0.0), 100.0) / 100, _MIN_BAR)
        bars.append(
            SparkBar(
                x=round(number * step, 1),
                y=round(HEIGHT - height, 1),
                width=round(step * 0.78, 1),
                height=round(height, 1),
                verdict=worst.verdict,
            )
        )
    fidelities = [entry.fidelity for entry in entries]
    return Sparkline(
        width=round(step * count, 1),
        height=HEIGHT,
        bars=tuple(bars),
        low=min(fidelities),
        high=max(fidelities),
        lowest=fidelities.index(min(fidelities)) + 1,
    )
