"""A sentence on a terminal, wrapped, with its faults underlined in place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from mtaudit.model import SEVERITY_WEIGHT, SentenceReport, Severity
from mtaudit.reporter.ansi import Painter
from mtaudit.reporter.cells import char_width, wrap_ranges
from mtaudit.reporter.visible import visible

#: Underlines differ by sign, so that severity shows without colour.
UNDERLINE: dict[Severity, str] = {"critical": "^", "major": "^", "minor": "~", "neutral": "~"}
GUTTER = "  │ "

#: Per code point, the severity that underlines it; None where nothing does.
_Marks = list[Severity | None]


def excerpt(entry: SentenceReport, width: int, paint: Painter) -> Iterator[str]:
    """Lines of the sentence, each followed by its underlines where it has any.

    Args:
        entry: The sentence and its findings.
        width: Cells of a whole line, gutter included.
        paint: Colours the underlines and the gutter.

    Yields:
        Lines without a line end.
    """
    shown = visible(entry.sentence.text)
    marks = _marks(entry)
    gutter = paint("quiet", GUTTER)
    for start, end in wrap_ranges(shown, width - len(GUTTER)):
        yield gutter + shown[start:end]
        underline = _underline(shown[start:end], marks[start:end], paint)
        if underline:
            yield gutter + underline


def _marks(entry: SentenceReport) -> _Marks:
    """The worst severity over each code point; a fault of no length marks the one that follows it."""
    text, offset = entry.sentence.text, entry.sentence.start
    marks: _Marks = [None] * len(text)
    for finding in sorted(entry.findings, key=lambda finding: SEVERITY_WEIGHT[finding.severity]):
        first = min(max(finding.start - offset, 0), max(len(text) - 1, 0))
        for place in range(first, min(max(finding.end - offset, first + 1), len(text))):
            marks[place] = finding.severity
    return marks


def _underline(line: str, marks: _Marks, paint: Painter) -> str:
    """Signs under the marked cells of ``line``; empty where nothing is marked."""
    cells: list[Severity | None] = []
    for char, mark in zip(line, marks, strict=True):
        cells.extend([mark] * char_width(char))
    if not any(cells):
        cells = _cells_of_widthless_marks(line, marks)
    while cells and cells[-1] is None:
        cells.pop()
    return "".join(
        " " * length if mark is None else paint(mark, UNDERLINE[mark] * length)
        for mark, length in ((mark, len(list(run))) for mark, run in groupby(cells))
    )


def _cells_of_widthless_marks(line: str, marks: _Marks) -> list[Severity | None]:
    """One marked cell where only characters without a width are marked, so that the fault shows."""
    for place, mark in enumerate(marks):
        if mark is not None:
            before = sum(char_width(char) for char in line[:place])
            return [*([None] * max(before - 1, 0)), mark]
    return []
