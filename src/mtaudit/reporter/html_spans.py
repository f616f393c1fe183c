"""A sentence cut into pieces for marking up, with overlapping faults side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mtaudit.model import Finding, Severity
from mtaudit.reporter.html_facts import FactSpan

#: Underlines below each other that still fit between two lines of text.
LANES = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A fault over a piece of text.

    Attributes:
        number: The fault's number within its sentence, from 1.
        severity: Decides the style of the line.
        lane: Which line below the text, from 0 (nearest) to ``LANES - 1``.
    """

    number: int
    severity: Severity
    lane: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under one set of faults.

    Attributes:
        text: The stretch.
        marks: The faults over it.
        ends: The faults whose label follows it.
        fact: The compared fact it belongs to, if any.
    """

    text: str
    marks: tuple[Mark, ...]
    ends: tuple[Mark, ...]
    fact: FactSpan | None = None


def pieces(
    text: str, offset: int, findings: Sequence[Finding], facts: Sequence[FactSpan] = ()
) -> tuple[Piece, ...]:
    """Cut ``text`` wherever a fault or a compared fact begins or ends.

    Args:
        text: The sentence.
        offset: Its start in the document, in code points.
        findings: Faults with offsets of the document; what lies outside the sentence is cut off.
        facts: Compared facts with offsets of ``text``; they do not overlap.

    Returns:
        Pieces whose texts join up to ``text``. A fault without length has a label and no mark.
    """
    spans = [_inside(finding, offset, len(text)) for finding in findings]
    marks = [
        Mark(number, finding.severity, lane)
        for number, (finding, lane) in enumerate(zip(findings, _lanes(spans), strict=True), start=1)
    ]
    fact_places = (place for fact in facts for place in (fact.start, fact.end))
    cuts = sorted({0, len(text), *(place for span in spans for place in span), *fact_places})
    result = []
    leading = _ending_at(0, spans, marks)
    if leading:
        result.append(Piece("", (), leading))
    for start, end in pairwise(cuts):
        over = tuple(
            mark for mark, span in zip(marks, spans, strict=True) if span[0] <= start and end <= span[1]
        )
        fact = next((fact for fact in facts if fact.start <= start and end <= fact.end), None)
        result.append(Piece(text[start:end], over, _ending_at(end, spans, marks), fact))
    return tuple(result)


def _inside(finding: Finding, offset: int, length: int) -> tuple[int, int]:
    start = min(max(finding.start - offset, 0), length)
    return start, min(max(finding.end - offset, start), length)


def _ending_at(place: int, spans: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(mark for mark, span in zip(marks, spans, strict=True) if span[1] == place)


def _lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """The lowest free lane for each span, longer ones first so that they lie nearest the text.

    More faults in one place than there are lanes share the last one.
    """
    lanes = [0] * len(spans)
    placed: list[int] = []
    for current in sorted(range(len(spans)), key=lambda i: (spans[i][0], -spans[i][1], i)):
        start, end = spans[current]
        taken = {lanes[other] for other in placed if spans[other][0] < end and start < spans[other][1]}
        lanes[current] = min((lane for lane in range(LANES) if lane not in taken), default=LANES - 1)
        placed.append(current)
    return lanes
