"""Where the names, numbers and quotations that were compared stand, in the French and in the English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from mtaudit.model import Alignment, Check, Sentence

#: Facts with these outcomes are marked; what the other side does not mention has no counterpart to show.
_MARKED = frozenset(("match", "mismatch", "unclear"))
_KINDS = frozenset(("number", "date", "name", "quote", "title", "modality", "role"))


@dataclass(frozen=True, slots=True)
class FactSpan:
    """A stretch of a text that was compared: half-open offsets, outcome and kind of its check.

    ``number`` is the place of the check among those of the sentence: what has one number on both sides
    was held against each other.
    """

    start: int
    end: int
    status: str
    kind: str
    number: int


def french_spans(sentence: Sentence, checks: Sequence[Check]) -> tuple[FactSpan, ...]:
    """Find the compared words of a French sentence.

    Args:
        sentence: The sentence.
        checks: Its checks.

    Returns:
        Spans with offsets of the sentence, in order, that do not overlap; a name inside a quotation
        keeps its own, and the quotation goes on around it. A check that does not know its place marks
        every literal occurrence of its words, and none where there is none.
    """
    places = [
        None
        if check.french_start is None or check.french_end is None
        else (check.french_start - sentence.start, check.french_end - sentence.start)
        for check in checks
    ]
    return _spans(sentence.text, checks, [check.french for check in checks], places)


def english_spans(alignment: Alignment, number: int, checks: Sequence[Check]) -> tuple[FactSpan, ...]:
    """Find the compared words of a passage of English, as :func:`french_spans` does.

    Args:
        alignment: The passage.
        number: Its place among the alignments of the sentence.
        checks: The checks of the French sentence.
    """
    places = [
        (check.english_start, check.english_end)
        if check.alignment == number and check.english_start is not None and check.english_end is not None
        else None
        for check in checks
    ]
    return _spans(alignment.text, checks, [check.english for check in checks], places)


def _spans(
    text: str, checks: Sequence[Check], written: Sequence[str], known: Sequence[tuple[int, int] | None]
) -> tuple[FactSpan, ...]:
    painted: list[int | None] = [None] * len(text)
    wanted = [
        number
        for number, check in enumerate(checks)
        if check.status in _MARKED and check.kind in _KINDS and written[number]
    ]
    # Longer ones first: the shorter ones are painted over them.
    for number in sorted(wanted, key=lambda each: (-len(written[each]), each)):
        place = known[number]
        for start, end in [place] if place else _places(text, written[number]):
            painted[start:end] = [number] * (end - start)
    return tuple(_runs(painted, checks))


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Occurrences that are no part of a longer word or number."""
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)" if words[-1:].isalnum() else re.escape(words)
    return [match.span() for match in re.finditer(pattern, text)]


def _runs(painted: Sequence[int | None], checks: Sequence[Check]) -> list[FactSpan]:
    spans, place = [], 0
    for number, run in groupby(painted):
        length = len(list(run))
        if number is not None:
            check = checks[number]
            spans.append(FactSpan(place, place + length, check.status, check.kind, number))
        place += length
    return spans
