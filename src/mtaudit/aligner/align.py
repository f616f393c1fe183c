"""The aligner's one entrance: French sentences in, their English counterparts out."""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.aligner.encoders.base import Encoder
from mtaudit.aligner.mining import mine
from mtaudit.aligner.ordered import align_source
from mtaudit.aligner.reference import ReferenceText
from mtaudit.model import Alignment, Sentence


def align(
    sentences: Sequence[Sentence],
    references: Sequence[ReferenceText],
    *,
    encoder: Encoder,
    source: ReferenceText | None = None,
) -> list[tuple[Alignment, ...]]:
    """Find the English counterparts of French sentences.

    Args:
        sentences: French sentences in the order of the text.
        references: Comparable reporting, in any order; may be empty.
        encoder: Puts both languages into one space; called at most twice.
        source: The English text that the French translates, if it is at hand.

    Returns:
        One tuple for each French sentence: the source's alignment first if there is one, then
        comparable ones, best first. An empty tuple means that nothing was found.
    """
    from_source = align_source(sentences, source, encoder) if source else [() for _ in sentences]
    mined = mine(sentences, references, encoder)
    return [(*true, *comparable) for true, comparable in zip(from_source, mined, strict=True)]
