"""How strongly a French and an English sentence speak for each other, as log odds.

Nearness (cosine on the encoder's own scale) and ratio margin make the base; their weights are a
logistic regression over the six nearest candidates of each sentence of WMT 2008-2009 news, machine
French against the English. A stretch of one sentence may carry the evidence for the whole, at a
price. What quotations, names and numbers add was set by hand so that paraphrased reporting passes
while unrelated news does not; `benchmarks/bench_mining.py` prints what that costs and gains.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mtaudit.aligner.anchors import Anchors
from mtaudit.aligner.space import background, floor_of, neighbourhood, rescaled
from mtaudit.aligner.stretches import MIN_STRETCH_WORDS, Stretch
from mtaudit.aligner.vectors import VectorTable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Places = NDArray[np.int64]

#: Fitted weights of the base: nearness, margin, constant.
NEARNESS_WEIGHT, MARGIN_WEIGHT, CONSTANT = 12.7, 7.0, -17.5
#: A margin beyond this says no more than this.
MAX_MARGIN = 2.2
#: What it costs that only a stretch of a sentence matches.
STRETCH_COST = 2.0
#: Log odds lost per unit of log length ratio beyond the tolerance, between stretches.
LENGTH_COST, LENGTH_TOLERANCE = 4.0, 0.3
#: French news is this much longer than English, in characters.
FRENCH_LENGTH = 1.15

#: Stretches compared in one go: keeps a thousand sentences against five thousand under 1 GB.
ROWS_AT_ONCE = 256

#: Short sentences are alike by chance: log odds lost per word below this length.
SHORT_WORDS, SHORT_COST = 9, 0.75

#: Nearness of two quotations at which they begin to count, and from which they count in full.
QUOTE_FROM, QUOTE_FULL = 0.4, 0.65
QUOTE_BONUS = 3.5
#: Per shared name, by rarity, up to MAX_NAMES; per shared number, up to MAX_NUMBERS.
NAME_BONUS, MAX_NAMES = 1.0, 2.0
NUMBER_BONUS, MAX_NUMBERS = 0.5, 2
#: Both sentences have numbers that the other lacks.
NUMBER_CLASH = 1.0


def base_evidence(
    french: Sequence[Stretch], english: Sequence[Stretch], table: VectorTable
) -> tuple[Matrix, Matrix]:
    """Evidence from the embeddings alone, the better of whole sentences and their stretches.

    A stretch may match a whole sentence, and a quotation a quotation. Clauses against clauses find too
    much that is alike by chance (0.72 instead of 0.93 of the sentences without counterpart were left
    without one).

    Args:
        french: Stretches of the n French sentences.
        english: Stretches of the m English sentences.
        table: Vectors of all their texts and of the background.

    Returns:
        Log odds of shape (n, m), and the cosines of the whole sentences, shape (n, m).
    """
    import numpy as np

    far_f, far_e = map(table.rows, background())
    floor = floor_of(far_f, far_e)
    side_f, side_e = _Side(french, table, FRENCH_LENGTH), _Side(english, table, 1.0)
    around_f = _around(side_f.rows, side_e.rows[side_e.whole], far_e, floor)
    around_e = _around(side_e.rows, side_f.rows[side_f.whole], far_f, floor)
    cosine = side_f.rows[side_f.whole] @ side_e.rows[side_e.whole].T
    best = np.full(cosine.shape, -np.inf, dtype=np.float32)
    for own, other, parts in (
        (side_f.whole, side_e.whole, False),
        (side_f.whole_long, side_e.parts, True),
        (side_f.parts, side_e.whole_long, True),
        (side_f.quotes, side_e.quotes, True),
    ):
        if not len(other):
            continue
        for at in range(0, len(own), ROWS_AT_ONCE):
            some = own[at : at + ROWS_AT_ONCE]
            near = rescaled(side_f.rows[some] @ side_e.rows[other].T, floor)
            margin = near / ((around_f[some][:, None] + around_e[other][None, :]) / 2.0)
            odds = NEARNESS_WEIGHT * near
            odds += MARGIN_WEIGHT * np.minimum(margin, MAX_MARGIN, out=margin) + CONSTANT
            fewer = np.minimum(side_f.words[some][:, None], side_e.words[other][None, :])
            odds -= SHORT_COST * np.maximum(SHORT_WORDS - fewer, 0)
            if parts:
                apart = np.abs(side_f.lengths[some][:, None] - side_e.lengths[other][None, :])
                odds -= STRETCH_COST + LENGTH_COST * np.maximum(apart - LENGTH_TOLERANCE, 0.0)
            _keep_best(best, odds, side_f.owners[some], side_e.owners[other])
    return best, cosine


class _Side:
    """The stretches of one language as arrays; ``whole``, ``parts`` and the like are places in them."""

    def __init__(self, stretches: Sequence[Stretch], table: VectorTable, length: float) -> None:
        import numpy as np

        self.rows = table.rows([s.text for s in stretches])
        self.owners = np.array([s.owner for s in stretches])
        self.words = np.array([s.words for s in stretches], dtype=np.float32)
        characters = [max(len(s.text) / length, 8.0) for s in stretches]
        self.lengths = np.log(np.array(characters, dtype=np.float32))
        whole = np.array([s.kind == "whole" for s in stretches])
        quote = np.array([s.kind == "quote" for s in stretches])
        long = self.words >= MIN_STRETCH_WORDS
        self.whole, self.whole_long = np.flatnonzero(whole), np.flatnonzero(whole & long)
        self.parts, self.quotes = np.flatnonzero(~whole & long), np.flatnonzero(quote & long)


def _around(rows: Matrix, others: Matrix, far: Matrix, floor: float) -> Matrix:
    """The neighbourhoods of many stretches, some at a time."""
    import numpy as np

    found = [
        neighbourhood(rescaled(some @ others.T, floor), rescaled(some @ far.T, floor))
        for some in (rows[at : at + ROWS_AT_ONCE] for at in range(0, len(rows), ROWS_AT_ONCE))
    ]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.float32)


def _keep_best(best: Matrix, odds: Matrix, owners_f: Places, owners_e: Places) -> None:
    """Raise ``best`` (sentences) to the best of ``odds`` (stretches, sorted by the sentence they are of)."""
    import numpy as np

    unique_f, starts_f = np.unique(owners_f, return_index=True)
    unique_e, starts_e = np.unique(owners_e, return_index=True)
    if len(starts_f) < len(owners_f):
        odds = np.maximum.reduceat(odds, starts_f, axis=0)
    if len(starts_e) < len(owners_e):
        odds = np.maximum.reduceat(odds, starts_e, axis=1)
    place = np.ix_(unique_f, unique_e)
    best[place] = np.maximum(best[place], odds)


def quote_evidence(french: Sequence[Anchors], english: Sequence[Anchors], table: VectorTable) -> Matrix:
    """Bonus for the nearest pair of quotations, also the short ones.

    Args:
        french: Anchors of the n French sentences.
        english: Anchors of the m English sentences.
        table: Vectors of all the quotations and of the background.

    Returns:
        Log odds of shape (n, m), 0 or more.
    """
    import numpy as np

    bonus = np.zeros((len(french), len(english)), dtype=np.float32)
    quotes_f = [(owner, quote) for owner, anchors in enumerate(french) for quote in anchors.quotes]
    quotes_e = [(owner, quote) for owner, anchors in enumerate(english) for quote in anchors.quotes]
    if not quotes_f or not quotes_e:
        return bonus
    floor = floor_of(*map(table.rows, background()))
    cosine = table.rows([quote for _, quote in quotes_f]) @ table.rows([quote for _, quote in quotes_e]).T
    degree = np.clip((rescaled(cosine, floor) - QUOTE_FROM) / (QUOTE_FULL - QUOTE_FROM), 0.0, 1.0)
    owners_f = np.array([owner for owner, _ in quotes_f])
    owners_e = np.array([owner for owner, _ in quotes_e])
    np.maximum.at(bonus, (owners_f[:, None], owners_e[None, :]), QUOTE_BONUS * degree.astype(np.float32))
    return bonus


class NameRarity:
    """How much a shared name tells: little when every reference sentence has it.

    Args:
        english: Anchors of all reference sentences.
    """

    def __init__(self, english: Sequence[Anchors]) -> None:
        self._total = len(english) + 1
        self._counts = Counter(name for anchors in english for name in anchors.names | anchors.maybe)

    def weight(self, name: str) -> float:
        """Between 0 (everywhere) and 1 (nearly nowhere), as inverse document frequency."""
        share = math.log(self._total / (self._counts[name] + 0.5)) / math.log(self._total / 0.5)
        return min(max(share, 0.0), 1.0)


def anchor_evidence(french: Anchors, english: Anchors, rarity: NameRarity) -> float:
    """What names and numbers in common add to a pair, and clashing numbers take away."""
    shared = (french.names | french.maybe) & (english.names | english.maybe)
    names = min(sum(rarity.weight(name) for name in sorted(shared)), MAX_NAMES)
    numbers = min(len(french.numbers & english.numbers), MAX_NUMBERS)
    clash = bool(french.numbers - english.numbers) and bool(english.numbers - french.numbers)
    return NAME_BONUS * names + NUMBER_BONUS * numbers - NUMBER_CLASH * clash
