"""Where the names, numbers and quotations that were compared stand, in the French and in the English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from mtaudit.model import Check

Side = Literal["french", "english"]
#: Facts with these outcomes are marked; what the other side does not mention has no counterpart to show.
_MARKED = frozenset(("match", "mismatch", "unclear"))
_KINDS = frozenset(("number", "date", "name", "quote", "title"))


@dataclass(frozen=True, slots=True)
class FactSpan:
    """A stretch of a text that was compared: half-open offsets, outcome and kind of its check."""

    start: int
    end: int
    status: str
    kind: str


def fact_spans(text: str, checks: Iterable[Check], side: Side) -> tuple[FactSpan, ...]:
    """Find every place of the compared words.

    Args:
        text: A French sentence or an English one.
        checks: Checks of the French sentence.
        side: Which language ``text`` is in.

    Returns:
        Spans in the order of the text that do not overlap; a name inside a quotation keeps its own,
        and the quotation goes on around it. Words that do not stand there literally are left out.
    """
    painted: list[tuple[str, str, int] | None] = [None] * len(text)
    wanted = {
        (getattr(check, side), check.status, check.kind)
        for check in checks
        if check.status in _MARKED and check.kind in _KINDS and getattr(check, side)
    }
    # Longer ones first: the shorter ones are painted over them.
    ordered = sorted(wanted, key=lambda each: (-len(each[0]), each))
    for number, (words, status, kind) in enumerate(ordered):
        for start, end in _places(text, words):
            painted[start:end] = [(status, kind, number)] * (end - start)
    return tuple(_runs(painted))


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Occurrences that are no part of a longer word or number."""
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)" if words[-1:].isalnum() else re.escape(words)
    return [match.span() for match in re.finditer(pattern, text)]


def _runs(painted: Sequence[tuple[str, str, int] | None]) -> list[FactSpan]:
    spans, place = [], 0
    for colour, run in groupby(painted):
        length = len(list(run))
        if colour is not None:
            spans.append(FactSpan(place, place + length, colour[0], colour[1]))
        place += length
    return spans
