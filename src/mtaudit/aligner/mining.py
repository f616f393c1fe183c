"""Find, for each French sentence, what comparable English reporting says about the same thing.

Nothing is assumed about order: any sentence may have none, one or several counterparts in any
reference. Finding nothing is a normal answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from mtaudit.aligner.anchors import anchors_of
from mtaudit.aligner.encoders.base import Encoder
from mtaudit.aligner.evidence import NameRarity, anchor_evidence, base_evidence, quote_evidence
from mtaudit.aligner.links import MinedLinks
from mtaudit.aligner.reference import ReferenceText
from mtaudit.aligner.space import background
from mtaudit.aligner.stretches import stretches_of
from mtaudit.aligner.vectors import VectorTable
from mtaudit.model import Alignment, Sentence

#: Log odds from which the best candidate counts as a counterpart. Translated pairs would stand a
#: threshold of 0; reports that say the same in their own words need a lower one.
THRESHOLD = -2.0
#: A further counterpart needs this much, or to be nearly as good as the best.
FURTHER_THRESHOLD = -1.0
FURTHER_GAP = 3.0
#: Counterparts given per sentence.
MOST = 3
#: Candidates per sentence that are re-ranked by names and numbers.
CANDIDATES = 12
#: Digits kept of similarities and scores: beyond them, batches of another size differ.
DIGITS = 4


def mine(
    sentences: Sequence[Sentence], references: Sequence[ReferenceText], encoder: Encoder
) -> list[tuple[Alignment, ...]]:
    """Mine comparable reporting for counterparts.

    Args:
        sentences: French sentences.
        references: English texts in any order; the result doesn't depend on it.
        encoder: Puts both languages into one space; called once.

    Returns:
        For each French sentence up to ``MOST`` alignments of kind ``comparable``, best first;
        empty when no reference says it. ``score`` is in log odds.
    """
    import numpy as np

    pool = sorted(
        ((reference.path, sentence) for reference in references for sentence in reference.sentences),
        key=lambda entry: (entry[0], entry[1].index),
    )
    if not sentences or not pool:
        return [() for _ in sentences]

    texts_f = [sentence.text for sentence in sentences]
    texts_e = [sentence.text for _, sentence in pool]
    stretches_f, stretches_e = stretches_of(texts_f), stretches_of(texts_e)
    anchors_f, anchors_e = [anchors_of(text) for text in texts_f], [anchors_of(text) for text in texts_e]
    quotes = (quote for anchors in chain(anchors_f, anchors_e) for quote in anchors.quotes)
    pieces = (stretch.text for stretch in chain(stretches_f, stretches_e))
    table = VectorTable(encoder, chain(*background(), pieces, quotes))

    odds, cosine = base_evidence(stretches_f, stretches_e, table)
    odds = odds + quote_evidence(anchors_f, anchors_e, table)
    rarity, links = NameRarity(anchors_e), MinedLinks(stretches_f, stretches_e, table)
    found: list[tuple[Alignment, ...]] = []
    for row, anchors in enumerate(anchors_f):
        nearest = np.argsort(-odds[row], kind="stable")[:CANDIDATES]
        candidates = [
            (
                _alignment(
                    *pool[column],
                    similarity=float(cosine[row, column]),
                    score=float(odds[row, column]) + anchor_evidence(anchors, anchors_e[column], rarity),
                ),
                column,
            )
            for column in map(int, nearest)
        ]
        candidates.sort(key=lambda each: (-each[0].score, each[0].reference, each[0].index))
        # What counts is the first few: each still has its column beside it.
        chosen = choose([alignment for alignment, _ in candidates])
        found.append(
            tuple(
                replace(alignment, link=links.link(row, column))
                for alignment, (_, column) in zip(chosen, candidates, strict=False)
            )
        )
    return found


def choose(ranked: Sequence[Alignment]) -> tuple[Alignment, ...]:
    """Keep what counts as a counterpart.

    Args:
        ranked: Candidates of one sentence, best first.

    Returns:
        At most ``MOST`` of them, in order, possibly none.
    """
    if not ranked or ranked[0].score < THRESHOLD:
        return ()
    enough = max(THRESHOLD, min(FURTHER_THRESHOLD, ranked[0].score - FURTHER_GAP))
    return tuple(alignment for alignment in ranked if alignment.score >= enough)[:MOST]


def _alignment(path: str, sentence: Sentence, *, similarity: float, score: float) -> Alignment:
    return Alignment(
        reference=path,
        index=sentence.index,
        text=sentence.text,
        similarity=round(similarity, DIGITS),
        kind="comparable",
        score=round(score, DIGITS),
    )
