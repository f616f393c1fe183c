"""A reference text: English sentences that the French is held against."""

from __future__ import annotations

from dataclasses import dataclass

from mtaudit.model import Sentence


@dataclass(frozen=True, slots=True)
class ReferenceText:
    """One English text, segmented: a report on the same story, or the true source."""

    path: str
    sentences: tuple[Sentence, ...]
