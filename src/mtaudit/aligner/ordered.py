"""Align a French text with its true English source: in order, sentence groups of up to two by two.

Dynamic programming over beads (Gale & Church 1993) with embeddings for their likeness, as in
Vecalign (Thompson & Koehn 2019), and lengths to tell a merged sentence from an added one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from mtaudit.aligner.anchors import Anchors, anchors_of
from mtaudit.aligner.encoders.base import Encoder, unit_rows
from mtaudit.aligner.evidence import FRENCH_LENGTH
from mtaudit.aligner.links import source_link
from mtaudit.aligner.reference import ReferenceText
from mtaudit.aligner.space import background, floor_of, rescaled
from mtaudit.aligner.vectors import VectorTable
from mtaudit.model import Alignment, Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

#: French by English sentences in a bead that says the same on both sides.
BEADS: tuple[tuple[int, int], ...] = ((1, 1), (1, 2), (2, 1), (2, 2))
#: Gain of leaving a sentence without counterpart, in units of nearness: below it a bead is no match.
SKIP = 0.3
#: What a bead of more than two sentences loses, per sentence beyond two.
GROUP_COST = 0.4
#: Loss per unit of log length ratio beyond the tolerance, per sentence of the bead.
LENGTH_COST, LENGTH_TOLERANCE = 0.3, 0.25
#: Gain for every name or number in common, and loss for clashing numbers, per sentence of the bead.
SHARED, MOST_SHARED, CLASH = 0.02, 4, 0.05
#: Half the width of the corridor around the diagonal that is searched, in sentences, at the least.
CORRIDOR = 60
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Bead:
    """French sentences ``french`` say what English sentences ``english`` say (half-open ranges)."""

    french: tuple[int, int]
    english: tuple[int, int]
    similarity: float
    gain: float


def align_source(
    sentences: Sequence[Sentence], source: ReferenceText, encoder: Encoder
) -> list[tuple[Alignment, ...]]:
    """Align French sentences with their true source, in order.

    Args:
        sentences: French sentences in the order of the text.
        source: The English text that was translated.
        encoder: Puts both languages into one space; called once.

    Returns:
        For each French sentence one alignment of kind ``source`` or none (the sentence was
        added, or its source dropped). When two English sentences became one, ``text`` has both;
        when one became two, both have it. ``similarity`` is that of the whole groups.
    """
    found: list[tuple[Alignment, ...]] = [() for _ in sentences]
    english = [sentence.text for sentence in source.sentences]
    for bead in beads([sentence.text for sentence in sentences], english, encoder):
        alignment = Alignment(
            reference=source.path,
            index=source.sentences[bead.english[0]].index,
            text=" ".join(english[slice(*bead.english)]),
            similarity=round(bead.similarity, DIGITS),
            kind="source",
            score=round(bead.gain, DIGITS),
        )
        for place in range(*bead.french):
            link = source_link(sentences[place].text, alignment.text)
            found[place] = (replace(alignment, link=link),)
    return found


def beads(french: Sequence[str], english: Sequence[str], encoder: Encoder) -> list[Bead]:
    """The best monotone chain of beads; sentences in no bead have no counterpart.

    Args:
        french: Texts of the n French sentences.
        english: Texts of the m English sentences.
        encoder: Puts both languages into one space; called once.

    Returns:
        Beads in order.
    """
    if not french or not english:
        return []
    far_f, far_e = background()
    table = VectorTable(encoder, [*far_f, *far_e, *french, *english])
    floor = floor_of(table.rows(far_f), table.rows(far_e))
    texts_f, texts_e = _grouped(french), _grouped(english)
    rows_f, rows_e = _group_rows(french, table), _group_rows(english, table)
    cosines: dict[tuple[int, int], Matrix] = {}
    gains: dict[tuple[int, int], Matrix] = {}
    for a, b in BEADS:
        if texts_f[a] and texts_e[b]:
            cosine = rows_f[a] @ rows_e[b].T
            likeness = rescaled(cosine, floor) - _length_cost(texts_f[a], texts_e[b])
            cosines[a, b] = cosine
            gains[a, b] = (a + b) * likeness - GROUP_COST * (a + b - 2)
    anchors = (_group_anchors(texts_f), _group_anchors(texts_e))
    return _best_chain(len(french), len(english), gains, cosines, anchors)


def _best_chain(
    n: int,
    m: int,
    gains: dict[tuple[int, int], Matrix],
    cosines: dict[tuple[int, int], Matrix],
    anchors: tuple[dict[int, list[Anchors]], dict[int, list[Anchors]]],
) -> list[Bead]:
    """Fill the table of best sums, cell by cell; a bead that skipping would beat is passed over."""
    best: dict[tuple[int, int], float] = {(0, 0): 0.0}
    step: dict[tuple[int, int], tuple[int, int, float]] = {}
    half = max(CORRIDOR, abs(n - m) + CORRIDOR // 2)
    for i in range(n + 1):
        middle = i * m // n
        for j in range(max(0, middle - half), min(m, middle + half) + 1):
            options: list[tuple[float, int, int, float]] = []
            for (a, b), gain in gains.items():
                before = best.get((i - a, j - b))
                if before is not None and gain[i - a, j - b] > (a + b) * (SKIP - SHARED * MOST_SHARED):
                    bonus = _anchor_gain(anchors[0][a][i - a], anchors[1][b][j - b])
                    won = float(gain[i - a, j - b]) + (a + b) * bonus
                    options.append((before + won, a, b, won))
            for a, b in ((1, 0), (0, 1)):
                before = best.get((i - a, j - b))
                if before is not None:
                    options.append((before + SKIP, a, b, SKIP))
            if options:
                total, a, b, won = max(options, key=lambda option: option[0])
                best[i, j] = total
                step[i, j] = (a, b, won)
    return _walk_back(n, m, step, cosines)


def _walk_back(
    n: int,
    m: int,
    step: dict[tuple[int, int], tuple[int, int, float]],
    cosines: dict[tuple[int, int], Matrix],
) -> list[Bead]:
    chain: list[Bead] = []
    i, j = n, m
    while (i, j) != (0, 0):
        a, b, won = step[i, j]
        i, j = i - a, j - b
        if a and b:
            chain.append(Bead((i, i + a), (j, j + b), float(cosines[a, b][i, j]), won))
    return chain[::-1]


def _grouped(texts: Sequence[str]) -> dict[int, list[str]]:
    """The texts by ones and by twos."""
    return {1: list(texts), 2: [f"{first} {second}" for first, second in pairwise(texts)]}


def _group_rows(texts: Sequence[str], table: VectorTable) -> dict[int, Matrix]:
    """Vectors of the groups. A pair's is the sum of its sentences' by the root of their lengths.

    Encoding the pairs as texts took three times as long and aligned no better.
    """
    import numpy as np

    single = table.rows(texts)
    heavy = single * np.sqrt([[max(len(text), 1)] for text in texts]).astype(np.float32)
    return {1: single, 2: unit_rows(heavy[:-1] + heavy[1:])}


def _group_anchors(texts: dict[int, list[str]]) -> dict[int, list[Anchors]]:
    return {size: [anchors_of(text) for text in group] for size, group in texts.items()}


def _length_cost(french: Sequence[str], english: Sequence[str]) -> Matrix:
    import numpy as np

    long_f = np.array([math.log(max(len(text) / FRENCH_LENGTH, 8.0)) for text in french])
    long_e = np.array([math.log(max(len(text), 8.0)) for text in english])
    beyond = np.abs(long_f[:, None] - long_e[None, :]) - LENGTH_TOLERANCE
    return np.asarray(LENGTH_COST * np.maximum(beyond, 0.0), dtype=np.float32)


def _anchor_gain(french: Anchors, english: Anchors) -> float:
    shared = len((french.names | french.maybe) & (english.names | english.maybe))
    shared += len(french.numbers & english.numbers)
    clash = bool(french.numbers - english.numbers) and bool(english.numbers - french.numbers)
    return SHARED * min(shared, MOST_SHARED) - CLASH * clash
